import ArgumentParser
import Basics
import Foundation
import Logging
import Server

/// How a command speaks: answers on standard output, everything else on standard error.
enum Terminal {
    static func say(_ line: String) { print(line) }

    static func tell(_ line: String) { Main.complain(line) }

    /// A value as JSON with sorted keys, as every `--json` prints it.
    static func sayJSON(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// Asks for a line that is not shown while it is typed; from a pipe it is read as it comes.
    static func askSecretly(_ question: String) -> String {
        FileHandle.standardError.write(Data((question + " ").utf8))
        var before = termios()
        let isTerminal = isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &before) == 0
        if isTerminal {
            var quiet = before
            quiet.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(STDIN_FILENO, TCSANOW, &quiet)
        }
        let line = readLine() ?? ""
        if isTerminal {
            tcsetattr(STDIN_FILENO, TCSANOW, &before)
            tell("")
        }
        return line
    }
}

extension SettingsOptions {
    /// Opens the node of these settings, does something with it, and closes it whatever happens.
    func withNode<Value>(_ wanted: WantedNode = .newOrOld, _ body: (RunningNode) async throws -> Value) async throws -> Value {
        let settings = try await read()
        if wanted == .thatIsThere { try settings.requireNode() }
        let node = try await RunningNode.open(settings, clock: .system, log: Self.logger(settings.logLevel))
        do {
            let value = try await body(node)
            try await node.close()
            return value
        } catch {
            try? await node.close()
            throw error
        }
    }

    /// Logs go to standard error: events, ids and durations, never names.
    static func logger(_ level: String) -> Logger {
        var logger = Logger(label: "concord") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = Logger.Level(rawValue: level) ?? .notice
        return logger
    }
}

/// Whether a command may make the node that it is about.
enum WantedNode {
    case newOrOld
    /// A mistyped --data would make an empty node, and find it whole.
    case thatIsThere
}

/// There is nothing where the settings say that a node is.
enum NodeRefused: Refusal {
    case none(path: String)

    var code: String { "node.none" }

    var message: String {
        switch self {
        case .none(let path): "There is no node in \(path). Name its folder with --data, or make one with “concord setup”."
        }
    }
}

extension Settings {
    /// - Throws: `NodeRefused.none` where the database of a node on SQLite is not. On PostgreSQL the address is its own proof.
    fileprivate func requireNode() throws {
        guard database == nil, !FileManager.default.fileExists(atPath: sqliteFile.path(percentEncoded: false)) else { return }
        throw NodeRefused.none(path: data.path(percentEncoded: false))
    }
}
