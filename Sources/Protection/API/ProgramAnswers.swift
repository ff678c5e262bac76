import Basics
package import Web

/// What a program answers to the questions of a form: the same fields as on the page, so that both are read by the same rules. The names
/// are those of the form with `_` for `-`; a day is written `2026-11-25`, an amount in minor units.
package struct ProgramAnswers: Sendable {
    private let members: [JSONValue.Member]
    private let today: Day?

    /// Takes the document of a visit.
    /// - Parameter names: all that it may hold, besides days and amounts.
    package init(_ visit: Visit) throws {
        guard case .members(let members) = try JSONValue(reading: visit.form.json) else { throw FieldsRefused.kind("$") }
        self.members = members
        today = visit.form.today
    }

    /// The answers as a form holds them.
    /// - Throws: `FieldsRefused` for what is not asked here, or is of another kind.
    package func form(
        _ names: [String] = [], days: [DayField] = [], amounts: [AmountField] = [], groups: [QuestionGroup] = [],
        besides spared: [String] = []
    ) throws -> FormBody {
        var pairs: [(name: String, value: String)] = []
        for group in groups { pairs += try group.pairs(JSONValue.members(members)[group.name]) }
        for member in members where !spared.contains(member.name) && !groups.contains(where: { $0.name == member.name }) {
            let name = member.name.replacing("_", with: "-")
            if case .null = member.value { continue }
            if let field = days.first(where: { $0.name == name }) {
                guard case .text(let text) = member.value, let day = Day(iso: text) else { throw FieldsRefused.kind(member.name) }
                pairs += field.texts(of: day)
            } else if let field = amounts.first(where: { $0.name == name }) {
                guard case .integer(let amount) = member.value, (0...AmountField.most).contains(amount) else {
                    throw FieldsRefused.kind(member.name)
                }
                pairs += field.texts(of: amount)
            } else if names.contains(name) {
                pairs += try FormBody(answers: .members([JSONValue.Member(name: name, value: member.value)])).fields.pairs
            } else {
                throw FieldsRefused.unknown(member.name)
            }
        }
        return FormBody(Query(pairs), today: today)
    }

    /// A text that no form asks for, such as an id.
    package func text(_ name: String) throws(FieldsRefused) -> String {
        guard case .text(let text)? = JSONValue.members(members)[name] else { throw .kind(name) }
        return text
    }

    /// The version that was read.
    package var version: Int {
        get throws(FieldsRefused) {
            guard case .integer(let version)? = JSONValue.members(members)["version"], version > 0, version < 1_000_000 else {
                throw .kind("version")
            }
            return version
        }
    }
}

/// Questions that stand beside one another in a form, which a document answers in an object of its own: the scores of an assessment.
package struct QuestionGroup: Sendable {
    let name: String
    /// What the form calls the question of each code.
    let fields: [String: String]
    /// What the form takes for a question whose answer is `null`; without it such a question is not answered.
    let unknown: String?
    let isWhole: Bool

    /// - Parameter isWhole: whether each question must be answered.
    package init(_ name: String, _ codes: [String], unknown: String? = nil, isWhole: Bool = true, field: (String) -> String) {
        (self.name, self.unknown, self.isWhole) = (name, unknown, isWhole)
        fields = Dictionary(codes.map { ($0, field($0)) }) { first, _ in first }
    }

    fileprivate func pairs(_ answer: JSONValue?) throws(FieldsRefused) -> [(name: String, value: String)] {
        if answer == nil, !isWhole { return [] }
        guard case .members(let members)? = answer else { throw .kind(name) }
        var pairs: [(name: String, value: String)] = []
        for member in members {
            guard let field = fields[member.name] else { throw .unknown("\(name).\(member.name)") }
            switch member.value {
            case .text(let text): pairs.append((field, text))
            case .integer(let number): pairs.append((field, String(number)))
            case .null: if let unknown { pairs.append((field, unknown)) }
            default: throw .kind("\(name).\(member.name)")
            }
        }
        let missing = fields.filter { field in !pairs.contains { $0.name == field.value } }.keys.sorted()
        guard !isWhole || missing.isEmpty else { throw .problems(missing.map { "\(name).\($0): This question is not answered." }) }
        return pairs
    }
}

extension Schema {
    /// A score of one of four levels for each question, by its code.
    package static let scores = Schema.dictionary(of: Schema.integer(in: 0...3).orNull)
    /// A day as programs write it.
    package static let day = Schema.text(matching: "[0-9]{4}-[0-9]{2}-[0-9]{2}", length: 10)
    /// An amount in minor units.
    package static let minorUnits = Schema.integer(in: 0...AmountField.most)
}

extension Endpoint {
    /// The id of a case file in a path, for the endpoints of a room.
    package static let fileParameter = caseParameter
    /// An id of something in a file.
    package static func idParameter(_ name: String, _ description: String) -> Parameter { .path(name, .caseID, description) }
    /// Where a list goes on.
    package static let afterParameter = Parameter.query("after", .text(length: 2_000), "The `next` of the answer before.")
    /// What may be wrong with a document that changes something in a file.
    package static let changeRefusals: [EndpointRefusal] = [.malformed, .notFound, .conflict, .tooLarge, .wrongMedia, .invalid]
}
