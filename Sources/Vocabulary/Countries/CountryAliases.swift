import Basics

/// Labels that stand for a country, or for something else that is understood, beyond the names of the register.
struct CountryAliases {
    static let file = "vocabulary/country_aliases.csv"

    let aliases: [Alias]

    struct Alias {
        let label: String
        let kind: Kind
        /// The country; several when the label is ambiguous; none for what is no country.
        let countries: [CountryCode]
    }

    enum Kind: String {
        case name, language, nationality, spelling
        case ownNationals = "own_nationals"
        case foreigners, abroad, region
        case otherCountries = "other_countries"
        case unknown, stateless, total, dissolved
        case notListed = "not_listed"
        case formPrompt = "form_prompt"
        case unclear, ambiguous

        var isCountry: Bool { self == .name || self == .language || self == .nationality || self == .spelling }
    }

    /// Reads the list.
    /// - Throws: `VocabularyRefused` with every fault: an unknown kind or country, no reason, a label that stands there twice.
    static func load(from share: Share, countries: Countries) throws -> CountryAliases {
        let table = SmallTable(Array(try share.data(file)))
        var faults: [VocabularyFault] = []
        var aliases: [Alias] = []
        var seen: Set<String> = []
        for row in table.rows {
            let label = table.text(row, "label")
            func add(_ problem: String) { faults.append(VocabularyFault(file: file, entry: label, problem: problem)) }
            let named = table.text(row, "country").split(separator: " ")
            let codes = named.compactMap { CountryCode($0) }.filter { countries[$0] != nil }
            guard let kind = Kind(rawValue: table.text(row, "kind")) else {
                add("\(table.text(row, "kind")) is no kind of label")
                continue
            }
            if kind.isCountry, codes.count != 1 || named.count != 1 { add("leads to no State or area of the register") }
            if kind == .ambiguous, codes.count < 2 || codes.count != named.count { add("is ambiguous between fewer than two") }
            if table.text(row, "why").isEmpty { add("gives no reason") }
            if !seen.insert(CountryLabel.normalised(label)).inserted { add("stands there twice") }
            aliases.append(Alias(label: label, kind: kind, countries: codes))
        }
        guard faults.isEmpty else { throw VocabularyRefused(faults: faults) }
        return CountryAliases(aliases: aliases)
    }
}
