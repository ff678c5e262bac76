import Access
import Basics
import Protection
import Store
import Vocabulary

/// That somebody is missing from care. Hours count: it rises a level each time that they run out.
package enum MissingReport {
    package enum Circumstance: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case didNotReturn = "did_not_return"
        case leftAlone = "left_alone"
        case leftWithOthers = "left_with_others"
        case takenByForce = "taken_by_force"
        case afterThreat = "after_threat"
        case afterContact = "after_contact_with_exploiter"
        case unknown
    }

    package enum State: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case missing, found, returned
        /// No longer looked for: the person is known to be safe elsewhere, or the file was closed.
        case ended
    }

    package struct Draft: Sendable {
        var noticedOn: Day
        var circumstance: Circumstance
        var lastSeen: String?
        var toldPolice: Bool
        var toldAuthority: Bool
    }
}

/// Reports people missing, and what became of them.
package struct MissingReports: Sendable {
    let room: ProtectionRoom

    func report(_ draft: MissingReport.Draft, in file: ID<CaseFile>, by actor: Actor) async throws {
        let (now, room) = (room.gate.clock.now(), room)
        let key = try await Entries(room).key(for: file)
        try await room.gate.change(.writeCare, on: file, for: actor, detail: "missing") { tx, permit in
            guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            guard try CaseFiles(room).shared(file, with: actor, in: tx).contains(.care) else { throw notThere(.writeCare, actor) }
            guard try !tx.exists("SELECT 1 FROM missing_report WHERE case_id = \(file) AND state = 'missing'") else {
                throw StewardshipRefused.missingAlready
            }
            let (id, profile) = (ID<MissingReport>.new(at: now), room.profiles[summary.profile])
            let hours = profile.deadlines.missingHours
            let sealed = try SealedNote.seal(draft.lastSeen, "missing_report", id, "last_seen", with: key)
            try tx.run(
                """
                INSERT INTO missing_report (id, case_id, is_child, noticed_on, circumstance, last_seen, told_police, told_authority, level,
                    escalate_at, state, reported_by, reported_at)
                VALUES (\(id), \(file), \(summary.path.protectsAsChild), \(draft.noticedOn), \(draft.circumstance), \(sealed),
                    \(draft.toldPolice), \(draft.toldAuthority), 1, \(now + .hours(hours)), 'missing', \(actor.account), \(now))
                """
            )
            try CaseClock.start(
                .missing, in: file, of: summary.organisation, account: summary.assignedTo, subject: id.bytes, hours: hours, under: profile,
                at: now, tx: tx)
            try CaseEvent.write(
                .missing, in: file, by: permit.actor, subject: id.bytes, detail: draft.circumstance.rawValue, at: now, tx: tx)
            // A child who is missing is told upwards at once, not after hours.
            try Self.tell(file, summary, level: summary.path.protectsAsChild ? 2 : 1, at: now, in: tx)
        }
    }

    /// Level 1: who works on the file and their supervisor. Level 2: the authorities that have a seat in it. Level 3: every competent authority.
    static func tell(_ file: ID<CaseFile>, _ summary: CaseSummary, level: Int, at now: Instant, in tx: any Transaction) throws {
        try CaseMatter.post(
            CaseMatter.missing.code, to: .organisation(summary.organisation, .superviseCases), about: file, at: now, in: tx)
        if let worker = summary.assignedTo {
            try CaseMatter.post(CaseMatter.missing.code, to: .account(worker), about: file, at: now, in: tx)
        }
        guard level >= 2 else { return }
        let seated = try tx.rows(
            """
            SELECT DISTINCT organisation_id FROM case_share
            WHERE case_id = \(file) AND closed_at IS NULL AND (seat = 'identification' OR seat = 'child_protection')
            """
        ) { try $0.id(0, of: Organisation.self) }
        for authority in seated where authority != summary.organisation {
            try CaseMatter.post(CaseMatter.missing.code, to: .organisation(authority, .readCase), about: file, at: now, in: tx)
        }
        guard level >= 3 else { return }
        // They may have no share: the notice has no link, and tells only that somebody must ask.
        for authority in try Competence.identification.organisations(in: tx)
        where authority != summary.organisation && !seated.contains(authority) {
            try CaseMatter.post(
                CaseMatter.missingElsewhere.code, to: .organisation(authority, .superviseCases), about: file, subject: .some(nil),
                at: now, in: tx)
        }
    }

    func end(_ file: ID<CaseFile>, as state: MissingReport.State, by actor: Actor) async throws {
        let (now, room) = (room.gate.clock.now(), room)
        try await room.gate.change(.writeCare, on: file, for: actor, detail: "missing: \(state.rawValue)") { tx, permit in
            guard try CaseFiles(room).shared(file, with: actor, in: tx).contains(.care) else { throw notThere(.writeCare, actor) }
            guard let id = try Self.open(file, in: tx) else { throw StewardshipRefused.notMissing }
            let changed = try tx.run(
                """
                UPDATE missing_report SET state = \(state), ended_by = \(actor.account), ended_at = \(now), escalate_at = NULL
                WHERE id = \(id) AND state = 'missing'
                """
            )
            guard changed == 1 else { throw StewardshipRefused.notMissing }
            try CaseClock.stop(.missing, in: file, subject: id.bytes, as: .met, at: now, tx: tx)
            try CaseMatter.settle([.missing, .missingElsewhere], in: file, tx: tx)
            try CaseEvent.write(.missingEnded, in: file, by: permit.actor, subject: id.bytes, detail: state.rawValue, at: now, tx: tx)
        }
    }

    /// What the person tells after they came back: sealed.
    func interview(_ file: ID<CaseFile>, on day: Day, text: String, by actor: Actor) async throws {
        let (now, room) = (room.gate.clock.now(), room)
        let key = try await Entries(room).key(for: file)
        try await room.gate.change(.writeCare, on: file, for: actor, detail: "missing: return interview") { tx, permit in
            guard try CaseFiles(room).shared(file, with: actor, in: tx).contains(.care) else { throw notThere(.writeCare, actor) }
            let id = try tx.row(
                """
                SELECT id FROM missing_report WHERE case_id = \(file) AND (state = 'found' OR state = 'returned')
                ORDER BY reported_at DESC LIMIT 1
                """
            ) { try $0.id(0, of: MissingReport.self) }
            guard let id else { throw StewardshipRefused.notMissing }
            let sealed = try SealedNote.seal(text, "missing_report", id, "return_interview", with: key)
            try tx.run("UPDATE missing_report SET return_interview = \(sealed), interviewed_on = \(day) WHERE id = \(id)")
            try CaseEvent.write(.returnInterview, in: file, by: permit.actor, subject: id.bytes, at: now, tx: tx)
        }
    }

    static func open(_ file: ID<CaseFile>, in tx: any Transaction) throws -> ID<MissingReport>? {
        try tx.row("SELECT id FROM missing_report WHERE case_id = \(file) AND state = 'missing'") { try $0.id(0, of: MissingReport.self) }
    }
}

