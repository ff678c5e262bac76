package import Basics
import Crypto
import Foundation

/// How the recovery key is kept, as `concord setup` asks.
package enum RecoveryChoice: Sendable {
    /// One passphrase. `rounds` is scrypt's N, a power of two.
    case passphrase(rounds: Int = 1 << 16)
    /// Any two of three shares, each for another person.
    case twoOfThree
}

extension KeyFolder {
    /// What is known of the recovery key; `nil` when none was made.
    package func recovery() throws -> Recovery? {
        guard let data = FileManager.default.contents(atPath: recoveryPath) else { return nil }
        guard let recovery = try? JSONDecoder().decode(Recovery.self, from: data) else {
            throw VaultRefused.damagedKeyFile(path: recoveryPath)
        }
        return recovery
    }

    func put(_ recovery: Recovery) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try durablyWrite(Array(try encoder.encode(recovery)), to: recoveryPath)
    }

    /// Brings the node key back from the recovery key: for a machine that lost it.
    /// - Parameter recovery: from this folder, or from the newest backup of the keys.
    /// - Throws: `VaultRefused.wrongRecoverySecret` and the like; the folder is unchanged then.
    package func recoverNodeKey(_ recovery: Recovery, with secret: RecoverySecret) async throws {
        let recoveryKey = try await recovery.key(from: secret)
        // Two while a node key was being exchanged: the newer one is the last.
        var keys: [NodeKey] = []
        for envelope in recovery.envelopes {
            let bytes = try recovery.decrypt(
                envelope.sealed, encapsulated: envelope.encapsulated, for: nodeKeyUse, with: recoveryKey
            )
            guard let key = NodeKey(rawBytes: bytes), key.id == envelope.nodeKey else { throw VaultRefused.wrongRecoverySecret }
            keys.append(key)
        }
        guard let first = keys.first else { throw VaultRefused.noRecoveryKey }
        // A key that is there and another one may still be wanted: it is put aside, not written over.
        if let present = try? key(at: currentPath), !keys.contains(where: { $0.id == present.id }) {
            try put(present, at: file("node.\(present.id).key"))
        }
        try put(first, at: currentPath)
        if let second = keys.dropFirst().first { try put(second, at: nextPath) }
        try put(recovery)
    }
}

private let nodeKeyUse = "concord node key 1"

extension Vault {
    /// Makes the recovery key. What it returns is shown once; without a copy of it, losing the node key loses what is sealed.
    package func makeRecovery(_ choice: RecoveryChoice, at now: Instant) async throws -> RecoverySheet {
        var randomness = SystemRandomNumberGenerator()
        func random(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &randomness) } }
        let seed: [UInt8]
        let method: Recovery.Method
        var secrets: [String] = []
        switch choice {
        case .passphrase(let rounds):
            let phrase = HandText.write(random(16))
            let salt = Data(random(16))
            seed = try await RecoveryKey.derive(from: HandText.read(phrase) ?? [], salt: salt, rounds: rounds)
            method = .passphrase(salt: salt, rounds: rounds)
            secrets = [phrase]
        case .twoOfThree:
            seed = random(32)
            method = .shares(threshold: 2, count: 3)
        }
        let publicKey = try RecoveryKey(seed: seed).privateKey.publicKey.rawRepresentation
        if case .shares(let threshold, let count) = method {
            secrets = RecoveryKey.shares(of: seed, threshold: threshold, count: count, publicKey: publicKey)
        }
        let recovery = Recovery(method: method, madeAt: now, publicKey: publicKey)
        try folder.put(try enveloping(try await presentKeys(), in: recovery))
        return RecoverySheet(secrets: secrets)
    }

    /// Proves that a copy of the recovery secret is right, and stops the warning.
    package func confirmRecovery(_ secret: RecoverySecret, at now: Instant) async throws {
        guard var recovery = try folder.recovery() else { throw VaultRefused.noRecoveryKey }
        _ = try await recovery.key(from: secret)
        recovery.confirmedAt = now
        try folder.put(recovery)
    }

    /// Encrypts these node keys for the recovery key, in the place of those before.
    func renewRecovery(for nodeKeys: [NodeKey]) throws {
        guard let recovery = try folder.recovery() else { return }
        try folder.put(try enveloping(nodeKeys, in: recovery))
    }

    private func presentKeys() async throws -> [NodeKey] {
        try [folder.currentPath, folder.nextPath].compactMap { try folder.key(at: $0) }
    }

    private func enveloping(_ nodeKeys: [NodeKey], in recovery: Recovery) throws -> Recovery {
        var renewed = recovery
        renewed.envelopes = try nodeKeys.map { key in
            let (encapsulated, sealed) = try recovery.encrypt(key.rawBytes, for: nodeKeyUse)
            return Recovery.Envelope(nodeKey: key.id, encapsulated: encapsulated, sealed: sealed)
        }
        return renewed
    }
}
