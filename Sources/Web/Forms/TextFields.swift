package import Vocabulary

/// A line of text. Surrounding blanks are cut off; control characters are refused.
package struct TextField: Field {
    /// What the line is for: helps the browser offer the right keyboard and what it remembers.
    package enum Purpose: Sendable, Hashable {
        case plain, personName, organisationName, email, telephone, username, oneTimeCode, search
    }

    package let name: String
    package let label: Word
    package let why: Word?
    package let isRequired: Bool
    /// In characters.
    package let length: ClosedRange<Int>
    package let purpose: Purpose

    package init(
        _ name: String, _ label: Word, why: Word? = nil, isRequired: Bool = true, length: ClosedRange<Int> = 1...200,
        purpose: Purpose = .plain
    ) {
        self.name = name
        self.label = label
        self.why = why
        self.isRequired = isRequired
        self.length = length
        self.purpose = purpose
    }

    package func value(in form: FormBody) throws(FieldProblem) -> String? {
        let text = (form.fields[name] ?? "").withoutOuterBlanks
        guard !text.isEmpty else { return nil }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw FieldProblem(.plainTextNeeded)
        }
        try check(length, text)
        if purpose == .email, !Self.looksLikeEmail(text) { throw FieldProblem(.emailNeeded) }
        return text
    }

    package func texts(of value: String) -> [(name: String, value: String)] { [(name, value)] }

    package func control(_ html: inout Markup, _ filled: Filled) {
        let kind: [Attribute] =
            switch purpose {
            case .plain: [.type("text"), .autocomplete("off")]
            case .personName: [.type("text"), .autocomplete("name"), .dirAuto]
            case .organisationName: [.type("text"), .autocomplete("organization"), .dirAuto]
            case .email: [.type("email"), .autocomplete("email")]
            case .telephone: [.type("tel"), .autocomplete("tel")]
            case .username: [.type("text"), .autocomplete("username"), .spellcheckOff]
            case .oneTimeCode: [.type("text"), .autocomplete("one-time-code"), .inputmode("numeric"), .spellcheckOff]
            case .search: [.type("search"), .autocomplete("off")]
            }
        html.open("input", kind + attributes(filled) + [.value(filled.text(name)), .maxlength(length.upperBound)])
    }

    /// One `@` with something on both sides and a dot behind it; only a message that arrives proves more.
    private static func looksLikeEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".")
            && !text.contains { $0.isWhitespace }
    }
}

/// Several lines of text. Line ends become `\n`.
package struct LongTextField: Field {
    package let name: String
    package let label: Word
    package let why: Word?
    package let isRequired: Bool
    package let length: ClosedRange<Int>
    package let rows: Int

    package init(
        _ name: String, _ label: Word, why: Word? = nil, isRequired: Bool = true, length: ClosedRange<Int> = 1...4_000, rows: Int = 6
    ) {
        self.name = name
        self.label = label
        self.why = why
        self.isRequired = isRequired
        self.length = length
        self.rows = rows
    }

    package func value(in form: FormBody) throws(FieldProblem) -> String? {
        let text = (form.fields[name] ?? "").replacing("\r\n", with: "\n").replacing("\r", with: "\n").withoutOuterBlanks
        guard !text.isEmpty else { return nil }
        let isPlain = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control || $0 == "\n" || $0 == "\t" }
        guard isPlain else { throw FieldProblem(.plainTextNeeded) }
        try check(length, text)
        return text
    }

    package func texts(of value: String) -> [(name: String, value: String)] { [(name, value)] }

    package func control(_ html: inout Markup, _ filled: Filled) {
        html.element("textarea", attributes(filled) + [.rows(rows), .dirAuto]) { html in
            // A browser drops the first line end of a textarea: this one is for it.
            html.bytes.append(0x0A)
            html.text(filled.text(name))
        }
    }
}

/// A password or another secret: taken as it is, never shown again.
package struct SecretField: Field {
    package let name: String
    package let label: Word
    package let why: Word?
    package let isRequired: Bool
    /// Whether a new secret is chosen here, and not an existing one given.
    package let isNew: Bool

    package init(_ name: String, _ label: Word, why: Word? = nil, isRequired: Bool = true, isNew: Bool = false) {
        self.name = name
        self.label = label
        self.why = why
        self.isRequired = isRequired
        self.isNew = isNew
    }

    package func value(in form: FormBody) throws(FieldProblem) -> String? {
        guard let text = form.fields.filled(name) else { return nil }
        guard text.utf8.count <= 1_000 else { throw FieldProblem(.atMost(characters: 1_000)) }
        return text
    }

    package func texts(of value: String) -> [(name: String, value: String)] { [] }

    package func control(_ html: inout Markup, _ filled: Filled) {
        let purpose: Attribute = isNew ? .autocomplete("new-password") : .autocomplete("current-password")
        html.open("input", [.type("password"), purpose] + attributes(filled))
    }
}

extension Field {
    func check(_ length: ClosedRange<Int>, _ text: String) throws(FieldProblem) {
        guard text.count <= length.upperBound else { throw FieldProblem(.atMost(characters: length.upperBound)) }
        guard text.count >= length.lowerBound else { throw FieldProblem(.atLeast(characters: length.lowerBound)) }
    }
}

extension String {
    /// Without the white space at both ends.
    var withoutOuterBlanks: String {
        let start = drop { $0.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
