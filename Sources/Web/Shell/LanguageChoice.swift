import Vocabulary

/// Which language a page is in: the one in the address, else the one the browser asks for, else English.
enum LanguageChoice {
    /// Takes the language off the front of a path: `/fr/countries` → French, `/countries`.
    static func split(_ segments: [String]) -> (chosen: Language?, rest: [String]) {
        guard let first = segments.first, let language = Language(rawValue: first) else { return (nil, segments) }
        return (language, Array(segments.dropFirst()))
    }

    /// Reads `Accept-Language`: the best of the six by weight, then by order; `zh-Hant` and `pt` fall through to what comes next.
    static func negotiated(_ header: String?) -> Language {
        guard let header, header.utf8.count <= 1_000 else { return .en }
        var best: (language: Language, weight: Double)?
        for part in header.split(separator: ",").prefix(20) {
            let pieces = part.split(separator: ";").map { $0.trimmingSpaces }
            guard let tag = pieces.first?.lowercased() else { continue }
            let primary = tag.prefix { $0 != "-" }
            let weight = pieces.dropFirst().compactMap { $0.hasPrefix("q=") ? Double($0.dropFirst(2)) : nil }.first ?? 1
            guard let language = Language(rawValue: String(primary)), weight > 0, weight <= 1 else { continue }
            if weight > best?.weight ?? 0 { best = (language, weight) }
        }
        return best?.language ?? .en
    }
}

extension Substring {
    var trimmingSpaces: String {
        let start = drop { $0 == " " || $0 == "\t" }
        guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return String(start[...end])
    }
}
