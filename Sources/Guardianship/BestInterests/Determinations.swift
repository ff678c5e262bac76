import Access
import Basics
import Foundation
import Protection
import Store

/// The steps of a determination. None can be skipped.
struct Determinations: Sendable {
    let room: ProtectionRoom

    init(_ room: ProtectionRoom) { self.room = room }

    private var childhood: Childhood { Childhood(room) }

    func open(_ question: BestInterestsQuestion, in file: ID<CaseFile>, by actor: Actor) async throws -> ID<BestInterests> {
        let now = room.gate.clock.now()
        let id = ID<BestInterests>.new(at: now)
        return try await childhood.change(.protectChildren, in: file, for: actor, detail: "determination opened") { tx, _, _ in
            guard try BestInterests.all(in: file, tx: tx).allSatisfy({ $0.question != question || $0.stage == .decided }) else {
                throw BestInterestsRefused.openAlready
            }
            try tx.run(
                """
                INSERT INTO best_interests (id, case_id, stage, question, opened_by, opened_at, version)
                VALUES (\(id), \(file), 'opened', \(question), \(actor.account), \(now), 1)
                """
            )
            try CaseEvent.write(.determinationOpened, in: file, by: actor, subject: id.bytes, detail: question.rawValue, at: now, tx: tx)
            return id
        }
    }

    func addMember(
        _ name: String, of organisation: ID<Organisation>, as profession: Profession, to id: ID<BestInterests>, in file: ID<CaseFile>,
        by actor: Actor
    ) async throws {
        let now = room.gate.clock.now()
        let member = ID<BestInterests.Member>.new(at: now)
        // The names are sealed with the child’s key: who sits on the panel already is read before, and compared here.
        let (seated, names) = try await childhood.look(at: file, for: actor, notesOf: id.bytes) { tx, view, notes in
            let panel = try BestInterests.find(id, in: view.summary.id, tx: tx).panel(tx: tx)
            return (Set(panel.map(\.id)), panel.flatMap { notes["member-\($0.id)"] })
        }
        guard !names.contains(where: { Self.isSame($0, name) }) else { throw BestInterestsRefused.memberTwice }
        let notes = try await childhood.seal([("member-\(member)", name)], about: id.bytes, in: file, at: now)
        try await childhood.change(.protectChildren, in: file, for: actor, detail: "panel") { tx, _, _ in
            let determination = try BestInterests.find(id, in: file, tx: tx)
            guard determination.stage != .decided else { throw BestInterestsRefused.notThisStage }
            // Somebody else added one meanwhile, whose name was not compared.
            guard Set(try determination.panel(tx: tx).map(\.id)).isSubset(of: seated) else { throw StoreRefused.changedMeanwhile }
            try tx.run(
                """
                INSERT INTO best_interests_member (id, determination_id, organisation_id, profession)
                VALUES (\(member), \(id), \(organisation), \(profession))
                """
            )
            for note in notes { try note.write(in: file, by: actor, at: now, tx: tx) }
            try CaseEvent.write(
                .panelChanged, in: file, by: actor, subject: member.bytes, detail: PanelChange.joined.rawValue, at: now, tx: tx)
        }
    }

    /// Takes somebody off the panel before it decides. Their name and that they sat on it stay with the file, sealed.
    func removeMember(_ member: ID<BestInterests.Member>, from id: ID<BestInterests>, in file: ID<CaseFile>, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        try await childhood.change(.protectChildren, in: file, for: actor, detail: "panel: member left") { tx, _, _ in
            guard try BestInterests.find(id, in: file, tx: tx).stage != .decided else { throw BestInterestsRefused.notThisStage }
            let changed = try tx.run(
                """
                UPDATE best_interests_member SET left_at = \(now), removed_by = \(actor.account)
                WHERE id = \(member) AND determination_id = \(id) AND left_at IS NULL
                """
            )
            guard changed == 1 else { throw BestInterestsRefused.noSuchMember }
            try CaseEvent.write(
                .panelChanged, in: file, by: actor, subject: member.bytes, detail: PanelChange.left.rawValue, at: now, tx: tx)
        }
    }

