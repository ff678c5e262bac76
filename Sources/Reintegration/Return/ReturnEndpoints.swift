import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Endpoint {
    /// Returns for programs: the plan of a file, and each step of it. None is skipped, and nobody travels over a serious risk.
    static func returns(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = ReturnProgramDesk(room: room)
        let path = "/api/v1/cases/{id}/return"
        return [
            Endpoint(
                verb: .get, path: path, operation: "getReturn",
                summary:
                    "The return that is planned in a case file, what was weighed, assessed and checked, and which steps may come next. Texts are opened on record.",
                parameters: [fileParameter], answer: .plannedReturn, refusals: [.notFound], deed: .readReturn
            ) { visit in .json(.plannedReturn(try await desk.desk.plan(visit, filled: Filled()))) },
            Endpoint(
                verb: .post, path: path, operation: "considerReturn",
                summary: "Begins to weigh a return: staying, a third country and going home are always weighed beside one another.",
                parameters: [fileParameter],
                body: .object(["kind": .choice(ReturnKind.allCases.map(\.rawValue)), "country": .text(matching: "[A-Z]{3}", length: 3)]),
                answer: .movedReturn, refusals: changeRefusals, deed: .planReturn
            ) { visit in .json(try await desk.begin(visit)) },
        ]
            + ReturnStep.allCases.map { step in
                Endpoint(
                    verb: .post, path: path + "/" + step.rawValue, operation: step.operation, summary: step.summary,
                    parameters: [fileParameter], body: step.document(room.profile), answer: .movedReturn, refusals: changeRefusals,
                    deed: step.deed
                ) { visit in .json(try await desk.take(step, visit)) }
            }
    }
}

/// Plans returns for programs, by the same rules as the pages do.
private struct ReturnProgramDesk: Sendable {
    let room: ProtectionRoom

    var desk: ReturnDesk { ReturnDesk(room: room) }
    private var returns: Returns { Returns(room) }

    func begin(_ visit: Visit) async throws -> JSONValue {
        let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
        var reading = FormReading(try ProgramAnswers(visit).form(["kind", "country"]))
        let kind = reading.read(ReturnFields.kind)
        let country = reading.read(ReturnFields.country(room.countries, in: visit.language))
        guard let kind, let country else { throw FieldsRefused(reading.filled) }
        try await returns.begin(kind, to: country, in: file, by: actor)
        return try await stands(file)
    }

    func take(_ step: ReturnStep, _ visit: Visit) async throws -> JSONValue {
        let form = try await desk.form(of: step, visit)
        let answers = try ProgramAnswers(visit)
        let version = try answers.version
        let scores = QuestionGroup("scores", form.form?.questions.map(\.code) ?? []) { "score-" + $0 }
        var reading = FormReading(
            try answers.form(step.names, days: step.days, groups: step == .risk ? [scores] : [], besides: ["version"]))
        let take = form.read(&reading, version: version, returns: returns, by: try visit.signedIn())
        guard reading.isSound, let take else { throw FieldsRefused(reading.filled) }
        try await take()
        return try await stands(form.view.summary.id)
    }

    /// Where the plan stands after a deed of whoever asks.
    private func stands(_ file: ID<CaseFile>) async throws -> JSONValue {
        let plan = try await room.database.read { tx in try ReturnPlan.newest(in: file, tx: tx) }
        guard let plan else { throw ReturnRefused.noPlan }
        return ["id": .text("\(plan.id)"), "stage": .text(plan.stage.rawValue), "version": .integer(plan.version)]
    }
}

extension ReturnStep {
    fileprivate var operation: String {
        switch self {
        case .stay: "weighStaying"
        case .thirdCountry: "weighThirdCountry"
        case .home: "weighGoingHome"
        case .risk: "assessReturnRisk"
        case .refoulement: "checkRefoulement"
        case .partner: "chooseReturnPartner"
        case .conclusion: "concludeReturnAssessment"
        case .agreement: "authoriseReturn"
        case .sharing: "shareReturn"
        case .travel: "planJourney"
        case .departure: "recordDeparture"
        case .arrival: "confirmArrival"
        case .withdrawal: "withdrawReturnConsent"
        case .stop: "stopReturn"
        }
    }

    /// What the step is called and what follows from it, as its page says.
    fileprivate var summary: String {
        let said = [title.en + ".", consequence?.en, "From the version that was read."]
        return said.compactMap { $0 }.joined(separator: " ")
    }

    /// The questions of its form, besides days.
    fileprivate var names: [String] {
        switch self {
        case .stay, .thirdCountry, .home: ["wish", "pro", "con", "own-view"]
        case .risk: ["note", "mitigation"]
        case .refoulement: ["checker", "grounds", "result", "note"]
        case .partner: ["partner", "agreement", "reference"]
        case .agreement: ["override"]
        case .sharing: ["identity"]
        case .travel: ["escort", "documents", "itinerary"]
        case .stop: ["reason"]
        case .conclusion, .departure, .arrival, .withdrawal: []
        }
    }

    fileprivate var days: [DayField] {
        switch self {
        case .refoulement: [ReturnFields.checkedOn]
        case .travel: [ReturnFields.travelOn, ReturnFields.arriveBy]
        case .arrival: [ReturnFields.arrivedOn]
        default: []
        }
    }
}
