import Foundation

/// One request over a socket of its own, as bytes: what a browser does, and what a broken client does.
enum Socket {
    struct Refused: Error {}

    /// - Returns: everything that came back until the other side closed.
    static func send(_ text: String, port: Int, patience: Int = 30) async throws -> [UInt8] {
        try await withCheckedThrowingContinuation { done in
            // It blocks, so it has a thread that is not one of the tests'.
            DispatchQueue.global().async {
                let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
                defer { close(file) }
                var limit = timeval(tv_sec: patience, tv_usec: 0)
                setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
                var address = sockaddr_in()
                address.sin_family = sa_family_t(AF_INET)
                address.sin_port = in_port_t(port).bigEndian
                address.sin_addr.s_addr = inet_addr("127.0.0.1")
                let connected = withUnsafePointer(to: &address) {
                    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
                }
                guard connected == 0 else { return done.resume(throwing: Refused()) }
                var rest = Array(text.utf8)[...]
                while !rest.isEmpty {
                    let sent = rest.withUnsafeBytes { Foundation.send(file, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                    guard sent > 0 else { break }
                    rest = rest.dropFirst(sent)
                }
                var bytes: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: 65_536)
                while true {
                    let count = recv(file, &buffer, buffer.count, 0)
                    guard count > 0 else { break }
                    bytes += buffer.prefix(count)
                }
                done.resume(returning: bytes)
            }
        }
    }

    struct Answer {
        let status: Int
        let head: String
        let body: String
    }

    static func get(_ path: String, port: Int, headers: [String] = []) async throws -> Answer {
        let lines = ["GET \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"] + headers
        let bytes = try await send(lines.joined(separator: "\r\n") + "\r\n\r\n", port: port)
        let text = String(decoding: bytes, as: UTF8.self)
        let halves = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        let status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return Answer(status: status, head: String(halves.first ?? ""), body: halves.count == 2 ? String(halves[1]) : "")
    }
}
