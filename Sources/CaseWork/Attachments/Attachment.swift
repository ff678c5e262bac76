import Access
import Basics
import Crypto
import Protection
import Store
import Vocabulary

/// A paper, picture or sound that belongs to a file: sealed with the person's key, with the hash of what was given and who gave it.
struct Attachment: Sendable {
    let id: ID<Attachment>
    /// Who may see it: whoever sees this part of the file.
    let part: CasePart
    let kind: Kind
    let media: AttachmentMedia
    let size: Int
    /// Of the original, as it was given.
    let hash: [UInt8]
    /// Whether there is a copy without what a camera wrote into it.
    let hasCopy: Bool
    let givenBy: Giver
    let givenHow: Way
    let givenOn: Day
    let addedAt: Instant
    let organisation: String
    /// Opened under a permit; `nil` where they are gone with the person.
    let name: String?
    let origin: String?

    /// The hash as it is printed.
    var fingerprint: String { hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

    /// What it is.
    enum Kind: String, CaseIterable, Sendable, SQLBindable { case medical, court, identity, work, picture, statement, letter, other }
    /// Who gave it.
    enum Giver: String, CaseIterable, Sendable, SQLBindable { case person, family, authority, health, organisation, worker, other }
    /// How it came.
    enum Way: String, CaseIterable, Sendable, SQLBindable {
        case byHand = "by_hand"
        case sent
        case madeHere = "made_here"
        case copied
    }

    /// The most that is taken.
    static let mostBytes = 10 * 1_048_576
    /// What is sealed at a time.
    static let piece = 1_048_576
}

/// Keeps, opens and withdraws attachments.
struct Attachments: Sendable {
    let desk: CaseWorkDesk

    /// What came with a file.
    struct Draft: Sendable {
        let part: CasePart
        let kind: Attachment.Kind
        let givenBy: Attachment.Giver
        let givenHow: Attachment.Way
        let givenOn: Day
        let origin: String?
        let name: String
        let content: [UInt8]
    }

    /// Keeps a file: judged, cleaned and sealed before anything is written.
    func add(_ draft: Draft, to file: ID<CaseFile>, by actor: Actor) async throws {
        let now = desk.room.gate.clock.now()
        guard !draft.content.isEmpty else { throw CaseWorkRefused.fileMissing }
        guard draft.content.count <= Attachment.mostBytes else { throw CaseWorkRefused.fileTooLarge }
        guard let media = AttachmentMedia(content: draft.content) else { throw CaseWorkRefused.fileOfAnotherKind }
        guard draft.givenOn <= desk.room.day(of: now) else { throw CaseWorkRefused.dayAhead }
        let copy = try CleanPicture.of(draft.content, media)
        let id = ID<Attachment>.new(at: now)
        let key = try await desk.sealingKey(of: file, draft.part, for: actor)
        let original = try pieces(draft.content, of: id, isCopy: false, with: key)
        let cleaned = try copy.map { try pieces($0, of: id, isCopy: true, with: key) } ?? []
        let name = try key.seal(draft.name, in: SealPlace("attachment", id, "name"))
        let origin = try draft.origin.map { try key.seal($0, in: SealPlace("attachment", id, "origin")) }
        try await desk.change(file, draft.part, by: actor, detail: "attachment") { tx, _, permit in
            try tx.run(
                """
                INSERT INTO attachment (id, case_id, part, kind, media, size, parts, sha256, copy_parts, copy_sha256, given_by, given_how,
                    given_on, name, origin, added_by, organisation_id, added_at)
                VALUES (\(id), \(file), \(draft.part), \(draft.kind), \(media.rawValue), \(draft.content.count), \(original.count),
                    \(Array(SHA256.hash(data: draft.content))), \(cleaned.count), \(copy.map { Array(SHA256.hash(data: $0)) }),
                    \(draft.givenBy), \(draft.givenHow), \(draft.givenOn), \(name), \(origin), \(actor.account), \(actor.organisation),
                    \(now))
                """
            )
            for (isCopy, pieces) in [(false, original), (true, cleaned)] {
                for (number, piece) in pieces.enumerated() {
                    try tx.run(
                        """
                        INSERT INTO attachment_part (attachment_id, is_copy, number, content)
                        VALUES (\(id), \(isCopy), \(number), \(piece))
                        """
                    )
                }
            }
            try CaseEvent.write(
                .attached(draft.part), in: file, by: permit.actor, subject: id.bytes, detail: draft.kind.rawValue, at: now, tx: tx)
        }
    }

    private func pieces(_ content: [UInt8], of id: ID<Attachment>, isCopy: Bool, with key: HolderKey<Person>) throws -> [Sealed<
        Person, [UInt8]
    >] {
        try stride(from: 0, to: content.count, by: Attachment.piece).enumerated().map { number, start in
            let piece = Array(content[start..<min(start + Attachment.piece, content.count)])
            return try key.seal(piece, in: .piece(number, of: id, isCopy: isCopy))
        }
    }

