package import Basics

/// Where the forms that were sent already are remembered, so that a double click or a reload never does a thing twice.
///
/// Each form carries a random number; the first request with it does the deed, and every later one gets the first one's answer.
package protocol SubmissionLedger: Sendable {
    /// Does a thing unless it was done, or is being done, under the same key; then gives that answer.
    /// - Parameter key: the visitor and the number of the form.
    func once(_ key: String, at now: Instant, perform: @escaping @Sendable () async throws -> Answer) async throws -> Answer
}

/// The ledger of one process. A change that must not happen twice even across processes has a unique key in the database besides.
package actor RecentSubmissions: SubmissionLedger {
    private struct Entry {
        let task: Task<Answer, any Error>
        let begun: Instant
    }

    /// A reload after this long is a new deed; the form's session has often ended by then anyway.
    private let memory: Duration = .minutes(10)
    private let most = 10_000
    private var entries: [String: Entry] = [:]
    var count: Int { entries.count }

    package init() {}

    package func once(
        _ key: String, at now: Instant, perform: @escaping @Sendable () async throws -> Answer
    ) async throws -> Answer {
        if let entry = entries[key], now - entry.begun < memory { return try await entry.task.value }
        if entries.count >= most { forget(before: now) }
        let task = Task { try await perform() }
        entries[key] = Entry(task: task, begun: now)
        do {
            let answer = try await task.value
            // A form that comes back with errors was not done; and an answer that carries a session is not kept.
            if answer.status != .seeOther || answer.session != nil { entries[key] = nil }
            return answer
        } catch {
            entries[key] = nil
            throw error
        }
    }

    /// Drops what is too old, and if that is not enough, the older half.
    private func forget(before now: Instant) {
        entries = entries.filter { now - $0.value.begun < memory }
        guard entries.count >= most else { return }
        let oldest = entries.sorted { $0.value.begun < $1.value.begun }.prefix(most / 2)
        for (key, _) in oldest { entries[key] = nil }
    }
}
