import Basics
import Fixtures
import Foundation
import Store
import Testing

@testable import Access

@Suite struct `An account` {
    private func role(_ name: String) throws -> RoleName { try #require(RoleName(rawValue: name)) }

    @Test(arguments: Databases.all)
    func `begins with a link that works once`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let (id, link) = try await desk.reception.accounts.invite(
                .init(organisation: desk.ministry, signInName: "bakary", displayName: "Bakary", roles: [try role("member")]), by: desk.amina
            )
            #expect(try await desk.signIn.welcome(link).displayName == "Bakary")
            // Looking spends nothing; a refused password spends nothing either.
            await #expect(throws: PasswordRefused.tooShort) {
                try await desk.signIn.accept(link, password: "short", network: Desk.network)
            }
            _ = try await desk.signIn.accept(link, password: Desk.password, network: Desk.network)
            await #expect(throws: AccessRefused.linkSpent) { try await desk.signIn.welcome(link) }
            await #expect(throws: AccessRefused.linkSpent) {
                try await desk.signIn.accept(link, password: "another long password", network: Desk.network)
            }
            #expect(try await desk.reception.accounts.find(id, for: desk.amina)?.account.state == .active)
        }
    }

    @Test(arguments: Databases.all)
    func `promise 25: leaves no link in the database but its hash, nor in the audit`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let (_, link) = try await desk.reception.accounts.invite(
                .init(organisation: desk.ministry, signInName: "bakary", displayName: "Bakary", roles: []), by: desk.amina
            )
            let hashes = try await desk.database.read { tx in try tx.rows("SELECT token_hash FROM one_time_link") { $0.bytes(0) } }
            #expect(hashes.contains(link.hash) && !hashes.contains(Array(link.text.utf8)))
            let details = try await desk.database.read { tx in try tx.rows("SELECT detail FROM audit_row") { $0.optionalText(0) } }
            #expect(details.compactMap { $0 }.allSatisfy { !$0.contains(link.text) && !$0.contains("bakary") })
        }
    }

    @Test(arguments: Databases.all)
    func `has links that run out, and a new one stops the old`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let (id, first) = try await desk.reception.accounts.invite(
                .init(organisation: desk.ministry, signInName: "bakary", displayName: "Bakary", roles: []), by: desk.amina
            )
            let second = try await desk.reception.accounts.newLink(for: id, by: desk.amina)
            await #expect(throws: AccessRefused.linkSpent) { try await desk.signIn.welcome(first) }
            desk.clock.pass(.days(7) + .seconds(1))
            await #expect(throws: AccessRefused.linkSpent) { try await desk.signIn.welcome(second) }
            // The people who can invite again hear of each, once.
            _ = try await desk.reception.jobs.runDue()
            #expect(try await desk.reception.inbox.notices(for: desk.amina).filter { $0.kind == .invitationExpired }.count == 1)
            let third = try await desk.reception.accounts.newLink(for: id, by: desk.amina)
            desk.clock.pass(.days(8))
            _ = try await desk.reception.jobs.runDue()
            desk.clock.pass(.hours(2))
            _ = try await desk.reception.jobs.runDue()
            #expect(try await desk.reception.inbox.notices(for: desk.amina).filter { $0.kind == .invitationExpired }.count == 2)
            await #expect(throws: AccessRefused.linkSpent) { try await desk.signIn.welcome(third) }
        }
    }

    @Test(arguments: Databases.all)
    func `with a second factor still needs its code after a link for a new password`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let bakary = try await desk.person("bakary", roles: ["data-steward"])
            let factor = try await desk.secondFactor(for: try await desk.actor(bakary.session))
            let link = try await desk.reception.accounts.newLink(for: bakary.id, by: desk.amina)
            desk.clock.pass(.minutes(1))
            guard case .codeNeeded(let step) = try await desk.signIn.accept(link, password: "seven green kites", network: Desk.network)
            else { return #expect(Bool(false), "went in without a code") }
            #expect(try await desk.reception.sessions.actor(for: factor.session) == nil)
            _ = try await desk.signIn.finish(step: step, code: desk.code(factor.key), network: Desk.network)
        }
    }

    @Test(arguments: Databases.all)
    func `is never the last administrator to go`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let second = try await desk.person("bakary", roles: ["system-administrator"])
            let other = try await desk.actor(try await desk.secondFactor(for: try await desk.actor(second.session)).session)
            await #expect(throws: AccountRefused.ownAccount) { try await desk.reception.accounts.suspend(other.account, by: other) }
            try await desk.reception.accounts.suspend(desk.amina.account, by: other)
            let version = try #require(try await desk.reception.accounts.find(other.account, for: other)).account.version
            await #expect(throws: AccountRefused.lastAdministrator) {
                try await desk.reception.accounts.setRoles([], of: other.account, version: version, by: other)
            }
        }
    }

    @Test(arguments: Databases.all)
    func `of an organisation's administrator can't reach up`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let boss = try await desk.person("chidi", roles: ["organisation-administrator"])
            let chidi = try await desk.actor(try await desk.secondFactor(for: try await desk.actor(boss.session)).session)
            for name in ["system-administrator", "data-steward", "auditor"] {
                await #expect(throws: AccountRefused.roleNotYoursToGive) {
                    try await desk.reception.accounts.invite(
                        .init(organisation: desk.ministry, signInName: "dao", displayName: "Dao", roles: [try role(name)]), by: chidi
                    )
                }
            }
            // Amina is of the same organisation; a new password for her would be her account.
            await #expect(throws: AccountRefused.roleNotYoursToGive) {
                try await desk.reception.accounts.newLink(for: desk.amina.account, by: chidi)
            }
            await #expect(throws: AccountRefused.roleNotYoursToGive) {
                try await desk.reception.accounts.removeSecondFactor(of: desk.amina.account, by: chidi)
            }
            let harbour = try await desk.organisation("Harbour Shelter", .shelter)
            await #expect(throws: AccessRefused.self) {
                try await desk.reception.accounts.invite(
                    .init(organisation: harbour, signInName: "dao", displayName: "Dao", roles: [try role("member")]), by: chidi
                )
            }
            _ = try await desk.reception.accounts.invite(
                .init(organisation: desk.ministry, signInName: "dao", displayName: "Dao", roles: [try role("member")]), by: chidi
            )
        }
    }

    @Test(arguments: Databases.all)
    func `is not changed over somebody else's change`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let bakary = try await desk.person("bakary", roles: ["member"])
            let version = try #require(try await desk.reception.accounts.find(bakary.id, for: desk.amina)).account.version
            try await desk.reception.accounts.setRoles([try role("researcher")], of: bakary.id, version: version, by: desk.amina)
            await #expect(throws: StoreRefused.changedMeanwhile) {
                try await desk.reception.accounts.setRoles([], of: bakary.id, version: version, by: desk.amina)
            }
            #expect(try await desk.reception.accounts.find(bakary.id, for: desk.amina)?.account.roles == [try role("researcher")])
        }
    }

    @Test(arguments: ["ab", "Has Blank", "1start", "ünder", "a/b", "x' OR 1=1 --", String(repeating: "a", count: 61)])
    func `has a plain sign-in name`(_ name: String) {
        #expect(throws: AccountRefused.badSignInName) { try Person(signInName: name, displayName: "Somebody") }
    }

    @Test(arguments: Databases.all)
    func `is found by any part of its names, whatever is typed`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            _ = try await desk.person("bakary", roles: ["member"])
            for (text, count) in [("akar", 1), ("AKAR", 1), ("%", 0), ("_", 0), ("\\", 0), ("' OR 1=1 --", 0), ("", 2)] {
                var search = Accounts.Search()
                search.text = text
                #expect(try await desk.reception.accounts.list(search, for: desk.amina).count == count, "for “\(text)”")
            }
        }
    }
}

