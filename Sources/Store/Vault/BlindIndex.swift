package import Basics

/// Finds holders by what is sealed: keyed, truncated hashes of tokens, which tell nothing without the node's key. Equal tokens
/// have equal hashes, and that much a thief of the database learns (see `docs/Threats.md`).
package struct BlindIndex: Sendable {
    /// What is indexed: `account_email`, `person_name`. Each kind has a key of its own, so kinds can't be compared.
    package let kind: String
    private let key: PurposeKey

    /// Long enough that 10⁸ tokens rarely meet, short enough to say little.
    private static let tokenLength = 8
    /// As many candidates are scored at most; the rarest token comes first, so these are the best.
    package static let candidateLimit = 200

    init(kind: String, key: PurposeKey) {
        self.kind = kind
        self.key = key
    }

    /// The hash of one token, as it stands in the table.
    package func hash(_ token: String) -> [UInt8] { Array(key.hash(Array(token.utf8)).prefix(BlindIndex.tokenLength)) }

    /// Replaces what is known of a holder.
    package func put<Holder>(_ tokens: some Sequence<String>, for holder: ID<Holder>, in tx: any Transaction) throws {
        try remove(holder, in: tx)
        for token in Set(tokens) {
            try tx.run(
                "INSERT INTO blind_index (kind, token, holder) VALUES (\(kind), \(hash(token)), \(holder)) ON CONFLICT DO NOTHING"
            )
        }
    }

    package func remove<Holder>(_ holder: ID<Holder>, in tx: any Transaction) throws {
        try tx.run("DELETE FROM blind_index WHERE kind = \(kind) AND holder = \(holder)")
    }

    /// Everybody who has this very token, at most `candidateLimit`.
    package func holders<Holder>(of token: String, as: Holder.Type, in tx: any Transaction) throws -> [ID<Holder>] {
        try tx.rows(
            "SELECT holder FROM blind_index WHERE kind = \(kind) AND token = \(hash(token)) ORDER BY holder LIMIT \(BlindIndex.candidateLimit)"
        ) { try $0.id(0, of: Holder.self) }
    }

    /// Whoever has any of the tokens: rarest token first, those who share more of them before those who share fewer.
    package func candidates<Holder>(
        for tokens: some Sequence<String>, as: Holder.Type, in tx: any Transaction
    ) throws -> [(holder: ID<Holder>, shared: Int)] {
        let hashes = Set(tokens.map(hash))
        let counted = try hashes.map { hash in
            (hash, try tx.count("SELECT count(*) FROM blind_index WHERE kind = \(kind) AND token = \(hash)"))
        }
        var found: [ID<Holder>: (shared: Int, rarest: Int)] = [:]
        for (hash, count) in counted.sorted(by: { $0.1 < $1.1 }) where count > 0 {
            let holders = try tx.rows(
                "SELECT holder FROM blind_index WHERE kind = \(kind) AND token = \(hash) ORDER BY holder LIMIT \(BlindIndex.candidateLimit)"
            ) { try $0.id(0, of: Holder.self) }
            for holder in holders {
                if let known = found[holder] {
                    found[holder] = (known.shared + 1, known.rarest)
                } else if found.count < BlindIndex.candidateLimit {
                    found[holder] = (1, count)
                }
            }
        }
        let ordered = found.sorted { ($1.value.shared, $0.value.rarest, $0.key) < ($0.value.shared, $1.value.rarest, $1.key) }
        return ordered.map { (holder: $0.key, shared: $0.value.shared) }
    }
}

extension Vault {
    /// The blind index of a kind; its key is made when first asked for.
    package func blindIndex(_ kind: String, at now: Instant) async throws -> BlindIndex {
        BlindIndex(kind: kind, key: try await purposeKey("blind index \(kind)", at: now))
    }
}
