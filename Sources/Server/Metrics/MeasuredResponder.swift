import CoreMetrics
import Hummingbird
import HummingbirdCore
import Metrics
import Web

/// Counts requests by verb and status, and how long they took. No path is a label: a path may hold a token.
struct MeasuredResponder: HTTPResponder {
    let site: SiteResponder

    func respond(to request: Request, context: SiteContext) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await site.respond(to: request, context: context)
        let labels = [("verb", request.method.rawValue), ("status", String(response.status.code))]
        Counter(label: "http.requests", dimensions: labels).increment()
        Metrics.Timer(label: "http.duration", dimensions: [("verb", request.method.rawValue)]).record(duration: ContinuousClock.now - start)
        return response
    }
}
