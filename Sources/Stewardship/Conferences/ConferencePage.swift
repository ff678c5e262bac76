import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// The questions of agenda, decisions and tasks.
struct ConferenceFields: Sendable {
    static let text = LongTextField("text", .inWords, why: .sealedNoteWhy, length: 1...4_000, rows: 3)
    static let kind = ChoiceField("kind", .decisionKind, Conference.DecisionKind.allCases, as: .list) { $0.word }
    static let due = DayField("due", .dueDay)

    let file: ChoiceField<ID<CaseFile>>
    let part: ChoiceField<CasePart>
    let owner: ChoiceField<ID<Organisation>>
    let colleague: ChoiceField<ID<Account>>
}

/// One conference, as far as the reader's shares go: the files they see, and of each the parts they see.
struct ConferencePage: Page {
    static let code = TextField("code", .caseCode, why: .otherFileWhy, length: 8...12)

    struct Item: Sendable {
        let file: ID<CaseFile>
        let part: CasePart
        let kind: Word
        let text: String?
    }

    struct Task: Sendable {
        let id: ID<ConferenceTask>
        let file: ID<CaseFile>
        let part: CasePart
        let text: String?
        let organisation: ID<Organisation>
        let owner: String
        let due: Day
        let state: ConferenceTask.State
    }

    struct Invitation: Sendable {
        let organisation: ID<Organisation>
        let name: String
        let attendance: Conference.Attendance?

        var field: ChoiceField<Conference.Attendance> {
            ChoiceField("came-\(organisation)", .data(name), Conference.Attendance.allCases) { $0.word }
        }
    }

    let id: ID<Conference>
    let day: Day
    let hour: Int
    let venue: Conference.Venue
    let stage: Conference.Stage
    let version: Int
    let isCaller: Bool
    let files: [CaseSummary]
    let agenda: [Item]
    let decisions: [Item]
    let tasks: [Task]
    let invitations: [Invitation]
    let invitee: ChoiceField<ID<Organisation>>
    let fields: ConferenceFields
    let mine: ID<Organisation>
    let today: Day
    let prints: Bool
    let filled: Filled

    /// A file of it through which the caller acts.
    var anchor: ID<CaseFile>? { files.first?.id }

