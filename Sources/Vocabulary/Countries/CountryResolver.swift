package import Basics

/// Reads labels that should name a country, as people write them in forms. It never guesses between two.
///
/// Reading a known label is one look-up; an unknown one is compared with all: keep the answer per distinct label.
package struct CountryResolver: Sendable {
    private let known: [String: CountryReading]
    /// Labels of countries in which a slip of the pen is looked for.
    private let spellings: Spellings

    /// All of them in one row of letters: thousands of small arrays would take longer to make than the rest of the vocabulary.
    private struct Spellings: Sendable {
        var letters: [Unicode.Scalar] = []
        var entries: [(letters: Range<Int>, country: CountryCode)] = []

        mutating func add(_ key: String, _ country: CountryCode) {
            let start = letters.count
            letters.append(contentsOf: key.unicodeScalars)
            entries.append((start..<letters.count, country))
        }
    }

    /// Builds it from the register and from `vocabulary/country_aliases.csv`.
    package static func load(from share: Share, countries: Countries) throws -> CountryResolver {
        CountryResolver(countries: countries, aliases: try CountryAliases.load(from: share, countries: countries).aliases)
    }

    init(countries: Countries, aliases: [CountryAliases.Alias]) {
        var known: [String: CountryReading] = [:]
        var spellings = Spellings()
        known.reserveCapacity(aliases.count + countries.all.count * 8)
        for country in countries.all {
            for language in Language.allCases {
                let key = CountryLabel.normalised(country.name[language])
                switch known[key] {
                case nil:
                    known[key] = .exact(country.code)
                    spellings.add(key, country.code)
                case .exact(let other) where other != country.code: known[key] = .unresolved(.ambiguous([other, country.code].sorted()))
                default: break
                }
            }
        }
        for country in countries.all {
            known[country.code.alpha3.lowercased()] = known[country.code.alpha3.lowercased()] ?? .exact(country.code)
        }
        for alias in aliases {
            let key = CountryLabel.normalised(alias.label)
            if let reading = alias.reading { known[key] = reading }
            if alias.kind.isCountry, let country = alias.countries.first { spellings.add(key, country) }
        }
        self.known = known
        self.spellings = spellings
    }

    /// Reads one label.
    package func read(_ label: String) -> CountryReading {
        let key = CountryLabel.normalised(label)
        guard !key.isEmpty else { return .unresolved(.blank) }
        if let reading = known[key] ?? knownWhenShortened(key) { return reading }
        if key.utf8.contains(where: { (0x30...0x39).contains($0) }) { return .unresolved(.holdsNumber) }
        return key.unicodeScalars.contains(CountryLabel.lostLetter) ? restored(key) : nearest(key)
    }

    private func knownWhenShortened(_ key: String) -> CountryReading? {
        for form in CountryLabel.stripped(key) {
            if let reading = known[form] { return reading }
        }
        guard key.hasSuffix("s"), key.utf8.count > 4, let singular = known[String(key.dropLast())] else { return nil }
        switch singular {
        // A plural is of people, never of States: "Germanys" is not read.
        case .alias, .unresolved(.ambiguous): return singular
        default: return nil
        }
    }

    /// Finds the one thing that fits when each lost letter may be any letter or blank.
    private func restored(_ key: String) -> CountryReading {
        var patterns = [Array(key.unicodeScalars)]
        if key.hasSuffix("s") { patterns.append(Array(key.dropLast().unicodeScalars)) }
        let lost = patterns[0].count { $0 == CountryLabel.lostLetter }
        guard lost * 3 <= patterns[0].count else { return .unresolved(.unrecognised) }
        var found: Set<CountryReading> = []
        for (candidate, reading) in known {
            let letters = Array(candidate.unicodeScalars)
            guard patterns.contains(where: { Self.fits($0, letters) }) else { continue }
            found.insert(reading.country.map { .likely($0, distance: lost) } ?? reading)
        }
        if found.count == 1, let only = found.first { return only }
        let countries = Set(found.compactMap(\.country)).sorted()
        return .unresolved(countries.isEmpty ? .unrecognised : .ambiguous(countries))
    }

    private static func fits(_ pattern: [Unicode.Scalar], _ letters: [Unicode.Scalar]) -> Bool {
        pattern.count == letters.count && zip(pattern, letters).allSatisfy { $0 == $1 || $0 == CountryLabel.lostLetter }
    }

    /// Finds the country whose label is nearest, if one is near enough and no other's is as near.
    private func nearest(_ key: String) -> CountryReading {
        let letters = Array(key.unicodeScalars)
        // Short names lie too near one another: Iran and Iraq, Mali and Bali. Long ones may hold two slips.
        let allowed = letters.count < 5 ? 0 : letters.count < 9 ? 1 : 2
        guard allowed > 0 else { return .unresolved(.unrecognised) }
        var best = allowed + 1
        var found: Set<CountryCode> = []
        for spelling in spellings.entries where abs(spelling.letters.count - letters.count) <= allowed && spelling.letters.count >= 5 {
            let distance = EditDistance.between(letters, Array(spellings.letters[spelling.letters]), atMost: min(best, allowed))
            guard let distance else { continue }
            if distance == 2, letters.first != spellings.letters[spelling.letters.lowerBound] { continue }
            if distance < best { (best, found) = (distance, []) }
            found.insert(spelling.country)
        }
        if found.count == 1, let only = found.first { return .likely(only, distance: best) }
        return .unresolved(found.isEmpty ? .unrecognised : .ambiguous(found.sorted()))
    }
}

extension CountryAliases.Alias {
    fileprivate var reading: CountryReading? {
        switch kind {
        case .name, .language, .nationality, .spelling: countries.first.map { .alias($0) }
        case .ambiguous: .unresolved(.ambiguous(countries.sorted()))
        case .formPrompt: .unresolved(.formPrompt)
        case .unclear: .unresolved(.unclear)
        default: LabelGroup(rawValue: kind.rawValue).map { .group($0) }
        }
    }
}
