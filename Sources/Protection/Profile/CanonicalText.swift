import Yams

/// A profile written in one single way: keys in order, every value in quotation marks, no comments.
///
/// It is what a node keeps and what the hash is taken of, so a comment or another indentation makes no new profile.
/// It is YAML (and JSON), and `CountryProfile.load(text:)` reads it back to the same profile with the same hash.
enum CanonicalText {
    static func of(_ node: Node) -> String {
        switch node {
        case .scalar(let scalar): quoted(scalar.string)
        case .sequence(let sequence): "[" + sequence.map { of($0) }.joined(separator: ", ") + "]"
        case .mapping(let mapping):
            "{"
                + mapping.filter { !$0.value.isNothing }.map { (key: $0.key.scalar?.string ?? "", value: $0.value) }
                .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
                .map { "\(quoted($0.key)): \(of($0.value))" }.joined(separator: ", ") + "}"
        case .alias: quoted("")
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.trimmingSpace.unicodeScalars {
            switch scalar.value {
            case 0x22: quoted += "\\\""
            case 0x5C: quoted += "\\\\"
            case 0x0A: quoted += "\\n"
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension String {
    /// Without white space at its ends: a folded text of YAML brings a line break along.
    var trimmingSpace: String {
        let start = drop { $0.isWhitespace }
        return String(start.prefix(start.count - start.reversed().prefix { $0.isWhitespace }.count))
    }
}
