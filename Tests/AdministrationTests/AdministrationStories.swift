import Access
import Basics
import Fixtures
import Foundation
import Store
import Testing
import Vocabulary

@testable import Web

@Suite struct `Looking after people and organisations` {
    @Test(arguments: Databases.all)
    func `goes from adding an organisation to closing it`(_ kind: DatabaseKind) async throws {
        try await withOffice(kind) { office in
            let (_, browser) = try await office.person("amina", roles: ["system-administrator"])
            try await browser.open("/work/organisations/new")
            #expect(try await browser.submit("/work/organisations", [("name", ""), ("kind", "circus")]) == 422)
            #expect(
                try await browser.submit("/work/organisations", [("name", "Harbour Shelter"), ("kind", "shelter"), ("country", "FRA")])
                    == 200)
            let page = browser.path
            #expect(browser.html.contains("Harbour Shelter"))
            #expect(try await browser.submit(page, [("name", "Harbour House"), ("kind", "shelter"), ("country", "")]) == 200)
            #expect(try await browser.submit(page + "/closure") == 200)
            #expect(browser.html.contains("Closed"))
            try await browser.open("/work/organisations?q=harb&kind=shelter")
            #expect(browser.html.contains("Harbour House"))
            try await browser.open("/work/organisations?q=harb&kind=police")
            #expect(!browser.html.contains("Harbour House"))
        }
    }

    @Test(arguments: Databases.all)
    func `tells the second of two that the first was quicker`(_ kind: DatabaseKind) async throws {
        try await withOffice(kind) { office in
            let (_, one) = try await office.person("amina", roles: ["system-administrator"])
            let (_, two) = try await office.person("bakary", roles: ["system-administrator"])
            let harbour = try await office.organisation("Harbour Shelter", .shelter)
            let page = "/work/organisations/\(harbour)"
            try await one.open(page)
            try await two.open(page)
            #expect(try await one.submit(page, [("name", "Harbour One"), ("kind", "shelter")]) == 200)
            #expect(try await two.submit(page, [("name", "Harbour Two"), ("kind", "shelter")]) == 409)
            #expect(try await office.reception.organisations.find(harbour, for: office.console())?.name == "Harbour One")
        }
    }

    @Test(arguments: Databases.all)
    func `promise 2: another organisation's account is 404, with the words of one that does not exist`(_ kind: DatabaseKind) async throws {
        try await withOffice(kind) { office in
            let harbour = try await office.organisation("Harbour Shelter", .shelter)
            let (_, browser) = try await office.person("chidi", roles: ["organisation-administrator"], in: harbour)
            let (stranger, _) = try await office.person("dao", roles: ["member"])
            let missing = ID<Account>.new(at: office.clock.now)
            for part in [
                "", "/roles", "/link", "/suspension", "/resumption", "/sessions-end", "/second-factor-removal", "/contact", "/erasure",
            ] {
                var answers: [String] = []
                for id in [stranger, missing] {
                    if part.isEmpty {
                        try await browser.open("/work/accounts/\(id)")
                    } else {
                        try await browser.open("/work/account")
                        try await browser.post("/work/accounts/\(id)\(part)", [("sure", "yes"), ("version", "1")])
                    }
                    #expect(browser.status == 404, "\(part) \(id)")
                    answers.append(browser.html.replacing(id.description, with: "ID").replacing(/once" value="[^"]*"/, with: ""))
                }
                #expect(answers[0] == answers[1], "\(part)")
            }
            #expect(try await office.reception.accounts.find(stranger, for: office.console())?.account.state == .active)
            try await browser.open("/work/accounts")
            #expect(browser.html.contains("chidi") && !browser.html.contains("dao"))
        }
    }

    @Test(arguments: Databases.all)
    func `promise 3: contact data is in no answer but the one that opens it, and only for those whose role may`(
        _ kind: DatabaseKind
    ) async throws {
        try await withOffice(kind) { office in
            let (id, _) = try await office.person("dao", roles: ["member"])
            let contact = try Contact(email: "canary-5e1@example.org", telephone: "+15550100777")
            try await office.reception.accounts.setContact(contact, of: id, by: office.console())
            for role in office.reception.roles.roles {
                let (_, browser) = try await office.person("p-" + role.name.rawValue, roles: [role.name.rawValue])
                let pages = [
                    "/work", "/work/account", "/work/account/contact", "/work/accounts", "/work/accounts/\(id)", "/work/audit",
                    "/work/sessions",
                ]
                for address in pages {
                    try await browser.open(address)
                    #expect(!browser.html.contains("canary-5e1") && !browser.html.contains("15550100777"), "\(role.name) \(address)")
                }
                try await browser.open("/work/account")
                try await browser.post("/work/accounts/\(id)/contact", [])
                #expect(browser.html.contains("canary-5e1") == (role.grants[.manageAccounts] != nil), "\(role.name)")
            }
        }
    }

    @Test(arguments: Databases.all)
    func `promise 5: fields that a form does not have change nothing`(_ kind: DatabaseKind) async throws {
        try await withOffice(kind) { office in
            let (id, browser) = try await office.person("bakary", roles: ["member"])
            try await browser.open("/work/account/contact")
            let extra = [
                ("email", "bakary@example.org"), ("roles", "system-administrator"), ("state", "active"), ("organisation_id", "x"),
                ("display-name", "Minister"), ("version", "99"), ("id", ID<Account>.new(at: office.clock.now).description),
            ]
            #expect(try await browser.submit("/work/account/contact", extra) == 200)
            let line = try #require(try await office.reception.accounts.find(id, for: office.console()))
            #expect(line.account.roles.map(\.rawValue) == ["member"])
            #expect(line.account.displayName == "Bakary")
        }
    }

    @Test(arguments: Databases.all)
    func `promise 6: what the server needs is checked on the server`(_ kind: DatabaseKind) async throws {
        try await withOffice(kind) { office in
            let (_, browser) = try await office.person("amina", roles: ["system-administrator"])
            try await browser.open("/work/accounts/new")
            let wrong = [
                ("organisation", ID<Organisation>.new(at: office.clock.now).description),
                ("display-name", String(repeating: "x", count: 121)),
                ("name", "A B"), ("roles", "emperor"), ("email", "nobody"), ("telephone", "12"),
            ]
            #expect(try await browser.submit("/work/accounts", wrong) == 422)
            for id in ["organisation", "display-name", "roles", "email", "telephone"] {
                #expect(browser.html.contains("id=\"\(id)-problem\""), "\(id)")
            }
        }
    }

    @Test(arguments: Databases.all)
    func `erases a person only when told twice`(_ kind: DatabaseKind) async throws {
        try await withOffice(kind) { office in
            let (_, browser) = try await office.person("amina", roles: ["system-administrator"])
            let (id, _) = try await office.person("dao", roles: ["member"])
            let page = "/work/accounts/\(id)"
            try await browser.open(page)
            #expect(try await browser.submit(page + "/erasure") == 422)
            #expect(try await browser.submit(page + "/erasure", [("sure", "yes")]) == 200)
            #expect(browser.html.contains("2026-12-21"))
            try await browser.open(page)
            #expect(!browser.html.contains("dao"))
        }
    }

    @Test(arguments: Databases.all)
    func `promise 1: opens each page to the roles that have its deed, and to no other`(_ kind: DatabaseKind) async throws {
        try await withOffice(kind) { office in
            for role in office.reception.roles.roles {
                let (id, browser) = try await office.person("p-" + role.name.rawValue, roles: [role.name.rawValue])
                for route in office.responder.routes where route.verb == .get {
                    guard case .deed(let deed) = route.need else { continue }
                    let address = route.pattern.filled { name in name == "format" ? "csv" : id.description }
                    let status = try await browser.open(address, follow: false)
                    let allowed = role.grants[deed] != nil
                    #expect((status != 403) == allowed, "\(role.name) \(address): \(status)")
                }
            }
        }
    }
}

