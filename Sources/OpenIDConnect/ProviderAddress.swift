import Foundation

/// An address that may be asked: https, or http on this machine alone; no name or password in it, no fragment.
struct ProviderAddress: Sendable, Hashable {
    let text: String
    let host: String
    let isLoopback: Bool
    let hasQuery: Bool

    init?(_ text: String) {
        guard text.utf8.count <= 2_048, let parts = URLComponents(string: text), let host = parts.host?.lowercased(), !host.isEmpty,
            parts.user == nil, parts.password == nil, parts.fragment == nil
        else { return nil }
        let isLoopback = ["127.0.0.1", "localhost", "::1", "[::1]"].contains(host)
        guard parts.scheme == "https" || (parts.scheme == "http" && isLoopback) else { return nil }
        self.text = text
        self.host = host
        self.isLoopback = isLoopback
        hasQuery = parts.query != nil
    }

    /// The address with more in its query; what was in it stays.
    func asking(_ items: [(String, String)]) -> String {
        text + (hasQuery ? "&" : "?") + FormText.encode(items)
    }
}

/// Names and values as a browser sends a form (`application/x-www-form-urlencoded`).
enum FormText {
    static func encode(_ items: [(String, String)]) -> String {
        items.map { "\(encode($0.0))=\(encode($0.1))" }.joined(separator: "&")
    }

    /// Everything but letters, digits and `-._~` is written as its bytes.
    static func encode(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default: encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}
