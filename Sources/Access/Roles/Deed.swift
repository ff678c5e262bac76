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

    // Protection: people and their case files.
    /// Raise a referral, save it as a draft, follow what became of it and add to it.
    case raiseReferral
    /// Search among one’s own and shared people before adding somebody.
    case searchPeople
    /// See case files in lists, and their coded summary: stage, clocks, what comes next.
    case readCase
    /// Open who a person is: names, contacts, documents.
    case readIdentity
    /// Read what was done to a person, and who did it.
    case readExperience
    /// Read needs, health, risks, safety plan and goals.
    case readCare
    /// Read the legal side: permits, proceedings, claims.
    case readLegal
    /// Read what was asked and told in interviews.
    case readInterviews
    /// Read whether a person speaks with the police.
    case readCooperation
    /// Read about a person’s return and what came after it.
    case readReturn
    /// Read what concerns a person as a child: guardian, age, best interests.
    case readChildFile
    /// Write in a case file: summary, label, coded facts about the person, documents.
    case writeCase
    /// Record what a person lived through, and who is involved.
    case writeExperience
    /// Record needs, risks, safety plan and goals.
    case writeCare
    /// Record permits, proceedings and legal aid.
    case writeLegal
    /// Plan, hold and close interviews.
    case conductInterviews
    /// Record what a person wishes about the police; nothing else depends on it.
    case recordCooperation
    /// Take up referrals and decide whether somebody is presumed, or is, a victim.
    case assessIdentification
    /// Confirm as a second person a decision that says no, and decide reviews.
    case confirmDecisions
    /// Ask for a review or an appeal on behalf of a person.
    case askForReview
    /// Read that a person may be known elsewhere on the node.
    case readMatches
    /// Join the files of one person, and part them again.
    case joinFiles
    /// Record what a person agrees to and what not, and withdrawals.
    case recordConsent
    /// Disclose parts of a file to another organisation, on a basis.
    case shareCase
    /// Refer a person to services and follow what comes of it.
    case referToServices
    /// Answer referrals to one’s organisation, deliver the service and report back.
    case answerReferrals
    /// Keep the directory of services.
    case manageServices
    /// Keep shelter places: who stays, which nights, which are free.
    case managePlaces
    /// Keep the register of vetted interpreters.
    case manageInterpreters
    /// Act as the child-protection authority: guardian, age, best interests, tracing.
    case protectChildren
    /// Act as the guardian of named children.
    case actAsGuardian
    /// Prepare a return or its alternatives.
    case planReturn
    /// Authorise a return, or record a removal as what it is.
    case authoriseReturn
    /// Confirm arrivals and report how somebody fares.
    case monitorReintegration
    /// Pursue claims, unpaid wages and compensation.
    case pursueRemedies
    /// Call and hold case conferences.
    case holdConferences
    /// Close and reopen case files.
    case closeCases
    /// Erase a person: their key is destroyed.
    case erasePeople
    /// Keep a file from named people or organisations, and lift that again.
    case barPeople
    /// Open a file out of hours in an emergency, for a stated reason.
    case breakGlass
    /// Review openings in an emergency, the next day.
    case reviewGlass
    /// Assign files, name deputies, hand caseloads over, see what is late.
    case superviseCases
    /// Transfer a file to another organisation.
    case transferCases
    /// Hand a person their own data, and who saw their file.
    case answerSubjects
    /// Print and export case files.
    case exportCases
    /// Import case records of another system.
    case importCases
    /// Read figures drawn live from case files, without any identity.
    case readCaseFigures
}

extension Deed {
    /// Whether whoever does it may see something about a person, so that a second factor is needed (security promise 10).
    package var seesPeople: Bool {
        switch self {
        case .viewOwnAccount, .changeOwnSecrets, .readInbox, .useAPI, .manageOrganisations, .manageAccounts, .readRoles, .endSessions,
            .readAudit, .manageKeys, .readInternalFigures, .importTreatyStatus, .linkCommitments, .manageServices, .readCaseFigures:
            false
        default: true
        }
    }

    /// Whether a session without a second factor may not do it: whatever sees people, and whatever decides who else may.
    package var needsSecondFactor: Bool {
        switch self {
        case .manageOrganisations, .manageAccounts, .manageKeys, .endSessions, .readAudit, .readCaseFigures: true
        default: seesPeople
        }
    }

    /// Whether the password or the provider's sign-in must have been given in the last ten minutes (security promise 12).
    package var needsFreshSignIn: Bool {
        switch self {
        case .changeOwnSecrets, .manageKeys, .erasePeople: true
        default: false
        }
    }
}
