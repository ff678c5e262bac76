import Access
import Basics
import Tabular
import Vocabulary
import Web

/// The fields of a refused row as questions, one for each column of the file, and for columns that the row lacks.
struct CorrectionFields: Sendable {
    let columns: [String]
    private let values: [String: String]
    /// Columns without which the mapping takes no row.
    private let needed: Set<String>

    init(_ row: RefusedRow, _ mapping: Mapping?) {
        var columns: [String] = []
        var values: [String: String] = [:]
        for field in row.fields where !field.column.isEmpty && values[field.column] == nil {
            columns.append(field.column)
            values[field.column] = field.value
        }
        for field in mapping?.fields ?? [] where !field.columns.contains(where: { values[$0] != nil }) {
            if let name = field.columns.first { columns.append(name) }
        }
        (self.columns, self.values) = (columns, values)
        needed = Set((mapping?.fields ?? []).filter(\.isRequired).flatMap(\.columns))
    }

    /// The question about one column. The name holds its place only: a column may be called anything.
    func question(_ place: Int) -> any Field<String> {
        let (name, label, isRequired) = ("value-\(place)", Word.data(columns[place]), needed.contains(columns[place]))
        if values[columns[place]]?.contains(where: \.isNewline) == true {
            return LongTextField(name, label, isRequired: isRequired, length: 0...10_000)
        }
        return TextField(name, label, isRequired: isRequired, length: 0...10_000)
    }

    var filled: Filled {
        var filled = Filled()
        for (place, column) in columns.enumerated() { fill(&filled, question(place), values[column] ?? "") }
        return filled
    }

    private func fill(_ filled: inout Filled, _ field: some Field<String>, _ value: String) { filled.fill(field, with: value) }

    /// The values that were changed, by column.
    func corrections(_ reading: inout FormReading) -> [String: String] {
        var corrections: [String: String] = [:]
        for (place, column) in columns.enumerated() {
            let value = read(question(place), &reading) ?? ""
            if value != values[column] ?? "" { corrections[column] = value }
        }
        return corrections
    }

    private func read(_ field: some Field<String>, _ reading: inout FormReading) -> String? { reading.read(field) }

    /// Says at each field what is still wrong with it.
    func refuse(_ faults: [Fault], in reading: inout FormReading) {
        for fault in faults {
            let sentence = Word(work: "\(fault.reason.en) \(fault.remedy.en)", fr: "\(fault.reason.fr) \(fault.remedy.fr)")
            if let place = fault.column.flatMap({ columns.firstIndex(of: $0) }) {
                note(question(place), sentence, &reading)
            } else {
                note(question(0), sentence, &reading)
            }
        }
    }

    private func note(_ field: some Field, _ word: Word, _ reading: inout FormReading) { reading.refuse(field, because: word) }
}

extension Cell {
    /// The column of the file that a fault is about; none when it is about the whole row.
    static func field(_ column: String?) -> Cell { column.flatMap { $0.isEmpty ? nil : .text($0) } ?? .word(.wholeRow) }
}

/// The purpose for which a sealed row is opened.
enum OpeningFields {
    static let purpose = TextField("purpose", .openingPurpose, length: 1...500)
}

/// One refused row: what is wrong, and the form that corrects it.
struct RefusedRowPage: Page {
    /// What the page shows of the row's fields.
    enum Content: Sendable {
        /// Nothing: it was decided, or is not for the reader to change.
        case none
        /// A record of a person, still sealed.
        case sealed(Filled)
        case open(CorrectionFields, Filled)
    }

    let row: QuarantinedRow
    let content: Content
    let mayRelease: Bool
    var isStillWrong = false

    var title: Word { .refusedLine(row.line) }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.quarantineMenu, ImportAddress.waiting)] }

    func body(_ html: inout Markup) {
        if isStillWrong { html.p(.stillWrong, .class("note danger"), .role("alert")) }
        html.facts { facts in
            facts.row(.importSource) { $0.text(row.source) }
            facts.row(.runOfRow) { $0.plainNumber(row.run) }
            facts.row(.line) { $0.plainNumber(row.line) }
            facts.row(.rowState) { $0.say(row.state.words) }
            if let expires = row.expiresAt { facts.row(.expiresOn) { $0.day(expires.day()) } }
        }
        wrong(&html)
        switch content {
        case .none: break
        case .sealed(let filled): opening(&html, filled)
        case .open(let fields, let filled): correction(&html, fields, filled)
        }
        if mayRelease, row.state == .waiting {
            html.form(post: ImportAddress.removal(row.id)) { html in
                html.p(.removeTheRowWhy)
                html.submit(.removeTheRow, .class("danger"))
            }
        }
    }

    private func wrong(_ html: inout Markup) {
        let rows: [[Cell]] =
            row.row?.faults.map { fault in
                [.field(fault.column), .text(fault.value), .word(Word(fault.reason)), .word(Word(fault.remedy)), .text(fault.code)]
            } ?? [[.field(row.field), .word(.sealedValue), .word(row.reasonWord), .word(row.remedyWord), .text(row.code)]]
        html.sheet(
            Sheet(
                name: "faults", title: .whatIsWrong,
                columns: [
                    Column("field", .fieldOfFile), Column("value", .valueOfFile), Column("reason", .refusalReason),
                    Column("remedy", .refusalRemedy), Column("code", .refusalCode),
                ],
                rows: rows, source: nil
            ),
            id: "faults"
        )
    }

    private func opening(_ html: inout Markup, _ filled: Filled) {
        html.section { html in
            html.p(.rowIsSealed, .class("note"))
            html.problems(filled)
            html.form(post: ImportAddress.opening(row.id)) { html in
                html.field(OpeningFields.purpose, filled)
                html.submit(.openTheRow)
            }
        }
    }

    private func correction(_ html: inout Markup, _ fields: CorrectionFields, _ filled: Filled) {
        html.section { html in
            html.h2(.correctTheRow)
            html.problems(filled)
            html.form(post: ImportAddress.release(row.id)) { html in
                for place in fields.columns.indices { question(&html, fields.question(place), filled) }
                html.submit(.letItIn)
            }
        }
    }

    private func question(_ html: inout Markup, _ field: some Field, _ filled: Filled) { html.field(field, filled) }
}
