import Access
import ArgumentParser
import Basics
import Examplia
import Foundation
import Protection
import Server

/// `concord demo`: Examplia, an invented country, to try the program with.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a demonstration: an invented country with its people, its files and three years behind it.",
        discussion:
            "Takes an empty folder and marks its database for ever: a banner stands on every page. Serve it with “concord serve”, and enter with “concord demo link ROLE”.",
        subcommands: [Make.self, Link.self, RoleList.self], defaultSubcommand: Make.self
    )

    struct Make: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make the demonstration in an empty folder (default: demo).")

        @OptionGroup var options: SettingsOptions

        @Option(help: "The same number makes the same demonstration.")
        var seed = 1

        @Option(help: "How many case files. Above 400 the rest is made in bulk, for benchmarks.")
        var cases = 400

        func run() async throws {
            var settings = try await options.read()
            if options.data == nil { settings.data = URL(filePath: "demo", directoryHint: .isDirectory).absoluteURL }
            if settings.profile == nil { settings.profile = settings.share.url("profiles/examplia.yaml") }
            let clock = SteppingClock(at: WallClock.system.now())
            let node = try await RunningNode.open(settings, clock: clock.wall, log: SettingsOptions.logger(settings.logLevel))
            do {
                let loading = Progress("Loading the published statistics")
                try await node.loadShipped { loading.show($0) }
                let making = Progress("Making Examplia")
                try await ExampliaStory(node: node, clock: clock).tell(cases: cases, seed: seed) { making.show($0) }
                try await node.close()
            } catch {
                try? await node.close()
                throw error
            }
            let folder = settings.data.path(percentEncoded: false)
            Terminal.say("Examplia is ready in \(folder): \(cases) case files, all invented.")
            Terminal.say("Serve it:  concord serve --data \(folder)")
            Terminal.say("Enter it:  concord demo link case-worker --data \(folder)")
        }
    }

    struct Link: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a one-time link by which you enter as somebody with a role; good for half an hour.")

        @OptionGroup var options: SettingsOptions

        @Argument(help: "A role, such as case-worker; “concord demo roles” lists them.")
        var role: String

        @Option(help: "A part of the name of the organisation to work for, such as “border” (default: any).")
        var of = ""

        @Option(help: "The port that the demonstration is served on (default: 8080).")
        var port: Int?

        func run() async throws {
            guard let name = RoleName(rawValue: role) else {
                throw ValidationError("“\(role)” is no role. “concord demo roles” lists them.")
            }
            try await options.withDemonstration(port: port) { node in
                let link = try await Demonstration.link(as: name, of: of, in: node.database, at: node.clock.now())
                Terminal.say(node.demonstrationAddress(link))
            }
        }
    }

    struct RoleList: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "roles", abstract: "List the roles that somebody in the demonstration has.")

        @OptionGroup var options: SettingsOptions

        func run() async throws {
            try await options.withDemonstration(port: nil) { node in
                for role in try await node.demonstrationRoles() { Terminal.say("\(role.name)  \(role.title)") }
            }
        }
    }
}

extension SettingsOptions {
    /// A demonstration is looked for in `demo` unless another folder is named.
    fileprivate func withDemonstration(port: Int?, _ body: (RunningNode) async throws -> Void) async throws {
        var settings = try await read(port: port)
        if data == nil { settings.data = URL(filePath: "demo", directoryHint: .isDirectory).absoluteURL }
        let node = try await RunningNode.open(settings, clock: .system, log: SettingsOptions.logger(settings.logLevel))
        do {
            try await body(node)
            try await node.close()
        } catch {
            try? await node.close()
            throw error
        }
    }
}
