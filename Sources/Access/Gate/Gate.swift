package import Basics
package import Store

/// Proof that somebody went through the gate. Only `Gate`, in this file, can make one; a repository that changes or opens something
/// asks for it. It names one thing, one deed and one purpose, and lives for one transaction.
package struct Permit<Subject>: Sendable {
    package let actor: Actor
    package let deed: Deed
    /// The thing it is for; `nil` when it is for no certain one (adding one, listing).
    package let id: ID<Subject>?
    package let purpose: Purpose?

    fileprivate init(actor: Actor, deed: Deed, id: ID<Subject>?, purpose: Purpose?) {
        self.actor = actor
        self.deed = deed
        self.id = id
        self.purpose = purpose
    }
}

/// May this person do this deed to this thing? The one place that answers, and writes the answer down.
///
/// ```swift
/// try await gate.change(.manageOrganisations, on: id, for: actor) { tx, permit in
///     try organisations.rename(id, to: name, under: permit, in: tx)
/// }
/// ```
/// `change` records what was turned away, in a transaction of its own after the rollback. Whoever calls `permit` inside a transaction
/// of their own calls `record(_:)` with the error afterwards.
package struct Gate: Sendable {
    package let database: any Database
    package let clock: WallClock
    private let looks: CommitGroup
    private let seen = SeenBefore()

    package init(database: any Database, clock: WallClock) {
        self.database = database
        self.clock = clock
        looks = CommitGroup(database)
    }

    /// A permit for no certain thing (`Permit<Node>`, the node as a whole): any scope will do, and the finder applies it.
    package func permit(
        _ deed: Deed, for actor: Actor, purpose: Purpose? = nil, detail: String? = nil, in tx: any Transaction
    ) throws -> Permit<Node> {
        let denial = Denial(actor: actor, deed: deed, purpose: purpose)
        _ = try granted(denial)
        try AuditRow(denial, outcome: .done, detail: detail, at: clock.now()).write(in: tx)
        return Permit(actor: actor, deed: deed, id: nil, purpose: purpose)
    }

    /// A permit for a thing of the node's own, or for adding one (`nil`). Only a deed with scope `node` reaches it.
    package func permit<Subject>(
        _ deed: Deed, on id: ID<Subject>?, for actor: Actor, purpose: Purpose? = nil, detail: String? = nil, in tx: any Transaction
    ) throws -> Permit<Subject> {
        let denial = Denial(actor: actor, deed: deed, subject: AuditSubject(Subject.self, id), purpose: purpose)
        guard try granted(denial) == .node else { throw AccessRefused.notFound(denial) }
        try AuditRow(denial, outcome: .done, detail: detail, at: clock.now()).write(in: tx)
        return Permit(actor: actor, deed: deed, id: id, purpose: purpose)
    }

    /// A permit for a thing that belongs to somebody: the deed's scope must reach it.
    /// - Throws: `AccessRefused.notFound` when it is not there or out of reach: the two look the same.
    package func permit<Subject: Held>(
        _ deed: Deed, on id: ID<Subject>, for actor: Actor, purpose: Purpose? = nil, detail: String? = nil, in tx: any Transaction
    ) throws -> Permit<Subject> {
        let denial = Denial(actor: actor, deed: deed, subject: AuditSubject(Subject.self, id), purpose: purpose)
        let scope = try granted(denial)
        guard let holding = try Subject.holding(of: id, in: tx),
            holding.isReached(by: scope, of: actor, forKeeper: Subject.isForKeeper(deed))
        else {
            throw AccessRefused.notFound(denial)
        }
        try AuditRow(denial, outcome: .done, detail: detail, at: clock.now()).write(in: tx)
        return Permit(actor: actor, deed: deed, id: id, purpose: purpose)
    }

    /// Permits to see something, made before the look is written down: only `look` hands them out, and it waits for the record.
    package struct Looking {
        fileprivate let gate: Gate
        fileprivate let tx: any Transaction
        package let actor: Actor
        fileprivate var rows: [AuditRow] = []
        fileprivate var openings: [SeenBefore.Opening] = []

        /// A permit under a standing purpose: written down once for each thing and session, not at each look.
        package mutating func standingPermit<Subject: Held>(
            _ deed: Deed, on id: ID<Subject>, purpose: Purpose
        ) throws -> Permit<Subject> {
            let before = rows.count
            let permit = try permit(deed, on: id, purpose: purpose)
            let opening = SeenBefore.Opening(session: actor.session, deed: deed, subject: AuditSubject(Subject.self, id))
            if gate.seen.contains(opening) { rows.removeSubrange(before...) } else { openings.append(opening) }
            return permit
        }

        /// A permit for a thing that belongs to somebody; its audit row is on disk before `look` returns.
        package mutating func permit<Subject: Held>(
            _ deed: Deed, on id: ID<Subject>, purpose: Purpose? = nil, detail: String? = nil
        ) throws -> Permit<Subject> {
            let denial = Denial(actor: actor, deed: deed, subject: AuditSubject(Subject.self, id), purpose: purpose)
            let scope = try gate.granted(denial)
            guard let holding = try Subject.holding(of: id, in: tx),
                holding.isReached(by: scope, of: actor, forKeeper: Subject.isForKeeper(deed))
            else {
                throw AccessRefused.notFound(denial)
            }
            rows.append(AuditRow(denial, outcome: .done, detail: detail, at: gate.clock.now()))
            return Permit(actor: actor, deed: deed, id: id, purpose: purpose)
        }
    }

    /// Looks at something: a read that waits for no writer, and an answer that waits until it is written down who looked. Those who look
    /// at the same time share one commit.
    /// - Throws: what is turned away is recorded like that of a change.
    package func look<Value: Sendable>(
        for actor: Actor, _ body: @escaping @Sendable (any Transaction, inout Looking) throws -> Value
    ) async throws -> Value {
        let gate = self
        do {
            let (value, rows, openings) = try await database.read { tx in
                var looking = Looking(gate: gate, tx: tx, actor: actor)
                let value = try body(tx, &looking)
                return (value, looking.rows, looking.openings)
            }
            if !rows.isEmpty { try await looks.write { tx in for row in rows { try row.write(in: tx) } } }
            seen.remember(openings)
            return value
        } catch {
            try? await record(error)
            throw error
        }
    }

    /// A permit to add a thing: the deed's scope must reach the place where it will belong.
    package func permit<Subject: Held>(
        _ deed: Deed, adding id: ID<Subject>, to holding: Holding, for actor: Actor, detail: String? = nil, in tx: any Transaction
    ) throws -> Permit<Subject> {
        let denial = Denial(actor: actor, deed: deed, subject: AuditSubject(Subject.self, id))
        guard holding.isReached(by: try granted(denial), of: actor) else { throw AccessRefused.notFound(denial) }
        try AuditRow(denial, outcome: .done, detail: detail, at: clock.now()).write(in: tx)
        return Permit(actor: actor, deed: deed, id: id, purpose: nil)
    }

    private func granted(_ denial: Denial) throws(AccessRefused) -> Scope {
        guard let scope = denial.actor.scope(of: denial.deed) else { throw .notYourDeed(denial) }
        if denial.deed.needsSecondFactor, !denial.actor.hasSecondFactor { throw .secondFactorNeeded(denial) }
        if denial.deed.needsFreshSignIn, clock.now() - denial.actor.provedAt > Gate.freshness { throw .freshSignInNeeded(denial) }
        return scope
    }

    /// Refuses before any work is done what a permit would refuse: a last sign-in that is too old.
    package func requireFresh(_ deed: Deed, for actor: Actor) throws(AccessRefused) {
        _ = try granted(Denial(actor: actor, deed: deed))
    }

    /// How long a proof of who is there counts as fresh.
    package static let freshness = Duration.minutes(10)
}

