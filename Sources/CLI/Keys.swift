import ArgumentParser
import Basics
import Foundation
import Server
import Store

/// `concord keys`: what only the keeper of the machine does with the keys.
struct Keys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Confirm the recovery key, exchange the node key, or bring it back.",
        subcommands: [Confirm.self, Rotate.self, Recover.self]
    )

    struct Confirm: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Prove that a copy of the recovery key is right; stops the warning.")

        @OptionGroup var options: SettingsOptions

        func run() async throws {
            try await options.withNode(.thatIsThere) { node in
                guard let recovery = try node.keyFolder.recovery() else { throw VaultRefused.noRecoveryKey }
                try await node.vault.confirmRecovery(recovery.ask(), at: node.clock.now())
                Terminal.say("The copy is right.")
            }
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Exchange the node key for a new one.", discussion: "Can be cut off anywhere and run again; nothing is lost."
        )

        @OptionGroup var options: SettingsOptions

        func run() async throws {
            try await options.withNode(.thatIsThere) { node in
                let moved = try await node.vault.rotateNodeKey()
                Terminal.say("The node key is exchanged; \(moved) keys were wrapped anew. Make a new backup of the keys.")
            }
        }
    }

    struct Recover: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bring the node key back with the recovery key, on a machine that lost it.")

        @OptionGroup var options: SettingsOptions

        @Option(help: "A backup of the keys (keys-….concord); without it, recovery.json in the keys folder is used.")
        var backup: String?

        func run() async throws {
            let settings = try await options.read()
            let folder = try KeyFolder(path: settings.keys.path(percentEncoded: false))
            if let backup {
                let secret = try Restoration.recovery(of: backup).ask()
                try await folder.recoverNodeKey(Restoration.nodeKey(in: backup, with: secret), with: secret)
            } else {
                guard let recovery = try folder.recovery() else { throw VaultRefused.noRecoveryKey }
                try await folder.recoverNodeKey(recovery, with: recovery.ask())
            }
            Terminal.say("The node key is back in \(settings.keys.path(percentEncoded: false)).")
        }
    }
}

extension Recovery {
    /// Asks the person for what this recovery key needs: a passphrase, or as many shares as are needed.
    func ask() -> RecoverySecret {
        switch method {
        case .passphrase: .passphrase(Terminal.askSecretly("Recovery key:"))
        case .shares(let threshold, _): .shares((1...threshold).map { Terminal.askSecretly("Share \($0) of \(threshold):") })
        }
    }
}
