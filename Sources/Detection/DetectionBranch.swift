package import Protection

/// What Detection brings to Protection.
package enum DetectionBranch {
    package static let branch = ProtectionBranch()
}
