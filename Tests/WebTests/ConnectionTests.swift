import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

/// A bare connection to a site that really listens, for what no client library would send.
struct BareConnection: Sendable {
    let port: Int

    /// Sends pieces and reads until the other side closes, or until `seconds` have passed without a byte.
    func exchange(_ pieces: [String], seconds: Int = 5) async -> (text: String, isClosed: Bool) {
        await withCheckedContinuation { continuation in
            // A thread of its own: blocking calls must not hold the few that tasks run on.
            Thread.detachNewThread { continuation.resume(returning: blockingExchange(pieces, seconds: seconds)) }
        }
    }

    private func blockingExchange(_ pieces: [String], seconds: Int) -> (text: String, isClosed: Bool) {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(handle) }
        var wait = timeval(tv_sec: seconds, tv_usec: 0)
        setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard connected == 0 else { return ("", true) }
        for piece in pieces {
            let bytes = Array(piece.utf8)
            // The other side may have hung up: then there is nothing more to send.
            guard send(handle, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else { break }
        }
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(handle, &buffer, buffer.count, 0)
            if count > 0 {
                text += buffer[..<count]
            } else {
                return (String(decoding: text, as: UTF8.self), count == 0 || errno == ECONNRESET)
            }
        }
    }
}

@Suite(.serialized) struct `A connection` {
    private func listen<Value: Sendable>(
        idle: TimeAmount = .seconds(60), _ test: @escaping @Sendable (BareConnection, SiteUnderTest) async throws -> Value
    ) async throws -> Value {
        let site = try SiteUnderTest()
        let application = Application(
            responder: site.responder, server: .http1(configuration: SiteLimits.http(idle: idle)),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0), serverName: nil)
        )
        return try await application.test(.live) { client in
            try await test(BareConnection(port: try #require(client.port)), site)
        }
    }

    // promise 24: malformed HTTP gets 400, and the connection closes
    @Test(arguments: [
        "GARBAGE\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nBad Header: x\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: rebound.example\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: \(String(repeating: "a", count: 40_000))\r\n\r\n",
    ])
    func `that speaks broken HTTP gets 400 and is closed`(request: String) async throws {
        let answer = try await listen { connection, _ in await connection.exchange([request]) }
        #expect(answer.text.hasPrefix("HTTP/1.1 400 "))
        #expect(answer.isClosed)
        #expect(!answer.text.lowercased().contains("\r\nserver:"))
    }

    // promise 22: sizes are bounded in constant memory, with 413
    @Test func `that sends without end gets 413, and nothing is kept`() async throws {
        let head =
            "POST /work/files HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: concord=amina\r\n"
            + "Content-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\n\r\n"
        let piece = "100000\r\n" + String(repeating: "a", count: 1_048_576) + "\r\n"
        let before = Self.residentMegabytes()
        let answer = try await listen { connection, _ in
            await connection.exchange([head] + Array(repeating: piece, count: 48))
        }
        // The answer may be lost where the sender goes on sending into a closed connection; that it is closed is not.
        #expect(answer.isClosed)
        #expect(answer.text.isEmpty || answer.text.hasPrefix("HTTP/1.1 413 "))
        #expect(Self.residentMegabytes() - before < 32)
        let announced = try await listen { connection, _ in
            await connection.exchange([head.replacing("Transfer-Encoding: chunked", with: "Content-Length: 999999999") + "a"])
        }
        #expect(announced.text.hasPrefix("HTTP/1.1 413 "))
        #expect(announced.isClosed)
    }

    // promise 22: slow clients are dropped
    @Test(arguments: [
        "", "GET / HTTP/1.1\r\nHost: 127.0.", "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nseal=",
    ])
    func `on which nothing comes is dropped`(start: String) async throws {
        let answer = try await listen(idle: .milliseconds(300)) { connection, _ in await connection.exchange([start], seconds: 20) }
        #expect(answer.isClosed)
    }

    // promise 18: no version banner
    @Test func `says nothing of what serves it`() async throws {
        let answer = try await listen { connection, _ in
            await connection.exchange(["GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"])
        }
        #expect(answer.text.hasPrefix("HTTP/1.1 200 OK\r\n"))
        for banner in ["\r\nserver:", "x-powered-by", "hummingbird", "swift"] { #expect(!answer.text.lowercased().contains(banner)) }
    }

    private static func residentMegabytes() -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4_096 / 1_048_576
    }
}
