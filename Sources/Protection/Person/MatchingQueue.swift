package import Basics
package import Store

extension BlindIndex {
    /// Leaves a person to be compared with all others, by hashes of the tokens with what sort of token each is and which part of the name
    /// it comes from: the job that compares opens nobody. The rows go when it is done.
    /// - Parameter parts: `PersonIdentity.tokensByPart`.
    package func queueForMatching(_ parts: [Set<String>], of person: ID<Person>, at now: Instant, in tx: any Transaction) throws {
        try Self.leaveMatchingQueue(person, in: tx)
        guard !parts.isEmpty else { return }
        try tx.run("INSERT INTO person_to_match (person_id, queued_at) VALUES (\(person), \(now))")
        for (part, tokens) in parts.enumerated() {
            for token in tokens {
                try tx.run(
                    """
                    INSERT INTO person_to_match_token (person_id, part, sort, token)
                    VALUES (\(person), \(part), \(TokenSort(token)), \(hash(token))) ON CONFLICT DO NOTHING
                    """
                )
            }
        }
    }

    /// Takes a person out of the queue: compared, or erased.
    package static func leaveMatchingQueue(_ person: ID<Person>, in tx: any Transaction) throws {
        try tx.run("DELETE FROM person_to_match_token WHERE person_id = \(person)")
        try tx.run("DELETE FROM person_to_match WHERE person_id = \(person)")
    }
}

/// What a token of `PersonIdentity.tokens` says when two people share it.
package enum TokenSort: String, Sendable, Hashable, SQLBindable {
    /// The same word in the same letters, in Latin letters, by its consonants; the same year of birth.
    case written, latin, sound, year

    package init(_ token: String) {
        self =
            switch token.first {
            case "=": .written
            case "~": .latin
            case "#": .sound
            default: .year
            }
    }
}
