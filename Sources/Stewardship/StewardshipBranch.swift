package import Protection

/// What Stewardship brings to Protection.
package enum StewardshipBranch {
    package static let branch = ProtectionBranch()
}
