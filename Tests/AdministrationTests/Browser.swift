import Basics
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore

@testable import Web

/// A browser: keeps cookies, follows redirects, sends forms with the fields that the page gave them.
final class Browser {
    private let responder: SiteResponder
    private(set) var cookies: [String: String] = [:]
    /// The last page.
    private(set) var html = ""
    private(set) var path = ""
    private(set) var status = 0
    private(set) var location: String?

    init(responder: SiteResponder, session: String? = nil) {
        self.responder = responder
        if let session { cookies["concord"] = session }
    }

    @discardableResult
    func open(_ uri: String, follow: Bool = true) async throws -> Int {
        try await send(.get, uri, body: nil)
        if follow, status == 303, let location { return try await open(location) }
        return status
    }

    /// Sends the form of the present page that leads to an address, with some fields filled in. Others are sent as they stand.
    @discardableResult
    func submit(_ action: String, _ fields: [(String, String)] = [], follow: Bool = true) async throws -> Int {
        let form = form(to: action) ?? ""
        if form.isEmpty {
            html = ""
            status = -1
            return status
        }
        var pairs: [(String, String)] = []
        for match in form.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)"/) {
            pairs.append((String(match.1), String(match.2)))
        }
        pairs += fields
        return try await post(action, pairs, follow: follow)
    }

    /// Sends fields as they are, with the seal of the present page: what somebody does who writes forms of their own.
    @discardableResult
    func post(_ action: String, _ pairs: [(String, String)], follow: Bool = true) async throws -> Int {
        var sent = pairs
        if !sent.contains(where: { $0.0 == "seal" }), let seal = html.firstMatch(of: /name="seal" value="([^"]*)"/)?.1 {
            sent += [("seal", String(seal)), ("once", UUID().uuidString)]
        }
        let body = sent.map { "\(escape($0.0))=\(escape($0.1))" }.joined(separator: "&")
        try await send(.post, action, body: body)
        if follow, status == 303, let location { return try await open(location) }
        return status
    }

    func form(to action: String) -> String? {
        html.split(separator: "<form").map(String.init).first {
            $0.prefix { $0 != ">" }.contains("action=\"\(action)\"")
        }?.components(separatedBy: "</form>").first
    }

    private func send(_ method: HTTPRequest.Method, _ uri: String, body: String?) async throws {
        var headers = HTTPFields()
        headers[.cookie] = cookies.map { "\($0)=\($1)" }.sorted().joined(separator: "; ")
        if cookies.isEmpty { headers[.cookie] = nil }
        if body != nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        let fields = headers
        var application = Application(responder: responder)
        application.logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let response = try await application.test(.router) { client in
            try await client.execute(uri: uri, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) }) { $0 }
        }
        status = response.status.code
        html = String(buffer: response.body)
        path = uri
        location = response.headers[.location]
        for cookie in response.headers[values: .setCookie] {
            guard let pair = cookie.split(separator: ";").first, let equals = pair.firstIndex(of: "=") else { continue }
            let name = String(pair[..<equals])
            let value = String(pair[pair.index(after: equals)...])
            cookies[name] = cookie.contains("Max-Age=0") ? nil : value
        }
    }

    private func escape(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
}

/// Codes as an authenticator app makes them, written apart from the program's own.
enum TOTP {
    static func code(base32: String, at now: Instant) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var bits: [Bool] = []
        for letter in base32 {
            let value = alphabet.firstIndex(of: letter) ?? 0
            for shift in stride(from: 4, through: 0, by: -1) { bits.append(value >> shift & 1 == 1) }
        }
        let key = stride(from: 0, to: bits.count - 7, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 * 2 + ($1 ? 1 : 0) }
        }
        var counter = UInt64(now.microseconds / 30_000_000).bigEndian
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: Data(bytes: &counter, count: 8), using: SymmetricKey(data: key)))
        let offset = Int(mac[19] & 15)
        let number =
            (Int(mac[offset] & 127) << 24 | Int(mac[offset + 1]) << 16 | Int(mac[offset + 2]) << 8 | Int(mac[offset + 3])) % 1_000_000
        return String(format: "%06d", number)
    }
}
