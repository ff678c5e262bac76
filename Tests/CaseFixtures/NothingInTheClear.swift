import Access
import Basics
import Fixtures
import Logging
import Protection

@testable import Store

/// A name, a document or a way to reach a person that lies somewhere unsealed.
package struct InTheClear: Error, CustomStringConvertible {
    package let description: String
}

extension CaseSite {
    /// Writes a line to the log of the story, as the program would.
    package func log(_ text: String) { Logger(label: "story") { _ in log }.info("\(text)") }

    /// Looks for who the people of a story are in everything that it left behind: in each column of each table, and in the log. At the end of
    /// every story, so that whoever adds a column that holds a name finds out.
    /// - Throws: `InTheClear` when something of them is there unsealed.
    func requireNothingInTheClear(_ log: StoryLog) async throws {
        let secrets = try await whoTheyAre()
        guard !secrets.isEmpty else { return }
        for line in log.all {
            for secret in secrets where line.contains(secret) { throw InTheClear(description: "“\(secret)” is in the log: \(line)") }
        }
        // The tables are the same on PostgreSQL, and a look at each takes longer there.
        guard database.dialect == .sqlite else { return }
        try await database.read { tx in
            let tables = try tx.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'") { $0.text(0) }
            for table in tables {
                let columns = try tx.rows("SELECT name FROM pragma_table_info(\(table)) WHERE type IN ('TEXT', 'BLOB')") { $0.text(0) }
                for column in columns {
                    for secret in secrets {
                        let bytes = Array(secret.utf8)
                        let found: SQL = "instr(CAST(\(sql: SQL(pieces: [column], values: [])) AS BLOB), \(bytes)) > 0"
                        let place = SQL(pieces: ["SELECT 1 FROM \(table) WHERE "], values: [])
                        guard try !tx.exists("\(sql: place)\(sql: found) LIMIT 1") else {
                            throw InTheClear(description: "“\(secret)” is in the clear in \(table).\(column)")
                        }
                    }
                }
            }
        }
    }

    /// What nobody may find unsealed: names, aliases, documents and ways to reach each person who was not erased.
    private func whoTheyAre() async throws -> Set<String> {
        let people = try await database.read { tx in
            try tx.rows("SELECT id, identity, identity_version FROM person WHERE identity IS NOT NULL LIMIT 20") {
                (try $0.id(0, of: Person.self), $0.sealed(1, of: Person.self, as: PersonIdentity.self), $0.int(2))
            }
        }
        var secrets: Set<String> = []
        for (person, sealed, version) in people {
            let key: HolderKey<Person>
            do { key = try await room.vault.key(for: person) } catch VaultRefused.erased { continue }
            let identity = try key.unseal(sealed, in: .identity(of: person, version: version))
            secrets.formUnion(identity.names + identity.aliases + identity.documents + [identity.contact?.channel].compactMap { $0 })
        }
        return secrets.filter { $0.count >= 6 }
    }
}
