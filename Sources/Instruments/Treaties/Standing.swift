package import Basics
package import Vocabulary

/// A treaty with everyone who has signed or joined it, and who has not.
package struct Standing: Sendable {
    package let treaty: Treaty
    package let rows: [Participation]
    /// The States that could be expected to join: see `Treaty.openTo`.
    package let expected: [Country]

    package init(treaty: Treaty, rows: [Participation], countries: Countries) {
        self.treaty = treaty
        self.rows = rows
        expected = countries.all.filter { country in
            switch treaty.openTo {
            case .unitedNations: country.standing != .neither
            case .councilOfEurope: country.isCouncilOfEuropeMember
            }
        }
    }

    /// Bound by the treaty: States, areas and the European Union.
    package var parties: [Participation] { rows.filter(\.isParty) }

    /// Signed, and no more.
    package var signatoriesOnly: [Participation] { rows.filter { $0.action == nil && $0.signedOn != nil } }

    /// The States that could be expected and are not party, as far as the register knows; `nil` as signature for those that
    /// have not even signed. Empty where the register has no rows at all, for then nothing is known.
    package var missing: [Missing] {
        guard isKnown else { return [] }
        let byParty = Dictionary(rows.map { ($0.party, $0) }, uniquingKeysWith: { first, _ in first })
        return expected.compactMap { country in
            let row = byParty[country.code.alpha3]
            if row?.isParty == true { return nil }
            return Missing(country: country, signedOn: row?.signedOn, hasLeft: row?.action == .denunciation)
        }
    }

    /// One State that is expected and not party.
    package struct Missing: Sendable, Hashable {
        package let country: Country
        package let signedOn: Day?
        package let hasLeft: Bool
    }

    /// Whether there is any row: of the conventions without one nothing is known, which is not "no party".
    package var isKnown: Bool { !rows.isEmpty }

    /// How many of the expected States are party.
    package var expectedParties: Int {
        let codes = Set(parties.map(\.party))
        return expected.count { codes.contains($0.code.alpha3) }
    }

    /// Parties among the expected States, as a proportion; `nil` where nothing is known.
    package var coverage: Proportion? { isKnown ? Proportion(expectedParties, of: expected.count) : nil }
}

/// The number of parties at the end of each year.
package struct Progress: Sendable {
    package let years: [Year]

    package struct Year: Sendable, Hashable {
        package let year: Int
        /// Exact, or a range where parties are known to have joined at a time that is not.
        package let parties: Count
    }

    /// - Parameters:
    ///   - rows: of one treaty.
    ///   - treaty: tells from when it was open.
    package init(_ rows: [Participation], of treaty: Treaty) {
        let parties = rows.filter { $0.isParty }
        let dated = parties.compactMap(\.actedOn)
        guard let first = ([treaty.adoptedOn?.year].compactMap(\.self) + dated.map(\.years.lowerBound)).min(), !parties.isEmpty else {
            years = []
            return
        }
        let seen =
            rows.compactMap { $0.provenance.asOf?.years.upperBound } + dated.map(\.years.upperBound)
            + [Provenance.datesMentioned(in: treaty.statusAsOf)?.years.upperBound].compactMap(\.self)
        let last = max(first, seen.max() ?? first)
        // A party without a date joined some time between the opening and the last year that the register knows.
        let undated = parties.count - dated.count
        years = (first...last).map { year in
            let sure = dated.count { $0.years.upperBound <= year } + (year == last ? undated : 0)
            let possible = dated.count { $0.years.lowerBound <= year } + undated
            return Year(year: year, parties: Count(bounds: sure...max(sure, possible)))
        }
    }
}