@Suite struct `The page of the audit` {
    @Test(arguments: Databases.all)
    func `shows what was done, narrows, and writes down that it was read`(_ kind: DatabaseKind) async throws {
        try await withOffice(kind) { office in
            let (_, browser) = try await office.person("amina", roles: ["auditor"])
            _ = try await office.organisation("Harbour Shelter", .shelter)
            office.clock.pass(.seconds(1))
            try await browser.open("/work/audit?deed=manageOrganisations&outcome=done")
            #expect(browser.html.contains("Look after organisations"))
            #expect(browser.html.contains("by command on the machine"))
            #expect(!browser.html.contains("Sign in</td>"))
            try await browser.open("/fr/work/audit?deed=readAudit")
            #expect(browser.html.contains("Lire et vérifier le journal d’audit"))
            #expect(browser.html.contains("filters: deed, outcome"))
            #expect(
                try await browser.open("/work/audit?subject=%27%20OR%201%3D1&account=nobody&from=31&from-month=2&from-year=2026") == 200)
        }
    }

    @Test(arguments: Databases.all)
    func `pages through without showing a row twice`(_ kind: DatabaseKind) async throws {
        try await withOffice(kind) { office in
            let (_, browser) = try await office.person("amina", roles: ["auditor"])
            for number in 0..<120 {
                office.clock.pass(.milliseconds(5))
                _ = try await office.organisation("Organisation \(number)")
            }
            var seen: [String] = []
            var next: String? = "/work/audit?deed=manageOrganisations"
            while let address = next, seen.count < 1_000 {
                try await browser.open(address)
                seen += browser.html.matches(of: /subject=([0-9a-f-]{36})"/).map { String($0.1) }
                next = browser.html.firstMatch(of: /href="([^"]*)" class="next"/).map { String($0.1).replacing("&amp;", with: "&") }
            }
            // 120, and the ministry that Amina belongs to.
            #expect(seen.count == 121 && Set(seen).count == 121)
        }
    }

    @Test(arguments: Databases.all)
    func `promise 21: gives a file whose cells start no formula`(_ kind: DatabaseKind) async throws {
        try await withOffice(kind) { office in
            let evil = try await office.organisation("=HYPERLINK(\"http://x\")")
            let (_, browser) = try await office.person("amina", roles: ["auditor"], in: evil)
            try await browser.open("/work/audit")
            #expect(try await browser.open("/work/audit.csv") == 200)
            #expect(browser.html.contains("HYPERLINK"))
            #expect(!browser.html.contains(",=HYPERLINK") && !browser.html.contains(",\"=HYPERLINK"))
        }
    }

    @Test(arguments: Databases.all)
    func `promise 29: says whether the trail is whole, and names the row that is not`(_ kind: DatabaseKind) async throws {
        try await withOffice(kind) { office in
            let (_, browser) = try await office.person("amina", roles: ["auditor"])
            try await office.reception.sealer.seal()
            try await browser.open("/work/audit/verification")
            #expect(browser.html.contains("Every sealed row is as it was written"))
            try await office.database.write { tx in
                switch tx.dialect {
                case .sqlite: try tx.runSchema("DROP TRIGGER audit_row_is_not_changed")
                case .postgres: try tx.runSchema("ALTER TABLE audit_row DISABLE TRIGGER USER")
                }
            }
            try await office.database.write { tx in
                try tx.run("UPDATE audit_row SET detail = 'nothing' WHERE id = (SELECT row_id FROM audit_link WHERE number = 2)")
            }
            try await browser.open("/work/audit/verification")
            #expect(browser.html.contains("Row 2 ("))
        }
    }
}
