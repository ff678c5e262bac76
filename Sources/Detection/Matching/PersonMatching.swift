import Access
import Basics
import Protection
import Store

/// Compares new people with all others, by hashes alone: nobody is opened for it. What it finds goes to the identifying authority and to
/// nobody else, so that whoever raised a referral learns nothing from it, and neither does whoever asks.
package enum PersonMatching {
    /// So many people in a run; the rest a minute later.
    private static let portion = 50
    /// So many others are looked at for each, those of the rarest token first.
    private static let candidateLimit = BlindIndex.candidateLimit
    /// From here on a match is recorded: two words that sound alike, or one with the same year of birth where there is no other word.
    package static let threshold = 65

    static func job(_ room: ProtectionRoom) -> Job {
        Job("detection.match-people", every: .minutes(1)) { tx, now in
            let waiting = try tx.rows("SELECT person_id FROM person_to_match ORDER BY queued_at, person_id LIMIT \(portion)") {
                try $0.id(0, of: Person.self)
            }
            for person in waiting {
                try match(person, room.names, at: now, in: tx)
                try BlindIndex.leaveMatchingQueue(person, in: tx)
            }
        }
    }

    private static func match(_ person: ID<Person>, _ names: BlindIndex, at now: Instant, in tx: any Transaction) throws {
        let tokens = try tx.rows("SELECT sort, token, part FROM person_to_match_token WHERE person_id = \(person)") {
            (sort: $0.text(0), token: $0.bytes(1), part: $0.int(2))
        }
        let known = Dictionary(tokens.map { ($0.token, $0) }, uniquingKeysWith: { first, _ in first })
        let words = Set(tokens.lazy.filter { $0.sort == TokenSort.written.rawValue }.map(\.part)).count
        guard words > 0, let file = try newestFile(of: person, in: tx) else { return }
        let others = try candidates(tokens, names, besides: person, in: tx)
        guard !others.isEmpty else { return }
        var shared: [ID<Person>: [Int: Set<String>]] = [:]
        let rows = try tx.rows(
            """
            SELECT holder, token FROM blind_index
            WHERE holder IN \(list: others) AND kind = \(names.kind) AND token IN \(list: tokens.map(\.token))
            """
        ) { (try $0.id(0, of: Person.self), $0.bytes(1)) }
        for (holder, token) in rows {
            if let token = known[token] { shared[holder, default: [:]][token.part, default: []].insert(token.sort) }
        }
        for (other, parts) in shared.sorted(by: { $0.key < $1.key }) {
            let (score, reasons) = score(counted(parts), words: words)
            guard score >= threshold, let second = try newestFile(of: other, in: tx), second.organisation != file.organisation else {
                continue
            }
            try record(file.id, second.id, score, reasons, at: now, in: tx)
        }
    }

    /// How many parts of the name are shared as written, in Latin letters or better, by sound or better; and the year. A part has several
    /// tokens, and counts once.
    private static func counted(_ parts: [Int: Set<String>]) -> [String: Int] {
        var counts: [String: Int] = [:]
        for sorts in parts.values {
            let ladder = [TokenSort.written, .latin, .sound].map(\.rawValue)
            guard let best = ladder.firstIndex(where: sorts.contains) else {
                counts[TokenSort.year.rawValue] = 1
                continue
            }
            for sort in ladder[best...] { counts[sort, default: 0] += 1 }
        }
        return counts
    }

    /// From how many parts are shared in each way. A word written alike is also alike in Latin letters and by its sound.
    static func score(_ shared: [String: Int], words: Int) -> (score: Int, reasons: [NameLikeness.Reason]) {
        let (written, latin, sound) = (shared["written"] ?? 0, shared["latin"] ?? 0, shared["sound"] ?? 0)
        let year = (shared["year"] ?? 0) > 0
        let alike = Double(written) + 0.95 * Double(max(0, latin - written)) + 0.85 * Double(max(0, sound - max(written, latin)))
        var reasons: [NameLikeness.Reason] = []
        if written > 0 { reasons.append(.written) }
        if latin > written { reasons.append(.latin) }
        if sound > max(written, latin) { reasons.append(.sound) }
        if year { reasons.append(.year) }
        // A single word says half of what two say, unless it is all that there is.
        let name = words == 1 ? alike * 55 : min(2, alike) * 40
        return (min(100, Int(name.rounded()) + (year ? 20 : 0)), reasons)
    }

    private static func candidates(
        _ tokens: [(sort: String, token: [UInt8], part: Int)], _ names: BlindIndex, besides person: ID<Person>, in tx: any Transaction
    ) throws -> [ID<Person>] {
        let lists = try tokens.filter { $0.sort != TokenSort.year.rawValue }.map { entry in
            try tx.rows(
                """
                SELECT holder FROM blind_index WHERE kind = \(names.kind) AND token = \(entry.token) AND holder <> \(person)
                ORDER BY holder DESC LIMIT \(candidateLimit)
                """
            ) { try $0.id(0, of: Person.self) }
        }
        var found: Set<ID<Person>> = []
        for list in lists.sorted(by: { $0.count < $1.count }) {
            for other in list where found.count < candidateLimit { found.insert(other) }
        }
        return Array(found)
    }

    private static func newestFile(of person: ID<Person>, in tx: any Transaction) throws -> (
        id: ID<CaseFile>, organisation: ID<Organisation>
    )? {
        try tx.row(
            """
            SELECT c.id, c.organisation_id FROM case_file c JOIN person p ON p.id = c.person_id
            WHERE c.person_id = \(person) AND p.erased_at IS NULL AND p.merged_into IS NULL AND c.joined_into IS NULL
            ORDER BY c.id DESC LIMIT 1
            """
        ) { (id: try $0.id(0, of: CaseFile.self), organisation: try $0.id(1, of: Organisation.self)) }
    }

    private static func record(
        _ first: ID<CaseFile>, _ second: ID<CaseFile>, _ score: Int, _ reasons: [NameLikeness.Reason], at now: Instant,
        in tx: any Transaction
    ) throws {
        let isKnown = try tx.exists(
            """
            SELECT 1 FROM person_match WHERE (first_case = \(first) AND second_case = \(second))
                OR (first_case = \(second) AND second_case = \(first))
            """
        )
        guard !isKnown else { return }
        let id = ID<PersonMatch>.new(at: now)
        let codes = reasons.map(\.rawValue).joined(separator: " ")
        try tx.run(
            """
            INSERT INTO person_match (id, first_case, second_case, score, reasons, found_at)
            VALUES (\(id), \(first), \(second), \(score), \(codes), \(now))
            """
        )
        let barred = try Barred.from(second, in: tx)
        for authority in try Competence.identification.organisations(in: tx) where !barred.organisations.contains(authority) {
            let bars = try Barred.from(first, in: tx)
            guard !bars.organisations.contains(authority) else { continue }
            // Whoever is barred from either file learns of no match.
            try Notice.post(
                matter: CaseMatter.matchFound.code, to: .organisation(authority, .readMatches), subject: id.bytes,
                keptFrom: Array(barred.accounts.union(bars.accounts)), at: now, in: tx)
        }
    }
}

