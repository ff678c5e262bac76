import Access
import Basics
import Vocabulary
import Web

/// All accounts within the administrator's reach.
struct AccountsPage: Page {
    let asked: ListRequest
    let lines: [Accounts.Line]
    let roles: RoleBook

    static func shape(_ roles: RoleBook) -> ListShape {
        ListShape(
            search: .findAccount,
            filters: [
                ListFilter("role", .role, roles.roles.map { ($0.name.rawValue, $0.titleWord) }),
                ListFilter("state", .state, Account.State.allCases.map { ($0.rawValue, $0.word) }),
            ],
            sorts: [ListSort("name")]
        )
    }

    var title: Word { .accounts }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p { $0.a(to: AdministrationAddress.newAccount, .invite, .class("button")) }
        html.list(
            KeysetTable(
                caption: .accounts, asked: asked, slice: ListSlice(fetched: lines) { [$0.account.signInName] },
                at: AdministrationAddress.accounts,
                empty: EmptyList(.accountsWillStandHere, begin: .invite, AdministrationAddress.newAccount),
                columns: [
                    ListColumn(.signInName, sort: "name", namesRow: true) { line, html in
                        html.a(to: AdministrationAddress.account(line.account.id)) { $0.text(line.account.signInName) }
                    },
                    ListColumn(.displayName) { line, html in html.bdi { $0.text(line.account.displayName) } },
                    ListColumn(.organisation) { line, html in html.bdi { $0.text(line.organisationName) } },
                    ListColumn(.rolesOfAccount) { line, html in html.roleList(line.account.roles, roles) },
                    ListColumn(.secondFactor) { line, html in
                        html.say(line.account.hasSecondFactor ? .secondFactorIsSetUp : .secondFactorIsMissing)
                    },
                    ListColumn(.state) { line, html in
                        html.stateBadge(line.account.state.word, isGood: line.account.state == .active)
                    },
                ]
            )
        )
    }
}

/// The form by which somebody is invited.
struct InvitePage: Page {
    var filled = Filled()
    let form: AccountForm

    var title: Word { .invite }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.accounts, AdministrationAddress.accounts)] }

    func body(_ html: inout Markup) {
        html.problems(filled)
        html.form(post: AdministrationAddress.accounts) { html in
            html.field(form.organisation, filled)
            html.field(AccountForm.displayName, filled)
            html.field(AccountForm.signInName, filled)
            html.field(form.roles, filled)
            html.field(AccountForm.language, filled)
            html.field(AccountForm.email, filled)
            html.field(AccountForm.telephone, filled)
            html.submit(.makeInvitation)
        }
    }
}

/// A link, shown once.
struct LinkPage: Page {
    let link: Secret
    let account: ID<Account>
    let purpose: OneTimeLink.Purpose
    let origin: String

    var title: Word { .linkTitle }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.accounts, AdministrationAddress.accounts)] }

    func body(_ html: inout Markup) {
        html.p(.linkLead, .class("lead"))
        html.p(.class("note")) { html in
            html.code { $0.text(origin + AdministrationAddress.invitation(link.text).path) }
        }
        html.p(purpose == .invitation ? .linkGoodSevenDays : .linkGoodOneDay)
        html.p { $0.a(to: AdministrationAddress.account(account), .backToAccount) }
    }
}

extension Markup {
    mutating func roleList(_ names: [RoleName], _ roles: RoleBook) {
        guard !names.isEmpty else { return say(.none) }
        for (index, name) in names.enumerated() {
            if index > 0 { br() }
            if let role = roles[name] { say(role.titleWord) } else { code { $0.text(name.rawValue) } }
        }
    }
}
