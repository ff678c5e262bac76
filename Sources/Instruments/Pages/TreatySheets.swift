import Basics
package import Vocabulary
package import Web

/// The tables of the treaty register.
package enum TreatySheets {
    /// All instruments with their number of parties.
    static func list(_ standings: [Standing]) -> Sheet {
        Sheet(
            name: "treaties",
            title: .treatiesTable,
            columns: [
                Column("code", .treatyCode), Column("treaty", .treaty), Column("depositary", .depositary),
                Column("parties", .partiesHeading, .integer), Column("signed_only", .signedOnlyHeading, .integer),
                Column("not_party", .missingHeading, .integer), Column("coverage", .coverageHeading, .proportion),
                Column("status_as_of", .statusAge),
            ],
            rows: standings.map { standing in
                let treaty = standing.treaty
                let known = standing.isKnown
                return [
                    .link(.text(treaty.code), to: InstrumentsAddress.treaty(treaty.code)), .text(treaty.name), .text(treaty.depositary),
                    known ? .integer(standing.parties.count) : .absent(.notCollected),
                    known ? .integer(standing.signatoriesOnly.count) : .absent(.notCollected),
                    known ? .link(.integer(standing.missing.count), to: InstrumentsAddress.missing(treaty.code)) : .absent(.notCollected),
                    standing.coverage.map { .proportion($0) } ?? .absent(.notCollected),
                    treaty.statusAsOf.isEmpty ? .absent(.notCollected) : .text(treaty.statusAsOf),
                ]
            },
            source: source(of: standings.flatMap(\.rows)),
            notes: [.expectedNote, .outlineForParty, .recordedInEnglish]
        )
    }

    /// Everyone who signed or joined one treaty, with how each row is known.
    static func status(_ standing: Standing, _ countries: Countries, _ countryPage: CountryPageLink) -> Sheet {
        Sheet(
            name: "status-\(standing.treaty.code)",
            title: .statusTable,
            columns: [Column("party", .partyName), Column("code", .partyCode)] + rowColumns,
            rows: standing.rows
                .map { (Parties.name($0.party, in: countries), $0) }
                .sorted { $0.0.en < $1.0.en }
                .map { name, row in [party(row.party, name, countryPage), .text(row.party)] + cells(row) },
            source: source(of: standing.rows),
            notes: [.recordedInEnglish]
        )
    }

    /// How one State stands to each treaty of the register: for the page of a country.
    package static func ofState(_ rows: [Participation], among treaties: [Treaty]) -> Sheet {
        let byTreaty = Dictionary(rows.map { ($0.treaty, $0) }, uniquingKeysWith: { first, _ in first })
        return Sheet(
            name: "treaties-\(rows.first?.party ?? "state")",
            title: .treatiesOfState,
            columns: [Column("code", .treatyCode), Column("treaty", .treaty)] + rowColumns,
            rows: treaties.map { treaty in
                [.link(.text(treaty.code), to: InstrumentsAddress.treaty(treaty.code)), .text(treaty.name)]
                    + (byTreaty[treaty.code].map(cells) ?? nothing(about: treaty))
            },
            source: source(of: rows),
            notes: [.outlineForParty, .recordedInEnglish]
        )
    }

    /// The expected States that are not party.
    static func missing(_ standing: Standing, _ countryPage: CountryPageLink) -> Sheet {
        Sheet(
            name: "missing-\(standing.treaty.code)",
            title: .whoIsMissing,
            columns: [
                Column("state", .partyName), Column("code", .partyCode), Column("standing", .standing), Column("signed", .signedOn, .day),
            ],
            rows: standing.missing.sorted { $0.country.name.en < $1.country.name.en }.map { missing in
                [
                    party(missing.country.code.alpha3, missing.country.name, countryPage), .text(missing.country.code.alpha3),
                    .word(missing.hasLeft ? .hasLeft : missing.signedOn == nil ? .isNeither : .hasSignedOnly),
                    missing.signedOn.map { .day($0) } ?? .absent(.notApplicable),
                ]
            },
            source: source(of: standing.rows),
            notes: [.expectedNote]
        )
    }

    /// What a map of parties shows, in a few columns; the file is the whole status.
    static func map(_ places: [WorldMap.Place], of standing: Standing, _ countryPage: CountryPageLink) -> Sheet {
        Sheet(
            name: "status-\(standing.treaty.code)",
            title: .treatyMap,
            columns: [Column("party", .partyName), Column("code", .partyCode), Column("standing", .standing)],
            rows: places.sorted { $0.name.en < $1.name.en }.map { place in
                [party(place.code.alpha3, place.name, countryPage), .text(place.code.alpha3), place.value]
            },
            source: source(of: standing.rows)
        )
    }

    /// The parties at the end of each year, one column for each treaty.
    static func progress(_ standings: [Standing]) -> Sheet {
        let progress = standings.map { (treaty: $0.treaty, progress: Progress($0.rows, of: $0.treaty)) }
        let years = progress.flatMap { $0.progress.years.map(\.year) }
        let counts = progress.map { Dictionary($0.progress.years.map { ($0.year, $0.parties) }, uniquingKeysWith: { first, _ in first }) }
        let range = (years.min() ?? 0)...(years.max() ?? 0)
        return Sheet(
            name: standings.count == 1 ? "parties-by-year-\(standings[0].treaty.code)" : "parties-by-year",
            title: .progressTitle,
            columns: [Column("year", .treatyYear, .integer)]
                + progress.map { Column($0.treaty.code.lowercased(), .data($0.treaty.code), .count) },
            rows: years.isEmpty ? [] : range.map { year in [.integer(year)] + counts.map { .count($0[year] ?? .absent(.notApplicable)) } },
            source: source(of: standings.flatMap(\.rows)),
            notes: [.progressNote]
        )
    }

    /// What should be looked up.
    static func reconciliation(_ list: [Reconciliation], _ countries: Countries) -> Sheet {
        Sheet(
            name: "to-look-up",
            title: .reconciliationTitle,
            columns: [
                Column("reason", .reasonHeading), Column("treaty", .treatyCode), Column("party", .partyName), Column("code", .partyCode),
            ] + rowColumns,
            rows: list.map { entry in
                [
                    .word(entry.reason.words), .link(.text(entry.row.treaty), to: InstrumentsAddress.treaty(entry.row.treaty)),
                    .word(Parties.name(entry.row.party, in: countries)), .text(entry.row.party),
                ] + cells(entry.row)
            },
            source: source(of: list.map(\.row)),
            notes: [.recordedInEnglish]
        )
    }

    /// Where rows were read, each source once; the rows themselves say which of them is theirs.
    private static func source(of rows: [Participation]) -> SheetSource? {
        var seen: Set<String> = []
        let sources = rows.map(\.provenance.source).filter { seen.insert($0).inserted }
        return sources.isEmpty ? nil : SheetSource(citation: sources.joined(separator: "; "), date: nil, notice: .ageWarning)
    }

    private static func party(_ code: String, _ name: Word, _ countryPage: CountryPageLink) -> Cell {
        guard let country = CountryCode(code), let page = countryPage(country) else { return .word(name) }
        return .link(.word(name), to: page)
    }

    private static let rowColumns = [
        Column("standing", .standing), Column("signed", .signedOn, .day), Column("act", .actionTaken), Column("date", .actedOn),
        Column("precision", .precisionHeading), Column("confidence", .confidenceHeading), Column("conflict", .conflictHeading),
        Column("source", .sourceHeading), Column("source_date", .sourceAge),
    ]

    private static func cells(_ row: Participation) -> [Cell] {
        let known = row.provenance
        return [
            .word(row.standingWord), signature(of: row),
            row.action.map { .word($0.words) } ?? .absent(.notApplicable), date(row),
            .word(known.precision.words), .word(known.confidence.words),
            .text(known.conflict), .text(known.source),
            known.asOf.map(cell) ?? .word(.undated),
        ]
    }

    /// Who accedes or succeeds does not sign before; with other acts a missing day was only not published.
    private static func signature(of row: Participation) -> Cell {
        if let day = row.signedOn { return .day(day) }
        return switch row.action {
        case .accession, .succession, .definitiveSignature, .participation, .formalConfirmation: .absent(.notApplicable)
        default: .absent(.nothing)
        }
    }

    private static func nothing(about treaty: Treaty) -> [Cell] {
        let isUnknown = treaty.statusAsOf.isEmpty
        return [.word(isUnknown ? .notKnown : .isNeither)] + Array(repeating: .absent(isUnknown ? .notCollected : .notApplicable), count: 8)
    }

    static func date(_ row: Participation) -> Cell {
        guard row.action != nil else { return .absent(.notApplicable) }
        return row.actedOn.map(cell) ?? .word(.notKnown)
    }

    private static func cell(_ span: DateSpan) -> Cell {
        if case .at(let date) = span { .partialDate(date) } else { .word(.span(span)) }
    }
}

/// Where a State has a page of its own, which another part of the site keeps; `nil` where it has none.
package typealias CountryPageLink = @Sendable (CountryCode) -> (any Address)?

extension Participation {
    /// Party, signatory or neither, in a word.
    package var standingWord: Word {
        if action == .denunciation { return .hasLeft }
        return isParty ? .isParty : .hasSignedOnly
    }
}
