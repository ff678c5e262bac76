import Access
import Basics
import Protection
import Store
import Web

/// Free text about a person, sealed with their key in a table of this room.
enum SealedNote {
    /// Seals what was typed; nothing for nothing.
    /// - Throws: `CaseRefused.erased` when there is no key any more.
    static func seal<Record>(
        _ text: String?, _ table: String, _ id: ID<Record>, _ field: String, with key: HolderKey<Person>?
    ) throws -> Sealed<Person, String>? {
        guard let text else { return nil }
        guard let key else { throw CaseRefused.erased }
        return try key.seal(text, in: SealPlace(table, id, field))
    }
}

/// Opens the notes of one person on one page; under a permit that was written down.
struct NoteOpener: Sendable {
    fileprivate let key: HolderKey<Person>?
    fileprivate let permit: Permit<Person>?

    static let closed = NoteOpener(key: nil, permit: nil)

    init(key: HolderKey<Person>?, permit: Permit<Person>?) { (self.key, self.permit) = (key, permit) }

    /// What stands there; `nil` when nothing does, or it may not be read.
    func text<Record>(_ sealed: Sealed<Person, String>?, _ table: String, _ id: ID<Record>, _ field: String) throws -> String? {
        guard let sealed, let key, let permit else { return nil }
        return try Shown(sealed, in: SealPlace(table, id, field), with: key, under: permit) { $0 }.value
    }
}

extension ProtectionRoom {
    /// Looks at a file for a deed that goes further than reading it.
    func look<Value: Sendable>(
        at file: ID<CaseFile>, as deed: Deed, for actor: Actor, _ body: @escaping @Sendable (any Transaction, CaseSummary) throws -> Value
    ) async throws -> Value {
        try await gate.look(for: actor) { tx, looking in
            let _: Permit<CaseFile> = try looking.permit(deed, on: file)
            guard let summary = try CaseSummary.find(file, in: tx) else { throw notThere(deed, actor) }
            return try body(tx, summary)
        }
    }

    /// The same for a page that shows what is read of the file besides. Whoever may read the file and not do the deed finds no page:
    /// what can't be done is not offered.
    func view<Value: Sendable>(
        of file: ID<CaseFile>, as deed: Deed, for actor: Actor, _ body: @escaping @Sendable (any Transaction, CaseView) throws -> Value
    ) async throws -> Value {
        let files = CaseFiles(self)
        return try await gate.look(for: actor) { tx, looking in
            let _: Permit<CaseFile> = try looking.permit(deed, on: file)
            return try body(tx, try files.view(file, in: tx, &looking))
        }
    }

    /// Looks at a file, and opens notes of its person that belong to a part, where the reader sees that part.
    func look<Value: Sendable>(
        at file: ID<CaseFile>, as deed: Deed? = nil, for actor: Actor, opening part: CasePart,
        _ body: @escaping @Sendable (any Transaction, CaseView, NoteOpener) throws -> Value
    ) async throws -> Value {
        let key = try await Entries(self).key(for: file)
        let files = CaseFiles(self)
        return try await gate.look(for: actor) { tx, looking in
            if let deed { let _: Permit<CaseFile> = try looking.permit(deed, on: file) }
            let view = try files.view(file, in: tx, &looking)
            var opener = NoteOpener.closed
            if key != nil, view.shows(part) {
                opener = NoteOpener(key: key, permit: try looking.permit(part.reading, on: view.summary.person, detail: "notes"))
            }
            return try body(tx, view, opener)
        }
    }
}

/// A page about one file: it stands below the file.
protocol PageOfFile: Page {
    var summary: CaseSummary { get }
}

extension PageOfFile {
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.caseFiles, CaseAddress.files), Crumb(.data(summary.code), CaseAddress.file(summary.id))] }
}

extension Markup {
    /// The code of a file, with the way to it.
    mutating func file(_ id: ID<CaseFile>, _ code: String) {
        a(to: CaseAddress.file(id)) { html in html.code { $0.text(code) } }
    }

    /// What somebody typed.
    mutating func typed(_ text: String?) {
        guard let text else { return }
        p(.class("typed"), .dirAuto) { $0.text(text) }
    }
}

/// Says that a thing is not there, or is not theirs.
func notThere(_ deed: Deed, _ actor: Actor) -> AccessRefused { .notFound(Denial(actor: actor, deed: deed)) }

/// A sealed column with a text, or nothing.
extension Row {
    func note(_ column: Int) -> Sealed<Person, String>? { optionalSealed(column, of: Person.self) }
}
