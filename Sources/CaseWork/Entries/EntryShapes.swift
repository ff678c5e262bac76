import Protection
import Store
import Vocabulary
import Web

// Short ways to declare what the entries of this room ask.

extension EntryField.Option {
    init(_ code: String, _ english: String, fr: String) { self.init(code, Word(work: english, fr: fr)) }
}

extension Codebook {
    /// All countries and areas by their names.
    var countryOptions: [EntryField.Option] { countries.sorted(in: .en).map { .init($0.code.alpha3, $0.name) } }
}

extension CountryProfile {
    /// Every language that somebody may speak best, those that the country offers first.
    var languageOptions: [EntryField.Option] { spokenLanguages.map { .init($0.key, $0.label) } }
    /// Those to tick: the country’s own, and one line for whatever else.
    var furtherLanguageOptions: [EntryField.Option] {
        languages.map { .init($0.tag, .data($0.ownName)) } + [.init(SpokenLanguages.another.tag, SpokenLanguages.another.name)]
    }
}

extension EntryKind {
    /// A kind of which a file has one at most.
    func single(
        prefilled: @escaping @Sendable (CaseSummary, any Transaction) throws -> [String: EntryValue] = { _, _ in [:] }
    ) -> EntryKind {
        var kind = self
        kind.isSingle = true
        kind.prefilled = prefilled
        return kind
    }

    /// Offered only where the country's profile has fields for it.
    func offeredWhereAsked() -> EntryKind {
        var kind = self
        guard let record = extra else { return self }
        kind.isOffered = { !$0.fields(on: record).isEmpty }
        return kind
    }
}

extension ServiceKind.Domain {
    /// A domain of life in which somebody needs something.
    var word: Word {
        switch self {
        case .safety: Word(work: "Safety", fr: "Sécurité")
        case .housing: Word(work: "Housing", fr: "Logement")
        case .physicalHealth: Word(work: "Physical health", fr: "Santé physique")
        case .mentalHealth: Word(work: "Mental health", fr: "Santé mentale")
        case .legal: Word(work: "Law and residence", fr: "Droit et séjour")
        case .psychosocial: Word(work: "People and everyday life", fr: "Entourage et vie quotidienne")
        case .education: Word(work: "Language and learning", fr: "Langue et apprentissage")
        case .work: Word(work: "Work", fr: "Travail")
        case .money: Word(work: "Money", fr: "Argent")
        case .family: Word(work: "Family", fr: "Famille")
        case .interpretation: Word(work: "Being understood", fr: "Être comprise")
        case .homeward: Word(work: "Return", fr: "Retour")
        }
    }
}
