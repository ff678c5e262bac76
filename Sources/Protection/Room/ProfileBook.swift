package import Basics
package import Store

/// Every version of the country's profile that a case may cite, by its hash.
package struct ProfileBook: Sendable {
    /// The one that new files are opened under.
    package let current: CountryProfile
    private let known: [String: CountryProfile]

    /// Keeps the profile unless it is kept already, and reads the others.
    /// - Throws: `ProfileRefused` when a kept text can't be read any more.
    package static func keep(_ profile: CountryProfile, in database: any Database, at now: Instant) async throws -> ProfileBook {
        let texts = try await database.write { tx in
            try tx.run(
                """
                INSERT INTO country_profile (hash, name, version, text, stored_at)
                VALUES (\(profile.hash), \(profile.name), \(profile.version), \(profile.canonicalText), \(now)) ON CONFLICT (hash) DO NOTHING
                """
            )
            return try tx.rows("SELECT text FROM country_profile WHERE hash <> \(profile.hash)") { $0.text(0) }
        }
        var known = [profile.hash: profile]
        for text in texts {
            let older = try CountryProfile.load(text: text)
            known[older.hash] = older.asking(alsoFor: profile)
        }
        return ProfileBook(current: profile, known: known)
    }

    /// The newest profile that a node was ever started with; `nil` for a node that had none.
    package static func latest(in database: any Database) async throws -> CountryProfile? {
        let text = try await database.read { tx in
            try tx.row("SELECT text FROM country_profile ORDER BY stored_at DESC, hash LIMIT 1") { $0.text(0) }
        }
        return try text.map { try CountryProfile.load(text: $0) }
    }

    /// The version that a case was opened under. The schema holds every hash that is cited, so it is always there.
    package subscript(hash: String) -> CountryProfile { known[hash] ?? current }

    /// All versions, the current one first.
    package var all: [CountryProfile] { [current] + known.values.filter { $0 != current }.sorted { $0.version > $1.version } }
}
