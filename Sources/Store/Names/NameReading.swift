import Foundation

/// How a word of a name may be read in Latin letters. A letter that is heard in two ways gives the word two readings.
enum NameReading {
    /// As written, in Latin letters, and by its consonants, in every reading.
    static func tokens(of raw: String) -> Set<String> {
        let plain = NameTokens.normalised(raw)
        guard !plain.isEmpty else { return [] }
        var tokens: Set<String> = ["=" + plain]
        let script = Script(of: plain)
        for reading in readings(of: raw, plain, in: script) where !reading.isEmpty {
            tokens.insert("~" + reading)
            for bones in NameBones.all(of: reading, in: script) { tokens.insert("#" + bones) }
        }
        return tokens
    }

    /// An Arabic word without its article, if it has one: الرشيد is a name, and so is رشيد.
    static func withoutArticle(_ word: String) -> String? {
        let plain = NameTokens.normalised(word)
        return plain.hasPrefix("ال") && plain.count > 4 ? String(plain.dropFirst(2)) : nil
    }

    enum Script: Sendable {
        case latin, arabic, hebrew, cyrillic, greek, han, other

        init(of word: String) {
            self =
                switch word.unicodeScalars.first?.value ?? 0 {
                case ..<0x2B0, 0x1E00...0x1EFF: .latin
                case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
                case 0x400...0x52F: .cyrillic
                case 0x590...0x5FF: .hebrew
                case 0x600...0x6FF, 0x750...0x77F: .arabic
                case 0x3400...0x9FFF: .han
                default: .other
                }
        }

        /// Whether short vowels are left out in writing, so that two like consonants side by side may be two or one.
        var leavesOutVowels: Bool { self == .arabic || self == .hebrew }
    }

    private static func readings(of raw: String, _ plain: String, in script: Script) -> Set<String> {
        switch script {
        case .latin:
            if raw.utf8.allSatisfy({ $0 < 0x80 }) { return [raw] }
            let letters = raw.precomposedStringWithCanonicalMapping
            return Set(read(letters, latin).map { ascii(NameTokens.normalised($0)) })
        case .arabic: return Set(read(plain, arabic).map(beginningPlain))
        case .hebrew: return Set(read(plain, hebrew).map(beginningPlain))
        case .cyrillic: return read(plain, cyrillic)
        case .greek:
            let joined = greekPairs.reduce(plain) { $0.replacing($1.0, with: $1.1) }
            return read(joined, greek)
        case .han, .other: return [NameTokens.transliterated(plain)]
        }
    }

    /// A word by each column of a table; a letter that the table doesn't know stays if it is Latin.
    private static func read(_ word: String, _ table: [Character: [String]]) -> Set<String> {
        let columns = word.compactMap { table[$0]?.count }.max() ?? 1
        return Set(
            (0..<columns).map { column in
                word.reduce(into: "") { text, letter in
                    guard let sounds = table[letter] else { return text.append(letter) }
                    text += sounds[min(column, sounds.count - 1)]
                }
            }.map { table == latin ? $0 : ascii($0) }
        )
    }

    private static func beginningPlain(_ reading: String) -> String { reading.hasPrefix("eh") ? String(reading.dropFirst()) : reading }

    private static func ascii(_ text: String) -> String { text.filter { $0.isASCII && $0.isLetter || $0.isNumber } }

    private static func table(_ text: String) -> [Character: [String]] {
        var table: [Character: [String]] = [:]
        for entry in text.split(separator: " ") {
            let parts = entry.split(separator: "=", omittingEmptySubsequences: false)
            let sounds = parts[1].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            for letter in parts[0] { table[letter] = sounds }
        }
        return table
    }

    /// Letters with strokes, and those whose mark some write as a letter.
    private static let latin = table(
        "ł=l đ=d|dj ð=d|dh ø=o|oe ö=o|oe ü=u|ue ä=a|ae å=a|aa æ=ae ß=ss œ=oe þ=th ħ=h ı=i ŋ=ng ə=a|e č=c|ch ć=c|ch š=s|sh ž=z|zh ğ=g|"
    )

    /// Read as in Arabic, as in Persian, and as in Egypt and the Gulf.
    /// An h within a word has a vowel before it, so that it doesn't make one sound with another consonant (z and h in Zahra).
    private static let arabic = table(
        """
        اأإآٱعىة=a ء= ب=b پ=p ت=t ث=th|s|th ج=j|j|g چ=ch ح=eh خ=kh د=d ذ=dh|z|dh ر=r ز=z ژ=zh س=s ش=sh ص=s ض=d|z|d ط=t ظ=z|z|d غ=gh ف=f \
        ق=q|q|g ک=k ك=k گ=g ل=l م=m ن=n ں=n هہھۀ=eh و=w|v|w ؤ=w ي=y ی=y ئ=y ے=e ٹ=t ڈ=d ڑ=r ڤ=v
        """)

    private static let hebrew = table(
        "א=a ב=b|v ג=g ד=d ה=eh ו=v|w|w ז=z ח=eh|kh ט=t י=y כ=k|kh ך=k|kh ל=l םמ=m ןנ=n ס=s ע=a פ=p|f ף=f צ=ts ץ=ts ק=k ר=r ש=sh ת=t")

    private static let cyrillic = table(
        """
        а=a б=b в=v г=g|h ґ=g д=d е=e ж=zh|z з=z и=i і=i ј=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh|h ц=ts|c ч=ch ш=sh щ=shch|sh \
        ъ= ы=y ь= э=e ю=yu я=ya є=ye ђ=dj ћ=c|ch љ=lj|l њ=nj|n џ=dzh ѓ=gj ќ=kj ѕ=dz ә=a ө=o ү=u ұ=u қ=k|q ң=n ғ=gh|g һ=h ҳ=h ӣ=i
        """)

    /// Two letters that are one sound at the start of a word, and in a word one or two.
    private static let greekPairs = [
        ("μπ", "ɓ"), ("ντ", "ɗ"), ("γκ", "ɠ"), ("γγ", "ng"), ("γχ", "nch"), ("ου", "u"), ("αυ", "av"), ("ευ", "ev"),
    ]
    private static let greek = table(
        "α=a β=v γ=g|y δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σς=s τ=t υ=y φ=f|ph χ=ch|h ψ=ps ω=o ɓ=b|mp ɗ=d|nt ɠ=g|gk")
}
