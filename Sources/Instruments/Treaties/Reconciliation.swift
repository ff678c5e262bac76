/// What somebody should look up, so that the register becomes certain: one row may ask for several things.
package struct Reconciliation: Sendable, Hashable {
    package let row: Participation
    package let reason: Reason

    /// Why a row is on the list, the gravest first.
    package enum Reason: String, CaseIterable, Sendable, Codable {
        /// Another source says something else.
        case conflict
        /// Confidence C.
        case unverified
        /// A party since when is not known.
        case noDate = "no_date"
        /// The date is a month, a year, or lies between two dates.
        case impreciseDate = "imprecise_date"
        /// Whether it ratified or acceded the source does not say.
        case actionUnclear = "action_unclear"
        /// The day was worked out from another date.
        case derivedDate = "derived_date"
        /// Two acts are in the wrong order, such as a ratification before the signature.
        case orderOfDates = "order_of_dates"
    }

    /// Everything to be looked up in these rows, by reason, treaty and party.
    package static func list(_ rows: [Participation]) -> [Reconciliation] {
        Reason.allCases.flatMap { reason in rows.filter { applies(reason, to: $0) }.map { Reconciliation(row: $0, reason: reason) } }
    }

    private static func applies(_ reason: Reason, to row: Participation) -> Bool {
        switch reason {
        case .conflict: !row.provenance.conflict.isEmpty
        case .unverified: row.provenance.confidence == .c
        case .noDate: row.action != nil && row.actedOn == nil
        case .impreciseDate: row.actedOn.map { !$0.isWholeDay } ?? false
        case .actionUnclear: row.action == .party
        case .derivedDate: row.provenance.precision == .derivedDay
        case .orderOfDates:
            if let signed = row.signedOn, let acted = row.actedOn { acted.days.upperBound < signed } else { false }
        }
    }
}
