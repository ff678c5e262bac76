import Access
import Basics
import Foundation
import HTTPTypes
import OpenIDConnect
import Testing

@Suite struct `The way back from a provider` {
    private static let returning = PortExampleSignIn.returning
    private static let now = PortExampleSignIn.now

    @Test func `belongs to the browser that began`() async throws {
        try await PortExampleSignIn.open { port in
            let provider = try port.provider()
            let mine = try await provider.begin(returning: Self.returning, fresh: false)
            let other = try await provider.begin(returning: Self.returning, fresh: false)
            let back = await port.desk.consent(to: mine.address)
            let cookies = [
                nil, "", "nonsense", other.cookie, String(mine.cookie.dropLast()),
                (mine.cookie.hasPrefix("A") ? "B" : "A") + mine.cookie.dropFirst(),
            ]
            for cookie in cookies {
                await #expect(throws: ProviderRefused.notBegunHere) {
                    try await provider.finish(cookie: cookie, state: back.state, code: back.code, returning: Self.returning, at: Self.now)
                }
            }
            await #expect(throws: ProviderRefused.notBegunHere) {
                try await provider.finish(
                    cookie: mine.cookie, state: back.state, code: back.code, returning: Self.returning + "/other", at: Self.now
                )
            }
        }
    }

    @Test func `can be taken once`() async throws {
        try await PortExampleSignIn.open { port in
            let provider = try port.provider()
            let journey = try await provider.begin(returning: Self.returning, fresh: false)
            let back = await port.desk.consent(to: journey.address)
            _ = try await provider.finish(
                cookie: journey.cookie, state: back.state, code: back.code, returning: Self.returning, at: Self.now)
            await #expect(throws: ProviderRefused.notBegunHere) {
                try await provider.finish(
                    cookie: journey.cookie, state: back.state, code: back.code, returning: Self.returning, at: Self.now)
            }
        }
    }

    @Test func `can be taken once in another process too, for the provider's code serves once`() async throws {
        try await PortExampleSignIn.open { port in
            let journey = try await port.provider().begin(returning: Self.returning, fresh: false)
            let back = await port.desk.consent(to: journey.address)
            // Each of these is a process of its own that knows nothing of the other but the secret.
            _ = try await port.provider().finish(
                cookie: journey.cookie, state: back.state, code: back.code, returning: Self.returning, at: Self.now
            )
            let second = try port.provider()
            await #expect(throws: ProviderRefused.notBelieved) {
                try await second.finish(cookie: journey.cookie, state: back.state, code: back.code, returning: Self.returning, at: Self.now)
            }
        }
    }

    @Test func `is open for ten minutes`() async throws {
        try await PortExampleSignIn.open { port in
            let provider = try port.provider()
            let journey = try await provider.begin(returning: Self.returning, fresh: false)
            let back = await port.desk.consent(to: journey.address)
            await #expect(throws: ProviderRefused.notBegunHere) {
                try await provider.finish(
                    cookie: journey.cookie, state: back.state, code: back.code, returning: Self.returning, at: Self.now + .seconds(601)
                )
            }
        }
    }
}

@Suite struct `A provider that can't be relied on` {
    @Test func `is said not to answer when it is down`() async throws {
        let port = try await PortExampleSignIn.open { $0 }
        await #expect(throws: ProviderRefused.unreachable) { try await port.signIn() }
    }

    @Test(arguments: [HTTPResponse.Status.internalServerError, .found, .unauthorized, .ok])
    func `is said not to answer when it answers without a token`(_ status: HTTPResponse.Status) async throws {
        try await PortExampleSignIn.open(Lies(tokenStatus: status)) { port in
            await #expect(throws: ProviderRefused.unreachable) { try await port.signIn() }
        }
    }

    // promise 35: nothing leaves except to addresses in the settings, whatever a provider answers
    @Test func `can't send the node to other hosts, or to other ways than https`() async throws {
        let elsewhere = ["https://keys.example.net/keys", "http://192.0.2.1/keys", "file:///etc/passwd", "https://u:p@127.0.0.1/keys"]
        for address in elsewhere {
            for name in ["authorization_endpoint", "token_endpoint", "jwks_uri"] {
                try await PortExampleSignIn.open(Lies(document: { $0[name] = address })) { port in
                    await #expect(throws: ProviderRefused.unreachable) { try await port.signIn() }
                }
            }
        }
    }

    @Test func `may have its keys on a host that the settings name`() async throws {
        try await PortExampleSignIn.open(Lies(document: { $0["authorization_endpoint"] = "https://door.example.net/in" })) { port in
            let provider = try port.provider(hosts: ["door.example.net"])
            let journey = try await provider.begin(returning: PortExampleSignIn.returning, fresh: false)
            #expect(journey.address.hasPrefix("https://door.example.net/in?"))
        }
    }

    @Test func `is not followed to another address`() async throws {
        try await PortExampleSignIn.open(Lies(document: { $0["jwks_uri"] = $0["issuer"].map { $0 + "/elsewhere" } })) { port in
            await #expect(throws: ProviderRefused.unreachable) { try await port.signIn() }
        }
    }

    @Test func `can't fill the memory`() async throws {
        try await PortExampleSignIn.open(Lies(padding: 300_000)) { port in
            await #expect(throws: ProviderRefused.unreachable) { try await port.signIn() }
        }
    }

    @Test func `is not taken for the one in the settings when it calls itself otherwise`() async throws {
        try await PortExampleSignIn.open(Lies(document: { $0["issuer"] = "https://sign-in.example.net" })) { port in
            await #expect(throws: ProviderRefused.unreachable) { try await port.signIn() }
        }
    }

    @Test(arguments: [
        "", "sign-in.example.org", "http://sign-in.example.org", "https://u:p@sign-in.example.org", "https://a.example.org/?x=1",
    ])
    func `must have an https address`(_ issuer: String) {
        #expect(throws: ProviderSettingsRefused.issuer(issuer)) {
            try ProviderSettings(issuer: issuer, clientID: "concord", clientSecret: "secret")
        }
    }
}
