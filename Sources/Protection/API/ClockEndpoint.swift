import Access
import Basics
import Store
import Vocabulary
import Web

extension Endpoint {
    /// Every clock of a file for programs: what must happen by when, and what became of it.
    static func clocks(_ room: ProtectionRoom) -> Endpoint {
        Endpoint(
            verb: .get, path: "/api/v1/cases/{id}/clocks", operation: "listCaseClocks",
            summary: "The clocks of a case file, running and stopped, the newest 500 first; those of parts that are shown.",
            parameters: [caseParameter],
            answer: .object([
                "clocks": .list(
                    of: .object([
                        "id": .text, "kind": .text, "label": .text, "started_at": .text, "due": .text, "due_at": .text, "is_period": .flag,
                        "is_late": .flag, "stopped_at": Schema.text.orNull, "outcome": Schema.text.orNull,
                    ]))
            ]),
            refusals: [.notFound], deed: .readCase
        ) { visit in
            let now = visit.now
            let clocks = try await CaseFiles(room).look(at: visit.id("id"), for: visit.signedIn()) { tx, view in
                try CaseClock.all(in: view.summary.id, limit: 500, tx: tx).compactMap { clock -> JSONValue? in
                    guard let kind = room.clockKind(clock.kind), view.shows(kind.part) else { return nil }
                    return [
                        "id": .text("\(clock.id)"), "kind": .text(clock.kind), "label": .text(kind.name.en),
                        "started_at": .text(clock.startedAt.iso), "due": .text(clock.due.iso), "due_at": .text(clock.dueAt.iso),
                        "is_period": .bool(kind.isPeriod), "is_late": .bool(clock.isLate(at: now) && !kind.isPeriod),
                        "stopped_at": JSONValue(clock.stoppedAt?.iso), "outcome": JSONValue(clock.outcome?.rawValue),
                    ]
                }
            }
            return .json(["clocks": .list(clocks)])
        }
    }
}
