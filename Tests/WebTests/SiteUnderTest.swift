import Access
import Basics
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Synchronization
import Vocabulary

@testable import Web

/// A small invented site that has one of everything: pages for all and for some, a form, an upload, a download, refusals and a fault.
struct SiteUnderTest {
    let responder: SiteResponder
    let deeds: Deeds

    init(reach: Reach = .loopback, banners: [Banner] = [], zone: TimeZone = .gmt) throws {
        let deeds = Deeds()
        self.deeds = deeds
        let site = Site(
            name: .data("Port Example"),
            menu: Menu([
                Menu.Entry(.data("World"), TestAddress.world),
                Menu.Entry(.data("Accounts"), TestAddress.guarded, needs: .deed(.manageAccounts)),
            ]),
            signIn: TestAddress.signIn, signOut: TestAddress.signOut, leaveTo: OutsideAddress("https://www.example.org/"),
            doorkeeper: TestDoorkeeper(deeds: deeds), assets: AssetShelf(["concord.css": Array("body{}".utf8)]), reach: reach,
            clock: .stopped(at: Instant(microseconds: 1_795_000_000_000_000)), zone: zone, formKey: Array(repeating: 7, count: 32),
            log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, banners: { banners }
        )
        var routes = Routes()
        routes.addTestRoutes(deeds)
        responder = try SiteResponder(site, routes)
    }

    func run<Value: Sendable>(_ test: @Sendable (any TestClientProtocol) async throws -> Value) async throws -> Value {
        var application = Application(responder: responder)
        application.logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        return try await application.test(.router) { client in try await test(client) }
    }

    func get(_ uri: String, _ headers: HTTPFields = [:], method: HTTPRequest.Method = .get) async throws -> TestResponse {
        try await run { try await $0.execute(uri: uri, method: method, headers: headers) { $0 } }
    }

    func post(_ uri: String, _ body: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
        var headers = headers
        if headers[.contentType] == nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        let fields = headers
        return try await run {
            try await $0.execute(uri: uri, method: .post, headers: fields, body: ByteBuffer(string: body)) { $0 }
        }
    }

    /// The seal that a signed-in visitor's forms carry.
    func seal(session: String) -> String { FormSeal(key: responder.formKey, session: session).token }
    func seal(cookie: String) -> String { FormSeal(key: responder.formKey, anonymous: cookie).token }
}

/// Counts what was done, and who was turned away.
final class Deeds: Sendable {
    private let log = Mutex<[String]>([])
    func note(_ deed: String) { log.withLock { $0.append(deed) } }
    var all: [String] { log.withLock { $0 } }
}

enum TestAddress: Address {
    case world, guarded, signIn, signOut, things
    case thing(String)

    var path: String {
        switch self {
        case .world: "/"
        case .guarded: "/work/accounts"
        case .signIn: "/sign-in"
        case .signOut: "/sign-out"
        case .things: "/work/things"
        case .thing(let name): Self.path("things", name)
        }
    }
}

/// Two invented people: Amina may manage accounts, Bruno may only look at his own.
struct TestDoorkeeper: Doorkeeper {
    let deeds: Deeds

    func actor(session: String, at now: Instant) async throws -> Actor? {
        switch session {
        case "amina": Self.person("Amina", [.manageAccounts: .node], now)
        case "chen": Self.person("Chen", [:], now, language: "zh")
        case "bruno": Self.person("Bruno <b>", [.viewOwnAccount: .own], now)
        default: nil
        }
    }

    func turnedAway(_ actor: Actor, from route: Route, at now: Instant) async throws {
        deeds.note("turned away \(actor.displayName) \(route.pattern.text)")
    }

    static func person(_ name: String, _ grants: [Deed: Scope], _ now: Instant, language: String? = nil) -> Actor {
        Actor(
            account: .new(at: now), organisation: .new(at: now), displayName: name, grants: grants, session: .new(at: now),
            hasSecondFactor: true, provedAt: now, language: language
        )
    }
}

struct TestPage: Page {
    var title: Word = .data("A page")
    var door: Door = .open
    var concernsOwnSituation = false
    var sources: [PageSource] = []
    var write: @Sendable (inout Markup) -> Void = { _ in }

