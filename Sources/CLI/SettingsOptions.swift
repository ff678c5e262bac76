import ArgumentParser
import Foundation
import Server

/// The options that every command knows.
struct SettingsOptions: ParsableArguments {
    @Option(help: "The folder of the node's database and logs (default: data).")
    var data: String?

    @Option(help: "postgres://user@host:port/name; without it, SQLite in the data folder.")
    var database: String?

    @Option(help: "The folder of the node key and the person keys (default: keys in the data folder).")
    var keys: String?

    @Option(help: "The folder of reference data (default: beside the program).")
    var share: String?

    @Option(name: .customLong("settings"), help: "A JSON file with settings.")
    var file: String?

    /// The settings, from here, the environment and the file.
    func read(host: String? = nil, port: Int? = nil) async throws -> Settings {
        var line = Settings.CommandLine()
        (line.data, line.database, line.keys, line.share, line.file) = (data, database, keys, share, file)
        (line.host, line.port) = (host, port)
        let binary = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        return try await Settings.read(line, environment: ProcessInfo.processInfo.environment, binary: binary)
    }
}
