import Foundation
import NIOPosix
import Synchronization

/// A node's database on PostgreSQL, through libpq, for a node of several machines.
///
/// libpq blocks, so closures run on threads of the database's own: as many as there are connections, so that a closure
/// that runs always finds one free. Changes are serializable and tried again when they meet another's; reads see one
/// unchanging state. A connection that was lost is thrown away; the next closure makes a new one.
package struct PostgresDatabase: Database {
    package let address: PostgresAddress
    private let pool: PostgresPool

    package var dialect: Dialect { .postgres }

    /// Makes the pool; connects when first used.
    /// - Parameters:
    ///   - connections: how many at most; 4 to 8 serve two cores.
    ///   - statementTimeout: after this a statement is ended by the server; whole seconds.
    package init(_ address: PostgresAddress, connections: Int = 6, statementTimeout: Duration = .seconds(60)) {
        self.address = address
        pool = PostgresPool(address, size: connections, statementTimeout: statementTimeout)
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await pool.transaction(mayChange: false, body)
    }

    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await pool.transaction(mayChange: true, body)
    }

    /// Frees the space of deleted rows, to be written over; the write-ahead log and the disk keep traces for a while.
    package func scrub() async throws {
        let tables = try await read { tx in
            try tx.rows("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema()") { $0.text(0) }
        }
        if !tables.isEmpty { try await pool.command("VACUUM " + tables.joined(separator: ", ")) }
    }

    package func close() async throws { try await pool.close() }

    /// Makes the address's schema if it is not there.
    package func makeSchema() async throws {
        guard let schema = address.schema else { return }
        try await write { tx in
            // Two processes that make it at once would collide in the catalogue.
            try tx.run("SELECT pg_advisory_xact_lock(7310582)")
            try tx.runSchema("CREATE SCHEMA IF NOT EXISTS \(schema)")
        }
    }
}

/// The threads and the connections that wait for work.
final class PostgresPool: Sendable {
    /// Unchecked because a connection is taken out of `idle` by one thread and given back by the same: never shared.
    private struct Idle: @unchecked Sendable { let connection: PostgresConnection }

    private let idle = Mutex<[Idle]>([])
    private let wasReached = Mutex(false)
    private let threads: NIOThreadPool
    private let address: PostgresAddress
    private let statementTimeout: Duration

    /// Tries before a conflict is reported; with the pauses between them about a second.
    private static let tries = 40

    init(_ address: PostgresAddress, size: Int, statementTimeout: Duration) {
        self.address = address
        self.statementTimeout = statementTimeout
        threads = NIOThreadPool(numberOfThreads: size)
        threads.start()
    }

    deinit { threads.shutdownGracefully { _ in } }

    func close() async throws {
        try await threads.shutdownGracefully()
        idle.withLock { $0 = [] }
    }

    /// Runs what can't run in a transaction.
    func command(_ text: String) async throws {
        try await threads.runIfActive { [self] in
            let connection = try take()
            try connection.command(text)
            let kept = Idle(connection: connection)
            idle.withLock { $0.append(kept) }
        }
    }

    func transaction<Value: Sendable>(
        mayChange: Bool, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await threads.runIfActive { [self] in
            var connection = try take()
            defer {
                // One that is in doubt (broken, or still inside a transaction) is closed, not kept.
                if connection.isIdle {
                    let kept = Idle(connection: connection)
                    idle.withLock { $0.append(kept) }
                }
            }
            var attempt = 1
            while true {
                do {
                    try connection.begin(mayChange: mayChange)
                } catch {
                    // It died while it lay idle, and nothing has been done yet: one with a new connection is as good.
                    guard connection.isBroken, attempt == 1 else { throw error }
                    idle.withLock { $0 = [] }
                    connection = try connect()
                    try connection.begin(mayChange: mayChange)
                }
                let transaction = PostgresTransaction(connection: connection, mayChange: mayChange)
                do {
                    let value = try body(transaction)
                    try connection.commit()
                    return value
                } catch {
                    connection.rollback()
                    guard !connection.isBroken, let failure = connection.failure, attempt < PostgresPool.tries,
                        failure.isConflict || (failure.isStalePlan && attempt == 1)
                    else { throw error }
                    if failure.isStalePlan { connection.forgetStatements() }
                    // A pause of random length, growing, so that the same two do not meet again.
                    usleep(UInt32.random(in: 0...min(50_000, 500 << min(attempt, 7))))
                    attempt += 1
                }
            }
        }
    }

    /// Why it can't be reached is for whoever starts the node: the reason names hosts and accounts. Once it has been reached,
    /// those who are told are visitors.
    private func connect() throws -> PostgresConnection {
        let known = wasReached.withLock { $0 }
        let connection: PostgresConnection
        do {
            connection = try PostgresConnection(to: address, statementTimeout: statementTimeout)
        } catch {
            if known, case .noConnection = error { throw StoreRefused.unreachable }
            throw error
        }
        if !known { wasReached.withLock { $0 = true } }
        return connection
    }

    private func take() throws -> PostgresConnection {
        if let waiting = idle.withLock({ $0.popLast() }) { return waiting.connection }
        return try connect()
    }
}