    var title: Word { prints ? .minutes : .conference }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.conferences, StewardshipAddress.conferences)] }

    func body(_ html: inout Markup) {
        html.dl(.class("facts")) { html in
            html.line(.meetsOn) { html in
                html.day(day)
                html.text(", \(hour):00")
            }
            html.line(.venue, venue.word)
            html.line(.state, stage.word)
        }
        html.h2(.caseFiles)
        html.ul { html in for file in files { html.li { $0.file(file.id, file.code) } } }
        html.h2(.atTheTable)
        html.ul { html in
            for one in invitations {
                html.li { html in
                    html.bdi { $0.text(one.name) }
                    if let attendance = one.attendance {
                        html.text(" · ")
                        html.say(attendance.word)
                    }
                }
            }
        }
        html.h2(.agenda)
        items(agenda, &html)
        if stage != .called {
            html.h2(.decisions)
            items(decisions, &html)
            html.h2(.conferenceTasks)
            taskList(&html)
        }
        if prints { return }
        html.p { $0.a(to: StewardshipAddress.minutes(id), .minutes) }
        html.problems(filled)
        forms(&html)
    }

    private func items(_ items: [Item], _ html: inout Markup) {
        if items.isEmpty { html.p(.nothingYet, .class("empty")) }
        html.ul(.class("timeline")) { html in
            for item in items {
                html.li { html in
                    html.code { $0.text(files.first { $0.id == item.file }?.code ?? "") }
                    html.text(" · ")
                    html.say(item.kind)
                    html.typed(item.text)
                }
            }
        }
    }

    private func taskList(_ html: inout Markup) {
        if tasks.isEmpty { html.p(.nothingYet, .class("empty")) }
        html.ul(.class("timeline")) { html in
            for task in tasks {
                html.li { html in
                    html.code { $0.text(files.first { $0.id == task.file }?.code ?? "") }
                    html.text(" · ")
                    html.bdi { $0.text(task.owner) }
                    html.text(" · ")
                    html.day(task.due)
                    html.text(" · ")
                    html.say(task.state.word)
                    if task.state == .open, task.due < today {
                        html.space()
                        html.span(.late, .class("badge warning"))
                    }
                    html.typed(task.text)
                    if !prints, task.state == .open, task.organisation == mine {
                        html.form(post: StewardshipAddress.taskCompletion(task.id), .class("inline")) { $0.submit(.taskDone) }
                    }
                    if !prints, task.state == .open, isCaller {
                        html.form(post: StewardshipAddress.taskWithdrawal(task.id), .class("inline")) {
                            $0.submit(.taskWithdraw, .class("quiet"))
                        }
                    }
                }
            }
        }
    }

    private func forms(_ html: inout Markup) {
        if stage == .called || stage == .held {
            part(.addToAgenda, "agenda", &html) { html in
                html.field(fields.file, filled)
                html.field(fields.part, filled)
                html.field(ConferenceFields.text, filled)
            }
        }
        guard isCaller else { return }
        if stage == .called {
            part(.invite, "invitations", &html) { $0.field(invitee, filled) }
            part(.anotherFile, "cases", &html) { $0.field(Self.code, filled) }
            part(.conferenceHeld, "attendance", &html) { html in for one in invitations { html.field(one.field, filled) } }
            part(.cancelConference, "cancellation", &html) { _ in }
        }
        if stage == .held {
            part(.recordDecision, "decisions", &html) { html in
                html.field(fields.file, filled)
                html.field(ConferenceFields.kind, filled)
                html.field(fields.part, filled)
                html.field(ConferenceFields.text, filled)
            }
            part(.giveTask, "tasks", &html) { html in
                html.field(fields.file, filled)
                html.field(fields.part, filled)
                html.field(ConferenceFields.text, filled)
                html.field(fields.owner, filled)
                html.field(fields.colleague, filled)
                html.field(ConferenceFields.due, filled)
            }
            part(.closeConference, "closure", &html) { _ in }
        }
    }

    private func part(_ word: Word, _ noun: String, _ html: inout Markup, _ content: (inout Markup) -> Void) {
        html.details { html in
            html.summary(word)
            html.form(post: StewardshipAddress.conferencePart(id, noun)) { html in
                html.hiddenField("version", String(version))
                content(&html)
                html.submit(word)
            }
        }
    }
}

extension ConferencePage {
    static func read(_ visit: Visit, _ room: ProtectionRoom, filled: Filled, prints: Bool = false) async throws -> ConferencePage {
        let (id, actor, today) = (try visit.id("id", of: Conference.self), try visit.signedIn(), room.day(of: visit.now))
        let people = try await room.database.read { tx in
            try tx.rows(
                """
                SELECT DISTINCT c.person_id FROM conference_case cc JOIN case_file c ON c.id = cc.case_id
                WHERE cc.conference_id = \(id) AND \(sql: .reached(with: .readCase, by: actor))
                """
            ) { try $0.id(0, of: Person.self) }
        }
        let keys = try await room.vault.keys(for: people)
        let files = CaseFiles(room)
        return try await room.gate.look(for: actor) { tx, looking in
            let isInvited = try tx.exists(
                "SELECT 1 FROM conference_invitation WHERE conference_id = \(id) AND organisation_id = \(actor.organisation)")
            let seen = try tx.rows(
                """
                SELECT c.id FROM conference_case cc JOIN case_file c ON c.id = cc.case_id
                WHERE cc.conference_id = \(id) AND \(sql: .reached(with: .readCase, by: actor)) ORDER BY c.code
                """
            ) { try $0.id(0, of: CaseFile.self) }
            guard isInvited, !seen.isEmpty else { throw notThere(.readCase, actor) }
            var views: [ID<CaseFile>: CaseView] = [:]
            var openers: [ID<CaseFile>: NoteOpener] = [:]
            for file in seen {
                let view = try files.view(file, in: tx, &looking)
                views[file] = view
                let key = keys[view.summary.person]
                openers[file] = NoteOpener(
                    key: key, permit: key == nil ? nil : try looking.permit(.readCase, on: view.summary.person, detail: "conference"))
            }
            return try ConferencePage(id, actor, seen.compactMap { views[$0] }, openers, today, prints, filled, in: tx)
        }
    }

