package import Access
package import Basics
package import Protection
import Store
package import Web

/// Where referrals are written, gone on with, and sent.
package struct ReferralDesk: Sendable {
    let room: ProtectionRoom
    let form: ReferralForm

    package init(_ room: ProtectionRoom) {
        self.room = room
        form = ReferralForm(room)
    }

    static let kind = "referral"
    var drafts: SealedDrafts { SealedDrafts(room, for: .raiseReferral) }
    var now: Instant { room.gate.clock.now() }

    /// Begins a draft with the answers of the first page.
    func begin(_ sent: FormBody, by actor: Actor) async throws -> ID<Draft> {
        try await drafts.save(form.merged(FormBody(), .danger, from: sent), as: nil, kind: Self.kind, for: actor, at: now)
    }

    /// A draft of the actor's organisation. Of another's draft nobody learns that it is there.
    func draft(_ id: ID<Draft>, for actor: Actor) async throws -> FormBody {
        do {
            guard let found = try await drafts.draft(id, kind: Self.kind, for: actor, at: now) else { throw DraftRefused.gone }
            return found
        } catch AccessRefused.notFound {
            throw DraftRefused.gone
        }
    }

    /// Saves the answers of one page.
    func save(_ sent: FormBody, of step: ReferralStep, into id: ID<Draft>, after draft: FormBody, by actor: Actor) async throws -> FormBody
    {
        let merged = form.merged(draft, step, from: sent)
        _ = try await drafts.save(merged, as: id, kind: Self.kind, for: actor, at: now)
        return merged
    }

    /// The referral that a draft has become, where it was sent already.
    func sent(_ draft: ID<Draft>, for actor: Actor) async throws -> ID<Referral>? {
        try await room.database.read { tx in try RaisedReferral.sent(from: draft, for: actor, in: tx) }
    }

    /// Sends a referral: the person, their file, the answers, the consent, the shares, the clocks and the notices, all or nothing. The
    /// draft goes with it, and its key after it. Sent twice, it is still one.
    package func send(_ id: ID<Draft>, by actor: Actor) async throws -> ID<Referral> {
        if let done = try await sent(id, for: actor) { return done }
        let now = now
        let draft: FormBody
        do { draft = try await self.draft(id, for: actor) } catch DraftRefused.gone {
            // Somebody else sent it a moment ago.
            if let done = try await sent(id, for: actor) { return done }
            throw DraftRefused.gone
        }
        let (content, fault) = form.content(of: draft, now: now)
        // An adult who said no has left no draft; and nobody else gets past the page that asks.
        guard fault == nil, content.path.protectsAsChild || content.consent.map({ $0.answer != .no }) ?? false else {
            throw ReferralRefused.incomplete
        }
        let person = try await People(room).seal(content.identity, content.coded, at: now)
        do {
            let sending = try await Sending(room, content, draft: id, person: person, at: now)
            try await write(sending, from: id, by: actor)
            try await room.vault.destroyKey(of: id)
            return sending.id
        } catch {
            try await forget(person.id)
            if let done = try await sent(id, for: actor) { return done }
            throw error
        }
    }

    /// Writes it; where many send at once and the database turns some away, those come again a moment later.
    private func write(_ sending: Sending, from id: ID<Draft>, by actor: Actor) async throws {
        for attempt in 1... {
            do {
                return try await room.gate.change(.raiseReferral, on: id, for: actor, detail: "sent") { tx, permit in
                    guard try SealedDrafts.delete(id, of: actor.organisation, in: tx) == 1 else { throw StoreRefused.changedMeanwhile }
                    try sending.write(by: permit.actor, in: tx)
                }
            } catch StoreRefused.locked where attempt < 12 {
                try await Task.sleep(for: .milliseconds(Int.random(in: 20...(100 * attempt))))
            }
        }
    }

    /// Takes back the key of a person who was not written. Where that can't be told, the key stays: one too many opens nothing.
    private func forget(_ person: ID<Person>) async throws {
        let isThere = try? await room.database.read { tx in try tx.exists("SELECT 1 FROM person WHERE id = \(person)") }
        if isThere == false { try await room.vault.destroyKey(of: person) }
    }

    /// An adult refuses: the draft is destroyed, and that somebody refused is counted, without anything that leads to them.
    func recordRefusal(_ id: ID<Draft>, _ draft: FormBody, by actor: Actor) async throws {
        let content = form.content(of: draft, now: now).content
        guard content.path == .adult else { throw ConsentRefused.childNotAsked }
        let notification = RefusalNotification(content, region: content.region(in: room.profile), on: room.day(of: now))
        try await room.gate.change(.raiseReferral, on: id, for: actor, detail: "refused") { tx, _ in
            guard try SealedDrafts.delete(id, of: actor.organisation, in: tx) == 1 else { throw StoreRefused.changedMeanwhile }
            try notification.write(in: tx)
        }
        try await room.vault.destroyKey(of: id)
    }

    /// Throws a draft away.
    func remove(_ id: ID<Draft>, by actor: Actor) async throws {
        _ = try await draft(id, for: actor)
        try await drafts.destroy(id, for: actor, at: now)
    }
}