@Suite struct `The contact data of an account` {
    @Test(arguments: Databases.all)
    func `promise 27: is nowhere in the database as it was typed`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let bakary = try await desk.person("bakary", roles: ["member"])
            let contact = try Contact(email: "canary-7f3a@example.org", telephone: "+1 555 0100 777")
            try await desk.reception.accounts.setContact(contact, of: bakary.id, by: desk.amina)
            let shown = try await desk.reception.accounts.contact(of: bakary.id, for: desk.amina)
            #expect(shown.email?.value == "canary-7f3a@example.org")
            #expect(shown.telephone?.value == "+15550100777")
            let kept = try await desk.database.read { tx in
                try tx.rows("SELECT email, telephone FROM account_contact") { $0.bytes(0) + $0.bytes(1) }
            }
            #expect(kept.count == 1)
            #expect(kept.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("canary") })
            var dumped = ""
            dump(shown, to: &dumped)
            dump(contact, to: &dumped)
            #expect(!dumped.contains("canary") && !"\(shown) \(contact)".contains("canary"))
        }
    }

    @Test(arguments: Databases.all)
    func `promise 28: can't be opened any more once the person is erased`(_ kind: DatabaseKind) async throws {
        try await withDesk(kind) { desk in
            let bakary = try await desk.person("bakary", roles: ["member"])
            try await desk.reception.accounts.setContact(
                try Contact(email: "bakary@example.org", telephone: nil), of: bakary.id, by: desk.amina
            )
            let before = try await desk.database.read { tx in
                try tx.row("SELECT email FROM account_contact") { $0.sealed(0, of: Account.self, as: String.self) }
            }
            let receipt = try await desk.reception.accounts.erase(bakary.id, by: desk.amina)
            #expect(receipt.completeOn == desk.clock.now.day().adding(days: 30))
            // Even with the sealed bytes of an old backup.
            let sealed = try #require(before)
            await #expect(throws: VaultRefused.erased) {
                let key = try await desk.signIn.vault.vault.key(for: bakary.id)
                _ = try key.unseal(sealed, in: SealPlace("account_contact", bakary.id, "email"))
            }
            let contacts = try await desk.database.read { tx in try tx.count("SELECT count(*) FROM account_contact") }
            #expect(contacts == 0)
            #expect(try await desk.reception.sessions.actor(for: bakary.session) == nil)
            let line = try #require(try await desk.reception.accounts.find(bakary.id, for: desk.amina))
            #expect(line.account.state == .erased && line.account.displayName == "—")
            await #expect(throws: AccountRefused.contactErased) {
                try await desk.reception.accounts.setContact(
                    try Contact(email: "a@example.org", telephone: nil), of: bakary.id, by: desk.amina)
            }
            // Erasing again completes what may have been cut off.
            _ = try await desk.reception.accounts.erase(bakary.id, by: desk.amina)
        }
    }

    @Test func `is checked`() throws {
        #expect(throws: AccountRefused.badEmail) { try Contact(email: "nobody", telephone: nil) }
        #expect(throws: AccountRefused.badEmail) { try Contact(email: "a@b@c.org", telephone: nil) }
        #expect(throws: AccountRefused.badTelephone) { try Contact(email: nil, telephone: "0555 123") }
        #expect(try Contact(email: " ", telephone: "").email == nil)
    }
}
