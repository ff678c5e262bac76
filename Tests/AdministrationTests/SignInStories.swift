import Access
import Basics
import Fixtures
import Foundation
import Testing

@testable import Web

@Suite struct `The way in` {
    @Test(arguments: Databases.all)
    func `leads from the one-time link to a first administrator with a second factor`(_ kind: DatabaseKind) async throws {
        try await withOffice(kind) { office in
            let link = try #require(
                try await FirstAdministrator.link(in: office.database, roles: office.reception.roles, at: office.clock.now))
            let setup = "/setup/\(link.text)"
            let browser = office.browser()
            // Looking twice spends nothing.
            #expect(try await browser.open(setup) == 200)
            #expect(try await browser.open("/fr" + setup) == 200)
            #expect(try await browser.open(setup) == 200)

            let mistaken = [
                ("organisation", ""), ("kind", "ministry"), ("display-name", "Amina"), ("name", "amina"), ("new-password", "short"),
                ("password-again", "other"),
            ]
            #expect(try await browser.submit(setup, mistaken) == 422)
            #expect(browser.html.contains("The two passwords are not the same"))
            let filled = [
                ("organisation", "Ministry of Examplia"), ("kind", "ministry"), ("display-name", "Amina Example"), ("name", "amina"),
                ("new-password", Office.password), ("password-again", Office.password),
            ]
            #expect(try await browser.submit(setup, filled) == 200)
            #expect(browser.html.contains("Set up your second factor"))
            #expect(try await browser.open(setup) == 404)

            // Until then she can't look after accounts.
            #expect(try await browser.open("/work/accounts/new") == 403)
            #expect(browser.html.contains("second factor"))

            try await browser.open("/work/account")
            #expect(try await browser.submit("/work/account/second-factor") == 200)
            #expect(browser.html.contains("<svg"))
            let key = try #require(browser.html.firstMatch(of: /<code>([A-Z2-7 ]{39})<\/code>/)?.1).replacing(" ", with: "")
            #expect(try await browser.submit("/work/account/second-factor/confirmation", [("code", "000000")]) == 422)
            let code = TOTP.code(base32: String(key), at: office.clock.now)
            let before = browser.cookies["concord"]
            #expect(try await browser.submit("/work/account/second-factor/confirmation", [("code", code)]) == 200)
            #expect(browser.html.matches(of: /<code>[a-z2-9]{5}-[a-z2-9]{5}<\/code>/).count == 10)
            #expect(browser.cookies["concord"] != before, "promise 11: a new session")

            // She invites Bakary, and the link is shown once.
            try await browser.open("/work/accounts/new")
            let ministry = try await office.ministry()
            let invitation = [
                ("organisation", ministry.description), ("display-name", "Bakary"), ("name", "bakary"), ("roles", "data-steward"),
                ("email", "bakary@example.org"),
            ]
            #expect(try await browser.submit("/work/accounts", invitation) == 200)
            let address = try #require(browser.html.firstMatch(of: /\/invitation\/([A-Za-z0-9_-]{43})/)?.0)

            let other = office.browser()
            #expect(try await other.open(String(address)) == 200)
            #expect(other.html.contains("Bakary"))
            let password = [("new-password", "seven green kites"), ("password-again", "seven green kites")]
            #expect(try await other.submit(String(address), password) == 200)
            #expect(other.path == "/work")
            #expect(try await office.browser().open(String(address)) == 404)
        }
    }

    @Test(arguments: Databases.all)
    func `asks for name and password, then for the code, and leads back to where one was going`(_ kind: DatabaseKind) async throws {
        try await withOffice(kind) { office in
            _ = try await office.person("bakary", roles: ["member"])
            let browser = office.browser()
            try await browser.open("/sign-in?next=%2Fwork%2Faccount")
            #expect(try await browser.submit("/sign-in", [("name", "bakary"), ("password", "wrong password")]) == 422)
            #expect(browser.html.contains("That did not match"))
            #expect(!browser.html.contains("wrong password"))
            #expect(try await browser.submit("/sign-in", [("name", "bakary"), ("password", Office.password)]) == 200)
            #expect(browser.path.hasPrefix("/sign-in/code"))
            #expect(browser.cookies["concord"] == nil)
            #expect(try await browser.submit("/sign-in/code", [("code", "123456")]) == 422)
        }
    }

    @Test(arguments: Databases.all)
    func `never leads to another site`(_ kind: DatabaseKind) async throws {
        try await withOffice(kind) { office in
            let browser = office.browser()
            for next in ["https://evil.example", "//evil.example", "/\\evil.example"] {
                try await browser.open("/sign-in?next=" + (next.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""))
                #expect(!browser.html.contains("evil.example\""), "next \(next)")
                #expect(browser.form(to: "/sign-in")?.contains("name=\"next\"") == false)
            }
        }
    }

    @Test(arguments: Databases.all)
    func `promise 11: ends with signing out`(_ kind: DatabaseKind) async throws {
        try await withOffice(kind) { office in
            let (_, browser) = try await office.person("bakary", roles: ["member"])
            let session = browser.cookies["concord"]
            try await browser.open("/work")
            #expect(try await browser.submit("/sign-out") == 200)
            #expect(browser.cookies["concord"] == nil)
            let thief = Browser(responder: office.responder, session: session)
            #expect(try await thief.open("/work", follow: false) != 200)
        }
    }

    @Test(arguments: Databases.all)
    func `promise 12: asks for the password again before the password changes, and then lets it`(_ kind: DatabaseKind) async throws {
        try await withOffice(kind) { office in
            let (_, browser) = try await office.person("bakary", roles: ["member"])
            try await browser.open("/work/account")
            office.clock.pass(.minutes(11))
            let change = [("new-password", "seven green kites"), ("password-again", "seven green kites")]
            #expect(try await browser.submit("/work/account/password", change) == 200)
            #expect(browser.path.hasPrefix("/sign-in/again"))
            #expect(try await browser.submit("/sign-in/again", [("password", "guess")]) == 422)
            #expect(try await browser.submit("/sign-in/again", [("password", Office.password)]) == 200)
            #expect(browser.path == "/work/account")
            let before = browser.cookies["concord"]
            #expect(try await browser.submit("/work/account/password", change) == 200)
            #expect(browser.cookies["concord"] != before)
            #expect(try await Browser(responder: office.responder, session: before).open("/work", follow: false) != 200)
        }
    }

    @Test(arguments: Databases.all)
    func `is there in six languages`(_ kind: DatabaseKind) async throws {
        try await withOffice(kind) { office in
            for (language, word) in [
                ("fr", "Mot de passe"), ("es", "Contraseña"), ("ar", "كلمة المرور"), ("ru", "Пароль"), ("zh", "密码"), ("en", "Password"),
            ] {
                let browser = office.browser()
                let status = try await browser.open("/\(language)/sign-in")
                #expect(status == 200)
                #expect(browser.html.contains(word), "\(language)")
            }
        }
    }
}
