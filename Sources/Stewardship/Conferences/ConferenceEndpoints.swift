import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Endpoint {
    /// Case conferences for programs: which there are, and what was said and decided, as far as one’s share goes.
    static func conferences(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = ConferenceProgramDesk(room: room)
        let ofFile = "/api/v1/cases/{id}/conferences"
        return [
            Endpoint(
                verb: .get, path: ofFile, operation: "listConferencesOfCase",
                summary: "The conferences about a case file at whose table one’s organisation sits, the newest 50 first.",
                parameters: [fileParameter],
                answer: .object(["conferences": .list(of: .object(["id": .text, "meets_on": .text, "stage": .conferenceStage]))]),
                refusals: [.notFound], deed: .readCase
            ) { visit in .json(try await desk.ofFile(visit)) },
            Endpoint(
                verb: .post, path: ofFile, operation: "callConference",
                summary: "Calls a conference about a case file. Whoever sees the file can be invited to it.", parameters: [fileParameter],
                body: .object([
                    "day": .day, "hour": .integer(in: 0...23), "venue": .choice(Conference.Venue.allCases.map(\.rawValue)),
                ]), answer: .movedConference, refusals: changeRefusals, deed: .holdConferences
            ) { visit in .json(try await desk.call(visit)) },
            Endpoint(
                verb: .get, path: "/api/v1/conferences", operation: "listConferences",
                summary: "The conferences that one’s organisation called or was invited to, the newest first, 50 at a time.",
                parameters: [.query("stage", .conferenceStage, "How they stand."), afterParameter],
                answer: .object(["conferences": .list(of: .conferenceLine), "next": Schema.text.orNull]), refusals: [.invalid],
                deed: .readCase
            ) { visit in .json(try await desk.list(visit)) },
            Endpoint(
                verb: .get, path: "/api/v1/conferences/{id}", operation: "getConference",
                summary:
                    "One conference: files, table, agenda, decisions and tasks of the parts that are shown. Texts are opened on record.",
                parameters: [tableParameter], answer: .conference, refusals: [.notFound], deed: .readCase
            ) { visit in .json(.conference(try await desk.page(visit))) },
        ]
    }

    /// The id of a conference in a path.
    static let tableParameter = idParameter("id", "The id of the conference.")
}

/// Calls and reads conferences for programs, by the same rules as the pages do.
struct ConferenceProgramDesk: Sendable {
    let room: ProtectionRoom

    var conferences: Conferences { Conferences(room: room) }

    func page(_ visit: Visit) async throws -> ConferencePage { try await ConferencePage.read(visit, room, filled: Filled()) }

    func ofFile(_ visit: Visit) async throws -> JSONValue {
        let all = try await CallPage.read(visit, room, filled: Filled()).conferences
        return [
            "conferences": .list(
                all.map { ["id": .text("\($0.id)"), "meets_on": .text($0.day.iso), "stage": .text($0.stage.rawValue)] })
        ]
    }

    func list(_ visit: Visit) async throws -> JSONValue {
        if let stage = visit.query.filled("stage"), Conference.Stage(rawValue: stage) == nil {
            throw FieldsRefused.choice("stage", Conference.Stage.allCases.map(\.rawValue))
        }
        let slice = try await ConferencesPage.read(visit, room).slice
        let lines = slice.rows.map { line -> JSONValue in
            [
                "id": .text("\(line.id)"), "meets_on": .text(line.day.iso), "hour": .integer(line.hour),
                "stage": .text(line.stage.rawValue), "called_by": .text(line.caller),
            ]
        }
        return ["conferences": .list(lines), "next": JSONValue(slice.next?.encoded)]
    }

    func call(_ visit: Visit) async throws -> JSONValue {
        let file = try visit.id("id", of: CaseFile.self)
        var reading = FormReading(try ProgramAnswers(visit).form(["hour", "venue"], days: [CallPage.day]))
        let (day, hour, venue) = (reading.read(CallPage.day), reading.read(CallPage.hour), reading.read(CallPage.venue))
        guard reading.isSound, let day, let hour, let venue else { throw FieldsRefused(reading.filled) }
        let id = try await conferences.call(file, on: day, hour: hour, venue: venue, by: visit.signedIn())
        return ["id": .text("\(id)"), "stage": .text(Conference.Stage.called.rawValue), "version": 1]
    }
}

extension JSONValue {
    fileprivate static func conference(_ page: ConferencePage) -> JSONValue {
        [
            "id": .text("\(page.id)"), "meets_on": .text(page.day.iso), "hour": .integer(page.hour), "venue": .text(page.venue.rawValue),
            "stage": .text(page.stage.rawValue), "version": .integer(page.version), "is_ours": .bool(page.isCaller),
            "files": .list(page.files.map { ["id": .text("\($0.id)"), "code": .text($0.code)] }),
            "table": .list(
                page.invitations.map {
                    [
                        "organisation": .text("\($0.organisation)"), "name": .text($0.name),
                        "attendance": JSONValue($0.attendance?.rawValue),
                    ]
                }),
            "agenda": .list(
                page.agenda.map {
                    ["file": .text("\($0.file)"), "part": .text($0.part.rawValue), "text": JSONValue($0.text)]
                }),
            "decisions": .list(
                page.decisions.map {
                    [
                        "file": .text("\($0.file)"), "part": .text($0.part.rawValue), "kind": JSONValue($0.decided?.rawValue),
                        "text": JSONValue($0.text),
                    ]
                }),
            "tasks": .list(
                page.tasks.map {
                    [
                        "id": .text("\($0.id)"), "file": .text("\($0.file)"), "part": .text($0.part.rawValue),
                        "text": JSONValue($0.text), "organisation": .text("\($0.organisation)"), "due": .text($0.due.iso),
                        "state": .text($0.state.rawValue),
                    ]
                }),
        ]
    }
}

extension Schema {
    static let conferenceStage = Schema.choice(Conference.Stage.allCases.map(\.rawValue))
    static let taskState = Schema.choice(ConferenceTask.State.allCases.map(\.rawValue))
    static let filePart = Schema.choice(CasePart.allCases.map(\.rawValue))
    static let decisionKind = Schema.choice(Conference.DecisionKind.allCases.map(\.rawValue))
    static let attendance = Schema.choice(Conference.Attendance.allCases.map(\.rawValue))
    static let movedConference = Schema.object(["id": .text, "stage": .conferenceStage, "version": .integer])

    fileprivate static let conferenceLine = Schema.object([
        "id": .text, "meets_on": .text, "hour": .integer, "stage": .conferenceStage, "called_by": .text,
    ])

    fileprivate static let conference = Schema.object([
        "id": .text, "meets_on": .text, "hour": .integer, "venue": .choice(Conference.Venue.allCases.map(\.rawValue)),
        "stage": .conferenceStage, "version": .integer, "is_ours": .flag, "files": .list(of: .object(["id": .text, "code": .text])),
        "table": .list(of: .object(["organisation": .text, "name": .text, "attendance": Schema.attendance.orNull])),
        "agenda": .list(of: .object(["file": .text, "part": .filePart, "text": Schema.text.orNull])),
        "decisions": .list(
            of: .object(["file": .text, "part": .filePart, "kind": Schema.decisionKind.orNull, "text": Schema.text.orNull])),
        "tasks": .list(
            of: .object([
                "id": .text, "file": .text, "part": .filePart, "text": Schema.text.orNull, "organisation": .text, "due": .text,
                "state": .taskState,
            ])),
    ])
}
