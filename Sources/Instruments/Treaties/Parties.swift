package import Vocabulary

/// The names of parties: States and areas of the register of countries, and the one organization that joins treaties.
package enum Parties {
    /// The European Union as the status lists code it; ISO 3166 reserves `EU` for it and has no alpha-3.
    package static let europeanUnion = "EUE"

    /// The name of a party, or its code where nobody knows it.
    package static func name(_ code: String, in countries: Countries) -> Word {
        if code == europeanUnion { return .europeanUnion }
        return countries.country(alpha3: code)?.name ?? Word(en: code, fr: code, es: code, ar: code, ru: code, zh: code)
    }

    /// Whether a code can stand in the register.
    package static func isKnown(_ code: String, in countries: Countries) -> Bool {
        code == europeanUnion || countries.country(alpha3: code) != nil
    }
}

extension Word {
    static let europeanUnion = Word(
        en: "European Union", fr: "Union européenne", es: "Unión Europea", ar: "الاتحاد الأوروبي", ru: "Европейский союз", zh: "欧洲联盟"
    )
}
