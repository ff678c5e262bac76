package import Protection

/// What Assistance brings to Protection.
package enum AssistanceBranch {
    package static let branch = ProtectionBranch()
}
