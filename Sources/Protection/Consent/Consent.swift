package import Access
package import Basics
import Store

/// What a person answered when they were asked for one purpose: an entry of the consent ledger. Only ever added to; withdrawn, never
/// changed.
package struct Consent: Sendable, Hashable {
    package let id: ID<Consent>
    package let file: ID<CaseFile>
    /// A `ConsentPurpose` of the profile.
    package let purpose: String
    /// To whom; `nil` for what goes to no organisation of this platform. A yes covers the organisation that it names and no other.
    package let recipient: ID<Organisation>?
    package let answer: Answer
    package let givenBy: Giver
    /// Which parts of the file it covers.
    package let parts: Set<CasePart>
    /// The tag of the language in which it was explained.
    package let language: String
    package let explained: Explanation
    package let evidence: Evidence
    package let recordedBy: ID<Account>
    package let recordedAt: Instant
    package let expiresOn: Day?
    package let withdrawnAt: Instant?

    package enum Answer: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case yes, no
        /// Too ill, too frightened, asleep: asked again later.
        case notAbleNow = "not_able_now"
    }

    package enum Giver: Sendable, Hashable {
        case person
        case guardian(ID<Account>)
        /// An officer of the child-protection authority, in the place of a guardian as long as there is none.
        case childAuthority(ID<Account>)

        /// Whether it was answered for a child, and not by the person themself.
        package var isForChild: Bool { self != .person }
    }

    package enum Explanation: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case spoken, written, audio, interpreter
    }

    package enum Evidence: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case spoken, signed, witnessed
    }

    /// Whether it lets something be disclosed on this day.
    package func isInForce(on day: Day) -> Bool {
        answer == .yes && withdrawnAt == nil && expiresOn.map { day <= $0 } ?? true
    }

    /// What is written down of a new answer.
    package struct Draft: Sendable {
        package var purpose: String
        package var recipient: ID<Organisation>?
        package var answer: Answer
        package var givenBy: Giver
        package var parts: Set<CasePart>
        package var language: String
        package var explained: Explanation
        package var evidence: Evidence
        package var expiresOn: Day?

        package init(
            purpose: String, recipient: ID<Organisation>? = nil, answer: Answer, givenBy: Giver = .person, parts: Set<CasePart>,
            language: String, explained: Explanation, evidence: Evidence, expiresOn: Day? = nil
        ) {
            (self.purpose, self.recipient, self.answer, self.givenBy, self.parts) = (purpose, recipient, answer, givenBy, parts)
            (self.language, self.explained, self.evidence, self.expiresOn) = (language, explained, evidence, expiresOn)
        }
    }
}

/// What Protection refuses about consent and disclosure.
package enum ConsentRefused: Refusal {
    /// A child is never asked in place of a guardian.
    case childNotAsked
    /// The account is no guardian of this child.
    case notTheGuardian
    case noConsent
    case consentNotForThis
    case noGround
    /// The child-protection authority alone decides in a guardian's place.
    case authorityDecides
    /// There is a guardian now, who is asked anew.
    case guardianDecides
    case withdrawnAlready
    /// The file is open to them on this consent.
    case openAlready
    case unknownPurpose
    /// A law is named without saying why it leaves no other way.
    case reasonNeeded
    /// The law lets somebody else be told.
    case lawNotForThem
    /// It would have ended before it was given.
    case endedAlready

    package var code: String {
        switch self {
        case .childNotAsked: "consent.child-not-asked"
        case .notTheGuardian: "consent.not-the-guardian"
        case .noConsent: "consent.none"
        case .consentNotForThis: "consent.not-for-this"
        case .noGround: "consent.no-ground"
        case .authorityDecides: "consent.authority-decides"
        case .guardianDecides: "consent.guardian-decides"
        case .withdrawnAlready: "consent.withdrawn-already"
        case .openAlready: "consent.open-already"
        case .unknownPurpose: "consent.unknown-purpose"
        case .reasonNeeded: "consent.reason-needed"
        case .lawNotForThem: "consent.law-not-for-them"
        case .endedAlready: "consent.ended-already"
        }
    }

    package var message: String {
        switch self {
        case .childNotAsked:
            "This person is, or may be, under 18, so they are not asked to consent. Ask the guardian, and record the child’s own view beside it."
        case .notTheGuardian: "That account is not the guardian of this child. Name the guardian first."
        case .noConsent: "The person has not agreed to this, or has withdrawn it. Ask them first, and record their answer."
        case .consentNotForThis:
            "The consent on record does not cover this recipient, this purpose or all of these parts. Ask the person about exactly this."
        case .noGround: "Nothing may be disclosed without a ground. Record consent, or name the law that allows it without."
        case .authorityDecides:
            "As long as a child has no guardian, the child-protection authority alone decides this. Ask it on the page of the child; where the child is in danger, name the law."
        case .guardianDecides:
            "The child has a guardian now. Ask the guardian: what the child-protection authority agreed to before them opens nothing new."
        case .withdrawnAlready: "This consent was withdrawn before."
        case .endedAlready: "The day on which this consent ends is past. Look at the year, or leave the day out."
        case .reasonNeeded: "Say why this law leaves no other way. The supervisor is told, and the reason stays on record."
        case .lawNotForThem:
            "This law lets only the authority that it names be told, and the recipient is not that authority. Choose another ground, or another recipient."
        case .openAlready: "The file is open to them already, on this consent."
        case .unknownPurpose: "The country’s profile has no such purpose. Choose one from the list."
        }
    }
}
