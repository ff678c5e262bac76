import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension ConferencePage {
    static func read(_ visit: Visit, _ room: ProtectionRoom, filled: Filled, prints: Bool = false) async throws -> ConferencePage {
        let (id, actor, today) = (try visit.id("id", of: Conference.self), try visit.signedIn(), room.day(of: visit.now))
        // Each form of the page has an address of its own: by it the page knows which one came back.
        let sent = filled.problems.isEmpty ? nil : visit.path.split(separator: "/").last.map(String.init)
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
            return try ConferencePage(id, actor, seen.compactMap { views[$0] }, openers, today, prints, (filled, sent), in: tx)
        }
    }

    private init(
        _ id: ID<Conference>, _ actor: Actor, _ views: [CaseView], _ openers: [ID<CaseFile>: NoteOpener], _ today: Day, _ prints: Bool,
        _ form: (filled: Filled, sent: String?), in tx: any Transaction
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
        (self.today, self.prints, self.actor) = (today, prints, actor)
        (filled, sent) = form
        agenda = try tx.rows("SELECT id, case_id, part, text FROM agenda_item WHERE conference_id = \(id) ORDER BY added_at, id") { row in
            let (item, file) = (try row.id(0, of: AgendaItem.self), try row.id(1, of: CaseFile.self))
            let part = try row.choice(2, as: CasePart.self)
            guard shows(file, part) else { return Item?.none }
            return Item(file: file, part: part, text: try openers[file]?.text(row.note(3), "agenda_item", item, "text"))
        }.compactMap { $0 }
        decisions = try tx.rows(
            "SELECT id, case_id, part, text, kind FROM conference_decision WHERE conference_id = \(id) ORDER BY recorded_at, id"
        ) { row in
            let (item, file) = (try row.id(0, of: ConferenceDecision.self), try row.id(1, of: CaseFile.self))
            let part = try row.choice(2, as: CasePart.self)
            guard shows(file, part) else { return Item?.none }
            return Item(
                file: file, part: part, decided: try row.choice(4, as: Conference.DecisionKind.self),
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
