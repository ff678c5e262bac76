import Foundation
import Testing
import Vocabulary

@Suite struct `A country's label` {
    let labels: CountryResolver

    init() throws { labels = try Shipped.codebook.get().labels }

    private func code(_ alpha3: String) throws -> CountryCode { try #require(CountryCode(alpha3)) }

    @Test(arguments: [
        ("France", "FRA"), ("FRANCE", "FRA"), (" france ", "FRA"), ("(Lebanon)", "LBN"), ("México", "MEX"), ("Côte d'Ivoire", "CIV"),
        ("Cote d’ivoire", "CIV"), ("Россия", "RUS"), ("Российская Федерация", "RUS"), ("فرنسا", "FRA"), ("德国", "DEU"), ("DEU", "DEU"),
        ("the Netherlands", "NLD"), ("The Ukraine", "UKR"), ("Türkiye", "TUR"), ("T\u{75}\u{308}rkiye", "TUR"), ("U.S.A.", "USA"),
        ("Bolivia", "BOL"), ("Bolivia (Plurinational State of)", "BOL"), ("Republic of Korea", "KOR"), ("Republic of Moldova", "MDA"),
        ("Albanians", "ALB"), ("Nigerians", "NGA"), ("Nigerin", "NER"), ("Burmese", "MMR"), ("Congolese (DRC)", "COD"), ("RDC", "COD"),
        ("RMI", "MHL"), ("CAR", "CAF"), ("DOMINICANA", "DOM"), ("R.dominicana", "DOM"), ("Great Britain", "GBR"), ("Dubai", "ARE"),
        ("Mumbai, India", "IND"), ("Myanmar Nation", "MMR"), ("Netherlands (own country)", "NLD"), ("Timor Este", "TLS"),
        ("The former Yugoslav Republic of Macedonia", "MKD"), ("Swaziland", "SWZ"), ("Cina Popolare", "CHN"), ("B & H", "BIH"),
        ("China, Hong Kong SAR", "HKG"), ("Solomon islanders", "SLB"), ("Ukrainian nationals", "UKR"), ("Democratic Kongo", "COD"),
    ]) func `is read by name, alias, nationality or code`(label: String, country: String) throws {
        let reading = labels.read(label)
        #expect(reading.country == (try code(country)))
        if case .likely = reading { Issue.record("\(label) was only likely") }
    }

    @Test(arguments: [
        ("BARSIL", "BRA", 1), ("Abania", "ALB", 1), ("Tunisa", "TUN", 1), ("EGYBT", "EGY", 1), ("Swasiland", "SWZ", 1),
        ("Ethopia", "ETH", 1),
        ("Phillipines", "PHL", 2), ("Sweeden", "SWE", 1), ("Kazalhstan", "KAZ", 1), ("Bhuatnese", "BTN", 1), ("Botzwana", "BWA", 1),
        ("M\u{FFFD}XICO", "MEX", 1), ("C\u{FFFD}te d\u{FFFD}Ivoire", "CIV", 2), ("Salvadore\u{FFFD}os", "SLV", 1),
        ("PER\u{FFFD}", "PER", 1),
    ]) func `with a slip of the pen or a lost letter is likely the one nearest country`(label: String, country: String, distance: Int)
        throws
    {
        #expect(labels.read(label) == .likely(try code(country), distance: distance))
    }

    @Test(arguments: [
        ("Congo", ["COD", "COG"]), ("Congolese", ["COD", "COG"]), ("Korean", ["KOR", "PRK"]), ("Dominicans", ["DMA", "DOM"]),
        ("Slovania", ["SVK", "SVN"]),
    ]) func `that may be any of several is given back with all of them`(label: String, countries: [String]) throws {
        #expect(labels.read(label) == .unresolved(.ambiguous(try countries.map(code))))
    }

    @Test(arguments: [
        ("Nationals", LabelGroup.ownNationals), ("own country", .ownNationals), ("Ciudadanos de su pa\u{FFFD}s", .ownNationals),
        ("foreigners", .foreigners), ("Personnes de nationalit\u{FFFD} \u{FFFD}trang\u{FFFD}re", .foreigners), ("Abroad", .abroad),
        ("Other countries in Europe", .region), ("EU-28 others", .region), ("Amercias", .region), ("OTROS", .otherCountries),
        ("Unknown", .unknown), ("DESCONOCIDA", .unknown), ("N/A", .unknown), ("(Nationality not stated)", .unknown),
        ("Stateless", .stateless),
        ("TOTAL POR AÑO", .total), ("Former Yugoslavia", .dissolved), ("Kosovo under UNSCR 1244", .notListed),
    ]) func `that is no country but something understood is read as that`(label: String, group: LabelGroup) {
        #expect(labels.read(label) == .group(group))
    }

    @Test(arguments: [
        ("2 maliens", UnresolvedLabel.holdsNumber), ("3 nig\u{FFFD}riens et 1 tunisien", .holdsNumber), ("145", .holdsNumber),
        ("0", .holdsNumber),
        ("", .blank), ("  ", .blank), ("...", .blank), ("(specify the country)", .formPrompt),
        ("(especifique el pa\u{FFFD}s)", .formPrompt),
        ("Nationality", .formPrompt), ("Rohingya", .unclear), ("without", .unclear), ("Kurdistan", .unclear), ("Ruritania", .unrecognised),
        ("Bali", .unrecognised), ("xyz", .unrecognised),
    ]) func `that can't be read without guessing is left with the reason`(label: String, reason: UnresolvedLabel) {
        #expect(labels.read(label) == .unresolved(reason))
        #expect(!reason.reason.en.isEmpty && reason.reason.en != reason.reason.fr)
    }

    @Test func `of neighbours is never taken for the other`() throws {
        for (label, country) in [
            ("Slovakian", "SVK"), ("Slovenian", "SVN"), ("Iraqian", "IRQ"), ("Iranian", "IRN"), ("Nigerien", "NER"), ("nigérian", "NGA"),
            ("Austrian", "AUT"), ("Australian", "AUS"), ("Mauritian", "MUS"), ("Mauritanian", "MRT"), ("Guinea-Bissau", "GNB"),
            ("Guinea", "GIN"), ("Equatorial Guinea", "GNQ"), ("Papua New Guinea", "PNG"), ("Gambian", "GMB"), ("Zambian", "ZMB"),
            ("Dominica", "DMA"), ("Niger", "NER"), ("Kurdistan, Iraq", "IRQ"), ("Malawian", "MWI"), ("Malian", "MLI"), ("Malaysian", "MYS"),
        ] { #expect(labels.read(label).country == (try code(country)), "\(label)") }
    }

    @Test func `of the reporting State's own people is that State when it is known`() throws {
        let (albania, denmark) = (try code("ALB"), try code("DNK"))
        #expect(labels.read("Nationals").country(reportedBy: albania) == albania)
        #expect(labels.read("Abania").country(reportedBy: denmark) == albania)
        #expect(labels.read("Unknown").country(reportedBy: denmark) == nil)
    }

    @Test func `in the published figures is read as a careful reader reads it`() throws {
        let all = try Shipped.countryLabels.get()
        #expect(all.count == 687)
        var kinds: [String: Set<String>] = [:]
        for label in all.keys { kinds[labels.read(label).code, default: []].insert(label) }
        #expect(kinds["unrecognised"] == nil, "\(kinds["unrecognised"] ?? [])")
        #expect(kinds["holds_number"] == ["0", "145", "2", "2 maliens", "3", "3 maliens", "3 nig\u{FFFD}riens et 1 tunisien", "6"])
        #expect(kinds["ambiguous"] == ["Congo"])
        #expect(kinds["blank"] == [""])
        #expect(kinds["unclear"] == ["Rohingya", "without"])
        let countries = ["exact", "alias", "likely"].reduce(0) { $0 + (kinds[$1]?.count ?? 0) }
        #expect(countries >= 600, "\(kinds.mapValues(\.count))")
    }
}
