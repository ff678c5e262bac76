package import Access
package import Basics
package import Web

/// Every address of Administration: for links and, by the patterns beside the routes, for requests.
package enum AdministrationAddress: Address {
    // Everybody.
    case signIn, signInCode, signInAgain, signOut
    case provider, providerReturn
    case invitation(String)
    case invitationProvider(String)
    case setup(String)
    case demonstration(String)

    // The person's own.
    case work
    case noticeReading(ID<Notice>)
    case ownAccount, ownPassword, ownContact, ownSecondFactor, ownSecondFactorConfirmation, ownRecoveryCodes, ownProvider
    case ownProviderRemoval
    case ownTokens
    case ownTokenEnd(ID<APIToken>)

    // Looking after others.
    case organisations, newOrganisation
    case organisation(ID<Organisation>)
    case organisationClosure(ID<Organisation>)
    case organisationReopening(ID<Organisation>)
    case accounts, newAccount
    case account(ID<Account>)
    case accountPart(ID<Account>, AccountPart)
    case roles
    case sessions
    case sessionEnd(ID<Session>)
    case audit, auditVerification
    case auditFile(SheetFormat)

    /// What can be changed about an account, one noun each.
    package enum AccountPart: String, Sendable, CaseIterable {
        case roles, link, suspension, resumption, contact, erasure
        case sessionsEnd = "sessions-end"
        case secondFactorRemoval = "second-factor-removal"
    }

    package var path: String {
        switch self {
        case .signIn: "/sign-in"
        case .signInCode: "/sign-in/code"
        case .signInAgain: "/sign-in/again"
        case .signOut: "/sign-out"
        case .provider: "/sign-in/provider"
        case .providerReturn: "/sign-in/provider/return"
        case .invitation(let token): Self.path("invitation", token)
        case .invitationProvider(let token): Self.path("invitation", token, "provider")
        case .setup(let token): Self.path("setup", token)
        case .demonstration(let token): Self.path("demonstration", token)
        case .work: "/work"
        case .noticeReading(let id): Self.path("work", "notices", id.description, "reading")
        case .ownAccount: "/work/account"
        case .ownPassword: "/work/account/password"
        case .ownContact: "/work/account/contact"
        case .ownSecondFactor: "/work/account/second-factor"
        case .ownSecondFactorConfirmation: "/work/account/second-factor/confirmation"
        case .ownRecoveryCodes: "/work/account/recovery-codes"
        case .ownProvider: "/work/account/provider"
        case .ownProviderRemoval: "/work/account/provider/removal"
        case .ownTokens: "/work/account/tokens"
        case .ownTokenEnd(let id): Self.path("work", "account", "tokens", id.description, "end")
        case .organisations: "/work/organisations"
        case .newOrganisation: "/work/organisations/new"
        case .organisation(let id): Self.path("work", "organisations", id.description)
        case .organisationClosure(let id): Self.path("work", "organisations", id.description, "closure")
        case .organisationReopening(let id): Self.path("work", "organisations", id.description, "reopening")
        case .accounts: "/work/accounts"
        case .newAccount: "/work/accounts/new"
        case .account(let id): Self.path("work", "accounts", id.description)
        case .accountPart(let id, let part): Self.path("work", "accounts", id.description, part.rawValue)
        case .roles: "/work/roles"
        case .sessions: "/work/sessions"
        case .sessionEnd(let id): Self.path("work", "sessions", id.description, "end")
        case .audit: "/work/audit"
        case .auditVerification: "/work/audit/verification"
        case .auditFile(let format): "/work/audit.\(format.rawValue)"
        }
    }
}