    func body(_ html: inout Markup) { write(&html) }
}

enum TestFields {
    static let name = TextField("name", .data("Name"), why: .data("So that it is found again"), length: 2...20)
    static let since = PartialDateField("since", .data("Since"), isRequired: false)
}

struct Fault: Error {
    let secret = "SELECT name FROM person"
}

enum TestRefused: Refusal {
    case taken
    var code: String { "test.taken" }
    var message: String { "The name is taken. Choose another." }
    var kind: RefusalKind { .conflict }
}

extension Routes {
    fileprivate mutating func addTestRoutes(_ deeds: Deeds) {
        get("/", needs: .anyone) { _ in .page(TestPage { $0.p { $0.say(.data("Hello")) } }).figures(version: "1") }
        get("/things/{name}", needs: .anyone) { visit in
            let name = visit.parameter("name")
            return .page(TestPage { html in html.a(to: TestAddress.thing(name), .title(data: name)) { $0.text(name) } })
        }
        get("/things/{name}.{format}", needs: .anyone) { visit in
            .file(Array("a;b".utf8), type: "text/csv", name: "\(visit.parameter("name")).\(visit.format?.rawValue ?? "")")
        }
        get("/things/new", needs: .anyone) { _ in .page(TestPage { $0.p { $0.text("new one") } }) }
        get("/recording", needs: .anyone) { _ in
            .bytes(Array("0123456789".utf8), type: "audio/mpeg").figures(version: "1").givenInParts()
        }
        get("/moment", needs: .anyone) { visit in .page(TestPage { $0.moment(visit.now) }) }
        get("/own", needs: .anyone) { _ in .page(TestPage(title: .data("Trafficking"), concernsOwnSituation: true)) }
        get("/sign-in", needs: .anyone) { visit in
            .page(TestPage { html in html.form(post: TestAddress.signIn) { $0.field(TestFields.name) } })
        }
        post("/sign-in", needs: .anyone) { visit in
            deeds.note("sign in")
            return .see(visit.next ?? LocalAddress(known: "/")).startingSession("amina")
        }
        post("/sign-out", needs: .account) { _ in .see(TestAddress.world).endingSession() }
        get("/work/accounts", needs: .deed(.manageAccounts)) { visit in
            .page(TestPage(door: .work) { $0.p { $0.say(Word(work: "Only English", fr: "En français")) } })
        }
        post("/work/things", needs: .account) { visit in
            var reading = FormReading(visit.form)
            let name = reading.read(TestFields.name)
            let since = reading.read(TestFields.since)
            guard reading.isSound, let name else {
                let filled = reading.filled
                return .page(
                    TestPage(door: .work) { html in
                        html.problems(filled)
                        html.form(post: TestAddress.things) { html in
                            html.field(TestFields.name, filled)
                            html.field(TestFields.since, filled)
                        }
                    },
                    status: .unprocessable
                )
            }
            deeds.note("add \(name) \(since?.iso ?? "-")")
            return .see(TestAddress.thing(name))
        }
        post("/work/files", needs: .account, limit: .upload(megabytes: 1)) { visit in
            deeds.note(
                "file \(visit.form.file("file")?.name ?? "none") \(visit.form.file("file")?.bytes.count ?? 0) \(visit.form.fields["note"] ?? "")"
            )
            return .see(TestAddress.world)
        }
        get("/refused", needs: .anyone) { _ in throw TestRefused.taken }
        get("/fault", needs: .anyone) { _ in throw Fault() }
        get("/api/v1/fault", needs: .anyone) { _ in throw Fault() }
        get("/api/v1/refused", needs: .anyone) { _ in throw TestRefused.taken }
        get("/api/v1/things", needs: .anyone) { _ in try .json(["a": 1]) }
        get("/late", needs: .anyone) { _ in
            .figures(version: "1") {
                deeds.note("made")
                return TestPage()
            }
        }
        get("/stream", needs: .anyone) { _ in
            .stream(type: "text/plain; charset=utf-8", name: "long.txt") { out in
                for _ in 0..<3 { try await out.send(Array("part ".utf8)) }
            }
        }
    }
}
