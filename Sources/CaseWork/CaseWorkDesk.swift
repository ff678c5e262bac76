import Access
import Basics
import Protection
import Store
import Web

/// What all pages of this room begin with: who may see and write which part of a file.
struct CaseWorkDesk: Sendable {
    let room: ProtectionRoom

    /// Reads something of a part of a file; without the part, the answer is that of a file that is not there.
    func look<Value: Sendable>(
        at file: ID<CaseFile>, _ part: CasePart, for actor: Actor,
        _ body: @escaping @Sendable (any Transaction, CaseView, inout Gate.Looking) throws -> Value
    ) async throws -> Value {
        let room = room
        return try await room.gate.look(for: actor) { tx, looking in
            let view = try CaseFiles(room).view(file, in: tx, &looking)
            guard view.shows(part) else { throw Self.notThere(file, part.reading, actor) }
            return try body(tx, view, &looking)
        }
    }

    /// Changes something of a part of an open file.
    @discardableResult
    func change<Value: Sendable>(
        _ file: ID<CaseFile>, _ part: CasePart, by actor: Actor, detail: String,
        _ body: @escaping @Sendable (any Transaction, CaseSummary, Permit<CaseFile>) throws -> Value
    ) async throws -> Value {
        let room = room
        return try await room.gate.change(part.writing, on: file, for: actor, detail: detail) { tx, permit in
            guard try CaseFiles(room).shared(file, with: actor, in: tx).contains(part), let summary = try CaseSummary.find(file, in: tx)
            else { throw Self.notThere(file, part.writing, actor) }
            guard summary.isOpen else { throw CaseRefused.closed }
            return try body(tx, summary, permit)
        }
    }

    /// The key of the person of a file, to seal with; a file out of reach says that it is not there before any key is fetched.
    func sealingKey(of file: ID<CaseFile>, _ part: CasePart, for actor: Actor) async throws -> HolderKey<Person> {
        let person = try await look(at: file, part, for: actor) { _, view, _ in view.summary.person }
        return try await room.vault.key(for: person)
    }

    static func notThere(_ file: ID<CaseFile>, _ deed: Deed, _ actor: Actor) -> AccessRefused {
        .notFound(Denial(actor: actor, deed: deed, subject: AuditSubject(CaseFile.self, file)))
    }

    /// The trail of every page of a file.
    static func trail(_ summary: CaseSummary) -> [Crumb] {
        [Crumb(.caseFiles, CaseAddress.files), Crumb(.data(summary.code), CaseAddress.file(summary.id))]
    }
}