    /// The attachments of the parts whose papers a view shows, the newest first.
    static func all(
        of view: CaseView, limit: Int, after: (at: Int, id: ID<Attachment>)?, with key: HolderKey<Person>?, _ looking: inout Gate.Looking,
        in tx: any Transaction
    ) throws -> [Attachment] {
        let shown = view.parts.filter(view.showsPapers).map(\.rawValue).sorted()
        guard !shown.isEmpty else { return [] }
        let place: SQL = after.map { "AND (a.added_at, a.id) < (\($0.at), \($0.id))" } ?? .none
        var permits: [CasePart: Permit<Person>] = [:]
        if key != nil {
            let there = try tx.rows("SELECT DISTINCT part FROM attachment WHERE case_id = \(view.summary.id) AND part IN \(list: shown)") {
                try $0.choice(0, as: CasePart.self)
            }
            for part in there { permits[part] = try looking.permit(part.reading, on: view.summary.person, detail: "attachments") }
        }
        return try tx.rows(
            """
            SELECT \(sql: columns) FROM attachment a JOIN organisation o ON o.id = a.organisation_id
            WHERE a.case_id = \(view.summary.id) AND a.withdrawn_at IS NULL AND a.part IN \(list: shown) \(sql: place)
            ORDER BY a.added_at DESC, a.id DESC LIMIT \(limit)
            """
        ) { row in
            let part = try row.choice(1, as: CasePart.self)
            return try Attachment(row, part, with: key, under: permits[part])
        }
    }

    fileprivate static let columns: SQL = """
        a.id, a.part, a.kind, a.media, a.size, a.sha256, a.copy_parts, a.given_by, a.given_how, a.given_on, a.added_at, o.name, a.name,
        a.origin
        """

    /// The bytes of an attachment, opened under a permit for its part, and checked against the hash that was kept.
    func content(_ id: ID<Attachment>, isCopy: Bool, of file: ID<CaseFile>, for actor: Actor) async throws -> (
        bytes: [UInt8], media: AttachmentMedia
    ) {
        let (room, key) = (desk.room, try await Entries(desk.room).key(for: file))
        return try await room.gate.look(for: actor) { tx, looking in
            let view = try CaseFiles(room).view(file, in: tx, &looking)
            let row = try tx.row(
                """
                SELECT part, media, sha256, copy_sha256, parts, copy_parts FROM attachment
                WHERE id = \(id) AND case_id = \(file) AND withdrawn_at IS NULL
                """
            ) { row in
                (
                    part: try row.choice(0, as: CasePart.self), media: AttachmentMedia(rawValue: row.text(1)),
                    hash: isCopy ? row.optionalBytes(3) : row.bytes(2), count: row.int(isCopy ? 5 : 4)
                )
            }
            guard let row, let media = row.media, let hash = row.hash, view.showsPapers(row.part), let key else {
                throw CaseWorkRefused.attachmentNotThere
            }
            let permit = try looking.permit(
                row.part.reading, on: view.summary.person, detail: isCopy ? "attachment: copy" : "attachment: original")
            let sealed = try tx.rows(
                "SELECT number, content FROM attachment_part WHERE attachment_id = \(id) AND is_copy = \(isCopy) ORDER BY number"
            ) { ($0.int(0), $0.sealed(1, of: Person.self, as: [UInt8].self)) }
            guard sealed.count == row.count else { throw VaultRefused.tampered }
            var bytes: [UInt8] = []
            for (number, piece) in sealed {
                bytes += try Shown(piece, in: .piece(number, of: id, isCopy: isCopy), with: key, under: permit) { $0 }.value
            }
            guard Array(SHA256.hash(data: bytes)) == hash else { throw VaultRefused.tampered }
            return (bytes, media)
        }
    }

    /// Takes an attachment out of the file: it can't be opened any more, and that it was there stays.
    func withdraw(_ id: ID<Attachment>, in file: ID<CaseFile>, by actor: Actor) async throws {
        let now = desk.room.gate.clock.now()
        let part = try await desk.look(at: file, .summary, for: actor) { tx, view, _ in
            let part = try tx.row("SELECT part FROM attachment WHERE id = \(id) AND case_id = \(file)") {
                try $0.choice(0, as: CasePart.self)
            }
            guard let part, view.showsPapers(part) else { throw CaseWorkRefused.attachmentNotThere }
            return part
        }
        try await desk.change(file, part, by: actor, detail: "attachment withdrawn") { tx, _, permit in
            let changed = try tx.run(
                """
                UPDATE attachment SET withdrawn_at = \(now), withdrawn_by = \(actor.account)
                WHERE id = \(id) AND case_id = \(file) AND withdrawn_at IS NULL
                """
            )
            guard changed == 1 else { throw CaseWorkRefused.attachmentNotThere }
            try CaseEvent.write(.attachmentWithdrawn(part), in: file, by: permit.actor, subject: id.bytes, at: now, tx: tx)
        }
    }
}

extension Attachment {
    fileprivate init(_ row: borrowing Row, _ part: CasePart, with key: HolderKey<Person>?, under permit: Permit<Person>?) throws {
        let id = try row.id(0, of: Attachment.self)
        func opened(_ column: Int, _ field: String) throws -> String? {
            guard let key, let permit, let sealed = row.optionalSealed(column, of: Person.self, as: String.self) else { return nil }
            return try Shown(sealed, in: SealPlace("attachment", id, field), with: key, under: permit) { $0 }.value
        }
        self.init(
            id: id, part: part, kind: try row.choice(2, as: Kind.self), media: AttachmentMedia(rawValue: row.text(3)) ?? .text,
            size: row.int(4), hash: row.bytes(5), hasCopy: row.int(6) > 0, givenBy: try row.choice(7, as: Giver.self),
            givenHow: try row.choice(8, as: Way.self), givenOn: try row.day(9), addedAt: row.instant(10), organisation: row.text(11),
            name: try opened(12, "name"), origin: try opened(13, "origin")
        )
    }
}

extension SealPlace {
    fileprivate static func piece(_ number: Int, of attachment: ID<Attachment>, isCopy: Bool) -> SealPlace {
        SealPlace("attachment_part", attachment, (isCopy ? "copy " : "original ") + String(number))
    }
}
