import Basics
import Protection
import Vocabulary
import Web

/// One page of the referral form.
struct StepPage: Page {
    let step: ReferralStep
    let id: ID<Draft>
    let draft: FormBody
    let form: ReferralForm
    let filled: Filled
    let path: ProtectionPath?
    let siteLanguage: Language

    var title: Word { step.title }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.referrals, DetectionAddress.referrals)] }

    func body(_ html: inout Markup) {
        let steps = ReferralStep.all(for: path)
        html.p(.class("why")) { html in
            html.say(.step)
            html.space()
            html.number((steps.firstIndex(of: step) ?? 0) + 1)
            html.text("/")
            html.number(steps.count)
        }
        html.problems(filled)
        html.form(post: DetectionAddress.step(id, step)) { html in
            questions(&html)
            html.submit(.continueStep)
        }
        html.p { html in
            if let index = steps.firstIndex(of: step), index > 0 { html.a(to: DetectionAddress.step(id, steps[index - 1]), .back) }
            html.text(" · ")
            html.a(to: DetectionAddress.step(id, .check), .toCheck)
        }
        html.form(post: DetectionAddress.removal(id)) { $0.submit(.throwAway, .class("danger")) }
    }

    private func questions(_ html: inout Markup) {
        switch step {
        case .danger:
            html.p(.immediateDangerLead, .class("why"))
            for danger in form.profile.immediateDanger { html.field(form.danger(danger), filled) }
        case .setting:
            html.field(ReferralForm.settingField, filled)
            html.field(ReferralForm.age, filled)
            html.h2(.paperHeading)
            html.field(ReferralForm.paperDay, filled)
            html.field(ReferralForm.paperTime, filled)
        case .signs: signs(&html)
        case .person: person(&html)
        case .needs: needs(&html)
        case .consent: consent(&html)
        case .check: break
        }
    }

    private func signs(_ html: inout Markup) {
        let setting = ReferralForm.settingField.answer(in: draft) ?? .ngo
        html.p(.signsLead, .class("why"))
        for sign in form.signs(in: setting, of: path ?? .unsure) { html.field(form.sign(sign), filled) }
    }

    private func person(_ html: inout Markup) {
        html.p(.personLead, .class("why"))
        html.field(form.sex, filled)
        html.field(form.citizenship(in: siteLanguage), filled)
        html.field(form.language, filled)
        html.field(ReferralForm.interpreter, filled)
        IdentityFields.controls(&html, filled)
    }

    private func needs(_ html: inout Markup) {
        html.field(form.needs, filled)
        html.field(ReferralForm.urgent, filled)
        for extra in form.extras { extra.control(&html, filled) }
        html.field(form.exploitation, filled)
        html.field(ReferralForm.label, filled)
        html.field(ReferralForm.note, filled)
    }

    private func consent(_ html: inout Markup) {
        let tag = form.language.answer(in: draft) ?? Language.en.code
        if let purpose = form.purpose { html.explanation(of: purpose, in: tag, form.profile) }
        html.field(ReferralForm.answer, filled)
        html.ul { html in
            html.li(.ifYes)
            html.li(.ifNotAble)
            html.li(.ifNo)
        }
        html.field(form.explainedIn, filled)
        html.field(ReferralForm.explained, filled)
        html.field(ReferralForm.evidence, filled)
        html.field(form.reason, filled)
    }
}

extension Markup {
    /// The words in which a purpose is explained to the person, in their own language; in English, and saying so, where there is no other.
    mutating func explanation(of purpose: ConsentPurpose, in tag: String, _ profile: CountryProfile) {
        let spoken = purpose.explain[tag] == nil ? Language.en.code : tag
        p(.readThisOut)
        if spoken != tag { p(.notInTheirLanguage, .class("note warning")) }
        let isRightToLeft = profile.language(spoken)?.isRightToLeft ?? false
        blockquote(.written(inTag: spoken, rightToLeft: isRightToLeft)) { html in html.p { $0.text(purpose.explain[spoken] ?? "") } }
    }
}
