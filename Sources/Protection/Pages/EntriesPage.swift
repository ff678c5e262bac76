import Access
import Basics
package import Vocabulary
import Web

/// The entries of a kind as a page shows them: searched and narrowed by what is coded, fifty at a time; a file has some dozens.
/// Free text is not searched: what is looked for stands in the address, where no name belongs.
struct EntryList: Sendable {
    let asked: ListRequest
    let slice: ListSlice<CaseEntry>

    init(_ entries: [CaseEntry], _ kind: EntryKind, _ fields: [EntryField], _ query: Query, _ language: Language) {
        asked = ListRequest(query, Self.shape(kind, fields, isLong: entries.count > 5))
        let (search, filters) = (asked.search.map(Self.folded), asked.filters)
        var found = entries.filter { entry in
            filters.allSatisfy { name, code in entry.values[name]?.holds(code) ?? false }
                && (search.map { Self.folded(entry.text(fields, language)).contains($0) } ?? true)
        }
        if let last = asked.after?.values.last, let place = found.firstIndex(where: { "\($0.id)" == last }) {
            found = Array(found[(place + 1)...])
        }
        slice = ListSlice(fetched: Array(found.prefix(ListRequest.fetchCount))) { ["\($0.id)"] }
    }

    /// A list of a few entries needs no tools.
    private static func shape(_ kind: EntryKind, _ fields: [EntryField], isLong: Bool) -> ListShape {
        let filters = fields.filter { kind.listed.contains($0.name) }.compactMap { field -> ListFilter? in
            switch field.kind {
            case .code(let options), .codes(let options): ListFilter(field.name, field.label, options.map { ($0.code, $0.word) })
            default: nil
            }
        }
        return ListShape(search: isLong ? .findInEntries : nil, filters: isLong ? filters : [], sorts: [ListSort("added")])
    }

    private static func folded(_ text: String) -> String { text.lowercased() }
}

extension EntryValue {
    fileprivate func holds(_ code: String) -> Bool {
        switch self {
        case .code(let own): own == code
        case .codes(let codes): codes.contains(code)
        default: false
        }
    }
}

extension EntryField {
    /// What a field holds, in words; a number and a date as they stand.
    package func words(_ value: EntryValue) -> [Word] {
        func word(_ code: String) -> Word {
            switch kind {
            case .code(let options), .codes(let options): options.first { $0.code == code }?.word ?? .data(code)
            case .yesNoUnknown: Self.yesNoUnknown.first { $0.code == code }?.word ?? .data(code)
            default: .data(code)
            }
        }
        return switch value {
        case .none: []
        case .code(let code): [word(code)]
        case .codes(let codes): codes.map(word)
        case .number(let number): [.data(String(number))]
        case .date(let text), .text(let text): [.data(text)]
        }
    }
}

extension CaseEntry {
    /// What is coded of it, to search in.
    fileprivate func text(_ fields: [EntryField], _ language: Language) -> String {
        fields.filter { !$0.isSealed }.flatMap { $0.words(values[$0.name] ?? .none) }.map { $0[language] }.joined(separator: "\n")
    }

    /// What it is called where another leads to it: the coded fields of its list. Never a text.
    package func name(_ kind: EntryKind, _ fields: [EntryField]) -> Word {
        let listed = kind.listed.compactMap { name in fields.first { $0.name == name } }.filter { !$0.isSealed }
        let words = listed.flatMap { $0.words(values[$0.name] ?? .none) }
        guard let first = words.first else { return kind.title }
        return words.dropFirst().reduce(first) { Word.joined($0, $1) }
    }
}

extension Word {
    fileprivate static func joined(_ one: Word, _ other: Word) -> Word {
        func both(_ language: Language) -> String { one[language] + " · " + other[language] }
        return Word(en: both(.en), fr: both(.fr), es: both(.es), ar: both(.ar), ru: both(.ru), zh: both(.zh))
    }
}

/// The entries of one kind, and a form for another.
struct EntriesPage: Page {
    let view: CaseView
    let kind: EntryKind
    let fields: [EntryField]
    let list: EntryList
    let mayWrite: Bool
    let filled: Filled

    var title: Word { kind.title }
    var door: Door { .work }
    var trail: [Crumb] {
        [Crumb(.caseFiles, CaseAddress.files), Crumb(.data(view.summary.code), CaseAddress.file(view.summary.id))]
    }

    func body(_ html: inout Markup) {
        html.problems(filled)
        html.list(
            KeysetTable(
                caption: kind.title, asked: list.asked, slice: list.slice, at: CaseAddress.entries(view.summary.id, kind.code),
                empty: EmptyList(kind.empty), columns: [column]
            )
        )
        guard mayWrite else { return }
        html.h2(kind.add)
        html.form(post: CaseAddress.entries(view.summary.id, kind.code)) { html in
            for field in fields { field.control(&html, filled) }
            html.submit(kind.add)
        }
    }

    private var column: ListColumn<CaseEntry> {
        let (kind, fields, file) = (kind, fields, view.summary.id)
        return ListColumn(kind.title) { entry, html in
            html.entry(entry, fields)
            html.p { $0.a(to: CaseAddress.entry(file, kind.code, entry.entry), .openEntry) }
        }
    }
}
