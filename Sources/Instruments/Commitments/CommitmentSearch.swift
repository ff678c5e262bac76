import Foundation

/// What somebody looks for among the commitments; empty parts do not narrow.
package struct CommitmentSearch: Hashable, Sendable {
    package var words: String
    package var source: Commitment.Source?
    package var pillar: Commitment.Pillar?

    package init(words: String = "", source: Commitment.Source? = nil, pillar: Commitment.Pillar? = nil) {
        (self.words, self.source, self.pillar) = (words, source, pillar)
    }

    package var isEmpty: Bool { normalisedWords.isEmpty && source == nil && pillar == nil }

    /// The words as they are compared: at most eight, so that a long text asks for no long query.
    var normalisedWords: [String] { Array(Self.normalised(words).split(separator: " ").map(String.init).prefix(8)) }

    /// Small letters without accents; everything but letters, digits, `.` and `-` a blank. Both databases compare it as bytes.
    static func normalised(_ text: String) -> String {
        let folded = text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: Locale(identifier: "en"))
        let kept = folded.lowercased().map { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" ? $0 : " " }
        return String(kept).split(separator: " ").joined(separator: " ")
    }
}

extension Commitment {
    /// Everything that a search looks at.
    var searchText: String { CommitmentSearch.normalised("\(id) \(heading) \(statement) \(reference) \(addressedTo)") }
}
