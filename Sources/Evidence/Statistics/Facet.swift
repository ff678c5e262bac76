package import Vocabulary

/// What a table of statistics can be split by.
package enum Facet: String, CaseIterable, Sendable, Codable, Hashable {
    case year, state, region, sex, age, form, citizenship
}

/// Whose citizens a published figure speaks of.
package enum Citizenship: Hashable, Sendable {
    case state(CountryCode)
    case stateless
    /// Published as "foreigners" or "abroad", without a country.
    case foreign
    /// Published as unknown.
    case unknown
    /// Published for a region, for several countries together, or for a State that is none of the 249.
    case several
    /// Published under labels that nobody can read: "2 maliens", "145".
    case unresolved

    /// The code that stands in a column; `nil` for the unresolved.
    package var code: String? {
        switch self {
        case .state(let code): code.alpha3
        case .stateless: "stateless"
        case .foreign: "foreign"
        case .unknown: "unknown"
        case .several: "several"
        case .unresolved: nil
        }
    }

    package init(code: String?) {
        switch code {
        case "stateless": self = .stateless
        case "foreign": self = .foreign
        case "unknown": self = .unknown
        case "several": self = .several
        case let code?: self = CountryCode(code).map(Citizenship.state) ?? .unresolved
        case nil: self = .unresolved
        }
    }

    /// What a label was found to say; `nil` for a column's own sum, which is nobody's citizenship.
    package init?(_ reading: CountryReading, reportedBy reporter: CountryCode) {
        if let code = reading.country(reportedBy: reporter) {
            self = .state(code)
            return
        }
        guard case .group(let group) = reading else {
            self = .unresolved
            return
        }
        switch group {
        case .ownNationals: self = .state(reporter)
        case .foreigners, .abroad: self = .foreign
        case .unknown: self = .unknown
        case .stateless: self = .stateless
        case .region, .otherCountries, .dissolved, .notListed: self = .several
        case .total: return nil
        }
    }

    /// The code under which a column's own sum is kept: published, but never added to its parts.
    static let columnTotal = "total"

    package var state: CountryCode? {
        if case .state(let code) = self { code } else { nil }
    }
}

/// The value of a facet in one row of an answer.
package enum FacetValue: Hashable, Sendable {
    case year(Int)
    case state(CountryCode)
    /// An M49 code of three digits; `nil` for areas that M49 puts in no region.
    case region(String?)
    case sex(Sex)
    case age(AgeBand)
    /// A code of the list `exploitation`; `nil` when the label was not in the list.
    case form(String?)
    case citizenship(Citizenship)

    /// The same value for a program: `2019`, `FRA`, `150`, `female`, `forced_labour`, `unresolved`.
    package var code: String {
        switch self {
        case .year(let year): String(year)
        case .state(let code): code.alpha3
        case .region(let code): code ?? "none"
        case .sex(let sex): sex.rawValue
        case .age(let age): age.rawValue
        case .form(let code): code ?? "unresolved"
        case .citizenship(let whose): whose.code ?? "unresolved"
        }
    }
}
