package import Protection

/// What CaseWork brings to Protection.
package enum CaseWorkBranch {
    package static let branch = ProtectionBranch()
}
