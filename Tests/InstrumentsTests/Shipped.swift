import Access
import Basics
import Fixtures
import Foundation
import Store
import Vocabulary
import Web

@testable import Instruments

/// The data files of the checkout, read once for all tests of this context.
enum Shipped {
    static let share = Share(folder: URL(filePath: #filePath).appending(path: "../../../share").standardizedFileURL)
    static let codebook = Result { try Codebook.load(from: share) }
    static let library = Result { try InstrumentsLibrary(reading: share) }
    static let shapes = Result { try WorldShapes(share) }

    static let migrations = StoreSchema.migrations + AccessSchema.migrations + InstrumentsSchema.migrations

    /// A database with everything that ships loaded into it.
    static func withDatabase(_ kind: DatabaseKind, _ body: (any Database) async throws -> Void) async throws {
        try await kind.withDatabase(migrations) { database in
            try await library.get().load(into: database, at: Databases.now)
            try await body(database)
        }
    }

    static func room(_ database: any Database) throws -> InstrumentsRoom {
        InstrumentsRoom(
            gate: Gate(database: database, clock: .stopped(at: Databases.now)), vocabulary: try codebook.get(), shapes: try shapes.get()
        )
    }

    /// Amina keeps the register; she is invented.
    static func amina(_ grants: [Deed: Scope] = [.importTreatyStatus: .node, .linkCommitments: .node]) -> Actor {
        Actor(
            account: .new(at: Databases.now), organisation: .new(at: Databases.now), displayName: "Amina", grants: grants,
            session: .new(at: Databases.now), hasSecondFactor: true, provedAt: Databases.now
        )
    }
}
