import Access
import Basics
import Protection
import Store

/// That somebody is the guardian of one child. A member of the file while it runs; ending it shuts the file to them at once.
struct GuardianAppointment: Sendable {
    let id: ID<GuardianAppointment>
    let account: ID<Account>
    let accountName: String
    let member: ID<CaseMember>
    let isTemporary: Bool
    let appointedOn: Day
    let until: Day?
    let endedAt: Instant?
    let endReason: GuardianEnd?

    /// Newest first.
    static func all(in file: ID<CaseFile>, tx: any Transaction) throws -> [GuardianAppointment] {
        try tx.rows(
            """
            SELECT g.id, g.account_id, a.display_name, g.member_id, g.is_temporary, g.appointed_on, g.until_day, g.ended_at, g.end_reason
            FROM guardian_appointment g JOIN account a ON a.id = g.account_id WHERE g.case_id = \(file)
            ORDER BY g.appointed_at DESC, g.id DESC
            """
        ) { row in
            GuardianAppointment(
                id: try row.id(0, of: GuardianAppointment.self), account: try row.id(1, of: Account.self), accountName: row.text(2),
                member: try row.id(3, of: CaseMember.self), isTemporary: row.bool(4), appointedOn: try row.day(5),
                until: try row.optionalDay(6), endedAt: row.optionalInstant(7), endReason: try row.optionalChoice(8, as: GuardianEnd.self)
            )
        }
    }

    static func current(in file: ID<CaseFile>, tx: any Transaction) throws -> GuardianAppointment? {
        try all(in: file, tx: tx).first { $0.endedAt == nil }
    }

    /// Ends it. The guardian's next request finds nothing.
    func end(_ reason: GuardianEnd, in file: CaseSummary, by actor: Actor?, at now: Instant, tx: any Transaction) throws {
        try tx.runOnOne(
            "UPDATE guardian_appointment SET ended_at = \(now), end_reason = \(reason) WHERE id = \(id) AND ended_at IS NULL")
        try tx.run("UPDATE case_member SET ended_at = \(now) WHERE id = \(member) AND ended_at IS NULL")
        try CaseClock.stop(.temporaryGuardian, in: file.id, subject: id.bytes, as: .cancelled, at: now, tx: tx)
        try CaseEvent.write(.guardianEnded, in: file.id, by: actor, subject: id.bytes, detail: reason.rawValue, at: now, tx: tx)
        // What they were told before leads to a file that is not there for them any more.
        try Notice.takeBack(about: file.id.bytes, from: .account(account), in: tx)
        try CaseMatter.post(CaseMatter.guardianEnded.code, to: .account(account), about: file.id, subject: .some(nil), at: now, in: tx)
    }

    /// A temporary guardian's time is over: done by the clock.
    static func timeIsOver(_ clock: CaseClock, _ tx: any Transaction, _ now: Instant) throws {
        guard let file = try CaseSummary.find(clock.file, in: tx), let current = try current(in: clock.file, tx: tx),
            current.id.bytes == clock.subject
        else { return }
        try current.end(.timeOver, in: file, by: nil, at: now, tx: tx)
        try CaseMatter.post(
            CaseMatter.childWithoutGuardian.code, to: .organisation(clock.organisation, .protectChildren), about: clock.file, at: now,
            in: tx)
    }
}

/// That somebody was checked before they may be a guardian at all.
struct GuardianVetting: Sendable {
    let checkedOn: Day
    let trainedOn: Day
    let validUntil: Day
    let mostChildren: Int

    func isValid(on day: Day) -> Bool { checkedOn <= day && trainedOn <= day && day <= validUntil }

    /// The newest that was not ended.
    static func current(of account: ID<Account>, tx: any Transaction) throws -> GuardianVetting? {
        try tx.row(
            """
            SELECT checked_on, trained_on, valid_until, most_children FROM guardian_vetting
            WHERE account_id = \(account) AND ended_at IS NULL ORDER BY recorded_at DESC, id DESC LIMIT 1
            """
        ) { row in
            GuardianVetting(
                checkedOn: try row.day(0), trainedOn: try row.day(1), validUntil: try row.day(2), mostChildren: row.int(3))
        }
    }
}

/// What is refused about guardians.
enum GuardianRefused: Refusal {
    case noGuardianAccount, notVetted, conflict, worksOnTheFile, barred, tooManyChildren, noDayForTemporary, dayIsPast, isGuardianAlready

    var code: String {
        switch self {
        case .noGuardianAccount: "guardian.no-account"
        case .notVetted: "guardian.not-vetted"
        case .conflict: "guardian.conflict-of-interest"
        case .worksOnTheFile: "guardian.works-on-the-file"
        case .barred: "guardian.barred"
        case .tooManyChildren: "guardian.too-many-children"
        case .noDayForTemporary: "guardian.no-last-day"
        case .dayIsPast: "guardian.day-is-past"
        case .isGuardianAlready: "guardian.already"
        }
    }

    var message: String {
        switch self {
        case .noGuardianAccount: "That account is not active with the role of a guardian. Choose another."
        case .notVetted: "This person is not vetted and trained, or the vetting has run out. Record a new vetting under “Guardians” first."
        case .conflict:
            "There is a conflict of interest, and it is recorded. This person can’t be the guardian of this child: choose another."
        case .worksOnTheFile: "Whoever works on the file can’t be the child’s guardian as well. Choose somebody else."
        case .barred: "This person can’t be the guardian of this child. Choose somebody else."
        case .tooManyChildren:
            "This guardian has as many children as they can stand up for. Choose another, or tick that you appoint them all the same."
        case .noDayForTemporary: "A temporary guardian needs a last day."
        case .dayIsPast: "The last day of a temporary guardian must lie ahead, and not later than the country’s rules say."
        case .isGuardianAlready: "This person is the guardian of this child already."
        }
    }
}
