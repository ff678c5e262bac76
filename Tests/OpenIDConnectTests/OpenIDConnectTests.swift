import Access
import Basics
import Foundation
import HTTPTypes
import OpenIDConnect
import Testing

@Suite struct `A sign-in with a provider` {
    @Test func `tells who the person is`() async throws {
        try await PortExampleSignIn.open { port in
            let identity = try await port.signIn(fresh: true)
            #expect(identity.issuer == port.issuer)
            #expect(identity.subject == "amina-7")
            #expect(identity.authenticatedAt == PortExampleSignIn.now - .seconds(5))
            #expect(!identity.hadSecondFactor)
        }
    }

    @Test func `asks for a code with PKCE, state and nonce, and for a fresh proof when one is needed`() async throws {
        try await PortExampleSignIn.open { port in
            let provider = try port.provider()
            let asked = await port.desk.consent(to: try await provider.begin(returning: PortExampleSignIn.returning, fresh: true).address)
                .asked
            #expect(asked["response_type"] == "code")
            #expect(asked["scope"] == "openid")
            #expect(asked["code_challenge_method"] == "S256")
            #expect(asked["code_challenge"]?.count == 43)
            #expect(asked["state"]?.count == 43)
            #expect(asked["nonce"]?.count == 43)
            #expect(asked["max_age"] == "0")
            #expect(asked["redirect_uri"] == PortExampleSignIn.returning)
            #expect(asked["tenant"] == "1")
            let plain = await port.desk.consent(to: try await provider.begin(returning: PortExampleSignIn.returning, fresh: false).address)
                .asked
            #expect(plain["max_age"] == nil)
            #expect(plain["state"] != asked["state"])
        }
    }

    @Test func `is believed with an RSA signature too`() async throws {
        try await PortExampleSignIn.open(Lies(usesRSA: true)) { port in
            let identity = try await port.signIn()
            #expect(identity.subject == "amina-7")
        }
    }

    @Test func `asks for the description and the keys once`() async throws {
        try await PortExampleSignIn.open { port in
            let provider = try port.provider()
            for _ in 0..<3 { _ = try await port.signIn(with: provider) }
            #expect(await port.desk.documentsGiven == 1)
            #expect(await port.desk.keySetsGiven == 1)
        }
    }

    @Test(arguments: [["mfa"], ["pwd", "otp"], ["pin", "hwk"], ["fpt", "sc"]])
    func `reports a second factor that the provider asked for`(_ methods: [String]) async throws {
        try await PortExampleSignIn.open(Lies(claims: { $0.amr = methods })) { port in
            let identity = try await port.signIn()
            #expect(identity.hadSecondFactor)
        }
    }

    @Test(arguments: [["pwd"], ["otp"], ["pwd", "pin"], []])
    func `reports no second factor where one kind of proof was given`(_ methods: [String]) async throws {
        try await PortExampleSignIn.open(Lies(claims: { $0.amr = methods })) { port in
            let identity = try await port.signIn()
            #expect(identity.hadSecondFactor == false)
        }
    }

    @Test func `reports a second factor by the level of the sign-in`() async throws {
        try await PortExampleSignIn.open(Lies(claims: { $0.acr = "https://refeds.org/profile/mfa" })) { port in
            let identity = try await port.signIn()
            #expect(identity.hadSecondFactor)
        }
    }

    @Test(arguments: Falsehood.allCases)
    func `is not believed with a false token`(_ falsehood: Falsehood) async throws {
        try await PortExampleSignIn.open(falsehood.lies) { port in
            await #expect(throws: ProviderRefused.notBelieved) { try await port.signIn() }
        }
    }

    // promise 12: a fresh sign-in at the provider is a proof given now, not a session that it still has
    @Test func `needs a fresh proof where one was asked for`() async throws {
        let stale = Lies(claims: { $0.auth_time = $0.iat - 3_600 })
        try await PortExampleSignIn.open(stale) { port in
            await #expect(throws: ProviderRefused.notFresh) { try await port.signIn(fresh: true) }
            let identity = try await port.signIn(fresh: false)
            #expect(identity.subject == "amina-7")
        }
        try await PortExampleSignIn.open(Lies(claims: { $0.auth_time = nil })) { port in
            await #expect(throws: ProviderRefused.notFresh) { try await port.signIn(fresh: true) }
        }
    }
}

/// Tokens that a provider, or somebody in between, could send.
enum Falsehood: String, CaseIterable, Sendable {
    case otherNonce, noNonce, otherAudience, twoAudiencesWithoutParty, otherParty, otherIssuer, expired, old, fromTheFuture, nobody,
        forged, sharedKey

    var lies: Lies {
        switch self {
        case .otherNonce: Lies(claims: { $0.nonce = "another" })
        case .noNonce: Lies(claims: { $0.nonce = nil })
        case .otherAudience: Lies(claims: { $0.aud = ["another"] })
        case .twoAudiencesWithoutParty: Lies(claims: { $0.aud.append("another") })
        case .otherParty: Lies(claims: { $0.azp = "another" })
        case .otherIssuer: Lies(claims: { $0.iss = "https://sign-in.example.net" })
        case .expired: Lies(claims: { $0.exp = $0.iat - 61 })
        case .old: Lies(claims: { $0.iat -= 3_600 })
        case .fromTheFuture: Lies(claims: { $0.iat += 120 })
        case .nobody: Lies(claims: { $0.sub = "" })
        case .forged: Lies(forges: true)
        case .sharedKey: Lies(signsByHMAC: true)
        }
    }
}

extension PortExampleSignIn {
    /// Amina signs in from beginning to end.
    @discardableResult
    func signIn(fresh: Bool = false, with given: OpenIDProvider? = nil) async throws -> ProvenIdentity {
        let provider = try given ?? provider()
        let journey = try await provider.begin(returning: Self.returning, fresh: fresh)
        let back = await desk.consent(to: journey.address)
        return try await provider.finish(
            cookie: journey.cookie, state: back.state, code: back.code, returning: Self.returning, at: Self.now)
    }
}
