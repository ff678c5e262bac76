import Access
import Basics
import Protection
import Store

/// A determination of what is best for a child: formal, by a panel, with options weighed and the child’s view recorded.
///
/// opened → options → heard → decided → under review → (heard →) decided
struct BestInterests: Sendable {
    enum Stage: String, CaseIterable, Sendable, SQLBindable {
        case opened, options, heard, decided
        case underReview = "under_review"
    }

    let id: ID<BestInterests>
    let stage: Stage
    let question: BestInterestsQuestion
    let openedAt: Instant
    let guardianHeardOn: Day?
    let childView: ChildView?
    let askedHow: AskedHow?
    let askedLanguage: String?
    let weight: ViewWeight?
    let newFacts: NewFacts?
    let version: Int

    struct Member: Sendable {
        let id: ID<Member>
        let organisation: ID<Organisation>
        let organisationName: String
        let profession: Profession
    }

    struct Option: Sendable {
        let id: ID<Option>
        let kind: BestInterestsOption
    }

    struct Decision: Sendable {
        let option: BestInterestsOption
        let decidedAt: Instant
        let reviewOn: Day
    }

    static func find(_ id: ID<BestInterests>, in file: ID<CaseFile>, tx: any Transaction) throws -> BestInterests {
        guard let found = try all(in: file, tx: tx).first(where: { $0.id == id }) else { throw ChildRefused.hasNoSuchThing }
        return found
    }

    /// Newest first.
    static func all(in file: ID<CaseFile>, tx: any Transaction) throws -> [BestInterests] {
        try tx.rows(
            """
            SELECT id, stage, question, opened_at, guardian_heard_on, child_view, asked_how, asked_language, weight, new_facts, version
            FROM best_interests WHERE case_id = \(file) ORDER BY opened_at DESC, id DESC
            """
        ) { row in
            BestInterests(
                id: try row.id(0, of: BestInterests.self), stage: try row.choice(1, as: Stage.self),
                question: try row.choice(2, as: BestInterestsQuestion.self), openedAt: row.instant(3),
                guardianHeardOn: try row.optionalDay(4), childView: try row.optionalChoice(5, as: ChildView.self),
                askedHow: try row.optionalChoice(6, as: AskedHow.self), askedLanguage: row.optionalText(7),
                weight: try row.optionalChoice(8, as: ViewWeight.self), newFacts: try row.optionalChoice(9, as: NewFacts.self),
                version: row.int(10)
            )
        }
    }

    func panel(tx: any Transaction) throws -> [Member] {
        try tx.rows(
            """
            SELECT m.id, m.organisation_id, o.name, m.profession FROM best_interests_member m
            JOIN organisation o ON o.id = m.organisation_id WHERE m.determination_id = \(id) AND m.left_at IS NULL ORDER BY m.id
            """
        ) { row in
            Member(
                id: try row.id(0, of: Member.self), organisation: try row.id(1, of: Organisation.self), organisationName: row.text(2),
                profession: try row.choice(3, as: Profession.self))
        }
    }

    func options(tx: any Transaction) throws -> [Option] {
        try tx.rows("SELECT id, kind FROM best_interests_option WHERE determination_id = \(id) ORDER BY added_at, id") { row in
            Option(id: try row.id(0, of: Option.self), kind: try row.choice(1, as: BestInterestsOption.self))
        }
    }

    /// Newest first.
    func decisions(tx: any Transaction) throws -> [Decision] {
        try tx.rows(
            """
            SELECT o.kind, d.decided_at, d.review_on FROM best_interests_decision d JOIN best_interests_option o ON o.id = d.option_id
            WHERE d.determination_id = \(id) ORDER BY d.decided_at DESC, d.id DESC
            """
        ) { row in
            Decision(option: try row.choice(0, as: BestInterestsOption.self), decidedAt: row.instant(1), reviewOn: try row.day(2))
        }
    }

    /// The ground of a disclosure that a determination gives: only one that is decided, in this very file, for somebody who is still
    /// protected as a child, and that decided to do it.
    static func ground(from id: ID<BestInterests>, in file: ID<CaseFile>, tx: any Transaction) throws -> DisclosureGround {
        let determination = try find(id, in: file, tx: tx)
        guard determination.stage == .decided, let decision = try determination.decisions(tx: tx).first else {
            throw BestInterestsRefused.notDecided
        }
        guard decision.option != .noShare, decision.option != .remain else { throw BestInterestsRefused.decidedAgainst }
        guard try CaseSummary.find(file, in: tx)?.path.protectsAsChild == true else { throw ChildRefused.notAChild }
        return .bestInterests(decidedIn: id.bytes)
    }
}

/// What is refused about best interests.
enum BestInterestsRefused: Refusal {
    case notThisStage, openAlready, tooFewOptions, panelTooSmall, panelOfOne, optionTwice, noSuchOption, reviewPast, notDecided
    case decidedAgainst, viewWithoutHow, viewWithoutReason, notYourParts, memberTwice, noSuchMember

    var code: String {
        switch self {
        case .notThisStage: "best-interests.not-this-stage"
        case .openAlready: "best-interests.open-already"
        case .tooFewOptions: "best-interests.too-few-options"
        case .panelTooSmall: "best-interests.panel-too-small"
        case .panelOfOne: "best-interests.panel-of-one-organisation"
        case .optionTwice: "best-interests.option-twice"
        case .noSuchOption: "best-interests.no-such-option"
        case .reviewPast: "best-interests.review-day"
        case .notDecided: "best-interests.not-decided"
        case .decidedAgainst: "best-interests.decided-against"
        case .viewWithoutHow: "best-interests.view-without-how"
        case .viewWithoutReason: "best-interests.view-without-reason"
        case .notYourParts: "best-interests.not-your-parts"
        case .memberTwice: "best-interests.member-twice"
        case .noSuchMember: "best-interests.no-such-member"
        }
    }

    var message: String {
        switch self {
        case .notThisStage:
            "The determination is at another step. The order is: options, then child and guardian are heard, then the decision."
        case .openAlready: "A determination of this question is open already. Finish that one."
        case .tooFewOptions: "Weigh two options at least, with what speaks for and against each, before anybody is heard."
        case .panelTooSmall: "The panel needs three members at least. Add those who are missing."
        case .panelOfOne: "The members of the panel must come from two organisations at least. Add somebody of another one."
        case .optionTwice: "This option is on the list already."
        case .noSuchOption: "Choose one of the options that were weighed."
        case .reviewPast: "The review day must lie ahead, and not later than the country’s rules say."
        case .notDecided: "Nothing can be shared on this determination: it is not decided, or it is being looked at again."
        case .decidedAgainst: "The determination did not decide to do this, so nothing can be shared on it."
        case .viewWithoutHow: "Record how the child was asked and in which language."
        case .viewWithoutReason: "Write down what the child said, or why they could not be asked."
        case .memberTwice: "Somebody of this name sits on the panel already. Each member is one person: write another name."
        case .noSuchMember: "This person is not on the panel any more. Look at the determination again."
        case .notYourParts: "You can share no part of the file that was not given to your own organisation."
        }
    }
}
