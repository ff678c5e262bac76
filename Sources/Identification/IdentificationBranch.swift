package import Protection

/// What Identification brings to Protection.
package enum IdentificationBranch {
    package static let branch = ProtectionBranch()
}
