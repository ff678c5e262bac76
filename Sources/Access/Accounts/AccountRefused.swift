package import Basics

/// What is refused about organisations, accounts and their roles.
package enum AccountRefused: Refusal {
    case signInNameTaken
    case badSignInName
    case nameMissing
    case unknownRole
    case roleNotYoursToGive
    case organisationClosed
    case organisationNameTaken
    case ownAccount
    case lastAdministrator
    case wrongState
    case badEmail
    case badTelephone
    case contactErased
    case wrongCode
    case noSecondFactorPending
    case providerIdentityTaken
    case setUpAlready

    package var code: String {
        switch self {
        case .signInNameTaken: "account.sign-in-name-taken"
        case .badSignInName: "account.bad-sign-in-name"
        case .nameMissing: "account.name-missing"
        case .unknownRole: "account.unknown-role"
        case .roleNotYoursToGive: "account.role-not-yours-to-give"
        case .organisationClosed: "organisation.closed"
        case .organisationNameTaken: "organisation.name-taken"
        case .ownAccount: "account.own"
        case .lastAdministrator: "account.last-administrator"
        case .wrongState: "account.wrong-state"
        case .badEmail: "account.bad-email"
        case .badTelephone: "account.bad-telephone"
        case .contactErased: "account.contact-erased"
        case .wrongCode: "second-factor.wrong-code"
        case .noSecondFactorPending: "second-factor.none-pending"
        case .providerIdentityTaken: "provider.identity-taken"
        case .setUpAlready: "setup.done-already"
        }
    }

    package var message: String {
        switch self {
        case .signInNameTaken: "This sign-in name is taken. Choose another."
        case .badSignInName: "A sign-in name has 3 to 60 lower-case letters, digits, dots or hyphens, and starts with a letter."
        case .nameMissing: "Give a name of at most 120 characters (200 for an organisation)."
        case .unknownRole: "There is no such role. Choose from the list."
        case .roleNotYoursToGive: "This role reaches beyond your organisation. Ask an administrator of the node to give or take it."
        case .organisationClosed: "This organisation is closed. Open it again first."
        case .organisationNameTaken: "There is an organisation of this name already."
        case .ownAccount: "You can't do this to your own account. Ask another administrator."
        case .lastAdministrator: "This is the last person who can look after accounts. Give that role to somebody else first."
        case .wrongState: "This account is not in a state for that. Look at it again."
        case .badEmail: "This is not an e-mail address. It looks like name@example.org."
        case .badTelephone: "This is not a telephone number. Begin with + and the country’s number, then digits."
        case .contactErased: "The contact data of this account was erased and can't be shown or changed."
        case .wrongCode: "This code does not match. Wait for the next one and check that your telephone’s clock is right."
        case .noSecondFactorPending: "Begin setting up the second factor again."
        case .providerIdentityTaken: "This sign-in of the provider belongs to another account already."
        case .setUpAlready: "This node has an administrator already. Sign in, or ask them for an invitation."
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .signInNameTaken, .organisationNameTaken, .wrongState, .setUpAlready, .providerIdentityTaken: .conflict
        case .roleNotYoursToGive, .ownAccount, .lastAdministrator: .forbidden
        default: .invalid
        }
    }
}
