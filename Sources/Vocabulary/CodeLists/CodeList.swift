/// One version of one code list, as its data file holds it.
package struct CodeList: Sendable {
    /// The name that files, columns and mappings call it by, such as `exploitation`.
    package let name: String
    /// 1 or more; a list that changes gets the next number and a file of its own.
    package let version: Int
    package let title: Word
    /// Where its codes come from.
    package let source: String
    /// In the order of the file, which is the order to show them in.
    package let entries: [CodeEntry]
    /// The label that stands for "all of them together" in UNODC's data, where the list has one.
    package let glotipTotal: String?

    private let places: [String: Int]
    private let inward: [String: Int]

    init(name: String, version: Int, title: Word, source: String, entries: [CodeEntry], glotipTotal: String?) {
        (self.name, self.version, self.title, self.source) = (name, version, title, source)
        (self.entries, self.glotipTotal) = (entries, glotipTotal)
        places = Dictionary(entries.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        var inward: [String: Int] = [:]
        for (place, entry) in entries.enumerated() {
            for other in entry.htcds where other.match != .broader { inward["htcds:\(other.field)\n\(other.label)"] = place }
            for other in entry.glotip where other.match != .broader { inward["glotip\n\(other.label)"] = place }
        }
        self.inward = inward
    }

    package subscript(code: String) -> CodeEntry? { places[code].map { entries[$0] } }

    /// Our code for a code of an HTCDS field, such as `SexualExploitation` of `vic_TypeOfExploitation`.
    package func entry(htcds field: String, _ code: String) -> CodeEntry? {
        inward["htcds:\(field)\n\(code)"].map { entries[$0] }
    }

    /// Our code for a label of UNODC's data, such as `Forced labour`.
    package func entry(glotip label: String) -> CodeEntry? { inward["glotip\n\(label)"].map { entries[$0] } }

    /// Our code for a label of a scheme: `nil` is our own codes, then `glotip`, or `htcds:` and the field.
    package func entry(for label: String, scheme: String?) -> CodeEntry? {
        guard let scheme else { return self[label] }
        return inward["\(scheme)\n\(label)"].map { entries[$0] }
    }

    /// Whether any code has a counterpart in the scheme.
    package func knows(scheme: String?) -> Bool {
        guard let scheme else { return true }
        return inward.keys.contains { $0.hasPrefix(scheme + "\n") }
    }

    /// The name of a code, or the code itself in every language when the list does not have it.
    package func name(of code: String) -> Word {
        self[code]?.name ?? Word(en: code, fr: code, es: code, ar: code, ru: code, zh: code)
    }

    /// The codes directly under a wider one, in the order of the list.
    package func narrower(than code: String) -> [CodeEntry] { entries.filter { $0.broader == code } }

    /// The codes that stand under no other.
    package var top: [CodeEntry] { entries.filter { $0.broader == nil } }

    /// Whether a code is another one, or lies under it at any depth.
    package func isOrLiesUnder(_ code: String, _ ancestor: String) -> Bool {
        var current: String? = code
        var steps = 0
        while let here = current, steps <= entries.count {
            if here == ancestor { return true }
            current = self[here]?.broader
            steps += 1
        }
        return false
    }
}
