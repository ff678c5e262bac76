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
    func withNode<Value>(_ body: (RunningNode) async throws -> Value) async throws -> Value {
        let settings = try await read()
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
