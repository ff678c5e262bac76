import Access
import Basics
import Store
import Vocabulary
package import Web

extension Routes {
    //  GET   /work/cases                              the work queue                     readCase
    //  GET   /work/cases/{id}                         one file                           readCase
    //  GET   /work/cases/{id}/timeline                everything that happened           readCase
    //  POST  /work/cases/{id}/assignment              worker and deputy                  superviseCases
    //  POST  /work/cases/{id}/taking-up               take a file that nobody has        writeCase
    //  POST  /work/cases/{id}/label                   label and urgency                  writeCase
    //  GET   /work/cases/{id}/profile                 what moving to new rules changes   superviseCases
    //  POST  /work/cases/{id}/profile                 move it                            superviseCases
    //  GET   /work/cases/{id}/identity                who it is (assigned), or asks why  readIdentity
    //  POST  /work/cases/{id}/identity                who it is, for a stated purpose    readIdentity
    //  POST  /work/cases/{id}/identity/correction     correct it                         writeCase
    //  …     /work/cases/{id}/entries/…               see EntryPages
    //  …     /work/authorities…                       see AuthorityPages
    //  …     /api/v1/cases…                           see CaseEndpoints
    package mutating func addProtection(_ room: ProtectionRoom) {
        addCaseQueue(room)
        addCaseFile(room)
        addProfileMoves(room)
        addIdentity(room)
        addEntries(room)
        addAuthorities(room)
        for branch in room.branches { branch.addRoutes(&self, room) }
        add(room.endpoints, keeping: KeptAnswers(database: room.database, vault: room.vault))
    }

    private mutating func addCaseQueue(_ room: ProtectionRoom) {
        let queue = CaseQueue(room)
        get("/work/cases", needs: .deed(.readCase)) { visit in
            let actor = try visit.signedIn()
            let asked = ListRequest(visit.query, room.queueShape(in: visit.language, for: actor))
            let after = asked.after.flatMap { place -> (due: String, id: ID<CaseFile>)? in
                guard place.values.count == 2, let id = ID<CaseFile>(place.values[1]) else { return nil }
                return (place.values[0], id)
            }
            let today = room.day(of: visit.now)
            let lines = try await queue.lines(
                CaseQueuePage.narrowing(asked, today: today), after: after, limit: ListRequest.fetchCount, for: actor
            )
            return .page(
                CaseQueuePage(
                    asked: asked, lines: lines, today: today, mayRaise: actor.may(.raiseReferral),
                    mayExport: actor.may(.exportCases), codebook: room.codebook,
                    profile: room.profile
                )
            )
        }
    }

    private mutating func addCaseFile(_ room: ProtectionRoom) {
        let files = CaseFiles(room)

        get("/work/cases/{id}", needs: .deed(.readCase)) { visit in
            let (now, id, actor) = (visit.now, try visit.id("id", of: CaseFile.self), try visit.signedIn())
            let key = actor.may(.readIdentity) ? try await Entries(room).key(for: id) : nil
            let page = try await room.gate.look(for: actor) { tx, looking in
                let view = try files.view(id, in: tx, &looking)
                let name = try People(room).name(in: view, with: key, &looking, tx: tx)
                let joined = try files.joined(to: view, in: tx, &looking)
                return try CaseFilePage(view, name: name, joined: joined, room, at: now, in: tx)
            }
            return .page(page)
        }

        get("/work/cases/{id}/timeline", needs: .deed(.readCase)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            let page = try await room.gate.look(for: visit.signedIn()) { tx, looking in
                let view = try files.view(id, in: tx, &looking)
                let joined = try files.joined(to: view, in: tx, &looking)
                return TimelinePage(
                    summary: view.summary, events: try TimelineLine.newest(of: [view] + joined, room, limit: 1_000, in: tx),
                    joined: joined.map(\.summary))
            }
            return .page(page)
        }

        post("/work/cases/{id}/assignment", needs: .deed(.superviseCases)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            var reading = FormReading(visit.form)
            // Whoever does not reach the file is told so before a name is compared with those of its keeper.
            let colleagues = try await room.gate.look(for: visit.signedIn()) { tx, looking in
                let _: Permit<CaseFile> = try looking.permit(.superviseCases, on: id)
                return try CaseFilePage.colleagues(of: id, in: tx)
            }
            let fields = CaseFields.assignment(colleagues)
            let (worker, deputy) = (reading.read(fields.worker), reading.read(fields.deputy))
            guard reading.isSound else { throw CaseRefused.notAColleague }
            try await files.assign(id, to: worker, deputy: deputy, by: visit.signedIn())
            return .see(CaseAddress.file(id))
        }

        post("/work/cases/{id}/taking-up", needs: .deed(.writeCase)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            try await files.takeUp(id, by: visit.signedIn())
            return .see(CaseAddress.file(id))
        }

        post("/work/cases/{id}/label", needs: .deed(.writeCase)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            var reading = FormReading(visit.form)
            let label = reading.read(CaseFields.label)
            let isUrgent = reading.read(CaseFields.urgent) ?? false
            guard reading.isSound, let label else { throw CaseFieldsRefused.label }
            let version = visit.form.fields["version"].flatMap(Int.init) ?? 0
            try await files.relabel(id, label, isUrgent: isUrgent, from: version, by: visit.signedIn())
            return .see(CaseAddress.file(id))
        }
    }
}

/// What is wrong with the small forms on a file's page, which come back as a page of their own.
enum CaseFieldsRefused: Refusal {
    case label

