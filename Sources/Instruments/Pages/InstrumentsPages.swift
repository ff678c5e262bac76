package import Access
import Basics
import Store
package import Vocabulary
package import Web

/// What the pages and the API of this context stand on. Server makes one at start.
package struct InstrumentsRoom: Sendable {
    package let gate: Gate
    package let vocabulary: Codebook
    package let shapes: WorldShapes
    /// The page of a country, which another context keeps.
    package let countryPage: CountryPageLink
    let definition: DefinitionFields

    package init(
        gate: Gate, vocabulary: Codebook, shapes: WorldShapes, countryPage: @escaping CountryPageLink = { _ in nil }
    ) {
        (self.gate, self.vocabulary, self.shapes, self.countryPage) = (gate, vocabulary, shapes, countryPage)
        definition = DefinitionFields(vocabulary.lists)
    }

    var database: any Database { gate.database }
    var countries: Countries { vocabulary.countries }

    /// The version of the register: what its pages are kept by.
    func version() async throws -> String { try await database.read { try $0.registerVersion() } }

    /// Every treaty with its rows, in the order of the register, of one moment; and the version of the register.
    func standings() async throws -> (all: [Standing], version: String) {
        let (treaties, rows, version) = try await database.read { tx in
            (try tx.treaties(), try tx.participations(), try tx.registerVersion())
        }
        let byTreaty = Dictionary(grouping: rows, by: \.treaty)
        return (treaties.map { Standing(treaty: $0, rows: byTreaty[$0.code] ?? [], countries: countries) }, version)
    }

    /// One treaty with its rows.
    /// - Throws: `WebRefused.notFound` for a code that the register does not have.
    func standing(_ code: String) async throws -> (standing: Standing, version: String) {
        let (treaty, rows, version) = try await database.read { tx in
            (try tx.treaty(code), try tx.participations(in: code), try tx.registerVersion())
        }
        guard let treaty else { throw WebRefused.notFound }
        return (Standing(treaty: treaty, rows: rows, countries: countries), version)
    }
}

extension Routes {
    //  GET   /instruments                              who is party, progress, map        anyone
    //  GET   /instruments.{format}                     the same table as a file           anyone
    //  GET   /instruments/progress.{format}            parties by year                    anyone
    //  GET   /instruments/{treaty}                     status of one treaty               anyone
    //  GET   /instruments/{treaty}.{format}            the same table as a file           anyone
    //  GET   /instruments/{treaty}/map.{format}        the table under its map            anyone
    //  GET   /instruments/{treaty}/missing             who is missing                     anyone
    //  GET   /instruments/{treaty}/missing.{format}    the same table as a file           anyone
    //  GET   /instruments/{treaty}/progress.{format}   parties to it by year              anyone
    //  GET   /instruments/reconciliation               what should be looked up           anyone
    //  GET   /instruments/reconciliation.{format}      the same table as a file           anyone
    //  and those of TreatyImportPages, CommitmentPages and DefinitionPages
    package mutating func addInstruments(_ room: InstrumentsRoom) {
        get("/instruments", needs: .anyone) { visit in
            .figures(version: try await room.version()) { try await room.instruments(visit) }
        }
        get("/instruments.{format}", needs: .anyone) { visit in
            guard let format = visit.format else { return .notFound }
            let (all, version) = try await room.standings()
            return try .download(TreatySheets.list(all), format, in: visit.language).figures(version: version)
        }
        get("/instruments/progress.{format}", needs: .anyone) { visit in
            guard let format = visit.format else { return .notFound }
            let (all, version) = try await room.standings()
            return try .download(TreatySheets.progress(InstrumentsRoom.lines(of: all)), format, in: visit.language).figures(
                version: version)
        }
        get("/instruments/{treaty}", needs: .anyone) { visit in
            .figures(version: try await room.version()) {
                let (standing, _) = try await room.standing(visit.parameter("treaty"))
                return TreatyPage(
                    standing: standing,
                    status: TreatySheets.status(standing, room.countries, room.countryPage),
                    progress: TreatySheets.progress([standing]),
                    map: standing.isKnown ? TreatyMap(standing, room.countries, room.shapes, room.countryPage) : nil
                )
            }
        }
        get("/instruments/{treaty}.{format}", needs: .anyone) { visit in
            guard let format = visit.format else { return .notFound }
            let (standing, version) = try await room.standing(visit.parameter("treaty"))
            let sheet = TreatySheets.status(standing, room.countries, room.countryPage)
            return try .download(sheet, format, in: visit.language).figures(version: version)
        }
        get("/instruments/{treaty}/map.{format}", needs: .anyone) { visit in
            guard let format = visit.format else { return .notFound }
            let (standing, version) = try await room.standing(visit.parameter("treaty"))
            guard standing.isKnown else { return .notFound }
            let map = TreatyMap(standing, room.countries, room.shapes, room.countryPage)
            return try .download(map.sheet, format, in: visit.language).figures(version: version)
        }
        get("/instruments/{treaty}/missing", needs: .anyone) { visit in
            let (standing, version) = try await room.standing(visit.parameter("treaty"))
            return .page(MissingPage(standing: standing, missing: TreatySheets.missing(standing, room.countryPage))).figures(
                version: version)
        }
        get("/instruments/{treaty}/missing.{format}", needs: .anyone) { visit in
            guard let format = visit.format else { return .notFound }
            let (standing, version) = try await room.standing(visit.parameter("treaty"))
            return try .download(TreatySheets.missing(standing, room.countryPage), format, in: visit.language).figures(version: version)
        }
        get("/instruments/{treaty}/progress.{format}", needs: .anyone) { visit in
            guard let format = visit.format else { return .notFound }
            let (standing, version) = try await room.standing(visit.parameter("treaty"))
            return try .download(TreatySheets.progress([standing]), format, in: visit.language).figures(version: version)
        }
        get("/instruments/reconciliation", needs: .anyone) { visit in try await room.reconciliation(visit) }
        get("/instruments/reconciliation.{format}", needs: .anyone) { visit in
            guard let format = visit.format else { return .notFound }
            let reason = visit.query.filled("reason").flatMap(Reconciliation.Reason.init(rawValue:))
            let list = Reconciliation.list(try await room.database.read { try $0.participations() })
            let sheet = TreatySheets.reconciliation(list.filter { reason == nil || $0.reason == reason }, room.countries)
            return try .download(sheet, format, in: visit.language)
        }
        addTreatyImports(room)
        addCommitments(room)
        addDefinition(room)
    }
}

