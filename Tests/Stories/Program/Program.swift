import Fixtures
import Foundation
import Store
import Testing
import WebFixtures

/// The program `concord` as a process of its own: what whoever keeps a node types, and what is said to them.
///
/// One after the other: each takes a core for itself.
@Suite(.serialized) struct `The program` {
    /// What every command is told besides.
    static let environment = [
        "CONCORD_SHARE": Shipped.root.appending(path: "share").path(percentEncoded: false), "CONCORD_SCRYPT_COST": "10", "CONCORD_DATA": "",
        "CONCORD_DATABASE": "", "CONCORD_SETTINGS": "",
    ].filter { !$0.value.isEmpty }

    /// Runs a command to its end.
    static func run(_ arguments: String..., input: String = "", environment extra: [String: String] = [:]) async throws -> Command.Outcome {
        try await Command.run(try path(), arguments, input: input, environment: environment.merging(extra) { $1 })
    }

    static func path() throws -> String {
        let path = Shipped.program.path(percentEncoded: false)
        try #require(
            FileManager.default.isExecutableFile(atPath: path),
            "\(path) is not there: build it with “swift build --product concord”, or name another with CONCORD_BINARY."
        )
        return path
    }

    /// Gives a folder with a copy of the loaded node.
    static func withNode<Value>(_ body: (_ data: String, _ folder: URL) async throws -> Value) async throws -> Value {
        try await withFolder { folder in
            let data = folder.appending(path: "data", directoryHint: .isDirectory)
            try await Nodes.copy(to: data)
            return try await body(data.path(percentEncoded: false), folder)
        }
    }

    /// A node that is being served.
    struct Served {
        let running: Running
        let port: Int
        let said: String

        func get(_ path: String) async throws -> Socket.Answer { try await Socket.get(path, port: port) }

        /// Ends it as a service manager does.
        func stop() async throws -> Command.Outcome {
            running.signal(SIGTERM)
            return try await running.end(within: .seconds(20))
        }
    }

    /// Starts serving, and waits until it says where.
    static func serve(_ arguments: String..., environment extra: [String: String] = [:]) async throws -> Served {
        let running = try Running(try path(), ["serve", "--port", "0"] + arguments, environment: environment.merging(extra) { $1 })
        try await running.wait("address") { $0.output.contains("Concord is at http") }
        // The link follows at once on a node that has nobody.
        try await Task.sleep(for: .milliseconds(150))
        let said = running.output
        let port = try #require(said.firstMatch(of: /127\.0\.0\.1:(\d+)/).flatMap { Int($0.1) })
        return Served(running: running, port: port, said: said)
    }

    /// Serves, tells the story, and stops whatever happens.
    static func serving(_ arguments: String..., environment extra: [String: String] = [:], _ story: (Served) async throws -> Void)
        async throws
    {
        let running = try Running(try path(), ["serve", "--port", "0"] + arguments, environment: environment.merging(extra) { $1 })
        defer { running.signal(SIGKILL) }
        try await running.wait("address") { $0.output.contains("Concord is at http") }
        let port = try #require(running.output.firstMatch(of: /127\.0\.0\.1:(\d+)/).flatMap { Int($0.1) })
        try await story(Served(running: running, port: port, said: running.output))
    }

    /// A refusal is a sentence or two on standard error, exit 1, and nothing that only a programmer reads.
    static func expectRefusal(_ outcome: Command.Outcome, _ words: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(outcome.status == 1 && !outcome.wasKilled, "\(outcome.said)", sourceLocation: sourceLocation)
        #expect(outcome.errors.contains(words), "\(outcome.said)", sourceLocation: sourceLocation)
        for part in ["Error", "Optional(", "StoreFault", "Fatal", ".swift", "nil", "SQLITE"] {
            #expect(!outcome.errors.contains(part), "\(outcome.errors)", sourceLocation: sourceLocation)
        }
    }

    /// Looks into a database that nobody has open, or changes something in it behind the program's back.
    @discardableResult
    static func inside<Value: Sendable>(_ data: String, _ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value
    {
        let database = try SQLiteDatabase(path: data + "/concord.sqlite")
        let value = try await database.write(body)
        try await database.close()
        return value
    }

    /// What SQLite itself says of its file: `ok`.
    static func integrity(_ data: String) async throws -> String? {
        try await inside(data) { tx in try tx.row("PRAGMA integrity_check") { $0.text(0) } }
    }

    /// The world's total of 2019, from the command.
    static func total(_ data: String, _ more: [String] = []) async throws -> Command.Outcome {
        try await Command.run(
            try path(), ["statistics", "--indicator", "victims", "--year", "2019", "--format", "csv", "--data", data] + more,
            environment: environment
        )
    }
}
