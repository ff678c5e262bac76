import Administration
package import Basics
package import Fixtures
package import Foundation
package import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
package import Protection
package import Store
import Synchronization
import Vocabulary
package import Web
package import WebFixtures

@testable package import Access

/// A node of the invented country Examplia on a fresh database, with the branches of Protection that a story is about, and a clock
/// that it moves on. Every request goes through all that a real one goes through.
package struct CaseSite: Sendable {
    package let reception: Reception
    package let room: ProtectionRoom
    package let responder: SiteResponder
    package let database: any Database
    package let clock: MovingClock
    /// All that the node logs.
    let log: StoryLog
    /// A folder of the story's own.
    package let folder: URL

    package static let password = "four grey herons wade"
    package static let network = "198.51.100.0/24"

    /// A browser in which nobody is signed in.
    package func visitor() -> Visitor {
        let (responder, log) = (responder, log)
        return Visitor { method, uri, headers, body in
            var application = Application(responder: responder)
            application.logger = Logger(label: "story") { _ in log }
            let response = try await application.test(.router) { client in
                try await client.execute(uri: uri, method: method, headers: headers, body: ByteBuffer(bytes: body)) { $0 }
            }
            return Reply(
                path: uri, status: Int(response.status.code), headers: response.headers, body: Array(response.body.readableBytesView)
            )
        }
    }

    /// What a program sends: with a token, with a document, or with what a browser would have along.
    package func ask(
        _ method: HTTPRequest.Method, _ path: String, token: String? = nil, json: String? = nil, cookie: String? = nil, key: String? = nil
    ) async throws -> Reply {
        var headers: HTTPFields = [:]
        headers[.authorization] = token.map { "Bearer " + $0 }
        if json != nil { headers[.contentType] = "application/json" }
        headers[.cookie] = cookie
        if let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        let body = Array((json ?? "").utf8)
        var application = Application(responder: responder)
        let log = log
        application.logger = Logger(label: "story") { _ in log }
        let sent = headers
        let response = try await application.test(.router) { client in
            try await client.execute(uri: path, method: method, headers: sent, body: ByteBuffer(bytes: body)) { $0 }
        }
        return Reply(path: path, status: Int(response.status.code), headers: response.headers, body: Array(response.body.readableBytesView))
    }

    /// A token of the API, made as its owner makes one: on the page of their account.
    package func token(of player: CasePlayer, days: Int = 90) async throws -> String {
        try await player.visitor.open("/work/account")
        let page = try await player.visitor.fill("/work/account/tokens", ["token-name": "example importer", "lifetime": String(days)]).page
        return page.all("code").first { $0.attributes["id"] == "token" }?.text ?? ""
    }

    package func organisation(_ name: String, _ kind: Organisation.Kind = .ngo) async throws -> ID<Organisation> {
        let console = Actor.console(at: clock.now)
        let known = try await reception.organisations.list(holding: name, for: console).first { $0.organisation.name == name }
        if let known { return known.organisation.id }
        return try await reception.organisations.add(.init(kind: kind, name: name, country: nil), by: console)
    }

    /// Somebody active with roles, and a browser in which they are signed in with a second factor.
    package func person(_ name: String, roles: [String], in organisation: ID<Organisation>) async throws -> CasePlayer {
        let (id, link) = try await reception.accounts.invite(
            .init(
                organisation: organisation, signInName: name, displayName: name.capitalized + " Example",
                roles: roles.compactMap(RoleName.init(rawValue:))
            ),
            by: Actor.console(at: clock.now)
        )
        _ = try await reception.signIn.accept(link, password: Self.password, network: Self.network)
        return try await signIn(id)
    }

    /// A new session of somebody, as after a sign-in a moment ago.
    package func signIn(_ account: ID<Account>) async throws -> CasePlayer {
        let now = clock.now
        let session = try await database.write { tx in try Sessions.start(for: account, secondFactor: true, at: now, in: tx).secret }
        guard let actor = try await reception.sessions.actor(for: session) else { throw AccessRefused.signInNeeded }
        let visitor = visitor()
        await visitor.hold("concord", session.text)
        return CasePlayer(actor: actor, visitor: visitor)
    }

    /// Makes an organisation competent.
    package func name(_ organisation: ID<Organisation>, competentFor competence: Competence) async throws {
        let now = clock.now
        try await database.write { tx in
            try tx.run(
                """
                INSERT INTO competent_authority (organisation_id, competence, named_by, named_at)
                SELECT \(organisation), \(competence), id, \(now) FROM account ORDER BY id LIMIT 1
                """
            )
        }
    }

    /// Does what is due without anybody asking.
    package func runJobs() async throws -> (done: [String], failed: [String: String]) { try await reception.jobs.runDue() }
}

