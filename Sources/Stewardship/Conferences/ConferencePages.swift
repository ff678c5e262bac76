import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/conferences                        conferences of one's organisation            readCase
    //  GET   /work/cases/{id}/conferences             those about a file, and a form to call one   holdConferences
    //  POST  /work/cases/{id}/conferences             call one                                     holdConferences
    //  GET   /work/conferences/{id}                   agenda, decisions, tasks                     readCase
    //  GET   /work/conferences/{id}/minutes           to print                                     readCase
    //  POST  /work/conferences/{id}/cases             another file on the table                    holdConferences
    //  POST  /work/conferences/{id}/invitations       invite an organisation                       holdConferences
    //  POST  /work/conferences/{id}/agenda            something to speak about                     readCase
    //  POST  /work/conferences/{id}/attendance        it was held; who came                        holdConferences
    //  POST  /work/conferences/{id}/decisions         what was decided                             holdConferences
    //  POST  /work/conferences/{id}/tasks             who does what by when                        holdConferences
    //  POST  /work/conferences/{id}/closure           it is over                                   holdConferences
    //  POST  /work/conferences/{id}/cancellation      it does not take place                       holdConferences
    //  GET   /work/tasks                              tasks of mine                                readCase
    //  POST  /work/tasks/{id}/completion              done                                         readCase
    //  POST  /work/tasks/{id}/withdrawal              no longer needed                             holdConferences
    mutating func addConferences(_ room: ProtectionRoom) {
        let conferences = Conferences(room: room)

        get("/work/conferences", needs: .deed(.readCase)) { visit in .page(try await ConferencesPage.read(visit, room)) }

        get("/work/cases/{id}/conferences", needs: .deed(.holdConferences)) { visit in
            .page(try await CallPage.read(visit, room, filled: Filled()))
        }

        post("/work/cases/{id}/conferences", needs: .deed(.holdConferences)) { visit in
            var reading = FormReading(visit.form)
            let (day, hour, venue) = (reading.read(CallPage.day), reading.read(CallPage.hour), reading.read(CallPage.venue))
            guard reading.isSound, let day, let hour, let venue else {
                return .page(try await CallPage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            let id = try await conferences.call(visit.id("id"), on: day, hour: hour, venue: venue, by: visit.signedIn())
            return .see(StewardshipAddress.conference(id))
        }

        get("/work/conferences/{id}", needs: .deed(.readCase)) { visit in
            .page(try await ConferencePage.read(visit, room, filled: Filled()))
        }

        get("/work/conferences/{id}/minutes", needs: .deed(.readCase)) { visit in
            .page(try await ConferencePage.read(visit, room, filled: Filled(), prints: true))
        }

        post("/work/conferences/{id}/cases", needs: .deed(.holdConferences)) { visit in
            let (id, actor) = (try visit.id("id", of: Conference.self), try visit.signedIn())
            var reading = FormReading(visit.form)
            guard let code = reading.read(ConferencePage.code).flatMap(CaseCode.read),
                let file = try await room.database.read({ tx in
                    try tx.row("SELECT id FROM case_file WHERE code = \(code)") { try $0.id(0, of: CaseFile.self) }
                })
            else { throw notThere(.holdConferences, actor) }
            try await conferences.add(file, to: id, by: actor)
            return .see(StewardshipAddress.conference(id))
        }

        post("/work/conferences/{id}/invitations", needs: .deed(.holdConferences)) { visit in
            let page = try await ConferencePage.read(visit, room, filled: Filled())
            var reading = FormReading(visit.form)
            guard let organisation = reading.read(page.invitee), reading.isSound, let file = page.anchor else {
                return .page(try await ConferencePage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await conferences.invite(organisation, to: page.id, through: file, by: visit.signedIn())
            return .see(StewardshipAddress.conference(page.id))
        }

        post("/work/conferences/{id}/agenda", needs: .deed(.readCase)) { visit in
            let page = try await ConferencePage.read(visit, room, filled: Filled())
            var reading = FormReading(visit.form)
            let (file, part, text) = (
                reading.read(page.fields.file), reading.read(page.fields.part), reading.read(ConferenceFields.text)
            )
            guard reading.isSound, let file, let part, let text else {
                return .page(try await ConferencePage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await conferences.addItem(part, text, of: file, to: page.id, by: visit.signedIn())
            return .see(StewardshipAddress.conference(page.id))
        }

        post("/work/conferences/{id}/attendance", needs: .deed(.holdConferences)) { visit in
            let page = try await ConferencePage.read(visit, room, filled: Filled())
            var reading = FormReading(visit.form)
            var attendance: [ID<Organisation>: Conference.Attendance] = [:]
            for invitation in page.invitations { attendance[invitation.organisation] = reading.read(invitation.field) }
            guard reading.isSound, let file = page.anchor else {
                return .page(try await ConferencePage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            let version = visit.form.fields["version"].flatMap(Int.init) ?? 0
            try await conferences.move(page.id, to: .held, attendance: attendance, from: version, through: file, by: visit.signedIn())
            return .see(StewardshipAddress.conference(page.id))
        }

        post("/work/conferences/{id}/decisions", needs: .deed(.holdConferences)) { visit in
            let page = try await ConferencePage.read(visit, room, filled: Filled())
            var reading = FormReading(visit.form)
            let (file, part, kind) = (
                reading.read(page.fields.file), reading.read(page.fields.part), reading.read(ConferenceFields.kind)
            )
            let text = reading.read(ConferenceFields.text)
            guard reading.isSound, let file, let part, let kind, let text else {
                return .page(try await ConferencePage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await conferences.decide(kind, part, text, on: file, in: page.id, by: visit.signedIn())
            return .see(StewardshipAddress.conference(page.id))
        }

        post("/work/conferences/{id}/tasks", needs: .deed(.holdConferences)) { visit in
            let page = try await ConferencePage.read(visit, room, filled: Filled())
            var reading = FormReading(visit.form)
            let (file, part, due) = (
                reading.read(page.fields.file), reading.read(page.fields.part), reading.read(ConferenceFields.due)
            )
            let (text, owner, account) = (
                reading.read(ConferenceFields.text), reading.read(page.fields.owner), reading.read(page.fields.colleague)
            )
            guard reading.isSound, let file, let part, let due, let text, let owner else {
                return .page(try await ConferencePage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await conferences.setTask(
                part, text, for: owner, account: account, by: due, on: file, in: page.id, by: visit.signedIn())
            return .see(StewardshipAddress.conference(page.id))
        }

        for (noun, stage) in [("closure", Conference.Stage.closed), ("cancellation", .cancelled)] {
            post("/work/conferences/{id}/\(noun)", needs: .deed(.holdConferences)) { visit in
                let page = try await ConferencePage.read(visit, room, filled: Filled())
                guard let file = page.anchor else { throw notThere(.holdConferences, try visit.signedIn()) }
                let version = visit.form.fields["version"].flatMap(Int.init) ?? 0
                try await conferences.move(page.id, to: stage, from: version, through: file, by: visit.signedIn())
                return .see(StewardshipAddress.conference(page.id))
            }
        }

        get("/work/tasks", needs: .deed(.readCase)) { visit in .page(try await TasksPage.read(visit, room)) }

        post("/work/tasks/{id}/completion", needs: .deed(.readCase)) { visit in
            try await conferences.settle(visit.id("id"), as: .done, by: visit.signedIn())
            return .see(StewardshipAddress.tasks)
        }

        post("/work/tasks/{id}/withdrawal", needs: .deed(.holdConferences)) { visit in
            try await conferences.settle(visit.id("id"), as: .withdrawn, by: visit.signedIn())
            return .see(StewardshipAddress.tasks)
        }
    }
}

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
                caption: .conferences, asked: asked, slice: ListSlice(fetched: lines) { [$0.day.iso, "\($0.id)"] },
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

/// Calls a conference about a file.
struct CallPage: PageOfFile {
    static let day = DayField("day", .meetsOn)
    static let hour = NumberField("hour", .meetsAt, why: .meetsAtWhy, bounds: 0...23)
    static let venue = ChoiceField("venue", .venue, Conference.Venue.allCases) { $0.word }

    let summary: CaseSummary
    let conferences: [(id: ID<Conference>, day: Day, stage: Conference.Stage)]
    let filled: Filled

    static func read(_ visit: Visit, _ room: ProtectionRoom, filled: Filled) async throws -> CallPage {
        try await CaseFiles(room).look(at: visit.id("id"), for: visit.signedIn()) { tx, view in
            CallPage(summary: view.summary, conferences: try CallPage.conferences(of: view, in: tx), filled: filled)
        }
    }

    /// Those about a file at whose table the reader's organisation sits.
    static func conferences(
        of view: CaseView, in tx: any Transaction
    ) throws -> [(id: ID<Conference>, day: Day, stage: Conference.Stage)] {
        try tx.rows(
            """
            SELECT f.id, f.meets_on, f.stage FROM conference_case cc JOIN conference f ON f.id = cc.conference_id
            JOIN conference_invitation i ON i.conference_id = f.id AND i.organisation_id = \(view.actor.organisation)
            WHERE cc.case_id = \(view.summary.id) ORDER BY f.meets_on DESC LIMIT 50
            """
        ) { (id: try $0.id(0, of: Conference.self), day: try $0.day(1), stage: try $0.choice(2, as: Conference.Stage.self)) }
    }

    var title: Word { .callConference }

    func body(_ html: inout Markup) {
        html.conferences(conferences)
        html.p(.callLead)
        html.problems(filled)
        html.form(post: StewardshipAddress.newConference(summary.id)) { html in
            html.field(Self.day, filled)
            html.field(Self.hour, filled)
            html.field(Self.venue, filled)
            html.submit(.callConference)
        }
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
