import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// The questions of a new answer in the consent ledger, for one file: its profile, its guardians, the organisations there are.
struct ConsentForm: Sendable {
    let purpose: ChoiceField<String>
    let recipient: ChoiceField<ID<Organisation>>
    let parts: ChoicesField<CasePart>
    let language: ChoiceField<String>
    let givenBy: ChoiceField<Consent.Giver>
    let isChild: Bool
    static let answer = ChoiceField("answer", .consentAnswer, Consent.Answer.allCases) { $0.word }
    static let explained = ChoiceField("explained", .howExplained, Consent.Explanation.allCases) { $0.word }
    static let evidence = ChoiceField("evidence", .howAnswered, Consent.Evidence.allCases) { $0.word }
    static let expires = DayField("expires", .consentExpires, why: .consentExpiresWhy, isRequired: false, .fromToday)
    static let childView = ChoiceField("child-view", .childView, why: .childViewWhy, isRequired: false, ChildView.allCases) { $0.word }
    static let childWords = LongTextField("child-words", .childWords, isRequired: false, length: 1...2_000, rows: 3)

    /// - Parameter tag: the language in which the purposes are explained to the person.
    /// - Parameter authority: whoever may answer for the child-protection authority, in the place of a guardian.
    init(_ summary: CaseSummary, _ profile: CountryProfile, tag: String, authority: ID<Account>?, in tx: any Transaction) throws {
        isChild = summary.path.protectsAsChild
        purpose = ChoiceField(
            "purpose", .consentPurpose, why: .consentPurposeWhy,
            choices: profile.consentPurposes.map { purpose in
                Choice(
                    purpose.code, key: purpose.code, label: purpose.name, hint: .data(purpose.explain[tag] ?? purpose.explain["en"] ?? ""))
            })
        let organisations = try tx.rows(
            "SELECT id, name FROM organisation WHERE closed_at IS NULL AND id <> \(summary.organisation) ORDER BY name LIMIT 2000"
        ) { (try $0.id(0, of: Organisation.self), $0.text(1)) }
        recipient = ChoiceField(
            "recipient", .consentRecipient, why: .consentRecipientWhy, isRequired: false,
            choices: organisations.map { Choice($0.0, key: "\($0.0)", label: .data($0.1)) }, as: .list)
        parts = ChoicesField(
            "part", .partsCovered, why: .partsCoveredWhy, isRequired: false,
            choices: CasePart.allCases.filter { $0 != .summary }.map { Choice($0, key: $0.rawValue, label: $0.word) })
        language = ChoiceField(
            "language", .explainedIn,
            choices: profile.spokenLanguages, as: .list)
        let guardians = try tx.rows(
            """
            SELECT a.id, a.display_name FROM case_member m JOIN account a ON a.id = m.account_id
            WHERE m.case_id = \(summary.id) AND m.capacity = 'guardian' AND m.ended_at IS NULL
            """
        ) { (try $0.id(0, of: Account.self), $0.text(1)) }
        givenBy = ChoiceField(
            "given-by", .givenBy, why: isChild ? .guardianAnswers : nil,
            choices: [Choice(Consent.Giver.person, key: "person", label: .thePerson)]
                + guardians.map { Choice(.guardian($0.0), key: "\($0.0)", label: .data($0.1)) }
                + [authority].compactMap { $0.map { Choice(.childAuthority($0), key: "authority", label: .myAuthority) } })
    }

    /// The form as a link asks for it: for what, and for whom; for a hand-over with everything that the file may hold.
    func asked(_ query: Query) -> Filled {
        var filled = Filled()
        filled.fill(purpose, with: purpose.choices.first { $0.key == query["purpose"] }?.value)
        filled.fill(recipient, with: recipient.choices.first { $0.key == query["recipient"] }?.value)
        if ConsentsPage.isForHandOver(query) { filled.fill(parts, with: parts.choices.map(\.value).filter { $0 != .cooperation }) }
        return filled
    }

    /// What was filled in; `nil` when something is wrong.
    func read(_ reading: inout FormReading) -> (draft: Consent.Draft, view: ChildView?, words: String?)? {
        let purpose = reading.read(purpose)
        let recipient = reading.read(recipient)
        let answer = reading.read(Self.answer)
        let givenBy = reading.read(givenBy)
        let parts = reading.read(parts)
        let language = reading.read(language)
        let explained = reading.read(Self.explained)
        let evidence = reading.read(Self.evidence)
        let expires = reading.read(Self.expires)
        let view = isChild ? reading.read(Self.childView) : nil
        let words = isChild ? reading.read(Self.childWords) : nil
        if givenBy?.isForChild == true, view == nil { reading.refuse(Self.childView, because: .childViewNeeded) }
        guard reading.isSound, let purpose, let answer, let givenBy, let language, let explained, let evidence else { return nil }
        let draft = Consent.Draft(
            purpose: purpose, recipient: recipient, answer: answer, givenBy: givenBy, parts: Set(parts ?? []), language: language,
            explained: explained, evidence: evidence, expiresOn: expires)
        return (draft, view, words)
    }

    func controls(_ html: inout Markup, _ filled: Filled) {
        html.field(purpose, filled)
        html.field(recipient, filled)
        html.field(Self.answer, filled)
        html.field(givenBy, filled)
        if isChild {
            html.field(Self.childView, filled)
            html.field(Self.childWords, filled)
        }
        html.field(parts, filled)
        html.field(language, filled)
        html.field(Self.explained, filled)
        html.field(Self.evidence, filled)
        html.field(Self.expires, filled)
    }
}

/// What a child thinks of what a guardian answers for them. It is always recorded.
enum ChildView: String, CaseIterable, Sendable, SQLBindable {
    case agrees, disagrees
    case notExpressed = "not_expressed"

    var word: Word {
        switch self {
        case .agrees: Word(work: "The child agrees", fr: "L’enfant est d’accord")
        case .disagrees: Word(work: "The child does not agree", fr: "L’enfant n’est pas d’accord")
        case .notExpressed: Word(work: "The child was asked, and expressed no view", fr: "L’enfant, interrogé, n’a pas exprimé d’avis")
        }
    }
}

/// How an answer stands today.
enum ConsentState: Sendable {
    case inForce, expired, withdrawn, refused, notAble

    init(_ consent: Consent, on day: Day) {
        if consent.answer == .no {
            self = .refused
        } else if consent.answer == .notAbleNow {
            self = .notAble
        } else if consent.withdrawnAt != nil {
            self = .withdrawn
        } else {
            self = consent.isInForce(on: day) ? .inForce : .expired
        }
    }

    var word: Word {
        switch self {
        case .inForce: Word(work: "in force", fr: "en vigueur")
        case .expired: Word(work: "expired", fr: "expiré")
        case .withdrawn: Word(work: "withdrawn", fr: "retiré")
        case .refused: Word(work: "refused", fr: "refusé")
        case .notAble: Word(work: "not able to answer then", fr: "pas en état de répondre alors")
        }
    }
}
