import Vocabulary

/// How much room text takes on a drawing, estimated without a font: good enough for margins and line breaks.
enum ChartText {
    /// The size for which charts are laid out, in their own units: a phone. Larger screens show smaller letters in the same room.
    static let size = 12.0

    /// The width at the layout's size. Chinese letters are square; Latin ones about half as wide.
    static func width(_ text: String) -> Double {
        var units = 0.0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0300...0x036F, 0x064B...0x065F, 0x200B...0x200F: units += 0
            case 0x20, 0x2C, 0x2E, 0x27, 0x69, 0x6A, 0x6C, 0x74, 0x49, 0x202F, 0xA0: units += 0.3
            case 0x30...0x39, 0x2013: units += 0.56
            case 0x41...0x5A, 0x0410...0x042F: units += 0.68
            case 0x0430...0x045F: units += 0.58
            case 0x2E80...0xFFEF: units += 1
            default: units += 0.54
            }
        }
        // Names are set in a heavier face.
        return units * size * 1.06
    }

    /// Breaks a name into at most `lines` lines of about `room`; what is left over ends with an ellipsis.
    static func wrapped(_ text: String, room: Double, lines: Int = 3) -> [String] {
        var done: [String] = []
        var current = ""
        for piece in pieces(of: text) {
            let next = current + piece
            if current.isEmpty || width(next.trimmed) <= room {
                current = next
            } else {
                done.append(current.trimmed)
                current = piece
            }
        }
        if !current.trimmed.isEmpty { done.append(current.trimmed) }
        guard done.count > lines else { return done }
        return done.prefix(lines - 1) + [done[lines - 1] + "…"]
    }

    /// Words with the blank after them; Chinese letters singly, for their words have no blanks.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var word = ""
        for character in text {
            word.append(character)
            let isSquare = character.unicodeScalars.first.map { (0x2E80...0xFFEF).contains($0.value) } ?? false
            if character == " " || isSquare {
                pieces.append(word)
                word = ""
            }
        }
        if !word.isEmpty { pieces.append(word) }
        return pieces
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
