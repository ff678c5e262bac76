import Access
import Basics
import Protection
import Web

extension ReturnStep {
    /// What a program sends to take the step.
    func document(_ profile: CountryProfile) -> Schema {
        switch self {
        case .stay, .thirdCountry, .home:
            .object(
                [
                    "version": .integer, "wish": .choice(ReturnOption.Wish.allCases.map(\.rawValue)), "pro": .words, "con": .words,
                    "own_view": .words,
                ], optional: ["pro", "con", "own_view"])
        case .risk:
            .object(
                [
                    "version": .integer, "scores": Schema.dictionary(of: .integer(in: 0...3)).described("By the code of the question."),
                    "note": .words, "mitigation": Schema.words.described("Why a serious risk is scored lower than before."),
                ], optional: ["note", "mitigation"])
        case .refoulement:
            .object(
                [
                    "version": .integer, "checked": .day, "checker": .choice(RefoulementCheck.Checker.allCases.map(\.rawValue)),
                    "grounds": .list(of: .choice(RefoulementCheck.Ground.allCases.map(\.rawValue))),
                    "result": .choice(RefoulementCheck.Result.allCases.map(\.rawValue)), "note": .words,
                ], optional: ["note"])
        case .partner:
            .object(
                [
                    "version": .integer, "partner": Schema.text(length: 40).described("The id of an organisation that receives people."),
                    "agreement": .choice(ReturnAgreement.allCases.map(\.rawValue)), "reference": Schema.text(length: 200).orNull,
                ], optional: ["reference"])
        case .agreement:
            .object(["version": .integer, "override": Schema.choice(profile.overridesOfReturn.map(\.code)).orNull], optional: ["override"])
        case .sharing: .object(["version": .integer, "identity": .flag], optional: ["identity"])
        case .travel:
            .object(
                [
                    "version": .integer, "travel": .day, "arrive": .day, "escort": .choice(Escort.allCases.map(\.rawValue)),
                    "documents": .choice(TravelDocument.allCases.map(\.rawValue)), "itinerary": .words,
                ], optional: ["itinerary"])
        case .arrival: .object(["version": .integer, "arrived": .day])
        case .stop:
            .object(["version": .integer, "reason": .choice(StopReason.allCases.filter { $0 != .consentWithdrawn }.map(\.rawValue))])
        case .conclusion, .departure, .withdrawal: .object(["version": .integer])
        }
    }
}

extension JSONValue {
    /// The return of a file as its page shows it; steps are those that whoever asks may take.
    static func plannedReturn(_ page: ReturnPage) -> JSONValue {
        let steps = page.plan.map { plan in
            ([.considering, .assessed, .agreed].contains(plan.stage) ? [.stay, .thirdCountry, .home] : []) + ReturnStep.open(at: plan.stage)
        }
        return [
            "plan": page.plan.map { plan($0, page) } ?? .null,
            "next": .list((steps ?? []).filter { page.view.may($0.deed) }.map { .text($0.rawValue) }),
            "options": .list(
                page.options.map {
                    [
                        "option": .text($0.option.rawValue), "wish": JSONValue($0.wish?.rawValue), "pro": JSONValue($0.pro),
                        "con": JSONValue($0.con), "own_view": JSONValue($0.ownView),
                    ]
                }),
            "risks": .list(
                page.risks.map {
                    [
                        "assessed_at": .text($0.assessment.assessedAt.iso),
                        "scores": .object($0.assessment.scores.mapValues { .integer($0) }),
                        "serious": .list($0.assessment.serious.map(JSONValue.text)), "note": JSONValue($0.note),
                        "mitigation": JSONValue($0.mitigation),
                    ]
                }),
            "checks": .list(
                page.checks.map {
                    [
                        "checked": .text($0.day.iso), "checker": .text($0.checker.rawValue),
                        "grounds": .list($0.grounds.map { .text($0.rawValue) }), "result": .text($0.result.rawValue),
                        "note": JSONValue($0.note),
                    ]
                }),
            "earlier": .list(page.earlier.map { ["stage": .text($0.stage.rawValue), "opened_at": .text($0.openedAt.iso)] }),
            "removals": .list(
                page.removals.map {
                    [
                        "removed": .text($0.day.iso), "authority": .text($0.authority.rawValue), "ground": .text($0.ground),
                        "destination": .text($0.destination),
                    ]
                }),
        ]
    }

