package import Basics
import Foundation
package import Store
import Vocabulary

/// Brings the treaties, their status and the commitments that ship with the program into a node's database.
///
/// Run at each start: a file that was loaded before and has not changed is left alone. A newer program replaces the rows that
/// shipped with the older one, and never those that a person imported.
package struct InstrumentsLibrary: Sendable {
    private let treaties: [Treaty]
    private let rows: [Participation]
    private let commitments: [Commitment]
    private let links: [CommitmentLink]
    private let digest: String

    /// Reads and checks the files.
    /// - Throws: `InstrumentsFilesRefused` with every fault, `ShareRefused` when a file is not there.
    package init(reading share: Share) throws {
        var reader = InstrumentsReader(share: share)
        treaties = try reader.treaties()
        rows = try reader.participations(of: treaties)
        commitments = try reader.commitments()
        links = try reader.links(among: commitments)
        digest = reader.digest
        guard reader.faults.isEmpty else { throw InstrumentsFilesRefused(faults: reader.faults) }
    }

    /// - Returns: whether anything was written.
    @discardableResult
    package func load(into database: any Database, at now: Instant) async throws -> Bool {
        let isLoaded = try await database.read { [digest] tx in
            try tx.exists("SELECT 1 FROM instruments_file WHERE path = 'all' AND digest = \(digest)")
        }
        if isLoaded { return false }
        return try await database.write { tx in
            for (position, treaty) in treaties.enumerated() { try tx.put(treaty, at: position) }
            try putRows(at: now, in: tx)
            for (position, commitment) in commitments.enumerated() { try tx.put(commitment, at: position) }
            try tx.run("DELETE FROM commitment_link WHERE made_by IS NULL")
            for link in links {
                try tx.run(
                    """
                    INSERT INTO commitment_link (id, commitment, to_kind, to_id, why, made_by, made_at)
                    VALUES (\(ID<CommitmentLink>.new(at: now)), \(link.commitment), \(link.toKind), \(link.toID), \(link.why), NULL,
                        \(now))
                    ON CONFLICT DO NOTHING
                    """
                )
            }
            try tx.run(
                """
                INSERT INTO instruments_file (path, digest, loaded_at) VALUES ('all', \(digest), \(now))
                ON CONFLICT (path) DO UPDATE SET digest = excluded.digest, loaded_at = excluded.loaded_at
                """
            )
            return true
        }
    }

    private func putRows(at now: Instant, in tx: any Transaction) throws {
        // A treaty that somebody imported is theirs, with the rows that the import took away.
        let imported = Set(
            try tx.rows("SELECT treaty FROM treaty_status WHERE origin = 'import' GROUP BY treaty") { $0.text(0) }
        )
        for treaty in treaties where !imported.contains(treaty.code) {
            try tx.run("DELETE FROM treaty_status WHERE origin = 'shipped' AND treaty = \(treaty.code)")
        }
        for row in rows where !imported.contains(row.treaty) { try tx.put(row, origin: .shipped, at: now) }
    }
}

extension Transaction {
    fileprivate func put(_ treaty: Treaty, at position: Int) throws {
        try run(
            """
            INSERT INTO treaty (code, reference, depositary, name, adopted_on, in_force_on, status_as_of, completeness, position)
            VALUES (\(treaty.code), \(treaty.reference), \(treaty.depositary), \(treaty.name), \(treaty.adoptedOn),
                \(treaty.inForceOn), \(treaty.statusAsOf), \(treaty.completeness), \(position))
            ON CONFLICT (code) DO UPDATE SET reference = excluded.reference, depositary = excluded.depositary,
                name = excluded.name, adopted_on = excluded.adopted_on, in_force_on = excluded.in_force_on,
                status_as_of = excluded.status_as_of, completeness = excluded.completeness, position = excluded.position
            """
        )
    }
}
