import Access
import Administration
import Basics
import Fixtures
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Store
import Synchronization
import Vocabulary

@testable import Web

/// A node's work pages on a fresh database, with a clock that a story moves on.
struct Office: Sendable {
    let reception: Reception
    let responder: SiteResponder
    let database: any Database
    let clock: OfficeClock

    static let origin = "http://127.0.0.1:8080"
    static let password = "four grey herons wade"
    static let network = "198.51.100.0/24"

    /// A browser that keeps its cookies.
    func browser() -> Browser { Browser(responder: responder) }

    /// Somebody active with roles, signed in, with a second factor.
    func person(_ name: String, roles: [String], in organisation: ID<Organisation>? = nil) async throws -> (
        id: ID<Account>, browser: Browser
    ) {
        let admin = try await console()
        let home: ID<Organisation>
        if let organisation { home = organisation } else { home = try await ministry() }
        let (id, link) = try await reception.accounts.invite(
            .init(
                organisation: home, signInName: name, displayName: name.capitalized, roles: roles.compactMap(RoleName.init(rawValue:))
            ),
            by: admin
        )
        guard case .session(let first) = try await reception.signIn.accept(link, password: Office.password, network: Office.network),
            let actor = try await reception.sessions.actor(for: first)
        else { throw AccessRefused.signInFailed }
        try await reception.signIn.beginSecondFactor(by: actor)
        guard let setup = try await reception.signIn.pendingSecondFactor(of: actor) else { throw AccountRefused.noSecondFactorPending }
        let code = TOTP.code(base32: setup.key, at: clock.now)
        let session = try await reception.signIn.confirmSecondFactor(code: code, by: actor, network: Office.network).session
        return (id, Browser(responder: responder, session: session.text))
    }

    /// Whoever has the machine; may do everything.
    func console() async throws -> Actor { Actor.console(at: clock.now) }

    func ministry() async throws -> ID<Organisation> {
        let known = try await reception.organisations.list(holding: "Ministry of Examplia", for: try await console()).first
        if let known { return known.organisation.id }
        return try await organisation("Ministry of Examplia", .ministry)
    }

    func organisation(_ name: String, _ kind: Organisation.Kind = .ngo) async throws -> ID<Organisation> {
        try await reception.organisations.add(.init(kind: kind, name: name, country: nil), by: try await console())
    }
}

/// A clock that a story moves on.
final class OfficeClock: Sendable {
    private let time = Mutex(Databases.now)
    var now: Instant { time.withLock { $0 } }
    func pass(_ duration: Duration) { time.withLock { $0 = $0 + duration } }
}

/// Tells a story in a fresh office, and clears up.
func withOffice(_ kind: DatabaseKind, provider: (any IdentityProvider)? = nil, _ story: (Office) async throws -> Void) async throws {
    try await withFolder { folder in
        try await kind.withDatabase(StoreSchema.migrations + AccessSchema.migrations) { database in
            let clock = OfficeClock()
            let wall = WallClock { clock.now }
            let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            let share = Share(folder: root.appending(path: "share"))
            let keys = try SQLiteDatabase.inMemory()
            let vault = try await Vault.open(
                try KeyFolder(path: folder.appendingPathComponent("keys").path), keys: keys, node: try await database.nodeID(at: clock.now),
                at: clock.now
            )
            let stones = TombstoneLog(path: folder.appendingPathComponent("tombstones").path)
            let erasure = Erasure(vault, database, log: stones, steps: [AccountErasure.step], keyBackupsLast: 30)
            let reception = Reception(
                database: database, clock: wall, roles: try RoleBook.load(from: share), rules: try PasswordRules.load(from: share),
                vault: AccountVault(vault: vault, erasure: erasure, clock: wall), derivation: KeyDerivation(cost: 4),
                head: AuditHeadFile(folder: folder), provider: provider
            )
            var routes = Routes()
            routes.addAdministration(reception, countries: try Codebook.load(from: share).countries, origin: Office.origin)
            let site = Site(
                name: .data("Port Example"), menu: Menu(AdministrationMenu.entries), signIn: AdministrationAddress.signIn,
                signOut: AdministrationAddress.signOut, leaveTo: nil, doorkeeper: OfficeDoor(reception: reception),
                assets: AssetShelf(["concord.css": Array("body{}".utf8)]), reach: .loopback, clock: wall,
                formKey: Array(repeating: 7, count: 32), log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, banners: { [] }
            )
            let responder = try SiteResponder(site, routes)
            try await story(Office(reception: reception, responder: responder, database: database, clock: clock))
            try await keys.close()
        }
    }
}

private struct OfficeDoor: Doorkeeper {
    let reception: Reception

    func actor(session: String, at now: Instant) async throws -> Actor? {
        try await reception.sessions.actor(for: Secret(text: session))
    }

    func turnedAway(_ actor: Actor, from route: Route, at now: Instant) async throws {
        guard case .deed(let deed) = route.need else { return }
        try await reception.gate.recordTurnedAway(actor, from: deed, at: route.pattern.text)
    }
}
