package import Access
package import Basics
package import Logging
package import Vocabulary

/// One request as a handler sees it: who asks for what, in which language, when, and what they filled in.
package struct Visit: Sendable {
    /// The language of the answer: chosen in the address, or negotiated.
    package let language: Language
    /// Whether the language was chosen in the address.
    package let keepsLanguage: Bool
    /// The path without the language.
    package let path: String
    /// The part of the address after the question mark.
    package let query: Query
    /// The fields of the form that was sent; empty for `GET`.
    package let form: FormBody
    /// Who is signed in; never `nil` where the route needs an account or a deed.
    package let actor: Actor?
    /// The moment at which the request arrived; use this and not a clock.
    package let now: Instant
    /// The network that the request came from, cut to /24 or /48, to slow down guessing. Never log or store it with a report.
    package let network: String
    /// The session cookie as the browser sent it, for signing out; secret.
    package let session: String?
    /// For events, ids and durations; never for names or texts.
    package let log: Logger
    /// What a program calls this request, so that it is not done twice (`Idempotency-Key`); `nil` when it says nothing.
    let repeatKey: String?
    let values: [String: String]
    let cookies: [String: String]
    let reach: Reach

    /// A value of the path by its name in the pattern: `visit.parameter("code")` for `/countries/{code}`.
    package func parameter(_ name: String) -> String {
        assert(values[name] != nil, "The route has no {\(name)}")
        return values[name] ?? ""
    }

    /// A short-lived cookie that an earlier answer set with `Answer.setting`.
    package func cookie(_ name: String) -> String? { cookies[reach.cookieName(name)] }

    /// An id in the path.
    /// - Throws: `WebRefused.notFound` when it is no id, so that a broken and a foreign id look the same.
    package func id<Subject>(_ name: String, of subject: Subject.Type = Subject.self) throws(WebRefused) -> ID<Subject> {
        guard let id = ID<Subject>(parameter(name)) else { throw .notFound }
        return id
    }

    /// The format of a download, where the pattern ends in `.{format}`.
    package var format: SheetFormat? { values["format"].flatMap(SheetFormat.init(rawValue:)) }

    /// The person signed in.
    /// - Throws: `WebRefused.signInNeeded`; can't happen where the route needs an account or a deed.
    package func signedIn() throws(WebRefused) -> Actor {
        guard let actor else { throw .signInNeeded }
        return actor
    }

    /// Where a sign-in leads back to (`?next=`), when it is a place on this site.
    package var next: LocalAddress? { LocalAddress(form.fields["next"] ?? query["next"]) }

    /// The address of this very page, for forms and lists that come back to it.
    package var here: LocalAddress { LocalAddress(known: path) }
}
