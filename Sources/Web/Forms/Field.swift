package import Basics
package import Vocabulary

/// One question of a form: its words, its bounds, how it is printed and how its answer is read. The page and the handler share it,
/// so that what is asked and what is accepted can't drift apart.
///
/// ```swift
/// enum OrganisationFields {
///     static let name = TextField("name", .organisationName, why: .organisationNameWhy, length: 1...200)
///     static let kind = ChoiceField("kind", .organisationKind, OrganisationKind.allCases, as: .list) { $0.word }
///     static let since = PartialDateField("since", .since, isRequired: false)
/// }
/// // in the page           html.field(OrganisationFields.name, filled)
/// // in the handler        reading.read(OrganisationFields.name)
/// ```
package protocol Field<Value>: Sendable {
    associatedtype Value: Sendable
    /// The name in the form, and the id of its first control: lower-case ASCII, unique within the page. Where several forms of a page ask
    /// the same, `Filled.of` keeps them apart.
    var name: String { get }
    var label: Word { get }
    /// Why it is asked, or what to write: stands beside it.
    var why: Word? { get }
    var isRequired: Bool { get }
    /// Whether several controls answer it (radios, a date): they are then grouped under the label.
    var isGroup: Bool { get }

    /// Reads the answer; `nil` when it was left empty.
    /// - Throws: `FieldProblem` when what stands there can't be used. Being empty is no problem here: `FormReading` judges that.
    func value(in form: FormBody) throws(FieldProblem) -> Value?
    /// The texts under which a value stands in the form.
    func texts(of value: Value) -> [(name: String, value: String)]
    /// Prints the control or controls.
    func control(_ html: inout Markup, _ filled: Filled)
}

extension Field {
    package var isGroup: Bool { false }

    /// The attributes that every single control has.
    func attributes(_ filled: Filled) -> [Attribute] {
        var attributes: [Attribute] = [.id(filled.id(name)), .name(name)]
        if isRequired { attributes.append(Attribute("aria-required", .text("true"))) }
        if let described = describedBy(filled) { attributes.append(.ariaDescribedBy(described)) }
        if filled.problem(name) != nil { attributes.append(.ariaInvalid) }
        return attributes
    }

    func describedBy(_ filled: Filled) -> String? {
        var ids: [String] = []
        if why != nil { ids.append(filled.id(name) + "-why") }
        if filled.problem(name) != nil { ids.append(filled.id(name) + "-problem") }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}

/// What is wrong with an answer, in words that say what to do.
package struct FieldProblem: Error, Sendable, Hashable {
    package let word: Word

    package init(_ word: Word) { self.word = word }
}

/// What stands in a form when it is shown: nothing yet, a stored record, or what was just sent together with its problems.
package struct Filled: Sendable {
    private var texts: [String: [String]]
    private var form: String?
    /// What is wrong with one answer, or with the form as a whole.
    package struct Problem: Sendable, Hashable {
        /// The name and the words of the question; `nil` for the form as a whole.
        package let field: String?
        package let label: Word?
        package let word: Word
    }

    /// The problems in the order of the fields.
    package private(set) var problems: [Problem]

    /// An empty form.
    package init() {
        texts = [:]
        problems = []
    }

    /// A form as it was sent.
    package init(_ form: FormBody) {
        texts = Dictionary(form.fields.pairs.map { ($0.name, [$0.value]) }, uniquingKeysWith: +)
        problems = []
    }

    /// What stands in one of several forms of a page that ask the same: what was sent, and what is wrong with it, in that one alone.
    /// - Parameters:
    ///   - form: the form that is printed, lower-case ASCII; its controls have ids of their own.
    ///   - sent: the form that came back.
    package func of(_ form: String, sent: String?) -> Filled {
        var filled = form == sent ? self : Filled()
        filled.form = form
        return filled
    }

    /// The id of the first control of a field.
    func id(_ name: String) -> String { form.map { "\($0)-\(name)" } ?? name }

    /// Fills in the value that a record has.
    package mutating func fill<Value>(_ field: some Field<Value>, with value: Value?) {
        guard let value else { return }
        for (name, text) in field.texts(of: value) { texts[name, default: []].append(text) }
    }

    /// What stands in it, as a browser would send it.
    package var body: FormBody {
        FormBody(Query(texts.flatMap { name, values in values.map { (name: name, value: $0) } }))
    }

    /// The text that stands under a name; empty when none does.
    func text(_ name: String) -> String { texts[name]?.first ?? "" }
    func holds(_ name: String, _ value: String) -> Bool { texts[name]?.contains(value) ?? false }
    func problem(_ name: String) -> Word? { problems.first { $0.field == name }?.word }

    mutating func choose(_ key: String, in name: String) { texts[name] = [key] }
    mutating func note(_ word: Word, at field: some Field) {
        problems.append(Problem(field: field.name, label: field.label, word: word))
    }
    mutating func note(_ word: Word) { problems.append(Problem(field: nil, label: nil, word: word)) }
}

/// Reads a form field by field and collects what is wrong, so that the visitor learns all of it at once.
///
/// ```swift
/// var reading = FormReading(visit.form)
/// let name = reading.read(OrganisationFields.name)
/// let since = reading.read(OrganisationFields.since)        // not required: `nil` when left empty
/// guard reading.isSound, let name else {
///     return .page(NewOrganisationPage(filled: reading.filled), status: .unprocessable)
/// }
/// ```
/// Fields that the form does not have are never looked at: sending more changes nothing.
package struct FormReading: Sendable {
    private let form: FormBody
    /// What to show again: the answers with their problems.
    package private(set) var filled: Filled

    package init(_ form: FormBody) {
        self.form = form
        filled = Filled(form)
    }

    /// Whether every field read so far is usable.
    package var isSound: Bool { filled.problems.isEmpty }

    /// The answer to a field; `nil` when there is none, or none that can be used.
    package mutating func read<Value>(_ field: some Field<Value>) -> Value? {
        do {
            if let value = try field.value(in: form) { return value }
            if field.isRequired { filled.note(.answerNeeded, at: field) }
        } catch {
            filled.note(error.word, at: field)
        }
        return nil
    }

    /// Notes a problem that only a rule can find: the name is taken, the end lies before the start.
    package mutating func refuse(_ field: some Field, because word: Word) { filled.note(word, at: field) }

    /// Notes a problem of the form as a whole, such as a refusal of the rule behind it.
    package mutating func refuse(because refusal: any Refusal) {
        let word = (refusal as? any SpokenRefusal)?.words ?? Word(work: refusal.message, fr: refusal.message)
        filled.note(word)
    }
}
