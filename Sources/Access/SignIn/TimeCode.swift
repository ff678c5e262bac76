import Basics
import Crypto
import Foundation

/// Codes from an authenticator app: RFC 6238 with SHA-1 and steps of 30 seconds, which is what all of them know.
package enum TimeCode {
    static let digits = 6

    /// The step that a moment lies in.
    static func step(at now: Instant) -> Int { Int(now.microseconds / 30_000_000) }

    /// The code of one step (RFC 4226, section 5.3).
    static func code(secret: [UInt8], step: Int, digits: Int = digits) -> String {
        let counter = withUnsafeBytes(of: UInt64(step).bigEndian) { Data($0) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[19] & 0x0F)
        let number = mac[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let text = String(number % Int(pow(10, Double(digits))))
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step whose code this is, among the present one and its neighbours (clocks differ) that come after the last one used: a code
    /// works once.
    static func match(_ code: String, secret: [UInt8], at now: Instant, after lastStep: Int) -> Int? {
        let given = Array(code.utf8)
        let present = step(at: now)
        return (present - 1...present + 1).filter { $0 > lastStep }.first {
            equalInConstantTime(Array(TimeCode.code(secret: secret, step: $0).utf8), given)
        }
    }

    /// A new secret of 160 bits, as RFC 4226 asks for.
    static func newSecret() -> [UInt8] { randomBytes(20) }

    /// The secret in base 32 (RFC 4648), as it is typed into an app.
    package static func base32(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var text = ""
        var buffer = 0
        var bits = 0
        for byte in bytes {
            buffer = buffer << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[buffer >> bits & 31])
            }
            buffer &= 1 << bits - 1
        }
        if bits > 0 { text.append(alphabet[buffer << (5 - bits) & 31]) }
        return text
    }
}

/// What an authenticator app needs to be told once.
package struct SecondFactorSetup: Sendable {
    /// Base 32, 32 characters.
    package let key: String
    /// `otpauth://totp/…`, as it stands in a QR code.
    package let address: String

    init(secret: [UInt8], signInName: String, node: String) {
        key = TimeCode.base32(secret)
        func escaped(_ text: String) -> String {
            text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        }
        address = "otpauth://totp/\(escaped(node)):\(escaped(signInName))?secret=\(key)&issuer=\(escaped(node))"
    }
}

/// Codes on paper for when the app is lost: ten, each good once. 50 random bits each, tried only behind the password.
enum RecoveryCode {
    static let count = 10

    /// `k7m2p-9qxw4`, without letters that look like digits.
    static func new() -> String {
        let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")
        var generator = SystemRandomNumberGenerator()
        let letters = (0..<10).compactMap { _ in alphabet.randomElement(using: &generator) }
        return String(letters.prefix(5)) + "-" + String(letters.suffix(5))
    }

    /// What the database keeps. Bound to the account, so that equal codes of two people differ.
    static func hash(_ code: String, of account: ID<Account>) -> [UInt8] {
        let plain = code.lowercased().filter { $0.isLetter || $0.isNumber }
        return Array(SHA256.hash(data: Data(account.bytes + Array(plain.utf8))))
    }
}
