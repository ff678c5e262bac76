import Basics
import Protection
import Vocabulary
import Web

/// The last page: what is there, what is missing, and what sending does. No name stands on it: whoever sends has just entered it.
struct CheckPage: Page {
    let id: ID<Draft>
    let content: ReferralContent
    let fault: (step: ReferralStep, filled: Filled)?
    let form: ReferralForm
    let authority: String?
    let childAuthority: String?
    let today: Day

    var title: Word { .checkAndSend }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.referrals, DetectionAddress.referrals)] }

    private var profile: CountryProfile { form.profile }

    func body(_ html: inout Markup) {
        if let fault {
            html.div(.class("note warning")) { html in
                html.p(.somethingMissing)
                html.p { $0.a(to: DetectionAddress.step(id, fault.step), fault.step.title, .class("button")) }
            }
            html.problems(fault.filled)
        }
        html.actNow(profile.immediateDanger.filter { content.dangers.contains($0.code) }, profile)
        summary(&html)
        if fault == nil { sending(&html) }
        html.form(post: DetectionAddress.removal(id)) { $0.submit(.throwAway, .class("danger")) }
    }

    private func summary(_ html: inout Markup) {
        html.dl(.class("facts")) { html in
            html.line(.setting, content.setting.word)
            html.line(.howOld, content.path.ageWord)
            html.line(.signsSeen) { $0.number(content.signs.count { $0.answer == .yes }) }
            html.line(.sex, form.codebook.lists[Sex.self].word(content.coded.sex.rawValue))
            html.line(.ageBand, form.codebook.lists[AgeBand.self].word(content.coded.ageBand.rawValue))
            html.line(.interpreter, content.coded.interpreter.word)
            html.line(.names) { html in html.say(content.identity.names.isEmpty ? .notAnswered : .entered) }
            if let paper = content.paperAt { html.line(.writtenOnPaper) { $0.moment(paper) } }
            if let asked = content.consent, !content.path.protectsAsChild { html.line(.consentAnswer, asked.answer.word) }
        }
        html.words(.needsTonight, content.needs.compactMap { profile.needTonight($0)?.text }, none: .noNeeds)
        html.ul { html in
            for step in ReferralStep.all(for: content.path) where step != .check {
                html.li { $0.a(to: DetectionAddress.step(id, step), step.title) }
            }
        }
    }

    private func sending(_ html: inout Markup) {
        html.section(.class("panel")) { html in
            html.h2(.whatSendingDoes)
            if content.path.protectsAsChild {
                html.p(.childIsNotAsked)
                recipient(&html, childAuthority, Handover.forChildProtection)
                recipient(&html, authority, Handover.forChild)
                html.line(.childAuthorityAnswersWithin, hours: profile.childProtection.notifyHours)
                due(&html, .guardianBy, profile.childProtection.guardian)
            } else if content.consent?.answer == .yes {
                recipient(&html, authority, Handover.forDecision)
            } else {
                html.p(.keptAndAskedAgain)
            }
            if content.path.protectsAsChild || content.consent?.answer == .yes {
                due(&html, .takenUpBy, profile.deadlines.acknowledgement)
                due(&html, .presumptionBy, profile.deadlines.presumption)
            }
            html.form(post: DetectionAddress.submission(id)) { $0.submit(.sendReferral) }
        }
    }

    private func recipient(_ html: inout Markup, _ name: String?, _ parts: Set<CasePart>) {
        guard let name else { return html.p(.noAuthorityNamed, .class("note danger")) }
        html.p { html in
            html.say(.goesTo)
            html.text(": ")
            html.strong { html in html.bdi { $0.text(name) } }
            html.br()
            html.say(.sees)
            html.text(": ")
            for (index, part) in CasePart.allCases.filter(parts.contains).enumerated() {
                if index > 0 { html.text(", ") }
                html.say(part.word)
            }
        }
    }

    private func due(_ html: inout Markup, _ word: Word, _ deadline: Deadline) {
        html.p { html in
            html.say(word)
            html.text(": ")
            html.day(deadline.due(from: today, in: profile.calendar))
        }
    }
}

extension Markup {
    fileprivate mutating func line(_ word: Word, hours: Int) {
        p { html in
            html.say(word)
            html.text(": ")
            html.number(hours)
            html.space()
            html.say(.hoursUnit)
        }
    }
}
