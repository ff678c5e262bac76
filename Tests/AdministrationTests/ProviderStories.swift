import Access
import Basics
import Fixtures
import Foundation
import Store
import Synchronization
import Testing

@testable import Web

/// A provider in whose name the story speaks: whoever comes back is who the story says.
final class StoryProvider: IdentityProvider {
    let name = "Examplia ID"
    private let answer = Mutex<ProvenIdentity?>(nil)

    func nextIs(_ subject: String, at moment: Instant?, secondFactor: Bool = false) {
        answer.withLock {
            $0 = ProvenIdentity(
                issuer: "https://id.example.org", subject: subject, authenticatedAt: moment, hadSecondFactor: secondFactor
            )
        }
    }

    func begin(returning: String, fresh: Bool) async throws -> ProviderJourney {
        ProviderJourney(address: "https://id.example.org/authorize?state=s1" + (fresh ? "&max_age=0" : ""), cookie: "journey-s1")
    }

    func finish(cookie: String?, state: String, code: String, returning: String, at now: Instant) async throws -> ProvenIdentity {
        guard cookie == "journey-s1", state == "s1", let identity = answer.withLock({ $0 }) else { throw ProviderRefused.notBegunHere }
        return identity
    }
}

@Suite struct `Signing in through a provider` {
    private static let back = "/sign-in/provider/return?state=s1&code=c1"

    @Test(arguments: Databases.all)
    func `makes no account, and opens the one that was linked`(_ kind: DatabaseKind) async throws {
        let provider = StoryProvider()
        try await withOffice(kind, provider: provider) { office in
            let (id, browser) = try await office.person("bakary", roles: ["member"])
            provider.nextIs("b-1", at: office.clock.now)

            let stranger = office.browser()
            #expect(try await stranger.open("/sign-in/provider", follow: false) == 303)
            #expect(stranger.location == "https://id.example.org/authorize?state=s1")
            try await stranger.open(Self.back)
            #expect(try await stranger.submit("/sign-in/provider/return") == 401)
            #expect(stranger.cookies["concord"] == nil)

            try await browser.open("/sign-in/provider?for=link", follow: false)
            try await browser.open(Self.back)
            #expect(try await browser.submit("/sign-in/provider/return") == 200)
            #expect(browser.html.contains("linked to your organisation"))

            // Bakary has a second factor of his own, and the provider's does not count here: the code is still asked for.
            let again = office.browser()
            try await again.open("/sign-in/provider", follow: false)
            try await again.open(Self.back)
            #expect(try await again.submit("/sign-in/provider/return") == 200)
            #expect(again.path == "/sign-in/code")
            #expect(again.cookies["provider"] == nil)
            let names = try await office.database.read { tx in try tx.rows("SELECT id FROM account") { try $0.id(0, of: Account.self) } }
            #expect(names == [id])
        }
    }

    @Test(arguments: Databases.all)
    func `is refused where it did not begin`(_ kind: DatabaseKind) async throws {
        let provider = StoryProvider()
        try await withOffice(kind, provider: provider) { office in
            provider.nextIs("b-1", at: office.clock.now)
            let browser = office.browser()
            try await browser.open(Self.back)
            #expect(try await browser.submit("/sign-in/provider/return") == 422)
            #expect(browser.html.contains("did not begin in this browser"))
        }
    }

    @Test(arguments: Databases.all)
    func `takes up an invitation in place of a password`(_ kind: DatabaseKind) async throws {
        let provider = StoryProvider()
        try await withOffice(kind, provider: provider) { office in
            let (_, link) = try await office.reception.accounts.invite(
                .init(organisation: office.ministry(), signInName: "dao", displayName: "Dao", roles: []), by: office.console()
            )
            provider.nextIs("d-1", at: office.clock.now)
            let browser = office.browser()
            try await browser.open("/invitation/\(link.text)")
            #expect(browser.html.contains("/invitation/\(link.text)/provider"))
            try await browser.open("/invitation/\(link.text)/provider", follow: false)
            try await browser.open(Self.back)
            #expect(try await browser.submit("/sign-in/provider/return") == 200)
            #expect(browser.path == "/work")
            #expect(try await office.browser().open("/invitation/\(link.text)") == 404)
        }
    }

    @Test(arguments: Databases.all)
    func `promise 12: counts as a fresh sign-in only when the provider has just asked`(_ kind: DatabaseKind) async throws {
        let provider = StoryProvider()
        try await withOffice(kind, provider: provider) { office in
            let (_, browser) = try await office.person("bakary", roles: ["member"])
            provider.nextIs("b-1", at: office.clock.now)
            try await browser.open("/sign-in/provider?for=link", follow: false)
            try await browser.open(Self.back)
            try await browser.submit("/sign-in/provider/return")
            office.clock.pass(.minutes(11))
            for (age, status) in [(Duration.hours(1), 422), (.seconds(5), 200)] {
                provider.nextIs("b-1", at: office.clock.now - age)
                try await browser.open("/sign-in/provider?for=again", follow: false)
                #expect(browser.location?.contains("max_age=0") == true)
                try await browser.open(Self.back)
                #expect(try await browser.submit("/sign-in/provider/return") == status)
            }
            try await browser.open("/work/account")
            #expect(try await browser.submit("/work/account/recovery-codes") == 200)
            #expect(browser.html.contains("<code>"))
        }
    }
}
