import Access
import Basics
import Protection
import Store

/// The deeds of following somebody.
struct Monitoring: Sendable {
    let desk: FileDesk

    init(_ room: ProtectionRoom) { desk = FileDesk(room: room, part: .homeward) }

    /// What is filled in of a report.
    struct Draft: Sendable {
        var contact: MonitoringReport.Contact
        var levels: [MonitoringPlan.Domain: Int]
        var incidents: [MonitoringReport.Incident]
        var note: String?
    }

    /// Follows somebody who stays in the country: the worker reports.
    func followStay(from day: Day, in file: ID<CaseFile>, by actor: Actor) async throws {
        let (room, now) = (desk.room, desk.now)
        guard day <= room.day(of: now) else { throw MonitoringRefused.inFuture }
        try await desk.change(.planReturn, in: file, for: actor, detail: "monitoring: begun") { tx, _, summary in
            guard try !tx.exists("SELECT 1 FROM monitoring_course WHERE case_id = \(file) AND ended_at IS NULL") else {
                throw MonitoringRefused.followedAlready
            }
            if let plan = try ReturnPlan.newest(in: file, tx: tx), !plan.stage.isOver { throw MonitoringRefused.returnPlanned }
            try MonitoringCourse.begin(
                .stay, of: nil, by: summary.organisation, from: day, in: file, profile: room.profiles[summary.profile], actor: actor,
                at: now, tx: tx)
        }
    }

    /// Writes the report of a check. What got worse, or is dangerous, alarms those who work on the file.
    func report(_ draft: Draft, on check: ID<MonitoringCheck>, in file: ID<CaseFile>, by actor: Actor) async throws {
        let (room, now) = (desk.room, desk.now)
        let id = ID<MonitoringReport>.new(at: now)
        let note = try await desk.sealer(for: file).seal(draft.note, "monitoring_report", id, "note")
        try await desk.change(.monitorReintegration, in: file, for: actor, detail: "monitoring: report") { tx, _, summary in
            guard let found = try MonitoringCheck.find(check, in: file, tx: tx) else { throw MonitoringRefused.noCheck }
            guard found.organisation == actor.organisation || summary.organisation == actor.organisation else {
                throw MonitoringRefused.noCheck
            }
            guard found.state == .due else { throw MonitoringRefused.reportedAlready }
            guard draft.contact == .notReached || draft.levels[.safety] != nil else { throw MonitoringRefused.safetyMissing }
            let earlier = try MonitoringReport.all(in: file, with: nil, tx: tx).last
            let isWorse = earlier.map { old in draft.levels.contains { $0.value < old.levels[$0.key] ?? 0 } } ?? false
            let isDanger = draft.levels[.safety] == 0 || draft.incidents.contains(where: \.isDanger)
            let isLate = room.day(of: now) > found.reportBy
            let level = draft.levels
            try tx.run(
                """
                INSERT INTO monitoring_report (id, check_id, case_id, contact, safety, housing, income, health, relations, incidents,
                    is_danger, is_worse, is_late, note, reported_by, reported_at)
                VALUES (\(id), \(check), \(file), \(draft.contact), \(level[.safety]), \(level[.housing]), \(level[.income]),
                    \(level[.health]), \(level[.relations]), \(draft.incidents.map(\.rawValue).joined(separator: " ")), \(isDanger),
                    \(isWorse), \(isLate), \(note), \(actor.account), \(now))
                """
            )
            try tx.runOnOne("UPDATE monitoring_check SET state = 'reported' WHERE id = \(check) AND state = 'due'")
            try CaseClock.stop(.report, in: file, subject: check.bytes, as: .met, at: now, tx: tx)
            if try !tx.exists("SELECT 1 FROM monitoring_check WHERE case_id = \(file) AND state = 'due' AND report_by < \(room.day(of: now))") {
                try CaseMatter.settle([.reportMissing], in: file, tx: tx)
            }
            try CaseEvent.write(.reported, in: file, by: actor, subject: id.bytes, detail: isLate ? "late" : nil, at: now, tx: tx)
            guard isDanger || isWorse else { return }
            try CaseEvent.write(isDanger ? .danger : .worse, in: file, by: actor, subject: id.bytes, at: now, tx: tx)
            let matter = isDanger ? CaseMatter.danger : CaseMatter.worse
            try Self.tellKeeper(matter, summary, at: now, tx: tx)
        }
    }

