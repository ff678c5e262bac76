import Access
import Basics
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Vocabulary

/// What becomes known about a request on its way to the route.
struct Arrival: Sendable {
    static let sessionCookie = "concord"
    static let formCookie = "concord-form"

    let site: Site
    let now: Instant
    let isHead: Bool
    let log: Logger
    let context: SiteContext
    let network: String
    let headers: HTTPFields
    let cookies: [String: String]
    private let target: String
    /// The path in parts, decoded, without the language.
    private(set) var segments: [String] = []
    private(set) var query = Query()
    private(set) var language: Language
    private(set) var keepsLanguage = false
    /// The path without the language, as it came, with its query.
    private(set) var here = "/"
    var route: Route?
    var visitor: Actor?
    var seal: FormSeal?
    /// The verbs that the address answers, once it is found.
    var allowed: [String] = []

    init(_ request: Request, _ context: SiteContext, _ site: Site) {
        self.site = site
        now = site.clock.now()
        isHead = request.method == .head
        log = context.logger
        self.context = context
        headers = request.headers
        target = request.head.path ?? "/"
        cookies = Self.cookies(request.headers[values: .cookie])
        language = LanguageChoice.negotiated(request.headers[.acceptLanguage])
        var network = context.network
        if case .secure(_, behindProxy: true) = site.reach, let name = HTTPField.Name("X-Forwarded-For") {
            // The last entry is the one that our own proxy wrote; those before it anybody can invent.
            network = NetworkPrefix.of(request.headers[values: name].last?.split(separator: ",").last?.trimmingSpaces)
        }
        self.network = network
    }

    var session: String? { cookies[site.reach.cookieName(Self.sessionCookie)] }
    /// What a program says to show whose deeds it does: `Authorization: Bearer …`.
    var token: String? {
        guard let value = headers[.authorization], value.utf8.count <= 500 else { return nil }
        let parts = value.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return parts[1].trimmingSpaces
    }
    /// Whether the address is one of the API's, and not the page about it.
    var isForPrograms: Bool { segments.first == "api" && segments.count > 1 }
    /// Whether a program asks, so that even an address that can't be read is answered as programs read it.
    var isAPI: Bool { segments.first == "api" || (segments.isEmpty && target.hasPrefix("/api/")) }
    var door: Door { segments.first == "work" ? .work : .open }

    /// Takes the address apart. Refuses what browsers, proxies and file systems read differently.
    mutating func readAddress() throws(WebRefused) {
        guard target.utf8.count <= 8_000 else { throw .tooLarge }
        guard target.hasPrefix("/") else { throw .malformed }
        let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var parts: [String] = []
        for part in halves[0].dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            let decoded = try Query.decoded(Array(part.utf8), plusIsBlank: false)
            guard decoded != ".", decoded != "..", !decoded.utf8.contains(where: { $0 < 0x20 || $0 == 0x5C || $0 == 0x2F }) else {
                throw .malformed
            }
            parts.append(decoded)
        }
        if parts == [""] { parts = [] }
        let (chosen, rest) = LanguageChoice.split(parts)
        if let chosen {
            language = chosen
            keepsLanguage = true
        }
        // `/ar/` is the front page too.
        segments = rest == [""] ? [] : rest
        let path = chosen == nil ? String(halves[0]) : String(halves[0].dropFirst(1 + (chosen?.code.utf8.count ?? 0)))
        here = path.hasPrefix("/") ? path : "/" + path
        if halves.count == 2 {
            query = try Query(encoded: halves[1].utf8)
            here += "?" + halves[1]
        }
    }

    /// Somebody signed in has said once which language they want; the address still goes before it.
    mutating func preferLanguageOfVisitor() {
        guard !keepsLanguage, let wanted = visitor?.language.flatMap(Language.init(rawValue:)) else { return }
        language = wanted
    }

    /// `/countries/` is meant as `/countries`.
    var pathWithoutTrailingSlash: LocalAddress? {
        guard segments.count > 1, segments.last == "" else { return nil }
        let path = here.prefix { $0 != "?" }.dropLast()
        return LocalAddress(String(path) + here.drop { $0 != "?" })
    }

    func visit(_ values: [String], _ form: FormBody) -> Visit {
        let names = route?.pattern.names ?? []
        var form = form
        form.today = now.day(secondsFromUTC: site.zone.secondsFromGMT(for: now.date))
        return Visit(
            language: language, keepsLanguage: keepsLanguage, path: String(here.prefix { $0 != "?" }), query: query, form: form,
            actor: visitor, now: now, network: network, session: session, log: log,
            repeatKey: HTTPField.Name("Idempotency-Key").flatMap { headers[$0] },
            values: Dictionary(zip(names, values), uniquingKeysWith: { first, _ in first }), cookies: cookies, reach: site.reach
        )
    }

    /// The first cookie of each name counts: browsers send the one with the narrowest path first.
    private static func cookies(_ headers: [String]) -> [String: String] {
        var found: [String: String] = [:]
        for header in headers where header.utf8.count <= 8_000 {
            for pair in header.split(separator: ";").prefix(50) {
                guard let equals = pair.firstIndex(of: "=") else { continue }
                let name = pair[..<equals].trimmingSpaces
                if found[name] == nil { found[name] = pair[pair.index(after: equals)...].trimmingSpaces }
            }
        }
        return found
    }
}
