import Basics
import Foundation
import Vocabulary

/// What a visitor sees when something was refused or went wrong.
struct RefusalPage: Page {
    let status: Status
    let words: Word?
    /// The message where no translation is known; it is English.
    let message: String?
    /// A number for the log, when something went wrong that nobody foresaw.
    let reference: String?
    /// Where to sign in, coming back here afterwards.
    let signIn: (any Address)?
    /// The page from which whoever sent something can try again.
    let back: (any Address)?
    let door: Door

    init(_ refusal: any Refusal, signIn: (any Address)? = nil, back: (any Address)? = nil, door: Door) {
        status = (refusal as? WebRefused)?.status ?? Status(refusal.kind)
        words = (refusal as? any SpokenRefusal)?.words
        message = refusal.message
        reference = nil
        self.signIn = status == .unauthenticated ? signIn : nil
        self.back = back
        self.door = door
    }

    init(reference: String, door: Door) {
        status = .failed
        words = .wentWrong
        message = nil
        self.reference = reference
        signIn = nil
        back = nil
        self.door = door
    }

    var title: Word { .title(of: status) }

    func body(_ html: inout Markup) {
        html.p(.class("lead")) { html in
            if let words {
                html.say(words)
            } else if let message {
                html.english(message)
            }
        }
        if let reference {
            html.p { html in
                html.say(.reference)
                html.space()
                html.code { $0.text(reference) }
            }
        }
        if let signIn { html.p { $0.a(to: signIn, .signIn, .class("button")) } }
        if let back { html.p { $0.a(to: back, .backToThePage, .class("button")) } }
        html.p { $0.a(to: LocalAddress(known: "/"), .toTheStart) }
    }
}

/// The same for programs, under `/api`: a problem document (RFC 9457).
struct Problem: Encodable, Sendable {
    let type = "about:blank"
    let title: String
    let status: Int
    let code: String
    let detail: String
    let reference: String?

    init(_ refusal: any Refusal, in language: Language) {
        let status = (refusal as? WebRefused)?.status ?? Status(refusal.kind)
        title = Word.title(of: status)[language]
        self.status = status.rawValue
        code = refusal.code
        detail = (refusal as? any SpokenRefusal)?.words[language] ?? refusal.message
        reference = nil
    }

    init(reference: String, in language: Language) {
        title = Word.title(of: .failed)[language]
        status = Status.failed.rawValue
        code = "web.went-wrong"
        detail = Word.wentWrong[language]
        self.reference = reference
    }

    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings and a number: encoding them can't fail; an empty object would still be legal JSON.
        return (try? encoder.encode(self)).map(Array.init) ?? Array("{}".utf8)
    }
}
