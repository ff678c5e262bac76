package import Access
package import Basics
package import Store
package import Vocabulary
package import Web

/// Everything that Protection stands on, built once at start: the gate, the keys, the profiles, and what its branches bring.
package struct ProtectionRoom: Sendable {
    package let gate: Gate
    package let vault: Vault
    /// Destroys a person's key, and all that could find or name them.
    package let erasure: Erasure
    /// Finds people by what they are called; see `PersonIdentity.tokens`.
    package let names: BlindIndex
    /// Every version of the profile that a case may cite.
    package let profiles: ProfileBook
    package let codebook: Codebook
    /// The address that browsers see, for what is printed.
    package let origin: String
    package let branches: [ProtectionBranch]
    /// The folder of data files beside the program.
    package let share: Share
    /// Prints pages to PDF.
    package let printer: PaperPrinter
    /// What can be asked of the work queue, in each language: it offers every country there is.
    private let queueShapes: [Language: ListShape]

    package init(
        gate: Gate, vault: Vault, erasure: Erasure, profile: CountryProfile, codebook: Codebook, origin: String, share: Share,
        branches: [ProtectionBranch]
    ) async throws {
        self.gate = gate
        self.vault = vault
        self.erasure = erasure
        self.codebook = codebook
        self.origin = origin
        self.share = share
        self.branches = branches
        printer = PaperPrinter(zone: profile.calendar.timeZone)
        names = try await vault.blindIndex("person_name", at: gate.clock.now())
        profiles = try await ProfileBook.keep(profile, in: gate.database, at: gate.clock.now())
        queueShapes = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { ($0, CaseQueuePage.shape(profile, codebook, in: $0)) })
    }

    /// What can be asked of the work queue: by whoever reads experiences, or by anybody else.
    func queueShape(in language: Language, for actor: Actor) -> ListShape {
        let whole = queueShape(in: language)
        guard !actor.may(.readExperience) else { return whole }
        return ListShape(
            search: whole.search, filters: whole.filters.filter { !CaseQueuePage.ofExperience.contains($0.name) }, sorts: whole.sorts)
    }

    /// All that can be asked of the work queue.
    func queueShape(in language: Language) -> ListShape {
        queueShapes[language] ?? CaseQueuePage.shape(profile, codebook, in: language)
    }

    package var database: any Database { gate.database }
    /// The profile that new files are opened under.
    package var profile: CountryProfile { profiles.current }
    package var countries: Countries { codebook.countries }

    /// Today, where the country's authorities are.
    package func day(of instant: Instant) -> Day { profile.calendar.day(of: instant) }

    package func clockKind(_ code: String) -> ClockKind? { branches.lazy.flatMap(\.clocks).first { $0.code == code } }
    package func eventKind(_ code: String) -> CaseEvent.Kind? { branches.lazy.flatMap(\.events).first { $0.code == code } }
    package func entryKind(_ code: String) -> EntryKind? { branches.lazy.flatMap(\.entries).first { $0.code == code } }
    package func matter(_ code: String) -> CaseMatter? { branches.lazy.flatMap(\.matters).first { $0.code == code } }

    /// What is offered to programs, of all branches; asked with a token.
    package var endpoints: [Endpoint] { branches.flatMap { $0.api(self) } }

    /// What needs somebody today, of all branches.
    package func today(_ visit: Visit) async throws -> [@Sendable (inout Markup) -> Void] {
        var sections: [@Sendable (inout Markup) -> Void] = []
        for branch in branches { sections += try await branch.today(visit, self) }
        return sections
    }

    /// The codes of files that notices are about, by the bytes of their ids: of those alone that whoever visits reaches.
    package func codes(of files: [[UInt8]], for visit: Visit) async throws -> [[UInt8]: String] {
        let actor = try visit.signedIn()
        let ids = Set(files.compactMap { ID<CaseFile>(bytes: $0) })
        guard !ids.isEmpty, actor.may(.readCase), actor.hasSecondFactor else { return [:] }
        return try await database.read { tx in
            let found = try tx.rows(
                "SELECT c.id, c.code FROM case_file c WHERE c.id IN \(list: Array(ids)) AND \(sql: .reached(with: .readCase, by: actor))"
            ) { (try $0.id(0, of: CaseFile.self).bytes, $0.text(1)) }
            return Dictionary(uniqueKeysWithValues: found)
        }
    }

    /// Ends what rests on a consent that ended, of all branches.
    package func consentEnded(in file: ID<CaseFile>, by actor: Actor, at now: Instant, tx: any Transaction) throws {
        for branch in branches { try branch.consentEnded(file, actor, now, tx) }
    }

    /// What runs without anybody asking, of Protection itself and of its branches.
    package var jobs: [Job] { [ClockJob.job(self), DraftJob.job(vault, database)] + branches.flatMap { $0.jobs(self) } }
}
