import Access
import Basics
import Protection
import Store

/// That two files are of people who were exploited together. It shares no content, and shows only to those who may see both files.
///
/// Each side has a row with the same key, a keyed hash of the two numbers. Whether the other file exists changes nothing that the
/// person who notes the number can see: existence is content.
struct CoVictimLink: Sendable {
    let id: ID<CoVictimLink>
    /// Whether the number was noted in this file.
    let isOrigin: Bool
    let notedOn: Instant
    /// The other file, for whoever may see it too.
    let other: (id: ID<CaseFile>, code: String)?
}

struct CoVictims: Sendable {
    let desk: CaseWorkDesk

    /// Notes the number of the file of somebody who was exploited with the person.
    func link(_ file: ID<CaseFile>, to number: String, by actor: Actor) async throws {
        let room = desk.room
        guard let other = CaseCode.read(number) else { throw CaseWorkRefused.notACode }
        let now = room.gate.clock.now()
        let key = try await room.vault.purposeKey("casework: co-victim link", at: now)
        try await desk.change(file, .experience, by: actor, detail: "co-victim noted") { tx, summary, permit in
            guard other != summary.code else { throw CaseWorkRefused.ownCode }
            let pair = key.hash(Array([summary.code, other].sorted().joined(separator: " ").utf8))
            let stands = try tx.exists(
                "SELECT 1 FROM co_victim_link WHERE pair_key = \(pair) AND case_id = \(file) AND is_origin = 1 AND withdrawn_at IS NULL")
            guard !stands else { throw CaseWorkRefused.linkedAlready }
            let there = try tx.row("SELECT id FROM case_file WHERE code = \(other)") { try $0.id(0, of: CaseFile.self) }
            for (side, isOrigin) in [(file, true)] + (there.map { [($0, false)] } ?? []) {
                try tx.run(
                    """
                    INSERT INTO co_victim_link (id, pair_key, case_id, is_origin, noted_by, noted_at)
                    VALUES (\(ID<CoVictimLink>.new(at: now)), \(pair), \(side), \(isOrigin), \(actor.account), \(now))
                    """
                )
            }
            // A line in this file alone: one in the other would tell its readers that this one is there.
            try CaseEvent.write(.coVictimNoted, in: file, by: permit.actor, at: now, tx: tx)
        }
    }

    /// Takes a link back that was noted in this file, on both sides.
    func withdraw(_ id: ID<CoVictimLink>, in file: ID<CaseFile>, by actor: Actor) async throws {
        let now = desk.room.gate.clock.now()
        try await desk.change(file, .experience, by: actor, detail: "co-victim withdrawn") { tx, _, _ in
            let pair = try tx.row(
                "SELECT pair_key FROM co_victim_link WHERE id = \(id) AND case_id = \(file) AND is_origin = 1 AND withdrawn_at IS NULL"
            ) { $0.bytes(0) }
            guard let pair else { throw EntryRefused.notThere }
            // What was noted in the other file too is that file's own, and stays.
            try tx.run("UPDATE co_victim_link SET withdrawn_at = \(now) WHERE id = \(id)")
            let others = try tx.exists("SELECT 1 FROM co_victim_link WHERE pair_key = \(pair) AND is_origin = 1 AND withdrawn_at IS NULL")
            guard !others else { return }
            try tx.run("UPDATE co_victim_link SET withdrawn_at = \(now) WHERE pair_key = \(pair) AND withdrawn_at IS NULL")
        }
    }

    /// The links of a file: those noted in it, and those noted in others that the reader may see as well.
    static func all(of view: CaseView, in tx: any Transaction) throws -> [CoVictimLink] {
        let file = view.summary.id
        let others = try tx.rows(
            """
            SELECT mine.pair_key, c.id, c.code FROM co_victim_link mine
            JOIN co_victim_link o ON o.pair_key = mine.pair_key AND o.case_id <> mine.case_id AND o.withdrawn_at IS NULL
            JOIN case_file c ON c.id = o.case_id
            WHERE mine.case_id = \(file) AND mine.withdrawn_at IS NULL AND \(sql: .reached(with: .readCase, by: view.actor))
            """
        ) { ($0.bytes(0), (id: try $0.id(1, of: CaseFile.self), code: $0.text(2))) }
        let seen = Dictionary(others.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
        let rows = try tx.rows(
            """
            SELECT id, pair_key, is_origin, noted_at FROM co_victim_link WHERE case_id = \(file) AND withdrawn_at IS NULL
            ORDER BY is_origin DESC, noted_at DESC, id LIMIT 200
            """
        ) { (try $0.id(0, of: CoVictimLink.self), $0.bytes(1), $0.bool(2), $0.instant(3)) }
        var shown: Set<[UInt8]> = []
        return rows.compactMap { id, pair, isOrigin, at in
            guard isOrigin || seen[pair] != nil, shown.insert(pair).inserted else { return nil }
            return CoVictimLink(id: id, isOrigin: isOrigin, notedOn: at, other: seen[pair])
        }
    }
}
