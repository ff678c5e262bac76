import Access
import Basics
import Crypto
import Foundation
import HTTPTypes
package import Hummingbird
import Logging
import NIOCore
import Vocabulary

/// Serves a site: takes each request from its address to its answer.
///
/// ```swift
/// let responder = try SiteResponder(site, routes)
/// let app = Application(responder: responder, server: .http1(configuration: .init(idleTimeout: .seconds(60))))
/// ```
/// The order is always the same: verb, address, language, route, visitor, need, body, seal, deed, headers. Whatever goes wrong
/// on the way becomes a page (or, under `/api`, a problem document) with the same headers as every other answer.
package struct SiteResponder: HTTPResponder {
    package typealias Context = SiteContext

    let site: Site
    package let routes: [Route]
    let tree: RouteTree
    let formKey: SymmetricKey

    /// - Throws: `RoutesRefused` when two routes answer the same address.
    package init(_ site: Site, _ routes: Routes) throws(RoutesRefused) {
        self.site = site
        self.routes = routes.all
        tree = try RouteTree(routes.all)
        formKey = SymmetricKey(data: site.formKey)
    }

    package func respond(to request: Request, context: SiteContext) async throws -> Response {
        var arrival = Arrival(request, context, site)
        do {
            let answer = try await answer(request, &arrival)
            return try await response(to: answer, arrival)
        } catch {
            return await response(toFailure: error, arrival)
        }
    }

    private func answer(_ request: Request, _ arrival: inout Arrival) async throws -> Answer {
        guard site.reach.answers(to: request.head.authority) else { throw WebRefused.malformed }
        try arrival.readAddress()
        guard let verb = Self.verb(of: request.method) else {
            if let match = tree.match(arrival.segments) { arrival.allowed = match.verbs }
            throw WebRefused.methodNotAllowed
        }
        if verb == .get, arrival.segments.count == 2, arrival.segments[0] == "assets" { return try asset(arrival) }
        if !arrival.isForPrograms, let session = arrival.session {
            arrival.visitor = try await site.doorkeeper.actor(session: session, at: arrival.now)
            arrival.preferLanguageOfVisitor()
        }
        arrival.seal = seal(of: arrival)
        guard let match = tree.match(arrival.segments) else {
            if verb == .get, let tidy = arrival.pathWithoutTrailingSlash { return .moved(to: tidy) }
            throw WebRefused.notFound
        }
        arrival.allowed = match.verbs
        guard let route = verb == .get ? match.get : match.post else { throw WebRefused.methodNotAllowed }
        arrival.route = route
        if arrival.isForPrograms {
            // Nobody's cookie counts here: a program says by its token whose deeds it does. What is for everybody is nobody's.
            if route.need != .anyone, let token = arrival.token {
                arrival.visitor = try await site.doorkeeper.actor(token: token, at: arrival.now)
            }
            guard route.need == .anyone || arrival.visitor != nil else { throw WebRefused.tokenNeeded }
        } else if route.body == .json {
            // A document outside has no form seal, so it is nobody's in particular.
            arrival.visitor = nil
        }
        try await check(route.need, arrival)
        switch verb {
        case .get: return try await route.handle(arrival.visit(match.values, FormBody()))
        case .post: return try await post(request, route, match.values, arrival)
        }
    }

    /// The seal of a session, or of a visitor who is not signed in.
    private func seal(of arrival: Arrival) -> FormSeal {
        if let session = arrival.session, arrival.visitor != nil { return FormSeal(key: formKey, session: session) }
        return FormSeal(key: formKey, anonymous: arrival.cookies[site.reach.cookieName(Arrival.formCookie)])
    }

    private func check(_ need: Need, _ arrival: Arrival) async throws {
        if need.isMet(by: arrival.visitor) {
            // Lists pass no gate, so what needs a second factor is held here already, for seeing as for changing.
            guard case .deed(let deed) = need, deed.needsSecondFactor, let visitor = arrival.visitor, !visitor.hasSecondFactor,
                let route = arrival.route
            else { return }
            try await site.doorkeeper.turnedAway(visitor, from: route, at: arrival.now)
            throw AccessRefused.secondFactorNeeded(Denial(actor: visitor, deed: deed))
        }
        guard let visitor = arrival.visitor, let route = arrival.route else { throw WebRefused.signInNeeded }
        try await site.doorkeeper.turnedAway(visitor, from: route, at: arrival.now)
        throw WebRefused.notYourDeed
    }

    private func post(_ request: Request, _ route: Route, _ values: [String], _ arrival: Arrival) async throws -> Answer {
        if route.body == .json { return try await route.handle(arrival.visit(values, FormBody(json: request, limit: route.limit))) }
        try checkOrigin(request)
        let form = try await FormBody(request, limit: route.limit)
        guard let seal = arrival.seal, !seal.isFresh, seal.matches(form.fields[FormSeal.field]) else { throw WebRefused.formExpired }
        let visit = arrival.visit(values, form)
        guard let once = form.fields[FormSeal.onceField], (16...64).contains(once.utf8.count) else {
            return try await route.handle(visit)
        }
        return try await site.submissions.once(seal.holder + " " + once, at: arrival.now) { try await route.handle(visit) }
    }

    /// A change comes from a page of this very site. `Sec-Fetch-Site` says so in every browser since 2023, over TLS and on loopback.
    /// `Origin` says so in older ones, but reads `null` from a page that gives no referrer, as ours are (seen with Chromium 156):
    /// there the seal alone must do.
    private func checkOrigin(_ request: Request) throws {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] {
            guard site == "same-origin" else { throw WebRefused.formExpired }
            return
        }
        guard let origin = request.headers[.origin], origin != "null" else { return }
        guard site.reach.isOwn(origin: origin, authority: request.head.authority) else { throw WebRefused.formExpired }
    }

    private func asset(_ arrival: Arrival) throws -> Answer {
        guard let asset = site.assets.asset(at: arrival.segments[1]) else { throw WebRefused.notFound }
        return Answer.bytes(asset.bytes, type: asset.type).keptForever()
    }

    /// `HEAD` is a `GET` whose body is left out at the end; anything else is not spoken here.
    private static func verb(of method: HTTPRequest.Method) -> Verb? {
        switch method {
        case .get, .head: .get
        case .post: .post
        default: nil
        }
    }
}
