import Foundation

/// What a name is found by, whatever script it was written in. The tokens of a kind never meet those of another.
package enum NameTokens {
    /// Every token of a name: each of its words as written, in Latin letters, and by its consonants.
    package static func all(of name: String) -> Set<String> {
        var tokens: Set<String> = []
        for word in words(of: name) {
            tokens.insert("=" + word)
            let plain = latin(word)
            tokens.insert("~" + plain)
            let bones = skeleton(plain)
            // One consonant would find half of everybody.
            if bones.count > 1 { tokens.insert("#" + bones) }
        }
        return tokens
    }

    /// The words of a name, without marks, in small letters: `José-María` gives `jose`, `maria`.
    package static func words(of name: String) -> [String] {
        normalised(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// One spelling for what looks or sounds the same to a typist: compatibility forms, case, accents and vowel marks.
    package static func normalised(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
            switch scalar.properties.generalCategory {
            // Accents, Arabic vowel signs; joiners and other invisible characters.
            case .nonspacingMark, .enclosingMark, .format, .control: continue
            default: break
            }
            // The stretching stroke of Arabic type is no letter.
            if scalar != "\u{0640}" { plain.append(scalar) }
        }
        return String(plain).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// A word in Latin letters without accents.
    static func latin(_ word: String) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return word }
        // The Arabic feminine ending is heard as a vowel.
        let heard = word.replacing("\u{0629}", with: "\u{0627}")
        var text = (heard.applyingTransform(.toLatin, reverse: false) ?? word).precomposedStringWithCanonicalMapping.lowercased()
        // A hook is a sound, not an accent: Ш is transliterated š and written sh by everybody else.
        for (letter, sound) in [("č", "ch"), ("š", "sh"), ("ž", "zh")] { text = text.replacing(letter, with: sound) }
        return normalised(text).filter { $0.isASCII && $0.isLetter || $0.isNumber }
    }

    /// The consonants of a Latin word, one letter for each sound, none twice in a row: `mohammed` and `muhamad` give `mhmd`.
    static func skeleton(_ word: String) -> String {
        var text = word
        for (letters, sound) in sounds { text = text.replacing(letters, with: sound) }
        var bones = ""
        for (index, letter) in text.enumerated() {
            // A vowel at the start is heard; within a word different scripts write it or don't.
            if "aeiouyw".contains(letter) {
                if index == 0 { bones = "a" }
            } else if bones.last != letter {
                bones.append(letter)
            }
        }
        return bones
    }

    private static let sounds = [
        ("sch", "s"), ("tch", "s"), ("sh", "s"), ("ch", "s"), ("ph", "f"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("zh", "j"),
        ("ck", "k"), ("c", "k"), ("q", "k"), ("x", "ks"), ("z", "s"), ("v", "f"), ("b", "b"), ("p", "p"),
    ]
}
