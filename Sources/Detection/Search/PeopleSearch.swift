package import Access
package import Basics
package import Protection
import Store

/// Finds people by name in any script, alias and partial birth date: among those whose file was given to whoever asks, with who they
/// are, and among nobody else. For all others there is nothing to find, and no difference to see.
package struct PeopleSearch: Sendable {
    let room: ProtectionRoom

    package init(_ room: ProtectionRoom) { self.room = room }

    /// Somebody who may be meant.
    package struct Match: Sendable {
        package let file: CaseSummary
        let sex: String
        let ageBand: String
        /// The colleague who raised the referral; empty when somebody elsewhere did.
        let raisedBy: String
        let keeper: String
        package let likeness: NameLikeness
        /// Whether the file's page opens for whoever asks.
        let mayOpen: Bool
        /// Whether they may open who it is, for a purpose.
        let mayName: Bool
        /// Whether they work on the file: that is a purpose that goes without saying.
        let isTheirs: Bool
        /// Who it is, where whoever asks may open it and has a purpose.
        var identity: Shown<PersonIdentity>?
    }

    /// Whom a search found.
    package struct Found: Sendable {
        package let matches: [Match]
        /// Whether more people share a part of the name than are opened.
        let isCut: Bool
    }

    /// As many people are opened and scored at most, after scope: as many as are shown. Those who share most of the name come first.
    static let candidateLimit = 50
    /// A part that more people have is common, however many more.
    private static let countLimit = 10_000
    /// So many parts of a name, the rarest, are looked for two at a time.
    private static let pairedParts = 4
    /// A name has no more words than that; each costs a look into the index.
    private static let wordLimit = 12

    /// Searches, and writes down that somebody did. The answer comes on an even step of time.
    /// - Parameter purpose: what whoever asks needs the names for, which are shown then where they may open them; of files that they work
    ///   on they see them without it.
    package func matches(
        _ names: [String], born: PartialDate?, purpose: Purpose? = nil, for actor: Actor
    ) async throws -> Found {
        try await EvenAnswer.given { try await found(names, born: born, purpose: purpose, for: actor) }
    }

    private func found(
        _ names: [String], born: PartialDate?, purpose: Purpose?, for actor: Actor
    ) async throws -> Found {
        try await room.gate.change(.searchPeople, for: actor, detail: "people") { _, _ in }
        let parts = names.flatMap { NameTokens.parts(of: $0) }.prefix(Self.wordLimit)
        let room = room
        let candidates = try await room.database.read { tx in try Self.candidates(Array(parts), room.names, for: actor, in: tx) }
        let keys = try await room.vault.keys(for: candidates)
        return try await room.gate.look(for: actor) { tx, looking in
            var matches: [Match] = []
            var readings = NameLikeness.Readings()
            for person in candidates {
                guard let key = keys[person], let permit = try reached(person, &looking),
                    let opened = try People(room).opened(person, with: key, under: permit, in: tx)
                else { continue }
                let likeness = NameLikeness(of: names, born: born, to: opened.value, &readings)
                guard likeness.score >= NameLikeness.threshold else { continue }
                var files = try Self.files(of: person, likeness, for: actor, in: tx)
                for index in files.indices {
                    files[index].identity = try name(files[index], purpose, with: key, &looking, in: tx)
                }
                matches += files
            }
            let best = matches.sorted { ($0.likeness.score, $1.file.code) > ($1.likeness.score, $0.file.code) }
            return Found(
                matches: Array(best.prefix(Self.candidateLimit)),
                isCut: candidates.count >= Self.candidateLimit || best.count > Self.candidateLimit)
        }
    }

    /// The permit to look at who somebody is; `nil` for whoever went out of reach since they were found.
    private func reached(_ person: ID<Person>, _ looking: inout Gate.Looking) throws -> Permit<Person>? {
        do { return try looking.permit(.searchPeople, on: person) } catch is AccessRefused { return nil }
    }

    /// Opens who a found person is, under a permit of its own.
    private func name(
        _ match: Match, _ purpose: Purpose?, with key: HolderKey<Person>, _ looking: inout Gate.Looking, in tx: any Transaction
    ) throws -> Shown<PersonIdentity>? {
        guard match.mayName else { return nil }
        let permit: Permit<Person>
        if match.isTheirs {
            permit = try looking.standingPermit(.readIdentity, on: match.file.person, purpose: .assigned)
        } else if let purpose {
            permit = try looking.permit(.readIdentity, on: match.file.person, purpose: purpose, detail: "search")
        } else {
            return nil
        }
        let hidden = try CaseFiles(room).hidden(match.file.id, from: permit.actor, in: tx)
        return try People(room).opened(match.file.person, without: hidden, with: key, under: permit, in: tx)
    }

    /// The people who share tokens and whose identity the actor was given: those who share two parts of the name first, then those of the
    /// rarest part alone.
    static func candidates(
        _ parts: [NamePart], _ names: BlindIndex, for actor: Actor, in tx: any Transaction
    ) throws -> [ID<Person>] {
        // Counted in the index alone, and no further than tells them apart; who may be found is asked only as long as there is room.
        let counted = try parts.map { part in
            let hashes = part.all.sorted().map(names.hash)
            let holders: SQL =
                "SELECT 1 FROM blind_index b WHERE b.kind = \(names.kind) AND b.token IN \(list: hashes) LIMIT \(countLimit)"
            return (hashes: hashes, count: try tx.count("SELECT COUNT(*) FROM (\(sql: holders)) holders"))
        }
        let rarest = counted.filter { $0.count > 0 }.sorted { $0.count < $1.count }.map(\.hashes)
        var found: [ID<Person>] = []
        var known: Set<ID<Person>> = []
        func add(_ tokens: [[UInt8]], and others: [[UInt8]]? = nil) throws {
            guard known.count < candidateLimit else { return }
            let sql = SQL.peopleReached(by: actor, having: tokens, and: others, kind: names.kind, limit: candidateLimit)
            for person in try tx.rows(sql, { try $0.id(0, of: Person.self) }) where known.count < candidateLimit {
                if known.insert(person).inserted { found.append(person) }
            }
        }
        for (index, part) in rarest.prefix(pairedParts).enumerated() {
            for other in rarest.prefix(pairedParts).dropFirst(index + 1) { try add(part, and: other) }
        }
        for part in rarest { try add(part) }
        return found
    }

    private static func files(
        of person: ID<Person>, _ likeness: NameLikeness, for actor: Actor, in tx: any Transaction
    ) throws -> [Match] {
        let next = SQL.caseSummaryCount
        func reaches(_ deed: Deed) -> SQL {
            guard !deed.needsSecondFactor || actor.hasSecondFactor else { return "0" }
            return "CASE WHEN \(sql: .reached(with: deed, by: actor)) THEN 1 ELSE 0 END"
        }
        let found = try tx.rows(
            """
            SELECT \(sql: .caseSummary), p.sex, p.age_band, a.display_name, o.name, a.organisation_id, \(sql: reaches(.readCase)),
                \(sql: reaches(.readIdentity))
            FROM case_file c JOIN person p ON p.id = c.person_id JOIN account a ON a.id = c.raised_by
                JOIN organisation o ON o.id = c.organisation_id
            WHERE c.person_id = \(person) AND \(sql: .reached(with: .searchPeople, by: actor)) AND \(sql: .named(to: actor))
            ORDER BY c.id LIMIT 20
            """
        ) { row in
            (
                try CaseSummary(row), row.text(next), row.text(next + 1), row.text(next + 2), row.text(next + 3),
                try row.id(next + 4, of: Organisation.self), row.int(next + 5) == 1, row.int(next + 6) == 1
            )
        }
        return found.map { file, sex, band, raiser, keeper, raisers, mayOpen, mayName in
            Match(
                file: file, sex: sex, ageBand: band, raisedBy: raisers == actor.organisation ? raiser : "", keeper: keeper,
                likeness: likeness, mayOpen: mayOpen, mayName: mayName,
                isTheirs: file.assignedTo == actor.account || file.deputy == actor.account, identity: nil
            )
        }
    }
}

extension SQL {
    /// The people of a token in whose file somebody was given the part that names them. Whoever is barred from one file of a person does
    /// not find the person at all.
    /// - Parameter others: tokens of which they have one as well; `nil` asks for none.
    static func peopleReached(
        by actor: Actor, having tokens: [[UInt8]], and others: [[UInt8]]?, kind: String, limit: Int
    ) -> SQL {
        let asWell: SQL =
            others.map { tokens in
                """
                AND EXISTS (SELECT 1 FROM blind_index d WHERE d.kind = \(kind) AND d.token IN \(list: tokens) AND d.holder = b.holder)
                """
            } ?? .none
        // In the order of the index, so that a name that thousands have costs no more than the first few hundred of them.
        return """
            SELECT DISTINCT b.holder FROM blind_index b
            WHERE b.kind = \(kind) AND b.token IN \(list: tokens) \(sql: asWell) AND EXISTS (SELECT 1 FROM case_file c
                WHERE c.person_id = b.holder AND \(sql: .reached(with: .searchPeople, by: actor)) AND \(sql: .named(to: actor)))
            LIMIT \(limit)
            """
    }
}
