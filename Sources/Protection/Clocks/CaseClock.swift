package import Access
package import Basics
package import Store
package import Vocabulary

/// Something that must happen by a day, or a period that ends on one. Every deadline of Protection is one of these rows, so that all
/// of them are seen in one queue, warned of by one job, and never forgotten.
package struct CaseClock: Sendable, Hashable {
    package let id: ID<CaseClock>
    package let file: ID<CaseFile>
    package let kind: String
    package let subject: [UInt8]?
    /// Whose duty it is.
    package let organisation: ID<Organisation>
    package let account: ID<Account>?
    /// The hash of the profile whose rule it runs by.
    package let profile: String
    package let startedAt: Instant
    /// The last day on which it is not late.
    package let due: Day
    /// The moment from which it is late.
    package let dueAt: Instant
    /// Whether it was set in hours, so that the hour counts: what is set in days ends at midnight.
    package var isByTheHour: Bool {
        let lasts = dueAt.microseconds - startedAt.microseconds
        return lasts % 3_600_000_000 == 0 && lasts <= 168 * 3_600_000_000
    }
    package let stoppedAt: Instant?
    package let outcome: Outcome?

    /// How it stopped.
    package enum Outcome: String, Sendable, Hashable, SQLBindable {
        /// What had to happen happened.
        case met
        /// A period ran to its end.
        case ended
        /// It does not matter any more.
        case cancelled
    }

    package var isRunning: Bool { stoppedAt == nil }
    package func isLate(at now: Instant) -> Bool { isRunning && now >= dueAt }
}

/// What a clock is for, as a room of Protection declares it.
package struct ClockKind: Sendable {
    /// `decision.presumption`: what stands in the table.
    package let code: String
    package let name: Word
    /// What happens, or what must be done, when it ends: stands beside the day.
    package let atEnd: Word
    /// Who sees it: whoever sees this part of the file.
    package let part: CasePart
    /// Whether it is a period that simply ends, rather than a duty that becomes late.
    package let isPeriod: Bool
    /// So many days before its end the people concerned are warned; `nil` warns of nothing.
    package let warnDays: @Sendable (CountryProfile) -> Int?
    /// Further warnings after the first, so many days before the end, the earliest first: for a period that is warned of more than once.
    package let laterWarnings: @Sendable (CountryProfile) -> [Int]
    /// Done by the job, once, when it is late or has ended; what it changes commits with the notice.
    package let whenDue: @Sendable (CaseClock, any Transaction, Instant) throws -> Void
    /// By which rule of the profile its day is counted, from the day it starts; `nil` where somebody sets the day, or hours count. A file
    /// that moves to a new version of the profile is counted anew by it.
    package let rule: @Sendable (CountryProfile) -> Deadline?
    /// Done when that moves its day, where a room keeps the day too; commits with it.
    package let whenMoved: @Sendable (CaseClock, Day, any Transaction) throws -> Void
    /// Who is told in the organisation that has the duty, where no worker of it is known: those with this deed.
    package let duty: Deed
    /// In what capacity an organisation has it: what an authority has to do stays with it when the file goes to another keeper.
    package let seat: CaseShare.Seat

    package init(
        _ code: String, _ name: Word, atEnd: Word, part: CasePart = .summary, isPeriod: Bool = false, duty: Deed = .superviseCases,
        seat: CaseShare.Seat = .keeper,
        warnDays: @escaping @Sendable (CountryProfile) -> Int? = { _ in 1 },
        laterWarnings: @escaping @Sendable (CountryProfile) -> [Int] = { _ in [] },
        rule: @escaping @Sendable (CountryProfile) -> Deadline? = { _ in nil },
        whenMoved: @escaping @Sendable (CaseClock, Day, any Transaction) throws -> Void = { _, _, _ in },
        whenDue: @escaping @Sendable (CaseClock, any Transaction, Instant) throws -> Void = { _, _, _ in }
    ) {
        self.code = code
        self.name = name
        self.atEnd = atEnd
        self.part = part
        self.isPeriod = isPeriod
        self.duty = duty
        self.seat = seat
        self.warnDays = warnDays
        self.laterWarnings = laterWarnings
        self.rule = rule
        self.whenMoved = whenMoved
        self.whenDue = whenDue
    }
}
