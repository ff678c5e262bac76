import Basics
import Fixtures
import Foundation
import Instruments
import Logging
import Server
import Store
import WebFixtures

/// Nodes to tell stories on. Loading the statistics takes seconds, so it is done once for each kind of database.
enum Nodes {
    /// Everything of this run of the tests; goes away with it.
    static let home: URL = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "concord-stories-\(getpid())", directoryHint: .isDirectory)
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        atexit { try? FileManager.default.removeItem(at: Nodes.home) }
        return folder
    }()

    /// The settings of a node in a folder, with a derivation of passwords that does not keep a test waiting.
    static func settings(_ folder: URL, database: String? = nil) async throws -> Settings {
        var line = Settings.CommandLine()
        line.data = folder.path(percentEncoded: false)
        line.database = database
        line.share = Shipped.root.appending(path: "share").path(percentEncoded: false)
        return try await Settings.read(
            line,
            environment: ["CONCORD_SCRYPT_COST": "10", "CONCORD_PROFILE": Shipped.root.appending(path: "Profiles/examplia.yaml").path],
            binary: Shipped.program)
    }

    static func open(
        _ folder: URL, database: String? = nil, clock: StoryClock, log: StoryLog, _ change: (inout Settings) -> Void = { _ in }
    ) async throws -> RunningNode {
        var logger = Logger(label: "story") { _ in log }
        logger.logLevel = .trace
        var settings = try await settings(folder, database: database)
        change(&settings)
        return try await RunningNode.open(settings, clock: clock.wall, log: logger)
    }

    static func start(_ folder: URL, database: String? = nil, _ change: (inout Settings) -> Void = { _ in }) async throws -> StorySite {
        let (clock, log) = (StoryClock(), StoryLog())
        let node = try await open(folder, database: database, clock: clock, log: log, change)
        return StorySite(node: node, serving: try await Serving(node), clock: clock, log: log)
    }

    /// The data folder of a loaded node on SQLite that is not running: to be copied, never to be opened.
    static let template = Task { () throws -> URL in
        let folder = home.appending(path: "template", directoryHint: .isDirectory)
        let node = try await open(folder, clock: StoryClock(), log: StoryLog())
        try await node.loadShipped()
        try await node.close()
        return folder
    }

    /// A copy of the template, as a folder of its own.
    static func copy(to folder: URL) async throws {
        try FileManager.default.copyItem(at: try await template.value, to: folder)
    }

    private static let loadedOnSQLite = Task { () throws -> StorySite in
        let folder = home.appending(path: "world", directoryHint: .isDirectory)
        try await copy(to: folder)
        return try await start(folder)
    }

    private static let loadedOnPostgres = Task { () throws -> StorySite in
        try await sweepSchemas()
        let folder = home.appending(path: "world-postgres", directoryHint: .isDirectory)
        let site = try await start(folder, database: try url(schema: "stories_\(getpid())_world"))
        try await site.node.loadShipped()
        return site
    }

    /// A loaded node that is only looked at: one for all stories, so nothing may be changed on it.
    static func world(_ kind: DatabaseKind) async throws -> StorySite {
        switch kind {
        case .sqlite: try await loadedOnSQLite.value
        case .postgres: try await loadedOnPostgres.value
        }
    }

    static func url(schema: String) throws -> String {
        guard let url = Databases.postgres else { throw StoreRefused.wrongURL }
        return url + (url.contains("?") ? "&" : "?") + "schema=" + schema
    }

    /// Schemas of runs that are over: nothing runs after the last test that could drop them, so the next run does.
    private static func sweepSchemas() async throws {
        guard let url = Databases.postgres else { return }
        let database = PostgresDatabase(try PostgresAddress(url: url), connections: 1)
        let names = try await database.read { tx in
            try tx.rows("SELECT schema_name FROM information_schema.schemata") { $0.text(0) }
        }
        for name in names where name.hasPrefix("stories_") {
            guard let process = Int32(name.split(separator: "_")[1]), kill(process, 0) != 0, errno == ESRCH else { continue }
            try await database.write { tx in try tx.runSchema("DROP SCHEMA IF EXISTS \(name) CASCADE") }
        }
        try await database.close()
    }
}

extension DatabaseKind {
    /// Gives an empty node with its treaties and commitments to a story that changes it, and removes it afterwards.
    @discardableResult
    func withSite<Value>(
        _ change: (inout Settings) -> Void = { _ in }, _ story: (StorySite) async throws -> Value
    ) async throws -> Value {
        try await withFolder { folder in
            let data = folder.appending(path: "data", directoryHint: .isDirectory)
            let schema = "stories_\(getpid())_" + UUID().uuidString.lowercased().replacing("-", with: "")
            let site = try await Nodes.start(data, database: self == .postgres ? try Nodes.url(schema: schema) : nil, change)
            let outcome: Result<Value, any Error>
            do {
                try await InstrumentsLibrary(reading: site.node.settings.share).load(into: site.node.database, at: site.clock.now)
                outcome = .success(try await story(site))
            } catch { outcome = .failure(error) }
            try? await site.node.close()
            if self == .postgres { try await Self.drop(schema) }
            return try outcome.get()
        }
    }

    /// Removes a node's schema and that of its keys.
    static func drop(_ schema: String) async throws {
        guard let url = Databases.postgres else { return }
        let database = PostgresDatabase(try PostgresAddress(url: url), connections: 1)
        for name in [schema, schema + "_keys"] {
            try await database.write { tx in try tx.runSchema("DROP SCHEMA IF EXISTS \(name) CASCADE") }
        }
        try await database.close()
    }
}
