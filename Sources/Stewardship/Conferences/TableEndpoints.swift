import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Endpoint {
    /// What is done at the table of a conference, for programs.
    static func tables(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = TableProgramDesk(room: room)
        let one = "/api/v1/conferences/{id}"
        let moved = Schema.movedConference
        let file = Schema.text(length: 40).described("The id of a file of the conference.")
        let words = Schema.text(length: 4_000)
        return [
            Endpoint(
                verb: .post, path: one + "/cases", operation: "addCaseToConference",
                summary: "Puts another file on the table, by its code: one that the caller works with too.", parameters: [tableParameter],
                body: .object(["code": .text(length: 12)]), answer: moved, refusals: changeRefusals, deed: .holdConferences
            ) { visit in .json(try await desk.addFile(visit)) },
            Endpoint(
                verb: .post, path: one + "/invitations", operation: "inviteToConference",
                summary: "Invites an organisation that sees a file of the conference already.", parameters: [tableParameter],
                body: .object(["organisation": .text(length: 40)]), answer: moved, refusals: changeRefusals, deed: .holdConferences
            ) { visit in .json(try await desk.invite(visit)) },
            Endpoint(
                verb: .post, path: one + "/agenda", operation: "addToAgenda",
                summary: "Puts something on the agenda, about a part that is shown.", parameters: [tableParameter],
                body: .object(["file": file, "part": .filePart, "text": words]), answer: moved, refusals: changeRefusals, deed: .readCase
            ) { visit in .json(try await desk.addItem(visit)) },
            Endpoint(
                verb: .post, path: one + "/attendance", operation: "recordAttendance",
                summary: "Says that the conference was held and which organisation came, from the version that was read.",
                parameters: [tableParameter],
                body: .object([
                    "version": .integer,
                    "attendance": Schema.dictionary(of: .attendance).described("By the id of each organisation at the table."),
                ]), answer: moved, refusals: changeRefusals, deed: .holdConferences
            ) { visit in .json(try await desk.hold(visit)) },
            Endpoint(
                verb: .post, path: one + "/decisions", operation: "recordConferenceDecision",
                summary: "Records what was decided about a file, once the conference was held.", parameters: [tableParameter],
                body: .object(["file": file, "part": .filePart, "kind": .decisionKind, "text": words]), answer: moved,
                refusals: changeRefusals, deed: .holdConferences
            ) { visit in .json(try await desk.decide(visit)) },
            Endpoint(
                verb: .post, path: one + "/tasks", operation: "setConferenceTask",
                summary: "Gives an organisation at the table, or a colleague, something to do by a day.", parameters: [tableParameter],
                body: .object(
                    [
                        "file": file, "part": .filePart, "text": words, "owner": .text(length: 40),
                        "colleague": Schema.text(length: 40).orNull, "due": .day,
                    ], optional: ["colleague"]), answer: moved, refusals: changeRefusals, deed: .holdConferences
            ) { visit in .json(try await desk.setTask(visit)) },
            Endpoint(
                verb: .post, path: one + "/closure", operation: "closeConference", summary: "Says that a conference is over.",
                parameters: [tableParameter], body: .object(["version": .integer]), answer: moved, refusals: changeRefusals,
                deed: .holdConferences
            ) { visit in .json(try await desk.move(visit, to: .closed)) },
            Endpoint(
                verb: .post, path: one + "/cancellation", operation: "cancelConference",
                summary: "Says that a conference does not take place.", parameters: [tableParameter],
                body: .object(["version": .integer]), answer: moved, refusals: changeRefusals, deed: .holdConferences
            ) { visit in .json(try await desk.move(visit, to: .cancelled)) },
        ]
    }
}

/// Holds conferences for programs, by the same rules as the pages do.
private struct TableProgramDesk: Sendable {
    let room: ProtectionRoom

    private var conferences: Conferences { Conferences(room: room) }

    private func page(_ visit: Visit) async throws -> ConferencePage { try await ConferencePage.read(visit, room, filled: Filled()) }

    /// Where the conference stands after a deed of whoever asks.
    private func stands(_ visit: Visit) async throws -> JSONValue {
        let page = try await page(visit)
        return ["id": .text("\(page.id)"), "stage": .text(page.stage.rawValue), "version": .integer(page.version)]
    }

    /// The file through which the caller acts.
    private func anchor(_ page: ConferencePage, _ visit: Visit) throws -> ID<CaseFile> {
        guard let file = page.anchor else { throw notThere(.holdConferences, try visit.signedIn()) }
        return file
    }

