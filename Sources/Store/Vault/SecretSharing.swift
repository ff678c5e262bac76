import Foundation

/// Shamir's secret sharing over GF(2⁸), byte by byte (A. Shamir, "How to share a secret", 1979): any `threshold` shares
/// give the secret back, fewer say nothing about it.
enum SecretSharing {
    /// One share: the value of the hidden polynomials at `index` (1…255).
    struct Share: Equatable, Sendable {
        let index: UInt8
        let bytes: [UInt8]
    }

    /// - Parameter randomness: draws the coefficients; a share is as safe as they are unforeseeable.
    static func split(
        _ secret: [UInt8], threshold: Int, of count: Int, using randomness: inout some RandomNumberGenerator
    ) -> [Share] {
        precondition((1...count).contains(threshold) && count < 256, "a threshold of at least one, and no more than the shares")
        let polynomials = secret.map { byte in
            [byte] + (1..<threshold).map { _ in UInt8.random(in: .min ... .max, using: &randomness) }
        }
        return (1...count).map { index in
            let x = UInt8(index)
            // Horner's rule, from the highest coefficient down.
            return Share(index: x, bytes: polynomials.map { $0.reversed().reduce(0) { multiply($0, x) ^ $1 } })
        }
    }

    /// The value at 0 of the polynomials through these shares (Lagrange); nonsense when they are too few or not of a set.
    static func combine(_ shares: [Share]) -> [UInt8] {
        guard let length = shares.map(\.bytes.count).min() else { return [] }
        let weights = shares.map { share in
            shares.filter { $0.index != share.index }.reduce(UInt8(1)) { weight, other in
                multiply(weight, multiply(other.index, inverse(other.index ^ share.index)))
            }
        }
        return (0..<length).map { position in
            zip(shares, weights).reduce(0) { $0 ^ multiply($1.0.bytes[position], $1.1) }
        }
    }

    /// Multiplies in GF(2⁸) modulo x⁸+x⁴+x³+x+1, in the same time for every pair: no tables that a cache would betray.
    static func multiply(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var a = left
        var b = right
        var product: UInt8 = 0
        for _ in 0..<8 {
            product ^= a & (0 &- (b & 1))
            let carry = 0 &- (a >> 7)
            a = (a << 1) ^ (0x1B & carry)
            b >>= 1
        }
        return product
    }

    /// a²⁵⁴, which is 1/a for every a but 0.
    static func inverse(_ a: UInt8) -> UInt8 {
        var power = a
        var result: UInt8 = 1
        for _ in 0..<7 {
            power = multiply(power, power)
            result = multiply(result, power)
        }
        return result
    }
}
