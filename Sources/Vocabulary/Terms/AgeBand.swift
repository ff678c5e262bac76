/// An age as statistics count it: child, adult or unknown, and nine narrower bands, the same as in the Counter-Trafficking
/// Data Collaborative's published records.
package enum AgeBand: String, CaseIterable, Listed, Codable {
    case child, adult, unknown
    case from0 = "0_8"
    case from9 = "9_17"
    case from18 = "18_20"
    case from21 = "21_23"
    case from24 = "24_26"
    case from27 = "27_29"
    case from30 = "30_38"
    case from39 = "39_47"
    case from48 = "48_up"

    package static let list = "age_band"

    /// The oldest age that anyone is taken to have.
    package static let oldest = 125

    /// The completed years of age that it covers; `nil` when unknown.
    package var ages: ClosedRange<Int>? {
        switch self {
        case .child: 0...17
        case .adult: 18...Self.oldest
        case .unknown: nil
        case .from0: 0...8
        case .from9: 9...17
        case .from18: 18...20
        case .from21: 21...23
        case .from24: 24...26
        case .from27: 27...29
        case .from30: 30...38
        case .from39: 39...47
        case .from48: 48...Self.oldest
        }
    }

    /// The wider band: child or adult for a narrow one, itself for the wide ones.
    package var wide: AgeBand {
        guard let ages else { return .unknown }
        return ages.upperBound <= 17 ? .child : .adult
    }

    /// The narrow band of an age in completed years; `nil` for an age that nobody has.
    package init?(age: Int) {
        let narrow: [AgeBand] = [.from0, .from9, .from18, .from21, .from24, .from27, .from30, .from39, .from48]
        guard let band = narrow.first(where: { $0.ages?.contains(age) ?? false }) else { return nil }
        self = band
    }
}
