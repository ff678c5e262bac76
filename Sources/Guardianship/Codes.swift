import Store
import Vocabulary
import Web

/// A list of codes of this room, with a word for each.
protocol CodedAnswer: RawRepresentable<String>, CaseIterable, Sendable, Hashable, SQLBindable {
    var word: Word { get }
}

extension CodedAnswer {
    /// The question that is answered by one of them.
    static func field(_ name: String, _ label: Word, why: Word? = nil, isRequired: Bool = true) -> ChoiceField<Self> {
        ChoiceField(name, label, why: why, isRequired: isRequired, Array(allCases), as: allCases.count > 6 ? .list : .radios) { $0.word }
    }

    /// The word of a code; `nil` for one that is not known any more.
    static func word(_ code: String) -> Word? { Self(rawValue: code)?.word }
}

/// What a child said when they were asked, or why they could not be asked. Recorded beside every decision about them.
enum ChildView: String, CodedAnswer {
    case agrees, disagrees, mixed
    case noWish = "no_wish"
    case tooYoung = "too_young"
    case unwell

    var isAsked: Bool { self != .tooYoung && self != .unwell }
}

/// How a child was asked.
enum AskedHow: String, CodedAnswer {
    case talk
    case play
    case drawing
    case trusted
    case notAsked = "not_asked"
}

/// How much a child’s view counted, for their age and maturity.
enum ViewWeight: String, CodedAnswer {
    case followed
    case partly
    case outweighed
    case notApplicable = "not_applicable"
}

/// Why an age is assessed, or doubted. How somebody looks is no ground by itself, so it is not on the list.
enum AgeGround: String, CodedAnswer {
    case documentsContradict = "documents_contradict"
    case documentsFound = "documents_found"
    case ownStatement = "own_statement"
    case familyStatement = "family_statement"
    case papersByExploiter = "papers_by_exploiter"
    case professionalDoubt = "professional_doubt"
}

/// How an age is assessed, the gentlest first.
enum AgeMethod: String, CodedAnswer {
    case documents, interview, multidisciplinary
    /// Only when nothing else has told, never first.
    case medical
}

/// What an age was found to be.
enum AgeOutcome: String, CodedAnswer {
    case child, adult
}

/// What would keep somebody from being the guardian of a certain child.
enum Conflict: String, CodedAnswer {
    case employer
    case returnInterest = "return_interest"
    case carer
    case kinOfExploiter = "kin_of_exploiter"
    case otherInterest = "other_interest"
}

/// Whether something would. Nobody is appointed on what is not known.
enum ConflictAnswer: String, CodedAnswer {
    case no, yes, unknown
}

/// Why somebody is no longer the guardian of a child.
enum GuardianEnd: String, CodedAnswer {
    case replaced, conflict, conduct, unavailable
    case childIsAdult = "child_is_adult"
    case timeOver = "time_over"

    /// Those that the authority chooses from; the others follow from something else.
    static let chosen: [GuardianEnd] = [.conflict, .conduct, .unavailable]
}

/// What a determination is about.
enum BestInterestsQuestion: String, CodedAnswer {
    case durableSolution = "durable_solution"
    case care
    case separation
    case tracing
    case sharing
    case services
}

/// What became of somebody on the panel of a determination.
enum PanelChange: String, CodedAnswer {
    case joined, left
}

/// What can be decided for a child. Each is weighed with what speaks for and against it.
enum BestInterestsOption: String, CodedAnswer {
    case stay
    case familyReturn = "family_return"
    case careReturn = "care_return"
    case thirdCountry = "third_country"
    case kinship, foster
    case groupHome = "group_home"
    case remain
    case share
    case noShare = "no_share"
}

/// The profession for which somebody sits on a panel.
enum Profession: String, CodedAnswer {
    case childProtection = "child_protection"
    case socialWork = "social_work"
    case health, psychology, law, education, culture
}

/// Why a determination is looked at again.
enum NewFacts: String, CodedAnswer {
    case childView = "child_view"
    case safety, family, health, law
    case reviewDay = "review_day"
}

/// Whom a child asks about.
enum Kin: String, CodedAnswer {
    case mother, father, sibling, grandparent, relative
    case formerCarer = "former_carer"
}

/// What a child wants about being in touch.
enum TracingWish: String, CodedAnswer {
    case wants
    case wantsNews = "wants_news"
    case unsure
    case against
    case cannotSay = "cannot_say"

    /// Nobody is looked for against a child’s wish, or before they could say it.
    var allowsContact: Bool { self == .wants || self == .wantsNews }
}

/// What makes contact with a family a danger.
enum TracingRisk: String, CodedAnswer {
    case familyInvolved = "family_involved"
    case threats, debt
    case watched
    case violence
    case shame
}

/// What is known about one risk. Not knowing is no answer that lets a contact go ahead.
enum RiskAnswer: String, CodedAnswer {
    case no, yes, unknown
}

/// What was done to find a family.
enum TracingStepKind: String, CodedAnswer {
    case requestSent = "request_sent"
    case answer, message, call, visit, meeting
}

/// What came of it.
enum TracingResult: String, CodedAnswer {
    case waiting, found
    case notFound = "not_found"
    case welcome, rejected
    case dangerSeen = "danger_seen"
}
