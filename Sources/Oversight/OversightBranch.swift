package import Protection

/// What Oversight brings to Protection.
package enum OversightBranch {
    package static let branch = ProtectionBranch()
}