/// Takes reports whose hours ran out to the next level, and gives them as many hours again.
enum MissingJob {
    static func job(_ room: ProtectionRoom) -> Job {
        Job("stewardship.missing", every: .minutes(1)) { tx, now in
            let late = try tx.rows(
                """
                SELECT id, case_id, level FROM missing_report WHERE state = 'missing' AND escalate_at <= \(now)
                ORDER BY escalate_at LIMIT 200
                """
            ) { (try $0.id(0, of: MissingReport.self), try $0.id(1, of: CaseFile.self), $0.int(2)) }
            for (id, file, level) in late {
                guard let summary = try CaseSummary.find(file, in: tx) else { continue }
                guard summary.isOpen else {
                    try tx.run("UPDATE missing_report SET escalate_at = NULL WHERE id = \(id)")
                    continue
                }
                let profile = room.profiles[summary.profile]
                let hours = profile.deadlines.missingHours
                try tx.run(
                    "UPDATE missing_report SET level = \(level + 1), escalate_at = \(now + .hours(hours)) WHERE id = \(id) AND level = \(level)"
                )
                try CaseClock.stop(.missing, in: file, subject: id.bytes, as: .ended, at: now, tx: tx)
                try CaseClock.start(
                    .missing, in: file, of: summary.organisation, account: summary.assignedTo, subject: id.bytes, hours: hours,
                    under: profile, at: now, tx: tx)
                try MissingReports.tell(file, summary, level: level + 1, at: now, in: tx)
                try CaseEvent.write(.missingEscalated, in: file, by: nil, subject: id.bytes, detail: "\(level + 1)", at: now, tx: tx)
            }
        }
    }
}
