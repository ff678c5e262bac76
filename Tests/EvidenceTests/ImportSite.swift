import Access
import Basics
import Fixtures
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Store
import Vocabulary

@testable import Evidence
@testable import Web

/// The work on imports alone, as people reach it. Amina and Bilal are invented.
struct ImportSite {
    let responder: SiteResponder
    let database: any Database
    let vault: Vault

    static let amina = person("Amina")
    static let bilal = person("Bilal")

    init(_ database: any Database, _ vault: Vault, at now: Instant = Databases.now) throws {
        (self.database, self.vault) = (database, vault)
        let site = Site(
            name: .data("Port Example"), menu: Menu([Menu.Entry(.importsMenu, ImportAddress.imports)]), signIn: ImportAddress.imports,
            signOut: ImportAddress.imports, doorkeeper: ImportDoor(), assets: AssetShelf(["concord.css": Array("body{}".utf8)]),
            reach: .loopback, clock: .stopped(at: now), formKey: Array(repeating: 7, count: 32), log: Self.log
        )
        var routes = Routes()
        routes.addImports(ImportRoom(importer: try EvidenceNode.importer(database, vault: vault), vault: vault))
        responder = try SiteResponder(site, routes)
    }

    func get(_ uri: String, as session: String = "amina") async throws -> TestResponse {
        try await run { try await $0.execute(uri: uri, method: .get, headers: [.cookie: "concord=\(session)"]) { $0 } }
    }

    /// Sends a form, sealed as the person's forms are.
    func post(
        _ uri: String, _ fields: [String: String] = [:], file: String? = nil, as session: String = "amina", once: String = FormSeal.random()
    ) async throws -> TestResponse {
        let seal = FormSeal(key: responder.formKey, session: session).token
        var body = ""
        for (name, value) in fields.merging([FormSeal.field: seal, FormSeal.onceField: once], uniquingKeysWith: { first, _ in first }) {
            body += "--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        if let file {
            body +=
                "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"figures.csv\"\r\nContent-Type: text/csv\r\n\r\n\(file)\r\n"
        }
        body += "--edge--\r\n"
        let text = body
        let headers: HTTPFields = [.cookie: "concord=\(session)", .contentType: "multipart/form-data; boundary=edge"]
        return try await run { try await $0.execute(uri: uri, method: .post, headers: headers, body: ByteBuffer(string: text)) { $0 } }
    }

    /// Uploads a file and gives the address of what its trial found.
    func upload(
        _ rows: [String], mapping: String = "glotip", scope: String = "addition", as session: String = "amina"
    ) async throws -> String {
        let answer = try await post(
            "/work/imports/new", ["mapping": mapping, "scope": scope], file: rows.joined(separator: "\r\n") + "\r\n", as: session
        )
        return answer.headers[.location] ?? "none: \(answer.status) \(answer.text)"
    }

    func count(_ sql: SQL) async throws -> Int { try await database.read { try $0.count(sql) } }

    private func run(_ test: @Sendable (any TestClientProtocol) async throws -> TestResponse) async throws -> TestResponse {
        var application = Application(responder: responder)
        application.logger = Self.log
        return try await application.test(.router) { client in try await test(client) }
    }

    private static let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private static func person(_ name: String) -> Actor {
        Actor(
            account: .new(at: Databases.now), organisation: .new(at: Databases.now), displayName: name,
            grants: [.importStatistics: .node, .readQuarantine: .node, .releaseQuarantine: .node], session: .new(at: Databases.now),
            hasSecondFactor: true, provedAt: Databases.now
        )
    }
}

private struct ImportDoor: Doorkeeper {
    func actor(session: String, at now: Instant) async throws -> Actor? {
        switch session {
        case "amina": ImportSite.amina
        case "bilal": ImportSite.bilal
        default: nil
        }
    }

    func turnedAway(_ actor: Actor, from route: Route, at now: Instant) async throws {}
}

extension TestResponse {
    var text: String { String(buffer: body) }
}
