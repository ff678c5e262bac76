import Access
import Basics
import Protection
import Store

extension PersonMatch {
    /// How the identifying authority settles it.
    enum Settlement: String, Sendable, SQLBindable {
        case joined
        case notSame = "not_same"
        case shared
    }
}

/// That the files of one person were joined: one points to the other, and the person of one to that of the other. Nothing else moves,
/// so that parting them again restores everything as it was.
enum FileJoin {
    /// The files that are joined to one, as far as whoever looks reaches them: with their number, and whether it is the one that is kept.
    static func others(than view: CaseView, in tx: any Transaction) throws -> [(ID<CaseFile>, String, Bool)] {
        let id = view.summary.id
        return try tx.rows(
            """
            SELECT c.id, c.code, 1 FROM file_join j JOIN case_file c ON c.id = j.kept_case
            WHERE j.joined_case = \(id) AND j.parted_at IS NULL AND \(sql: .reached(with: .readCase, by: view.actor))
            UNION ALL
            SELECT c.id, c.code, 0 FROM file_join j JOIN case_file c ON c.id = j.joined_case
            WHERE j.kept_case = \(id) AND j.parted_at IS NULL AND \(sql: .reached(with: .readCase, by: view.actor))
            """
        ) { (try $0.id(0, of: CaseFile.self), $0.text(1), $0.int(2) == 1) }
    }
}

