package import Access
package import Basics
import Foundation
package import Protection
package import Store

/// How an adult who refused may be reached to be asked again, because they allowed it. It has a key of its own, belongs to one
/// organisation alone, and is destroyed when it has served or expires.
package enum KeptContact: KeyHolder {
    package static let holderKind = "kept-contact"
}

extension KeptContact: Held {
    package static func holding(of id: ID<KeptContact>, in tx: any Transaction) throws -> Holding? {
        try tx.row("SELECT organisation_id, kept_by FROM kept_contact WHERE id = \(id)") {
            Holding(organisation: try $0.id(0, of: Organisation.self), owner: try $0.id(1, of: Account.self))
        }
    }
}

extension SafeContact: Sealable {
    package var sealableBytes: [UInt8] { (try? JSONEncoder().encode(self)).map { [UInt8]($0) } ?? [] }
    package init?(sealableBytes: [UInt8]) {
        guard let contact = try? JSONDecoder().decode(SafeContact.self, from: Data(sealableBytes)) else { return nil }
        self = contact
    }
}

/// One contact that may be asked again, in a list: nothing of what it holds.
struct Reoffer: Sendable {
    let id: ID<KeptContact>
    let dueOn: Day
    let keptAt: Instant
    let expiresAt: Instant
    let tries: Int
    let version: Int
    let keptBy: String
}