extension Gate {
    /// Changes something, or opens something whose opening is audited: the permit and the work in one transaction. What is refused in it
    /// leaves no trace but its audit row.
    @discardableResult
    package func change<Value: Sendable>(
        _ deed: Deed, for actor: Actor, purpose: Purpose? = nil, detail: String? = nil,
        _ body: @escaping @Sendable (any Transaction, Permit<Node>) throws -> Value
    ) async throws -> Value {
        try await recording(Denial(actor: actor, deed: deed, purpose: purpose)) { tx in
            try body(tx, try permit(deed, for: actor, purpose: purpose, detail: detail, in: tx))
        }
    }

    /// The same for a thing of the node's own.
    @discardableResult
    package func change<Subject, Value: Sendable>(
        _ deed: Deed, on id: ID<Subject>?, for actor: Actor, purpose: Purpose? = nil, detail: String? = nil,
        _ body: @escaping @Sendable (any Transaction, Permit<Subject>) throws -> Value
    ) async throws -> Value {
        try await recording(Denial(actor: actor, deed: deed, subject: AuditSubject(Subject.self, id), purpose: purpose)) { tx in
            try body(tx, try permit(deed, on: id, for: actor, purpose: purpose, detail: detail, in: tx))
        }
    }

    /// The same for a thing that belongs to somebody.
    @discardableResult
    package func change<Subject: Held, Value: Sendable>(
        _ deed: Deed, on id: ID<Subject>, for actor: Actor, purpose: Purpose? = nil, detail: String? = nil,
        _ body: @escaping @Sendable (any Transaction, Permit<Subject>) throws -> Value
    ) async throws -> Value {
        try await recording(Denial(actor: actor, deed: deed, subject: AuditSubject(Subject.self, id), purpose: purpose)) { tx in
            try body(tx, try permit(deed, on: id, for: actor, purpose: purpose, detail: detail, in: tx))
        }
    }

