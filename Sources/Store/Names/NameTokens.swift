import Foundation

/// What a name is found by, whatever script it was written in. The tokens of a kind never meet those of another.
///
/// The recipe only ever grows: what an earlier one gave is still among the tokens (`legacy`), so that whoever was indexed by it is found
/// as before, and is found by the new tokens once their name is written again. Recipe 1: as written, transliterated, by all consonants.
/// Recipe 2: more than one reading of a word, own tables for Arabic, Cyrillic, Greek, Hebrew and Latin letters with strokes.
package enum NameTokens {
    /// Every token of a name: each of its words as written, in Latin letters, and by its consonants.
    package static func all(of name: String) -> Set<String> {
        parts(of: name).reduce(into: []) { $0.formUnion($1.all) }
    }

    /// The parts of a name as they are compared: `José-María` gives two, `Abdul Rahman` and `de la Cruz` one each, 王小明 the family name
    /// and the given name.
    package static func parts(of name: String) -> [NamePart] {
        let words = name.precomposedStringWithCompatibilityMapping.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            .flatMap(familyFirst)
        var parts: [NamePart] = []
        var before: [String] = []
        for (index, word) in words.enumerated() {
            if particles.contains(normalised(word)), index + 1 < words.count {
                before.append(word)
            } else {
                parts.append(NamePart(word, after: before))
                before = []
            }
        }
        return parts
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

    /// Chinese names have no spaces: the family name is the first character.
    private static func familyFirst(_ word: String) -> [String] {
        guard word.count > 1, word.unicodeScalars.allSatisfy({ (0x3400...0x9FFF).contains($0.value) }) else { return [word] }
        return [String(word.prefix(1)), String(word.dropFirst())]
    }

    /// What some write as a word of its own, and others as the beginning of the next.
    private static let particles: Set<String> = [
        "abd", "abdul", "abdel", "abdal", "abdur", "abdoul", "abu", "abou", "al", "el", "ar", "ash", "bin", "ibn", "ben", "ould", "umm",
        "de", "la", "del",
        "di", "da", "van", "von", "der", "den", "mc", "mac", "o", "d", "عبد", "ال", "ابو", "بن", "ابن", "ام",
    ]

    // MARK: - Recipe 1

    /// The tokens of a word by the first recipe.
    static func legacy(_ word: String) -> Set<String> {
        let plain = transliterated(word)
        let bones = firstSkeleton(plain)
        // One consonant would find half of everybody.
        let tokens: Set<String> = ["=" + word, "~" + plain]
        return bones.count > 1 ? tokens.union(["#" + bones]) : tokens
    }

    /// A word in Latin letters without accents, by the tables of Unicode.
    static func transliterated(_ word: String) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return word }
        // The Arabic feminine ending is heard as a vowel.
        let heard = word.replacing("\u{0629}", with: "\u{0627}")
        var text = (heard.applyingTransform(.toLatin, reverse: false) ?? word).precomposedStringWithCanonicalMapping.lowercased()
        // A hook is a sound, not an accent: Ш is transliterated š and written sh by everybody else.
        for (letter, sound) in [("č", "ch"), ("š", "sh"), ("ž", "zh")] { text = text.replacing(letter, with: sound) }
        return normalised(text).filter { $0.isASCII && $0.isLetter || $0.isNumber }
    }

    private static func firstSkeleton(_ word: String) -> String {
        let sounds = [
            ("sch", "s"), ("tch", "s"), ("sh", "s"), ("ch", "s"), ("ph", "f"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"),
            ("zh", "j"),
            ("ck", "k"), ("c", "k"), ("q", "k"), ("x", "ks"), ("z", "s"), ("v", "f"),
        ]
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
}

/// A part of a name: a word, with the particles that some write together with it.
package struct NamePart: Sendable, Hashable {
    /// The tokens of the whole part, by the present recipe alone.
    package let tokens: Set<String>
    /// Those of its last word, where particles stand before it.
    package let tail: Set<String>
    /// Every token, those of earlier recipes among them.
    package let all: Set<String>

    init(_ word: String, after particles: [String]) {
        let whole = particles.joined() + word
        let last = NameReading.tokens(of: word)
        tokens = particles.isEmpty ? last : NameReading.tokens(of: whole)
        tail = particles.isEmpty ? NameReading.withoutArticle(word).map(NameReading.tokens) ?? [] : last
        var all = tokens.union(tail)
        for word in particles + [word] { for plain in NameTokens.words(of: word) { all.formUnion(NameTokens.legacy(plain)) } }
        self.all = all
    }
}
