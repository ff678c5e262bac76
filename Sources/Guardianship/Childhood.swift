import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// What every page and every deed of this room goes through: the file under a permit, its part about the child, and the sealed notes.
struct Childhood: Sendable {
    let room: ProtectionRoom

    init(_ room: ProtectionRoom) { self.room = room }

    /// Changes something about a child, in one transaction with its audit row.
    /// - Parameter onlyChild: whether it can be done only while the person is protected as a child.
    @discardableResult
    func change<Value: Sendable>(
        _ deed: Deed, in file: ID<CaseFile>, for actor: Actor, detail: String, onlyChild: Bool = true,
        _ body: @escaping @Sendable (any Transaction, Permit<CaseFile>, CaseSummary) throws -> Value
    ) async throws -> Value {
        let files = CaseFiles(room)
        return try await room.gate.change(deed, on: file, for: actor, detail: detail) { tx, permit in
            // A share that does not cover the child's part lets nobody act in it either.
            guard try files.shared(file, with: actor, in: tx).contains(.childhood), let summary = try CaseSummary.find(file, in: tx) else {
                throw AccessRefused.notFound(Denial(actor: actor, deed: deed, subject: AuditSubject(CaseFile.self, file)))
            }
            guard summary.isOpen else { throw CaseRefused.closed }
            guard !onlyChild || summary.path.protectsAsChild else { throw ChildRefused.notAChild }
            return try body(tx, permit, summary)
        }
    }

    /// Looks at the child's part of a file.
    /// - Parameter subject: whose sealed notes are opened; `nil` opens none.
    func look<Value: Sendable>(
        at file: ID<CaseFile>, for actor: Actor, notesOf subject: [UInt8]? = nil,
        _ body: @escaping @Sendable (any Transaction, CaseView, ChildNotes) throws -> Value
    ) async throws -> Value {
        let key = subject == nil ? nil : try await Entries(room).key(for: file)
        let room = room
        return try await room.gate.look(for: actor) { tx, looking in
            let view = try CaseFiles(room).view(file, in: tx, &looking)
            guard view.shows(.childhood) else {
                throw AccessRefused.notFound(Denial(actor: actor, deed: .readChildFile, subject: AuditSubject(CaseFile.self, file)))
            }
            var notes = ChildNotes()
            if let key, let subject {
                let permit = try looking.permit(.readChildFile, on: view.summary.person, detail: "child notes")
                notes = try ChildNotes(about: subject, in: file, with: key, under: permit, tx: tx)
            }
            return try body(tx, view, notes)
        }
    }

    /// Seals what was typed, before the transaction that writes it.
    func seal(
        _ texts: [(field: String, text: String?)], about subject: [UInt8], in file: ID<CaseFile>, at now: Instant
    ) async throws -> [ChildNote] {
        let written = texts.compactMap { line in line.text.map { (line.field, $0) } }
        guard !written.isEmpty else { return [] }
        guard let key = try await Entries(room).key(for: file) else { throw CaseRefused.erased }
        return try written.map { field, text in
            let id = ID<ChildNote>.new(at: now)
            return ChildNote(
                id: id, subject: subject, field: field, content: try key.seal(text, in: SealPlace("child_note", id, "content")))
        }
    }
}

/// Something that was typed about a child, sealed with the child's key.
struct ChildNote: Sendable {
    let id: ID<ChildNote>
    let subject: [UInt8]
    let field: String
    let content: Sealed<Person, String>

    func write(in file: ID<CaseFile>, by actor: Actor, at now: Instant, tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO child_note (id, case_id, subject_id, field, content, written_by, written_at)
            VALUES (\(id), \(file), \(subject), \(field), \(content), \(actor.account), \(now))
            """
        )
    }

    static let erasure = ErasureStep("guardianship: notes") { tx, stone in
        guard stone.kind == Person.holderKind, let person = ID<Person>(bytes: stone.holder) else { return }
        let files: SQL = "case_id IN (SELECT id FROM case_file WHERE person_id = \(person))"
        try tx.run("UPDATE child_note SET content = NULL WHERE \(sql: files)")
        try tx.run("UPDATE care_arrangement SET place = NULL, carer = NULL WHERE \(sql: files)")
        try tx.run("UPDATE care_visit SET note = NULL WHERE \(sql: files)")
        try tx.run("UPDATE guardian_visit SET note = NULL WHERE \(sql: files)")
        try tx.run("UPDATE best_interests_assessment SET note = NULL WHERE \(sql: files)")
    }
}

/// The opened notes of one thing, for one page.
struct ChildNotes: Sendable {
    private var texts: [String: [String]] = [:]

    init() {}

    init(
        about subject: [UInt8], in file: ID<CaseFile>, with key: HolderKey<Person>, under permit: Permit<Person>, tx: any Transaction
    ) throws {
        let rows = try tx.rows(
            """
            SELECT id, field, content FROM child_note WHERE case_id = \(file) AND subject_id = \(subject) AND content IS NOT NULL
            ORDER BY written_at, id
            """
        ) { row in (try row.id(0, of: ChildNote.self), row.text(1), row.sealed(2, of: Person.self, as: String.self)) }
        for (id, field, sealed) in rows {
            let shown = try Shown(sealed, in: SealPlace("child_note", id, "content"), with: key, under: permit) { $0 }
            texts[field, default: []].append(shown.value)
        }
    }

    /// What was written under a field, the oldest first.
    subscript(_ field: String) -> [String] { texts[field] ?? [] }
}

extension Markup {
    /// Prints what somebody typed, each in its own direction; nothing when there is nothing.
    mutating func notes(_ label: Word, _ texts: [String]) {
        for text in texts {
            line(label) { html in html.span(.class("typed"), .dirAuto) { $0.text(text) } }
        }
    }
}

/// What this room refuses, whatever it is about.
enum ChildRefused: Refusal {
    case notAChild, isAChild, noGuardian, hasNoSuchThing

    var code: String {
        switch self {
        case .notAChild: "child.not-a-child"
        case .isAChild: "child.is-a-child"
        case .noGuardian: "child.no-guardian"
        case .hasNoSuchThing: "child.not-there"
        }
    }

    var message: String {
        switch self {
        case .notAChild: "This person is protected as an adult. If they may be under 18, say so first: they are then protected as a child."
        case .isAChild: "This person is protected as a child already."
        case .noGuardian: "The child has no guardian yet. Appoint one first, if need be a temporary one."
        case .hasNoSuchThing: "There is no such thing in this file. Look at the file again."
        }
    }

    var kind: RefusalKind { self == .hasNoSuchThing ? .notFound : .invalid }
}

extension Visit {
    /// Does what a form asks for and goes on; where something is wrong with it, shows the page again with what to correct.
    func settle(
        _ reading: FormReading, _ deed: (() async throws -> any Address)?, back: (Filled) async throws -> any Page
    ) async throws -> Answer {
        var reading = reading
        if reading.isSound, let deed {
            do { return .see(try await deed()) } catch let refused as any Refusal where refused.kind == .invalid {
                reading.refuse(because: refused)
            }
        }
        return .page(try await back(reading.filled), status: .unprocessable)
    }

    /// The version of a row that the form was shown with.
    var version: Int { form.fields["version"].flatMap(Int.init) ?? 0 }
}
