import ArgumentParser
import Basics
import Foundation
import Server
import Store

/// `concord backup`: one encrypted file of the node and one of its keys, while it serves.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write an encrypted backup, while the node serves.",
        discussion: """
            Writes concord-….concord (everything but the keys) and keys-….concord (the keys) into the folder; keep the two apart. Only the \
            recovery key opens them. Backups of the keys that are older than the set number of days are deleted, so that erasures become complete.
            """
    )

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The folder to write to.")
    var folder: String

    @Flag(help: "Print what was written as JSON.")
    var json = false

    func run() async throws {
        try await options.withNode(.thatIsThere) { node in
            let now = node.clock.now()
            let log = TombstoneLog(path: node.tombstonePath)
            do {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            } catch { throw StoreRefused.readOnly(path: folder) }
            let expired = try Store.Backup.expire(in: folder, after: node.settings.keyBackupsLast, at: now)
            var written: [Written] = []
            for (kind, database) in [(BackupKind.node, node.database), (.keys, node.keys)] {
                let path = (folder as NSString).appendingPathComponent(Store.Backup.fileName(kind, at: now))
                let summary = try await Store.Backup.write(
                    kind, from: database, to: path, node: node.id, recovery: try node.keyFolder.recovery(), log: log, at: now
                )
                written.append(Written(file: path, tables: summary.tables, rows: summary.rows))
            }
            if json { return try Terminal.sayJSON(["written": written]) }
            for file in written { Terminal.say("\(file.file): \(file.rows) rows of \(file.tables) tables, encrypted") }
            for name in expired { Terminal.say("\(name): deleted, it was older than \(node.settings.keyBackupsLast) days") }
        }
    }

    private struct Written: Encodable {
        let file: String
        let tables: Int
        let rows: Int
    }
}

/// `concord restore`: brings a backup into an empty database of either kind.
struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Restore a backup into an empty database, SQLite or PostgreSQL.",
        discussion: """
            Restore the keys file first, then the node file. People who were erased after the backup was made are erased again, by the \
            list “tombstones” in the data folder: copy it there. Every row is read back and compared before anything is kept.
            """
    )

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The backup: concord-….concord or keys-….concord.")
    var file: String

    @Option(help: "Restore although the list of erasures is lost; the reason is recorded.")
    var withoutTombstones: String?

    func run() async throws {
        let settings = try await options.read()
        let now = WallClock.system.now()
        let location = try DatabaseLocation(url: settings.database, folder: settings.data.path(percentEncoded: false))
        let secret = try Restoration.recovery(of: file).ask()
        let policy: TombstonePolicy =
            withoutTombstones.map { .override(reason: $0) } ?? .apply(TombstoneLog(path: settings.tombstonePath))
        let isKeys = (file as NSString).lastPathComponent.hasPrefix("keys-")
        let restoration = isKeys ? Restoration.keys : RunningNode.restoration
        let (summary, recovery) = try await restoration.restore(
            isKeys ? .keys : .node, from: file, with: secret, into: isKeys ? location.keys : location, tombstones: policy, at: now
        )
        if let recovery {
            try await KeyFolder(path: settings.keys.path(percentEncoded: false)).recoverNodeKey(recovery, with: secret)
            Terminal.say("The node key is back in \(settings.keys.path(percentEncoded: false)).")
        }
        Terminal.say(
            "Restored \(summary.rows) rows of \(summary.tables) tables from the backup of \(summary.madeAt.iso), each read back and compared."
        )
    }
}
