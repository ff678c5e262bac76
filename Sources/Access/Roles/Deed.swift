/// What a person can do in Concord that not everybody may. A route names one, a role is a set of them, the audit records them.
///
/// A new deed is one case here, its flags below, a line for each role that has it in `share/roles.yaml`, and its words in Administration.
package enum Deed: String, Sendable, Hashable, CaseIterable, Codable {
    // Everybody with an account.
    /// See one's own account, sessions and roles, and end one's own sessions.
    case viewOwnAccount
    /// Change one's own password, e-mail, telephone and second factor.
    case changeOwnSecrets
    /// Read and put away one's own notices.
    case readInbox
    /// Call `/api/v1` beyond what is public.
    case useAPI

    // Looking after the node and the organisations on it.
    /// See, add, rename and close organisations.
    case manageOrganisations
    /// Invite people, give and take roles, suspend, hand over new links, erase contact data.
    case manageAccounts
    /// Read which role may do what.
    case readRoles
    /// See and end other people's sessions.
    case endSessions
    /// Read, search, check and export the audit trail.
    case readAudit
    /// See the state of the keys, and confirm that the recovery key is kept.
    case manageKeys

    // Figures.
    /// Import published statistics and coded person records, try an import dry, and see past imports.
    case importStatistics
    /// Read rows that an import held back; they may be records of people.
    case readQuarantine
    /// Correct rows that an import held back, and let them in or throw them away.
    case releaseQuarantine
    /// Read figures of this node that are not published.
    case readInternalFigures

    // Instruments.
    /// Import a depositary's treaty status, after its differences were shown, and settle conflicts.
    case importTreatyStatus
    /// Link commitments to one another and to what answers them.
    case linkCommitments
}

extension Deed {
    /// Whether whoever does it may see something about a person, so that a second factor is needed (security promise 10).
    package var seesPeople: Bool {
        switch self {
        case .readQuarantine, .releaseQuarantine, .importStatistics: true
        default: false
        }
    }

    /// Whether a session without a second factor may not do it: whatever sees people, and whatever decides who else may.
    package var needsSecondFactor: Bool {
        switch self {
        case .manageOrganisations, .manageAccounts, .manageKeys, .endSessions, .readAudit: true
        default: seesPeople
        }
    }

    /// Whether the password or the provider's sign-in must have been given in the last ten minutes (security promise 12).
    package var needsFreshSignIn: Bool {
        switch self {
        case .changeOwnSecrets, .manageKeys: true
        default: false
        }
    }
}
