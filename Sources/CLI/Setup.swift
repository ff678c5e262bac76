import Access
import ArgumentParser
import Basics
import Foundation
import Server
import Store

/// `concord setup`: makes a node without serving it: folder, database, keys, recovery key, shipped data.
struct Setup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a node: folder, database, keys, recovery key, shipped data.",
        discussion:
            "The recovery key is printed once and kept nowhere. Without a copy of it, losing the node key loses everything that is sealed."
    )

    @OptionGroup var options: SettingsOptions

    @Flag(help: "Split the recovery key into three shares, any two of which suffice.")
    var shares = false

    @Flag(help: "Make a new recovery key in place of the one before.")
    var renewRecovery = false

    func run() async throws {
        try await options.withNode { node in
            let progress = Progress("Loading the published statistics")
            try await node.loadShipped { progress.show($0) }
            Terminal.say("The node is ready in \(node.settings.data.path(percentEncoded: false)).")
            if try node.keyFolder.recovery() == nil || renewRecovery {
                let sheet = try await node.vault.makeRecovery(shares ? .twoOfThree : .passphrase(), at: node.clock.now())
                Terminal.say(
                    shares
                        ? "Give each of these shares to another person; any two open the node:"
                        : "Write this recovery key down and lock it away:")
                for secret in sheet.secrets { Terminal.say("  \(secret)") }
                Terminal.say("It is shown this once. Prove that your copy is right with “concord keys confirm”.")
            }
            if let link = try await node.firstAdministratorLink(at: node.settings.address) {
                Terminal.say("To make the first administrator, start “concord serve” within 15 minutes and open")
                Terminal.say(link)
            }
        }
    }
}
