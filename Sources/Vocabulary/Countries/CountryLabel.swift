import Foundation

/// How a label is brought to the form in which labels are compared.
enum CountryLabel {
    /// Stands where a letter was lost before the file reached us.
    static let lostLetter: Unicode.Scalar = "\u{FFFD}"

    /// Lower case, without accents, punctuation and doubled spaces; letters that stand alone are joined (`U.S.A.` is `usa`).
    static func normalised(_ label: String) -> String {
        var words = WordJoiner(capacity: label.utf8.count)
        if label.utf8.allSatisfy({ $0 < 0x80 }) {
            for byte in label.utf8 {
                switch byte {
                case 0x61...0x7A, 0x30...0x39: words.append(byte)
                case 0x41...0x5A: words.append(byte + 0x20)
                default: words.closeWord()
                }
            }
        } else {
            for scalar in label.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
                // Accents and the stretching of Arabic letters say nothing.
                if (0x300...0x36F).contains(scalar.value) || scalar.value == 0x640 { continue }
                if let plain = scalar.value < 0x80 ? nil : plainLetters[scalar] {
                    for byte in plain.utf8 { words.append(byte) }
                } else if isCommonLetter(scalar) || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == lostLetter {
                    if !isCommonLetter(scalar), scalar.properties.generalCategory == .nonspacingMark { continue }
                    if scalar.value < 0x80 { words.append(UInt8(scalar.value)) } else { words.append(contentsOf: UTF8.encode(scalar)) }
                } else {
                    words.closeWord()
                }
            }
        }
        return words.text
    }

    /// Letters of the scripts that the six languages use: known without a look into the tables of Unicode, which is slow.
    private static func isCommonLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x61...0x7A, 0xDF...0xF6, 0xF8...0x17F, 0x430...0x45F, 0x620...0x63A, 0x641...0x64A, 0x4E00...0x9FFF: true
        default: false
        }
    }

    /// Letters that no accent makes out of others.
    private static let plainLetters: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    ]

    /// The same label without words that say nothing about which country: articles, "Republic of", "nationals".
    /// - Returns: shorter forms to try, in order.
    static func stripped(_ normalised: String) -> [String] {
        var forms: [String] = []
        var rest = Substring(normalised)
        for opening in ["the ", "la ", "le ", "les ", "el ", "los ", "republic of ", "republica de ", "republique de ", "the "]
        where rest.hasPrefix(opening) {
            rest = rest.dropFirst(opening.count)
            forms.append(String(rest))
        }
        for ending in [" nationals", " national", " citizens", " citizen", " rep", " republic"] where rest.hasSuffix(ending) {
            rest = rest.dropLast(ending.count)
            forms.append(String(rest))
        }
        return forms
    }
}

/// Puts words together with one blank between them, and none between letters that stand alone.
private struct WordJoiner {
    private var bytes: [UInt8] = []
    private var wordStart = 0
    private var lastWasLetter = false

    init(capacity: Int) { bytes.reserveCapacity(capacity + 8) }

    mutating func append(_ byte: UInt8) {
        if bytes.count == wordStart, wordStart > 0 {
            bytes.append(0x20)
            wordStart += 1
        }
        bytes.append(byte)
    }

    mutating func append(contentsOf encoded: UTF8.EncodedScalar?) {
        for byte in encoded ?? UTF8.encodedReplacementCharacter { append(byte) }
    }

    mutating func closeWord() {
        guard bytes.count > wordStart else { return }
        let isLetter = bytes.count - wordStart == 1 && !(0x30...0x39).contains(bytes[wordStart])
        if isLetter, lastWasLetter { bytes.remove(at: wordStart - 1) }
        lastWasLetter = isLetter
        wordStart = bytes.count
    }

    var text: String {
        var closed = self
        closed.closeWord()
        return String(decoding: closed.bytes, as: UTF8.self)
    }
}
