package import Vocabulary
import Web

/// Every address of the pages on figures.
package enum EvidenceAddress: Address {
    case numbers
    case reporting
    case flows
    case compare
    case quality
    case sources
    case countries
    case country(CountryCode)
    /// One table of the pages on the world; served as a file under `.csv`, `.xlsx`, `.json`.
    case worldTable(WorldTable)
    /// One table of a country's page.
    case countryTable(CountryCode, CountryTable)

    package static let worldTablePattern = "/numbers/tables/{table}.{format}"
    package static let countryPattern = "/countries/{code}"
    package static let countryTablePattern = "/countries/{code}/{table}.{format}"

    package var path: String {
        switch self {
        case .numbers: "/numbers"
        case .reporting: "/numbers/reporting"
        case .flows: "/numbers/flows"
        case .compare: "/numbers/compare"
        case .quality: "/numbers/quality"
        case .sources: "/numbers/sources"
        case .countries: "/countries"
        case .country(let code): Self.path("countries", code.alpha3)
        case .worldTable(let table): Self.path("numbers", "tables", table.rawValue)
        case .countryTable(let code, let table): Self.path("countries", code.alpha3, table.rawValue)
        }
    }
}

/// The tables that the pages on the world show and hand out.
package enum WorldTable: String, Sendable, CaseIterable {
    case byYear = "by-year"
    case map
    case forms
    case sexes
    case ages
    case reporting
    case flows
    case compare
    case quality
    case labels
    case rules
}

/// The tables that a country's page shows and hands out.
package enum CountryTable: String, Sendable, CaseIterable {
    case byYear = "by-year"
    case forms
    case sexes
    case ages
    case citizenships
    case elsewhere
    case convicted
    case convictedCitizenships = "convicted-citizenships"
    case quality
}
