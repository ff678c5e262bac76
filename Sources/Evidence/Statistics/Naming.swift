package import Vocabulary

/// Puts the codes of an answer into words.
package struct Naming: Sendable {
    package let countries: Countries
    package let lists: CodeLists

    package init(countries: Countries, lists: CodeLists) {
        self.countries = countries
        self.lists = lists
    }

    package func name(of value: FacetValue) -> Word {
        switch value {
        case .year(let year):
            Word(en: "\(year)", fr: "\(year)", es: "\(year)", ar: "\(year)", ru: "\(year)", zh: "\(year)")
        case .state(let code): name(of: code)
        case .region(let code): code.map { countries.regions.name(of: $0) } ?? .noRegion
        case .sex(let sex): lists[Sex.self].name(of: sex.rawValue)
        case .age(let age): lists[AgeBand.self].name(of: age.rawValue)
        case .form(let code): code.map { lists[Exploitation.self].name(of: $0) } ?? .labelUnread
        case .citizenship(let whose): name(of: whose)
        }
    }

    package func name(of code: CountryCode) -> Word {
        countries[code]?.name
            ?? Word(en: code.alpha3, fr: code.alpha3, es: code.alpha3, ar: code.alpha3, ru: code.alpha3, zh: code.alpha3)
    }

    package func name(of whose: Citizenship) -> Word {
        switch whose {
        case .state(let code): name(of: code)
        case .stateless: .statelessPersons
        case .foreign: .foreignWithoutCountry
        case .unknown: .citizenshipUnknown
        case .several: .severalCountries
        case .unresolved: .labelUnread
        }
    }
}