    var code: String { "case.label" }
    var message: String { "The label must have 1 to 80 characters and no name in it. Go back and write one." }
}

extension CaseFilePage {
    init(
        _ view: CaseView, name: Shown<String>?, joined: [CaseView], _ room: ProtectionRoom, at now: Instant, in tx: any Transaction
    ) throws {
        let summary = view.summary
        self.view = view
        self.name = name
        self.now = now
        let coded = try tx.row(
            """
            SELECT p.sex, p.age_band, p.citizenship, p.language, p.interpreter, o.name, w.display_name, d.display_name
            FROM case_file c JOIN person p ON p.id = c.person_id JOIN organisation o ON o.id = c.organisation_id
                LEFT JOIN account w ON w.id = c.assigned_to LEFT JOIN account d ON d.id = c.deputy WHERE c.id = \(summary.id)
            """
        ) { row in
            (
                row.text(0), row.text(1), row.optionalText(2), row.optionalText(3), try row.choice(4, as: InterpreterNeed.self),
                row.text(5),
                row.optionalText(6), row.optionalText(7)
            )
        }
        let lists = room.codebook.lists
        sex = lists[Sex.self].word(coded?.0 ?? "unknown")
        ageBand = lists[AgeBand.self].word(coded?.1 ?? "unknown")
        citizenship = coded?.2.flatMap { room.countries.country(alpha3: $0)?.name }
        language = coded?.3.map { view.profile.languageName($0) }
        interpreter = coded?.4 ?? .unknown
        keeper = coded?.5 ?? ""
        worker = coded?.6
        deputy = coded?.7
        clocks = try CaseClock.running(in: summary.id, tx: tx).compactMap { clock in
            room.clockKind(clock.kind).flatMap { view.shows($0.part) ? (clock, $0) : nil }
        }
        panels = try room.branches.flatMap(\.panels).filter { view.shows($0.part) }.compactMap { panel in
            try panel.read(tx, view, room).map { (panel, $0) }
        }
        let profile = view.profile
        isOnCurrentProfile = profile == room.profile
        entries = room.branches.flatMap(\.entries).filter { $0.isOffered(profile) }
        counts = try Entries(room).counts(entries, in: view, tx: tx)
        events = try TimelineLine.newest(of: [view] + joined, room, limit: 12, in: tx)
        isJoined = !joined.isEmpty
        let supervises = view.actor.may(.superviseCases) && summary.organisation == view.actor.organisation
        colleagues = supervises ? try Self.colleagues(of: summary.id, in: tx) : []
    }

    /// The active people of the organisation that keeps a file.
    static func colleagues(of file: ID<CaseFile>, in tx: any Transaction) throws -> [(id: ID<Account>, name: String)] {
        try tx.rows(
            """
            SELECT a.id, a.display_name FROM case_file c JOIN account a ON a.organisation_id = c.organisation_id
            WHERE c.id = \(file) AND a.state = 'active'
                AND NOT EXISTS (SELECT 1 FROM case_bar b WHERE b.case_id = c.id AND b.account_id = a.id AND b.lifted_at IS NULL)
            ORDER BY a.display_name LIMIT 500
            """
        ) { (id: try $0.id(0, of: Account.self), name: $0.text(1)) }
    }
}

extension TimelineLine {
    /// The lines of several files of one person, newest first; each says in which file it happened where there is more than one.
    static func newest(of views: [CaseView], _ room: ProtectionRoom, limit: Int, in tx: any Transaction) throws -> [TimelineLine] {
        guard views.count > 1 else { return try views.flatMap { try newest(of: $0, room, limit: limit, in: tx) } }
        let lines = try views.flatMap { view in
            try newest(of: view, room, limit: limit, in: tx).map { line in
                var line = line
                line.file = (view.summary.id, view.summary.code)
                return line
            }
        }
        return Array(lines.sorted { $0.at > $1.at }.prefix(limit))
    }

    /// The lines that a view shows, newest first, with who did it: the person of one's own organisation, or the other organisation.
    static func newest(of view: CaseView, _ room: ProtectionRoom, limit: Int, in tx: any Transaction) throws -> [TimelineLine] {
        let events = try CaseEvent.newest(of: view.summary.id, limit: limit, in: tx)
        let kinds = Dictionary(
            (room.branches.flatMap(\.events) + room.branches.flatMap(\.entries).map(\.event)).map { ($0.code, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let colleagues = Set(events.filter { $0.organisation == view.actor.organisation }.compactMap(\.account))
        let others = Set(events.compactMap(\.organisation))
        let names = Dictionary(
            uniqueKeysWithValues: try tx.rows("SELECT id, display_name FROM account WHERE id IN \(list: Array(colleagues))") {
                (try $0.id(0, of: Account.self), $0.text(1))
            })
        let organisations = Dictionary(
            uniqueKeysWithValues: try tx.rows("SELECT id, name FROM organisation WHERE id IN \(list: Array(others))") {
                (try $0.id(0, of: Organisation.self), $0.text(1))
            })
        return events.compactMap { event in
            guard let kind = kinds[event.kind], view.shows(event, kind) else { return nil }
            let detail = view.detail(of: event, kind)
            return TimelineLine(
                at: event.at, word: kind.word, detail: detail,
                by: event.account.flatMap { names[$0] } ?? event.organisation.flatMap { organisations[$0] }, code: kind.code,
                detailCode: detail == nil ? nil : event.detail
            )
        }
    }
}
