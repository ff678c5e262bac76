import Access
import Basics
import Foundation
import HTTPTypes
import Hummingbird
import JWTKit
import Logging
import NIOCore
import OpenIDConnect

/// The sign-in of the invented country Port Example: a provider on loopback that can be told to lie.
struct PortExampleSignIn: Sendable {
    let issuer: String
    let desk: Desk

    static let now = Instant(microseconds: 1_795_251_600_000_000)
    static let client = "concord"
    static let secret = "a secret of +two words"
    static let returning = "https://concord.example.org/sign-in/provider/return"

    /// The provider as the node sees it.
    func provider(at now: Instant = Self.now, hosts: [String] = []) throws -> OpenIDProvider {
        OpenIDProvider(
            try ProviderSettings(name: "Port Example", issuer: issuer, clientID: Self.client, clientSecret: Self.secret, hosts: hosts),
            clock: .stopped(at: now), log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, patience: 120
        )
    }

    /// Runs it as long as the story lasts.
    @discardableResult
    static func open<Value: Sendable>(
        _ lies: Lies = Lies(), _ story: @escaping @Sendable (PortExampleSignIn) async throws -> Value
    ) async throws -> Value {
        let desk = try await Desk(lies)
        let (ports, told) = AsyncStream<Int>.makeStream()
        let app = Application(
            router: router(desk), configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                told.yield(channel.localAddress?.port ?? 0)
                told.finish()
            },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await app.run() }
            var port = 0
            for await told in ports { port = told }
            let issuer = "http://127.0.0.1:\(port)"
            await desk.settle(issuer)
            defer { group.cancelAll() }
            return try await story(PortExampleSignIn(issuer: issuer, desk: desk))
        }
    }

    private static func router(_ desk: Desk) -> Router<BasicRequestContext> {
        let router = Router()
        router.get("/.well-known/openid-configuration") { _, _ in await desk.document() }
        router.get("/keys") { _, _ in await desk.keySet() }
        router.get("/elsewhere") { _, _ in Response(status: .found, headers: [.location: "/keys"]) }
        router.post("/token") { request, _ in
            let body = try await request.body.collect(upTo: 65_536)
            return await desk.token(form: String(buffer: body), authorization: request.headers[.authorization])
        }
        return router
    }
}

/// What the provider does otherwise than it should.
struct Lies: Sendable {
    /// Changes what the token says before it is signed.
    var claims: @Sendable (inout TokenClaims) -> Void = { _ in }
    /// Signs with a key that is not in the set, under the name of one that is.
    var forges = false
    /// Signs by shared key, with the public key set as the secret.
    var signsByHMAC = false
    /// Changes the description of itself.
    var document: @Sendable (inout [String: String]) -> Void = { _ in }
    /// Signs with an RSA key in place of an elliptic one.
    var usesRSA = false
    /// What the token endpoint answers in place of a token.
    var tokenStatus: HTTPResponse.Status?
    /// How many bytes of blank the key set begins with.
    var padding = 0
}