    private static func plan(_ plan: ReturnPlan, _ page: ReturnPage) -> JSONValue {
        [
            "id": .text("\(plan.id)"), "kind": .text(plan.kind.rawValue), "stage": .text(plan.stage.rawValue),
            "destination": .text(plan.destination), "serious_risks": JSONValue(plan.seriousRisks),
            "partner": JSONValue(plan.partner.map { "\($0)" }), "partner_name": JSONValue(plan.partnerName),
            "agreement": JSONValue(plan.agreement?.rawValue), "reference": JSONValue(page.agreementNote),
            "basis": JSONValue(plan.basis?.rawValue), "override": JSONValue(plan.override), "is_voluntary": .bool(plan.isVoluntary),
            "is_shared": .bool(plan.share != nil), "travel": JSONValue(plan.travelOn?.iso), "arrive": JSONValue(plan.arriveBy?.iso),
            "escort": JSONValue(plan.escort?.rawValue), "documents": JSONValue(plan.documents?.rawValue),
            "itinerary": JSONValue(page.itinerary), "arrived": JSONValue(plan.arrivedOn?.iso),
            "stop_reason": JSONValue(plan.stopReason?.rawValue), "opened_at": .text(plan.openedAt.iso), "version": .integer(plan.version),
        ]
    }
}

extension Schema {
    private static let stage = Schema.choice(ReturnStage.allCases.map(\.rawValue))
    fileprivate static let words = Schema.text(length: 4_000).orNull
    private static let maybe = Schema.text.orNull

    static let movedReturn = Schema.object(["id": .text, "stage": stage, "version": .integer])

    private static let plan = Schema.object([
        "id": .text, "kind": .choice(ReturnKind.allCases.map(\.rawValue)), "stage": stage, "destination": .text,
        "serious_risks": Schema.integer.orNull, "partner": maybe, "partner_name": maybe, "agreement": maybe, "reference": maybe,
        "basis": Schema.choice(ReturnGrounds.Basis.allCases.map(\.rawValue)).orNull, "override": maybe, "is_voluntary": .flag,
        "is_shared": .flag, "travel": maybe, "arrive": maybe, "escort": maybe, "documents": maybe, "itinerary": maybe, "arrived": maybe,
        "stop_reason": Schema.choice(StopReason.allCases.map(\.rawValue)).orNull, "opened_at": .text, "version": .integer,
    ])

    static let plannedReturn = Schema.object([
        "plan": plan.orNull, "next": .list(of: .choice(ReturnStep.allCases.map(\.rawValue))),
        "options": .list(
            of: .object([
                "option": .choice(ReturnOption.allCases.map(\.rawValue)),
                "wish": Schema.choice(ReturnOption.Wish.allCases.map(\.rawValue)).orNull, "pro": maybe, "con": maybe, "own_view": maybe,
            ])),
        "risks": .list(
            of: .object([
                "assessed_at": .text, "scores": .dictionary(of: .integer), "serious": .list(of: .text), "note": maybe, "mitigation": maybe,
            ])),
        "checks": .list(
            of: .object([
                "checked": .text, "checker": .choice(RefoulementCheck.Checker.allCases.map(\.rawValue)), "grounds": .list(of: .text),
                "result": .choice(RefoulementCheck.Result.allCases.map(\.rawValue)), "note": maybe,
            ])),
        "earlier": .list(of: .object(["stage": stage, "opened_at": .text])),
        "removals": .list(of: .object(["removed": .text, "authority": .text, "ground": .text, "destination": .text])),
    ])
}
