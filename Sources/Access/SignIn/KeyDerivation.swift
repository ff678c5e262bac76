import Basics
import Crypto
import CryptoExtras
import Dispatch
import Foundation

/// Derives keys from passwords, which is slow on purpose: on a few threads of its own, never on an event loop nor in a transaction.
/// When too many wait already, the next is refused at once, so that a flood of sign-ins can't stop everything else.
package actor KeyDerivation {
    /// The base-two logarithm of scrypt's N for new passwords; r = 8, p = 1. Each derivation needs 1 kB × N: 32 MB at 15.
    package nonisolated let cost: Int
    private let workers: [DispatchQueue]
    private let places: Int
    private var taken = 0
    private var turn = 0
    /// The work done so far, in units of N: what a sign-in cost, without a stopwatch.
    private(set) var work = 0

    /// - Parameters:
    ///   - cost: 15 or more; lower in tests.
    ///   - threads: how many run at once.
    ///   - places: how many may run or wait altogether.
    package init(cost: Int, threads: Int = 2, places: Int = 16) {
        self.cost = cost
        self.places = places
        workers = (0..<threads).map { DispatchQueue(label: "concord.key-derivation.\($0)") }
    }

    /// 32 bytes from a password, a salt and a cost.
    /// - Throws: `AccessRefused.busy` when all places are taken.
    func derive(from password: String, salt: [UInt8], cost: Int) async throws -> [UInt8] {
        guard taken < places else { throw AccessRefused.busy(seconds: 2) }
        taken += 1
        defer { taken -= 1 }
        turn = (turn + 1) % workers.count
        work += 1 << cost
        let worker = workers[turn]
        return try await withCheckedThrowingContinuation { continuation in
            worker.async {
                continuation.resume(
                    with: Result {
                        let key = try KDF.Scrypt.deriveKey(
                            from: Data(password.precomposedStringWithCompatibilityMapping.utf8), salt: salt, outputByteCount: 32,
                            rounds: 1 << cost, blockSize: 8, parallelism: 1
                        )
                        return key.withUnsafeBytes { Array($0) }
                    })
            }
        }
    }
}

/// A password as the database keeps it.
struct StoredPassword: Sendable, Hashable {
    let cost: Int
    let salt: [UInt8]
    let hash: [UInt8]

    /// Derives a new one, with a salt of its own.
    static func make(from password: String, with derivation: KeyDerivation) async throws -> StoredPassword {
        let salt = randomBytes(16)
        let hash = try await derivation.derive(from: password, salt: salt, cost: derivation.cost)
        return StoredPassword(cost: derivation.cost, salt: salt, hash: hash)
    }

    /// Whether a password is the one kept. Where there is no account, or it has no password, the same work is done for nothing:
    /// the time must not tell whether a name exists.
    static func matches(_ password: String, _ stored: StoredPassword?, with derivation: KeyDerivation) async throws -> Bool {
        let other = stored ?? StoredPassword(cost: derivation.cost, salt: [UInt8](repeating: 0, count: 16), hash: [])
        let hash = try await derivation.derive(from: password, salt: other.salt, cost: other.cost)
        return stored != nil && equalInConstantTime(hash, other.hash)
    }
}

/// Random bytes from the system.
func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
}

/// Compares without stopping at the first difference.
func equalInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && zip(left, right).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
}
