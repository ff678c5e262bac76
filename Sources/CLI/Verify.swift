import Access
import ArgumentParser
import Basics
import Server

/// `concord verify`: checks the audit chain.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the audit chain, row by row.",
        discussion: "Leaves with 1 and names the first row that was changed, removed or slipped in."
    )

    @OptionGroup var options: SettingsOptions

    @Flag(help: "Print the findings as JSON.")
    var json = false

    func run() async throws {
        let found = try await options.withNode(.thatIsThere) { node in try await node.auditTrail.verify() }
        if json {
            try Terminal.sayJSON(Finding(whole: found.isWhole, links: found.links, unsealed: found.unsealed, sentences: found.sentences))
        } else {
            for sentence in found.sentences { Terminal.say(sentence) }
        }
        if !found.isWhole { throw ExitCode(1) }
    }

    private struct Finding: Encodable {
        let whole: Bool
        let links: Int
        let unsealed: Int
        let sentences: [String]
    }
}

/// `concord migrate`: brings the database up to this program's schema.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring the database up to this program’s schema.",
        discussion: "Every command does this when it opens the node; this one does nothing else, and says which steps were run."
    )

    @OptionGroup var options: SettingsOptions

    @Flag(help: "Print the steps as JSON.")
    var json = false

    func run() async throws {
        let steps = try await RunningNode.migrate(try await options.read(), clock: .system)
        if json { return try Terminal.sayJSON(["steps": steps]) }
        Terminal.say(steps.isEmpty ? "The database is up to date." : "\(steps.count) steps were run:")
        for step in steps { Terminal.say("  \(step)") }
    }
}
