import Basics

/// One person's case as statistics keep it: codes only, a quarter instead of a date, a band instead of an age.
package struct PersonRecord: Sendable, Hashable {
    /// The year in which the person was detected or the case opened.
    package var year: Int
    /// 1 to 4; `nil` when only the year is known.
    package var quarter: Int?
    /// A code of `victim_status`.
    package var status: String
    /// A code of `sex`.
    package var sex: String
    /// A code of `age_band`.
    package var ageBand: String
    /// An alpha-3 code, `stateless`, or `unknown`.
    package var citizenship: String
    /// An alpha-3 code, or `unknown`.
    package var exploitedIn: String
    /// Codes of `exploitation`, in order.
    package var forms: [String]
    /// A code of `sector`.
    package var sector: String
    /// Codes of `control_method`, in order.
    package var controlMethods: [String]
    /// Codes of `recruitment_method`, in order.
    package var recruitmentMethods: [String]

    package init(
        year: Int, quarter: Int? = nil, status: String = "unknown", sex: String = "unknown", ageBand: String = "unknown",
        citizenship: String = "unknown", exploitedIn: String = "unknown", forms: [String] = [], sector: String = "unknown",
        controlMethods: [String] = [], recruitmentMethods: [String] = []
    ) {
        (self.year, self.quarter, self.status, self.sex, self.ageBand) = (year, quarter, status, sex, ageBand)
        (self.citizenship, self.exploitedIn, self.forms, self.sector) = (citizenship, exploitedIn, forms, sector)
        (self.controlMethods, self.recruitmentMethods) = (controlMethods, recruitmentMethods)
    }
}

/// What a table over person records can be split by.
package enum PersonFacet: String, CaseIterable, Sendable, Codable {
    case year, quarter, state, citizenship, sex, age, form, sector, status

    /// The lowest bit and the number of bits that it has in a combination.
    ///
    /// 59 bits in all, the year highest: a span of years is then one stretch of the cube's key.
    var bits: (low: Int64, count: Int64) {
        switch self {
        case .year: (51, 8)
        case .quarter: (48, 3)
        case .state: (38, 10)
        case .citizenship: (28, 10)
        case .sex: (25, 3)
        case .age: (21, 4)
        case .form: (9, 12)
        case .sector: (3, 6)
        case .status: (0, 3)
        }
    }

    var mask: Int64 { ((1 << bits.count) - 1) << bits.low }

    /// Whether its numbers come from the table `person_code`; those of years and quarters are their own.
    var isCoded: Bool { self != .year && self != .quarter }

    static let firstYear = 1900
}

extension Int64 {
    func number(of facet: PersonFacet) -> Int { Int(self >> facet.bits.low & ((1 << facet.bits.count) - 1)) }
}

/// Why person records can't be counted.
package enum PersonsRefused: Refusal {
    /// More different codes than a combination has room for.
    case tooManyCodes(PersonFacet)
    case facet(String)

    package var code: String {
        switch self {
        case .tooManyCodes: "persons.too-many-codes"
        case .facet: "persons.unknown-facet"
        }
    }

    package var message: String {
        switch self {
        case .tooManyCodes(let facet):
            "The file has more different values of “\(facet.rawValue)” than can be counted. Check that the mapping reads the right column."
        case .facet(let name):
            "Person records can't be split by “\(name)”. Choose among: \(PersonFacet.allCases.map(\.rawValue).joined(separator: ", "))."
        }
    }
}