/// Keeps the contacts of adults who refused, and the list of whom to ask again.
package struct KeptContacts: Sendable {
    let room: ProtectionRoom

    package init(_ room: ProtectionRoom) { self.room = room }

    private var now: Instant { room.gate.clock.now() }

    /// Keeps a contact, sealed with a new key.
    func keep(_ contact: SafeContact, by actor: Actor) async throws {
        let (now, profile) = (now, room.profile)
        let id = ID<KeptContact>.new(at: now)
        let sealed = try await room.vault.makeKey(for: id, at: now).seal(contact, in: .contact(of: id))
        let today = profile.calendar.day(of: now)
        let due = profile.deadlines.reoffer.due(from: today, in: profile.calendar)
        let last = today.adding(days: profile.deadlines.safeContactKept)
        let holding = Holding(organisation: actor.organisation, owner: actor.account)
        try await room.gate.change(.raiseReferral, adding: id, to: holding, for: actor, detail: "contact kept") { tx, _ in
            try tx.run(
                """
                INSERT INTO kept_contact (id, organisation_id, contact, kept_by, kept_at, reoffer_on, reoffer_at, expires_at, tries, version)
                VALUES (\(id), \(actor.organisation), \(sealed), \(actor.account), \(now), \(due), \(profile.calendar.start(of: due)),
                    \(profile.calendar.start(of: last.adding(days: 1))), 0, 1)
                """
            )
        }
    }

    /// Whom the actor's organisation may ask again, the next first.
    func list(after: (due: Day, id: ID<KeptContact>)?, limit: Int, for actor: Actor) async throws -> [Reoffer] {
        let now = now
        return try await room.database.read { tx in
            let further: SQL = after.map { "AND (k.reoffer_on, k.id) > (\($0.due), \($0.id))" } ?? .none
            return try tx.rows(
                """
                SELECT \(sql: Self.columns) WHERE k.organisation_id = \(actor.organisation) AND k.expires_at > \(now) \(sql: further)
                ORDER BY k.reoffer_on, k.id LIMIT \(limit)
                """
            ) { try Reoffer($0) }
        }
    }

    /// Opens one contact. Who opened it is on record.
    func open(_ id: ID<KeptContact>, for actor: Actor) async throws -> (reoffer: Reoffer, contact: Shown<SafeContact>) {
        let now = now
        let key = try? await room.vault.key(for: id)
        return try await room.gate.look(for: actor) { tx, looking in
            let permit = try looking.permit(.raiseReferral, on: id, detail: "contact opened")
            let found = try tx.row("SELECT \(sql: Self.columns) WHERE k.id = \(id) AND k.expires_at > \(now)") { try Reoffer($0) }
            let sealed = try tx.row("SELECT contact FROM kept_contact WHERE id = \(id)") {
                $0.sealed(0, of: KeptContact.self, as: SafeContact.self)
            }
            guard let found, let sealed, let key else {
                throw AccessRefused.notFound(Denial(actor: actor, deed: .raiseReferral, subject: AuditSubject(KeptContact.self, id)))
            }
            return (found, try Shown(sealed, in: .contact(of: id), with: key, under: permit) { $0 })
        }
    }

    /// What came of asking again. An answer ends it: the contact goes at once. Not reached: another try, on the day that the country’s profile
    /// says, as long as it is kept.
    enum Outcome: String, CaseIterable, Sendable {
        case accepted, declined
        case notReached = "not_reached"
    }

    func settle(_ id: ID<KeptContact>, as outcome: Outcome, from version: Int, by actor: Actor) async throws {
        let (now, profile) = (now, room.profile)
        let next = profile.horizons.tryAgain.due(from: profile.calendar.day(of: now), in: profile.calendar)
        try await room.gate.change(.raiseReferral, on: id, for: actor, detail: "asked again: \(outcome.rawValue)") { tx, _ in
            try Notice.settle([CaseMatter.reofferDue.code], about: id.bytes, in: tx)
            switch outcome {
            case .accepted, .declined: try tx.runOnOne("DELETE FROM kept_contact WHERE id = \(id) AND version = \(version)")
            case .notReached:
                try tx.runOnOne(
                    """
                    UPDATE kept_contact SET tries = tries + 1, version = version + 1, reoffer_on = \(next),
                        reoffer_at = \(profile.calendar.start(of: next)), told_at = NULL
                    WHERE id = \(id) AND version = \(version)
                    """
                )
            }
        }
        if outcome != .notReached { try await room.vault.destroyKey(of: id) }
    }

    /// Tells an organisation on the day, removes what has expired, and destroys keys without a contact.
    static func job(_ room: ProtectionRoom) -> Job {
        Job("detection.kept-contacts", every: .hours(1)) { tx, now in
            let due = try tx.rows(
                """
                SELECT id, organisation_id FROM kept_contact WHERE told_at IS NULL AND reoffer_at <= \(now) AND expires_at > \(now)
                ORDER BY reoffer_at, id LIMIT 500
                """
            ) { (try $0.id(0, of: KeptContact.self), try $0.id(1, of: Organisation.self)) }
            for (id, organisation) in due {
                try Notice.post(
                    matter: CaseMatter.reofferDue.code, to: .organisation(organisation, .raiseReferral), subject: id.bytes,
                    until: now + .days(30), at: now, in: tx)
                try tx.run("UPDATE kept_contact SET told_at = \(now) WHERE id = \(id)")
            }
            try tx.run("DELETE FROM kept_contact WHERE expires_at <= \(now)")
        } afterwards: { now in
            try await room.vault.sweepKeys(of: KeptContact.self, in: room.database, at: now) { tx, id in
                try tx.exists("SELECT 1 FROM kept_contact WHERE id = \(id)")
            }
        }
    }

    fileprivate static let columns: SQL = """
        k.id, k.reoffer_on, k.kept_at, k.expires_at, k.tries, k.version, a.display_name
        FROM kept_contact k JOIN account a ON a.id = k.kept_by
        """
}

extension Reoffer {
    fileprivate init(_ row: borrowing Row) throws {
        id = try row.id(0, of: KeptContact.self)
        dueOn = try row.day(1)
        keptAt = row.instant(2)
        expiresAt = row.instant(3)
        tries = row.int(4)
        version = row.int(5)
        keptBy = row.text(6)
    }
}

extension SealPlace {
    fileprivate static func contact(of id: ID<KeptContact>) -> SealPlace { SealPlace("kept_contact", id, "contact") }
}
