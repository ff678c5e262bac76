import Access
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// The way to the provider: one request, one bounded answer, no redirects, nothing kept open.
///
/// Sign-ins are rare and a provider's answers are cached, so each request has a client of its own: none stays behind.
struct ProviderConnection: Sendable {
    /// How long an answer may take from the first byte sent to the last byte read, in whole seconds.
    let patience: Int
    /// Discovery documents and key sets have a few kilobytes.
    static let largestAnswer = 262_144

    struct Reply: Sendable {
        let status: Int
        let body: Data
    }

    func get(_ address: ProviderAddress) async throws -> Reply {
        try await ask(HTTPClientRequest(url: address.text))
    }

    func post(_ form: [(String, String)], to address: ProviderAddress, authorization: String?) async throws -> Reply {
        var request = HTTPClientRequest(url: address.text)
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
        if let authorization { request.headers.add(name: "authorization", value: authorization) }
        request.body = .bytes(ByteBuffer(string: FormText.encode(form)))
        return try await ask(request)
    }

    /// - Throws: `ProviderRefused.unreachable`, whatever stood in the way.
    private func ask(_ asked: HTTPClientRequest) async throws -> Reply {
        var request = asked
        request.headers.add(name: "accept", value: "application/json")
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout = .init(connect: .seconds(Int64(patience)), read: .seconds(Int64(patience)))
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        do {
            return try await HTTPClient.withHTTPClient(configuration: configuration) { [request, patience] client in
                try await Self.within(.seconds(patience)) {
                    let response = try await client.execute(request, timeout: .seconds(Int64(patience)))
                    let body = try await response.body.collect(upTo: Self.largestAnswer)
                    return Reply(status: Int(response.status.code), body: Data(body.readableBytesView))
                }
            }
        } catch {
            throw ProviderRefused.unreachable
        }
    }

    /// A deadline of the whole, which a provider that sends a byte now and then can't stretch.
    private static func within<Value: Sendable>(
        _ patience: Duration, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: patience)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let value = first else { throw ProviderRefused.unreachable }
            return value
        }
    }
}
