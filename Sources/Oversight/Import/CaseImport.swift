import Access
import Basics
import Protection
import Store
import Tabular
import Vocabulary

/// Brings case records of another system in: each is compared with the people whose files the importing organisation sees, before a file
/// is opened for it.
struct CaseImport: Sendable {
    let room: ProtectionRoom

    init(_ room: ProtectionRoom) { self.room = room }

    /// What became of a file, or would become of it.
    struct Report: Sendable {
        var rows = 0
        /// The lines that are, or would be, opened as case files.
        var opened: [Int] = []
        /// Lines that look like somebody who has a file already.
        var matches: [Match] = []
        var faults: [Fault] = []
    }

    /// That a row may be somebody known: which file to look at.
    struct Match: Sendable, Hashable {
        let line: Int
        let file: ID<CaseFile>
        let code: String
    }

    /// Looks at everything and keeps nothing.
    func trial(_ bytes: [UInt8], name: String, by actor: Actor) async throws -> Report {
        try await room.gate.change(.importCases, for: actor, detail: "trial") { _, _ in }
        return try await go(bytes, name: name, by: actor, opening: false)
    }

    /// Opens a case file for each row that is sound and matches nobody; the importing organisation keeps them. A row that matches is left
    /// out: whoever imports looks at the file that is there and adds to it, or corrects the row.
    func take(_ bytes: [UInt8], name: String, by actor: Actor) async throws -> Report {
        try await room.gate.change(.importCases, for: actor, detail: "import") { _, _ in }
        return try await go(bytes, name: name, by: actor, opening: true)
    }

    private func go(_ bytes: [UInt8], name: String, by actor: Actor, opening: Bool) async throws -> Report {
        let read = try CaseRecordReader(room: room, today: room.day(of: room.gate.clock.now())).read(bytes, name: name)
        let setting = try await setting(of: actor.organisation)
        var report = Report()
        (report.rows, report.faults) = (read.rows, read.faults)
        for record in read.cases {
            let found = try await match(record, for: actor)
            if !found.isEmpty {
                report.matches += found
            } else {
                if opening { try await open(record, setting, by: actor) }
                report.opened.append(record.line)
            }
        }
        return report
    }

    /// How many of the parts of a name, the year of birth among them, must be the same in some script or spelling.
    private static let likeness = 0.5

    /// How many parts of a name each of some people shares.
    private static func shared(
        _ parts: [Set<String>], _ names: BlindIndex, by people: [ID<Person>], in tx: any Transaction
    ) throws -> [ID<Person>: Int] {
        guard !people.isEmpty else { return [:] }
        var shared: [ID<Person>: Int] = [:]
        for part in parts {
            let holders = try tx.rows(
                """
                SELECT DISTINCT holder FROM blind_index
                WHERE kind = \(names.kind) AND token IN \(list: part.map(names.hash)) AND holder IN \(list: people)
                """
            ) { try $0.id(0, of: Person.self) }
            for holder in holders { shared[holder, default: 0] += 1 }
        }
        return shared
    }

    /// Compares by the blind index alone: no name is opened for it.
    private func match(_ record: ImportedCase, for actor: Actor) async throws -> [Match] {
        let (identity, names) = (record.identity, room.names)
        guard !identity.tokens.isEmpty else { return [] }
        let parts = identity.tokensByPart
        let least = Int((Double(parts.count) * Self.likeness).rounded(.up))
        return try await room.database.read { tx in
            let candidates = try names.candidates(for: identity.tokens, as: Person.self, in: tx).map(\.holder)
            let likely = try Self.shared(parts, names, by: candidates, in: tx).filter { $0.value >= least }.map(\.key)
            guard !likely.isEmpty else { return [] }
            return try tx.rows(
                """
                SELECT c.id, c.code FROM case_file c WHERE c.person_id IN \(list: likely) AND \(sql: .reached(with: .readCase, by: actor))
                    AND \(sql: .named(to: actor))
                ORDER BY c.id LIMIT 5
                """
            ) { Match(line: record.line, file: try $0.id(0, of: CaseFile.self), code: $0.text(1)) }
        }
    }

    private func open(_ record: ImportedCase, _ setting: Setting, by actor: Actor) async throws {
        let (room, now) = (room, room.gate.clock.now())
        let people = People(room)
        let person = try await people.seal(record.identity, record.coded, at: now)
        let opened = record.openedOn.map { room.profile.calendar.start(of: $0) } ?? now
        do {
            try await room.database.write { tx in
                try people.insert(person, at: now, in: tx)
                let draft = CaseFiles.Draft(
                    label: "import \(room.day(of: now).iso), \(record.line)", path: record.path, setting: setting,
                    exploitation: record.exploitation, openedAt: min(opened, now))
                _ = try CaseFiles(room).open(draft, for: person.id, as: .new(at: now), by: actor, deed: .importCases, at: now, in: tx)
            }
        } catch {
            try? await room.gate.record(error)
            throw error
        }
    }

    /// Where the people of an import were met is not in the standard: it is taken to be where the importing organisation works.
    private func setting(of organisation: ID<Organisation>) async throws -> Setting {
        let kind = try await room.database.read { tx in
            try tx.row("SELECT kind FROM organisation WHERE id = \(organisation)") { try $0.choice(0, as: Organisation.Kind.self) }
        }
        return switch kind {
        case .police?, .prosecutor?, .court?: .police
        case .border?: .border
        case .labourInspectorate?: .inspection
        case .health?: .health
        default: .ngo
        }
    }
}
