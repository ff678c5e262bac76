package import Protection

/// What Guardianship brings to Protection.
package enum GuardianshipBranch {
    package static let branch = ProtectionBranch()
}
