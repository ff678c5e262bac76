import Basics
import Testing

@testable import Web

@Suite struct `The network of a visitor` {
    @Test(arguments: [
        ("192.0.2.77", "192.0.2.0/24"), ("2001:db8:12:34::1", "2001:db8:12::/48"), ("::ffff:192.0.2.77", "192.0.2.0/24"),
        ("fe80::1%eth0", "fe80:0:0::/48"), ("not an address", "unknown"), ("1.2.3.4.5", "unknown"), ("300.1.1.1", "unknown"),
    ])
    func `is kept, and never the address`(address: String, network: String) {
        #expect(NetworkPrefix.of(address) == network)
        #expect(NetworkPrefix.of(nil) == "unknown")
    }
}

@Suite struct `A form that was sent` {
    private let start = Instant(microseconds: 0)

    @Test func `is forgotten after ten minutes`() async throws {
        let ledger = RecentSubmissions()
        let deeds = Deeds()
        func send(at now: Instant) async throws {
            _ = try await ledger.once("key", at: now) {
                deeds.note("done")
                return .see(TestAddress.world)
            }
        }
        try await send(at: start)
        try await send(at: start + .minutes(9))
        #expect(deeds.all.count == 1)
        try await send(at: start + .minutes(11))
        #expect(deeds.all.count == 2)
    }

    @Test func `and failed can be sent again`() async throws {
        let ledger = RecentSubmissions()
        await #expect(throws: TestRefused.taken) { try await ledger.once("key", at: start) { throw TestRefused.taken } }
        #expect(try await ledger.once("key", at: start) { .see(TestAddress.world) }.status == .seeOther)
    }

    @Test func `never fills the memory`() async throws {
        let ledger = RecentSubmissions()
        for number in 0..<10_500 { _ = try await ledger.once("key \(number)", at: start) { .see(TestAddress.world) } }
        #expect(await ledger.count <= 10_000)
    }
}

@Suite struct `A cookie` {
    @Test func `whose value could end it early is set empty`() throws {
        let site = try SiteUnderTest()
        #expect(site.responder.cookie("a", "x; Domain=evil.example", seconds: 60) == "a=; Path=/; HttpOnly; SameSite=Strict; Max-Age=60")
        #expect(site.responder.cookie("a", "x", seconds: 600, isLax: true) == "a=x; Path=/; HttpOnly; SameSite=Lax; Max-Age=600")
    }
}
