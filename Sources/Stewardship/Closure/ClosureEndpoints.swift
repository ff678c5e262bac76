import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Endpoint {
    /// Closing a file and opening it again, for programs.
    static func closure(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = ClosureProgramDesk(room: room)
        return [
            Endpoint(
                verb: .post, path: "/api/v1/cases/{id}/closure", operation: "closeCase",
                summary:
                    "Closes a case file, from the version that was read. Shares, clocks and tasks end with it; its identity is kept for the reason’s time.",
                parameters: [fileParameter],
                body: .object(
                    [
                        "version": .integer, "reason": .choice(room.profile.closureReasons.map(\.code)),
                        "outcome": .choice(Closure.Outcome.allCases.map(\.rawValue)),
                        "agreement": .choice(Closure.Agreement.allCases.map(\.rawValue)),
                        "follow_up": .choice(Closure.FollowUp.allCases.map(\.rawValue)), "note": Schema.text(length: 4_000).orNull,
                    ], optional: ["note"]), answer: .closed, refusals: changeRefusals, deed: .closeCases
            ) { visit in .json(try await desk.close(visit)) },
            Endpoint(
                verb: .post, path: "/api/v1/cases/{id}/reopening", operation: "reopenCase",
                summary: "Opens a closed case file again. What the closure ended is taken up one by one, on its page.",
                parameters: [fileParameter],
                body: .object(
                    ["reason": .choice(Closure.Reopening.allCases.map(\.rawValue)), "note": Schema.text(length: 4_000).orNull],
                    optional: ["note"]), answer: .closed, refusals: changeRefusals, deed: .closeCases
            ) { visit in .json(try await desk.reopen(visit)) },
        ]
    }
}

/// Closes and reopens for programs, by the same rules as the pages do.
private struct ClosureProgramDesk: Sendable {
    let room: ProtectionRoom

    func close(_ visit: Visit) async throws -> JSONValue {
        let page = try await ClosurePage.read(visit, room, filled: nil)
        let answers = try ProgramAnswers(visit)
        let version = try answers.version
        var reading = FormReading(
            try answers.form(["reason", "outcome", "agreement", "follow-up", "note"], besides: ["version"]))
        guard let draft = page.fields.read(&reading, version: version) else { throw FieldsRefused(reading.filled) }
        try await Closures(room: room).close(page.summary.id, draft, by: visit.signedIn())
        return try await stands(page.summary.id)
    }

    func reopen(_ visit: Visit) async throws -> JSONValue {
        let file = try visit.id("id", of: CaseFile.self)
        var reading = FormReading(try ProgramAnswers(visit).form(["reason", "note"]))
        let (reason, note) = (reading.read(ReopeningPage.reason), reading.read(ReopeningPage.note))
        guard reading.isSound, let reason else { throw FieldsRefused(reading.filled) }
        try await Closures(room: room).reopen(file, for: reason, note: note, by: visit.signedIn())
        return try await stands(file)
    }

    private func stands(_ file: ID<CaseFile>) async throws -> JSONValue {
        let summary = try await room.database.read { tx in try CaseSummary.find(file, in: tx) }
        guard let summary else { throw WebRefused.notFound }
        return [
            "id": .text("\(file)"), "closed_at": JSONValue(summary.closedAt?.iso), "closure_reason": JSONValue(summary.closureReason),
            "version": .integer(summary.version),
        ]
    }
}

extension Schema {
    fileprivate static let closed = Schema.object([
        "id": .text, "closed_at": Schema.text.orNull, "closure_reason": Schema.text.orNull, "version": .integer,
    ])
}
