package import Basics
import Crypto
import CryptoExtras
package import Foundation
import NIOPosix

/// How a node's key and backups are opened when the machine is gone: a recovery key that only people hold.
///
/// The recovery key is a private key (X25519). Its public half stays here, so that backups and a new node key can be
/// encrypted for it at any time without it. Holds no secret; `recovery.json` in the keys folder, and the head of each backup.
package struct Recovery: Sendable, Codable, Equatable {
    /// How people keep the recovery key.
    package enum Method: Sendable, Codable, Equatable {
        /// A generated passphrase of 130 bits, through scrypt.
        case passphrase(salt: Data, rounds: Int)
        /// Shares, of which any `threshold` are needed.
        case shares(threshold: Int, count: Int)
    }

    /// A node key, encrypted for the recovery key.
    struct Envelope: Sendable, Codable, Equatable {
        let nodeKey: String
        let encapsulated: Data
        let sealed: Data
    }

    package let method: Method
    package let madeAt: Instant
    let publicKey: Data
    /// When somebody proved that a copy of the secret opens this; the work pages warn until then.
    package internal(set) var confirmedAt: Instant?
    var envelopes: [Envelope] = []

    /// HPKE (RFC 9180): X25519, HKDF-SHA-256, AES-256-GCM.
    private static let suite = HPKE.Ciphersuite(kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_256)

    /// Encrypts a few bytes for the recovery key, bound to what they are for.
    func encrypt(_ bytes: [UInt8], for use: String) throws -> (encapsulated: Data, sealed: Data) {
        let key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: publicKey)
        var sender = try HPKE.Sender(recipientKey: key, ciphersuite: Recovery.suite, info: Data(use.utf8))
        let sealed = try sender.seal(bytes)
        return (sender.encapsulatedKey, sealed)
    }

    func decrypt(_ sealed: Data, encapsulated: Data, for use: String, with key: RecoveryKey) throws(VaultRefused) -> [UInt8] {
        do {
            var recipient = try HPKE.Recipient(
                privateKey: key.privateKey, ciphersuite: Recovery.suite, info: Data(use.utf8), encapsulatedKey: encapsulated
            )
            return Array(try recipient.open(sealed))
        } catch { throw .wrongRecoverySecret }
    }

    /// The recovery key out of what a person typed.
    /// - Throws: `VaultRefused.wrongRecoverySecret`, `.badShare` or `.tooFewShares`.
    func key(from secret: RecoverySecret) async throws -> RecoveryKey {
        let seed: [UInt8]
        switch (method, secret) {
        case (.passphrase(let salt, let rounds), .passphrase(let phrase)):
            guard let bytes = HandText.read(phrase), !bytes.isEmpty else { throw VaultRefused.wrongRecoverySecret }
            seed = try await RecoveryKey.derive(from: bytes, salt: salt, rounds: rounds)
        case (.shares(let threshold, _), .shares(let texts)):
            seed = try RecoveryKey.seed(fromShares: texts, threshold: threshold, of: publicKey)
        default: throw VaultRefused.wrongRecoverySecret
        }
        let key = try RecoveryKey(seed: seed)
        guard key.privateKey.publicKey.rawRepresentation == publicKey else { throw VaultRefused.wrongRecoverySecret }
        return key
    }
}

/// What a person types to recover.
package enum RecoverySecret: Sendable {
    case passphrase(String)
    case shares([String])
}

/// The sheet of paper: shown once, kept nowhere.
package struct RecoverySheet: Sendable, CustomStringConvertible, CustomReflectable {
    /// The passphrase alone, or each share for another person.
    package let secrets: [String]

    package var description: String { sealedMark }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// The recovery key itself, for as long as it takes to use it.
struct RecoveryKey: Sendable {
    let privateKey: Curve25519.KeyAgreement.PrivateKey

    init(seed: [UInt8]) throws { privateKey = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: seed) }

    /// scrypt, on a thread that may block. r = 8, p = 1.
    static func derive(from passphrase: [UInt8], salt: Data, rounds: Int) async throws -> [UInt8] {
        try await NIOThreadPool.singleton.runIfActive {
            try KDF.Scrypt.deriveKey(
                from: passphrase, salt: salt, outputByteCount: 32, rounds: rounds, blockSize: 8, parallelism: 1
            ).rawBytes
        }
    }

    /// A share is written as its number, two bytes that name the set, and its 32 bytes.
    static func shares(of seed: [UInt8], threshold: Int, count: Int, publicKey: Data) -> [String] {
        var randomness = SystemRandomNumberGenerator()
        return SecretSharing.split(seed, threshold: threshold, of: count, using: &randomness)
            .map { HandText.writeChecked([$0.index] + mark(of: publicKey) + $0.bytes) }
    }

    static func seed(fromShares texts: [String], threshold: Int, of publicKey: Data) throws(VaultRefused) -> [UInt8] {
        var shares: [UInt8: SecretSharing.Share] = [:]
        for text in texts {
            guard let bytes = HandText.readChecked(text), bytes.count == 35, Array(bytes[1...2]) == mark(of: publicKey)
            else { throw .badShare }
            shares[bytes[0]] = SecretSharing.Share(index: bytes[0], bytes: Array(bytes[3...]))
        }
        guard shares.count >= threshold else { throw .tooFewShares }
        return SecretSharing.combine(Array(shares.values.sorted { $0.index < $1.index }.prefix(threshold)))
    }

    private static func mark(of publicKey: Data) -> [UInt8] { Array(SHA256.hash(data: publicKey).prefix(2)) }
}
