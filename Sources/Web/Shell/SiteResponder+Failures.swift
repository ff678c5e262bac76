import Access
import Basics
import HTTPTypes
import Hummingbird
import Logging
import Vocabulary

extension SiteResponder {
    /// Makes the response of whatever was thrown on the way: a refusal says itself, everything else gets a reference for the log.
    func response(toFailure error: any Error, _ arrival: Arrival) async -> Response {
        do {
            if let refusal = error as? any Refusal {
                arrival.log.info("request.refused", metadata: ["code": "\(refusal.code)", "route": "\(arrival.routeName)"])
                return try await response(to: refusal, arrival)
            }
            let reference = Self.reference()
            // The type tells the programmer where to look; its values may hold anything, hence only when asked for by level.
            arrival.log.error(
                "request.failed",
                metadata: [
                    "reference": "\(reference)", "route": "\(arrival.routeName)", "error": "\(String(reflecting: type(of: error)))",
                ]
            )
            arrival.log.debug("request.failed.detail", metadata: ["reference": "\(reference)", "error": "\(String(reflecting: error))"])
            if arrival.isAPI {
                return try await problem(Problem(reference: reference, in: arrival.language), .failed, arrival)
            }
            return try await response(to: .page(RefusalPage(reference: reference, door: arrival.door), status: .failed), arrival)
        } catch {
            // The error page itself failed: bare, but with every header.
            var fields = HTTPFields()
            SecurityHeaders.add(to: &fields, isSecure: site.reach.isSecure)
            fields[.cacheControl] = "no-store"
            return Response(status: .internalServerError, headers: fields)
        }
    }

    func response(to refusal: any Refusal, _ arrival: Arrival) async throws -> Response {
        let status = (refusal as? WebRefused)?.status ?? Status(refusal.kind)
        var response: Response
        if arrival.isAPI {
            response = try await problem(Problem(refusal, in: arrival.language), status, arrival)
        } else {
            let back = site.signIn.with("next", (arrival.keepsLanguage ? "/" + arrival.language.code : "") + arrival.here)
            let page = RefusalPage(
                refusal, signIn: arrival.visitor == nil ? back : nil,
                back: status == .unprocessable || status == .conflict ? pageBefore(arrival) : nil, door: arrival.door)
            response = try await self.response(to: .page(page, status: status), arrival)
        }
        switch status {
        case .methodNotAllowed:
            response.headers[.allow] = (arrival.allowed.isEmpty ? ["GET", "HEAD", "POST"] : arrival.allowed).joined(separator: ", ")
        case .unauthenticated where arrival.isForPrograms: response.headers[.wwwAuthenticate] = "Bearer"
        case .unavailable, .tooMany:
            let seconds = (refusal as? any Waiting)?.retryAfter ?? 30
            response.headers[.retryAfter] = String(seconds)
        case .badRequest, .tooLarge, .tooSlow:
            // What else this connection brings is not worth reading.
            response.headers[.connection] = "close"
            arrival.context.hangUp()
        default: break
        }
        return response
    }

    /// The page whose form was sent: that of the same address, or of the nearest above it.
    private func pageBefore(_ arrival: Arrival) -> LocalAddress? {
        guard arrival.route?.verb == .post else { return nil }
        let parts = arrival.here.prefix { $0 != "?" }.split(separator: "/")
        guard parts.count == arrival.segments.count else { return nil }
        for count in stride(from: parts.count, to: 0, by: -1) {
            guard let page = tree.match(Array(arrival.segments.prefix(count)))?.get, page.need.isMet(by: arrival.visitor) else { continue }
            return LocalAddress("/" + parts.prefix(count).joined(separator: "/"))
        }
        return nil
    }

    private func problem(_ problem: Problem, _ status: Status, _ arrival: Arrival) async throws -> Response {
        try await response(to: .bytes(problem.bytes, type: "application/problem+json; charset=utf-8", status: status), arrival)
    }

    private static func reference() -> String {
        let number: UInt32 = .random(in: .min ... .max)
        let digits = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}

extension Arrival {
    /// The pattern of the route, which holds no value that anybody typed.
    var routeName: String { route.map { $0.verb.rawValue + " " + $0.pattern.text } ?? "none" }
}
