import Access
import Basics
import Vocabulary
import Web

/// Who I am here: my roles, my ways in, my sessions.
struct OwnAccountPage: Page {
    let line: Accounts.Line
    let roles: RoleBook
    let sessions: [Session]
    let current: ID<Session>
    let factor: SignIn.SecondFactorState
    let ways: (password: Bool, provider: Bool)
    let hasProvider: Bool
    let tokens: [APIToken]
    let mayUseAPI: Bool
    var filled = Filled()

    static func load(_ room: Room, for actor: Actor) async throws -> OwnAccountPage {
        guard let line = try await room.reception.accounts.find(actor.account, for: actor) else { throw AccessRefused.signInNeeded }
        return OwnAccountPage(
            line: line, roles: room.reception.roles, sessions: try await room.reception.sessions.own(of: actor), current: actor.session,
            factor: try await room.reception.signIn.secondFactor(of: actor), ways: try await room.reception.signIn.waysIn(of: actor),
            hasProvider: room.reception.provider != nil, tokens: try await room.reception.tokens.own(of: actor),
            mayUseAPI: actor.may(.useAPI)
        )
    }

    var title: Word { .myAccount }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.problems(filled)
        html.dl(.class("facts")) { html in
            html.fact(.displayName) { html in html.bdi { $0.text(line.account.displayName) } }
            html.fact(.signInName) { html in html.code { $0.text(line.account.signInName) } }
            html.fact(.organisation) { html in html.bdi { $0.text(line.organisationName) } }
            html.fact(.rolesOfAccount) { $0.roleList(line.account.roles, roles) }
            html.fact(.contactData) { $0.a(to: AdministrationAddress.ownContact, .seeContact) }
        }
        secondFactor(&html)
        password(&html)
        if hasProvider { provider(&html) }
        mySessions(&html)
        if mayUseAPI || !tokens.isEmpty { myTokens(&html) }
    }

    private func secondFactor(_ html: inout Markup) {
        html.h2(.secondFactor, .id("second-factor"))
        html.p(.secondFactorLead)
        html.p { $0.stateBadge(factor.isSetUp ? .secondFactorIsSetUp : .secondFactorIsMissing, isGood: factor.isSetUp) }
        html.form(post: AdministrationAddress.ownSecondFactor) { html in
            html.submit(factor.isSetUp ? .replaceSecondFactor : .beginSecondFactor, .class(factor.isSetUp ? "secondary" : "primary"))
        }
        guard factor.isSetUp else { return }
        html.p(.codesLeft(factor.codesLeft))
        html.change(.renewCodes, why: .renewCodesWhy, at: .ownRecoveryCodes)
    }

    private func password(_ html: inout Markup) {
        html.h2(.changePassword)
        html.p(.changePasswordWhy)
        html.form(post: AdministrationAddress.ownPassword) { html in
            html.field(SignInFields.newPassword, filled)
            html.field(SignInFields.passwordAgain, filled)
            html.submit(.changePassword)
        }
    }

    private func provider(_ html: inout Markup) {
        html.h2(.providerTitle)
        if ways.provider {
            html.p(.providerLinked)
            if ways.password { html.change(.unlinkProvider, at: .ownProviderRemoval) }
        } else {
            html.p { $0.a(to: AdministrationAddress.provider.with("for", "link"), .linkProvider) }
        }
    }

    private func mySessions(_ html: inout Markup) {
        html.h2(.mySessions)
        html.div(.class("scroll"), .role("region"), .ariaLabel(.mySessions), .tabindex(0)) { html in
            html.table(.class("list")) { html in
                html.caption(.mySessions)
                html.thead { html in
                    html.tr { html in
                        for heading in [Word.since, .lastUsed, .secondFactor, .endSession] { html.th(heading, .scopeColumn) }
                    }
                }
                html.tbody { html in
                    for session in sessions {
                        html.tr { $0.sessionCells(session, isOwn: session.id == current, list: "own") }
                    }
                }
            }
        }
    }
}

/// My contact data.
struct OwnContactPage: Page {
    let contact: ShownContact?
    let filled: Filled

    init(contact: ShownContact) {
        self.contact = contact
        var filled = Filled()
        filled.fill(AccountForm.email, with: contact.email?.value)
        filled.fill(AccountForm.telephone, with: contact.telephone?.value)
        self.filled = filled
    }

    init(filled: Filled) {
        contact = nil
        self.filled = filled
    }

    var title: Word { .contactData }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.myAccount, AdministrationAddress.ownAccount)] }

    func body(_ html: inout Markup) {
        html.problems(filled)
        html.form(post: AdministrationAddress.ownContact) { html in
            html.field(AccountForm.email, filled)
            html.field(AccountForm.telephone, filled)
            html.submit(.save)
        }
    }
}

/// The key for an authenticator app, and the field for its first code.
struct AppPage: Page {
    var filled = Filled()
    let setup: SecondFactorSetup

    var title: Word { .appTitle }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.myAccount, AdministrationAddress.ownAccount)] }

    func body(_ html: inout Markup) {
        html.p(.scanThis, .class("lead"))
        if let code = QRCode(setup.address) { html.qrCode(code, .qrTitle) }
        html.dl(.class("facts")) { html in
            html.fact(.key) { html in html.code { $0.text(setup.key.inGroups) } }
        }
        html.problems(filled)
        html.form(post: AdministrationAddress.ownSecondFactorConfirmation) { html in
            html.field(OwnAccountFields.firstCode, filled)
            html.submit(.confirm)
        }
    }
}

/// Recovery codes, shown once.
struct CodesPage: Page {
    let codes: [String]

    var title: Word { .codesTitle }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.myAccount, AdministrationAddress.ownAccount)] }

    func body(_ html: inout Markup) {
        html.p(.codesLead, .class("lead"))
        html.ul { html in
            for code in codes { html.li { html in html.code { $0.text(code) } } }
        }
        html.p { $0.a(to: AdministrationAddress.ownAccount, .codesAreKept, .class("button")) }
    }
}

extension String {
    /// In groups of four, as it is easier to type.
    fileprivate var inGroups: String {
        var groups: [Substring] = []
        var rest = self[...]
        while !rest.isEmpty {
            groups.append(rest.prefix(4))
            rest = rest.dropFirst(4)
        }
        return groups.joined(separator: " ")
    }
}
