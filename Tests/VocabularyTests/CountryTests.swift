import Testing
import Vocabulary

@Suite struct `The register of countries` {
    let countries: Countries

    init() throws { countries = try Shipped.codebook.get().countries }

    @Test func `holds 249 States and areas, 193 of them members and two observers`() {
        #expect(countries.all.count == 249)
        #expect(countries.members.count == 193)
        #expect(countries.all.filter { $0.standing == .observer }.map(\.code.alpha3) == ["PSE", "VAT"])
    }

    @Test func `finds a country by each of its codes`() throws {
        let code = try #require(CountryCode("AFG"))
        let found = try #require(countries[code])
        #expect(found.alpha2 == "AF")
        #expect(found.m49 == "004")
        #expect(found.standing == .member(since: 1946))
        #expect(found.isLeastDeveloped && found.isLandlockedDeveloping && !found.isSmallIslandDeveloping)
        #expect(countries.country(alpha2: "AF") == found)
        #expect(countries.country(m49: "4") == found)
        #expect(countries.country(m49: "004") == found)
        #expect(countries.country(alpha3: "afg") == nil)
    }

    @Test(arguments: Language.allCases) func `names every country in the script of the language`(language: Language) {
        for country in countries.all {
            #expect(country.name[language].unicodeScalars.contains(where: language.writes), "\(country.code)")
        }
    }

    @Test func `knows regions within regions`() throws {
        let kenya = try #require(countries.country(alpha3: "KEN"))
        #expect(kenya.region == "002" && kenya.subregion == "202" && kenya.intermediateRegion == "014")
        #expect(countries.regions.name(of: "014")[.es] == "África oriental")
        #expect(countries.regions.isOrLiesUnder("014", "002"))
        #expect(countries.countries(in: "014").contains(kenya) && countries.countries(in: "002").contains(kenya))
        #expect(countries.countries(in: "001").count == 249)
        for country in countries.all where country.code.alpha3 != "ATA" {
            let region = try #require(country.narrowestRegion)
            #expect(countries.regions.isOrLiesUnder(region, "001"))
        }
    }

    @Test func `sorts by name without regard to accents`() throws {
        let french = countries.sorted(in: .fr).map(\.code.alpha3)
        let egypt = try #require(french.firstIndex(of: "EGY"))
        let spain = try #require(french.firstIndex(of: "ESP"))
        let finland = try #require(french.firstIndex(of: "FIN"))
        #expect(egypt < spain && spain < finland)
    }

    @Test(arguments: ["", "FR", "FRAN", "fra", "F A", "ÉRI"]) func `takes no code but three capital letters`(text: String) {
        #expect(CountryCode(text) == nil)
    }

    @Test func `orders codes as their letters are ordered`() throws {
        let codes = countries.all.map(\.code)
        #expect(codes.map(\.alpha3) == codes.map(\.alpha3).sorted())
        #expect(codes == codes.sorted())
    }
}
