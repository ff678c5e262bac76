import Crypto
import Foundation

/// 256 random bits as text for a cookie or a link, never kept; the database has only its SHA-256.
///
/// A plain hash is enough: nobody can try 2²⁵⁶ secrets, as they could passwords.
package struct Secret: Sendable, Hashable {
    /// 43 characters of base64url. Must not be logged.
    package let text: String

    /// Takes what came back from a browser.
    package init(text: String) { self.text = text }

    /// Makes a new one.
    package static func new() -> Secret {
        var generator = SystemRandomNumberGenerator()
        let words = (0..<4).map { _ in generator.next() as UInt64 }
        return Secret(text: words.withUnsafeBytes { Data($0) }.base64URL)
    }

    /// What stands in the database.
    var hash: [UInt8] { Array(SHA256.hash(data: Data(text.utf8))) }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension Data {
    /// Base64 with `-` and `_`, without padding (RFC 4648, section 5).
    fileprivate var base64URL: String {
        base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}