/// Somebody in a story: who they are to the gate, and their browser.
package struct CasePlayer: Sendable {
    package let actor: Actor
    package let visitor: Visitor
}

/// A clock that a story moves on.
package final class MovingClock: Sendable {
    private let time = Mutex(Databases.now)
    package var now: Instant { time.withLock { $0 } }
    package func pass(_ duration: Duration) { time.withLock { $0 = $0 + duration } }
}

extension DatabaseKind {
    /// Tells a story on a fresh node with these branches, and clears up.
    /// - Parameters:
    ///   - older: a version of the profile that the node was started with before.
    ///   - profile: the current version; Examplia's where it is not said.
    package func withCaseSite(
        _ branches: [ProtectionBranch] = [], after older: CountryProfile? = nil, under profile: CountryProfile? = nil,
        _ story: (CaseSite) async throws -> Void
    ) async throws {
        let all = [CoreBranch.branch] + branches
        try await withFolder { folder in
            try await withDatabase(StoreSchema.migrations + AccessSchema.migrations + all.flatMap(\.migrations)) { database in
                let (clock, log) = (MovingClock(), StoryLog())
                let wall = WallClock { clock.now }
                let share = Share(folder: CaseSiteFiles.root.appending(path: "share"))
                let keys = try SQLiteDatabase.inMemory()
                let vault = try await Vault.open(
                    try KeyFolder(path: folder.appendingPathComponent("keys").path), keys: keys,
                    node: try await database.nodeID(at: clock.now), at: clock.now
                )
                let stones = TombstoneLog(path: folder.appendingPathComponent("tombstones").path)
                let erasure = Erasure(
                    vault, database, log: stones, steps: [AccountErasure.step] + all.flatMap(\.erasure), keyBackupsLast: 30
                )
                if let older { _ = try await ProfileBook.keep(older, in: database, at: clock.now) }
                let room = try await ProtectionRoom(
                    gate: Gate(database: database, clock: wall), vault: vault, erasure: erasure,
                    profile: try profile ?? CaseSiteFiles.examplia(),
                    codebook: try Codebook.load(from: share), origin: "http://127.0.0.1:8080", share: share, branches: all
                )
                let reception = Reception(
                    database: database, clock: wall, roles: try RoleBook.load(from: share), rules: try PasswordRules.load(from: share),
                    vault: AccountVault(vault: vault, erasure: erasure, clock: wall), derivation: KeyDerivation(cost: 4),
                    head: AuditHeadFile(folder: folder), jobs: room.jobs
                )
                var routes = Routes()
                routes.addAdministration(
                    reception, countries: room.countries, origin: room.origin, today: TodayDesk(room)
                )
                routes.addRights(room.profile, share: share)
                routes.addProtection(room)
                let site = Site(
                    name: .data("Port Example"), menu: Menu(AdministrationMenu.entries + all.flatMap(\.menu)),
                    signIn: AdministrationAddress.signIn, signOut: AdministrationAddress.signOut, leaveTo: nil,
                    doorkeeper: Door(reception: reception), assets: AssetShelf(["concord.css": Array("body{}".utf8)]), reach: .loopback,
                    clock: wall, zone: room.profile.calendar.timeZone, formKey: Array(repeating: 7, count: 32),
                    log: Logger(label: "story") { _ in log }, banners: { [] }
                )
                let responder = try SiteResponder(site, routes)
                let told = CaseSite(
                    reception: reception, room: room, responder: responder, database: database, clock: clock, log: log, folder: folder)
                try await story(told)
                try await told.requireNothingInTheClear(log)
                try await keys.close()
            }
        }
    }
}

/// What stories need of the files of the project.
package enum CaseSiteFiles {
    package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    package static func examplia() throws -> CountryProfile {
        try CountryProfile.load(file: root.appending(path: "Profiles/examplia.yaml"))
    }
}

private struct Door: Doorkeeper {
    let reception: Reception

    func actor(session: String, at now: Instant) async throws -> Actor? {
        try await reception.sessions.actor(for: Secret(text: session))
    }

    func actor(token: String, at now: Instant) async throws -> Actor? {
        try await reception.tokens.actor(for: Secret(text: token))
    }

    func turnedAway(_ actor: Actor, from route: Route, at now: Instant) async throws {
        guard case .deed(let deed) = route.need else { return }
        try await reception.gate.recordTurnedAway(actor, from: deed, at: route.pattern.text)
    }
}

extension TodayDesk {
    /// What the branches of a room bring to the page where work begins.
    init(_ room: ProtectionRoom) {
        self.init(
            matter: { code, subject, _ in
                room.matter(code).map { matter in (matter.word, subject.flatMap { matter.address($0) }) }
            },
            codes: { visit, files in try await room.codes(of: files, for: visit) },
            sections: { visit in try await room.today(visit) }, places: room.branches.flatMap(\.menu)
        )
    }
}
