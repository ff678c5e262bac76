/// Lets an answer leave on an even step of time after its question, so that how long it took says nothing of what was looked at: whether
/// somebody elsewhere has a person of that name costs microseconds, and a step covers them.
enum EvenAnswer {
    /// Longer than a search takes on a busy node, and short enough for nobody to notice.
    static let step = Duration.milliseconds(25)

    /// How long to wait still when so much time has gone by: up to the end of the step that has begun.
    static func rest(after elapsed: Duration) -> Duration {
        let (step, gone) = (nanoseconds(step), nanoseconds(elapsed))
        return .nanoseconds(step - gone % step)
    }

    /// Does something, and gives its answer at the end of a step: a refusal too.
    static func given<Value: Sendable>(_ work: @Sendable () async throws -> Value) async throws -> Value {
        let begun = ContinuousClock.now
        let result: Result<Value, any Error>
        do { result = .success(try await work()) } catch { result = .failure(error) }
        try await Task.sleep(for: rest(after: begun.duration(to: .now)))
        return try result.get()
    }

    private static func nanoseconds(_ duration: Duration) -> Int64 {
        duration.components.seconds * 1_000_000_000 + duration.components.attoseconds / 1_000_000_000
    }
}
