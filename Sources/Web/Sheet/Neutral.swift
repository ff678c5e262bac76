/// Makes text inert in a spreadsheet.
package enum Neutral {
    /// The text, with an apostrophe before it when a spreadsheet would take it for a formula or a command: after blanks and
    /// control characters it begins with `= + - @`, in ASCII or full width (OWASP, "CSV injection"), or it begins with a
    /// control character itself. Zero bytes are dropped.
    package static func text(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        // Most cells begin with a letter.
        if ("A"..."z").contains(first), !text.utf8.contains(0) { return text }
        let clean = text.utf8.contains(0) ? text.replacing("\0", with: "") : text
        let lead = clean.unicodeScalars.first { !$0.properties.isWhitespace && !isUnseen($0) }
        let starts = lead.map(triggers.contains) ?? false
        guard starts || first.properties.generalCategory == .control else { return clean }
        return "'" + clean
    }

    /// Control characters and marks without a shape, such as a byte order mark, behind which a sign may hide.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
    }

    private static let triggers: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
}