    private init(
        _ id: ID<Conference>, _ actor: Actor, _ views: [CaseView], _ openers: [ID<CaseFile>: NoteOpener], _ today: Day, _ prints: Bool,
        _ filled: Filled, in tx: any Transaction
    ) throws {
        let visible = Dictionary(uniqueKeysWithValues: views.map { ($0.summary.id, $0) })
        func shows(_ file: ID<CaseFile>, _ part: CasePart) -> Bool { visible[file]?.shows(part) ?? false }
        let head = try tx.row("SELECT meets_on, hour, venue, stage, version, organisation_id FROM conference WHERE id = \(id)") { row in
            (
                try row.day(0), row.int(1), try row.choice(2, as: Conference.Venue.self), try row.choice(3, as: Conference.Stage.self),
                row.int(4), try row.id(5, of: Organisation.self)
            )
        }
        guard let head else { throw notThere(.readCase, actor) }
        (day, hour, venue, stage, version) = (head.0, head.1, head.2, head.3, head.4)
        isCaller = head.5 == actor.organisation && actor.may(.holdConferences)
        self.id = id
        self.files = views.map(\.summary)
        (self.today, self.prints, self.filled, mine) = (today, prints, filled, actor.organisation)
        agenda = try tx.rows("SELECT id, case_id, part, text FROM agenda_item WHERE conference_id = \(id) ORDER BY added_at, id") { row in
            let (item, file) = (try row.id(0, of: AgendaItem.self), try row.id(1, of: CaseFile.self))
            let part = try row.choice(2, as: CasePart.self)
            guard shows(file, part) else { return Item?.none }
            return Item(file: file, part: part, kind: part.word, text: try openers[file]?.text(row.note(3), "agenda_item", item, "text"))
        }.compactMap { $0 }
        decisions = try tx.rows(
            "SELECT id, case_id, part, text, kind FROM conference_decision WHERE conference_id = \(id) ORDER BY recorded_at, id"
        ) { row in
            let (item, file) = (try row.id(0, of: ConferenceDecision.self), try row.id(1, of: CaseFile.self))
            let part = try row.choice(2, as: CasePart.self)
            guard shows(file, part) else { return Item?.none }
            return Item(
                file: file, part: part, kind: try row.choice(4, as: Conference.DecisionKind.self).word,
                text: try openers[file]?.text(row.note(3), "conference_decision", item, "text"))
        }.compactMap { $0 }
        tasks = try tx.rows(
            """
            SELECT t.id, t.case_id, t.part, t.text, t.organisation_id, o.name, t.due, t.state FROM conference_task t
            JOIN organisation o ON o.id = t.organisation_id WHERE t.conference_id = \(id) ORDER BY t.due, t.id
            """
        ) { row in
            let (task, file) = (try row.id(0, of: ConferenceTask.self), try row.id(1, of: CaseFile.self))
            let part = try row.choice(2, as: CasePart.self)
            guard shows(file, part) else { return Task?.none }
            return Task(
                id: task, file: file, part: part, text: try openers[file]?.text(row.note(3), "conference_task", task, "text"),
                organisation: try row.id(4, of: Organisation.self), owner: row.text(5), due: try row.day(6),
                state: try row.choice(7, as: ConferenceTask.State.self)
            )
        }.compactMap { $0 }
        invitations = try tx.rows(
            """
            SELECT o.id, o.name, i.attendance FROM conference_invitation i JOIN organisation o ON o.id = i.organisation_id
            WHERE i.conference_id = \(id) ORDER BY o.name
            """
        ) {
            Invitation(
                organisation: try $0.id(0, of: Organisation.self), name: $0.text(1),
                attendance: try $0.optionalChoice(2, as: Conference.Attendance.self))
        }
        // The caller alone learns who else sees the files; the others see who was invited.
        let invitable = isCaller ? try Conferences.invitable(to: id, in: tx) : []
        let invited = Set(invitations.map(\.organisation))
        invitee = ChoiceField(
            "organisation", .organisationToInvite,
            choices: invitable.filter { !invited.contains($0.id) }.map { Choice($0.id, key: "\($0.id)", label: .data($0.name)) }, as: .list)
        let parts = CasePart.allCases.filter { part in views.contains { $0.shows(part) } }
        let colleagues = try tx.rows(
            "SELECT id, display_name FROM account WHERE organisation_id = \(actor.organisation) AND state = 'active' ORDER BY display_name"
        ) { Choice(try $0.id(0, of: Account.self), key: "\(try $0.id(0, of: Account.self))", label: .data($0.text(1))) }
        fields = ConferenceFields(
            file: ChoiceField(
                "file", .caseCode, choices: views.map { Choice($0.summary.id, key: "\($0.summary.id)", label: .data($0.summary.code)) },
                as: .list),
            part: ChoiceField("part", .whichPart, parts, as: .list) { $0.word },
            owner: ChoiceField(
                "owner", .taskOwner, choices: invitations.map { Choice($0.organisation, key: "\($0.organisation)", label: .data($0.name)) },
                as: .list),
            colleague: ChoiceField("colleague", .taskColleague, why: .taskColleagueWhy, isRequired: false, choices: colleagues, as: .list)
        )
    }
}

