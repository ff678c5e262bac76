import Access
import Basics
import Fixtures
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Store
import Testing
import Vocabulary

@testable import Instruments
@testable import Web

/// The pages of this context alone, as visitors reach them.
struct RegisterSite {
    let responder: SiteResponder

    init(_ database: any Database) throws {
        let site = Site(
            name: .data("Port Example"), menu: Menu([Menu.Entry(.instrumentsTitle, InstrumentsAddress.list)]),
            signIn: InstrumentsAddress.list, signOut: InstrumentsAddress.list, doorkeeper: AminasDoor(),
            assets: AssetShelf(["concord.css": Array("body{}".utf8)]), reach: .loopback, clock: .stopped(at: Databases.now),
            formKey: Array(repeating: 7, count: 32), log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        var routes = Routes()
        routes.addInstruments(try Shipped.room(database))
        responder = try SiteResponder(site, routes)
    }

    func get(_ uri: String, as session: String? = nil) async throws -> TestResponse {
        try await run { try await $0.execute(uri: uri, method: .get, headers: headers(session)) { $0 } }
    }

    /// Sends a form as Amina, sealed as her forms are.
    func post(_ uri: String, _ fields: [String: String], file: String? = nil) async throws -> TestResponse {
        let seal = FormSeal(key: responder.formKey, session: "amina").token
        let all = fields.merging([FormSeal.field: seal, FormSeal.onceField: FormSeal.random()]) { first, _ in first }
        var body = ""
        for (name, value) in all { body += "--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n" }
        if let file {
            body +=
                "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\nContent-Type: text/csv\r\n\r\n\(file)\r\n"
        }
        body += "--edge--\r\n"
        var headers = headers("amina")
        headers[.contentType] = "multipart/form-data; boundary=edge"
        let (sent, text) = (headers, body)
        return try await run { try await $0.execute(uri: uri, method: .post, headers: sent, body: ByteBuffer(string: text)) { $0 } }
    }

    private func headers(_ session: String?) -> HTTPFields {
        var headers: HTTPFields = [:]
        if let session { headers[.cookie] = "concord=\(session)" }
        return headers
    }

    private func run(_ test: @Sendable (any TestClientProtocol) async throws -> TestResponse) async throws -> TestResponse {
        var application = Application(responder: responder)
        application.logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        return try await application.test(.router) { client in try await test(client) }
    }
}

private struct AminasDoor: Doorkeeper {
    func actor(session: String, at now: Instant) async throws -> Actor? { session == "amina" ? Shipped.amina() : nil }
    func turnedAway(_ actor: Actor, from route: Route, at now: Instant) async throws {}
}

extension TestResponse {
    var text: String { String(buffer: body) }
}
