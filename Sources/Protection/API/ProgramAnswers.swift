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
        _ names: [String], days: [DayField] = [], amounts: [AmountField] = [], besides spared: [String] = []
    ) throws -> FormBody {
        var pairs: [(name: String, value: String)] = []
        for member in members where !spared.contains(member.name) {
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

extension Schema {
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
    /// What may be wrong with a document that changes something in a file.
    package static let changeRefusals: [EndpointRefusal] = [.malformed, .notFound, .conflict, .tooLarge, .wrongMedia, .invalid]
}
