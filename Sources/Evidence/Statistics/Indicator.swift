package import Vocabulary

/// What a published statistic counts.
package enum Indicator: String, CaseIterable, Sendable, Codable {
    /// Victims that the authorities detected.
    case victims
    /// Offences recorded.
    case offences
    /// Persons suspected, or in formal contact with the police.
    case suspected
    case prosecuted
    case convicted

    /// From 0, in order.
    var place: Int {
        switch self {
        case .victims: 0
        case .offences: 1
        case .suspected: 2
        case .prosecuted: 3
        case .convicted: 4
        }
    }

    package var name: Word {
        switch self {
        case .victims: .detectedVictims
        case .offences: .recordedOffences
        case .suspected: .personsSuspected
        case .prosecuted: .personsProsecuted
        case .convicted: .personsConvicted
        }
    }
}

/// What the cells of a published table are split by, besides sex and age.
package enum Dimension: String, CaseIterable, Sendable, Codable {
    /// No split: the figure for all forms and citizenships together.
    case total
    case citizenship
    case exploitation
    case repatriation

    /// From 0, in order.
    var place: Int {
        switch self {
        case .total: 0
        case .citizenship: 1
        case .exploitation: 2
        case .repatriation: 3
        }
    }

    /// Whether its labels are names of States.
    package var namesStates: Bool { self == .citizenship || self == .repatriation }
}

/// How a published value stands in its cell.
package enum CellKind: String, Sendable, Codable {
    case exact
    /// Published as `<5`.
    case few
    /// Published as a range.
    case range
    /// Published more than once with different values; the cell is the range of all of them.
    case disputed
    case absent
}
