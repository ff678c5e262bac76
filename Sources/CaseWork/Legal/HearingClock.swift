import Basics
import Protection
import Store

enum HearingClock {
    /// A hearing that is still ahead has a clock; it follows the day when that is moved, and stops when something came of it.
    static func follow(_ written: EntryKind.Written, in tx: any Transaction) throws {
        // Nothing has come of a hearing whose day is still to come; that it was put off can be known before.
        if !written.isWithdrawn, [.code("held"), .code("not_attended"), .code("decided")].contains(written.values["outcome"]),
            case .date(let iso)? = written.values["held_on"], let day = Day(iso: iso),
            day > written.profile.calendar.day(of: written.at)
        {
            throw CaseWorkRefused.hearingAhead
        }
        let isAhead = !written.isWithdrawn && written.values["outcome"] == .code("ahead")
        try CaseClock.stop(
            .hearing, in: written.file.id, subject: written.entry.bytes, as: isAhead || written.isWithdrawn ? .cancelled : .met,
            at: written.at, tx: tx
        )
        guard isAhead, case .date(let iso)? = written.values["held_on"], let day = Day(iso: iso) else { return }
        try CaseClock.start(
            .hearing, in: written.file.id, of: written.file.organisation, account: written.file.assignedTo, subject: written.entry.bytes,
            until: day, under: written.profile, at: written.at, tx: tx
        )
    }
}
