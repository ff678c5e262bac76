package import Access
package import Basics
package import Evidence
import Foundation
import Instruments
package import Logging
package import Protection
package import Store
import Tabular
package import Vocabulary

/// A node with everything it needs at hand: its database, keys, code lists, gate. Commands and the server stand on one.
package struct RunningNode: Sendable {
    package let settings: Settings
    package let clock: WallClock
    package let log: Logger
    package let location: DatabaseLocation
    package let database: any Database
    package let keys: any Database
    package let id: ID<Store.Node>
    package let keyFolder: KeyFolder
    package let vault: Vault
    package let codebook: Codebook
    package let roles: RoleBook
    package let gate: Gate
    /// People and their case files, by the rules of the country; `nil` on a node that was never given a profile.
    package let protection: ProtectionRoom?
    /// Whether accounts have sealed data that the keys it was sealed with are no longer there for: new keys had to be made.
    package let hasLostKeys: Bool
    /// Whether it holds invented people only.
    package let isDemonstration: Bool

    /// Every step of the schema, the store's own first.
    package static let migrations: [Migration] =
        StoreSchema.migrations + AccessSchema.migrations + InstrumentsSchema.migrations + EvidenceSchema.migrations
        + ProtectionBranches.all.flatMap(\.migrations) + CaseRecordFeed.migrations

    /// Opens a node, or makes one: folder, database, keys. Loads nothing yet.
    /// - Throws: whatever stands in the way, in words: a newer database, a lost key, a full disk.
    package static func open(_ settings: Settings, clock: WallClock, log: Logger) async throws -> RunningNode {
        let now = clock.now()
        let codebook = try Codebook.load(from: settings.share)
        let roles = try RoleBook.load(from: settings.share)
        let given = try settings.profile.map { try CountryProfile.load(file: $0) }
        try makeFolder(settings.data)
        let location = try DatabaseLocation(url: settings.database, folder: settings.data.path(percentEncoded: false))
        let database = try await location.open()
        do {
            try await database.migrate(migrations, at: now)
            let id = try await database.nodeID(at: now)
            let folder = try KeyFolder(path: settings.keys.path(percentEncoded: false))
            let keys = try await location.keys.open()
            let isOld = try await database.read { tx in
                try tx.exists("SELECT 1 FROM account_contact") || tx.exists("SELECT 1 FROM second_factor")
            }
            let hadKeys = try await keys.holdsKeys(at: now)
            let vault = try await Vault.open(folder, keys: keys, node: id, at: now)
            // An erasure that was cut off is completed before anybody is served.
            let erasure = Erasure(
                vault, database, log: TombstoneLog(path: settings.tombstonePath), steps: erasureSteps,
                keyBackupsLast: settings.keyBackupsLast
            )
            try await erasure.finish()
            let gate = Gate(database: database, clock: clock)
            // A node that had a profile once goes on with it, so that its files don't disappear with a forgotten setting.
            let protection: ProtectionRoom? =
                if let profile = try await newest(given, in: database) {
                    try await ProtectionRoom(
                        gate: gate, vault: vault, erasure: erasure, profile: profile, codebook: codebook, origin: settings.address,
                        share: settings.share, branches: ProtectionBranches.all
                    )
                } else { nil }
            return RunningNode(
                settings: settings, clock: clock, log: log, location: location, database: database, keys: keys, id: id,
                keyFolder: folder, vault: vault, codebook: codebook, roles: roles, gate: gate, protection: protection,
                hasLostKeys: isOld && !hadKeys, isDemonstration: try await database.read { tx in try Demonstration.isMarked(in: tx) }
            )
        } catch {
            try? await database.close()
            throw error
        }
    }

    private static func newest(_ given: CountryProfile?, in database: any Database) async throws -> CountryProfile? {
        if let given { given } else { try await ProfileBook.latest(in: database) }
    }

    /// Brings in what ships with the program: treaties, commitments, and on an empty database the published statistics.
    /// - Parameter progress: told how much of the statistics is read, from 0 to 1.
    package func loadShipped(progress: @escaping @Sendable (Double) -> Void = { _ in }) async throws {
        try await InstrumentsLibrary(reading: settings.share).load(into: database, at: clock.now())
        try await importer.loadShipped(from: settings.share) { progress($0.part) }
    }

    /// Brings files of figures in, and holds refused rows back.
    package var importer: Importer {
        get throws {
            Importer(gate: gate, codebook: codebook, sources: try SourceBook.load(from: settings.share), vault: vault)
        }
    }

    package func close() async throws {
        try await database.close()
        try await keys.close()
    }

    /// The copy of the audit chain's head, outside the database.
    package var auditHead: AuditHeadFile { AuditHeadFile(folder: settings.data) }

    package var auditTrail: AuditTrail { AuditTrail(gate: gate, head: auditHead) }

    package var statistics: Statistics { Statistics(database: database, countries: codebook.countries) }

    private static func makeFolder(_ folder: URL) throws {
        let path = folder.path(percentEncoded: false)
        guard !FileManager.default.fileExists(atPath: path) else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]
            )
        } catch { throw StoreRefused.readOnly(path: path) }
    }
}

extension RunningNode {
    /// The list of those erased, which a restore obeys.
    package var tombstonePath: String { settings.tombstonePath }

    /// How a backup of this program is brought back: every session ended, everybody erased again who was.
    package static let restoration = Restoration(migrations: migrations, steps: erasureSteps) { tx in
        try tx.run("UPDATE session SET ended_at = started_at WHERE ended_at IS NULL")
    }

    /// Brings the schema up to date and does nothing else.
    /// - Returns: the names of the steps that were run.
    package static func migrate(_ settings: Settings, clock: WallClock) async throws -> [String] {
        try makeFolder(settings.data)
        let database = try await DatabaseLocation(url: settings.database, folder: settings.data.path(percentEncoded: false)).open()
        do {
            let steps = try await database.migrate(migrations, at: clock.now())
            try await database.close()
            return steps
        } catch {
            try? await database.close()
            throw error
        }
    }
}

extension Settings {
    /// The list of those erased: in the data folder, outside the database.
    package var tombstonePath: String { data.appending(path: "tombstones").path(percentEncoded: false) }
}
