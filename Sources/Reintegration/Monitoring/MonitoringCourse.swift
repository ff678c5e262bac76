import Access
import Basics
import Protection
import Store

/// How somebody is followed, after a return or where they stay: a check at each of the profile's months, and who owes its report.
enum MonitoringCourse {
    enum Kind: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case homeCountry = "return"
        case stay
    }

    /// Sets all checks and their clocks.
    static func begin(
        _ kind: Kind, of plan: ID<ReturnPlan>?, by organisation: ID<Organisation>, from day: Day, in file: ID<CaseFile>,
        profile: CountryProfile, actor: Actor, at now: Instant, tx: any Transaction
    ) throws {
        let running = try tx.rows("SELECT id FROM monitoring_course WHERE case_id = \(file) AND ended_at IS NULL") {
            try $0.id(0, of: MonitoringCourse.self)
        }
        // Whoever was followed here and has now returned is followed there.
        for course in running { try end(course, in: file, at: now, tx: tx) }
        let id = ID<MonitoringCourse>.new(at: now)
        try tx.run(
            """
            INSERT INTO monitoring_course (id, case_id, plan_id, kind, organisation_id, began_on, began_by)
            VALUES (\(id), \(file), \(plan), \(kind), \(organisation), \(day), \(actor.account))
            """
        )
        for month in profile.monitoring.months {
            let check = ID<MonitoringCheck>.new(at: now)
            let due = day.adding(months: month)
            let reportBy = due.adding(days: profile.monitoring.reportDueDays)
            try tx.run(
                """
                INSERT INTO monitoring_check (id, course_id, case_id, organisation_id, month, due, report_by, state)
                VALUES (\(check), \(id), \(file), \(organisation), \(month), \(due), \(reportBy), 'due')
                """
            )
            try CaseClock.start(.report, in: file, of: organisation, subject: check.bytes, until: reportBy, under: profile, at: now, tx: tx)
        }
        try CaseEvent.write(.monitoringBegun, in: file, by: actor, subject: id.bytes, detail: kind.rawValue, at: now, tx: tx)
    }

    /// Ends a course: what was still due is due no more.
    static func end(_ course: ID<MonitoringCourse>, in file: ID<CaseFile>, at now: Instant, tx: any Transaction) throws {
        try tx.run("UPDATE monitoring_course SET ended_at = \(now) WHERE id = \(course)")
        let checks = try tx.rows("SELECT id FROM monitoring_check WHERE course_id = \(course) AND state = 'due'") {
            try $0.id(0, of: MonitoringCheck.self)
        }
        for check in checks {
            try tx.run("UPDATE monitoring_check SET state = 'cancelled' WHERE id = \(check)")
            try CaseClock.stop(.report, in: file, subject: check.bytes, as: .cancelled, at: now, tx: tx)
        }
    }
}

/// Ends what no consent carries any more: whoever withdrew it after their arrival is followed no longer, and no report is asked for.
enum MonitoringGuard {
    static func job() -> Job {
        Job("reintegration.courses", every: .hours(1)) { tx, now in
            let courses = try tx.rows(
                """
                SELECT m.id, m.case_id FROM monitoring_course m JOIN return_plan p ON p.id = m.plan_id JOIN consent k ON k.id = p.consent_id
                WHERE m.ended_at IS NULL AND k.withdrawn_at IS NOT NULL
                """
            ) { (try $0.id(0, of: MonitoringCourse.self), try $0.id(1, of: CaseFile.self)) }
            for (course, file) in courses {
                try MonitoringCourse.end(course, in: file, at: now, tx: tx)
                try CaseEvent.write(
                    .monitoringEnded, in: file, by: nil, subject: course.bytes, detail: StopReason.consentWithdrawn.rawValue, at: now,
                    tx: tx)
            }
        }
    }
}

/// One look at how somebody fares, so many months after arrival.
struct MonitoringCheck: Sendable, Hashable {
    let id: ID<MonitoringCheck>
    let file: ID<CaseFile>
    let organisation: ID<Organisation>
    let organisationName: String
    let month: Int
    let due: Day
    /// The last day on which its report is not late.
    let reportBy: Day
    let state: State

    enum State: String, CaseIterable, Sendable, Hashable, SQLBindable { case due, reported, cancelled }