    func addFile(_ visit: Visit) async throws -> JSONValue {
        let (page, actor) = (try await page(visit), try visit.signedIn())
        var reading = FormReading(try ProgramAnswers(visit).form(["code"]))
        guard let text = reading.read(ConferencePage.code), reading.isSound else { throw FieldsRefused(reading.filled) }
        let file = try await room.database.read { tx in
            try CaseCode.read(text).flatMap { code in
                try tx.row("SELECT id FROM case_file WHERE code = \(code)") { try $0.id(0, of: CaseFile.self) }
            }
        }
        guard let file else { throw notThere(.holdConferences, actor) }
        try await conferences.add(file, to: page.id, by: actor)
        return try await stands(visit)
    }

    func invite(_ visit: Visit) async throws -> JSONValue {
        let page = try await page(visit)
        var reading = FormReading(try ProgramAnswers(visit).form(["organisation"]))
        guard let organisation = reading.read(page.invitee), reading.isSound else { throw FieldsRefused(reading.filled) }
        try await conferences.invite(organisation, to: page.id, through: anchor(page, visit), by: visit.signedIn())
        return try await stands(visit)
    }

    func addItem(_ visit: Visit) async throws -> JSONValue {
        let page = try await page(visit)
        var reading = FormReading(try ProgramAnswers(visit).form(["file", "part", "text"]))
        let (file, part) = (reading.read(page.fields.file), reading.read(page.fields.part))
        let text = reading.read(ConferenceFields.text)
        guard reading.isSound, let file, let part, let text else { throw FieldsRefused(reading.filled) }
        try await conferences.addItem(part, text, of: file, to: page.id, by: visit.signedIn())
        return try await stands(visit)
    }

    func hold(_ visit: Visit) async throws -> JSONValue {
        let (page, answers) = (try await page(visit), try ProgramAnswers(visit))
        let version = try answers.version
        let table = QuestionGroup("attendance", page.invitations.map { "\($0.organisation)" }) { "came-" + $0 }
        var reading = FormReading(try answers.form(groups: [table], besides: ["version"]))
        var attendance: [ID<Organisation>: Conference.Attendance] = [:]
        for invitation in page.invitations { attendance[invitation.organisation] = reading.read(invitation.field) }
        guard reading.isSound else { throw FieldsRefused(reading.filled) }
        try await conferences.move(
            page.id, to: .held, attendance: attendance, from: version, through: anchor(page, visit), by: visit.signedIn())
        return try await stands(visit)
    }

    func decide(_ visit: Visit) async throws -> JSONValue {
        let page = try await page(visit)
        var reading = FormReading(try ProgramAnswers(visit).form(["file", "part", "kind", "text"]))
        let (file, part) = (reading.read(page.fields.file), reading.read(page.fields.part))
        let (kind, text) = (reading.read(ConferenceFields.kind), reading.read(ConferenceFields.text))
        guard reading.isSound, let file, let part, let kind, let text else { throw FieldsRefused(reading.filled) }
        try await conferences.decide(kind, part, text, on: file, in: page.id, by: visit.signedIn())
        return try await stands(visit)
    }

    func setTask(_ visit: Visit) async throws -> JSONValue {
        let page = try await page(visit)
        var reading = FormReading(
            try ProgramAnswers(visit).form(["file", "part", "text", "owner", "colleague"], days: [ConferenceFields.due]))
        let (file, part) = (reading.read(page.fields.file), reading.read(page.fields.part))
        let (due, text) = (reading.read(ConferenceFields.due), reading.read(ConferenceFields.text))
        let (owner, account) = (reading.read(page.fields.owner), reading.read(page.fields.colleague))
        guard reading.isSound, let file, let part, let due, let text, let owner else { throw FieldsRefused(reading.filled) }
        try await conferences.setTask(part, text, for: owner, account: account, by: due, on: file, in: page.id, by: visit.signedIn())
        return try await stands(visit)
    }

    func move(_ visit: Visit, to stage: Conference.Stage) async throws -> JSONValue {
        let (page, answers) = (try await page(visit), try ProgramAnswers(visit))
        let version = try answers.version
        _ = try answers.form(besides: ["version"])
        try await conferences.move(page.id, to: stage, from: version, through: anchor(page, visit), by: visit.signedIn())
        return try await stands(visit)
    }
}
