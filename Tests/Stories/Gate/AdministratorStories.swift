import Access
import Basics
import Fixtures
import Foundation
import Server
import Testing
import WebFixtures

/// From the one-time link to the audit of all that was done, as people do it: by pages and their forms.
@Suite struct `The life of an administrator` {
    private static let canaries = (
        password: "nine quiet herons wade upstream", email: "canary.bruno@example.org", telephone: "+99 55 0199 4471",
        second: "eleven loud geese cross the lake"
    )

    @Test(arguments: Databases.all) func `goes from the link to people who work, and every step of it is on record`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withSite { site in
            let amina = try await Self.arrive(site)
            let (id, link) = try await Self.invite(amina, "bruno", in: "Port Example Shelter", roles: "member")

            // An invitation that was only looked at is not used, and works once.
            let bruno = Visitor(site)
            #expect(try await bruno.open(link).status == 200)
            #expect(try await bruno.open(link).page.text.contains("Bruno Example"))
            #expect(try await bruno.fill(link, ["new-password": "bruno", "password-again": "bruno"]).status == 422)
            #expect(
                try await bruno.fill(link, ["new-password": Self.canaries.second, "password-again": Self.canaries.second]).path == "/work")
            #expect(try await Visitor(site).open(link).status == 404)

            // A member has a place of his own, and none of the others'.
            #expect(try await bruno.open("/work/account").status == 200)
            for path in ["/work/accounts", "/work/organisations", "/work/audit", "/work/sessions", "/work/accounts/\(id)"] {
                #expect(try await bruno.open(path).status == 403, "\(path)")
            }

            // A role that is given works at the next request.
            try await amina.open("/work/accounts/\(id)")
            #expect(try await amina.fill("/roles", ["roles": "auditor"]).status == 200)
            #expect(try await bruno.open("/work/roles").status == 200)
            // The auditor's work needs a second factor, and says so.
            #expect(try await bruno.open("/work/audit").status == 403)
            try await Self.setUpSecondFactor(bruno, site)
            #expect(try await bruno.open("/work/audit").status == 200)

            // Out and in again, with a code that has not been used.
            try await bruno.fill("/sign-out")
            #expect(try await bruno.open("/work").status == 401)
            try await bruno.open("/sign-in?next=/work/audit")
            #expect(try await bruno.fill("/sign-in", ["name": "bruno", "password": "not his password"]).status == 422)
            let asked = try await bruno.fill("/sign-in", ["name": "bruno", "password": Self.canaries.second])
            #expect(asked.path.hasPrefix("/sign-in/code"))
            site.clock.pass(.seconds(31))

            let key = await Self.keys.value(of: bruno)
            #expect(try await bruno.fill("/sign-in/code", ["code": "000000"]).status == 422)
            #expect(try await bruno.fill("/sign-in/code", ["code": TimeCodes.code(key: key, at: site.clock.now)]).path == "/work/audit")

