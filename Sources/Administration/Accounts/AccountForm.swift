import Access
import Basics
import Vocabulary
import Web

extension Role {
    var titleWord: Word { Word(work: title.en, fr: title.fr) }
    var purposeWord: Word { Word(work: purpose.en, fr: purpose.fr) }
}

/// The questions about an account. Organisations and roles are those within the administrator's reach.
struct AccountForm {
    static let displayName = TextField("display-name", .displayName, why: .displayNameWhy, length: 1...120, purpose: .personName)
    static let signInName = TextField("name", .signInName, why: .chooseSignInName, length: 3...60, purpose: .plain)
    static let email = TextField("email", .email, why: .contactWhy, isRequired: false, length: 3...254, purpose: .email)
    static let telephone = TextField("telephone", .telephone, why: .telephoneWhy, isRequired: false, length: 5...40, purpose: .telephone)
    static let language = ChoiceField(
        "language", .preferredLanguage, isRequired: false,
        choices: Language.allCases.map { Choice($0.code, key: $0.code, label: .data($0.ownName)) }, as: .list
    )
    static let eraseSure = TickField("sure", .eraseSure, isRequired: true)

    let organisation: ChoiceField<ID<Organisation>>
    let roles: ChoicesField<RoleName>

    init(organisations: [Organisations.Line], roles: [Role]) {
        organisation = ChoiceField(
            "organisation", .organisation,
            choices: organisations.filter { $0.organisation.closedAt == nil }.map {
                Choice($0.organisation.id, key: $0.organisation.id.description, label: .data($0.organisation.name))
            },
            as: .list
        )
        self.roles = ChoicesField(
            "roles", .rolesOfAccount, why: .rolesWhy, isRequired: false,
            choices: roles.map { Choice($0.name, key: $0.name.rawValue, label: $0.titleWord, hint: $0.purposeWord) }
        )
    }

    func readInvitation(_ reading: inout FormReading) -> Accounts.Invitation? {
        let organisation = reading.read(organisation)
        let name = reading.read(Self.signInName)
        let displayName = reading.read(Self.displayName)
        let language = reading.read(Self.language)
        let roles = reading.read(roles) ?? []
        guard reading.isSound, let organisation, let name, let displayName else { return nil }
        return Accounts.Invitation(
            organisation: organisation, signInName: name, displayName: displayName, language: language, roles: roles
        )
    }

    static func readContact(_ reading: inout FormReading) -> Contact? {
        let email = reading.read(email)
        let telephone = reading.read(telephone)
        guard reading.isSound else { return nil }
        do {
            return try Contact(email: email, telephone: telephone)
        } catch {
            if error == .badTelephone {
                reading.refuse(Self.telephone, because: error.words)
            } else {
                reading.refuse(Self.email, because: error.words)
            }
            return nil
        }
    }
}
