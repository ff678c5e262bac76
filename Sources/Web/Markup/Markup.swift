package import Foundation
package import Vocabulary

/// The one way to write HTML: every function appends to a single UTF-8 buffer, and everything given to it is escaped by its type.
///
/// Elements are functions with a trailing closure, so that the code has the shape of the page:
/// ```swift
/// html.section(.class("card"), .id("victims")) { html in
///     html.h2(.victimsHeading)                    // a Word, in the language of the page
///     html.p { $0.text(organisation.name) }       // runtime data, escaped
///     html.p { $0.number(82_291) }                // grouped as the language does
///     html.a(to: EvidenceAddress.world) { $0.say(.world) }
/// }
/// ```
/// There is no function for raw output, and no attribute that takes an address made from text.
/// `say` prints words of the screen, `text` prints data and never a literal (`text("` fails the lint).
package struct Markup {
    /// The language of the page.
    package let language: Language
    /// Whether the visitor chose the language in the address (`/fr/…`): links then keep the prefix.
    package let keepsLanguage: Bool
    /// The zone in which times are told.
    let zone: TimeZone
    /// What was written so far.
    package internal(set) var bytes: [UInt8]
    /// Makes the hidden field that every form carries; `nil` where no visitor is known (a snapshot, a mail).
    let formSeal: FormSeal?
    /// Whether a form was written: such a page is for one visitor alone and must not be stored.
    package private(set) var holdsForm = false

    /// - Parameters:
    ///   - language: the language of the page.
    ///   - keepsLanguage: whether links carry the language as a prefix.
    ///   - zone: in which times are told.
    package init(language: Language, keepsLanguage: Bool = false, zone: TimeZone = .gmt) {
        self.init(language: language, keepsLanguage: keepsLanguage, zone: zone, formSeal: nil)
    }

    init(language: Language, keepsLanguage: Bool, zone: TimeZone, formSeal: FormSeal?) {
        self.language = language
        self.keepsLanguage = keepsLanguage
        self.zone = zone
        self.formSeal = formSeal
        bytes = []
        // The median page is under 40 kB: one growth at most.
        bytes.reserveCapacity(32_768)
    }

    /// What was written so far, as text. For tests and for mails, not for answers.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Prints a word of the screen in the language of the page; where it has none, in English, marked as such.
    package mutating func say(_ word: Word) {
        let spoken = word.spoken(for: language)
        guard spoken != language else { return bytes.appendEscaped(word[language]) }
        open("span", [.foreign(spoken, on: language)])
        bytes.appendEscaped(word[spoken])
        close("span")
    }

    /// Prints a word where no element may stand (a title, an option): in the language of the page, or English.
    package mutating func sayPlainly(_ word: Word) {
        bytes.appendEscaped(word[language])
    }

    /// Prints runtime data, escaped: a name, a code, what somebody typed. Never a literal.
    package mutating func text(_ data: String) {
        bytes.appendEscaped(data)
    }

    /// Prints a message that exists in English only, such as that of a refusal without a translation, and marks it so.
    mutating func english(_ message: String) {
        guard language != .en else { return text(message) }
        element("span", [.foreign(.en, on: language)]) { $0.text(message) }
    }

    /// Prints a blank between two inline elements.
    package mutating func space() { bytes.append(0x20) }

    // MARK: The three functions that everything else stands on; they stay inside the kit.

    mutating func open(_ tag: StaticString, _ attributes: [Attribute]) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(tag)
        for attribute in attributes { write(attribute) }
        bytes.append(UInt8(ascii: ">"))
    }

    mutating func close(_ tag: StaticString) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(UInt8(ascii: "/"))
        bytes.append(tag)
        bytes.append(UInt8(ascii: ">"))
    }

    @inline(__always)
    mutating func element(_ tag: StaticString, _ attributes: [Attribute], _ content: (inout Markup) throws -> Void) rethrows {
        open(tag, attributes)
        try content(&self)
        close(tag)
    }

    /// An element that holds one word; a word that falls back to English marks the element itself.
    mutating func element(_ tag: StaticString, _ attributes: [Attribute], _ word: Word) {
        let spoken = word.spoken(for: language)
        open(tag, spoken == language ? attributes : attributes + [.foreign(spoken, on: language)])
        bytes.appendEscaped(word[spoken])
        close(tag)
    }

    /// Notes that this page carries a form, and gives the seal for its hidden field.
    mutating func sealForForm() -> String? {
        holdsForm = true
        return formSeal?.token
    }
}
