import Basics
import Vocabulary

/// What is wrong with the document that a program sent, field by field. It says the rule, never what was sent.
package enum FieldsRefused: Refusal {
    /// Nothing has this name.
    case unknown(String)
    /// What stands there is of another kind than the field.
    case kind(String)
    case problems([String])
    case choice(String, [String])

    package var code: String {
        switch self {
        case .unknown: "api.unknown-field"
        case .kind: "api.kind-of-field"
        case .problems: "api.fields"
        case .choice: "api.not-a-choice"
        }
    }

    package var message: String {
        switch self {
        case .unknown(let name): "There is no field “\(name)” here. Leave it out, or look up its name."
        case .kind(let name): "“\(name)” is of another kind than this field takes. Look up what it takes."
        case .problems(let lines): "Correct these fields and send it again. " + lines.joined(separator: " ")
        case .choice(let name, let choices): "“\(name)” takes one of: \(choices.joined(separator: ", "))."
        }
    }

    /// What a reading found.
    package init(_ filled: Filled) {
        self = .problems(filled.problems.map { problem in (problem.field.map { "\($0): " } ?? "") + problem.word.en })
    }
}

extension FormBody {
    /// The answers of a document as a form holds them: texts, numbers, flags (a tick) and lists of texts, by the names of the fields.
    package init(answers: JSONValue) throws(FieldsRefused) {
        guard case .members(let members) = answers else { throw .kind("$") }
        var pairs: [(name: String, value: String)] = []
        for member in members.prefix(500) {
            switch member.value {
            case .text(let text): pairs.append((member.name, text))
            case .integer(let number): pairs.append((member.name, String(number)))
            case .bool(let flag): if flag { pairs.append((member.name, "yes")) }
            case .list(let items):
                for item in items.prefix(500) {
                    guard case .text(let text) = item else { throw .kind(member.name) }
                    pairs.append((member.name, text))
                }
            case .null: break
            case .members: throw .kind(member.name)
            }
        }
        self.init(Query(pairs))
    }
}
