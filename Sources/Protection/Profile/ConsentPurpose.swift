package import Access
package import Basics
package import Store
package import Vocabulary

/// What a person is asked to agree to, apart from everything else.
package struct ConsentPurpose: Coded, ProfilePart {
    /// What a record holds.
    package let code: String
    /// What it is called on work pages.
    package let name: Word
    /// How it is explained to the person, in each language.
    package let explain: ProfileText
    /// Whether a guardian answers for a child; so it is unless the file says otherwise. The child's views are recorded either way.
    package let needsGuardianForChild: Bool

    // Those that the program itself asks for; a profile has each.

    /// That the authority which identifies victims is told.
    package static let identification = "identification"
    /// That a service learns what it needs to help.
    package static let serviceReferral = "service_referral"
    /// That another organisation looks after the person from now on, and keeps the whole file.
    package static let transfer = "transfer"
    /// That the family is looked for and written to.
    package static let family = "family"
    static let needed = [identification, serviceReferral, transfer, family]

    init(_ part: inout ProfileReader) {
        code = part.code()
        name = part.word("name")
        explain = part.part("explain")
        needsGuardianForChild = part.flag("guardianForChild", unlessSaid: true)
    }
}

/// A law that lets something be disclosed without consent.
package struct DisclosureOverride: Coded, ProfilePart {
    /// What a record holds.
    package let code: String
    /// What the law allows, and when.
    package let text: Word
    /// Who alone may invoke it.
    package let authority: Word
    /// To whom alone it lets something be told; `nil` for whomever the case requires.
    package let recipient: Competence?

    init(_ part: inout ProfileReader) {
        code = part.code()
        text = part.word("text")
        authority = part.word("authority")
        recipient = part.optionalChoice("to")
    }

    /// Whether it lets an organisation be told.
    package func allows(_ organisation: ID<Organisation>?, in tx: any Transaction) throws -> Bool {
        guard let recipient else { return true }
        return try organisation.map { try recipient.isOf($0, in: tx) } ?? false
    }
}
