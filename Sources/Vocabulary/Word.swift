/// A word, label or sentence of the screen, in every language that it needs. A missing one does not compile.
package struct Word: Sendable, Hashable {
    package let en: String
    package let fr: String
    package let es: String
    package let ar: String
    package let ru: String
    package let zh: String
    /// Whether it stands on public pages (six languages) or on work pages only (English and French).
    package let isPublic: Bool

    /// A text for public pages: all six languages.
    package init(en: String, fr: String, es: String, ar: String, ru: String, zh: String) {
        (self.en, self.fr, self.es, self.ar, self.ru, self.zh) = (en, fr, es, ar, ru, zh)
        isPublic = true
    }

    /// A text for work pages: English and French; elsewhere English stands.
    package init(work en: String, fr: String) {
        (self.en, self.fr, es, ar, ru, zh) = (en, fr, en, en, en, en)
        isPublic = false
    }

    package subscript(language: Language) -> String {
        switch language {
        case .en: en
        case .fr: fr
        case .es: es
        case .ar: ar
        case .ru: ru
        case .zh: zh
        }
    }

    /// The language that really stands there when this one is asked for.
    package func spoken(for language: Language) -> Language {
        isPublic || language == .fr ? language : .en
    }
}