    /// Adds something that will belong to somebody.
    @discardableResult
    package func change<Subject: Held, Value: Sendable>(
        _ deed: Deed, adding id: ID<Subject>, to holding: Holding, for actor: Actor, detail: String? = nil,
        _ body: @escaping @Sendable (any Transaction, Permit<Subject>) throws -> Value
    ) async throws -> Value {
        try await recording(Denial(actor: actor, deed: deed, subject: AuditSubject(Subject.self, id))) { tx in
            try body(tx, try permit(deed, adding: id, to: holding, for: actor, detail: detail, in: tx))
        }
    }

    /// Writes down, in a transaction of its own, what an error says was turned away. For those who call `permit` themselves.
    package func record(_ error: any Error) async throws {
        guard let denial = (error as? AccessRefused)?.denial, let refused = error as? AccessRefused else { return }
        try await record(denial, outcome: .denied, detail: refused.code)
    }

    /// Someone tried a route that no role of theirs includes.
    package func recordTurnedAway(_ actor: Actor, from deed: Deed, at route: String) async throws {
        try await record(Denial(actor: actor, deed: deed), outcome: .denied, detail: route)
    }

    private func recording<Value: Sendable>(
        _ attempt: Denial, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        do {
            return try await database.write(body)
        } catch {
            // Where the record can't be written either (the disk is full, the database is gone), the person is told why, not that.
            do {
                if let refused = error as? AccessRefused, refused.denial != nil {
                    try await record(refused)
                } else {
                    try await record(attempt, outcome: .failed, detail: (error as? any Refusal)?.code ?? "fault")
                }
            } catch {}
            throw error
        }
    }

    private func record(_ denial: Denial, outcome: AuditRow.Outcome, detail: String) async throws {
        let row = AuditRow(denial, outcome: outcome, detail: detail, at: clock.now())
        try await database.write { tx in try row.write(in: tx) }
    }
}
