import Foundation

extension String {
    /// Without blanks at the ends, and with single ones between.
    var singleSpaced: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// As it is searched for: lower case, without accents.
    var folded: String {
        singleSpaced.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
    }

    /// A `LIKE` pattern that finds this text anywhere, whatever characters it has.
    var likePattern: String {
        let escaped = folded.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
        return "%" + escaped + "%"
    }
}
