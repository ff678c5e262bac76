/// A State or area of the register: 249 of them, by ISO 3166 and M49.
package struct Country: Hashable, Sendable, Identifiable {
    /// ISO alpha-3.
    package let code: CountryCode
    /// ISO alpha-2, two capital letters.
    package let alpha2: String
    /// The three digits of the United Nations' M49 standard, with leading zeros.
    package let m49: String
    /// The short name in the six languages.
    package let name: Word
    package let standing: Standing
    package let isCouncilOfEuropeMember: Bool
    /// M49 code of the continent, such as `002`; `nil` for Antarctica alone.
    package let region: String?
    /// M49 code of the part of the continent, such as `202`.
    package let subregion: String?
    /// M49 code of the part of that part, such as `014`, where M49 has one.
    package let intermediateRegion: String?
    /// On the United Nations' list of least developed countries.
    package let isLeastDeveloped: Bool
    /// On the list of landlocked developing countries.
    package let isLandlockedDeveloping: Bool
    /// On the list of small island developing States.
    package let isSmallIslandDeveloping: Bool
    /// What the source says of its independence: `Yes`, `Part of NL`, `Territory of GB`, `In contention`.
    package let independenceNote: String

    package var id: CountryCode { code }

    /// What a State or area is to the United Nations.
    package enum Standing: Hashable, Sendable {
        case member(since: Int)
        case observer
        case neither
    }

    package var isMember: Bool {
        if case .member = standing { true } else { false }
    }

    /// The smallest region that it belongs to.
    package var narrowestRegion: String? { intermediateRegion ?? subregion ?? region }

    package static func == (left: Country, right: Country) -> Bool { left.code == right.code }

    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
