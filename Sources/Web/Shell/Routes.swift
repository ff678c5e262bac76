package import Access
import Basics

/// Who may use a route. There is no default: a route that says nothing does not compile.
package enum Need: Sendable, Hashable {
    /// Everybody, signed in or not.
    case anyone
    /// Everybody who is signed in.
    case account
    /// Those whose role includes the deed. What they may do it *to* is for the gate, behind the route.
    case deed(Deed)
}

/// What a request wants: to see, or to change. Seeing never changes anything.
package enum Verb: String, Sendable, Hashable {
    case get = "GET"
    case post = "POST"
}

/// How much a route takes in one request.
package struct BodyLimit: Sendable, Hashable {
    package let bytes: Int

    /// A form of words and choices: 256 kB.
    package static let form = BodyLimit(bytes: 256 * 1_024)
    /// A form with files, of this many megabytes altogether.
    package static func upload(megabytes: Int) -> BodyLimit { BodyLimit(bytes: megabytes * 1_024 * 1_024) }
}

/// One address with a verb, and who may use it.
package struct Route: Sendable {
    package let verb: Verb
    package let pattern: RoutePattern
    package let need: Need
    package let limit: BodyLimit
    /// What the body of a request holds.
    let body: Body
    let handle: Handler

    enum Body: Sendable { case form, json }

    package typealias Handler = @Sendable (Visit) async throws -> Answer
}

/// The contents page of a site, or of a part of it.
///
/// Each context adds its own; Server puts them together:
/// ```swift
/// extension Routes {
///     //  GET   /organisations       list      manageOrganisations
///     //  POST  /organisations       add one   manageOrganisations
///     package mutating func addOrganisations(_ database: any Database, _ gate: Gate) {
///         get("/organisations", needs: .deed(.manageOrganisations)) { visit in
///             .page(try await OrganisationsPage(…))
///         }
///         post("/organisations", needs: .deed(.manageOrganisations)) { visit in
///             …
///             return .see(AdministrationAddress.organisation(id))
///         }
///     }
/// }
/// ```
/// The list can be walked by a test that tries each route with each role.
package struct Routes: Sendable {
    package private(set) var all: [Route] = []

    package init() {}

    /// Shows something and changes nothing. A `HEAD` is answered the same way, without the body.
    package mutating func get(_ pattern: String, needs need: Need, handle: @escaping Route.Handler) {
        all.append(Route(verb: .get, pattern: RoutePattern(pattern), need: need, limit: .form, body: .form, handle: handle))
    }

    /// Changes something. The kit has checked the form's seal, where it came from, and that it was not sent twice.
    package mutating func post(
        _ pattern: String, needs need: Need, limit: BodyLimit = .form, handle: @escaping Route.Handler
    ) {
        all.append(Route(verb: .post, pattern: RoutePattern(pattern), need: need, limit: limit, body: .form, handle: handle))
    }

    /// Asks something that needs a document to ask with, and changes nothing: `POST` with JSON, for programs.
    ///
    /// It is for everybody, and whoever is signed in is not looked at: so no other site can make a browser ask in somebody's name,
    /// and no form seal is needed. The document is in `visit.form.json`.
    package mutating func ask(_ pattern: String, limit: BodyLimit = .form, handle: @escaping Route.Handler) {
        all.append(Route(verb: .post, pattern: RoutePattern(pattern), need: .anyone, limit: limit, body: .json, handle: handle))
    }

    /// Changes something by a document, for programs that hold a token: `POST` with JSON, under `/api` alone, where no cookie is looked
    /// at. So no other site can make a browser send it in somebody's name.
    package mutating func tell(
        _ pattern: String, needs need: Need, limit: BodyLimit = .form, handle: @escaping Route.Handler
    ) {
        all.append(Route(verb: .post, pattern: RoutePattern(pattern), need: need, limit: limit, body: .json, handle: handle))
    }
}

/// What can be wrong with a list of routes; found at start.
package enum RoutesRefused: Refusal {
    case twice(Verb, String)

    package var code: String { "routes.twice" }

    package var message: String {
        switch self {
        case .twice(let verb, let pattern): "Two routes answer \(verb.rawValue) \(pattern). Remove one of them."
        }
    }
}
