/// The register of States and areas, with every way to look one up that is not a guess.
///
/// Free text from a form goes through `CountryResolver` instead.
package struct Countries: Sendable {
    /// All of them, by alpha-3.
    package let all: [Country]
    /// Regions, subregions and intermediate regions of M49 with their names.
    package let regions: CodeList

    private let byCode: [CountryCode: Int]
    private let byAlpha2: [String: Int]
    private let byM49: [String: Int]
    /// In the order of their names, which many a form and list asks for.
    private let byName: [Language: [Country]]

    init(_ countries: [Country], regions: CodeList) {
        let sorted = countries.sorted { $0.code < $1.code }
        all = sorted
        self.regions = regions
        byCode = Dictionary(sorted.indices.map { (sorted[$0].code, $0) }, uniquingKeysWith: { first, _ in first })
        byAlpha2 = Dictionary(sorted.indices.map { (sorted[$0].alpha2, $0) }, uniquingKeysWith: { first, _ in first })
        byM49 = Dictionary(sorted.indices.map { (sorted[$0].m49, $0) }, uniquingKeysWith: { first, _ in first })
        byName = Dictionary(
            Language.allCases.map { language in
                (language, sorted.map { (CountryLabel.normalised($0.name[language]), $0) }.sorted { $0.0 < $1.0 }.map(\.1))
            }, uniquingKeysWith: { first, _ in first })
    }

    package subscript(code: CountryCode) -> Country? { byCode[code].map { all[$0] } }

    /// By alpha-3 in capital letters, as it stands in an address or a column.
    package func country(alpha3: some StringProtocol) -> Country? { CountryCode(alpha3).flatMap { self[$0] } }

    /// By alpha-2 in capital letters.
    package func country(alpha2: String) -> Country? { byAlpha2[alpha2].map { all[$0] } }

    /// By M49 number, with or without leading zeros.
    package func country(m49: String) -> Country? {
        byM49[String(repeating: "0", count: max(0, 3 - m49.utf8.count)) + m49].map { all[$0] }
    }

    /// The name in a language, or the code itself when the register does not know it.
    package func name(of code: CountryCode, in language: Language) -> String { self[code]?.name[language] ?? code.alpha3 }

    /// The members of the United Nations, by alpha-3.
    package var members: [Country] { all.filter(\.isMember) }

    /// The States and areas of a region, subregion or intermediate region, by alpha-3.
    /// - Parameter region: an M49 code of three digits; `001` is the world.
    package func countries(in region: String) -> [Country] {
        region == "001"
            ? all : all.filter { $0.region == region || $0.subregion == region || $0.intermediateRegion == region }
    }

    /// All of them in the order of their names in a language, accents and articles set aside.
    package func sorted(in language: Language) -> [Country] { byName[language] ?? all }
}
