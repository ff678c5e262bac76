package import Access
package import Basics
package import Store

/// The work queue: case files that somebody sees, what is due first on top. Coded; no identity is read.
package struct CaseQueue: Sendable {
    /// One line.
    package struct Line: Sendable {
        package let summary: CaseSummary
        package let workerName: String?
        package let organisationName: String
        package let sex: String
        package let ageBand: String
        /// What the person wants to be called: for whoever the file is assigned to, and for nobody else.
        package internal(set) var name: Shown<String>?
    }

    /// What a list is narrowed by; `nil` narrows by nothing. Twelve, as `CaseQueuePage.shape` offers them.
    package struct Narrowing: Sendable {
        package var stage: IdentificationStage?
        package var path: ProtectionPath?
        package var setting: Setting?
        package var exploitation: String?
        package var sex: String?
        package var ageBand: String?
        package var citizenship: String?
        package var region: String?
        package var isOpen: Bool?
        package var isUrgent: Bool?
        /// Assigned to the reader, to nobody, or to a colleague.
        package var worker: Worker?
        /// Due before a day.
        package var dueBy: Day?
        /// A code, or a part of a label. Never a name: names are found by their own search.
        package var text: String?
        /// Only what the reader reaches with this deed too: taking out is granted less widely than reading.
        package var reachedWith: Deed?

        package enum Worker: String, CaseIterable, Sendable { case me, nobody, others }

        package init() {}
    }

    let room: ProtectionRoom

    package init(_ room: ProtectionRoom) { self.room = room }

    /// - Parameter after: the due day and the id of the last line seen.
    package func lines(
        _ narrowing: Narrowing, after: (due: String, id: ID<CaseFile>)?, limit: Int, for actor: Actor
    ) async throws -> [Line] {
        let lines = try await room.database.read { tx in try Self.lines(narrowing, after: after, limit: limit, for: actor, in: tx) }
        let own = lines.filter { $0.summary.assignedTo == actor.account || $0.summary.deputy == actor.account }
        return own.isEmpty || !actor.may(.readIdentity) ? lines : try await named(lines, own.map(\.summary), for: actor)
    }

    /// Opens what the people of one's own files want to be called: written down once for each file and session.
    private func named(_ lines: [Line], _ own: [CaseSummary], for actor: Actor) async throws -> [Line] {
        let keys = try await room.vault.keys(for: own.map(\.person))
        let people = People(room)
        let names = try await room.gate.look(for: actor) { tx, looking in
            var names: [ID<CaseFile>: Shown<String>] = [:]
            for file in own {
                guard let key = keys[file.person], let row = try people.sealed(file.person, in: tx) else { continue }
                let permit = try looking.standingPermit(.readIdentity, on: file.person, purpose: .assigned)
                names[file.id] = try Shown(row.identity, in: .identity(of: file.person, version: row.version), with: key, under: permit) {
                    $0.names.first ?? ""
                }
            }
            return names
        }
        return lines.map { line in
            var line = line
            line.name = names[line.summary.id]
            return line
        }
    }

    /// The same without any name, whoever reads it: for what is kept or sent on.
    package static func lines(
        _ narrowing: Narrowing, after: (due: String, id: ID<CaseFile>)?, limit: Int, for actor: Actor, in tx: any Transaction
    ) throws -> [Line] {
        try tx.rows(.caseQueue(narrowing, after: after, limit: limit, for: actor)) { row in
            let next = SQL.caseSummaryCount
            return Line(
                summary: try CaseSummary(row), workerName: row.optionalText(next), organisationName: row.text(next + 1),
                sex: row.text(next + 2), ageBand: row.text(next + 3)
            )
        }
    }
}

extension SQL {
    /// Goes down one index in the order of the queue: the shares of the reader's organisation, or the files given to the reader.
    package static func caseQueue(
        _ narrowing: CaseQueue.Narrowing, after: (due: String, id: ID<CaseFile>)?, limit: Int, for actor: Actor
    ) -> SQL {
        let columns: SQL = """
            \(sql: .caseSummary), w.display_name, o.name, p.sex, p.age_band
            FROM \(sql: .caseSource(for: actor)) JOIN person p ON p.id = c.person_id JOIN organisation o ON o.id = c.organisation_id
                LEFT JOIN account w ON w.id = c.assigned_to
            """
        return """
            SELECT \(sql: columns) WHERE \(sql: .joined(conditions(narrowing, after: after, for: actor), separator: " AND "))
            ORDER BY \(sql: order(for: actor)) LIMIT \(limit)
            """
    }

