import Basics
import Protection
import Vocabulary
import Web

/// Where a referral begins: with danger.
struct NewReferralPage: Page {
    let form: ReferralForm
    /// Whether they may look whether the person is known already.
    let maySearch: Bool

    var title: Word { .newReferral }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.referrals, DetectionAddress.referrals)] }

    func body(_ html: inout Markup) {
        html.p(.newReferralLead)
        html.p { html in
            if maySearch {
                html.a(to: DetectionAddress.people, .searchFirst, .class("button secondary"))
                html.space()
            }
            html.a(to: DetectionAddress.paperForms, .paperForms)
        }
        html.h2(.immediateDanger)
        html.p(.immediateDangerLead, .class("why"))
        html.form(post: DetectionAddress.drafts) { html in
            for danger in form.profile.immediateDanger { html.field(form.danger(danger), Filled()) }
            html.submit(.continueStep)
        }
    }
}

/// What to do now about what was answered with yes, before anything else is asked.
struct ActNowPage: Page {
    let draft: ID<Draft>
    let dangers: [ImmediateDanger]
    let profile: CountryProfile

    var title: Word { .actNow }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.referrals, DetectionAddress.referrals)] }

    func body(_ html: inout Markup) {
        html.actNow(dangers, profile)
        html.p { $0.a(to: DetectionAddress.step(draft, .setting), .continueStep, .class("button")) }
        html.p(.draftIsSaved, .class("why"))
    }
}

extension Markup {
    /// What to do and whom to call, one danger after the other.
    mutating func actNow(_ dangers: [ImmediateDanger], _ profile: CountryProfile) {
        for danger in dangers {
            section(.class("note danger")) { html in
                html.h2(danger.question)
                html.p(danger.doNow)
                guard let contact = profile.emergency(danger.call) else { return }
                html.p { html in
                    html.say(.call)
                    html.text(": ")
                    html.strong { html in html.bdi { $0.text(contact.telephone) } }
                    html.text(" · ")
                    html.say(contact.title)
                }
                html.p(contact.when, .class("why"))
            }
        }
    }
}
