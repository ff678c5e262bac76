import Access
import Basics
import Store
import Vocabulary

/// A case goes from the version of the profile that it was opened under to the node's current one: which deadlines change by it, and
/// which codes of the old version the new one no longer has.
struct ProfileMove: Sendable {
    /// A running deadline, by the old rule and by the new.
    struct Change: Sendable {
        let clock: CaseClock
        let kind: ClockKind
        let newDue: Day
    }

    let summary: CaseSummary
    let old: CountryProfile
    let new: CountryProfile
    /// What is counted anew, the next to end first.
    let changes: [Change]
    /// What keeps its day: it was set by a person, or runs by the hour.
    let kept: [(clock: CaseClock, kind: ClockKind)]

    var isNeeded: Bool { old != new }

    /// What would happen, in the transaction of whoever looks or does it.
    static func plan(_ summary: CaseSummary, _ room: ProtectionRoom, in tx: any Transaction) throws -> ProfileMove {
        let (old, new) = (room.profiles[summary.profile], room.profile)
        let running = try CaseClock.running(in: summary.id, tx: tx).compactMap { clock in
            room.clockKind(clock.kind).map { (clock: clock, kind: $0) }
        }
        var (changes, kept): ([Change], [(clock: CaseClock, kind: ClockKind)]) = ([], [])
        for (clock, kind) in running {
            if let due = kind.due(of: clock, from: room.profiles[clock.profile], to: new) {
                changes.append(Change(clock: clock, kind: kind, newDue: due))
            } else {
                kept.append((clock, kind))
            }
        }
        return ProfileMove(summary: summary, old: old, new: new, changes: changes, kept: kept)
    }

    /// What was shown, so that nothing else is done than what was seen: the version and each day.
    var seal: String { CountryProfile.sha256(([new.hash] + changes.map { "\($0.clock.id) \($0.newDue.iso)" }).joined(separator: "\n")) }

    /// Codes that a record of the file may hold and the new version has no words for.
    var missingCodes: [(list: Word, names: [Word])] {
        ProfileList.all.compactMap { list in
            let known = Set(list.codes(new).map(\.code))
            let missing = list.codes(old).filter { !known.contains($0.code) }.map(\.word)
            return missing.isEmpty ? nil : (list.word, missing)
        }
    }
}

extension ClockKind {
    /// The day by the new version; `nil` for a clock that runs by no rule of the profile, or whose day somebody set otherwise.
    func due(of clock: CaseClock, from old: CountryProfile, to new: CountryProfile) -> Day? {
        guard let oldRule = rule(old), let newRule = rule(new) else { return nil }
        let began = new.calendar.day(of: clock.startedAt)
        guard clock.due == oldRule.due(from: old.calendar.day(of: clock.startedAt), in: old.calendar) else { return nil }
        let due = newRule.due(from: began, in: new.calendar)
        // A time that a person was promised never gets shorter by a new rule.
        return isPeriod ? max(due, clock.due) : due
    }
}

extension CaseFiles {
    /// Moves a file to the node's current profile, and counts its running deadlines by the new rules, from the day each began.
    /// - Parameters:
    ///   - version: of the file, as it was shown.
    ///   - seal: of the changes that were shown.
    func moveProfile(_ id: ID<CaseFile>, from version: Int, seal: String, by actor: Actor) async throws {
        let (now, room) = (room.gate.clock.now(), room)
        try await room.gate.change(.superviseCases, on: id, for: actor, detail: "profile moved") { tx, permit in
            guard let summary = try CaseSummary.find(id, in: tx), summary.isOpen else { throw CaseRefused.closed }
            let move = try ProfileMove.plan(summary, room, in: tx)
            guard move.isNeeded, move.seal == seal else { throw StoreRefused.changedMeanwhile }
            try tx.runOnOne(
                """
                UPDATE case_file SET profile = \(move.new.hash), version = version + 1
                WHERE id = \(id) AND version = \(version) AND closed_at IS NULL
                """
            )
            for change in move.changes {
                try CaseClock.recount(change.clock, change.kind, until: change.newDue, under: move.new, at: now, tx: tx)
            }
            try CaseEvent.write(.profileMoved, in: id, by: permit.actor, detail: move.new.hash, at: now, tx: tx)
        }
    }
}

/// The lists of a profile whose codes stand in records.
struct ProfileList: Sendable {
    let word: Word
    let codes: @Sendable (CountryProfile) -> [(code: String, word: Word)]

    static let all: [ProfileList] = [
        ProfileList(word: .legalBases) { $0.legalBases.map { ($0.code, $0.text) } },
        ProfileList(word: .reviewGrounds) { $0.reviewGrounds.map { ($0.code, $0.text) } },
        ProfileList(word: .kindsOfHelp) { $0.services.map { ($0.code, $0.name) } },
        ProfileList(word: .declineReasons) { $0.declineReasons.map { ($0.code, $0.text) } },
        ProfileList(word: .consentPurposes) { $0.consentPurposes.map { ($0.code, $0.name) } },
        ProfileList(word: .refusalReasons) { $0.refusalReasons.map { ($0.code, $0.text) } },
        ProfileList(word: .disclosureLaws) { $0.disclosureOverrides.map { ($0.code, $0.text) } },
        ProfileList(word: .warningSigns) { $0.indicators.map { ($0.code, $0.text) } },
        ProfileList(word: .permitKinds) { $0.permits.map { ($0.code, $0.name) } },
        ProfileList(word: .assessmentForms) { $0.assessments.map { ($0.code, $0.name) } },
        ProfileList(word: .returnOverrides) { $0.overridesOfReturn.map { ($0.code, $0.text) } },
        ProfileList(word: .closureReasons) { $0.closureReasons.map { ($0.code, $0.name) } },
        ProfileList(word: .regionsOfCountry) { $0.regions.map { ($0.code, $0.text) } },
        ProfileList(word: .extraFields) { $0.forms.map { ($0.code, $0.label) } },
    ]
}
