import Basics
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import JWTKit
import NIOCore

/// What an identity token of the provider says.
struct TokenClaims: JWTPayload {
    var iss: String
    var sub = "amina-7"
    var aud: [String]
    var azp: String?
    var exp: Int
    var iat: Int
    var nonce: String?
    var auth_time: Int?
    var amr: [String]?
    var acr: String?

    func verify(using algorithm: some JWTAlgorithm) async throws {}
}

/// The provider's memory: keys, codes given out, codes used.
actor Desk {
    private let lies: Lies
    private let key = ES256PrivateKey()
    private let forger = ES256PrivateKey()
    private let rsa: JWTKit.Insecure.RSA.PrivateKey
    private var issuer = ""
    private var codes: [String: (nonce: String, challenge: String)] = [:]
    private(set) var documentsGiven = 0
    private(set) var keySetsGiven = 0
    private(set) var lastForm: [String: String] = [:]

    init(_ lies: Lies) async throws {
        self.lies = lies
        rsa = try JWTKit.Insecure.RSA.PrivateKey(pem: Self.rsaKey)
    }

    func settle(_ issuer: String) { self.issuer = issuer }

    /// Amina signs in at the provider; the browser goes back with this code.
    func consent(to address: String) -> (code: String, state: String, asked: [String: String]) {
        var asked: [String: String] = [:]
        for item in URLComponents(string: address)?.queryItems ?? [] { asked[item.name] = item.value }
        let code = UUID().uuidString
        codes[code] = (asked["nonce"] ?? "", asked["code_challenge"] ?? "")
        return (code, asked["state"] ?? "", asked)
    }

    func document() -> Response {
        documentsGiven += 1
        var document = [
            "issuer": issuer, "authorization_endpoint": issuer + "/authorize?tenant=1", "token_endpoint": issuer + "/token",
            "jwks_uri": issuer + "/keys",
        ]
        lies.document(&document)
        return json(document)
    }

    func keySet() -> Response {
        keySetsGiven += 1
        let point = key.parameters
        let keys: [[String: String]] = [
            ["kty": "OKP", "crv": "X448", "kid": "later", "x": "AA"],
            ["kty": "EC", "crv": "P-256", "kid": "one", "use": "sig", "alg": "ES256", "x": point?.x ?? "", "y": point?.y ?? ""],
            ["kty": "RSA", "kid": "two", "use": "sig", "n": Self.rsaModulus, "e": "AQAB"],
        ]
        let bytes = (try? JSONEncoder().encode(["keys": keys])) ?? Data()
        return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(bytes: Data(repeating: 0x20, count: lies.padding) + bytes)))
    }

    func token(form: String, authorization: String?) async -> Response {
        if let status = lies.tokenStatus { return Response(status: status) }
        lastForm = Dictionary(
            (URLComponents(string: "?" + form)?.queryItems ?? []).map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { _, last in last }
        )
        guard authorization == "Basic " + Data("concord:a%20secret%20of%20%2Btwo%20words".utf8).base64EncodedString() else {
            return Response(status: .unauthorized)
        }
        guard let given = codes.removeValue(forKey: lastForm["code"] ?? ""), lastForm["redirect_uri"] == PortExampleSignIn.returning,
            given.challenge == challenge(of: lastForm["code_verifier"] ?? ""), let token = try? await sign(given.nonce)
        else { return Response(status: .badRequest) }
        return json(["id_token": token, "token_type": "Bearer", "access_token": "unused"])
    }

    private func sign(_ nonce: String) async throws -> String {
        let seconds = Int(PortExampleSignIn.now.microseconds / 1_000_000)
        var claims = TokenClaims(
            iss: issuer, aud: [PortExampleSignIn.client], exp: seconds + 300, iat: seconds, nonce: nonce, auth_time: seconds - 5
        )
        lies.claims(&claims)
        let keys = JWTKeyCollection()
        if lies.signsByHMAC {
            await keys.add(hmac: HMACKey(from: key.publicKey.pemRepresentation), digestAlgorithm: .sha256)
        } else if lies.usesRSA {
            await keys.add(rsa: rsa, digestAlgorithm: .sha256)
        } else {
            await keys.add(ecdsa: lies.forges ? forger : key)
        }
        return try await keys.sign(claims, header: ["kid": .string(lies.usesRSA ? "two" : "one")])
    }

    private func challenge(of verifier: String) -> String {
        Data(SHA256.hash(data: Data(verifier.utf8))).base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }

    private func json(_ value: [String: String]) -> Response {
        let bytes = (try? JSONEncoder().encode(value)) ?? Data()
        return Response(status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
