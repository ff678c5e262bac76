package import Access
package import Basics
package import Store

extension SQL {
    /// Goes down one index in the order of the queue, or down two at once: the lines of the reader's organisation, or the files given to the
    /// reader. What a line is narrowed by stands in the line itself, so that a rare value costs a step in the index for each file passed over.
    package static func caseQueue(
        _ narrowing: CaseQueue.Narrowing, after: (due: String, id: ID<CaseFile>)?, limit: Int, for actor: Actor
    ) -> SQL {
        let queues = QueueStatement.all(narrowing, for: actor).map { $0.sql(narrowing, after: after, limit: limit, for: actor) }
        guard queues.count > 1 else { return queues[0] }
        // Each gives its first lines in order; the first of them all are the first of both.
        let parts: [SQL] = queues.enumerated().map { index, queue in
            index == 0 ? "SELECT * FROM (\(sql: queue)) first_queue" : "SELECT * FROM (\(sql: queue)) next_queue"
        }
        return "\(sql: .joined(parts, separator: " UNION ALL ")) ORDER BY next_due, id LIMIT \(limit)"
    }
}

/// One way down an index to the lines of a queue.
private struct QueueStatement {
    /// Where the files come from: `case_file c`, and where the reader has a queue of shares, `queue_line q`.
    let source: SQL
    /// What holds for all of them, whatever they are narrowed by.
    let conditions: [SQL]
    /// Whether a line `q` stands beside the file.
    let hasLines: Bool
    /// Whether it goes through all files, and the reach of the reader is a condition.
    var isReached = false
    /// Whether it goes down an index of the files rather than of the lines.
    var isByFile = false

    /// The ways to the files of a reader, which give each file once.
    static func all(_ narrowing: CaseQueue.Narrowing, for actor: Actor) -> [QueueStatement] {
        switch actor.scope(of: .readCase) {
        case .organisation?, .shared?: lines(narrowing, for: actor)
        case .assigned?:
            // Each of the ways to be concerned with a file has an index of its own; one condition with OR would look through all files.
            [
                QueueStatement(
                    source: """
                        (SELECT id FROM case_file WHERE assigned_to = \(actor.account) UNION SELECT id FROM case_file WHERE deputy = \(actor.account)
                            UNION SELECT id FROM case_file WHERE raised_by = \(actor.account)
                            UNION SELECT case_id FROM case_member WHERE account_id = \(actor.account) AND ended_at IS NULL) mine
                        JOIN case_file c ON c.id = mine.id JOIN person p ON p.id = c.person_id
                        """, conditions: [], hasLines: false, isReached: true)
            ]
        default:
            [
                QueueStatement(
                    source: "case_file c JOIN person p ON p.id = c.person_id", conditions: [], hasLines: false, isReached: true)
            ]
        }
    }

    private static func lines(_ narrowing: CaseQueue.Narrowing, for actor: Actor) -> [QueueStatement] {
        let (me, mine) = (actor.account, actor.organisation)
        var given: [SQL] = ["q.organisation_id = \(mine)"]
        if actor.scope(of: .readCase) == .shared { given.append("q.is_given = 1") }
        // The files of one person are few among those of a large organisation, and a code is that of one file: these have an index of their own.
        var few: [SQL] = []
        if let text = narrowing.text, let code = CaseCode.read(text) {
            few = ["c.code = \(code)"]
            if narrowing.worker == .me { few[0] += " AND (c.assigned_to = \(me) OR c.deputy = \(me))" }
        } else if narrowing.worker == .me {
            few = ["c.assigned_to = \(me)", "c.deputy = \(me) AND (c.assigned_to IS NULL OR c.assigned_to <> \(me))"]
        }
        if !few.isEmpty {
            if let isOpen = narrowing.isOpen { given.append("q.is_open = \(isOpen)") }
            // CROSS tells SQLite in which order to go: its counts of values know nothing of who asks.
            return few.map { which in
                QueueStatement(
                    source: "case_file c CROSS JOIN queue_line q", conditions: [which, "q.case_id = c.id"] + given, hasLines: true,
                    isByFile: true)
            }
        }
        // Open and closed files lie apart in the index, each in the order of the queue.
        return (narrowing.isOpen.map { [$0] } ?? [true, false]).map { isOpen in
            QueueStatement(
                source: "queue_line q CROSS JOIN case_file c",
                conditions: given + ["q.is_open = \(isOpen)", "c.id = q.case_id"], hasLines: true)
        }
    }

