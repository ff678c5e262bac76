import Synchronization

/// Joins small writes that come at the same time into one commit: each waits until its own is durable, and ten cost hardly more than one.
package actor CommitGroup {
    private typealias Work = @Sendable (any Transaction) throws -> Void

    private let database: any Database
    private var waiting: [(work: Work, answer: CheckedContinuation<Void, any Error>)] = []
    private var isWriting = false

    package init(_ database: any Database) { self.database = database }

    /// Returns what the work gave when it is on disk.
    /// - Throws: what the work throws, and then nothing of it is kept; the others are not touched by that.
    package func write<Value: Sendable>(
        _ work: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        let found = Found<Value>()
        try await join { tx in
            // It may run twice (a conflict on PostgreSQL, a neighbour that failed): the last run is the one that is kept.
            let value = try work(tx)
            found.value.withLock { $0 = value }
        }
        guard let value = found.value.withLock({ $0 }) else { throw StoreRefused.locked }
        return value
    }

    private func join(_ work: @escaping Work) async throws {
        try await withCheckedThrowingContinuation { answer in
            waiting.append((work, answer))
            guard !isWriting else { return }
            isWriting = true
            Task { await drain() }
        }
    }

    private func drain() async {
        while !waiting.isEmpty {
            let batch = waiting
            waiting = []
            do {
                try await database.write { tx in for entry in batch { try entry.work(tx) } }
                for entry in batch { entry.answer.resume() }
            } catch {
                if batch.count == 1 { batch[0].answer.resume(throwing: error) } else { await oneByOne(batch) }
            }
        }
        isWriting = false
    }

    /// Where the value of a piece of work waits for its commit.
    private final class Found<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }

    /// One of them failed and undid all: each has its own commit now, so that only the one that fails is told.
    private func oneByOne(_ batch: [(work: Work, answer: CheckedContinuation<Void, any Error>)]) async {
        for entry in batch {
            do {
                try await database.write(entry.work)
                entry.answer.resume()
            } catch { entry.answer.resume(throwing: error) }
        }
    }
}
