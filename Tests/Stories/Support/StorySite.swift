import Access
import Basics
import Fixtures
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Server
import WebFixtures

/// The whole site of a node, reached without a socket: every request goes through all that a real one goes through.
struct StorySite: Sendable {
    let node: RunningNode
    let serving: Serving
    let clock: StoryClock
    let log: StoryLog

    var reception: Reception { serving.reception }

    func send(
        _ method: HTTPRequest.Method, _ uri: String, _ headers: HTTPFields = [:], body: [UInt8] = []
    ) async throws -> Reply {
        var application = Application(responder: serving.responder)
        application.logger = Logger(label: "story") { _ in log }
        application.logger.logLevel = .trace
        let response = try await application.test(.router) { client in
            try await client.execute(uri: uri, method: method, headers: headers, body: ByteBuffer(bytes: body)) { $0 }
        }
        return Reply(path: uri, status: Int(response.status.code), headers: response.headers, body: Array(response.body.readableBytesView))
    }

    func get(_ uri: String, _ headers: HTTPFields = [:]) async throws -> Reply { try await send(.get, uri, headers) }

    /// A question with a JSON document, as programs ask.
    func ask(_ uri: String, _ json: String, type: String = "application/json") async throws -> Reply {
        try await send(.post, uri, [.contentType: type], body: Array(json.utf8))
    }
}

extension Reply {
    func json() throws -> JSON { try JSON(body) }
}

extension Visitor {
    init(_ site: StorySite) {
        self.init { method, uri, headers, body in try await site.send(method, uri, headers, body: body) }
    }
}
