import Access
import Basics
import Protection
import Store

/// How this room opens and changes a part of a case file: through the gate, within what the share covers, and only while it is open.
struct FileDesk: Sendable {
    let room: ProtectionRoom
    let part: CasePart

    var now: Instant { room.gate.clock.now() }

    /// Looks at the file; whoever may not see the part gets the same answer as for a file that is not there.
    func look<Value: Sendable>(
        at file: ID<CaseFile>, for actor: Actor, _ body: @escaping @Sendable (any Transaction, CaseView, Opener) throws -> Value
    ) async throws -> Value {
        let (room, part) = (room, part)
        let key = try await Entries(room).key(for: file)
        return try await room.gate.look(for: actor) { tx, looking in
            let view = try CaseFiles(room).view(file, in: tx, &looking)
            guard view.shows(part) else { throw notFound(file, part.reading, actor) }
            // Texts are opened under a permit for the person, written down once for the page.
            let permit = try key.map { _ in try looking.permit(part.reading, on: view.summary.person, detail: "texts: \(part.rawValue)") }
            return try body(tx, view, Opener(key: key, permit: permit))
        }
    }

    /// Changes something in the file under a deed.
    @discardableResult
    func change<Value: Sendable>(
        _ deed: Deed, in file: ID<CaseFile>, for actor: Actor, detail: String,
        _ body: @escaping @Sendable (any Transaction, Permit<CaseFile>, CaseSummary) throws -> Value
    ) async throws -> Value {
        let (room, part) = (room, part)
        return try await room.gate.change(deed, on: file, for: actor, detail: detail) { tx, permit in
            guard try CaseFiles(room).shared(file, with: actor, in: tx).contains(part) else { throw notFound(file, deed, actor) }
            guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            return try body(tx, permit, summary)
        }
    }

    /// What seals new texts of the person of a file. Fetched before the transaction, for keys come from a store of their own.
    func sealer(for file: ID<CaseFile>) async throws -> Sealer { Sealer(key: try await Entries(room).key(for: file)) }

    private func notFound(_ file: ID<CaseFile>, _ deed: Deed, _ actor: Actor) -> AccessRefused {
        AccessRefused.notFound(Denial(actor: actor, deed: deed, subject: AuditSubject(CaseFile.self, file)))
    }
}

/// Seals what somebody typed with the key of the person it is about.
struct Sealer: Sendable {
    let key: HolderKey<Person>?

    /// - Throws: `CaseRefused.erased` when the person was erased: nothing can be written about them any more.
    func seal<Record>(_ text: String?, _ table: String, _ record: ID<Record>, _ field: String) throws -> Sealed<Person, String>? {
        guard let text else { return nil }
        guard let key else { throw CaseRefused.erased }
        return try key.seal(text, in: SealPlace(table, record, field))
    }
}

/// Opens sealed texts for one page.
struct Opener: Sendable {
    let key: HolderKey<Person>?
    let permit: Permit<Person>?

    /// The text of a column; `nil` where there is none, or where the person was erased.
    func open<Record>(_ row: borrowing Row, _ column: Int, _ table: String, _ record: ID<Record>, _ field: String) throws -> String? {
        guard !row.isNull(column), let key, let permit else { return nil }
        let sealed: Sealed<Person, String> = row.sealed(column, of: Person.self)
        return try Shown(sealed, in: SealPlace(table, record, field), with: key, under: permit) { $0 }.value
    }
}

extension SQL {
    /// The case files that were given to somebody's organisation with a part of them, as the list of an `IN`.
    static func filesShowing(_ part: CasePart, to actor: Actor) -> SQL {
        """
        (SELECT s.case_id FROM case_share s WHERE s.organisation_id = \(actor.organisation) AND s.closed_at IS NULL
            AND ' ' || s.parts || ' ' LIKE \("% " + part.rawValue + " %"))
        """
    }
}

extension Day {
    /// The same day of the month, so many months later; its last day where that month is shorter.
    func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let index = year * 12 + month - 1 + months
        let (newYear, newMonth) = (index / 12, index % 12 + 1)
        return Day(year: newYear, month: newMonth, day: Swift.min(day, Day.length(ofMonth: newMonth, in: newYear))) ?? self
    }
}
