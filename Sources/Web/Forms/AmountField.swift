package import Vocabulary

/// An amount of money as people write it (`1 200.50`, `1200,5`), read into minor units: hundredths.
package struct AmountField: Field {
    package let name: String
    package let label: Word
    package let why: Word?
    package let isRequired: Bool
    /// What is taken, in minor units.
    package let bounds: ClosedRange<Int>
    /// What is said about an amount outside of them.
    private let outside: Word
    /// The largest amount that is taken, in minor units.
    package static let most = 100_000_000_000

    /// An amount of money.
    /// - Parameter mayBeNothing: whether 0 is an amount too.
    package init(_ name: String, _ label: Word, why: Word? = nil, isRequired: Bool = true, mayBeNothing: Bool = true) {
        (self.name, self.label, self.why, self.isRequired) = (name, label, why, isRequired)
        (bounds, outside) = ((mayBeNothing ? 0 : 1)...Self.most, mayBeNothing ? .amountNeeded : .amountAboveZero)
    }

    /// A quantity in hundredths that is no money, such as hours.
    /// - Parameter outside: what is said about one outside of the bounds.
    package init(_ name: String, _ label: Word, why: Word? = nil, isRequired: Bool = true, bounds: ClosedRange<Int>, outside: Word) {
        (self.name, self.label, self.why, self.isRequired) = (name, label, why, isRequired)
        (self.bounds, self.outside) = (bounds, outside)
    }

    package func value(in form: FormBody) throws(FieldProblem) -> Int? {
        let text = (form.fields[name] ?? "").withoutOuterBlanks.withWesternDigits.filter { !$0.isWhitespace && $0 != "'" && $0 != "’" }
        guard !text.isEmpty else { return nil }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," || $0 == "٫" }
        let isDigits = parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        guard isDigits, parts.count <= 2, let whole = Int(parts[0]), whole <= Self.most / 100 else { throw FieldProblem(.amountNeeded) }
        guard parts.count == 2 else { return try checked(whole * 100) }
        // Three digits after the mark would be thousands to one reader and thousandths to another.
        guard (1...2).contains(parts[1].count), let rest = Int(parts[1]) else { throw FieldProblem(.amountNeeded) }
        return try checked(whole * 100 + (parts[1].count == 1 ? rest * 10 : rest))
    }

    private func checked(_ amount: Int) throws(FieldProblem) -> Int {
        guard bounds.contains(amount) else { throw FieldProblem(outside) }
        return amount
    }

    package func texts(of value: Int) -> [(name: String, value: String)] {
        let rest = value % 100
        return [(name, "\(value / 100).\(rest < 10 ? "0" : "")\(rest)")]
    }

    package func control(_ html: inout Markup, _ filled: Filled) {
        html.open(
            "input",
            [.type("text"), .inputmode("decimal"), .autocomplete("off"), .size(12)] + attributes(filled) + [.value(filled.text(name))]
        )
    }
}

extension Word {
    static let amountAboveZero = Word(
        en: "Write an amount above 0, such as 1200 or 1200.50.", fr: "Écrivez un montant supérieur à 0, tel que 1200 ou 1200,50.",
        es: "Escriba un importe superior a 0, como 1200 o 1200,50.", ar: "اكتب مبلغًا أكبر من 0، مثل 1200 أو 1200.50.",
        ru: "Укажите сумму больше 0, например 1200 или 1200,50.", zh: "请填写大于0的金额，例如 1200 或 1200.50。"
    )
    static let amountNeeded = Word(
        en: "Write an amount such as 1200 or 1200.50, with at most two digits after the point.",
        fr: "Écrivez un montant tel que 1200 ou 1200,50, avec deux chiffres au plus après la virgule.",
        es: "Escriba un importe como 1200 o 1200,50, con dos cifras como máximo tras la coma.",
        ar: "اكتب مبلغًا مثل 1200 أو 1200.50، برقمين على الأكثر بعد الفاصلة.",
        ru: "Укажите сумму, например 1200 или 1200,50: не более двух цифр после запятой.",
        zh: "请填写金额，例如 1200 或 1200.50，小数点后最多两位。"
    )
}
