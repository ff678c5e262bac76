import Basics
package import Logging
package import Store

/// Links new audit rows into the chain, within a second. Only one process of a node does it at a time: on SQLite there is one, on
/// PostgreSQL whoever gets the lock.
package struct AuditSealer: Sendable {
    let database: any Database
    let head: AuditHeadFile?

    /// - Parameter head: where the newest link is copied to; `nil` keeps no copy (trials in memory).
    package init(database: any Database, head: AuditHeadFile?) {
        self.database = database
        self.head = head
    }

    /// Links what is waiting.
    /// - Returns: how many rows were linked.
    @discardableResult
    package func seal() async throws -> Int {
        var linked = 0
        while let (head, count) = try await sealSome() {
            try self.head?.write(head)
            linked += count
        }
        return linked
    }

    /// At most 1,000 rows in one transaction, so that no other writer waits long; `nil` when none is waiting or another process seals.
    private func sealSome() async throws -> (AuditLink, Int)? {
        guard try await database.read({ tx in try tx.exists("SELECT 1 FROM audit_pending LIMIT 1") }) else { return nil }
        return try await database.write { tx in
            guard try tx.tryLock("audit-sealer") else { return nil }
            let rows = try tx.rows(
                "SELECT \(sql: AuditRow.columns) FROM audit_pending p JOIN audit_row a ON a.id = p.row_id ORDER BY p.row_id LIMIT 1000"
            ) { try AuditRow($0) }
            guard !rows.isEmpty else { return nil }
            var link = try AuditLink.newest(in: tx) ?? .beginning
            for row in rows {
                link = link.next(row)
                try tx.run("INSERT INTO audit_link (number, row_id, hash) VALUES (\(link.number), \(row.id), \(link.hash))")
                try tx.run("DELETE FROM audit_pending WHERE row_id = \(row.id)")
            }
            return (link, rows.count)
        }
    }

    /// Seals twice a second until the task is cancelled. A failure is logged, and tried again.
    package func run(log: Logger) async {
        while !Task.isCancelled {
            do {
                try await seal()
            } catch {
                // Told to stop in the middle: the last seal at the end, or the next start, takes what is left.
                if Task.isCancelled { return }
                log.error(
                    "audit.seal-failed", metadata: ["kind": "\((error as? any Refusal)?.code ?? String(describing: type(of: error)))"])
            }
            do { try await Task.sleep(for: .milliseconds(500)) } catch { return }
        }
    }
}

extension AuditLink {
    static func newest(in tx: any Transaction) throws -> AuditLink? {
        try tx.row("SELECT number, hash FROM audit_link ORDER BY number DESC LIMIT 1") {
            AuditLink(number: $0.int(0), hash: $0.bytes(1))
        }
    }
}