extension InstrumentsRoom {
    /// The instruments whose progress the overview draws: the crime convention, its two protocols, and the two on children.
    static let drawn = ["TIP", "UNTOC", "SOM", "OPSC"]

    fileprivate static func lines(of standings: [Standing]) -> [Standing] {
        standings.filter { $0.isKnown && drawn.contains($0.treaty.code) }
    }

    fileprivate func instruments(_ visit: Visit) async throws -> InstrumentsPage {
        let (all, _) = try await standings()
        let known = all.filter(\.isKnown)
        let wanted = visit.query.filled("treaty") ?? "TIP"
        let shown = known.first { $0.treaty.code == wanted } ?? known.first
        let lines = Self.lines(of: all)
        return InstrumentsPage(
            list: TreatySheets.list(all),
            progress: TreatySheets.progress(lines),
            drawn: lines.map { $0.treaty.code.lowercased() },
            shown: shown,
            map: shown.map { TreatyMap($0, countries, shapes, countryPage) },
            choice: ChoiceField(
                "treaty", .showAnotherTreaty,
                choices: known.map { Choice($0.treaty.code, key: $0.treaty.code, label: .data("\($0.treaty.code): \($0.treaty.name)")) },
                as: .list
            ),
            mayImport: visit.actor?.may(.importTreatyStatus) ?? false
        )
    }

    fileprivate func reconciliation(_ visit: Visit) async throws -> Answer {
        let (rows, version) = try await database.read { tx in (try tx.participations(), try tx.registerVersion()) }
        let list = Reconciliation.list(rows)
        let reason = visit.query.filled("reason").flatMap(Reconciliation.Reason.init(rawValue:))
        let counts = Reconciliation.Reason.allCases.map { reason in (reason, list.count { $0.reason == reason }) }
        return .page(
            ReconciliationPage(
                counts: counts,
                list: TreatySheets.reconciliation(list.filter { reason == nil || $0.reason == reason }, countries),
                choice: ReconciliationPage.reasons,
                reason: reason,
                mayImport: visit.actor?.may(.importTreatyStatus) ?? false
            )
        ).figures(version: version)
    }
}
