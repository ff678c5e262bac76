/// What a label that should name a country was found to say.
package enum CountryReading: Hashable, Sendable {
    /// A name or code of the register, in any of the six languages; case, accents and punctuation set aside.
    case exact(CountryCode)
    /// Another name, a nationality, or a spelling that the list of aliases knows.
    case alias(CountryCode)
    /// No known label, but one country's lies nearer than every other's.
    /// - distance: letters left out, put in, changed, exchanged with their neighbour, or lost in the file.
    case likely(CountryCode, distance: Int)
    /// No country, but something that is understood: citizens of the reporting State, a region, unknown, stateless.
    case group(LabelGroup)
    /// Not understood, or not to be understood without guessing.
    case unresolved(UnresolvedLabel)

    /// The country, when it is one.
    package var country: CountryCode? {
        switch self {
        case .exact(let code), .alias(let code), .likely(let code, _): code
        case .group, .unresolved: nil
        }
    }

    /// The country, "Nationals" being those of the State that reports.
    package func country(reportedBy reporter: CountryCode) -> CountryCode? { self == .group(.ownNationals) ? reporter : country }

    /// For a column and for other programs: `exact`, `alias`, `likely`, or the name of the group or the reason.
    package var code: String {
        switch self {
        case .exact: "exact"
        case .alias: "alias"
        case .likely: "likely"
        case .group(let group): group.rawValue
        case .unresolved(let reason): reason.code
        }
    }
}

/// What a label can say that is not one country.
package enum LabelGroup: String, Hashable, Sendable, CaseIterable, Codable {
    /// Citizens of the State that reports: "Nationals".
    case ownNationals = "own_nationals"
    /// Not citizens of the State that reports, and no more.
    case foreigners
    /// Somewhere outside the State that reports.
    case abroad
    /// A region, or the rest of one: "Other Europe".
    case region
    /// All others together.
    case otherCountries = "other_countries"
    /// The source does not know, or does not say.
    case unknown
    case stateless
    /// The sum of a column, which is nobody's citizenship.
    case total
    /// A State that is no more, with several successors.
    case dissolved
    /// A place that is not one of the 249 States and areas.
    case notListed = "not_listed"
}

/// Why a label was left unresolved.
package enum UnresolvedLabel: Hashable, Sendable {
    /// There is no label.
    case blank
    /// It holds a number, as an answer put in the wrong box does: "2 maliens", "145".
    case holdsNumber
    /// A form's own prompt stands where the answer should: "(specify the country)".
    case formPrompt
    /// It may be any of several.
    case ambiguous([CountryCode])
    /// Its meaning is known not to be one country nor anything else that can be counted.
    case unclear
    /// Nothing known is near enough.
    case unrecognised

    package var code: String {
        switch self {
        case .blank: "blank"
        case .holdsNumber: "holds_number"
        case .formPrompt: "form_prompt"
        case .ambiguous: "ambiguous"
        case .unclear: "unclear"
        case .unrecognised: "unrecognised"
        }
    }

    /// What a person should know, for work pages.
    package var reason: Word {
        switch self {
        case .blank: Word(work: "The label is empty.", fr: "Le libellé est vide.")
        case .holdsNumber:
            Word(
                work: "The label holds a number: a count was written where the country should stand.",
                fr: "Le libellé contient un nombre : un effectif figure à la place du pays."
            )
        case .formPrompt:
            Word(
                work: "The label is a form's own prompt, left where the answer should stand.",
                fr: "Le libellé est une consigne du formulaire, laissée à la place de la réponse."
            )
        case .ambiguous(let codes):
            Word(
                work: "The label may mean any of \(codes.map(\.alpha3).joined(separator: ", ")). Ask the source which.",
                fr: "Le libellé peut désigner \(codes.map(\.alpha3).joined(separator: ", ")). Demandez à la source lequel."
            )
        case .unclear:
            Word(
                work: "The label names no State and does not say that there is none. Ask the source.",
                fr: "Le libellé ne désigne aucun État et ne dit pas qu’il n’y en a pas. Demandez à la source."
            )
        case .unrecognised:
            Word(
                work: "No country has this name or one near it. Add it to the list of aliases, or ask the source.",
                fr: "Aucun pays ne porte ce nom ni un nom proche. Ajoutez-le à la liste des variantes, ou demandez à la source."
            )
        }
    }
}