    static let columns: SQL = "k.id, k.case_id, k.organisation_id, o.name, k.month, k.due, k.report_by, k.state"
    static let source: SQL = "monitoring_check k JOIN organisation o ON o.id = k.organisation_id"
    static let columnCount = 8

    init(_ row: borrowing Row) throws {
        id = try row.id(0, of: MonitoringCheck.self)
        file = try row.id(1, of: CaseFile.self)
        organisation = try row.id(2, of: Organisation.self)
        organisationName = row.text(3)
        month = row.int(4)
        due = try row.day(5)
        reportBy = try row.day(6)
        state = try row.choice(7, as: State.self)
    }

    static func find(_ id: ID<MonitoringCheck>, in file: ID<CaseFile>, tx: any Transaction) throws -> MonitoringCheck? {
        try tx.row("SELECT \(sql: columns) FROM \(sql: source) WHERE k.id = \(id) AND k.case_id = \(file)") { try MonitoringCheck($0) }
    }

    static func all(in file: ID<CaseFile>, tx: any Transaction) throws -> [MonitoringCheck] {
        try tx.rows(
            """
            SELECT \(sql: columns) FROM \(sql: source) WHERE k.case_id = \(file) AND k.state <> 'cancelled' ORDER BY k.due, k.id
            """
        ) { try MonitoringCheck($0) }
    }
}

/// What a report says: the level of each part of life, how it was learnt, and what happened since.
struct MonitoringReport: Sendable {
    let id: ID<MonitoringReport>
    let check: ID<MonitoringCheck>
    let month: Int
    let contact: Contact
    /// 0 worst to 3; a part that was not learnt is missing.
    let levels: [MonitoringPlan.Domain: Int]
    let incidents: [Incident]
    let isDanger: Bool
    let isWorse: Bool
    let isLate: Bool
    let reportedAt: Instant
    let note: String?

    enum Contact: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case visit, telephone, message
        case throughOther = "through_other"
        case notReached = "not_reached"
    }

    enum Incident: String, CaseIterable, Sendable, Hashable {
        case threatened, attacked
        case contactedByTrafficker = "contacted_by_trafficker"
        case traffickedAgain = "trafficked_again"
        case lostHousing = "lost_housing"
        case lostWork = "lost_work"
        case arrested

        /// Those that mean danger, whatever the level of safety says.
        var isDanger: Bool { self == .attacked || self == .contactedByTrafficker || self == .traffickedAgain }
    }

    /// What has got worse since an earlier report, with how many levels.
    func change(since earlier: MonitoringReport) -> [MonitoringPlan.Domain: Int] {
        var changes: [MonitoringPlan.Domain: Int] = [:]
        for (domain, level) in levels {
            if let before = earlier.levels[domain], before != level { changes[domain] = level - before }
        }
        return changes
    }

    static let columns: SQL = """
        r.id, r.check_id, k.month, r.contact, r.safety, r.housing, r.income, r.health, r.relations, r.incidents, r.is_danger, r.is_worse,
        r.is_late, r.reported_at, r.note
        """

    /// In the order of the columns.
    static let domains: [MonitoringPlan.Domain] = [.safety, .housing, .income, .health, .relations]

    init(_ row: borrowing Row, _ opener: Opener?) throws {
        id = try row.id(0, of: MonitoringReport.self)
        check = try row.id(1, of: MonitoringCheck.self)
        month = row.int(2)
        contact = try row.choice(3, as: Contact.self)
        var levels: [MonitoringPlan.Domain: Int] = [:]
        for (index, domain) in Self.domains.enumerated() { levels[domain] = row.optionalInt(4 + index) }
        self.levels = levels
        incidents = row.text(9).split(separator: " ").compactMap { Incident(rawValue: String($0)) }
        isDanger = row.bool(10)
        isWorse = row.bool(11)
        isLate = row.bool(12)
        reportedAt = row.instant(13)
        note = try opener?.open(row, 14, "monitoring_report", id, "note")
    }

    /// The reports of a file, the oldest first.
    static func all(in file: ID<CaseFile>, with opener: Opener?, tx: any Transaction) throws -> [MonitoringReport] {
        try tx.rows(
            """
            SELECT \(sql: columns) FROM monitoring_report r JOIN monitoring_check k ON k.id = r.check_id
            WHERE r.case_id = \(file) ORDER BY k.due, r.id
            """
        ) { try MonitoringReport($0, opener) }
    }
}
