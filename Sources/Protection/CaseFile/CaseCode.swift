import Access
import Basics
import Store
import Vocabulary

/// The number under which people speak of a file: random, without letters that look like digits.
package enum CaseCode {
    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// `K7F3-92QM`: one that nothing has yet. Among a million drawn from 40 bits two are alike in about one node of three, and nobody's
    /// report may fail over that.
    package static func unused(unless isTaken: (String) throws -> Bool) rethrows -> String {
        var generator = SystemRandomNumberGenerator()
        return try unused(using: &generator, unless: isTaken)
    }

    /// The same from a generator of one's own.
    package static func unused(
        using generator: inout some RandomNumberGenerator, unless isTaken: (String) throws -> Bool
    ) rethrows -> String {
        var code = random(using: &generator)
        while try isTaken(code) { code = random(using: &generator) }
        return code
    }

    private static func random(using generator: inout some RandomNumberGenerator) -> String {
        let characters = (0..<8).map { _ in letters[Int.random(in: 0..<32, using: &generator)] }
        return String(characters[0..<4]) + "-" + String(characters[4..<8])
    }

    /// How somebody may type it: small letters, without the dash, O for 0.
    package static func read(_ text: String) -> String? {
        let plain = text.uppercased().filter { !"- ".contains($0) }.map { ["O": "0", "I": "1", "L": "1"][$0] ?? $0 }
        guard plain.count == 8, plain.allSatisfy(letters.contains) else { return nil }
        return String(plain[0..<4]) + "-" + String(plain[4..<8])
    }
}