            // What was done is there to read, whoever did it; the chain is whole.
            _ = try await site.reception.sealer.seal()
            let trail = try await amina.open("/work/audit?subject=\(id)").page.text
            for deed in ["Bruno Example", "auditor"] { #expect(trail.contains(deed), "\(deed)") }
            #expect(try await amina.open("/work/audit/verification").page.text.contains("whole"))
            let denied = try await amina.open("/work/audit?outcome=denied").page
            #expect(denied.all("tr").count > 4)
            #expect(try await site.reception.audit.verify().isWhole)
        }
    }

    @Test(arguments: Databases.all) func `promise 4: ends what somebody may do within a second`(_ kind: DatabaseKind) async throws {
        try await kind.withSite { site in
            let cast = try await Cast(site)
            let shelter = try await cast.organisation("Port Example Shelter")
            let amina = try await cast.visitor(cast.administrator.account)
            func ended(_ what: String, _ end: (ID<Account>) async throws -> Void) async throws {
                let id = try await cast.person("p-" + what, roles: ["auditor"], in: shelter)
                let visitor = try await cast.visitor(id)
                #expect(try await visitor.open("/work/audit").status == 200, "before \(what)")
                try await end(id)
                // The very next request, without waiting: a second is more than is needed.
                let after = try await visitor.open("/work/audit").status
                #expect([401, 403].contains(after), "after \(what): \(after)")
            }
            try await ended("suspension") { id in
                try await amina.open("/work/accounts/\(id)")
                #expect(try await amina.fill("/suspension").status == 200)
            }
            try await ended("roles") { id in
                try await amina.open("/work/accounts/\(id)")
                #expect(try await amina.fill("/roles", ["roles": "member"]).status == 200)
            }
            try await ended("sessions") { id in
                try await amina.open("/work/accounts/\(id)")
                #expect(try await amina.fill("/sessions-end").status == 200)
            }
            try await ended("erasure") { id in
                try await amina.open("/work/accounts/\(id)")
                #expect(try await amina.fill("/erasure", ["sure": "yes"]).status == 200)
            }
            try await ended("closure") { _ in
                try await amina.open("/work/organisations/\(shelter)")
                #expect(try await amina.fill("/closure").status == 200)
            }
        }
    }

    @Test(arguments: Databases.all)
    func `promise 2: another organisation's person is the 404 of one that is not there, to see and to change`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withSite { site in
            let cast = try await Cast(site)
            let (harbour, hill) = (try await cast.organisation("Harbour House"), try await cast.organisation("Hill House"))
            let manager = try await cast.person("marta", roles: ["organisation-administrator"], in: harbour)
            let theirs = try await cast.person("tomas", roles: ["member"], in: hill)
            let own = try await cast.person("olga", roles: ["member"], in: harbour)
            let marta = try await cast.visitor(manager)
            let nobody = ID<Account>.new(at: site.clock.now)

            #expect(try await marta.open("/work/accounts/\(own)").status == 200)
            let list = try await marta.open("/work/accounts").page.text
            #expect(list.contains("Olga Example") && !list.contains("Tomas Example") && !list.contains("Hill House"))
            #expect(try await !marta.open("/work/sessions").page.text.contains("Tomas"))

            // Besides the address and the number of the form to sign out, the two pages are the same.
            func page(_ reply: Reply) -> String {
                reply.text.replacing(theirs.description, with: "*").replacing(nobody.description, with: "*")
                    .replacing(/name="once" value="[^"]*"/, with: "")
            }
            let (other, none) = (try await marta.open("/work/accounts/\(theirs)"), try await marta.open("/work/accounts/\(nobody)"))
            #expect(other.status == 404 && none.status == 404)
            #expect(page(other) == page(none))

            let before = try await site.contents(without: ["audit_row", "audit_pending", "audit_link", "session"])
            let session = try await cast.session(manager)
            await marta.hold("concord", session.text)
            for part in ["roles", "link", "suspension", "resumption", "contact", "erasure", "sessions-end", "second-factor-removal"] {
                var statuses: [Int] = []
                for id in [theirs, nobody] {
                    let pairs = cast.seal(session) + [("sure", "yes"), ("version", "1"), ("roles", "member")]
                    let reply = try await marta.send("/work/accounts/\(id)/\(part)", pairs, follows: false)
                    statuses.append(reply.status)
                }
                #expect(statuses == [404, 404], "\(part)")
            }
            #expect(try await site.contents(without: ["audit_row", "audit_pending", "audit_link", "session"]) == before)
            // She may not make herself, or anybody, more than her organisation may give.
            try await marta.open("/work/accounts/\(own)")
            let raised = try await marta.fill("/roles", ["roles": "system-administrator"], follows: false)
            #expect(raised.status != 303)
            #expect(try await site.contents(without: ["audit_row", "audit_pending", "audit_link", "session"]) == before)
        }
    }

    @Test(arguments: Databases.all)
    func `promise 3: shows how to reach a person to whoever opens that, and on no list or page before`(_ kind: DatabaseKind) async throws {
        try await kind.withSite { site in
            let cast = try await Cast(site)
            let amina = try await cast.visitor(cast.administrator.account)
            let (id, _) = try await Self.invite(amina, "bruno", in: "Port Example Shelter", roles: "organisation-administrator")
            let hidden = [Self.canaries.email, Self.canaries.telephone.replacing(" ", with: ""), Self.canaries.telephone]
            func shows(_ reply: Reply) -> Bool { hidden.contains { reply.text.replacing("&#43;", with: "+").contains($0) } }
            let places = [
                "/work", "/work/accounts", "/work/accounts?search=bruno", "/work/accounts/\(id)", "/work/sessions", "/work/organisations",
                "/work/audit", "/work/audit.csv", "/work/audit.json", "/work/roles",
            ]
            for role in site.node.roles.roles.map(\.name.rawValue) {
                let visitor = try await cast.visitor(try await cast.person("r-" + role, roles: [role]))
                for place in places {
                    let reply = try await visitor.open(place)
                    #expect(!shows(reply), "\(role) at \(place)")
                    // Whose deed it is not gets no name either.
                    if [401, 403, 404].contains(reply.status) { #expect(!reply.text.contains("Bruno Example"), "\(role) at \(place)") }
                }
            }
            try await amina.open("/work/accounts/\(id)")
            #expect(shows(try await amina.fill("/contact")))
            #expect(try await amina.open("/work/audit?subject=\(id)").page.text.lowercased().contains("contact"))
        }
    }

    @Test(arguments: Databases.all) func `promise 9: slows whoever guesses a password, and nobody else`(_ kind: DatabaseKind) async throws {
        try await kind.withSite { site in
            let cast = try await Cast(site)
            _ = try await cast.person("bruno", roles: ["member"])
            let guesser = Visitor(site)
            var statuses: [Int] = []
            for turn in 0..<9 {
                try await guesser.open("/sign-in")
                statuses.append(try await guesser.fill("/sign-in", ["name": "bruno", "password": "guess number \(turn)"]).status)
            }
            #expect(statuses.prefix(5) == [422, 422, 422, 422, 422])
            #expect(statuses.last == 429)
            #expect(await guesser.last.header("Retry-After").flatMap(Int.init) ?? 0 > 0)
            // Amina, from the same place, is let in.
            let amina = Visitor(site)
            try await amina.open("/sign-in")
            #expect(try await amina.fill("/sign-in", ["name": "amina", "password": Cast.password]).path == "/work")
            // A name that does not exist is answered alike.
            let other = Visitor(site)
            try await other.open("/sign-in")
            let unknown = try await other.fill("/sign-in", ["name": "nobody-at-all", "password": "guess number 1"])
            #expect(unknown.status == 422)
        }
    }

    @Test(arguments: Databases.all)
    func `promises 25, 27: leaves no secret in a log, an address or the database's files`(_ kind: DatabaseKind) async throws {
        try await kind.withSite { site in
            let amina = try await Self.arrive(site)
            let (id, link) = try await Self.invite(amina, "bruno", in: "Port Example Shelter", roles: "auditor")
            let bruno = Visitor(site)
            try await bruno.open(link)
            try await bruno.fill(link, ["new-password": Self.canaries.second, "password-again": Self.canaries.second])
            let (session, key) = (await bruno.cookies["concord"] ?? "", await Self.keys.value(of: amina))
            let formCookie = await amina.cookies["concord-form"] ?? "none"
            try await amina.open("/work/accounts/\(id)")
            try await amina.fill("/contact")
            _ = try await site.get("/sign-in?next=/work&password=\(Self.canaries.password.replacing(" ", with: "+"))")
            let token = String(link.split(separator: "/").last ?? "")
            let secrets = [
                Self.canaries.password, Self.canaries.second, Self.canaries.email, Self.canaries.telephone, "+995501994471", "0199", key,
                key.replacing(" ", with: ""), session, token, formCookie,
            ].filter { $0.count >= 4 }
            #expect(secrets.count > 8 && !session.isEmpty && !key.isEmpty)
            let lines = site.log.all
            #expect(!lines.isEmpty)
            for secret in secrets { #expect(!lines.contains { $0.contains(secret) }, "a secret of \(secret.count) letters is in the log") }
            // The pages never lead to an address with a session or a password in it.
            for path in ["/work", "/work/account", "/work/accounts/\(id)"] {
                for secret in [session, Self.canaries.password, key] {
                    #expect(try await !amina.open(path).page.links.contains { $0.contains(secret) })
                }
            }
            // Nothing of them stands in the files: neither database, nor log, nor what was left while writing.
            let data = site.node.settings.data
            for case let name as String in FileManager.default.enumerator(atPath: data.path(percentEncoded: false)) ?? .init() {
                guard let bytes = FileManager.default.contents(atPath: data.appending(path: name).path(percentEncoded: false)) else {
                    continue
                }
                for secret in secrets where secret.count > 6 { #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name)") }
            }
        }
    }

    // MARK: What people do

    /// The keys of second factors, as people have them in their telephones.
    private static let keys = Telephones()

    /// Opens the one-time link, makes the first administrator, and sets up the second factor.
    private static func arrive(_ site: StorySite) async throws -> Visitor {
        let link = try #require(try await site.node.firstAdministratorLink(at: ""))
        let amina = Visitor(site)
        #expect(try await amina.open("/work").status == 401)
        #expect(try await amina.open(link).status == 200)
        let answers = [
            "organisation": "Ministry of Examplia", "kind": "ministry", "display-name": "Amina Example", "name": "amina",
            "new-password": canaries.password, "password-again": canaries.password,
        ]
        // Too short, too common, or not the same twice: the form comes back.
        for bad in ["short", "password1234", canaries.password + "!"] {
            #expect(try await amina.fill(link, answers.merging(["new-password": bad]) { $1 }).status == 422)
        }
        #expect(try await amina.fill(link, answers).path == "/work")
        #expect(try await Visitor(site).open(link).status == 404)
        // Whoever decides about others' accounts needs a second factor first.
        #expect(try await amina.open("/work/accounts").status == 403)
        try await setUpSecondFactor(amina, site)
        #expect(try await amina.open("/work/accounts").status == 200)
        return amina
    }

    private static func setUpSecondFactor(_ visitor: Visitor, _ site: StorySite) async throws {
        try await visitor.open("/work/account")
        let page = try await visitor.fill("/second-factor").page
        let key = try #require(page.all("code").map(\.text).first { $0.replacing(" ", with: "").contains(/^[A-Z2-7]{16,}$/) })
        #expect(try await visitor.fill("/confirmation", ["code": "000000"]).status == 422)
        let codes = try await visitor.fill("/confirmation", ["code": TimeCodes.code(key: key, at: site.clock.now)]).page
        #expect(codes.all("code").count >= 8)
        await keys.keep(key, for: visitor)
    }

    /// Adds the organisation if need be, and invites somebody by the form.
    private static func invite(_ amina: Visitor, _ name: String, in organisation: String, roles: String) async throws -> (
        id: String, link: String
    ) {
        try await amina.open("/work/organisations/new")
        try await amina.fill("/work/organisations", ["name": organisation, "kind": "shelter"])
        let form = try await amina.open("/work/accounts/new").page
        let choice = try #require(form.all("option").first { $0.text == organisation }?.attributes["value"])
        let made = try await amina.fill(
            "/work/accounts",
            [
                "organisation": choice, "name": name, "display-name": name.capitalized + " Example", "email": canaries.email,
                "telephone": canaries.telephone, "roles": roles,
            ]
        )
        #expect(made.status == 200)
        let address = try #require(made.page.all("code").map(\.text).first { $0.contains("/invitation/") })
        let id = try #require(made.page.links.first { $0.contains(/\/work\/accounts\/[0-9a-f-]{36}$/) }).split(separator: "/").last
        return (String(id ?? ""), "/invitation/" + (address.components(separatedBy: "/invitation/").last ?? ""))
    }
}

/// Who has which key of a second factor.
private actor Telephones {
    private var keys: [ObjectIdentifier: String] = [:]
    func keep(_ key: String, for visitor: Visitor) { keys[ObjectIdentifier(visitor)] = key }
    func value(of visitor: Visitor) -> String { keys[ObjectIdentifier(visitor)] ?? "" }
}
