package import Basics
import Crypto
package import Foundation
package import Logging
package import Vocabulary

/// Everything that the kit must be told to serve a site: its name, its menu, who guards it, and how it is reached.
///
/// Server makes one, and hands it with the routes to `SiteResponder`.
package struct Site: Sendable {
    /// The name of the node, as it stands at the top of each page.
    package var name: Word
    package var menu: Menu
    /// Where a person signs in (`GET`) and out (`POST`).
    package var signIn: any Address
    package var signOut: any Address
    /// The harmless page that "Leave this page now" leads to.
    package var leaveTo: OutsideAddress?
    /// Notices that stand on every page; asked for each page, so keep it cheap.
    package var banners: @Sendable () async -> [Banner]
    package var doorkeeper: any Doorkeeper
    package var assets: AssetShelf
    package var reach: Reach
    package var clock: WallClock
    /// The zone in which pages tell the time, and which they name.
    package var zone: TimeZone
    /// The key of the form seals: 32 random bytes, made at start or, for several processes, shared by them.
    package var formKey: [UInt8]
    /// Where forms that were sent already are remembered.
    package var submissions: any SubmissionLedger
    package var log: Logger

    package init(
        name: Word, menu: Menu, signIn: any Address, signOut: any Address, leaveTo: OutsideAddress? = nil,
        doorkeeper: any Doorkeeper, assets: AssetShelf, reach: Reach, clock: WallClock, zone: TimeZone = .gmt, formKey: [UInt8],
        submissions: any SubmissionLedger = RecentSubmissions(), log: Logger,
        banners: @escaping @Sendable () async -> [Banner] = { [] }
    ) {
        self.name = name
        self.menu = menu
        self.signIn = signIn
        self.signOut = signOut
        self.leaveTo = leaveTo
        self.doorkeeper = doorkeeper
        self.assets = assets
        self.reach = reach
        self.clock = clock
        self.zone = zone
        self.formKey = formKey
        self.submissions = submissions
        self.log = log
        self.banners = banners
    }
}

/// How browsers reach the site; decides cookies, `Strict-Transport-Security` and which host names are answered.
package enum Reach: Sendable, Hashable {
    /// Plain HTTP, answered under loopback names only: a page elsewhere must not reach it by a name that resolves to 127.0.0.1.
    case loopback
    /// HTTPS, by own certificate or by a declared proxy that is trusted to set `X-Forwarded-For`.
    /// - hosts: the names it answers to; empty for any.
    case secure(hosts: Set<String>, behindProxy: Bool)

    var isSecure: Bool { self != .loopback }

    /// Over plain HTTP on loopback Chromium takes a `Secure` cookie with the `__Host-` prefix (tried with 156), but WebKit and curl don't,
    /// and nobody could sign in there. So there, and only there, the cookie has the plain name and no `Secure`: it never leaves the machine.
    func cookieName(_ name: String) -> String { isSecure ? "__Host-" + name : name }

    func answers(to authority: String?) -> Bool {
        guard let authority, !authority.isEmpty else { return false }
        let host = Self.host(of: authority).lowercased()
        switch self {
        case .loopback: return ["localhost", "127.0.0.1", "[::1]"].contains(host)
        case .secure(let hosts, _): return hosts.isEmpty || hosts.contains(host)
        }
    }

    /// Whether an `Origin` is this very site, as it was addressed.
    func isOwn(origin: String, authority: String?) -> Bool {
        guard let authority else { return false }
        return origin.lowercased() == (isSecure ? "https://" : "http://") + authority.lowercased()
    }

    private static func host(of authority: String) -> String {
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") { return String(authority[...end]) }
        return String(authority.prefix { $0 != ":" })
    }
}
