package import Vocabulary

/// Why a file is closed, and how long it is kept then.
package struct ClosureReason: Coded, ProfilePart {
    /// What a record holds.
    package let code: String
    /// What it is called.
    package let name: Word
    /// How many years after closure the identity is destroyed: 1 to 50.
    package let retentionYears: Int
    /// Why it is kept so long; `nil` when the profile says nothing.
    package let retention: Word?
    /// Whether a file may be closed for it while a presumption or a review is open: a death, a departure, a file opened in error.
    package let endsPresumption: Bool
    /// Whether it says that somebody is no victim: only after a decision that says so.
    package let afterNegativeDecision: Bool

    init(_ part: inout ProfileReader) {
        code = part.code()
        name = part.word("name")
        retentionYears = part.number("retentionYears", in: 1...50)
        retention = part.optionalWord("retention")
        endsPresumption = part.flag("endsPresumption", unlessSaid: false)
        afterNegativeDecision = part.flag("afterNegativeDecision", unlessSaid: false)
    }
}