    /// Whether two names are one, whatever their case, accents and blanks.
    static func isSame(_ one: String, _ other: String) -> Bool {
        func bare(_ name: String) -> String {
            name.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil).filter { !$0.isWhitespace }
        }
        return bare(one) == bare(other)
    }

    func addOption(
        _ kind: BestInterestsOption, for reasons: String, against: String, to id: ID<BestInterests>, in file: ID<CaseFile>, by actor: Actor
    ) async throws {
        let now = room.gate.clock.now()
        let option = ID<BestInterests.Option>.new(at: now)
        let notes = try await childhood.seal(
            [("for-\(kind.rawValue)", reasons), ("against-\(kind.rawValue)", against)], about: id.bytes, in: file, at: now)
        try await childhood.change(.protectChildren, in: file, for: actor, detail: "option weighed") { tx, _, _ in
            let determination = try BestInterests.find(id, in: file, tx: tx)
            guard [.opened, .options, .underReview].contains(determination.stage) else { throw BestInterestsRefused.notThisStage }
            guard try determination.options(tx: tx).allSatisfy({ $0.kind != kind }) else { throw BestInterestsRefused.optionTwice }
            try tx.run(
                """
                INSERT INTO best_interests_option (id, determination_id, kind, added_at)
                VALUES (\(option), \(id), \(kind), \(now))
                """
            )
            if determination.stage == .opened {
                try advance(id, from: determination.stage, version: determination.version, to: .options, set: .none, tx: tx)
            }
            for note in notes { try note.write(in: file, by: actor, at: now, tx: tx) }
        }
    }

    /// Child and guardian were heard.
    struct Hearing: Sendable {
        var guardianOn: Day
        var view: ChildView
        var how: AskedHow
        var language: String?
        var weight: ViewWeight
        var childNote: String
        var guardianNote: String
    }

    func hear(_ hearing: Hearing, in id: ID<BestInterests>, of file: ID<CaseFile>, from version: Int, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        let notes = try await childhood.seal(
            [("child_view", hearing.childNote), ("guardian_view", hearing.guardianNote)], about: id.bytes, in: file, at: now)
        try await childhood.change(.protectChildren, in: file, for: actor, detail: "child and guardian heard") { tx, _, _ in
            let determination = try BestInterests.find(id, in: file, tx: tx)
            guard determination.stage == .options || determination.stage == .underReview else { throw BestInterestsRefused.notThisStage }
            guard try determination.options(tx: tx).count >= 2 else { throw BestInterestsRefused.tooFewOptions }
            guard try GuardianAppointment.current(in: file, tx: tx) != nil else { throw ChildRefused.noGuardian }
            guard hearing.view.isAsked == (hearing.how != .notAsked), !hearing.view.isAsked || hearing.language != nil else {
                throw BestInterestsRefused.viewWithoutHow
            }
            try advance(
                id, from: determination.stage, version: version, to: .heard,
                set: """
                    , guardian_heard_on = \(hearing.guardianOn), child_view = \(hearing.view), asked_how = \(hearing.how),
                    asked_language = \(hearing.language), weight = \(hearing.weight)
                    """, tx: tx
            )
            for note in notes { try note.write(in: file, by: actor, at: now, tx: tx) }
            try CaseEvent.write(.determinationHeard, in: file, by: actor, subject: id.bytes, detail: hearing.view.rawValue, at: now, tx: tx)
        }
    }

    func decide(
        _ option: BestInterestsOption, reasons: String, reviewOn: Day, in id: ID<BestInterests>, of file: ID<CaseFile>, from version: Int,
        by actor: Actor
    ) async throws {
        let (room, now) = (room, room.gate.clock.now())
        let notes = try await childhood.seal([("reasons", reasons)], about: id.bytes, in: file, at: now)
        try await childhood.change(.protectChildren, in: file, for: actor, detail: "determination decided") { tx, _, summary in
            let determination = try BestInterests.find(id, in: file, tx: tx)
            guard determination.stage == .heard else { throw BestInterestsRefused.notThisStage }
            let panel = try determination.panel(tx: tx)
            guard panel.count >= 3 else { throw BestInterestsRefused.panelTooSmall }
            guard Set(panel.map(\.organisation)).count >= 2 else { throw BestInterestsRefused.panelOfOne }
            guard let chosen = try determination.options(tx: tx).first(where: { $0.kind == option }) else {
                throw BestInterestsRefused.noSuchOption
            }
            let profile = room.profiles[summary.profile]
            let today = room.day(of: now)
            guard reviewOn > today, reviewOn <= profile.childProtection.bestInterests.due(from: today, in: profile.calendar) else {
                throw BestInterestsRefused.reviewPast
            }
            try advance(id, from: .heard, version: version, to: .decided, set: .none, tx: tx)
            try tx.run(
                """
                INSERT INTO best_interests_decision (id, determination_id, option_id, decided_by, decided_at, review_on)
                VALUES (\(ID<BestInterests.Decision>.new(at: now)), \(id), \(chosen.id), \(actor.account), \(now), \(reviewOn))
                """
            )
            for note in notes { try note.write(in: file, by: actor, at: now, tx: tx) }
            try CaseClock.stop(.bestInterests, in: file, subject: id.bytes, as: .met, at: now, tx: tx)
            try CaseClock.start(
                .bestInterests, in: file, of: actor.organisation, subject: id.bytes, until: reviewOn, under: profile, at: now, tx: tx)
            try CaseEvent.write(.determinationDecided, in: file, by: actor, subject: id.bytes, detail: option.rawValue, at: now, tx: tx)
            if let guardian = try GuardianAppointment.current(in: file, tx: tx) {
                try CaseMatter.post(CaseMatter.determinationDecided.code, to: .account(guardian.account), about: file, at: now, in: tx)
            }
        }
    }

    /// Looks at a decision again: on new facts, or because its day has come. Until it is decided anew, nothing can be shared on it.
    func review(
        _ id: ID<BestInterests>, in file: ID<CaseFile>, because facts: NewFacts, note: String?, from version: Int, by actor: Actor
    ) async throws {
        let now = room.gate.clock.now()
        let notes = try await childhood.seal([("new_facts", note)], about: id.bytes, in: file, at: now)
        try await childhood.change(.protectChildren, in: file, for: actor, detail: "determination looked at again") { tx, _, _ in
            guard try BestInterests.find(id, in: file, tx: tx).stage == .decided else { throw BestInterestsRefused.notThisStage }
            try advance(id, from: .decided, version: version, to: .underReview, set: ", new_facts = \(facts)", tx: tx)
            for note in notes { try note.write(in: file, by: actor, at: now, tx: tx) }
            try CaseEvent.write(.determinationReviewed, in: file, by: actor, subject: id.bytes, detail: facts.rawValue, at: now, tx: tx)
        }
    }

    /// Opens a share on the ground of a decided determination.
    func share(
        _ parts: Set<CasePart>, with recipient: ID<Organisation>, for purpose: String, on id: ID<BestInterests>, in file: ID<CaseFile>,
        by actor: Actor
    ) async throws {
        let (room, now) = (room, room.gate.clock.now())
        try await childhood.change(.shareCase, in: file, for: actor, detail: "shared on a determination") { tx, permit, summary in
            let ground = try BestInterests.ground(from: id, in: file, tx: tx)
            let view = try CaseFiles(room).view(file, under: permit, in: tx)
            guard parts.isSubset(of: view.parts) else { throw BestInterestsRefused.notYourParts }
            guard room.profiles[summary.profile].consentPurpose(purpose) != nil else { throw ConsentRefused.unknownPurpose }
            // Nobody gives on what was left out for themselves.
            try CaseShare.open(
                parts, of: file, to: recipient, for: purpose, without: view.hidden, on: ground, under: permit, at: now, tx: tx)
        }
    }

    private func advance(
        _ id: ID<BestInterests>, from stage: BestInterests.Stage, version: Int, to next: BestInterests.Stage, set more: SQL,
        tx: any Transaction
    ) throws {
        try tx.runOnOne(
            """
            UPDATE best_interests SET stage = \(next), version = version + 1 \(sql: more)
            WHERE id = \(id) AND stage = \(stage) AND version = \(version)
            """
        )
    }
}