    /// Opens a new file for the same person, linked to the report that gave cause: they may have been trafficked again.
    func referAgain(after report: ID<MonitoringReport>, in file: ID<CaseFile>, by actor: Actor) async throws -> ID<CaseFile> {
        let (room, now) = (desk.room, desk.now)
        return try await desk.change(.planReturn, in: file, for: actor, detail: "monitoring: referred again") { tx, permit, summary in
            let found = try tx.exists(
                "SELECT 1 FROM monitoring_report WHERE id = \(report) AND case_id = \(file) AND (is_danger = 1 OR is_worse = 1)")
            guard found else { throw MonitoringRefused.noCause }
            guard try !tx.exists("SELECT 1 FROM renewed_referral WHERE report_id = \(report)") else {
                throw MonitoringRefused.referredAlready
            }
            let id = ID<CaseFile>.new(at: now)
            let draft = CaseFiles.Draft(label: summary.label, path: summary.path, setting: .ngo, isUrgent: true, openedAt: now)
            _ = try CaseFiles(room).open(draft, for: summary.person, as: id, by: actor, deed: .raiseReferral, at: now, in: tx)
            try tx.run("UPDATE case_file SET assigned_to = \(actor.account) WHERE id = \(id)")
            try tx.run(
                """
                INSERT INTO renewed_referral (id, case_id, report_id, new_case_id, raised_by, raised_at)
                VALUES (\(ID<MonitoringReport>.new(at: now)), \(file), \(report), \(id), \(actor.account), \(now))
                """
            )
            try CaseEvent.write(.referredAgain, in: file, by: permit.actor, subject: id.bytes, at: now, tx: tx)
            try CaseEvent.write(.referredAgain, in: id, by: permit.actor, subject: file.bytes, at: now, tx: tx)
            return id
        }
    }

    /// Tells whoever works on the file and those who supervise where it is kept.
    static func tellKeeper(_ matter: CaseMatter, _ summary: CaseSummary, at now: Instant, tx: any Transaction) throws {
        if let worker = summary.assignedTo {
            try CaseMatter.post(matter.code, to: .account(worker), about: summary.id, at: now, in: tx)
        }
        try CaseMatter.post(
            matter.code, to: .organisation(summary.organisation, .superviseCases), about: summary.id, at: now, in: tx)
    }

    /// A report or an arrival is late. The clock itself tells whoever owes it; those who sent the person are told besides.
    static func late(_ matter: CaseMatter, _ event: CaseEvent.Kind, _ clock: CaseClock, at now: Instant, tx: any Transaction) throws {
        guard let summary = try CaseSummary.find(clock.file, in: tx) else { return }
        try tellKeeper(matter, summary, at: now, tx: tx)
        try CaseEvent.write(event, in: clock.file, by: nil, subject: clock.subject, at: now, tx: tx)
    }
}

/// What is refused about monitoring.
enum MonitoringRefused: Refusal {
    case noCheck, reportedAlready, safetyMissing, followedAlready, returnPlanned, inFuture, noCause, referredAlready

    var code: String { "monitoring." + "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) } }

    var message: String {
        switch self {
        case .noCheck: "There is no such report to write in this file. Look at the list of reports due again."
        case .reportedAlready: "The report of this month was written already. Look at it; what is new belongs in the next one."
        case .safetyMissing: "How safe the person is must be judged, unless nobody could reach them."
        case .followedAlready: "This person is being followed already; the reports due stand in the list."
        case .returnPlanned: "A return is being planned in this file. Stop it first if the person stays."
        case .inFuture: "This day has not come yet. Write the day from which the person has lived here on their own footing."
        case .noCause: "Only a report of danger, or of something that got worse, leads to a new referral from here."
        case .referredAlready: "A new file was opened after this report already. It stands in the timeline."
        }
    }

    var kind: RefusalKind {
        switch self {
        case .noCheck, .noCause: .notFound
        case .reportedAlready, .referredAlready: .conflict
        default: .invalid
        }
    }
}
