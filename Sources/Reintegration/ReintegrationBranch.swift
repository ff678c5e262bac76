package import Protection

/// What Reintegration brings to Protection.
package enum ReintegrationBranch {
    package static let branch = ProtectionBranch()
}
