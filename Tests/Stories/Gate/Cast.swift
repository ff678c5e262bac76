import Basics
import Fixtures
import Foundation
import Server
import Store
import WebFixtures

@testable import Access
@testable import Web

/// The people of Examplia, an invented country: one for each role, and those who look after them.
struct Cast: Sendable {
    static let password = "four grey herons wade"
    static let network = "198.51.100.0/24"

    let site: StorySite
    let administrator: Actor
    let ministry: ID<Organisation>

    /// Makes the first administrator, as the one-time link does.
    init(_ site: StorySite) async throws {
        self.site = site
        let reception = site.reception
        let found = try await FirstAdministrator.link(in: site.node.database, roles: reception.roles, at: site.clock.now)
        guard let link = found else { throw AccountRefused.setUpAlready }
        let session = try await reception.signIn.begin(
            .init(
                organisation: .init(kind: .ministry, name: "Ministry of Examplia", country: nil), signInName: "amina",
                displayName: "Amina Example"
            ),
            link: link, password: Self.password, network: Self.network
        )
        guard let found = try await reception.sessions.actor(for: session) else { throw AccessRefused.signInNeeded }
        // The stories of the gate are not about Amina's second factor: she has one.
        administrator = Actor(
            account: found.account, organisation: found.organisation, displayName: found.displayName, grants: found.grants,
            session: found.session, hasSecondFactor: true, provedAt: found.provedAt
        )
        ministry = found.organisation
    }

    func organisation(_ name: String) async throws -> ID<Organisation> {
        try await site.reception.organisations.add(.init(kind: .ngo, name: name, country: nil), by: administrator)
    }

    /// Invites somebody, who accepts.
    func person(_ name: String, roles: [String], in organisation: ID<Organisation>? = nil) async throws -> ID<Account> {
        let (id, link) = try await site.reception.accounts.invite(
            .init(
                organisation: organisation ?? ministry, signInName: name, displayName: name.capitalized + " Example",
                roles: roles.compactMap(RoleName.init(rawValue:))
            ),
            by: administrator
        )
        _ = try await site.reception.signIn.accept(link, password: Self.password, network: Self.network)
        return id
    }

    /// A session of theirs, as after a sign-in a moment ago.
    func session(_ account: ID<Account>, secondFactor: Bool = true) async throws -> Secret {
        let now = site.clock.now
        return try await site.node.database.write { tx in
            try Sessions.start(for: account, secondFactor: secondFactor, at: now, in: tx).secret
        }
    }

    func actor(_ session: Secret) async throws -> Actor {
        guard let actor = try await site.reception.sessions.actor(for: session) else { throw AccessRefused.signInNeeded }
        return actor
    }

    /// Somebody with a browser in which they are signed in.
    func visitor(_ account: ID<Account>, secondFactor: Bool = true) async throws -> Visitor {
        let visitor = Visitor(site)
        await visitor.hold("concord", try await session(account, secondFactor: secondFactor).text)
        return visitor
    }

    /// The hidden fields that a form of this session has.
    func seal(_ session: Secret) -> [(String, String)] {
        [
            (FormSeal.field, FormSeal(key: site.serving.responder.formKey, session: session.text).token),
            (FormSeal.onceField, FormSeal.random()),
        ]
    }

    static func seal(_ site: StorySite, anonymous cookie: String) -> [(String, String)] {
        [(FormSeal.field, FormSeal(key: site.serving.responder.formKey, anonymous: cookie).token), (FormSeal.onceField, FormSeal.random())]
    }
}

extension RoutePattern {
    /// An address of this shape of something that is there, where there is such a thing without anybody having made it.
    var example: String {
        filled { name in
            switch (text.split(separator: "/").first, name) {
            case (_, "format"): "csv"
            case ("countries", "code"), ("api", "code"): "FRA"
            case ("countries", "table"): "by-year"
            case ("numbers", "table"): "map"
            case ("rights", "language"): "ar"
            case (_, "treaty"): "TIP"
            case ("commitments", "id"): "TIP-9.5"
            case ("api", "id"): "TIP-9.5"
            case (_, "token"): "an-unknown-token-an-unknown-token-an-unknow"
            default: "01900000-0000-7000-8000-000000000001"
            }
        }
    }
}
