package import Basics
package import Store

/// What a program was answered, kept for a day under a key that the program chose (`Idempotency-Key`), so that a request which is sent
/// again after a broken line is not done again. The keys of one account never meet those of another.
///
/// The table holds keyed hashes of the key and of the request, and the answer. Answers to changes are ids, versions and codes; what could
/// name somebody is not answered to a change.
package struct KeptAnswers: Sendable {
    private let database: any Database
    private let vault: Vault

    package init(database: any Database, vault: Vault) { (self.database, self.vault) = (database, vault) }

    /// So long an answer is kept.
    static let lifetime = Duration.days(1)
    /// Characters of a key at most.
    package static let keyLimit = 200

    package enum Beginning: Sendable, Hashable {
        /// Nobody sent this before: do it, then `keep` or `drop`.
        case first
        /// It was done: this was the answer.
        case answered(status: Int, body: [UInt8])
    }

    /// Takes a key for a request.
    /// - Throws: `RepeatRefused` when the key is none, was used for something else, or its request is not finished.
    package func begin(_ key: String, _ request: [UInt8], for account: ID<Account>, at now: Instant) async throws -> Beginning {
        let (name, content) = (try await hash(key, at: now), try await hash(request, at: now))
        return try await database.write { tx in
            try tx.run("DELETE FROM api_answer WHERE account_id = \(account) AND begun_at <= \(now - Self.lifetime)")
            let isNew =
                try tx.run(
                    """
                    INSERT INTO api_answer (account_id, key_hash, request_hash, begun_at) VALUES (\(account), \(name), \(content), \(now))
                    ON CONFLICT DO NOTHING
                    """
                ) == 1
            guard !isNew else { return .first }
            let known = try tx.row(
                "SELECT request_hash, status, answer FROM api_answer WHERE account_id = \(account) AND key_hash = \(name)"
            ) { (request: $0.bytes(0), status: $0.optionalInt(1), body: $0.optionalBytes(2)) }
            guard let known, known.request == content else { throw RepeatRefused.otherRequest }
            guard let status = known.status, let body = known.body else { throw RepeatRefused.unfinished }
            return .answered(status: status, body: body)
        }
    }

    /// Keeps what was answered.
    package func keep(_ key: String, status: Int, _ body: [UInt8], for account: ID<Account>, at now: Instant) async throws {
        let name = try await hash(key, at: now)
        try await database.write { tx in
            try tx.run(
                "UPDATE api_answer SET status = \(status), answer = \(body) WHERE account_id = \(account) AND key_hash = \(name)")
        }
    }

    /// Gives a key back: what was asked was refused, and nothing was done.
    package func drop(_ key: String, for account: ID<Account>, at now: Instant) async throws {
        let name = try await hash(key, at: now)
        try await database.write { tx in
            try tx.run("DELETE FROM api_answer WHERE account_id = \(account) AND key_hash = \(name) AND status IS NULL")
        }
    }

    /// Refuses what is no key: 1 to 200 characters of ASCII that can be seen.
    package static func check(_ key: String) throws(RepeatRefused) {
        guard (1...keyLimit).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .noKey }
    }

    private func hash(_ key: String, at now: Instant) async throws -> [UInt8] { try await hash(Array(key.utf8), at: now) }

    private func hash(_ bytes: [UInt8], at now: Instant) async throws -> [UInt8] {
        try await vault.purposeKey("api repeats", at: now).hash(bytes)
    }
}

/// Why a request with an `Idempotency-Key` is not taken.
package enum RepeatRefused: Refusal {
    case noKey, otherRequest, unfinished

    package var code: String {
        switch self {
        case .noKey: "api.no-key"
        case .otherRequest: "api.key-used"
        case .unfinished: "api.key-unfinished"
        }
    }

    package var message: String {
        switch self {
        case .noKey: "An Idempotency-Key has 1 to \(KeptAnswers.keyLimit) visible ASCII characters. Send a random one."
        case .otherRequest: "This Idempotency-Key was used within a day for another request. Send this one with a key of its own."
        case .unfinished:
            "A request with this Idempotency-Key was begun, and its end is not known. Read what it was to change before sending it under a new key."
        }
    }

    package var kind: RefusalKind { self == .unfinished ? .conflict : .invalid }
}
