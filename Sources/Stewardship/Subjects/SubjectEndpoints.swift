import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Endpoint {
    /// What is held about a person and who saw it, for programs: asked for, made, handed over.
    static func subjects(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = SubjectProgramDesk(room: room)
        let path = "/api/v1/cases/{id}/subject-access"
        return [
            Endpoint(
                verb: .get, path: path, operation: "getSubjectAccess",
                summary: "When somebody asked what is held about the person, how it was handed over, and what a law withholds.",
                parameters: [fileParameter], answer: .subjectAccess, refusals: [.notFound], deed: .answerSubjects
            ) { visit in .json(try await desk.standing(visit)) },
            Endpoint(
                verb: .post, path: path, operation: "recordSubjectRequest", summary: "Records that somebody asked what is held.",
                parameters: [fileParameter], body: .object(["asked_on": .day, "asked_by": .askedBy]), answer: .subjectAccess,
                refusals: changeRefusals, deed: .answerSubjects
            ) { visit in .json(try await desk.ask(visit)) },
            Endpoint(
                verb: .get, path: path + "/sheet", operation: "getSubjectSheet",
                summary:
                    "Everything that is held about the person in a case file, and who saw it, once it was asked for; without what a law withholds. That it was made is on record.",
                parameters: [fileParameter], answer: .subjectSheet, refusals: [.notFound, .invalid], deed: .answerSubjects
            ) { visit in .json(.sheet(try await SubjectAccess(room: room).sheet(of: visit.id("id"), for: visit.signedIn()))) },
            Endpoint(
                verb: .post, path: path + "/handover", operation: "recordSubjectHandover",
                summary: "Records how and when the sheet was handed over: once for each time it was asked for.",
                parameters: [fileParameter], body: .object(["handed_on": .day, "channel": .handoverChannel]), answer: .subjectAccess,
                refusals: changeRefusals, deed: .answerSubjects
            ) { visit in .json(try await desk.handOver(visit)) },
            Endpoint(
                verb: .post, path: path + "/withholding", operation: "withholdFromSubject",
                summary: "Says that a law withholds a part, or what one organisation did. One of the two is named.",
                parameters: [fileParameter],
                body: .object(
                    ["part": Schema.filePart.orNull, "organisation": Schema.text(length: 40).orNull, "reason": .withholdingReason],
                    optional: ["part", "organisation"]), answer: .subjectAccess, refusals: changeRefusals, deed: .answerSubjects
            ) { visit in .json(try await desk.withhold(visit)) },
            Endpoint(
                verb: .post, path: path + "/withholding/{one}/end", operation: "endWithholding",
                summary: "Says that nothing is withheld on this ground any more.",
                parameters: [fileParameter, idParameter("one", "The id of what is withheld.")], body: .object([:]), answer: .subjectAccess,
                refusals: changeRefusals, deed: .answerSubjects
            ) { visit in .json(try await desk.lift(visit)) },
        ]
    }
}

/// Answers people for programs, by the same rules as the pages do.
private struct SubjectProgramDesk: Sendable {
    let room: ProtectionRoom

    private var subjects: SubjectAccess { SubjectAccess(room: room) }

    func standing(_ visit: Visit) async throws -> JSONValue {
        let page = try await SubjectPage.read(visit, room, filled: Filled())
        return [
            "requests": .list(
                page.requests.map {
                    [
                        "asked_on": .text($0.askedOn.iso), "asked_by": .text($0.by.rawValue), "channel": JSONValue($0.channel?.rawValue),
                        "handed_on": JSONValue($0.handedOn?.iso),
                    ]
                }),
            "withheld": .list(
                page.withheld.map { ["id": .text("\($0.id)"), "what": .text($0.what.en), "reason": .text($0.reason.rawValue)] }),
        ]
    }

    func ask(_ visit: Visit) async throws -> JSONValue {
        var reading = FormReading(try ProgramAnswers(visit).form(["asked-by"], days: [SubjectPage.askedOn]))
        let (day, who) = (reading.read(SubjectPage.askedOn), reading.read(SubjectPage.askedBy))
        guard reading.isSound, let day, let who else { throw FieldsRefused(reading.filled) }
        try await subjects.ask(visit.id("id"), on: day, by: who, actor: visit.signedIn())
        return try await standing(visit)
    }

    func handOver(_ visit: Visit) async throws -> JSONValue {
        var reading = FormReading(try ProgramAnswers(visit).form(["channel"], days: [SubjectPage.handedOn]))
        let (day, channel) = (reading.read(SubjectPage.handedOn), reading.read(SubjectPage.channel))
        guard reading.isSound, let day, let channel else { throw FieldsRefused(reading.filled) }
        try await subjects.handOver(visit.id("id"), by: channel, on: day, actor: visit.signedIn())
        return try await standing(visit)
    }

    func withhold(_ visit: Visit) async throws -> JSONValue {
        let page = try await SubjectPage.read(visit, room, filled: Filled())
        var reading = FormReading(try ProgramAnswers(visit).form(["part", "organisation", "reason"]))
        let (part, organisation) = (reading.read(SubjectPage.part), reading.read(page.organisation))
        guard let reason = reading.read(SubjectPage.reason), reading.isSound else { throw FieldsRefused(reading.filled) }
        try await subjects.withhold(part, of: organisation, for: reason, in: page.summary.id, actor: visit.signedIn())
        return try await standing(visit)
    }

    func lift(_ visit: Visit) async throws -> JSONValue {
        _ = try ProgramAnswers(visit).form()
        try await subjects.lift(visit.id("one"), in: visit.id("id"), actor: visit.signedIn())
        return try await standing(visit)
    }
}
