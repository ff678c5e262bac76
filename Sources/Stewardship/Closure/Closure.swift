import Access
package import Basics
package import Protection
import Store
package import Vocabulary

/// That a file was closed: why, with what outcome, and whether the person agreed. And, if it was, that it was reopened.
package enum Closure {
    /// How the person fares at the end.
    package enum Outcome: String, CaseIterable, Sendable, Hashable, SQLBindable { case safe, better, unchanged, worse, unknown }

    /// What the person says to the closure.
    package enum Agreement: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case agrees, disagrees
        case notReached = "not_reached"
    }

    /// Whether they may be contacted later, to ask how they are.
    package enum FollowUp: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case yes, no
        case notAsked = "not_asked"
    }

    /// Why a file is opened again.
    package enum Reopening: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case newDanger = "new_danger"
        case newClaim = "new_claim"
        case personCameBack = "person_came_back"
        case review
        case closedInError = "closed_in_error"
    }

    /// What is asked when a file is closed.
    package struct Draft: Sendable {
        var reason: ClosureReason
        var outcome: Outcome
        var agreement: Agreement
        var followUp: FollowUp
        var note: String?
        /// The version of the file that was looked at.
        var version: Int
    }

    /// For which reasons a file may be closed as it stands: while a presumption or a review is open, only for those that end it for a cause
    /// of their own. A file that is closed otherwise would leave somebody without the decision that they were promised.
    package static func reasons(for file: CaseSummary, _ profile: CountryProfile) -> [ClosureReason] {
        profile.closureReasons.filter { reason in
            let isOpen = [.presumed, .underReview].contains(file.stage)
            return isOpen ? reason.endsPresumption : !reason.afterNegativeDecision || saysNo(file.stage)
        }
    }

    private static func saysNo(_ stage: IdentificationStage) -> Bool { [.notIdentified, .upheld].contains(stage) }

    /// The day after which the identity is to be destroyed. A child's file is kept until they are of the profile's age, counted from the
    /// youngest that their age band lets them be: an exact birth date stays sealed, and a day worked out from it would give it away.
    package static func retainUntil(
        _ reason: ClosureReason, closedOn day: Day, path: ProtectionPath, ageBand: AgeBand, recordedOn recorded: Day,
        _ profile: CountryProfile
    ) -> Day {
        let plain = day.adding(years: reason.retentionYears)
        guard path.protectsAsChild || (ageBand.ages?.upperBound ?? 99) < 18 else { return plain }
        let youngest = min(ageBand.ages?.lowerBound ?? 0, 17)
        return max(plain, recorded.adding(years: profile.childRetentionUntilAge - youngest))
    }
}

extension Day {
    /// The same day so many years later; 28 February for a leap day.
    func adding(years: Int) -> Day {
        let (year, month, day) = parts
        return Day(year: year + years, month: month, day: day) ?? Day(year: year + years, month: month, day: 28) ?? self
    }
}

