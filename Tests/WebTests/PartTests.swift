import Basics
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct `A recording` {
    private let site = Result { try SiteUnderTest() }

    @Test(arguments: [
        ("bytes=0-3", "0123", "bytes 0-3/10"), ("bytes=4-", "456789", "bytes 4-9/10"), ("bytes=-3", "789", "bytes 7-9/10"),
        ("bytes=8-99", "89", "bytes 8-9/10"), ("Bytes=0-0", "0", "bytes 0-0/10"), ("bytes=-99", "0123456789", "bytes 0-9/10"),
    ])
    func `is given in parts`(asked: String, part: String, range: String) async throws {
        let answer = try await site.get().get("/recording", [.range: asked])
        #expect(answer.status == .partialContent)
        #expect(answer.text == part)
        #expect(answer.headers[.contentRange] == range)
        #expect(answer.headers[.contentType] == "audio/mpeg")
    }

    @Test(arguments: ["bytes=10-", "bytes=99-100", "bytes=-0"]) func `has no part beyond its end`(asked: String) async throws {
        let answer = try await site.get().get("/recording", [.range: asked])
        #expect(answer.status == .rangeNotSatisfiable)
        #expect(answer.text.isEmpty)
        #expect(answer.headers[.contentRange] == "bytes */10")
    }

    @Test(arguments: ["bytes=3-1", "bytes=0-1,4-5", "bytes=a-b", "bytes=", "bytes=-", "lines=0-1", "bytes=0-x", "bytes=+1-2"])
    func `is given whole where the part can't be read`(asked: String) async throws {
        let answer = try await site.get().get("/recording", [.range: asked])
        #expect(answer.status == .ok)
        #expect(answer.text == "0123456789")
        #expect(answer.headers[.acceptRanges] == "bytes")
    }

    @Test func `is given whole to whoever knows another version of it`() async throws {
        let site = try site.get()
        let tag = try #require(try await site.get("/recording").headers[.eTag])
        #expect(try await site.get("/recording", [.range: "bytes=0-3", .ifRange: tag]).status == .partialContent)
        #expect(try await site.get("/recording", [.range: "bytes=0-3", .ifRange: "\"other\""]).status == .ok)
    }

    @Test func `is told of in full, and other answers come whole`() async throws {
        let site = try site.get()
        #expect(try await site.get("/recording", [.range: "bytes=0-3"], method: .head).status == .ok)
        #expect(try await site.get("/things/a.csv", [.range: "bytes=0-0"]).status == .ok)
    }
}

@Suite struct `A time on a page` {
    @Test(arguments: [
        ("UTC", "18 November 2026, 11:06 UTC"), ("Africa/Maputo", "18 November 2026, 13:06 (UTC+2)"),
        ("Asia/Kathmandu", "18 November 2026, 16:51 (UTC+5:45)"), ("America/St_Johns", "18 November 2026, 07:36 (UTC\u{2212}3:30)"),
        ("Pacific/Kiritimati", "19 November 2026, 01:06 (UTC+14)"),
    ])
    func `is told in the zone of the site, which is named`(zone: String, words: String) async throws {
        let page = try await SiteUnderTest(zone: try #require(TimeZone(identifier: zone))).get("/moment").text
        #expect(page.contains("<time datetime=\"2026-11-18T11:06:40Z\">\(words)</time>"))
    }
}
