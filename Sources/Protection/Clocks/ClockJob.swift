import Access
import Basics
import Store
import Vocabulary

/// Warns before a clock ends, tells when it is late, and ends periods. Idempotent: each clock is told of once, and what fell due
/// while nobody ran is told at the next start.
enum ClockJob {
    /// So many at one go; the rest in the next minute.
    private static let portion = 500

    static func job(_ room: ProtectionRoom) -> Job {
        Job("protection.clocks", every: .minutes(1)) { tx, now in
            for clock in try CaseClock.owed(.warning, at: now, limit: portion, tx: tx) {
                try tell(CaseMatter.clockEndsSoon, clock, room.clockKind(clock.kind), at: now, in: tx)
                if let next = nextWarning(of: clock, room, after: now) {
                    try tx.run("UPDATE case_clock SET warn_at = \(next) WHERE id = \(clock.id)")
                } else {
                    try tx.run("UPDATE case_clock SET warned_at = \(now) WHERE id = \(clock.id)")
                }
            }
            for clock in try CaseClock.owed(.alarm, at: now, limit: portion, tx: tx) {
                let kind = room.clockKind(clock.kind)
                let isPeriod = kind?.isPeriod ?? false
                try tell(isPeriod ? CaseMatter.periodEnded : CaseMatter.clockLate, clock, kind, at: now, in: tx)
                if !isPeriod, clock.account != nil {
                    // What is late rises to the supervisor too.
                    try CaseMatter.post(
                        CaseMatter.clockLate.code, to: .organisation(clock.organisation, .superviseCases), about: clock.file, at: now,
                        in: tx)
                }
                try tx.run("UPDATE case_clock SET late_told_at = \(now) WHERE id = \(clock.id)")
                if isPeriod {
                    try tx.run("UPDATE case_clock SET stopped_at = \(now), outcome = 'ended' WHERE id = \(clock.id)")
                    try CaseClock.refresh(clock.file, in: tx)
                }
                try kind?.whenDue(clock, tx, now)
            }
        }
    }

    /// When it is warned of once more; what was missed while nobody ran is not made up for one by one.
    private static func nextWarning(of clock: CaseClock, _ room: ProtectionRoom, after now: Instant) -> Instant? {
        let days = room.clockKind(clock.kind)?.laterWarnings(room.profiles[clock.profile]) ?? []
        return days.map { clock.dueAt - .days($0) }.filter { $0 > now }.min()
    }

    private static func tell(_ matter: CaseMatter, _ clock: CaseClock, _ kind: ClockKind?, at now: Instant, in tx: any Transaction) throws {
        let worker =
            try clock.account
            ?? CaseSummary.find(clock.file, in: tx).flatMap { $0.organisation == clock.organisation ? $0.assignedTo : nil }
        let reader: Notice.Reader = worker.map { .account($0) } ?? .organisation(clock.organisation, kind?.duty ?? .superviseCases)
        try CaseMatter.post(matter.code, to: reader, about: clock.file, at: now, in: tx)
    }
}

extension CaseMatter {
    static let clockEndsSoon = CaseMatter(
        "clock.ends-soon", Word(work: "A clock in a case file ends soon.", fr: "Un délai d’un dossier expire bientôt."))
    static let clockLate = CaseMatter("clock.late", Word(work: "Something in a case file is late.", fr: "Un dossier est en retard."))
    static let periodEnded = CaseMatter(
        "clock.ended", Word(work: "A period in a case file has ended.", fr: "Une période d’un dossier est terminée."))
}
