import Foundation

/// How a label is brought to the form in which labels are compared.
enum CountryLabel {
    /// Stands where a letter was lost before the file reached us.
    static let lostLetter: Unicode.Scalar = "\u{FFFD}"

    /// Lower case, without accents, punctuation and doubled spaces; letters that stand alone are joined (`U.S.A.` is `usa`).
    static func normalised(_ label: String) -> String {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func closeWord() {
            guard !word.isEmpty else { return }
            words.append(String(word))
            word = String.UnicodeScalarView()
        }
        if label.utf8.allSatisfy({ $0 < 0x80 }) {
            for byte in label.utf8 {
                switch byte {
                case 0x61...0x7A, 0x30...0x39: word.append(Unicode.Scalar(byte))
                case 0x41...0x5A: word.append(Unicode.Scalar(byte + 0x20))
                default: closeWord()
                }
            }
        } else {
            for scalar in label.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
                if let plain = plainLetters[scalar] {
                    word.append(contentsOf: plain.unicodeScalars)
                } else if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == lostLetter {
                    if scalar.properties.generalCategory != .nonspacingMark { word.append(scalar) }
                } else if scalar.properties.generalCategory != .nonspacingMark, scalar != "\u{0640}" {
                    closeWord()
                }
            }
        }
        closeWord()
        return joined(words)
    }

    /// Letters that no accent makes out of others.
    private static let plainLetters: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    ]

    private static func joined(_ words: [String]) -> String {
        var result = ""
        var lastWasLetter = false
        for word in words {
            let isLetter = word.utf8.count == 1 && !(word.utf8.first.map { (0x30...0x39).contains($0) } ?? false)
            if !result.isEmpty, !(isLetter && lastWasLetter) { result += " " }
            result += word
            lastWasLetter = isLetter
        }
        return result
    }

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
