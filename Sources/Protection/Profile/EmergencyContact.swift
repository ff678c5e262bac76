package import Vocabulary

/// Whom to call now.
package struct EmergencyContact: Coded, ProfilePart {
    /// What a record holds.
    package let code: String
    /// Who answers.
    package let title: Word
    /// The number as it is dialled: digits, spaces, `+`, `*`, `#`.
    package let telephone: String
    /// When to call it, and when somebody answers.
    package let when: Word

    init(_ part: inout ProfileReader) {
        code = part.code()
        title = part.word("title")
        telephone = part.text("telephone")
        when = part.word("when")
        if !telephone.allSatisfy({ ("0"..."9").contains($0) || " +*#".contains($0) }) {
            part.refuse("telephone", "“\(telephone)” can’t be dialled: use digits, spaces, +, * and #")
        }
    }
}

/// A danger that is asked about before anything else, with what to do at once.
package struct ImmediateDanger: Coded, ProfilePart {
    /// What a record holds.
    package let code: String
    /// What the first responder asks, or looks at.
    package let question: Word
    /// What to do now when the answer is yes.
    package let doNow: Word
    /// Whom to call: the code of an emergency contact.
    package let call: String

    init(_ part: inout ProfileReader) {
        code = part.code()
        question = part.word("question")
        doNow = part.word("doNow")
        call = part.code("call")
    }
}

/// Something that a person may need this very night.
package struct NeedTonight: Coded, ProfilePart {
    /// What a record holds.
    package let code: String
    /// What the first responder ticks.
    package let text: Word
    /// What meets it: the code of a service.
    package let service: String

    init(_ part: inout ProfileReader) {
        code = part.code()
        text = part.word("text")
        service = part.code("service")
    }
}