/// What one's organisation has to do, from conferences.
struct TasksPage: Page {
    struct Line: Sendable {
        let id: ID<ConferenceTask>
        let conference: ID<Conference>
        let file: ID<CaseFile>
        let code: String
        let part: CasePart
        let due: Day
        let who: String?
        let state: ConferenceTask.State
    }

    static let shape = ListShape(
        filters: [
            ListFilter("state", .state, ConferenceTask.State.allCases.map { ($0.rawValue, $0.word) }),
            ListFilter("whose", .taskWhose, [("me", .workerIsMe)]),
        ], sorts: [ListSort("due")])

    let asked: ListRequest
    let lines: [Line]
    let today: Day

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
                SELECT t.id, t.conference_id, c.id, c.code, t.part, t.due, a.display_name, t.state FROM conference_task t
                JOIN case_file c ON c.id = t.case_id LEFT JOIN account a ON a.id = t.account_id
                WHERE \(sql: narrowed) AND \(sql: .reached(with: .readCase, by: actor)) ORDER BY t.due, t.id LIMIT \(ListRequest.fetchCount)
                """
            ) { row in
                Line(
                    id: try row.id(0, of: ConferenceTask.self), conference: try row.id(1, of: Conference.self),
                    file: try row.id(2, of: CaseFile.self), code: row.text(3), part: try row.choice(4, as: CasePart.self),
                    due: try row.day(5), who: row.optionalText(6), state: try row.choice(7, as: ConferenceTask.State.self)
                )
            }
        }
        return TasksPage(asked: asked, lines: lines, today: room.day(of: visit.now))
    }

    var title: Word { .tasksOfMine }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        let today = today
        html.list(
            KeysetTable(
                caption: .tasksOfMine, asked: asked, slice: ListSlice(fetched: lines) { [$0.due.iso, "\($0.id)"] },
                at: StewardshipAddress.tasks, empty: EmptyList(.tasksWillStandHere),
                columns: [
                    ListColumn(.caseCode, namesRow: true) { line, html in html.file(line.file, line.code) },
                    ListColumn(.whichPart) { line, html in html.a(to: StewardshipAddress.conference(line.conference), line.part.word) },
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
