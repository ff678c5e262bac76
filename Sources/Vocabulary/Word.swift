/// A word, label or sentence of the screen, in every language that it needs. A missing one does not compile.
package struct Word: Sendable, Hashable {
    /// All texts behind one pointer: a page copies words many hundred times.
    private indirect enum Texts: Sendable, Hashable {
        case open(en: String, fr: String, es: String, ar: String, ru: String, zh: String)
        case work(en: String, fr: String)
    }

    private let texts: Texts

    /// A text for public pages: all six languages.
    package init(en: String, fr: String, es: String, ar: String, ru: String, zh: String) {
        texts = .open(en: en, fr: fr, es: es, ar: ar, ru: ru, zh: zh)
    }

    /// A text for work pages: English and French; elsewhere English stands.
    package init(work en: String, fr: String) {
        texts = .work(en: en, fr: fr)
    }

    package subscript(language: Language) -> String {
        switch (texts, language) {
        case (.open(let en, _, _, _, _, _), .en), (.work(let en, _), .en), (.work(let en, _), .es), (.work(let en, _), .ar),
            (.work(let en, _), .ru), (.work(let en, _), .zh):
            en
        case (.open(_, let fr, _, _, _, _), .fr), (.work(_, let fr), .fr): fr
        case (.open(_, _, let es, _, _, _), .es): es
        case (.open(_, _, _, let ar, _, _), .ar): ar
        case (.open(_, _, _, _, let ru, _), .ru): ru
        case (.open(_, _, _, _, _, let zh), .zh): zh
        }
    }

    package var en: String { self[.en] }
    package var fr: String { self[.fr] }
    package var es: String { self[.es] }
    package var ar: String { self[.ar] }
    package var ru: String { self[.ru] }
    package var zh: String { self[.zh] }

    /// Whether it stands on public pages (six languages) or on work pages only (English and French).
    package var isPublic: Bool {
        if case .open = texts { true } else { false }
    }

    /// The language that really stands there when this one is asked for.
    package func spoken(for language: Language) -> Language {
        isPublic || language == .fr ? language : .en
    }
}
