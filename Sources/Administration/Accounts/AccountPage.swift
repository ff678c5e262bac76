import Access
import Basics
import Vocabulary
import Web

/// One account and what can be done about it. What can't be done now, or not by this person, is not shown.
struct AccountPage: Page {
    let account: Account
    let organisationName: String
    let form: AccountForm
    let roles: RoleBook
    let isOwn: Bool
    let mayEndSessions: Bool
    let filled: Filled

    init(_ line: Accounts.Line, form: AccountForm, for actor: Actor, roles: RoleBook, filled: Filled? = nil) {
        account = line.account
        organisationName = line.organisationName
        self.form = form
        self.roles = roles
        isOwn = line.account.id == actor.account
        mayEndSessions = actor.may(.endSessions)
        var chosen = filled ?? Filled()
        if filled == nil { chosen.fill(form.roles, with: line.account.roles) }
        self.filled = chosen
    }

    var title: Word { .data(account.displayName) }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.accounts, AdministrationAddress.accounts)] }

    func body(_ html: inout Markup) {
        html.problems(filled)
        html.dl(.class("facts")) { html in
            html.fact(.state) { $0.stateBadge(account.state.word, isGood: account.state == .active) }
            html.fact(.signInName) { html in html.code { $0.text(account.signInName) } }
            html.fact(.organisation) { html in html.bdi { $0.text(organisationName) } }
            html.fact(.rolesOfAccount) { $0.roleList(account.roles, roles) }
            html.fact(.secondFactor) { $0.say(account.hasSecondFactor ? .secondFactorIsSetUp : .secondFactorIsMissing) }
            html.fact(.invitedOn) { $0.moment(account.invitedAt) }
        }
        if account.state != .erased {
            rolesForm(&html)
            changes(&html)
        }
        erasure(&html)
    }

    private func rolesForm(_ html: inout Markup) {
        html.h2(.rolesOfAccount)
        html.form(post: AdministrationAddress.accountPart(account.id, .roles)) { html in
            html.hiddenField("version", String(account.version))
            html.field(form.roles, filled)
            html.submit(.saveRoles)
        }
    }

    private func changes(_ html: inout Markup) {
        html.h2(.whatCanBeDone)
        html.change(.openContact, why: .openContactWhy, at: .accountPart(account.id, .contact))
        if account.state != .suspended { html.change(.newLink, why: .newLinkWhy, at: .accountPart(account.id, .link)) }
        if mayEndSessions { html.change(.endAllSessions, at: .accountPart(account.id, .sessionsEnd)) }
        guard !isOwn else { return }
        if account.state == .suspended {
            html.change(.resume, at: .accountPart(account.id, .resumption))
        } else {
            html.change(.suspend, why: .suspendWhy, at: .accountPart(account.id, .suspension))
        }
        if account.hasSecondFactor {
            html.change(.removeSecondFactor, why: .removeSecondFactorWhy, at: .accountPart(account.id, .secondFactorRemoval))
        }
    }

    private func erasure(_ html: inout Markup) {
        guard !isOwn else { return }
        html.h2(.erase)
        html.p(.eraseWhy)
        html.form(post: AdministrationAddress.accountPart(account.id, .erasure)) { html in
            html.field(AccountForm.eraseSure, filled)
            html.submit(.erase, .class("danger"))
        }
    }
}

/// Contact data that was opened; audited.
struct OpenedContactPage: Page {
    let account: Account
    let contact: ShownContact

    var title: Word { .contactData }
    var door: Door { .work }
    var trail: [Crumb] {
        [Crumb(.accounts, AdministrationAddress.accounts), Crumb(.data(account.displayName), AdministrationAddress.account(account.id))]
    }

    func body(_ html: inout Markup) {
        html.dl(.class("facts")) { html in
            html.fact(.email) { $0.shown(contact.email) }
            html.fact(.telephone) { $0.shown(contact.telephone) }
        }
        html.p(.openContactWhy, .class("soft"))
    }
}

/// After an erasure.
struct ErasedPage: Page {
    let completeOn: Day

    var title: Word { .erasedTitle }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.accounts, AdministrationAddress.accounts)] }

    func body(_ html: inout Markup) {
        html.p(.erasureComplete(on: completeOn.iso))
    }
}

extension Markup {
    /// Something that was opened under a permit.
    mutating func shown(_ value: Shown<String>?) {
        if let value { bdi { $0.text(value.value) } } else { say(.none) }
    }

    /// A button that changes one thing, with what it does beside it.
    mutating func change(_ word: Word, why: Word? = nil, at address: AdministrationAddress) {
        if let why { p(why, .class("why")) }
        form(post: address) { $0.submit(word, .class("secondary")) }
    }
}