/// Joins files, parts them, or says that they are of two people.
package struct FileJoins: Sendable {
    let room: ProtectionRoom

    struct Match: Sendable {
        let first: ID<CaseFile>
        let second: ID<CaseFile>
        let isSettled: Bool
    }

    static func match(_ id: ID<PersonMatch>, in tx: any Transaction) throws -> Match? {
        try tx.row("SELECT first_case, second_case, settled_at FROM person_match WHERE id = \(id)") {
            Match(first: try $0.id(0, of: CaseFile.self), second: try $0.id(1, of: CaseFile.self), isSettled: !$0.isNull(2))
        }
    }

    /// Says how a match is settled, and does it; both files go through the gate.
    private func settle(
        _ id: ID<PersonMatch>, as settlement: PersonMatch.Settlement, because purpose: Purpose? = nil, by actor: Actor,
        _ body: @escaping @Sendable (any Transaction, Match, Permit<CaseFile>, Permit<CaseFile>, Instant) throws -> Void
    ) async throws {
        let (now, room) = (room.gate.clock.now(), room)
        guard let match = try await room.database.read({ tx in try Self.match(id, in: tx) }) else { throw notThere(.joinFiles, actor) }
        try await room.gate.change(.joinFiles, on: match.first, for: actor, purpose: purpose, detail: settlement.rawValue) { tx, first in
            let second: Permit<CaseFile> = try room.gate.permit(
                .joinFiles, on: match.second, for: actor, purpose: purpose, detail: settlement.rawValue, in: tx)
            let changed = try tx.run(
                "UPDATE person_match SET settled_at = \(now), settled_as = \(settlement) WHERE id = \(id) AND settled_at IS NULL")
            guard changed == 1 else { throw StewardshipRefused.matchSettled }
            try body(tx, match, first, second, now)
        }
    }

    func notSame(_ id: ID<PersonMatch>, by actor: Actor) async throws {
        try await settle(id, as: .notSame, by: actor) { _, _, _, _, _ in }
    }

    /// Joins the two; the kept one is what the other points to.
    func join(_ id: ID<PersonMatch>, keepingFirst: Bool, by actor: Actor) async throws {
        try await settle(id, as: .joined, by: actor) { tx, match, _, _, now in
            let (kept, joined) = keepingFirst ? (match.first, match.second) : (match.second, match.first)
            guard kept != joined else { throw StewardshipRefused.sameFile }
            guard let keptFile = try CaseSummary.find(kept, in: tx), let joinedFile = try CaseSummary.find(joined, in: tx) else {
                throw notThere(.joinFiles, actor)
            }
            let isChained = try tx.exists(
                """
                SELECT 1 FROM file_join WHERE parted_at IS NULL AND (kept_case = \(joined) OR joined_case = \(joined) OR joined_case = \(kept))
                """
            )
            guard !isChained else { throw StewardshipRefused.joinedAlready }
            let before =
                try tx.row("SELECT merged_into FROM person WHERE id = \(joinedFile.person)") {
                    try $0.optionalID(0, of: Person.self)
                } ?? nil
            // The version stays: nobody who has the file open loses what they write, and parting leaves no trace in it.
            try tx.runOnOne("UPDATE case_file SET joined_into = \(kept) WHERE id = \(joined) AND joined_into IS NULL")
            if keptFile.person != joinedFile.person {
                try tx.run("UPDATE person SET merged_into = \(keptFile.person) WHERE id = \(joinedFile.person)")
            }
            let join = ID<FileJoin>.new(at: now)
            try tx.run(
                """
                INSERT INTO file_join (id, match_id, kept_case, joined_case, person_merged_before, joined_by, joined_at)
                VALUES (\(join), \(id), \(kept), \(joined), \(before), \(actor.account), \(now))
                """
            )
            for file in [keptFile, joinedFile] {
                try CaseEvent.write(.joined, in: file.id, by: actor, subject: join.bytes, at: now, tx: tx)
                try CaseMatter.tell(CaseMatter.joined.code, worker: file.assignedTo, of: file.organisation, about: file.id, at: now, in: tx)
            }
        }
    }

    /// Lets each of the two keepers see parts of the other's file, on a law.
    func share(_ id: ID<PersonMatch>, _ parts: Set<CasePart>, law: String, because words: String, by actor: Actor) async throws {
        let room = room
        try await settle(id, as: .shared, because: Purpose(stated: words), by: actor) { tx, match, first, second, now in
            guard let one = try CaseSummary.find(match.first, in: tx), let two = try CaseSummary.find(match.second, in: tx) else {
                throw notThere(.joinFiles, actor)
            }
            for (file, other, permit) in [(one, two, first), (two, one, second)] where file.organisation != other.organisation {
                guard try !Barred.from(file.id, in: tx).organisations.contains(other.organisation) else {
                    throw notThere(.joinFiles, actor)
                }
                let ground = try DisclosureGround.law(
                    law, of: room.profiles[file.profile], to: other.organisation, under: permit, tx: tx)
                try CaseShare.open(
                    parts, of: file.id, to: other.organisation, for: "same_person", on: ground, under: permit, at: now, tx: tx)
            }
        }
    }

    /// Parts two files again: both are as they were before they were joined.
    func part(_ file: ID<CaseFile>, by actor: Actor) async throws {
        let (now, room) = (room.gate.clock.now(), room)
        try await room.gate.change(.joinFiles, on: file, for: actor, detail: "parted") { tx, permit in
            let found = try tx.row(
                "SELECT id, kept_case, person_merged_before FROM file_join WHERE joined_case = \(file) AND parted_at IS NULL"
            ) { (try $0.id(0, of: FileJoin.self), try $0.id(1, of: CaseFile.self), try $0.optionalID(2, of: Person.self)) }
            guard let (join, kept, before) = found, let summary = try CaseSummary.find(file, in: tx) else {
                throw StewardshipRefused.notJoined
            }
            // Both go through the gate: a bar on one of them is a bar on both.
            let _: Permit<CaseFile> = try room.gate.permit(.joinFiles, on: kept, for: actor, detail: "parted", in: tx)
            let changed = try tx.run(
                "UPDATE file_join SET parted_by = \(actor.account), parted_at = \(now) WHERE id = \(join) AND parted_at IS NULL")
            guard changed == 1 else { throw StewardshipRefused.notJoined }
            try tx.run("UPDATE case_file SET joined_into = NULL WHERE id = \(file)")
            try tx.run("UPDATE person SET merged_into = \(before) WHERE id = \(summary.person)")
            for one in [file, kept] { try CaseEvent.write(.parted, in: one, by: permit.actor, subject: join.bytes, at: now, tx: tx) }
        }
    }
}
