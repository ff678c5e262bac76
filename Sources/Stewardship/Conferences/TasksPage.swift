import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// What one's organisation has to do, from conferences.
struct TasksPage: Page {
    struct Line: Sendable {
        let id: ID<ConferenceTask>
        let conference: ID<Conference>
        let file: ID<CaseFile>
        let code: String
        let part: CasePart
        let due: Day
        let account: ID<Account>?
        let who: String?
        let state: ConferenceTask.State
        /// What is to be done: of one's own tasks, in files of which one sees the part. The others are read at their conference.
        var text: String?
    }

    static let shape = ListShape(
        filters: [
            ListFilter("state", .state, ConferenceTask.State.allCases.map { ($0.rawValue, $0.word) }),
            ListFilter("whose", .taskWhose, [("me", .workerIsMe)]),
        ], sorts: [ListSort("due")])

    let asked: ListRequest
    let lines: [Line]
    let today: Day

    var slice: ListSlice<Line> { ListSlice(fetched: lines) { [$0.due.iso, "\($0.id)"] } }

    static func read(_ visit: Visit, _ room: ProtectionRoom) async throws -> TasksPage {
        let (actor, asked) = (try visit.signedIn(), ListRequest(visit.query, shape))
        var conditions: [SQL] = ["t.organisation_id = \(actor.organisation)", "t.state = \(asked.filters["state"] ?? "open")"]
        if asked.filters["whose"] == "me" { conditions.append("t.account_id = \(actor.account)") }
        if let values = asked.after?.values, values.count == 2, let id = ID<ConferenceTask>(values[1]) {
            conditions.append("(t.due, t.id) > (\(values[0]), \(id))")
        }
        let narrowed = SQL.joined(conditions, separator: " AND ")
        let lines = try await room.database.read { tx in
            try tx.rows(
                """
                SELECT t.id, t.conference_id, c.id, c.code, t.part, t.due, a.display_name, t.state, t.account_id FROM conference_task t
                JOIN case_file c ON c.id = t.case_id LEFT JOIN account a ON a.id = t.account_id
                WHERE \(sql: narrowed) AND \(sql: .reached(with: .readCase, by: actor)) ORDER BY t.due, t.id LIMIT \(ListRequest.fetchCount)
                """
            ) { row in
                Line(
                    id: try row.id(0, of: ConferenceTask.self), conference: try row.id(1, of: Conference.self),
                    file: try row.id(2, of: CaseFile.self), code: row.text(3), part: try row.choice(4, as: CasePart.self),
                    due: try row.day(5), account: try row.optionalID(8, of: Account.self), who: row.optionalText(6),
                    state: try row.choice(7, as: ConferenceTask.State.self)
                )
            }
        }
        return TasksPage(asked: asked, lines: try await opened(lines, room, for: actor), today: room.day(of: visit.now))
    }

    /// The same with the texts of those that are the reader's own.
    private static func opened(_ lines: [Line], _ room: ProtectionRoom, for actor: Actor) async throws -> [Line] {
        let own = lines.indices.filter { lines[$0].account == actor.account }
        guard !own.isEmpty else { return lines }
        let people = try await room.database.read { tx in
            try tx.rows("SELECT id, person_id FROM case_file WHERE id IN \(list: own.map { lines[$0].file })") {
                (try $0.id(0, of: CaseFile.self), try $0.id(1, of: Person.self))
            }
        }
        let (keys, files) = (try await room.vault.keys(for: people.map(\.1)), CaseFiles(room))
        return try await room.gate.look(for: actor) { tx, looking in
            var lines = lines
            var openers: [ID<CaseFile>: (view: CaseView, opener: NoteOpener)] = [:]
            for index in own {
                let file = lines[index].file
                if openers[file] == nil {
                    let view = try files.view(file, in: tx, &looking, detail: "tasks")
                    let key = keys[view.summary.person]
                    let permit = key == nil ? nil : try looking.permit(.readCase, on: view.summary.person, detail: "tasks")
                    openers[file] = (view, NoteOpener(key: key, permit: permit))
                }
                guard let (view, opener) = openers[file], view.shows(lines[index].part) else { continue }
                let sealed = try tx.row("SELECT text FROM conference_task WHERE id = \(lines[index].id)") {
                    $0.note(0)
                }
                lines[index].text = try opener.text(sealed ?? nil, "conference_task", lines[index].id, "text")
            }
            return lines
        }
    }

    var title: Word { .tasksOfMine }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        let today = today
        html.list(
            KeysetTable(
                caption: .tasksOfMine, asked: asked, slice: slice,
                at: StewardshipAddress.tasks, empty: EmptyList(.tasksWillStandHere),
                columns: [
                    ListColumn(.caseCode, namesRow: true) { line, html in html.file(line.file, line.code) },
                    ListColumn(.taskToDo) { line, html in
                        html.a(to: StewardshipAddress.conference(line.conference), line.part.word)
                        if let text = line.text { html.typed(text) }
                    },
                    ListColumn(.due, sort: "due") { line, html in
                        html.day(line.due)
                        if line.state == .open, line.due < today {
                            html.space()
                            html.span(.late, .class("badge warning"))
                        }
                    },
                    ListColumn(.worker) { line, html in
                        if let who = line.who { html.bdi { $0.text(who) } } else { html.say(.workerIsNobody) }
                    },
                    ListColumn(.state) { line, html in
                        html.say(line.state.word)
                        if line.state == .open {
                            html.form(post: StewardshipAddress.taskCompletion(line.id), .class("inline")) { $0.submit(.taskDone) }
                        }
                    },
                ]
            )
        )
    }
}
