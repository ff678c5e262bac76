import Foundation
package import HTTPTypes

/// Somebody with a browser: keeps cookies, follows links, fills the forms that the pages offer and no others.
package actor Visitor {
    /// Sends a request to the site, through all that a real one goes through.
    package typealias Sending = @Sendable (HTTPRequest.Method, String, HTTPFields, [UInt8]) async throws -> Reply

    private let sending: Sending
    package private(set) var cookies: [String: String] = [:]
    package private(set) var last: Reply

    package init(sending: @escaping Sending) {
        self.sending = sending
        last = Reply(path: "/", status: 0, headers: [:], body: [])
    }

    package func hold(_ name: String, _ value: String) { cookies[name] = value }

    private var headers: HTTPFields {
        var headers: HTTPFields = [.acceptLanguage: "en"]
        if !cookies.isEmpty {
            headers[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        }
        return headers
    }

    private func keep(_ reply: Reply) -> Reply {
        for line in reply.headers[values: .setCookie] {
            let parts = line.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            let pair = parts[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            cookies[pair[0]] = parts.contains("Max-Age=0") ? nil : pair[1]
        }
        last = reply
        return reply
    }

    /// Opens an address and goes where it leads.
    @discardableResult
    package func open(_ path: String) async throws -> Reply {
        try await follow(keep(try await sending(.get, path, headers, [])))
    }

    /// Opens an address and stays there, wherever it leads.
    package func look(_ path: String) async throws -> Reply { keep(try await sending(.get, path, headers, [])) }

    private func follow(_ reply: Reply) async throws -> Reply {
        var reply = reply
        for _ in 0..<5 {
            guard [301, 303].contains(reply.status), let next = reply.headers[.location] else { return reply }
            reply = keep(try await sending(.get, next, headers, []))
        }
        return reply
    }

    package struct NoSuchForm: Error, CustomStringConvertible {
        package let description: String
    }

    /// Fills a form of the page that was opened last and sends it.
    /// - Parameters:
    ///   - action: how the form's address ends.
    ///   - values: what is typed, by the name of the field; what is not named stays as the page has it.
    @discardableResult
    package func fill(_ action: String, _ values: [String: String] = [:], follows: Bool = true) async throws -> Reply {
        let page = last.page
        guard
            let form = page.all("form").first(where: {
                $0.attributes["method"] == "post" && ($0.attributes["action"] ?? "").hasSuffix(action)
            })
        else { throw NoSuchForm(description: "\(last.path) (\(last.status)) has no form that ends in \(action): \(page.text.prefix(600))") }
        var pairs = Self.prefilled(form).filter { values[$0.0] == nil }
        pairs += values.map { ($0.key, $0.value) }
        return try await send(form.attributes["action"] ?? "", pairs, follows: follows)
    }

    /// Sends pairs as a form, wherever it may lead.
    @discardableResult
    package func send(_ path: String, _ pairs: [(String, String)], from origin: String? = nil, follows: Bool = true) async throws -> Reply {
        var fields = headers
        fields[.origin] = origin
        fields[.contentType] = "application/x-www-form-urlencoded"
        let body = pairs.map { Self.encoded($0.0) + "=" + Self.encoded($0.1) }.joined(separator: "&")
        let reply = keep(try await sending(.post, path, fields, Array(body.utf8)))
        return follows ? try await follow(reply) : reply
    }

    /// Sends an upload with the hidden fields of the form on the page that was opened last.
    package func upload(_ action: String, _ values: [String: String], file: (field: String, name: String, type: String, bytes: [UInt8]))
        async throws -> Reply
    {
        guard
            let form = last.page.all("form").first(where: {
                ($0.attributes["action"] ?? "").hasSuffix(action) && $0.attributes["method"] == "post"
            })
        else { throw NoSuchForm(description: "\(last.path) has no form that ends in \(action)") }
        let edge = "edge-of-a-part"
        var body: [UInt8] = []
        for (name, value) in Self.prefilled(form).filter({ values[$0.0] == nil && $0.0 != file.field }) + values.map({ ($0.key, $0.value) })
        {
            body += "--\(edge)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
        }
        body +=
            "--\(edge)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\nContent-Type: \(file.type)\r\n\r\n"
            .utf8
        body += file.bytes + Array("\r\n--\(edge)--\r\n".utf8)
        var fields = headers
        fields[.contentType] = "multipart/form-data; boundary=\(edge)"
        return try await follow(keep(try await sending(.post, form.attributes["action"] ?? "", fields, body)))
    }

    /// The pairs that a browser would send if nobody touched the form.
    package static func prefilled(_ form: PageReading.Element) -> [(String, String)] {
        var pairs: [(String, String)] = []
        for control in form.all {
            guard let name = control.attributes["name"] else { continue }
            switch control.name {
            case "input":
                let kind = control.attributes["type"] ?? "text"
                if ["checkbox", "radio"].contains(kind), control.attributes["checked"] == nil { continue }
                if ["file", "submit"].contains(kind) { continue }
                pairs.append((name, control.attributes["value"] ?? (kind == "checkbox" ? "on" : "")))
            case "textarea": pairs.append((name, control.text))
            case "select":
                let options = control.all("option")
                if let chosen = options.first(where: { $0.attributes["selected"] != nil }) ?? options.first {
                    pairs.append((name, chosen.attributes["value"] ?? chosen.text))
                }
            default: continue
            }
        }
        return pairs
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || [0x2D, 0x2E, 0x5F].contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}

/// What came back.
package struct Reply: Sendable {
    package let path: String
    package let status: Int
    package let headers: HTTPFields
    package let body: [UInt8]

    package init(path: String, status: Int, headers: HTTPFields, body: [UInt8]) {
        (self.path, self.status, self.headers, self.body) = (path, status, headers, body)
    }

    package var text: String { String(decoding: body, as: UTF8.self) }
    package var page: PageReading { PageReading(body) }
    package func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}
