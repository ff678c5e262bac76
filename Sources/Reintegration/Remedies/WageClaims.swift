import Access
import Basics
import Protection
import Store

/// A period of unpaid work as it is kept, with every step of its computation.
struct KeptWagePeriod: Sendable {
    let id: ID<KeptWagePeriod>
    let period: WagePeriod
    let steps: WageSteps

    static func all(of claim: ID<Claim>, tx: any Transaction) throws -> [KeptWagePeriod] {
        try tx.rows(
            """
            SELECT id, first_day, last_day, minutes_a_day, normal_minutes, days_a_week, agreed_rate, minimum_rate, overtime_percent,
                said_paid, deducted, days, rate, normal_pay, overtime_pay, received, due
            FROM wage_period WHERE claim_id = \(claim) AND withdrawn_at IS NULL ORDER BY first_day, id
            """
        ) { row in
            let period = WagePeriod(
                first: try row.day(1), last: try row.day(2), minutesADay: row.int(3), normalMinutes: row.int(4), daysAWeek: row.int(5),
                agreedRate: row.optionalInt(6), minimumRate: row.optionalInt(7), overtimePercent: row.int(8), saidPaid: row.int(9),
                deducted: row.int(10))
            let normal = min(period.minutesADay, period.normalMinutes)
            let steps = WageSteps(
                days: row.int(11), rate: row.int(12), normalMinutes: normal, overtimeMinutes: period.minutesADay - normal,
                normalPay: row.int(13), overtimePay: row.int(14), received: row.int(15), due: row.int(16))
            return KeptWagePeriod(id: try row.id(0, of: KeptWagePeriod.self), period: period, steps: steps)
        }
    }
}

extension Claims {
    /// Adds a period to the wages of a claim. A day that stands in another period already is refused.
    func add(_ period: WagePeriod, to claim: ID<Claim>, in file: ID<CaseFile>, by actor: Actor) async throws {
        let now = desk.now
        let steps = try Wages.steps(of: period)
        try await desk.change(.pursueRemedies, in: file, for: actor, detail: "wages: period added") { tx, _, _ in
            _ = try Claim.find(claim, in: file, tx: tx)
            _ = try Wages.due(KeptWagePeriod.all(of: claim, tx: tx).map(\.period) + [period])
            try tx.run(
                """
                INSERT INTO wage_period (id, claim_id, first_day, last_day, minutes_a_day, normal_minutes, days_a_week, agreed_rate,
                    minimum_rate, overtime_percent, said_paid, deducted, days, rate, normal_pay, overtime_pay, received, due, added_by,
                    added_at)
                VALUES (\(ID<KeptWagePeriod>.new(at: now)), \(claim), \(period.first), \(period.last), \(period.minutesADay),
                    \(period.normalMinutes), \(period.daysAWeek), \(period.agreedRate), \(period.minimumRate), \(period.overtimePercent),
                    \(period.saidPaid), \(period.deducted), \(steps.days), \(steps.rate), \(steps.normalPay), \(steps.overtimePay),
                    \(steps.received), \(steps.due), \(actor.account), \(now))
                """
            )
            try CaseEvent.write(.wagesWorkedOut, in: file, by: actor, subject: claim.bytes, at: now, tx: tx)
        }
    }

    func withdraw(_ period: ID<KeptWagePeriod>, of claim: ID<Claim>, in file: ID<CaseFile>, by actor: Actor) async throws {
        let now = desk.now
        try await desk.change(.pursueRemedies, in: file, for: actor, detail: "wages: period withdrawn") { tx, _, _ in
            _ = try Claim.find(claim, in: file, tx: tx)
            try tx.runOnOne(
                "UPDATE wage_period SET withdrawn_at = \(now) WHERE id = \(period) AND claim_id = \(claim) AND withdrawn_at IS NULL")
            try CaseEvent.write(.wagesWorkedOut, in: file, by: actor, subject: claim.bytes, at: now, tx: tx)
        }
    }

    /// Asks for exactly what was worked out.
    func askForWages(_ claim: ID<Claim>, in file: ID<CaseFile>, version: Int, by actor: Actor) async throws {
        let now = desk.now
        try await desk.change(.pursueRemedies, in: file, for: actor, detail: "wages: asked for") { tx, _, _ in
            let found = try Claim.find(claim, in: file, tx: tx)
            guard found.stage == .prepared else { throw ClaimRefused.filedAlready }
            let due = try Wages.due(KeptWagePeriod.all(of: claim, tx: tx).map(\.period))
            guard due > 0 else { throw ClaimRefused.nothingDue }
            try tx.runOnOne(
                "UPDATE claim SET asked = \(due), version = version + 1 WHERE id = \(claim) AND version = \(version)")
            try CaseEvent.write(.claimChanged, in: file, by: actor, subject: claim.bytes, at: now, tx: tx)
        }
    }
}
