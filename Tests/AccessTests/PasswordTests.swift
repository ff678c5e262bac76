import Basics
import Testing

@testable import Access

@Suite struct `A password` {
    func check(_ password: String, name: String = "amina", display: String = "Amina Example") throws {
        try Shipped.rules().check(password, signInName: name, displayName: display)
    }

    @Test func `promise 7: has twelve characters or more`() throws {
        #expect(throws: PasswordRefused.tooShort) { try check("elevenchars") }
        try check("four grey herons")
        // Characters are what people see, not bytes.
        try check("مالك الحزين الرمادي")
        #expect(throws: PasswordRefused.tooShort) { try check("密码密码密码") }
        #expect(throws: PasswordRefused.tooLong) { try check(String(repeating: "herons ", count: 40)) }
    }

    @Test(arguments: [
        "password1234", "Password1234", "PASSWORD12345!", "qwertyuiop123", "iloveyouforever", "123456789012", "aaaaaaaaaaaa",
        "abababababab",
        "motdepasse123", "correcthorsebatterystaple", "passwordpassword", "Football2019", "Administrator1", "1q2w3e4r5t6y",
        "welcome welcome",
    ])
    func `promise 7: is not one that is tried first`(_ password: String) {
        #expect(throws: PasswordRefused.common) { try check(password) }
    }

    @Test func `is more than the name of its owner`() {
        #expect(throws: PasswordRefused.holdsName) { try check("amina.example1975", name: "amina.example") }
        #expect(throws: PasswordRefused.holdsName) { try check("Amina-Example-19") }
    }
}

@Suite struct `A code from an app` {
    /// The test values of RFC 6238, appendix B, for SHA-1 with eight digits.
    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"),
        (20_000_000_000, "65353130"),
    ])
    func `is that of RFC 6238`(_ seconds: Int, _ code: String) {
        let secret = Array("12345678901234567890".utf8)
        let step = TimeCode.step(at: Instant(microseconds: Int64(seconds) * 1_000_000))
        #expect(TimeCode.code(secret: secret, step: step, digits: 8) == code)
    }

    @Test func `may be one step early or late, and no further`() {
        let secret = Array("12345678901234567890".utf8)
        let now = Instant(microseconds: 1_795_251_600_000_000)
        let step = TimeCode.step(at: now)
        for (offset, works) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let code = TimeCode.code(secret: secret, step: step + offset)
            #expect((TimeCode.match(code, secret: secret, at: now, after: 0) != nil) == works)
        }
    }

    @Test func `has a secret that apps can read`() {
        // The test values of RFC 4648, section 10, without padding.
        #expect(TimeCode.base32(Array("foobar".utf8)) == "MZXW6YTBOI")
        #expect(TimeCode.base32(Array("fooba".utf8)) == "MZXW6YTB")
        #expect(base32(TimeCode.base32(Array("12345678901234567890".utf8))) == Array("12345678901234567890".utf8))
    }
}
