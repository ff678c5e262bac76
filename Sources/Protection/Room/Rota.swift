import Synchronization

/// Counts who was told of, so that what happens to one life in so many comes at even distances and is never left to chance alone.
final class Rota: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    /// How often this was asked before.
    func count(_ what: String) -> Int {
        counts.withLock { counts in
            defer { counts[what, default: 0] += 1 }
            return counts[what, default: 0]
        }
    }
}

extension InventedCountry {
    /// Whether something that happens to one life in so many happens to this one: to the first that it can happen to, and to the first of
    /// those whom the case worker of the demonstration looks after; a visitor who plays that worker finds one.
    package func turn(_ what: String, every: Int, of life: InventedLife) -> Bool {
        let isPlayed = life.worker.account == all("case-worker").first?.account && rota.count("played " + what) == 0
        return rota.count(what) % every == 0 || isPlayed
    }

    /// One value after the other, and from the start again: each of them is told of.
    package func next<Value>(_ what: String, of values: [Value]) -> Value { values[rota.count("next " + what) % values.count] }
}
