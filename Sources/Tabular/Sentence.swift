/// A sentence for the person who imports: work pages stand in English and French.
package struct Sentence: Hashable, Sendable, Codable {
    package let en: String
    package let fr: String

    package init(en: String, fr: String) { (self.en, self.fr) = (en, fr) }
}
