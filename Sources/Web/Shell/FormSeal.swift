import Crypto
import Foundation

/// The seal on every form, by which a change is known to come from a page of this site and from this very visitor.
///
/// It is an HMAC over the visitor's session, or, for those not signed in, over a random cookie of their own. Another site
/// can make the browser send the cookie, but can't read or make the seal.
struct FormSeal: Sendable {
    /// The names of the hidden fields.
    static let field = "seal"
    static let onceField = "once"

    private let key: SymmetricKey
    /// What the visitor holds: the session, or the value of the anonymous cookie.
    let holder: String
    /// Whether the holder is a fresh anonymous cookie, which must be set if a form is shown.
    let isFresh: Bool

    init(key: SymmetricKey, session: String) {
        self.key = key
        holder = "session " + session
        isFresh = false
    }

    init(key: SymmetricKey, anonymous: String?) {
        self.key = key
        holder = anonymous ?? Self.random()
        isFresh = anonymous == nil
    }

    var token: String {
        Data(HMAC<SHA256>.authenticationCode(for: Data(holder.utf8), using: key).prefix(16)).base64URL
    }

    /// Compares in constant time.
    func matches(_ text: String?) -> Bool {
        guard let text else { return false }
        let expected = Array(token.utf8)
        let given = Array(text.utf8)
        guard expected.count == given.count else { return false }
        return zip(expected, given).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// 128 bits from the system, as text that stands safely in a cookie and a field.
    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        let words = [generator.next() as UInt64, generator.next() as UInt64]
        return words.withUnsafeBytes { Data($0) }.base64URL
    }
}

extension Data {
    /// Base64 with `-` and `_`, without padding.
    var base64URL: String {
        var bytes = [UInt8](base64EncodedData())
        while bytes.last == UInt8(ascii: "=") { bytes.removeLast() }
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "+"): bytes[index] = UInt8(ascii: "-")
            case UInt8(ascii: "/"): bytes[index] = UInt8(ascii: "_")
            default: break
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    init?(base64URL text: String) {
        var standard = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        while standard.utf8.count % 4 != 0 { standard += "=" }
        self.init(base64Encoded: standard)
    }
}
