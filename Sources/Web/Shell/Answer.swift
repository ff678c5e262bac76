package import Basics
import Foundation
package import Vocabulary

/// What a handler gives back. The kit makes the response from it, with all headers.
package struct Answer: Sendable {
    enum Content: Sendable {
        case page(any Page)
        case latePage(@Sendable () async throws -> any Page)
        case see(any Address)
        case leave(OutsideAddress)
        case bytes([UInt8], type: String, fileName: String?)
        case stream(type: String, fileName: String?, write: Stream)
        case refused(any Refusal)
        case empty
    }

    /// Writes a long answer piece by piece: `{ out in try await out.send(bytes) }`.
    package typealias Stream = @Sendable (inout AnswerStream) async throws -> Void

    let status: Status
    let content: Content
    var session: SessionChange?
    var caching: Caching = .never
    var extraCookies: [SiteCookie] = []
    var isGivenInParts = false

    /// A page. Use `.unprocessable` for a form that comes back with its errors.
    package static func page(_ page: any Page, status: Status = .ok) -> Answer { Answer(status: status, content: .page(page)) }

    /// Go and see another place of this site: the end of every change (303).
    package static func see(_ address: any Address) -> Answer { Answer(status: .seeOther, content: .see(address)) }

    /// The address has changed for good (301).
    package static func moved(to address: any Address) -> Answer { Answer(status: .movedPermanently, content: .see(address)) }

    /// Go to another site (303), such as the provider of a sign-in. Only after a link: browsers stop a form that leads away from here.
    package static func leave(to address: OutsideAddress) -> Answer { Answer(status: .seeOther, content: .leave(address)) }

    /// There is no such page, or it is not theirs: the two look the same.
    package static let notFound = Answer(status: .notFound, content: .refused(WebRefused.notFound))

    /// A refusal, as a page or, under `/api`, as a problem document; the same as throwing it.
    package static func refused(_ refusal: any Refusal) -> Answer {
        Answer(status: (refusal as? WebRefused)?.status ?? Status(refusal.kind), content: .refused(refusal))
    }

    /// A file to keep. The name may hold any characters: what is unsafe in a header is replaced.
    package static func file(_ bytes: [UInt8], type: String, name: String) -> Answer {
        Answer(status: .ok, content: .bytes(bytes, type: type, fileName: name))
    }

    /// Bytes that the browser or a program reads at once, such as `text/plain; charset=utf-8`.
    package static func bytes(_ bytes: [UInt8], type: String, status: Status = .ok) -> Answer {
        Answer(status: status, content: .bytes(bytes, type: type, fileName: nil))
    }

    /// JSON with sorted keys, so that the same value is the same bytes.
    package static func json(_ value: some Encodable & Sendable, status: Status = .ok) throws -> Answer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Answer(
            status: status,
            content: .bytes(Array(try encoder.encode(value)), type: "application/json; charset=utf-8", fileName: nil)
        )
    }

    /// A table as a file, in the language of the visit.
    package static func download(_ sheet: Sheet, _ format: SheetFormat, in language: Language) throws -> Answer {
        .file(try sheet.file(format, in: language), type: format.mediaType, name: sheet.fileName(format))
    }

    /// A long file, written while it is sent, in constant memory.
    package static func stream(type: String, name: String?, write: @escaping Stream) -> Answer {
        Answer(status: .ok, content: .stream(type: type, fileName: name, write: write))
    }

    /// Nothing to say but the status.
    package static func empty(_ status: Status) -> Answer { Answer(status: status, content: .empty) }
}

/// How long an answer may be kept, and by whom.
enum Caching: Sendable, Hashable {
    /// Not at all: everything that is not public.
    case never
    /// Published figures: kept, but asked for again each time, by this version.
    case figures(version: String)
    /// For ever: the content is named in the address.
    case forever
}

extension Answer {
    /// Lets browsers keep a public answer and ask whether it has changed (`ETag`).
    ///
    /// It only counts for visitors who are not signed in, and for answers without a form. When the browser already has this version,
    /// the page is not written; `figures(version:page:)` spares making it too.
    /// - Parameter version: changes whenever the figures change: the id of the last import.
    package func figures(version: String) -> Answer {
        var answer = self
        answer.caching = .figures(version: version)
        return answer
    }

    /// A page of published figures that is only made when the browser has not got this version yet: then the handler asks the database
    /// for nothing but the version.
    ///
    /// ```swift
    /// return .figures(version: try await lastImport()) { CountryPage(try await series(of: code)) }
    /// ```
    package static func figures(version: String, page: @escaping @Sendable () async throws -> any Page) -> Answer {
        Answer(status: .ok, content: .latePage(page)).figures(version: version)
    }

    /// Answers a request for a part (`Range`) with that part alone: some browsers play no recording without it. For bytes that stay the
    /// same at their address.
    package func givenInParts() -> Answer {
        var answer = self
        answer.isGivenInParts = true
        return answer
    }

    func keptForever() -> Answer {
        var answer = self
        answer.caching = .forever
        return answer
    }

    /// Starts a session: sets the cookie. The value comes from Access and is stored there only as a hash.
    package func startingSession(_ value: String) -> Answer {
        var answer = self
        answer.session = .start(value)
        return answer
    }

    /// Ends the session in the browser: the cookie goes, and with it what the browser kept of this site.
    package func endingSession() -> Answer {
        var answer = self
        answer.session = .end
        return answer
    }

    /// Sets another cookie for a few minutes, such as the state of a sign-in through a provider.
    package func setting(_ cookie: SiteCookie) -> Answer {
        var answer = self
        answer.extraCookies.append(cookie)
        return answer
    }
}
