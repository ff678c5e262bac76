package import Access
package import Basics
package import Store
package import Vocabulary

/// Case files: adding them, looking at one, assigning them.
package struct CaseFiles: Sendable {
    package let room: ProtectionRoom

    package init(_ room: ProtectionRoom) { self.room = room }

    /// What is known when a file is opened.
    package struct Draft: Sendable {
        package var label: String
        package var path: ProtectionPath
        package var setting: Setting
        package var exploitation: Exploitation
        /// A code of the country's own division, where the profile has one.
        package var region: String?
        package var isUrgent: Bool
        package var stage: IdentificationStage
        /// When the person was met; for a file written on paper, that time and not this.
        package var openedAt: Instant

        package init(
            label: String, path: ProtectionPath, setting: Setting, exploitation: Exploitation = .unknown, region: String? = nil,
            isUrgent: Bool = false, stage: IdentificationStage = .detected, openedAt: Instant
        ) {
            (self.label, self.path, self.setting, self.exploitation) = (label, path, setting, exploitation)
            (self.region, self.isUrgent, self.stage, self.openedAt) = (region, isUrgent, stage, openedAt)
        }
    }

    /// Opens a file for a person whose row is written already. The organisation of whoever opens it keeps it.
    /// - Returns: the permit for the new file, for what is written into it in the same transaction.
    package func open(
        _ draft: Draft, for person: ID<Person>, as id: ID<CaseFile>, by actor: Actor, deed: Deed, at now: Instant, in tx: any Transaction
    ) throws -> Permit<CaseFile> {
        let holding = Holding(organisation: actor.organisation, owner: actor.account)
        let permit = try room.gate.permit(deed, adding: id, to: holding, for: actor, in: tx)
        let code = try CaseCode.unused { try tx.exists("SELECT 1 FROM case_file WHERE code = \($0)") }
        try tx.run(
            """
            INSERT INTO case_file (id, code, label, person_id, organisation_id, raised_by, path, stage, setting, exploitation, region,
                is_urgent, profile, opened_at, stage_since, next_due, version)
            VALUES (\(id), \(code), \(draft.label), \(person), \(actor.organisation), \(actor.account), \(draft.path),
                \(draft.stage), \(draft.setting), \(draft.exploitation.rawValue), \(draft.region), \(draft.isUrgent),
                \(room.profile.hash), \(draft.openedAt), \(draft.openedAt), \(CaseSummary.nothingDue), 1)
            """
        )
        try tx.run(
            """
            INSERT INTO case_share (id, case_id, organisation_id, seat, parts, opened_by, opened_at, next_due, is_open)
            VALUES (\(ID<CaseShare>.new(at: now)), \(id), \(actor.organisation), 'keeper', \(CasePart.text(Set(CasePart.allCases))),
                \(actor.account), \(now), \(CaseSummary.nothingDue), 1)
            """
        )
        try CaseEvent.write(.opened, in: id, by: actor, detail: draft.setting.rawValue, at: now, tx: tx)
        return permit
    }

    /// What somebody may see of a file: the permit is written down with the look.
    /// - Throws: `AccessRefused.notFound` when the file is not there or out of reach: the two look the same.
    package func view(
        _ id: ID<CaseFile>, in tx: any Transaction, _ looking: inout Gate.Looking, purpose: Purpose? = nil, detail: String? = nil
    ) throws -> CaseView {
        try view(id, under: try looking.permit(.readCase, on: id, purpose: purpose, detail: detail), in: tx)
    }

    /// The same in a transaction that changes the file, for which somebody has a permit already.
    package func view(_ id: ID<CaseFile>, under permit: Permit<CaseFile>, in tx: any Transaction) throws -> CaseView {
        let actor = permit.actor
        guard permit.id == id, let summary = try CaseSummary.find(id, in: tx) else {
            throw AccessRefused.notFound(Denial(actor: actor, deed: .readCase, subject: AuditSubject(CaseFile.self, id)))
        }
        let (shared, hidden, isRecipient) = try sharedParts(id, with: actor, summary, in: tx)
        let holding = try CaseFile.holding(of: id, in: tx)
        func reaches(_ deed: Deed) -> Bool {
            guard let scope = actor.scope(of: deed), !deed.needsSecondFactor || actor.hasSecondFactor else { return false }
            return holding?.isReached(by: scope, of: actor, forKeeper: CaseFile.isForKeeper(deed)) ?? false
        }
        let parts = Set(CasePart.allCases.filter { shared.contains($0) && reaches($0.reading) })
        return CaseView(
            actor: actor, summary: summary, profile: room.profiles[summary.profile], parts: parts,
            writable: Set(CasePart.allCases.filter { shared.contains($0) && reaches($0.writing) }), hidden: hidden, permit: permit,
            isRecipient: isRecipient
        )
    }

    /// The files that are joined to one, as far as whoever looks reaches each by itself: each look is written down.
    package func joined(to view: CaseView, in tx: any Transaction, _ looking: inout Gate.Looking) throws -> [CaseView] {
        var views: [CaseView] = []
        for branch in room.branches {
            for id in try branch.joined(tx, view) where id != view.summary.id {
                views.append(try self.view(id, in: tx, &looking, detail: "joined"))
            }
        }
        return views
    }

    /// The parts of a file that somebody's organisation was given, whatever their role lets them see of these.
    package func shared(_ id: ID<CaseFile>, with actor: Actor, in tx: any Transaction) throws -> Set<CasePart> {
        guard let summary = try CaseSummary.find(id, in: tx) else { return [] }
        return try sharedParts(id, with: actor, summary, in: tx).parts
    }

    /// The fields of these parts that are left out.
    package func hidden(_ id: ID<CaseFile>, from actor: Actor, in tx: any Transaction) throws -> HiddenFields {
        guard let summary = try CaseSummary.find(id, in: tx) else { return HiddenFields() }
        return try sharedParts(id, with: actor, summary, in: tx).hidden
    }

    /// The parts that a share lets an organisation see. Who works on the file, or is named in it, is bound by their role alone.
    private func sharedParts(
        _ id: ID<CaseFile>, with actor: Actor, _ summary: CaseSummary, in tx: any Transaction
    ) throws -> (parts: Set<CasePart>, hidden: HiddenFields, isRecipient: Bool) {
        let everything = (parts: Set(CasePart.allCases), hidden: HiddenFields(), isRecipient: false)
        if summary.organisation == actor.organisation || [summary.assignedTo, summary.deputy, summary.raisedBy].contains(actor.account) {
            return everything
        }
        if try tx.exists("SELECT 1 FROM case_member WHERE case_id = \(id) AND account_id = \(actor.account) AND ended_at IS NULL") {
            return everything
        }
        let shares = try tx.rows(
            """
            SELECT parts, hidden, seat FROM case_share
            WHERE case_id = \(id) AND organisation_id = \(actor.organisation) AND closed_at IS NULL
            """
        ) { (given: (parts: CasePart.parts($0.text(0)), hidden: HiddenFields(text: $0.text(1))), seat: $0.text(2)) }
        return (
            shares.reduce([]) { $0.union($1.given.parts) }, .together(shares.map(\.given)),
            shares.allSatisfy { $0.seat == CaseShare.Seat.recipient.rawValue }
        )
    }

    /// Looks at a file and reads something in the same transaction.
    package func look<Value: Sendable>(
        at id: ID<CaseFile>, for actor: Actor, purpose: Purpose? = nil,
        _ body: @escaping @Sendable (any Transaction, CaseView) throws -> Value
    ) async throws -> Value {
        let files = self
        return try await room.gate.look(for: actor) { tx, looking in
            try body(tx, try files.view(id, in: tx, &looking, purpose: purpose))
        }
    }

    /// Gives a file to somebody of the organisation that keeps it, or takes it back.
    package func assign(_ id: ID<CaseFile>, to worker: ID<Account>?, deputy: ID<Account>?, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        try await room.gate.change(.superviseCases, on: id, for: actor, detail: "assigned") { tx, permit in
            guard let summary = try CaseSummary.find(id, in: tx), summary.isOpen else { throw CaseRefused.closed }
            for account in [worker, deputy].compactMap({ $0 }) {
                let isColleague = try tx.exists(
                    "SELECT 1 FROM account WHERE id = \(account) AND organisation_id = \(summary.organisation) AND state = 'active'"
                )
                guard isColleague else { throw CaseRefused.notAColleague }
            }
            guard worker == nil || worker != deputy else { throw CaseRefused.deputyIsWorker }
            // Nobody works on a file that they can't see. The refusal is the same as for somebody who left.
            let barred = try Barred.from(id, in: tx).accounts
            guard barred.isDisjoint(with: [worker, deputy].compactMap { $0 }) else { throw CaseRefused.notAColleague }
            try tx.run("UPDATE case_file SET assigned_to = \(worker), deputy = \(deputy), version = version + 1 WHERE id = \(id)")
            for account in [worker, deputy].compactMap({ $0 }) where account != actor.account {
                try CaseMatter.post(CaseMatter.assigned.code, to: .account(account), about: id, at: now, in: tx)
            }
            try CaseEvent.write(.assigned, in: id, by: permit.actor, subject: worker?.bytes, at: now, tx: tx)
        }
    }

    /// Takes up a file that nobody works on yet.
    package func takeUp(_ id: ID<CaseFile>, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        try await room.gate.change(.writeCase, on: id, for: actor, detail: "taken up") { tx, permit in
            let changed = try tx.run(
                """
                UPDATE case_file SET assigned_to = \(actor.account), version = version + 1
                WHERE id = \(id) AND organisation_id = \(actor.organisation) AND assigned_to IS NULL AND closed_at IS NULL
                """
            )
            guard changed == 1 else { throw CaseRefused.assignedAlready }
            try CaseEvent.write(.assigned, in: id, by: permit.actor, subject: actor.account.bytes, at: now, tx: tx)
        }
    }

    /// Changes what the file is called in lists, and whether it is urgent.
    package func relabel(_ id: ID<CaseFile>, _ label: String, isUrgent: Bool, from version: Int, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        try await room.gate.change(.writeCase, on: id, for: actor, detail: "label") { tx, permit in
            try tx.runOnOne(
                """
                UPDATE case_file SET label = \(label), is_urgent = \(isUrgent), version = version + 1
                WHERE id = \(id) AND version = \(version) AND closed_at IS NULL
                """
            )
            try CaseEvent.write(.relabelled, in: id, by: permit.actor, at: now, tx: tx)
        }
    }
}
