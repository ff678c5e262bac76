import Access
import Basics
import Evidence
import Fixtures
import Foundation
import Store
import Tabular
import Vocabulary

/// What a test of Evidence stands on: the shipped data, a clock held still, a gate.
enum EvidenceNode {
    static let share = Share(
        folder: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "share")
    )
    static let codebook = Result { try Codebook.load(from: share) }
    static let migrations = AccessSchema.migrations + EvidenceSchema.migrations
    static let console = Actor.console(at: Databases.now)

    static func importer(_ database: any Database, vault: Vault? = nil) throws -> Importer {
        Importer(
            gate: Gate(database: database, clock: .stopped(at: Databases.now)), codebook: try codebook.get(),
            sources: try SourceBook.load(from: share), vault: vault
        )
    }

    static func statistics(_ database: any Database) throws -> Statistics {
        Statistics(database: database, countries: try codebook.get().countries)
    }

    static var glotipPath: String { share.url("glotip/glotip_full.csv").path(percentEncoded: false) }

    static var quarantinePath: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/Files/glotip_quarantine.csv").path(percentEncoded: false)
    }

    /// UNODC's file in a SQLite database, imported once for all tests that only read.
    static let glotip = Task { () throws -> (database: any Database, report: ImportReport) in
        let database = try SQLiteDatabase.inMemory()
        try await database.migrate(migrations, at: Databases.now)
        let report = try await importer(database).run(.file(path: glotipPath), mapping: "glotip", for: console)
        return (database, report)
    }

    /// A small file of statistics in the layout of UNODC's.
    static func table(_ rows: [String], header: String = "alpha3,indicator,dimension,category,sex,age,year,value") -> TableInput {
        .bytes(Array(([header] + rows).joined(separator: "\r\n").utf8) + [0x0D, 0x0A], name: "trial.csv")
    }
}