/// One match as the identifying authority sees it: codes and who keeps the files, no name.
struct FoundMatch: Sendable {
    let id: ID<PersonMatch>
    let first: String
    let second: String
    let firstKeeper: String
    let secondKeeper: String
    let score: Int
    let reasons: [NameLikeness.Reason]
    let foundAt: Instant
    let isSettled: Bool

    /// The matches for somebody of an identifying authority, newest first; none that touches a file they are barred from.
    static func list(
        isSettled: Bool?, after: (found: Instant, id: ID<PersonMatch>)?, limit: Int, for actor: Actor, in tx: any Transaction
    ) throws -> [FoundMatch] {
        var all: [SQL] = [
            """
            EXISTS (SELECT 1 FROM competent_authority q
                WHERE q.competence = 'identification' AND q.organisation_id = \(actor.organisation))
            """,
            """
            NOT EXISTS (SELECT 1 FROM case_bar b WHERE (b.case_id = m.first_case OR b.case_id = m.second_case) AND b.lifted_at IS NULL
                AND (b.account_id = \(actor.account) OR b.organisation_id = \(actor.organisation)))
            """,
        ]
        if let isSettled { all.append(isSettled ? "m.settled_at IS NOT NULL" : "m.settled_at IS NULL") }
        if let after { all.append("(m.found_at, m.id) < (\(after.found), \(after.id))") }
        return try tx.rows(
            """
            SELECT m.id, c.code, d.code, o.name, p.name, m.score, m.reasons, m.found_at, m.settled_at
            FROM person_match m JOIN case_file c ON c.id = m.first_case JOIN case_file d ON d.id = m.second_case
                JOIN organisation o ON o.id = c.organisation_id JOIN organisation p ON p.id = d.organisation_id
            WHERE \(sql: .joined(all, separator: " AND ")) ORDER BY m.found_at DESC, m.id DESC LIMIT \(limit)
            """
        ) { row in
            FoundMatch(
                id: try row.id(0, of: PersonMatch.self), first: row.text(1), second: row.text(2), firstKeeper: row.text(3),
                secondKeeper: row.text(4), score: row.int(5),
                reasons: row.text(6).split(separator: " ").compactMap { NameLikeness.Reason(rawValue: String($0)) },
                foundAt: row.instant(7), isSettled: !row.isNull(8)
            )
        }
    }
}
