package import Basics
package import Logging
package import Store

/// Something that is done again and again without anybody asking. It must be idempotent: after a crash it is done again.
package struct Job: Sendable {
    /// Stays the same for ever: `access.expire-links`.
    package let name: String
    package let interval: Duration
    /// Does it, in one transaction with the record that it is done.
    package let run: @Sendable (any Transaction, Instant) throws -> Void
    /// Done when that is committed: what lies outside the database, such as keys that nothing is left to open with. If it is cut off, the
    /// next run does it.
    package let afterwards: @Sendable (Instant) async throws -> Void

    package init(
        _ name: String, every interval: Duration, run: @escaping @Sendable (any Transaction, Instant) throws -> Void,
        afterwards: @escaping @Sendable (Instant) async throws -> Void = { _ in }
    ) {
        self.name = name
        self.interval = interval
        self.run = run
        self.afterwards = afterwards
    }
}

/// Does the jobs of a node when they are due; in one process at a time. What fell due while nobody ran is done once, at start.
package struct Jobs: Sendable {
    let database: any Database
    let clock: WallClock
    let jobs: [Job]
    /// Held by the one process that does the jobs; renewed each minute, so another takes over three minutes after it dies.
    private let lease: Lease

    package init(_ jobs: [Job], database: any Database, clock: WallClock) {
        self.jobs = jobs
        self.database = database
        self.clock = clock
        lease = Lease("jobs", holder: .new(at: clock.now()))
    }

    /// Does what is due, unless another process has the lease.
    /// - Returns: the names of the jobs that were done, and those that failed with the kind of failure.
    @discardableResult
    package func runDue() async throws -> (done: [String], failed: [String: String]) {
        var done: [String] = []
        var failed: [String: String] = [:]
        let now = clock.now()
        guard try await database.write({ tx in try lease.take(for: .minutes(3), at: now, in: tx) }) else { return (done, failed) }
        for job in jobs {
            do {
                if try await runIfDue(job) { done.append(job.name) }
            } catch {
                let kind = (error as? any Refusal)?.code ?? String(describing: type(of: error))
                failed[job.name] = kind
                try await recordFailure(of: job, kind: kind)
            }
        }
        return (done, failed)
    }

    /// Looks three times a minute until the task is cancelled.
    package func run(log: Logger) async {
        while !Task.isCancelled {
            do {
                let (_, failed) = try await runDue()
                for (name, kind) in failed { log.error("job.failed", metadata: ["job": "\(name)", "kind": "\(kind)"]) }
            } catch {
                if Task.isCancelled { break }
                log.error("jobs.unreachable", metadata: ["kind": "\((error as? any Refusal)?.code ?? "fault")"])
            }
            do { try await Task.sleep(for: .seconds(20)) } catch { break }
        }
        // A failure here costs the next process three minutes, no more.
        try? await database.write { tx in try lease.giveBack(in: tx) }
    }

    /// The job and the note that it is done stand or fall together. The lock is for a process whose lease ran out in mid-job.
    private func runIfDue(_ job: Job) async throws -> Bool {
        let now = clock.now()
        guard try await database.read({ tx in try Self.isDue(job, at: now, in: tx) }) else { return false }
        let isDone = try await database.write { tx in
            guard try tx.tryLock("job " + job.name), try Self.isDue(job, at: now, in: tx) else { return false }
            try job.run(tx, now)
            try tx.run(
                """
                INSERT INTO job_run (name, due_after, finished_at, failure) VALUES (\(job.name), \(now + job.interval), \(now), NULL)
                ON CONFLICT (name) DO UPDATE
                SET due_after = excluded.due_after, finished_at = excluded.finished_at, failure = NULL
                """
            )
            return true
        }
        if isDone { try await job.afterwards(now) }
        return isDone
    }

    /// A job that failed is tried again in ten minutes; those who read the audit get one notice about it.
    private func recordFailure(of job: Job, kind: String) async throws {
        let now = clock.now()
        try await database.write { tx in
            let isNew = try !tx.exists("SELECT 1 FROM job_run WHERE name = \(job.name) AND failure IS NOT NULL")
            try tx.run(
                """
                INSERT INTO job_run (name, due_after, finished_at, failure) VALUES (\(job.name), \(now + .minutes(10)), NULL, \(kind))
                ON CONFLICT (name) DO UPDATE SET due_after = excluded.due_after, failure = excluded.failure
                """
            )
            try AuditRow(.jobRun, account: nil, outcome: .failed, detail: "\(job.name): \(kind)", at: now).write(in: tx)
            if isNew { try Notice.post(.jobFailed, to: .deed(.readAudit), at: now, in: tx) }
        }
    }

    private static func isDue(_ job: Job, at now: Instant, in tx: any Transaction) throws -> Bool {
        try !tx.exists("SELECT 1 FROM job_run WHERE name = \(job.name) AND due_after > \(now)")
    }
}
