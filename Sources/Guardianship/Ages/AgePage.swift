import Access
import Basics
import Protection
import Vocabulary
import Web

/// Says that somebody may be under 18, with what follows from it.
struct AgeDoubtPage: ChildFilePage {
    let view: CaseView
    let sharesOnConsent: Int
    let filled: Filled

    var title: Word { .mayBeAChild }

    func body(_ html: inout Markup) {
        html.p(.mayBeAChildFollows, .class("note"))
        html.dl(.class("facts")) { html in
            html.line(.sharesOnOwnConsent) { html in html.number(sharesOnConsent) }
        }
        guard view.summary.path == .adult else { return html.p(.protectedAlready) }
        html.problems(filled)
        html.form(post: ChildAddress.doubt(file)) { html in
            html.field(AgeFields.ground, filled)
            html.field(AgeFields.reason, filled)
            html.field(AgeFields.shares, filled)
            html.submit(.protectAsChild)
        }
    }
}

/// The assessments of an age.
struct AgesPage: ChildFilePage {
    let view: CaseView
    let assessments: [AgeAssessment]
    let hasGuardian: Bool
    let filled: Filled

    var title: Word { .ageAssessments }

    func body(_ html: inout Markup) {
        html.p(.presumptionOfAge, .class("note"))
        if assessments.isEmpty { html.p(.agesWillStandHere, .class("empty")) }
        html.ul { html in
            for age in assessments {
                html.li { html in
                    html.a(to: ChildAddress.age(file, age.id)) { $0.moment(age.openedAt) }
                    html.text(" · ")
                    html.say(age.ground.word)
                    html.text(" · ")
                    html.say(age.stage.word)
                }
            }
        }
        guard view.may(.protectChildren), view.summary.path.protectsAsChild else { return }
        guard hasGuardian else { return html.p { $0.a(to: ChildAddress.guardian(file), .guardianFirst) } }
        html.problems(filled)
        html.h2(.openAssessment)
        html.form(post: ChildAddress.ages(file)) { html in
            html.field(AgeFields.ground, filled)
            html.field(AgeFields.reason, filled)
            html.submit(.openAssessment)
        }
    }
}

/// One assessment.
struct AgePage: ChildFilePage {
    let view: CaseView
    let age: AgeAssessment
    let findings: [AgeFinding]
    let decisions: [AgeDecision]
    let notes: ChildNotes
    let today: Day
    let filled: Filled

    var title: Word { .ageAssessment }

    func body(_ html: inout Markup) {
        html.p { $0.span(age.stage.word, .class("badge")) }
        html.dl(.class("facts")) { html in
            html.line(.ground, age.ground.word)
            html.notes(.whatItRestsOn, notes["ground"])
            if let childView = age.childView { html.line(.viewOfTheChild, childView.word) }
            html.notes(.inTheChildsWords, notes["child_view"])
        }
        for finding in findings {
            html.section(.class("panel")) { html in
                html.h2(finding.method.word)
                html.dl(.class("facts")) { html in
                    html.line(.rangeOfAges) { $0.range(finding.lowest, finding.highest) }
                    html.line(.dayDone) { $0.day(finding.foundOn) }
                }
            }
        }
        html.dl(.class("facts")) { $0.notes(.note, notes["finding"]) }
        for decision in decisions {
            html.section(.class("panel")) { html in
                html.h2(decision.outcome.word)
                html.dl(.class("facts")) { html in
                    html.line(.rangeOfAges) { $0.range(decision.lowest, decision.highest) }
                    html.line(.decidedOn) { $0.moment(decision.decidedAt) }
                    html.line(.reviewUntil) { $0.day(decision.reviewUntil) }
                }
            }
        }
        html.dl(.class("facts")) { $0.notes(.reasons, notes["reasons"]) }
        html.problems(filled)
        answer(&html)
        finding(&html)
        decision(&html)
        if age.stage == .decided, view.may(.askForReview), let last = decisions.first, today <= last.reviewUntil {
            html.form(post: ChildAddress.agePart(file, age.id, "review")) { html in
                html.hiddenField("version", String(age.version))
                html.submit(.askForReview, .class("secondary"))
            }
        }
    }

    private func answer(_ html: inout Markup) {
        guard age.stage == .opened, view.may(.actAsGuardian) else { return }
        html.h2(.yourAnswerAsGuardian)
        html.form(post: ChildAddress.agePart(file, age.id, "agreement")) { html in
            html.hiddenField("version", String(age.version))
            html.field(AgeFields.agreement, filled)
            html.field(AgeFields.view, filled)
            html.field(AgeFields.viewNote, filled)
            html.submit(.answer)
        }
    }

    private func finding(_ html: inout Markup) {
        guard age.stage == .agreed, view.may(.protectChildren) else { return }
        html.h2(.recordFinding)
        html.form(post: ChildAddress.agePart(file, age.id, "findings")) { html in
            html.field(AgeFields.method, filled)
            html.field(AgeFields.lowest, filled)
            html.field(AgeFields.highest, filled)
            html.field(AgeFields.day, filled)
            html.field(AgeFields.findingNote, filled)
            html.field(AgeFields.guardianPresent, filled)
            html.submit(.recordFinding)
        }
    }

    private func decision(_ html: inout Markup) {
        guard age.stage == .agreed || age.stage == .underReview, !findings.isEmpty, view.may(.protectChildren) else { return }
        html.h2(.decideAge)
        html.p(.decideAgeFollows, .class("note"))
        html.form(post: ChildAddress.agePart(file, age.id, "decision")) { html in
            html.hiddenField("version", String(age.version))
            html.field(AgeFields.outcome, filled)
            html.field(AgeFields.reasons, filled)
            html.submit(.decideAge)
        }
    }
}

extension Markup {
    /// A range of ages.
    fileprivate mutating func range(_ lowest: Int, _ highest: Int) {
        number(lowest)
        text("–")
        number(highest)
    }
}
