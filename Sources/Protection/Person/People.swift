package import Access
package import Basics
package import Store
package import Vocabulary

/// Adds people, finds them and opens who they are. Names are sealed before a transaction, for keys come from a store of their own.
package struct People: Sendable {
    package let room: ProtectionRoom

    package init(_ room: ProtectionRoom) { self.room = room }

    /// What is coded of a person: no name, no birth date.
    package struct Coded: Sendable, Hashable {
        package var sex: Sex
        package var ageBand: AgeBand
        /// ISO alpha-3; `nil` when not known, or none.
        package var citizenship: String?
        /// The tag of the language they speak best.
        package var language: String?
        package var interpreter: InterpreterNeed

        package init(
            sex: Sex = .unknown, ageBand: AgeBand = .unknown, citizenship: String? = nil, language: String? = nil,
            interpreter: InterpreterNeed = .unknown
        ) {
            (self.sex, self.ageBand, self.citizenship, self.language, self.interpreter) = (sex, ageBand, citizenship, language, interpreter)
        }
    }

    /// A person whose identity is sealed with a new key, ready to be written.
    package struct Sealing: Sendable {
        package let id: ID<Person>
        let identity: Sealed<Person, PersonIdentity>
        let tokens: Set<String>
        let tokensByPart: [Set<String>]
        let coded: Coded
    }

    /// Makes a key, seals who they are; nothing is in the database yet.
    package func seal(_ identity: PersonIdentity, _ coded: Coded, at now: Instant) async throws -> Sealing {
        let id = ID<Person>.new(at: now)
        let sealed = try await room.vault.makeKey(for: id, at: now).seal(identity, in: .identity(of: id, version: 1))
        return Sealing(id: id, identity: sealed, tokens: identity.tokens, tokensByPart: identity.tokensByPart, coded: coded)
    }

    /// Writes a sealed person and the tokens by which they are found.
    package func insert(_ person: Sealing, at now: Instant, in tx: any Transaction) throws {
        let coded = person.coded
        try tx.run(
            """
            INSERT INTO person (id, identity, identity_version, sex, age_band, citizenship, language, interpreter, added_at, version)
            VALUES (\(person.id), \(person.identity), 1, \(coded.sex.rawValue), \(coded.ageBand.rawValue), \(coded.citizenship),
                \(coded.language), \(coded.interpreter), \(now), 1)
            """
        )
        try room.names.put(person.tokens, for: person.id, in: tx)
        try room.names.queueForMatching(person.tokensByPart, of: person.id, at: now, in: tx)
    }

    /// Opens who the person of a file is. Whoever works on the file has that as their standing purpose; all others state one.
    /// - Throws: `AccessRefused.purposeNeeded` when somebody who does not work on the file states none; `AccessRefused.notFound` when the
    ///   role or the share does not reach that far.
    package func open(_ file: ID<CaseFile>, for actor: Actor, purpose: Purpose?) async throws -> OpenedIdentity {
        let people = self
        let person = try await room.database.read { tx in try CaseSummary.find(file, in: tx)?.person }
        let key = if let person { try? await room.vault.key(for: person) } else { HolderKey<Person>?.none }
        return try await room.gate.look(for: actor) { tx, looking in
            let view = try CaseFiles(people.room).view(file, in: tx, &looking, detail: "identity")
            guard view.shows(.identity), let person, let key else {
                throw AccessRefused.notFound(Denial(actor: actor, deed: .readIdentity, subject: AuditSubject(CaseFile.self, file)))
            }
            let works = view.summary.assignedTo == actor.account || view.summary.deputy == actor.account
            guard let why = purpose ?? (works ? .assigned : nil) else { throw AccessRefused.purposeNeeded }
            let permit = try looking.permit(.readIdentity, on: person, purpose: why)
            guard let row = try people.sealed(person, in: tx) else { throw VaultRefused.erased }
            return OpenedIdentity(
                file: view.summary,
                identity: try Shown(row.identity, in: .identity(of: person, version: row.version), with: key, under: permit) {
                    $0.without(view.hidden)
                },
                version: row.version
            )
        }
    }

    /// Who a person is, for somebody who has a permit for them by another deed: in an emergency, or to hand them their own data.
    /// - Parameter hidden: what a share leaves out, where the person is opened within one.
    /// - Returns: `nil` when the person was erased.
    package func opened(
        _ person: ID<Person>, without hidden: HiddenFields = HiddenFields(), with key: HolderKey<Person>, under permit: Permit<Person>,
        in tx: any Transaction
    ) throws -> Shown<PersonIdentity>? {
        guard let row = try sealed(person, in: tx) else { return nil }
        return try Shown(row.identity, in: .identity(of: person, version: row.version), with: key, under: permit) { $0.without(hidden) }
    }

    /// What the person of a file wants to be called, for whoever the file is assigned to, and for nobody else.
    func name(
        in view: CaseView, with key: HolderKey<Person>?, _ looking: inout Gate.Looking, tx: any Transaction
    ) throws -> Shown<String>? {
        let (summary, actor) = (view.summary, view.actor)
        guard view.shows(.identity), summary.assignedTo == actor.account || summary.deputy == actor.account, let key,
            let row = try sealed(summary.person, in: tx)
        else { return nil }
        let permit = try looking.standingPermit(.readIdentity, on: summary.person, purpose: .assigned)
        return try Shown(row.identity, in: .identity(of: summary.person, version: row.version), with: key, under: permit) {
            $0.names.first ?? ""
        }
    }

    func sealed(_ person: ID<Person>, in tx: any Transaction) throws -> (identity: Sealed<Person, PersonIdentity>, version: Int)? {
        try tx.row("SELECT identity, identity_version FROM person WHERE id = \(person) AND identity IS NOT NULL") {
            ($0.sealed(0, of: Person.self, as: PersonIdentity.self), $0.int(1))
        }
    }

    /// Replaces who a person is after a mistake was found. The tokens follow; the new version can't be put back to the old.
    package func correct(
        _ identity: PersonIdentity, in file: ID<CaseFile>, from version: Int, by actor: Actor
    ) async throws {
        let now = room.gate.clock.now()
        guard let person = try await room.database.read({ tx in try CaseSummary.find(file, in: tx)?.person }) else {
            throw AccessRefused.notFound(Denial(actor: actor, deed: .writeCase, subject: AuditSubject(CaseFile.self, file)))
        }
        let sealed = try await room.vault.key(for: person).seal(identity, in: .identity(of: person, version: version + 1))
        let (names, files) = (room.names, CaseFiles(room))
        try await room.gate.change(.writeCase, on: file, for: actor, detail: "identity corrected") { tx, permit in
            // Whoever was not given all of it can't write a new version of it: what they don't see would be gone.
            let hidden = try files.hidden(file, from: actor, in: tx)
            guard try files.shared(file, with: actor, in: tx).contains(.identity), !IdentityPart.allCases.contains(where: hidden.hides)
            else {
                throw AccessRefused.notFound(Denial(actor: actor, deed: .writeCase, subject: AuditSubject(CaseFile.self, file)))
            }
            guard try CaseSummary.find(file, in: tx)?.isOpen == true else { throw CaseRefused.closed }
            try tx.runOnOne(
                """
                UPDATE person SET identity = \(sealed), identity_version = \(version + 1), version = version + 1
                WHERE id = \(person) AND identity_version = \(version) AND identity IS NOT NULL
                """
            )
            try names.put(identity.tokens, for: person, in: tx)
            try names.queueForMatching(identity.tokensByPart, of: person, at: now, in: tx)
            try CaseEvent.write(.identityCorrected, in: file, by: permit.actor, at: now, tx: tx)
        }
    }
}

/// Whether a person needs an interpreter.
package enum InterpreterNeed: String, CaseIterable, Sendable, Hashable, SQLBindable {
    case needed
    case notNeeded = "not_needed"
    case unknown
}

/// Who the person of a file is, opened for one page.
package struct OpenedIdentity: Sendable {
    package let file: CaseSummary
    package let identity: Shown<PersonIdentity>
    /// To correct it from.
    package let version: Int
}

extension Purpose {
    /// The standing purpose of whoever a file is assigned to.
    package static let assigned = Purpose(standing: "assigned")
}
