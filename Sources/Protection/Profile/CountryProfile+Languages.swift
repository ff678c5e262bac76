package import Vocabulary
package import Web

extension CountryProfile {
    /// Every language that somebody may speak: those that the country offers first, each by its own name, and then all others.
    package var spokenLanguages: [Choice<String>] {
        languages.map { Choice($0.tag, key: $0.tag, label: .data($0.ownName)) }
            + SpokenLanguages.all.filter { language($0.tag) == nil }.map { Choice($0.tag, key: $0.tag, label: $0.name) }
            + [Choice(SpokenLanguages.another.tag, key: SpokenLanguages.another.tag, label: SpokenLanguages.another.name)]
    }

    /// What a language is called: by its own name where the country offers it.
    package func languageName(_ tag: String) -> Word {
        language(tag).map { .data($0.ownName) } ?? SpokenLanguages.language(tag)?.name ?? .data(tag)
    }
}