    /// Where the files of a reader come from. What an organisation was given twice (by two consents) comes once.
    static func caseSource(for actor: Actor) -> SQL {
        switch actor.scope(of: .readCase) {
        case .organisation?, .shared?: "case_share s JOIN case_file c ON c.id = s.case_id"
        case .assigned?:
            // Each of the ways to be concerned with a file has an index of its own; one condition with OR would look through all files.
            """
            (SELECT id FROM case_file WHERE assigned_to = \(actor.account) UNION SELECT id FROM case_file WHERE deputy = \(actor.account)
                UNION SELECT id FROM case_file WHERE raised_by = \(actor.account)
                UNION SELECT case_id FROM case_member WHERE account_id = \(actor.account) AND ended_at IS NULL) mine
            JOIN case_file c ON c.id = mine.id
            """
        default: "case_file c"
        }
    }

    private static func order(for actor: Actor) -> SQL {
        switch actor.scope(of: .readCase) {
        case .organisation?, .shared?: "s.next_due, s.case_id"
        default: "c.next_due, c.id"
        }
    }

    private static func conditions(
        _ narrowing: CaseQueue.Narrowing, after: (due: String, id: ID<CaseFile>)?, for actor: Actor
    ) -> [SQL] {
        var all: [SQL] = []
        let (me, mine) = (actor.account, actor.organisation)
        switch actor.scope(of: .readCase) {
        case .organisation?, .shared?:
            all.append("s.organisation_id = \(mine) AND s.closed_at IS NULL")
            if actor.scope(of: .readCase) == .shared { all.append("s.seat <> 'keeper'") }
            if let isOpen = narrowing.isOpen { all.append("s.is_open = \(isOpen)") }
            all.append(
                """
                NOT EXISTS (SELECT 1 FROM case_share t WHERE t.case_id = s.case_id AND t.organisation_id = s.organisation_id
                    AND t.closed_at IS NULL AND t.id < s.id)
                """
            )
            if let after { all.append("(s.next_due, s.case_id) > (\(after.due), \(after.id))") }
        default:
            all.append(.reached(with: .readCase, by: actor))
            if let isOpen = narrowing.isOpen { all.append(isOpen ? "c.closed_at IS NULL" : "c.closed_at IS NOT NULL") }
            if let after { all.append("(c.next_due, c.id) > (\(after.due), \(after.id))") }
        }
        all.append(.notBarred(actor))
        if let deed = narrowing.reachedWith { all.append(.reached(with: deed, by: actor)) }
        if let stage = narrowing.stage { all.append("c.stage = \(stage)") }
        if let path = narrowing.path { all.append("c.path = \(path)") }
        if let setting = narrowing.setting { all.append("c.setting = \(setting)") }
        if let form = narrowing.exploitation { all.append("c.exploitation = \(form)") }
        if let region = narrowing.region { all.append("c.region = \(region)") }
        if let isUrgent = narrowing.isUrgent { all.append("c.is_urgent = \(isUrgent)") }
        if let sex = narrowing.sex { all.append("p.sex = \(sex)") }
        if let band = narrowing.ageBand { all.append("p.age_band = \(band)") }
        if let country = narrowing.citizenship { all.append("p.citizenship = \(country)") }
        if let day = narrowing.dueBy { all.append("c.next_due <= \(day)") }
        switch narrowing.worker {
        case .me?: all.append("(c.assigned_to = \(me) OR c.deputy = \(me))")
        case .nobody?: all.append("c.assigned_to IS NULL")
        case .others?: all.append("c.assigned_to <> \(me)")
        case nil: break
        }
        if let text = narrowing.text {
            if let code = CaseCode.read(text) {
                all.append("c.code = \(code)")
            } else {
                all.append("lower(c.label) LIKE \("%" + text.likePattern + "%") ESCAPE '!'")
            }
        }
        return all
    }
}

extension String {
    /// Taken literally by `LIKE … ESCAPE '!'`.
    package var likePattern: String {
        lowercased().replacing("!", with: "!!").replacing("%", with: "!%").replacing("_", with: "!_")
    }
}
