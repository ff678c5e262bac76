package import Basics

/// The right to run one kind of job for a while, so that of several processes one does it and the others stand by.
///
/// A process that dies stops renewing, and another takes over when the lease has ended; so a job must be idempotent: it may
/// have been cut off at any point and is begun again.
package struct Lease: Sendable {
    package let name: String
    private let holder: ID<Lease>

    /// - Parameters:
    ///   - name: the kind of job.
    ///   - holder: this process, by an id made at its start.
    package init(_ name: String, holder: ID<Lease>) {
        self.name = name
        self.holder = holder
    }

    /// Takes the lease, or renews it when it is this process's own.
    /// - Returns: `false` while another process holds it.
    package func take(for length: Duration, at now: Instant, in tx: any Transaction) throws -> Bool {
        try tx.run(
            """
            INSERT INTO lease (name, holder, taken_at, ends_at) VALUES (\(name), \(holder), \(now), \(now + length))
            ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, taken_at = excluded.taken_at, ends_at = excluded.ends_at
            WHERE lease.holder = excluded.holder OR lease.ends_at <= excluded.taken_at
            """
        ) == 1
    }

    /// Gives the lease back at once, so that another process need not wait for its end.
    package func giveBack(in tx: any Transaction) throws {
        try tx.run("DELETE FROM lease WHERE name = \(name) AND holder = \(holder)")
    }
}
