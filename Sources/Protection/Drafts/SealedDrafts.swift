package import Access
package import Basics
import Foundation
package import Store
package import Web

extension Draft: KeyHolder {
    package static let holderKind = "draft"
}

extension Draft: Held {
    package static func holding(of id: ID<Draft>, in tx: any Transaction) throws -> Holding? {
        try tx.row("SELECT organisation_id, begun_by FROM draft WHERE id = \(id)") {
            Holding(organisation: try $0.id(0, of: Organisation.self), owner: try $0.id(1, of: Account.self))
        }
    }
}

/// Unfinished forms, each one sealed blob with a key of its own that is destroyed with it. Any colleague of the organisation goes on.
package struct SealedDrafts: DraftStore {
    package let vault: Vault
    package let gate: Gate
    /// What somebody must be able to do to open the drafts of their organisation.
    package let deed: Deed

    private var database: any Database { gate.database }

    /// How long an unfinished form is kept after it was last saved.
    package static let lifetime = Duration.days(14)

    package init(_ room: ProtectionRoom, for deed: Deed) {
        vault = room.vault
        gate = room.gate
        self.deed = deed
    }

    package func save(_ form: FormBody, as id: ID<Draft>?, kind: String, for actor: Actor, at now: Instant) async throws -> ID<Draft> {
        let draft = id ?? .new(at: now)
        if let id {
            guard try await self.draft(id, kind: kind, for: actor, at: now) != nil else { throw DraftRefused.gone }
        }
        let key = try await vault.makeKey(for: draft, at: now)
        let version =
            try await database.read { tx in
                try tx.row("SELECT version FROM draft WHERE id = \(draft)") { $0.int(0) } ?? 0
            } + 1
        let pairs = form.fields.pairs.flatMap { [$0.name, $0.value] }
        let bytes = [UInt8](try JSONEncoder().encode(pairs))
        let sealed: Sealed<Draft, [UInt8]> = try key.seal(bytes, in: Self.place(draft, version: version))
        try await database.write { tx in
            let changed = try tx.run(
                """
                INSERT INTO draft (id, kind, organisation_id, begun_by, saved_by, content, version, begun_at, saved_at, expires_at)
                VALUES (\(draft), \(kind), \(actor.organisation), \(actor.account), \(actor.account), \(sealed), \(version), \(now), \(now),
                    \(now + Self.lifetime))
                ON CONFLICT (id) DO UPDATE SET content = excluded.content, version = excluded.version, saved_by = excluded.saved_by,
                    saved_at = excluded.saved_at, expires_at = excluded.expires_at, warned_at = NULL
                WHERE draft.version = \(version - 1)
                """
            )
            guard changed == 1 else { throw StoreRefused.changedMeanwhile }
        }
        return draft
    }

    package func draft(_ id: ID<Draft>, kind: String, for actor: Actor, at now: Instant) async throws -> FormBody? {
        guard let key = try? await vault.key(for: id) else { return nil }
        let deed = deed
        let shown = try await gate.look(for: actor) { tx, looking -> Shown<[UInt8]>? in
            let found = try tx.row("SELECT content, version FROM draft WHERE id = \(id) AND kind = \(kind) AND expires_at > \(now)") {
                ($0.sealed(0, of: Draft.self, as: [UInt8].self), $0.int(1))
            }
            guard let (sealed, version) = found else { return nil }
            let permit = try looking.permit(deed, on: id)
            return try Shown(sealed, in: Self.place(id, version: version), with: key, under: permit) { $0 }
        }
        guard let shown else { return nil }
        let pairs = try JSONDecoder().decode([String].self, from: Data(shown.value))
        return FormBody(Query(stride(from: 0, to: pairs.count - 1, by: 2).map { (name: pairs[$0], value: pairs[$0 + 1]) }))
    }

    package func destroy(_ id: ID<Draft>, for actor: Actor, at now: Instant) async throws {
        let mine = try await database.write { tx in
            try Self.delete(id, of: actor.organisation, in: tx)
        }
        if mine == 1 { try await vault.destroyKey(of: id) }
    }

    /// Deletes it, with the notice that it would soon be gone.
    /// - Returns: 1, or 0 where the organisation has no such draft.
    package static func delete(_ id: ID<Draft>, of organisation: ID<Organisation>, in tx: any Transaction) throws -> Int {
        try Notice.settle([CaseMatter.draftEnds.code], about: id.bytes, in: tx)
        return try tx.run("DELETE FROM draft WHERE id = \(id) AND organisation_id = \(organisation)")
    }

    /// The unfinished forms of somebody's organisation, newest first: nothing of what they hold.
    package func waiting(kind: String, for actor: Actor, at now: Instant) async throws -> [Waiting] {
        try await database.read { tx in
            try tx.rows(
                """
                SELECT d.id, d.saved_at, d.expires_at, a.display_name FROM draft d JOIN account a ON a.id = d.saved_by
                WHERE d.organisation_id = \(actor.organisation) AND d.kind = \(kind) AND d.expires_at > \(now) ORDER BY d.saved_at DESC LIMIT 50
                """
            ) { Waiting(id: try $0.id(0, of: Draft.self), savedAt: $0.instant(1), expiresAt: $0.instant(2), savedBy: $0.text(3)) }
        }
    }

    /// An unfinished form in a list.
    package struct Waiting: Sendable, Hashable {
        package let id: ID<Draft>
        package let savedAt: Instant
        package let expiresAt: Instant
        package let savedBy: String
    }

    private static func place(_ id: ID<Draft>, version: Int) -> SealPlace { SealPlace("draft", id, "content", version: version) }
}

/// What keeps an unfinished form from being gone on with.
package enum DraftRefused: Refusal {
    case gone

    package var code: String { "draft.gone" }
    package var message: String { "This form was sent already, or was removed after 14 days. Begin a new one." }
    package var kind: RefusalKind { .notFound }
}
