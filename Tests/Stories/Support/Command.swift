import Foundation

/// A program run to its end, or left running.
enum Command {
    struct Outcome: Sendable {
        let status: Int32
        /// Whether a signal ended it.
        let wasKilled: Bool
        let bytes: [UInt8]
        let errors: String

        var output: String { String(decoding: bytes, as: UTF8.self) }
        /// Both, for a failed expectation to show.
        var said: String { output + errors }
    }

    /// Runs a program; its output goes through files, so that no pipe can fill up.
    static func run(
        _ path: String, _ arguments: [String], input: String = "", environment: [String: String] = [:], patience: Duration = .seconds(120)
    ) async throws -> Outcome {
        let running = try Running(path, arguments, input: input, environment: environment)
        return try await running.end(within: patience)
    }
}

/// A program that runs.
struct Running: Sendable {
    struct TooSlow: Error, CustomStringConvertible { let description: String }

    private let process: Process
    private let folder: URL
    private let ended: Task<Void, Never>
    var id: Int32 { process.processIdentifier }

    init(_ path: String, _ arguments: [String], input: String = "", environment: [String: String] = [:]) throws {
        folder = Nodes.home.appending(path: "run-" + UUID().uuidString, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in [("in", input), ("out", ""), ("err", "")] { try Data(text.utf8).write(to: folder.appending(path: name)) }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.currentDirectoryURL = folder
        process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: "in"))
        process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "out"))
        process.standardError = try FileHandle(forWritingTo: folder.appending(path: "err"))
        let (stream, end) = AsyncStream.makeStream(of: Void.self)
        process.terminationHandler = { _ in end.finish() }
        try process.run()
        self.process = process
        ended = Task { for await _ in stream {} }
    }

    var output: String { (try? String(contentsOf: folder.appending(path: "out"), encoding: .utf8)) ?? "" }
    var errors: String { (try? String(contentsOf: folder.appending(path: "err"), encoding: .utf8)) ?? "" }
    var isRunning: Bool { process.isRunning }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Waits until a condition holds for what it has said so far.
    func wait(_ what: String, within patience: Duration = .seconds(60), until holds: (Running) -> Bool) async throws {
        let end = ContinuousClock.now + patience
        while !holds(self) {
            guard ContinuousClock.now < end, isRunning else { throw TooSlow(description: "no \(what): \(output)\(errors)") }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    func end(within patience: Duration = .seconds(60)) async throws -> Command.Outcome {
        let watch = Task {
            try await Task.sleep(for: patience)
            signal(SIGKILL)
        }
        await ended.value
        watch.cancel()
        let bytes = (try? Data(contentsOf: folder.appending(path: "out"))).map(Array.init) ?? []
        return Command.Outcome(
            status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal, bytes: bytes, errors: errors
        )
    }
}
