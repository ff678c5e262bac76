import Foundation
import JWTKit

/// What the first part of a token says about how it was signed.
struct TokenHeader: Decodable, Sendable {
    let alg: String
    let kid: String?
    /// Extensions that must be understood (RFC 7515, section 4.1.11); none is.
    let crit: [String]?

    /// - Returns: `nil` for anything that is no signed token of the two kinds taken here. `none` and shared-key kinds are not among them.
    init?(of token: String) {
        guard token.utf8.count <= 65_536 else { return nil }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let bytes = Base64URL.decode(parts[0]),
            let header = try? JSONDecoder().decode(TokenHeader.self, from: bytes),
            header.crit == nil, ["RS256", "ES256"].contains(header.alg)
        else { return nil }
        self = header
    }
}

/// One public key of the provider (RFC 7517).
struct SigningKey: Decodable, Sendable {
    let kty: String
    let use: String?
    let alg: String?
    let kid: String?
    let n: String?
    let e: String?
    let crv: String?
    let x: String?
    let y: String?

    /// The kind of key follows from the kind of signature, and a key made for something else is not taken for it.
    func couldHaveSigned(_ header: TokenHeader) -> Bool {
        guard use == nil || use == "sig", alg == nil || alg == header.alg, header.kid == nil || header.kid == kid else { return false }
        return header.alg == "RS256" ? kty == "RSA" : kty == "EC" && crv == "P-256"
    }

    /// What the token says, if this key signed it.
    func open(_ token: String) async throws -> IdentityClaims {
        let collection = JWTKeyCollection()
        if kty == "RSA" {
            await collection.add(
                rsa: try Insecure.RSA.PublicKey(modulus: n ?? "", exponent: e ?? ""), digestAlgorithm: .sha256
            )
        } else {
            await collection.add(ecdsa: try ES256PublicKey(parameters: (x ?? "", y ?? "")))
        }
        return try await collection.verify(token, as: IdentityClaims.self)
    }
}

/// The provider's keys. One that this program can't read (another kind, a broken one) doesn't spoil the others.
struct SigningKeySet: Decodable, Sendable {
    let keys: [SigningKey]

    private enum Key: CodingKey { case keys }

    init(from decoder: any Decoder) throws {
        let written = try decoder.container(keyedBy: Key.self).decode([Written].self, forKey: .keys)
        keys = written.prefix(100).compactMap(\.key)
    }

    private struct Written: Decodable {
        let key: SigningKey?
        init(from decoder: any Decoder) throws { key = try? SigningKey(from: decoder) }
    }
}

/// Base64 with `-` and `_`, without padding (RFC 4648, section 5).
enum Base64URL {
    static func encode(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }

    static func decode(_ text: some StringProtocol) -> Data? {
        let plain = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
    }
}
