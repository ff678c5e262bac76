package import Vocabulary
package import Web

/// A currency that is in use, by the three letters of ISO 4217.
package struct CurrencyField: Field {
    package let name: String
    package let label: Word
    package let why: Word?
    package let isRequired: Bool

    package init(_ name: String, _ label: Word, why: Word? = nil, isRequired: Bool = true) {
        (self.name, self.label, self.why, self.isRequired) = (name, label, why, isRequired)
    }

    private var list: ChoiceField<String> {
        ChoiceField(name, label, why: why, isRequired: isRequired, choices: Self.choices, as: .list, otherwise: .currencyInUseNeeded)
    }
    private static let choices = Currencies.codes.map { Choice($0, key: $0, label: .data($0)) }

    /// A program may write the letters small.
    package func value(in form: FormBody) throws(FieldProblem) -> String? {
        guard let letters = form.fields.filled(name) else { return nil }
        return try list.value(in: FormBody(Query([(name, letters.uppercased())])))
    }

    package func texts(of value: String) -> [(name: String, value: String)] { list.texts(of: value) }
    package func control(_ html: inout Markup, _ filled: Filled) { list.control(&html, filled) }
}

extension Word {
    static let currencyInUseNeeded = Word(
        work: "No currency has these letters. Choose one of the list: they are the currencies of ISO 4217, such as EUR.",
        fr: "Aucune monnaie n’a ces lettres. Choisissez-en une dans la liste : ce sont les monnaies d’ISO 4217, comme EUR.")
}