    func sql(_ narrowing: CaseQueue.Narrowing, after: (due: String, id: ID<CaseFile>)?, limit: Int, for actor: Actor) -> SQL {
        let order: SQL = hasLines && !isByFile ? "q.next_due, q.case_id" : "c.next_due, c.id"
        let person: SQL = hasLines ? "q.sex, q.age_band" : "p.sex, p.age_band"
        var all = conditions
        if isReached {
            all.append(.reached(with: .readCase, by: actor))
            if let isOpen = narrowing.isOpen { all.append(isOpen ? "c.closed_at IS NULL" : "c.closed_at IS NOT NULL") }
        }
        if let after { all.append("(\(sql: order)) > (\(after.due), \(after.id))") }
        all += narrowed(narrowing, for: actor)
        all.append(.notBarred(actor))
        if let deed = narrowing.reachedWith { all.append(.reached(with: deed, by: actor)) }
        return """
            SELECT \(sql: .caseSummary), w.display_name, o.name AS keeper, \(sql: person)
            FROM \(sql: source) JOIN organisation o ON o.id = c.organisation_id LEFT JOIN account w ON w.id = c.assigned_to
            WHERE \(sql: .joined(all, separator: " AND "))
            ORDER BY \(sql: order) LIMIT \(limit)
            """
    }

    /// The twelve filters and the search, on the columns of the line where there is one.
    private func narrowed(_ narrowing: CaseQueue.Narrowing, for actor: Actor) -> [SQL] {
        let (file, person): (SQL, SQL) = hasLines ? ("q", "q") : ("c", "p")
        let me = actor.account
        var all: [SQL] = []
        if let stage = narrowing.stage { all.append("\(sql: file).stage = \(stage)") }
        if let path = narrowing.path { all.append("\(sql: file).path = \(path)") }
        if let setting = narrowing.setting { all.append("\(sql: file).setting = \(setting)") }
        if let form = narrowing.exploitation { all.append("\(sql: file).exploitation = \(form)") }
        if let region = narrowing.region { all.append("\(sql: file).region = \(region)") }
        // What was lived through, and where: whoever was not given it can't find it out by trying.
        if narrowing.exploitation != nil || narrowing.region != nil {
            let field = "experience.experience.exploitation"
            all.append(.given(.experience, with: [field], to: actor))
            all.append(.reached(with: .readExperience, by: actor))
        }
        if let isUrgent = narrowing.isUrgent { all.append("\(sql: file).is_urgent = \(isUrgent)") }
        if let sex = narrowing.sex { all.append("\(sql: person).sex = \(sex)") }
        if let band = narrowing.ageBand { all.append("\(sql: person).age_band = \(band)") }
        if let country = narrowing.citizenship { all.append("\(sql: person).citizenship = \(country)") }
        if let day = narrowing.dueBy { all.append("\(sql: file).next_due <= \(day)") }
        switch narrowing.worker {
        case .me? where !hasLines: all.append("(c.assigned_to = \(me) OR c.deputy = \(me))")
        case .nobody?: all.append("\(sql: file).assigned_to IS NULL")
        case .others?: all.append("\(sql: file).assigned_to <> \(me)")
        case .me?, nil: break
        }
        if let text = narrowing.text {
            if let code = CaseCode.read(text) {
                if !isByFile { all.append("c.code = \(code)") }
            } else {
                all.append("lower(\(sql: file).label) LIKE \("%" + text.likePattern + "%") ESCAPE '!'")
            }
        }
        return all
    }
}
