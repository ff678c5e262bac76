import Access
import Basics
import Protection
import Store
import Vocabulary

/// That somebody opened a file which is not theirs, in an emergency out of hours: for eight hours, two parts of it, under the eyes of
/// whoever keeps it. A bar is stronger than an emergency.
package enum GlassOpening {
    /// How long it lasts.
    static let hours = 8
    /// What is seen: who the person is, and what they need. Nothing of what was done to them.
    static let parts: Set<CasePart> = [.identity, .care]

    package enum Kind: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case medical
        case threat
        case missing
        case child
        case noShelter = "no_shelter"
        case other
    }

    package enum Verdict: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case justified
        case notJustified = "not_justified"
    }
}

/// Opens files in an emergency, and reviews that.
package struct Emergencies: Sendable {
    let room: ProtectionRoom

    /// Opens the file with this code.
    /// - Throws: `StewardshipRefused.noSuchCode` for a code that no file has, and for a file that whoever asks is barred from: the two
    ///   look the same.
    func open(_ code: String, for kind: GlassOpening.Kind, reason: String, by actor: Actor) async throws -> ID<GlassOpening> {
        let (now, room) = (room.gate.clock.now(), room)
        let found = try await room.database.read { tx in
            try tx.row("SELECT c.id, c.person_id FROM case_file c WHERE c.code = \(code)") {
                (try $0.id(0, of: CaseFile.self), try $0.id(1, of: Person.self))
            }
        }
        // A code that no file has goes through the gate too: the answer, the audit and the time are the same as for a barred file.
        let file = found?.0 ?? ID<CaseFile>.new(at: now)
        let key = try await Entries(room).key(for: file)
        let id = ID<GlassOpening>.new(at: now)
        do {
            try await room.gate.change(.breakGlass, on: file, for: actor, detail: "emergency: \(kind.rawValue)") { tx, permit in
                guard let summary = try CaseSummary.find(file, in: tx) else { throw notThere(.breakGlass, actor) }
                guard try !Self.isBarredAnywhere(actor, summary.person, in: tx) else { throw notThere(.breakGlass, actor) }
                let sealed = try SealedNote.seal(reason, "glass_opening", id, "reason", with: key)
                try tx.run(
                    """
                    INSERT INTO glass_opening (id, case_id, account_id, organisation_id, keeper_id, kind, reason, opened_at, until)
                    VALUES (\(id), \(file), \(actor.account), \(actor.organisation), \(summary.organisation), \(kind), \(sealed), \(now),
                        \(now + .hours(GlassOpening.hours)))
                    """
                )
                let profile = room.profiles[summary.profile]
                try CaseClock.start(
                    .glassReview, in: file, of: summary.organisation, subject: id.bytes,
                    until: profile.deadlines.glassReview.due(from: room.day(of: now), in: profile.calendar), under: profile, at: now, tx: tx
                )
                try CaseMatter.post(
                    CaseMatter.glassOpened.code, to: .organisation(summary.organisation, .superviseCases), about: file,
                    subject: .some(id.bytes), at: now, in: tx)
                if let worker = summary.assignedTo {
                    try CaseMatter.post(CaseMatter.glassOpenedWorker.code, to: .account(worker), about: file, at: now, in: tx)
                }
                try CaseEvent.write(.glassOpened, in: file, by: permit.actor, subject: id.bytes, detail: kind.rawValue, at: now, tx: tx)
            }
        } catch AccessRefused.notFound {
            throw StewardshipRefused.noSuchCode
        } catch CaseRefused.erased { throw StewardshipRefused.noSuchCode }
        return id
    }

    /// A person is found through any of their files: a bar on one of them holds for all.
    private static func isBarredAnywhere(_ actor: Actor, _ person: ID<Person>, in tx: any Transaction) throws -> Bool {
        try tx.exists(
            """
            SELECT 1 FROM case_file c JOIN case_bar b ON b.case_id = c.id
            WHERE c.person_id = \(person) AND b.lifted_at IS NULL
                AND (b.account_id = \(actor.account) OR b.organisation_id = \(actor.organisation))
            """
        )
    }

    /// What an opening shows, while it lasts, to whoever opened.
    struct Seen: Sendable {
        let code: String
        let until: Instant
        let identity: Shown<PersonIdentity>?
        let entries: [(kind: EntryKind, entries: [CaseEntry], fields: [EntryField])]
    }

    func see(_ id: ID<GlassOpening>, by actor: Actor) async throws -> Seen {
        let (now, room) = (room.gate.clock.now(), room)
        let found = try await room.database.read { tx in
            try tx.row("SELECT case_id, until FROM glass_opening WHERE id = \(id) AND account_id = \(actor.account)") {
                (try $0.id(0, of: CaseFile.self), $0.instant(1))
            }
        }
        guard let (file, until) = found else { throw notThere(.breakGlass, actor) }
        guard now < until else { throw StewardshipRefused.glassShut }
        let key = try await Entries(room).key(for: file)
        return try await room.gate.look(for: actor) { tx, looking in
            let _: Permit<CaseFile> = try looking.permit(.breakGlass, on: file, detail: "emergency: looked")
            guard let summary = try CaseSummary.find(file, in: tx) else { throw notThere(.breakGlass, actor) }
            let permit: Permit<Person> = try looking.permit(.breakGlass, on: summary.person, detail: "emergency: identity")
            let kinds = room.branches.flatMap(\.entries).filter { GlassOpening.parts.contains($0.part) }
            return Seen(
                code: summary.code, until: until,
                identity: try key.flatMap { try People(room).opened(summary.person, with: $0, under: permit, in: tx) },
                entries: try kinds.map { kind in
                    (
                        kind: kind,
                        entries: try Entries(room).current(kind, of: summary, with: key, under: key == nil ? nil : permit, tx: tx),
                        fields: kind.fields(room.profiles[summary.profile], room.codebook)
                    )
                }.filter { !$0.entries.isEmpty }
            )
        }
    }

    /// Says, the next working day, whether it was right.
    func review(_ id: ID<GlassOpening>, as verdict: GlassOpening.Verdict, note: String?, by actor: Actor) async throws {
        let (now, room) = (room.gate.clock.now(), room)
        let found = try await room.database.read { tx in
            try tx.row("SELECT case_id, account_id FROM glass_opening WHERE id = \(id)") {
                (try $0.id(0, of: CaseFile.self), try $0.id(1, of: Account.self))
            }
        }
        guard let (file, opener) = found else { throw notThere(.reviewGlass, actor) }
        let key = try await Entries(room).key(for: file)
        try await room.gate.change(.reviewGlass, on: file, for: actor, detail: "emergency: \(verdict.rawValue)") { tx, permit in
            guard opener != actor.account else { throw StewardshipRefused.reviewsOwn }
            let sealed = try SealedNote.seal(note, "glass_opening", id, "review_note", with: key)
            let changed = try tx.run(
                """
                UPDATE glass_opening SET verdict = \(verdict), review_note = \(sealed), reviewed_by = \(actor.account), reviewed_at = \(now)
                WHERE id = \(id) AND reviewed_at IS NULL
                """
            )
            guard changed == 1 else { throw StewardshipRefused.reviewedAlready }
            try CaseClock.stop(.glassReview, in: file, subject: id.bytes, as: .met, at: now, tx: tx)
            try CaseMatter.settle([.glassOpened], in: file, subject: id.bytes, tx: tx)
            try CaseMatter.post(CaseMatter.glassReviewed.code, to: .account(opener), about: file, subject: .some(nil), at: now, in: tx)
            try CaseEvent.write(.glassReviewed, in: file, by: permit.actor, subject: id.bytes, detail: verdict.rawValue, at: now, tx: tx)
        }
    }
}
