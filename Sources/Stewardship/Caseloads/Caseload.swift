import Access
import Basics
import Protection
import Store

/// That somebody is away from a day to a day, with a deputy for every file they work on.
package enum Leave {
    package enum State: String, CaseIterable, Sendable, Hashable, SQLBindable { case coming, running, over }
}

/// The files of the people of one organisation: hand-over at once, leave, deputies.
package struct Caseloads: Sendable {
    let room: ProtectionRoom

    /// Gives files of one person to another, all in one transaction: all of them or none.
    func handOver(_ files: [ID<CaseFile>], from worker: ID<Account>, to next: ID<Account>, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        guard !files.isEmpty else { throw StewardshipRefused.nothingChosen }
        guard worker != next else { throw StewardshipRefused.sameWorker }
        try await room.gate.change(.superviseCases, for: actor, detail: "hand-over: \(files.count) files") { tx, permit in
            try Self.mustBeColleagues([worker, next], of: actor, in: tx)
            for file in files {
                // Each file goes through the gate by itself: a bar on one of them stops all.
                let _: Permit<CaseFile> = try room.gate.permit(.superviseCases, on: file, for: actor, detail: "handed over", in: tx)
                guard try !Barred.from(file, in: tx).accounts.contains(next) else { throw CaseRefused.notAColleague }
                try tx.runOnOne(
                    """
                    UPDATE case_file SET assigned_to = \(next), deputy = CASE WHEN deputy = \(next) THEN NULL ELSE deputy END,
                        version = version + 1
                    WHERE id = \(file) AND assigned_to = \(worker) AND organisation_id = \(actor.organisation) AND closed_at IS NULL
                    """
                )
                try tx.run(
                    """
                    UPDATE case_clock SET account_id = \(next) WHERE case_id = \(file) AND account_id = \(worker) AND stopped_at IS NULL
                    """
                )
                try CaseMatter.post(CaseMatter.handedOver.code, to: .account(next), about: file, at: now, in: tx)
                try CaseEvent.write(.handedOver, in: file, by: permit.actor, subject: next.bytes, at: now, tx: tx)
            }
        }
    }

    func setLeave(of worker: ID<Account>, from first: Day, to last: Day, deputy: ID<Account>, by actor: Actor) async throws {
        let (now, room) = (room.gate.clock.now(), room)
        guard first <= last else { throw StewardshipRefused.leaveBackwards }
        guard worker != deputy else { throw CaseRefused.deputyIsWorker }
        try await room.gate.change(.superviseCases, for: actor, detail: "leave") { tx, _ in
            try Self.mustBeColleagues([worker, deputy], of: actor, in: tx)
            try tx.run(
                """
                INSERT INTO leave_of_absence (id, organisation_id, account_id, deputy_id, first_day, last_day, state, set_by, set_at)
                VALUES (\(ID<Leave>.new(at: now)), \(actor.organisation), \(worker), \(deputy), \(first), \(last), 'coming', \(actor.account),
                    \(now))
                """
            )
            try LeaveJob.run(room, tx, now)
        }
    }

    /// Ends a leave before its last day.
    func endLeave(_ leave: ID<Leave>, by actor: Actor) async throws {
        let (now, room) = (room.gate.clock.now(), room)
        try await room.gate.change(.superviseCases, for: actor, detail: "leave ended") { tx, _ in
            let found = try tx.exists(
                "SELECT 1 FROM leave_of_absence WHERE id = \(leave) AND organisation_id = \(actor.organisation) AND state <> 'over'")
            guard found else { throw notThere(.superviseCases, actor) }
            try LeaveJob.end(leave, at: now, in: tx)
        }
        _ = room
    }

    static func mustBeColleagues(_ accounts: [ID<Account>], of actor: Actor, in tx: any Transaction) throws {
        for account in accounts {
            let isColleague = try tx.exists(
                "SELECT 1 FROM account WHERE id = \(account) AND organisation_id = \(actor.organisation) AND state = 'active'")
            guard isColleague else { throw CaseRefused.notAColleague }
        }
    }
}

/// Puts the deputy into the files of whoever is away, those that come meanwhile too, and takes them out again.
enum LeaveJob {
    static func job(_ room: ProtectionRoom) -> Job { Job("stewardship.leave", every: .minutes(10)) { tx, now in try run(room, tx, now) } }

    static func run(_ room: ProtectionRoom, _ tx: any Transaction, _ now: Instant) throws {
        let today = room.day(of: now)
        let over = try tx.rows("SELECT id FROM leave_of_absence WHERE state <> 'over' AND last_day < \(today)") {
            try $0.id(0, of: Leave.self)
        }
        for leave in over { try end(leave, at: now, in: tx) }
        let running = try tx.rows(
            "SELECT id, account_id, deputy_id FROM leave_of_absence WHERE state <> 'over' AND first_day <= \(today) AND last_day >= \(today)"
        ) { (try $0.id(0, of: Leave.self), try $0.id(1, of: Account.self), try $0.id(2, of: Account.self)) }
        for (leave, worker, deputy) in running {
            try tx.run("UPDATE leave_of_absence SET state = 'running' WHERE id = \(leave) AND state = 'coming'")
            let files = try tx.rows(
                "SELECT id FROM case_file WHERE assigned_to = \(worker) AND deputy IS NULL AND closed_at IS NULL"
            ) { try $0.id(0, of: CaseFile.self) }
            for file in files where try !Barred.from(file, in: tx).accounts.contains(deputy) {
                try tx.run("UPDATE case_file SET deputy = \(deputy), version = version + 1 WHERE id = \(file)")
                try tx.run(
                    "INSERT INTO leave_file (leave_id, case_id) VALUES (\(leave), \(file)) ON CONFLICT (leave_id, case_id) DO NOTHING")
                try CaseMatter.post(CaseMatter.deputy.code, to: .account(deputy), about: file, at: now, in: tx)
                try CaseEvent.write(.deputyNamed, in: file, by: nil, subject: deputy.bytes, at: now, tx: tx)
            }
        }
    }

    static func end(_ leave: ID<Leave>, at now: Instant, in tx: any Transaction) throws {
        let deputy = try tx.row("SELECT deputy_id FROM leave_of_absence WHERE id = \(leave)") { try $0.id(0, of: Account.self) }
        let files = try tx.rows("SELECT case_id FROM leave_file WHERE leave_id = \(leave)") { try $0.id(0, of: CaseFile.self) }
        for file in files {
            // Only where nobody has chosen another deputy since.
            let changed = try tx.run("UPDATE case_file SET deputy = NULL, version = version + 1 WHERE id = \(file) AND deputy = \(deputy)")
            if changed == 1 { try CaseEvent.write(.deputyEnded, in: file, by: nil, subject: deputy?.bytes, at: now, tx: tx) }
        }
        try tx.run("DELETE FROM leave_file WHERE leave_id = \(leave)")
        try tx.run("UPDATE leave_of_absence SET state = 'over' WHERE id = \(leave)")
    }
}
