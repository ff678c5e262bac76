package import Access
import Basics
import Evidence
package import Protection
package import Store

/// Carries case files to Evidence as coded records, while they change: without a name, a code of the file, a text or a day. What leads
/// from a file to its record is a row here; Evidence knows nothing of files. When a person is erased the row is cut: the record stays under
/// a new random number, and nothing leads to it any more.
///
/// A file counts once, however often it is fed. One that was joined into another counts with that one; one that was opened in error counts
/// nowhere.
package enum CaseRecordFeed {
    package static let migrations: [Migration] = [
        Migration(
            "2026-11-25 feeds: which coded record a case file has",
            // Without a record: the person was erased, and what remains of the file in Evidence has no link to it.
            """
            CREATE TABLE case_record (
                case_id BLOB PRIMARY KEY REFERENCES case_file (id),
                record INTEGER
            ) STRICT, WITHOUT ROWID
            """,
            // How far the feeding has come: through the events, and on its round through all files.
            """
            CREATE TABLE case_record_place (
                place TEXT PRIMARY KEY CHECK (place = 'event' OR place = 'round'),
                after BLOB NOT NULL,
                rounds INTEGER NOT NULL
            ) STRICT
            """
        )
    ]

    /// A deed whose transaction took long commits after younger ones: so much is looked at again each time.
    private static let overlap = Duration.minutes(5)
    private static let portion = 400
    /// Portions in one run: a writer who waits for it waits a fraction of a second.
    private static let portions = 5

    package static func job(_ room: ProtectionRoom) -> Job {
        Job("feeds.case-records", every: .seconds(15)) { tx, now in try catchUp(room, at: now, in: tx) }
    }

    /// Feeds the files in which something happened, and some more on a round through all of them; more of these until the first is done.
    private static func catchUp(_ room: ProtectionRoom, at now: Instant, in tx: any Transaction) throws {
        var event = try place("event", in: tx)
        let floor = Array(ID<CaseEvent>.new(at: now - overlap).bytes.prefix(6)) + [UInt8](repeating: 0, count: 10)
        let late = try tx.rows(
            "SELECT DISTINCT case_id FROM case_event WHERE id > \(floor) AND id <= \(event.after) LIMIT \(portion * portions)"
        ) { try $0.id(0, of: CaseFile.self) }
        try feed(Set(late), room, at: now, in: tx)
        for _ in 0..<portions {
            let events = try tx.rows("SELECT id, case_id FROM case_event WHERE id > \(event.after) ORDER BY id LIMIT \(portion)") { row in
                (id: row.bytes(0), file: try row.id(1, of: CaseFile.self))
            }
            try feed(Set(events.map(\.file)), room, at: now, in: tx)
            guard let last = events.last else { break }
            event.after = last.id
            guard events.count == portion else { break }
        }
        try keep(event, at: "event", in: tx)
        for _ in 0..<(try place("round", in: tx).rounds == 0 ? 4 : 1) {
            guard try goRound(room, at: now, in: tx) else { break }
        }
    }

    /// - Returns: whether there are more files on this round.
    private static func goRound(_ room: ProtectionRoom, at now: Instant, in tx: any Transaction) throws -> Bool {
        let before = try place("round", in: tx)
        let files = try tx.rows("SELECT id FROM case_file WHERE id > \(before.after) ORDER BY id LIMIT \(portion)") {
            try $0.id(0, of: CaseFile.self)
        }
        try feed(Set(files), room, at: now, in: tx)
        let isMore = files.count == portion
        try keep((isMore ? files.last?.bytes ?? [] : [], before.rounds + (isMore ? 0 : 1)), at: "round", in: tx)
        return isMore
    }

    /// Feeds some files as they are now.
    private static func feed(_ files: Set<ID<CaseFile>>, _ room: ProtectionRoom, at now: Instant, in tx: any Transaction) throws {
        guard !files.isEmpty else { return }
        let facts = try CaseRecordFacts.read(files, in: tx) { room.day(of: $0) }
        let known = try links(of: Array(facts.keys), in: tx)
        var records = try LiveRecords(in: tx, at: now)
        for (file, fact) in facts.sorted(by: { $0.key < $1.key }) where !fact.isErased {
            switch (fact.record, known[file]) {
            case (nil, nil), (_, .some(nil)): continue
            case (nil, .some(.some(let number))):
                try records.remove(number)
                try tx.run("DELETE FROM case_record WHERE case_id = \(file)")
            case (.some(let record), .some(.some(let number))): try records.put(record, as: number)
            case (.some(let record), nil):
                let number = randomNumber()
                try records.put(record, as: number)
                try tx.run("INSERT INTO case_record (case_id, record) VALUES (\(file), \(number))")
            }
        }
        try records.finish()
    }

    /// The link is cut and the record moved to a new number, at once, and again after a restore from an older backup.
    package static let erasure = ErasureStep("feeds: case records") { tx, stone in
        guard stone.kind == Person.holderKind, let person = ID<Person>(bytes: stone.holder) else { return }
        let files = try tx.rows("SELECT id FROM case_file WHERE person_id = \(person)") { try $0.id(0, of: CaseFile.self) }
        guard !files.isEmpty else { return }
        let known = try links(of: files, in: tx)
        let facts = try CaseRecordFacts.read(Set(files), in: tx) { $0.day() }
        var records = try LiveRecords(in: tx, at: stone.at)
        for file in files {
            // Cut already.
            if case .some(nil) = known[file] { continue }
            var record = facts[file]?.record
            if case .some(.some(let number)) = known[file] {
                record = try records.record(number) ?? record
                try records.remove(number)
            }
            // A place is small: with the quarter and the citizenship it could tell who somebody was.
            record?.region = ""
            if let record { try records.put(record, as: randomNumber()) }
            try tx.run(
                """
                INSERT INTO case_record (case_id, record) VALUES (\(file), NULL)
                ON CONFLICT (case_id) DO UPDATE SET record = excluded.record
                """
            )
        }
        try records.finish()
    }

    private static func links(of files: [ID<CaseFile>], in tx: any Transaction) throws -> [ID<CaseFile>: Int?] {
        guard !files.isEmpty else { return [:] }
        var links: [ID<CaseFile>: Int?] = [:]
        try tx.forEach("SELECT case_id, record FROM case_record WHERE case_id IN \(list: files)") { row in
            links[try row.id(0, of: CaseFile.self)] = .some(row.optionalInt(1))
        }
        return links
    }

    /// Tells nothing of when it was made, nor of how many there are.
    private static func randomNumber() -> Int {
        var generator = SystemRandomNumberGenerator()
        return Int.random(in: 1..<(1 << 62), using: &generator)
    }

    private static func place(_ place: String, in tx: any Transaction) throws -> (after: [UInt8], rounds: Int) {
        try tx.row("SELECT after, rounds FROM case_record_place WHERE place = \(place)") { ($0.bytes(0), $0.int(1)) } ?? ([], 0)
    }

    private static func keep(_ at: (after: [UInt8], rounds: Int), at place: String, in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO case_record_place (place, after, rounds) VALUES (\(place), \(at.after), \(at.rounds))
            ON CONFLICT (place) DO UPDATE SET after = excluded.after, rounds = excluded.rounds
            """
        )
    }
}
