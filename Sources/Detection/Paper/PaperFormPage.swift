import Protection
import Vocabulary
import Web

/// Which blank form to print.
struct PaperFormsPage: Page {
    var title: Word { .paperForms }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.referrals, DetectionAddress.referrals)] }

    func body(_ html: inout Markup) {
        html.p(.paperFormsLead)
        html.ul { html in
            for setting in Setting.allCases { html.li { $0.a(to: DetectionAddress.paperForm(setting), setting.word) } }
        }
        html.p { $0.a(to: DetectionAddress.new, .enterPaperForm, .class("button")) }
    }
}

/// A blank form of one setting: the questions of the screen, in their order, with room to write.
struct PaperFormPage: Page {
    let setting: Setting
    let form: ReferralForm

    var title: Word { .paperForm }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.referrals, DetectionAddress.referrals), Crumb(.paperForms, DetectionAddress.paperForms)] }

    private var profile: CountryProfile { form.profile }

    func body(_ html: inout Markup) {
        html.p(setting.word)
        html.blank(.paperDay)
        html.blank(.paperTime)
        html.h2(.immediateDanger)
        for danger in profile.immediateDanger {
            html.boxes(danger.question, SignAnswer.allCases.map(\.word))
            html.p(.class("why")) { html in
                html.say(danger.doNow)
                guard let contact = profile.emergency(danger.call) else { return }
                html.space()
                html.bdi { $0.text(contact.telephone) }
            }
        }
        html.boxes(.howOld, ProtectionPath.allCases.map(\.ageWord))
        html.h2(.signsTitle)
        for sign in form.signs(in: setting, of: .unsure) {
            html.boxes(sign.text, SignAnswer.allCases.map(\.word))
            html.p(sign.question, .class("why"))
        }
        html.h2(.personTitle)
        for word: Word in [
            .names, .aliases, .birth, .sex, .citizenship, .personsLanguage, .interpreter, .documents, .contactChannel, .contactHow,
        ] {
            html.blank(word)
        }
        html.h2(.needsTonight)
        html.boxes(.needsTonight, profile.needsTonight.map(\.text))
        for extra in form.extras { html.blank(extra.label) }
        html.blank(.referralNote)
        html.h2(.consentTitle)
        html.p(.onlyAdultsAsked, .class("note warning"))
        if let purpose = form.purpose {
            for language in profile.languages where purpose.explain[language.tag] != nil {
                html.blockquote(.written(inTag: language.tag, rightToLeft: language.isRightToLeft)) { html in
                    html.p { $0.text(purpose.explain[language.tag] ?? "") }
                }
            }
        }
        html.boxes(.consentAnswer, Consent.Answer.allCases.map(\.word))
        html.boxes(.howExplained, Consent.Explanation.allCases.map(\.word))
        html.boxes(.howAnswered, Consent.Evidence.allCases.map(\.word))
    }
}

extension Markup {
    /// A question with boxes to tick on paper.
    fileprivate mutating func boxes(_ question: Word, _ answers: [Word]) {
        p { html in
            html.say(question)
            html.br()
            for answer in answers {
                html.text("☐ ")
                html.say(answer)
                html.text("   ")
            }
        }
    }

    /// A line to write on.
    fileprivate mutating func blank(_ question: Word) {
        p { html in
            html.say(question)
            html.text(": ____________________________________________")
        }
    }
}
