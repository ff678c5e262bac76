import Store

/// Writes the audit rows of those who look at the same time with one commit: each waits until its own is on disk.
actor AuditGroup {
    private let database: any Database
    private var waiting: [(rows: [AuditRow], answer: CheckedContinuation<Void, any Error>)] = []
    private var isWriting = false

    init(_ database: any Database) { self.database = database }

    /// Returns when the rows are durable.
    func record(_ rows: [AuditRow]) async throws {
        guard !rows.isEmpty else { return }
        try await withCheckedThrowingContinuation { answer in
            waiting.append((rows, answer))
            guard !isWriting else { return }
            isWriting = true
            Task { await write() }
        }
    }

    private func write() async {
        while !waiting.isEmpty {
            let batch = waiting
            waiting = []
            let rows = batch.flatMap(\.rows)
            do {
                try await database.write { tx in for row in rows { try row.write(in: tx) } }
                for entry in batch { entry.answer.resume() }
            } catch {
                for entry in batch { entry.answer.resume(throwing: error) }
            }
        }
        isWriting = false
    }
}
