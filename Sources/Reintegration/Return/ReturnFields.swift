import Access
import Basics
import Protection
import Vocabulary
import Web

/// The questions about a return.
enum ReturnFields {
    static let kind = ChoiceField("kind", .whereTo, ReturnKind.allCases) { $0.word }
    static func country(_ countries: Countries, in language: Language) -> ChoiceField<String> {
        ChoiceField(
            "country", .destination,
            choices: countries.sorted(in: language).map { Choice($0.code.alpha3, key: $0.code.alpha3, label: $0.name) }, as: .list)
    }

    static let wish = ChoiceField("wish", .wish, ReturnOption.Wish.allCases) { $0.word }
    static let pro = text("pro", .pro)
    static let con = text("con", .con)
    static let ownView = text("own-view", .ownView, why: .ownViewWhy)

    static func score(_ question: AssessmentForm.Question) -> ChoiceField<Int> {
        ChoiceField(
            "score-" + question.code, question.text,
            choices: question.levels.enumerated().map { Choice($0.offset, key: String($0.offset), label: $0.element) })
    }
    static let riskNote = text("note", .riskNote)
    static let mitigation = text("mitigation", .mitigation, why: .mitigationWhy)

    static let checkedOn = DayField("checked", .checkedOn, .untilToday)
    static let checker = ChoiceField("checker", .checkedBy, RefoulementCheck.Checker.allCases) { $0.word }
    static let grounds = ChoicesField(
        "grounds", .groundsLookedAt, choices: RefoulementCheck.Ground.allCases.map { Choice($0, key: $0.rawValue, label: $0.word) })
    static let result = ChoiceField("result", .result, RefoulementCheck.Result.allCases) { $0.word }
    static let note = text("note", .note)

    static func partner(_ all: [OrganisationChoice]) -> ChoiceField<ID<Organisation>> {
        .organisations("partner", .partner, why: .partnerWhy, isRequired: true, all)
    }
    static let agreement = ChoiceField("agreement", .agreementUsed, ReturnAgreement.allCases) { $0.word }
    static let agreementNote = TextField("reference", .agreementNote, isRequired: false, length: 1...200)

    static func override(_ profile: CountryProfile) -> ChoiceField<String> {
        ChoiceField(
            "override", .overrideGround, why: .overrideWhy, isRequired: false,
            choices: profile.overridesOfReturn.map { Choice($0.code, key: $0.code, label: $0.text) }, as: .list)
    }
    static let identity = TickField("identity", .shareIdentity)

    static let travelOn = DayField("travel", .travelOn)
    static let arriveBy = DayField("arrive", .arriveBy)
    static let escort = ChoiceField("escort", .escort, Escort.allCases) { $0.word }
    static let documents = ChoiceField("documents", .travelDocuments, TravelDocument.allCases) { $0.word }
    static let itinerary = text("itinerary", .itinerary)
    static let arrivedOn = DayField("arrived", .arrivedOn, .untilToday)
    /// A withdrawn consent, a serious risk found by an assessment, and an obstacle stop a plan by themselves.
    static let stopReason = ChoiceField("reason", .stopReason, StopReason.allCases.filter { $0 != .consentWithdrawn }) { $0.word }

    static let authority = ChoiceField("authority", .removingAuthority, Removal.Authority.allCases) { $0.word }
    static let office = TextField("office", .removingOffice, isRequired: false, length: 1...200)
    static func removalGround(_ profile: CountryProfile) -> ChoiceField<String> {
        ChoiceField(
            "ground", .removalGround,
            choices: profile.overridesOfReturn.map { Choice($0.code, key: $0.code, label: $0.text) }
                + [Choice(Removal.noGround, key: Removal.noGround, label: .noGroundGiven)])
    }
    static let removedOn = DayField("removed", .removedOn, .untilToday)

    private static func text(_ name: String, _ label: Word, why: Word? = nil) -> LongTextField {
        LongTextField(name, label, why: why, isRequired: false, length: 1...4_000, rows: 3)
    }
}
