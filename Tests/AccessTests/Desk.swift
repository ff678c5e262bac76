import Basics
import Fixtures
import Foundation
import Store
import Synchronization

@testable import Access

/// A clock that a story moves on.
final class StoryClock: Sendable {
    private let time = Mutex(Databases.now)

    var now: Instant { time.withLock { $0 } }
    func pass(_ duration: Duration) { time.withLock { $0 = $0 + duration } }
    var wall: WallClock { WallClock { self.now } }
}

/// A whole reception on a fresh database, with one administrator: Amina of the invented ministry of Examplia.
struct Desk: Sendable {
    let reception: Reception
    let database: any Database
    let keys: any Database
    let clock: StoryClock
    let folder: URL
    let amina: Actor
    let ministry: ID<Organisation>

    static let network = "198.51.100.0/24"
    static let password = "four grey herons wade"

    var signIn: SignIn { reception.signIn }

    /// Somebody active, with a password and roles.
    func person(_ name: String, roles: [String], in organisation: ID<Organisation>? = nil) async throws -> (
        id: ID<Account>, session: Secret
    ) {
        let (id, link) = try await reception.accounts.invite(
            .init(
                organisation: organisation ?? ministry, signInName: name, displayName: name.capitalized,
                roles: roles.compactMap(RoleName.init(rawValue:))
            ),
            by: amina
        )
        guard case .session(let secret) = try await signIn.accept(link, password: Desk.password, network: Desk.network) else {
            throw AccessRefused.signInFailed
        }
        return (id, secret)
    }

    func actor(_ secret: Secret) async throws -> Actor {
        guard let actor = try await reception.sessions.actor(for: secret) else { throw AccessRefused.signInNeeded }
        return actor
    }

    func organisation(_ name: String, _ kind: Organisation.Kind = .ngo) async throws -> ID<Organisation> {
        try await reception.organisations.add(.init(kind: kind, name: name, country: nil), by: amina)
    }

    /// Sets up a second factor and gives its secret, the recovery codes and the new session.
    func secondFactor(for actor: Actor) async throws -> (key: [UInt8], codes: [String], session: Secret) {
        try await signIn.beginSecondFactor(by: actor)
        guard let setup = try await signIn.pendingSecondFactor(of: actor) else { throw AccountRefused.noSecondFactorPending }
        let key = base32(setup.key)
        let done = try await signIn.confirmSecondFactor(code: code(key), by: actor, network: Desk.network)
        return (key, done.codes, done.session)
    }

    func code(_ key: [UInt8]) -> String { TimeCode.code(secret: key, step: TimeCode.step(at: clock.now)) }

    func auditRows(_ deed: String) async throws -> [(outcome: String, detail: String?)] {
        try await database.read { tx in
            try tx.rows("SELECT outcome, detail FROM audit_row WHERE deed = \(deed) ORDER BY id") { ($0.text(0), $0.optionalText(1)) }
        }
    }
}

/// Tells a story at a fresh reception, and clears up.
func withDesk(_ kind: DatabaseKind, cost: Int = 4, places: Int = 16, _ story: (Desk) async throws -> Void) async throws {
    try await withFolder { folder in
        try await kind.withDatabase(StoreSchema.migrations + AccessSchema.migrations) { database in
            let clock = StoryClock()
            let keys = try SQLiteDatabase.inMemory()
            let node = try await database.nodeID(at: clock.now)
            let vault = try await Vault.open(
                try KeyFolder(path: folder.appendingPathComponent("keys").path), keys: keys, node: node, at: clock.now
            )
            let log = TombstoneLog(path: folder.appendingPathComponent("tombstones").path)
            let erasure = Erasure(vault, database, log: log, steps: [AccountErasure.step], keyBackupsLast: 30)
            let reception = Reception(
                database: database, clock: clock.wall, roles: try Shipped.roles(), rules: try Shipped.rules(),
                vault: AccountVault(vault: vault, erasure: erasure, clock: clock.wall),
                derivation: KeyDerivation(cost: cost, places: places), head: AuditHeadFile(folder: folder)
            )
            guard let link = try await FirstAdministrator.link(in: database, roles: reception.roles, at: clock.now) else {
                throw AccountRefused.setUpAlready
            }
            let secret = try await reception.signIn.begin(
                .init(
                    organisation: .init(kind: .ministry, name: "Ministry of Examplia", country: nil), signInName: "amina",
                    displayName: "Amina Example"
                ),
                link: link, password: Desk.password, network: Desk.network
            )
            guard let found = try await reception.sessions.actor(for: secret) else { throw AccessRefused.signInNeeded }
            // The stories are not about Amina's second factor: she has one.
            let amina = Actor(
                account: found.account, organisation: found.organisation, displayName: found.displayName, grants: found.grants,
                session: found.session, hasSecondFactor: true, provedAt: found.provedAt
            )
            let desk = Desk(
                reception: reception, database: database, keys: keys, clock: clock, folder: folder, amina: amina,
                ministry: found.organisation
            )
            try await story(desk)
            try await keys.close()
        }
    }
}

/// The files that ship with the program.
enum Shipped {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static var share: Share { Share(folder: root.appending(path: "share")) }
    static func roles() throws -> RoleBook { try RoleBook.load(from: share) }
    static func rules() throws -> PasswordRules { try PasswordRules.load(from: share) }
}

/// Reads base 32, as an authenticator app does.
func base32(_ text: String) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var bytes: [UInt8] = []
    var buffer = 0
    var bits = 0
    for letter in text {
        buffer = buffer << 5 | (alphabet.firstIndex(of: letter) ?? 0)
        bits += 5
        if bits >= 8 {
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
        }
    }
    return bytes
}

extension RoleBook {
    func named(_ name: String) -> Role? { roles.first { $0.name.rawValue == name } }
}
