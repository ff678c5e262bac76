package import Vocabulary

/// The time to recover and to think, in which nobody is removed and nobody must decide whether to cooperate.
package struct ReflectionPeriod: Sendable, Hashable, ProfilePart {
    /// Its length: 30 days at least (Council of Europe convention, article 13; 90 are urged).
    package let days: Int
    /// How long one extension is; 0 when there are none.
    package let extensionDays: Int
    /// How often it can be extended.
    package let extensions: Int
    /// So many days before its end a warning is given, the earliest first.
    package let warnDays: [Int]

    /// Its length with every extension.
    package var longest: Int { days + extensions * extensionDays }

    init(_ part: inout ProfileReader) {
        days = part.number("days", in: 30...730)
        extensionDays = part.number("extensionDays", in: 0...730)
        extensions = part.number("extensions", in: 0...12)
        let warnings = part.ascending("warnDays", in: 1...730) ?? []
        warnDays = warnings.reversed()
        if warnings.isEmpty { part.refuse("warnDays", "must hold at least one number") }
        if let earliest = warnings.last, earliest >= days { part.refuse("warnDays", "warns before the period of \(days) days begins") }
        if (extensions == 0) != (extensionDays == 0) {
            part.refuse("extensionDays", "and extensions must both be 0, or neither")
        }
    }
}

/// A kind of residence permit that a person may be given.
package struct ResidencePermitKind: Coded, ProfilePart {
    /// What a record holds.
    package let code: String
    /// What it is called.
    package let name: Word
    /// How long one is given for: 1 to 120 months.
    package let months: Int
    /// Whether it can be given again when it ends.
    package let isRenewable: Bool

    init(_ part: inout ProfileReader) {
        code = part.code()
        name = part.word("name")
        months = part.number("months", in: 1...120)
        isRenewable = part.flag("renewable")
    }
}
