import Access
import Basics
import Protection
import Vocabulary
import Web

extension Endpoint {
    /// Interviews for programs: what was asked before and by whom, a plan, and each step of it.
    static func interviews(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = InterviewProgramDesk(desk: CaseWorkDesk(room: room))
        let path = "/api/v1/cases/{id}/interviews"
        let interview = idParameter("interview", "The id of the interview.")
        return [
            Endpoint(
                verb: .get, path: path, operation: "listInterviews",
                summary:
                    "The interviews of a case file, the newest first, 50 at a time, and what the person was asked before, when and by whom. Nothing of what was told.",
                parameters: [fileParameter, afterParameter],
                answer: .object([
                    "asked_before": .list(of: .askedBefore), "interviews": .list(of: .interview), "next": Schema.text.orNull,
                ]), refusals: [.notFound], deed: .readInterviews
            ) { visit in .json(try await desk.list(visit)) },
            Endpoint(
                verb: .post, path: path, operation: "planInterview",
                summary:
                    "Plans an interview. What was asked before needs a reason to be asked again; a child is asked by somebody trained for it.",
                parameters: [fileParameter], body: .plan, answer: .movedInterview, refusals: changeRefusals, deed: .conductInterviews
            ) { visit in .json(try await desk.plan(visit)) },
            Endpoint(
                verb: .get, path: path + "/{interview}", operation: "getInterview",
                summary: "One interview with its texts, which are opened on record.", parameters: [fileParameter, interview],
                answer: .object(["interview": .interview, "texts": .texts]), refusals: [.notFound], deed: .readInterviews
            ) { visit in .json(try await desk.one(visit)) },
        ]
            + InterviewStep.allCases.map { step in
                Endpoint(
                    verb: .post, path: path + "/{interview}/\(step.rawValue)", operation: step.operation, summary: step.summary,
                    parameters: [fileParameter, interview], body: step.body, answer: .movedInterview, refusals: changeRefusals,
                    deed: .conductInterviews
                ) { visit in .json(try await desk.take(step, visit)) }
            }
    }
}

/// Takes interviews from step to step for programs, by the same rules as the pages do.
private struct InterviewProgramDesk: Sendable {
    let desk: CaseWorkDesk

    private var interviews: Interviews { Interviews(desk: desk) }

    func list(_ visit: Visit) async throws -> JSONValue {
        let page = try await InterviewsPage.read(visit, desk, filled: nil)
        let before = page.before.map { one -> JSONValue in
            ["matter": .text(one.matter.rawValue), "day": .text(one.day.iso), "organisation": .text(one.organisation)]
        }
        return [
            "asked_before": .list(before), "interviews": .list(page.slice.rows.map(JSONValue.interview)),
            "next": JSONValue(page.slice.next?.encoded),
        ]
    }

    func one(_ visit: Visit) async throws -> JSONValue {
        let one = try await InterviewPage.read(visit, desk, filled: nil).one
        return [
            "interview": .interview(one),
            "texts": ["place": JSONValue(one.place), "account": JSONValue(one.account), "evaluation": JSONValue(one.evaluation)],
        ]
    }

    func plan(_ visit: Visit) async throws -> JSONValue {
        let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
        var reading = FormReading(
            try ProgramAnswers(visit).form(
                ["place", "matters", "interpreter", "support", "training", "repeat-reason"], days: [InterviewFields.plannedFor]))
        guard let plan = InterviewFields.readPlan(&reading) else { throw FieldsRefused(reading.filled) }
        return try await stands(try await interviews.plan(plan, in: file, by: actor), in: file, for: actor)
    }

    func take(_ step: InterviewStep, _ visit: Visit) async throws -> JSONValue {
        let (file, id) = (try visit.id("id", of: CaseFile.self), try visit.id("interview", of: Interview.self))
        let (actor, answers) = (try visit.signedIn(), try ProgramAnswers(visit))
        let version = try answers.version
        var reading = FormReading(
            try answers.form(step.names, days: step.asksDay ? [InterviewFields.day] : [], besides: ["version"]))
        guard let take = step.read(&reading, of: id, version, in: file, interviews, by: actor) else {
            throw FieldsRefused(reading.filled)
        }
        try await take()
        return try await stands(id, in: file, for: actor)
    }

    private func stands(_ id: ID<Interview>, in file: ID<CaseFile>, for actor: Actor) async throws -> JSONValue {
        try await desk.look(at: file, .interviews, for: actor) { tx, _, _ in
            guard let one = try Interview.one(id, of: file, with: nil, under: nil, in: tx) else { throw CaseWorkRefused.interviewNotThere }
            return ["id": .text("\(id)"), "stage": .text(one.stage.rawValue), "version": .integer(one.version)]
        }
    }
}

extension InterviewStep {
    fileprivate var operation: String {
        switch self {
        case .explanation: "explainInterview"
        case .account: "recordInterviewAccount"
        case .closure: "closeInterview"
        case .evaluation: "evaluateInterview"
        case .breakingOff: "breakOffInterview"
        }
    }

    fileprivate var summary: String {
        switch self {
        case .explanation: "Says what was explained, and whether the person wants to speak; who does not is not asked."
        case .account: "Records what was asked and told. That the interpreter was alone with the person, a supervisor learns."
        case .closure: "Closes an interview: how the person is, and what was done so that they do not leave alone with it."
        case .evaluation: "Says how the interview went."
        case .breakingOff: "Breaks an interview off, at any moment before its closure."
        }
    }

    fileprivate var names: [String] {
        switch self {
        case .explanation: ["explained", "willing"]
        case .account: ["asked", "account", "alone"]
        case .closure: ["after", "closure"]
        case .evaluation: ["went", "evaluation"]
        case .breakingOff: ["break-reason"]
        }
    }

    fileprivate var asksDay: Bool { [.explanation, .account, .closure].contains(self) }

    fileprivate var body: Schema {
        switch self {
        case .explanation:
            .object([
                "version": .integer, "explained": .list(of: .codes(Interview.Explained.self)), "willing": .codes(Interview.Willing.self),
                "day": .day,
            ])
        case .account:
            .object([
                "version": .integer, "asked": .list(of: .codes(InterviewMatter.self)), "account": .text(length: 20_000),
                "alone": .codes(Interview.InterpreterAlone.self), "day": .day,
            ])
        case .closure:
            .object([
                "version": .integer, "after": .codes(Interview.StateAfter.self), "closure": .list(of: .codes(Interview.Closure.self)),
                "day": .day,
            ])
        case .evaluation:
            .object(
                ["version": .integer, "went": .codes(Interview.Went.self), "evaluation": Schema.text(length: 4_000).orNull],
                optional: ["evaluation"])
        case .breakingOff: .object(["version": .integer, "break_reason": .codes(Interview.BreakReason.self)])
        }
    }
}
