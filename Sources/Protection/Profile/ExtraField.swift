package import Vocabulary

/// A field that a country adds to a record.
package struct ExtraField: Coded, ProfilePart {
    /// What a record holds.
    package let code: String
    /// The record it is added to.
    package let record: Record
    /// What stands beside it on the page.
    package let label: Word
    /// What can be entered.
    package let type: Kind
    /// The choices; empty unless it is a choice.
    package let options: [CodedText]
    /// Whether it is encrypted with the person's key, as all must be that tells who somebody is.
    package let isSealed: Bool
    /// Why the country needs it: a field without a reason is not asked.
    package let why: Word

    /// The records that can have more fields.
    package enum Record: String, CaseIterable, Sendable, Hashable, Codable {
        case referral, person
        case caseFile = "case"
        case experience
    }

    /// What can be entered.
    package enum Kind: String, CaseIterable, Sendable, Hashable, Codable {
        case text, number, day, choice
        case yesNoUnknown = "yes_no_unknown"
    }

    init(_ part: inout ProfileReader) {
        code = part.code()
        record = part.choice("on", standIn: .referral)
        label = part.word("label")
        type = part.choice("type", standIn: .text)
        options = part.optionalList("options")
        isSealed = part.flag("sealed")
        why = part.word("why")
        if type == .choice, options.isEmpty { part.refuse("options", "are missing: it is a choice") }
        if type != .choice, !options.isEmpty { part.refuse("options", "are only for a choice") }
    }
}
