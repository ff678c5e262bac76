import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// The conferences that one's organisation called or was invited to.
struct ConferencesPage: Page {
    struct Line: Sendable {
        let id: ID<Conference>
        let day: Day
        let hour: Int
        let stage: Conference.Stage
        let caller: String
    }

    static let shape = ListShape(
        filters: [ListFilter("stage", .state, Conference.Stage.allCases.map { ($0.rawValue, $0.word) })],
        sorts: [ListSort("day", startsDescending: true)])

    let asked: ListRequest
    let lines: [Line]

    var slice: ListSlice<Line> { ListSlice(fetched: lines) { [$0.day.iso, "\($0.id)"] } }

    static func read(_ visit: Visit, _ room: ProtectionRoom) async throws -> ConferencesPage {
        let (actor, asked) = (try visit.signedIn(), ListRequest(visit.query, shape))
        var conditions: [SQL] = []
        if let values = asked.after?.values, values.count == 2, let id = ID<Conference>(values[1]) {
            conditions.append("AND (i.meets_on, i.conference_id) < (\(values[0]), \(id))")
        }
        if let stage = asked.filters["stage"] { conditions.append("AND f.stage = \(stage)") }
        let narrowed = SQL.joined(conditions, separator: " ")
        let lines = try await room.database.read { tx in
            try tx.rows(
                """
                SELECT f.id, f.meets_on, f.hour, f.stage, o.name FROM conference_invitation i JOIN conference f ON f.id = i.conference_id
                JOIN organisation o ON o.id = f.organisation_id
                WHERE i.organisation_id = \(actor.organisation) \(sql: narrowed)
                    AND EXISTS (SELECT 1 FROM conference_case cc JOIN case_file c ON c.id = cc.case_id
                        WHERE cc.conference_id = f.id AND \(sql: .reached(with: .readCase, by: actor)))
                ORDER BY i.meets_on DESC, i.conference_id DESC LIMIT \(ListRequest.fetchCount)
                """
            ) { row in
                Line(
                    id: try row.id(0, of: Conference.self), day: try row.day(1), hour: row.int(2),
                    stage: try row.choice(3, as: Conference.Stage.self), caller: row.text(4)
                )
            }
        }
        return ConferencesPage(asked: asked, lines: lines)
    }

    var title: Word { .conferences }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.list(
            KeysetTable(
                caption: .conferences, asked: asked, slice: slice,
                at: StewardshipAddress.conferences, empty: EmptyList(.conferencesWillStandHere),
                columns: [
                    ListColumn(.meetsOn, sort: "day", namesRow: true) { line, html in
                        html.a(to: StewardshipAddress.conference(line.id)) { $0.day(line.day) }
                        html.text(", \(line.hour):00")
                    },
                    ListColumn(.state) { line, html in html.say(line.stage.word) },
                    ListColumn(.calledBy) { line, html in html.bdi { $0.text(line.caller) } },
                ]
            )
        )
    }
}

extension Markup {
    mutating func conferences(_ all: [(id: ID<Conference>, day: Day, stage: Conference.Stage)]) {
        guard !all.isEmpty else { return }
        ul { html in
            for one in all {
                html.li { html in
                    html.a(to: StewardshipAddress.conference(one.id)) { $0.day(one.day) }
                    html.text(" · ")
                    html.say(one.stage.word)
                }
            }
        }
    }
}
