import Access
import Basics
package import Protection
import Store

/// Keeps the counts of case files up to date: a file is counted anew whenever something happened in it. Counting a file again changes
/// nothing, so whatever is counted twice, or was missed and is met on the round, comes out right.
package struct CaseCounts: Sendable {
    let room: ProtectionRoom

    package init(_ room: ProtectionRoom) { self.room = room }

    /// The whole node in the table of counts.
    static let node = [UInt8](repeating: 0, count: 16)

    /// A deed whose transaction took long commits after younger ones: so much is looked at again each time.
    private static let overlap = Duration.minutes(5)
    private static let portion = 400
    /// Portions in one run of the job: a writer who waits for it waits a fraction of a second.
    private static let portions = 5

    static func job(_ room: ProtectionRoom) -> Job {
        Job("oversight.counts", every: .seconds(30)) { tx, now in try CaseCounts(room).catchUp(at: now, in: tx) }
    }

    /// Counts the files in which something happened, and some more on a round through all of them.
    func catchUp(at now: Instant, in tx: any Transaction) throws {
        let again = Self.floor(of: now - Self.overlap)
        var after = try place("event", in: tx)
        for _ in 0..<Self.portions {
            let events = try tx.rows(.eventsToCount(after: after, most: Self.portion)) { row in
                (id: row.bytes(0), file: try row.id(1, of: CaseFile.self))
            }
            try count(Array(Set(events.map(\.file))), in: tx)
            guard events.count == Self.portion, let last = events.last else { break }
            after = last.id
        }
        try keep(after.lexicographicallyPrecedes(again) ? again : after, at: "event", in: tx)
        try goRound(Self.portion, in: tx)
    }

    /// Counts all files from the first to the last, portion by portion, each durable by itself: after a great many were brought in at
    /// once.
    package func countEverything() async throws {
        let room = room
        try await room.database.write { tx in try CaseCounts(room).keep([], at: "round", in: tx) }
        while try await room.database.write({ tx in try CaseCounts(room).goRound(2_000, in: tx) }) {}
    }

    /// - Returns: whether there are more files on this round.
    @discardableResult
    private func goRound(_ most: Int, in tx: any Transaction) throws -> Bool {
        let after = try place("round", in: tx)
        let files = try tx.rows(.filesOnTheRound(after: after, most: most)) {
            try $0.id(0, of: CaseFile.self)
        }
        for start in stride(from: 0, to: files.count, by: Self.portion) {
            try count(Array(files[start..<min(start + Self.portion, files.count)]), in: tx)
        }
        let isMore = files.count == most
        try keep(isMore ? files.last?.bytes ?? [] : [], at: "round", in: tx)
        return isMore
    }

    /// Takes what some files were counted as off the counts, and counts them as they are.
    private func count(_ files: [ID<CaseFile>], in tx: any Transaction) throws {
        guard !files.isEmpty else { return }
        let new = try CountedFacts.read(files, room, in: tx)
        var old: [ID<CaseFile>: CountedFacts] = [:]
        try tx.forEach("SELECT case_id, organisation_id, facts FROM case_counted WHERE case_id IN \(list: files)") { row in
            old[try row.id(0, of: CaseFile.self)] = CountedFacts(organisation: try row.id(1, of: Organisation.self), text: row.text(2))
        }
        var changes = CountChanges()
        var counted: [SQLValue] = []
        for (file, facts) in new.sorted(by: { $0.key < $1.key }) {
            let before = old[file]
            guard before?.text != facts.text || before?.organisation != facts.organisation else { continue }
            if let before { changes.add(before, -1) }
            changes.add(facts, 1)
            counted += [file.sqlValue, facts.organisation.sqlValue, .text(facts.text)]
        }
        try tx.insert(
            "INSERT INTO case_counted (case_id, organisation_id, facts) VALUES", counted, columns: 3,
            " ON CONFLICT (case_id) DO UPDATE SET organisation_id = excluded.organisation_id, facts = excluded.facts"
        )
        try changes.write(in: tx)
    }

    private func place(_ place: String, in tx: any Transaction) throws -> [UInt8] {
        try tx.row("SELECT after FROM case_count_place WHERE place = \(place)") { $0.bytes(0) } ?? []
    }

    private func keep(_ after: [UInt8], at place: String, in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO case_count_place (place, after) VALUES (\(place), \(after))
            ON CONFLICT (place) DO UPDATE SET after = excluded.after
            """
        )
    }

    /// The lowest id that something of this moment can have.
    private static func floor(of instant: Instant) -> [UInt8] {
        Array(ID<CaseEvent>.new(at: instant).bytes.prefix(6)) + [UInt8](repeating: 0, count: 10)
    }
}

/// What is to be added to the counts, or taken off.
private struct CountChanges {
    private struct Key: Hashable {
        let organisation: [UInt8]
        let fact: CountedFacts.Fact
    }

    private var changes: [Key: Int] = [:]

    mutating func add(_ facts: CountedFacts, _ number: Int) {
        for fact in facts.facts {
            changes[Key(organisation: facts.organisation.bytes, fact: fact), default: 0] += number
            // Who has how many files is for their own organisation alone.
            guard fact.measure != CaseMeasure.caseload.rawValue else { continue }
            changes[Key(organisation: CaseCounts.node, fact: fact), default: 0] += number
        }
    }

    func write(in tx: any Transaction) throws {
        let rows = changes.filter { $0.value != 0 }.flatMap { key, number -> [SQLValue] in
            [.bytes(key.organisation), .text(key.fact.month), .text(key.fact.measure), .text(key.fact.value), number.sqlValue]
        }
        try tx.insert(
            "INSERT INTO case_count (organisation_id, month, measure, value, cases) VALUES", rows, columns: 5,
            " ON CONFLICT (organisation_id, month, measure, value) DO UPDATE SET cases = case_count.cases + excluded.cases"
        )
    }
}
