import Access
import Vocabulary
import Web

/// Name and password.
struct SignInPage: Page {
    var filled = Filled()
    let next: LocalAddress?
    /// The name of the identity provider, if there is one.
    let provider: String?

    var title: Word { .signInTitle }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p(.signInLead, .class("lead"))
        html.problems(filled)
        html.form(post: AdministrationAddress.signIn) { html in
            html.nextField(next)
            html.field(SignInFields.name, filled)
            html.field(SignInFields.password, filled)
            html.submit(.signInTitle)
        }
        if provider != nil {
            html.p { $0.a(to: AdministrationAddress.provider, .providerTitle, .class("button secondary")) }
        }
        html.p(.lostPassword, .class("soft"))
    }
}

/// The code of the second factor.
struct CodePage: Page {
    var filled = Filled()
    let next: LocalAddress?

    var title: Word { .codeTitle }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.problems(filled)
        html.form(post: AdministrationAddress.signInCode) { html in
            html.nextField(next)
            html.field(SignInFields.code, filled)
            html.submit(.goOn)
        }
        html.p(.lostPassword, .class("soft"))
    }
}

/// The password once more, before what opens the account is changed.
struct AgainPage: Page {
    var filled = Filled()
    let next: LocalAddress?
    var hasPassword = true
    var provider: String?

    var title: Word { .againTitle }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p(.againLead, .class("lead"))
        html.problems(filled)
        if hasPassword {
            html.form(post: AdministrationAddress.signInAgain) { html in
                html.nextField(next)
                html.field(SignInFields.password, filled)
                html.submit(.goOn)
            }
        }
        if provider != nil {
            html.p { $0.a(to: AdministrationAddress.provider.with("for", "again"), .providerTitle, .class("button secondary")) }
        }
    }
}

extension Markup {
    /// Where the form leads afterwards.
    mutating func nextField(_ next: LocalAddress?) {
        if let next { hiddenField("next", next.path) }
    }
}
