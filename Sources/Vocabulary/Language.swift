/// The six languages of the United Nations, in which every public page is complete.
package enum Language: String, CaseIterable, Sendable, Codable, Hashable {
    case en, fr, es, ar, ru, zh

    /// The tag for `lang` attributes and addresses.
    package var code: String { rawValue }

    /// The name of the language in itself.
    package var ownName: String {
        switch self {
        case .en: "English"
        case .fr: "Français"
        case .es: "Español"
        case .ar: "العربية"
        case .ru: "Русский"
        case .zh: "中文"
        }
    }

    package var isRightToLeft: Bool { self == .ar }
}