/// Closes and reopens files.
package struct Closures: Sendable {
    let room: ProtectionRoom

    /// Closes a file: every clock stops, every share but the keeper's ends, the day of forgetting is set.
    func close(_ file: ID<CaseFile>, _ draft: Closure.Draft, by actor: Actor) async throws {
        let (now, room) = (room.gate.clock.now(), room)
        let key = try await Entries(room).key(for: file)
        try await room.gate.change(.closeCases, on: file, for: actor, detail: "closure: \(draft.reason.code)") { tx, permit in
            guard let summary = try CaseSummary.find(file, in: tx) else { throw notThere(.closeCases, actor) }
            guard summary.isOpen else { throw StewardshipRefused.closedAlready }
            guard Closure.reasons(for: summary, room.profiles[summary.profile]).contains(where: { $0.code == draft.reason.code }) else {
                throw draft.reason.afterNegativeDecision ? StewardshipRefused.notDecidedSo : .presumptionOpen
            }
            let asksGuardian = summary.path.protectsAsChild
            if draft.followUp == .yes, asksGuardian, try !hasGuardian(file, in: tx) { throw StewardshipRefused.followUpNeedsGuardian }
            let id = ID<Closure>.new(at: now)
            let (band, recorded) = try personFacts(summary.person, room, in: tx)
            let until = Closure.retainUntil(
                draft.reason, closedOn: room.day(of: now), path: summary.path, ageBand: band, recordedOn: recorded,
                room.profiles[summary.profile]
            )
            try tx.runOnOne(
                """
                UPDATE case_file SET closed_at = \(now), closure_reason = \(draft.reason.code), retain_until = \(until), version = version + 1
                WHERE id = \(file) AND version = \(draft.version) AND closed_at IS NULL
                """
            )
            let by: String? = draft.followUp == .yes ? (asksGuardian ? "guardian" : "person") : nil
            let note = try SealedNote.seal(draft.note, "closure", id, "note", with: key)
            try tx.run(
                """
                INSERT INTO closure (id, case_id, reason, outcome, agreement, follow_up, follow_up_by, note, closed_by, closed_at, retain_until)
                VALUES (\(id), \(file), \(draft.reason.code), \(draft.outcome), \(draft.agreement), \(draft.followUp), \(by), \(note),
                    \(actor.account), \(now), \(until))
                """
            )
            try CaseClock.stopAll(in: file, at: now, tx: tx)
            // Nobody is told any more when the hours of a report run out: it may not look as if somebody were still searching.
            try tx.run(
                """
                UPDATE missing_report SET state = 'ended', ended_by = \(actor.account), ended_at = \(now), escalate_at = NULL
                WHERE case_id = \(file) AND state = 'missing'
                """
            )
            let recipients = try tx.rows(
                "SELECT DISTINCT organisation_id FROM case_share WHERE case_id = \(file) AND closed_at IS NULL AND seat <> 'keeper'"
            ) { try $0.id(0, of: Organisation.self) }
            try tx.run("UPDATE case_share SET closed_at = \(now) WHERE case_id = \(file) AND closed_at IS NULL AND seat <> 'keeper'")
            try tx.run("UPDATE case_share SET is_open = 0 WHERE case_id = \(file)")
            try Transfers.endGroundless(in: file, by: actor, at: now, tx: tx)
            for recipient in recipients {
                try Notice.takeBack(about: file.bytes, from: .organisation(recipient), in: tx)
                try CaseMatter.post(
                    CaseMatter.shareEnded.code, to: .organisation(recipient, .readCase), about: file, subject: .some(nil), at: now, in: tx)
            }
            try CaseEvent.write(.closed, in: file, by: permit.actor, subject: id.bytes, detail: draft.reason.code, at: now, tx: tx)
        }
    }

    /// Opens a closed file again. Shares and clocks stay ended: each is taken up again by itself.
    func reopen(_ file: ID<CaseFile>, for reason: Closure.Reopening, note: String?, by actor: Actor) async throws {
        let (now, room) = (room.gate.clock.now(), room)
        let key = try await Entries(room).key(for: file)
        try await room.gate.change(.closeCases, on: file, for: actor, detail: "reopening: \(reason.rawValue)") { tx, permit in
            guard let closure = try Self.last(of: file, in: tx) else { throw StewardshipRefused.notClosed }
            guard let summary = try CaseSummary.find(file, in: tx) else { throw notThere(.closeCases, actor) }
            guard key != nil else { throw CaseRefused.erased }
            let changed = try tx.run(
                """
                UPDATE case_file SET closed_at = NULL, closure_reason = NULL, retain_until = NULL, version = version + 1
                WHERE id = \(file) AND closed_at IS NOT NULL
                """
            )
            guard changed == 1 else { throw StewardshipRefused.notClosed }
            let sealed = try SealedNote.seal(note, "closure", closure.id, "reopen_note", with: key)
            try tx.run(
                """
                UPDATE closure SET reopened_by = \(actor.account), reopened_at = \(now), reopen_reason = \(reason), reopen_note = \(sealed)
                WHERE id = \(closure.id)
                """
            )
            try tx.run("UPDATE case_share SET is_open = 1 WHERE case_id = \(file) AND closed_at IS NULL")
            try tx.run("DELETE FROM retention_notice WHERE case_id = \(file)")
            try CaseEvent.write(.reopened, in: file, by: permit.actor, subject: closure.id.bytes, detail: reason.rawValue, at: now, tx: tx)
            try CaseMatter.tell(
                CaseMatter.fileReopened.code, worker: summary.assignedTo, of: summary.organisation, about: file, at: now, in: tx)
        }
    }

    static func last(of file: ID<CaseFile>, in tx: any Transaction) throws -> (id: ID<Closure>, closedAt: Instant)? {
        try tx.row("SELECT id, closed_at FROM closure WHERE case_id = \(file) ORDER BY closed_at DESC LIMIT 1") {
            (id: try $0.id(0, of: Closure.self), closedAt: $0.instant(1))
        }
    }
}

private func personFacts(_ person: ID<Person>, _ room: ProtectionRoom, in tx: any Transaction) throws -> (AgeBand, Day) {
    let found = try tx.row("SELECT age_band, added_at FROM person WHERE id = \(person)") { ($0.text(0), $0.instant(1)) }
    return (found.flatMap { AgeBand(rawValue: $0.0) } ?? .unknown, room.day(of: found?.1 ?? room.gate.clock.now()))
}

func hasGuardian(_ file: ID<CaseFile>, in tx: any Transaction) throws -> Bool {
    try tx.exists("SELECT 1 FROM case_member WHERE case_id = \(file) AND capacity = 'guardian' AND ended_at IS NULL")
}
