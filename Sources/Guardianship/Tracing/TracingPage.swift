import Access
import Protection
import Vocabulary
import Web

/// The searches for a child's family.
struct TracingsPage: ChildFilePage {
    let view: CaseView
    let all: [FamilyTracing]
    let filled: Filled

    var title: Word { .familyTracing }

    func body(_ html: inout Markup) {
        html.p(.tracingRule, .class("note"))
        if all.isEmpty { html.p(.tracingsWillStandHere, .class("empty")) }
        html.ul { html in
            for one in all {
                html.li { html in
                    html.a(to: ChildAddress.tracing(file, one.id), one.kin.word)
                    html.text(" · ")
                    html.say(one.stage.word)
                }
            }
        }
        guard view.may(.protectChildren), view.summary.path.protectsAsChild else { return }
        html.problems(filled)
        html.h2(.askForTracing)
        html.form(post: ChildAddress.tracings(file)) { html in
            html.field(TracingFields.kin, filled)
            html.field(TracingFields.whom, filled)
            html.field(TracingFields.wish, filled)
            html.field(TracingFields.wishNote, filled)
            html.submit(.askForTracing)
        }
    }
}

/// One search.
struct TracingPage: ChildFilePage {
    let view: CaseView
    let one: FamilyTracing
    let steps: [FamilyTracing.Step]
    let notes: ChildNotes
    let filled: Filled

    var title: Word { .familyTracing }

    func body(_ html: inout Markup) {
        html.p { $0.span(one.stage.word, .class("badge")) }
        html.dl(.class("facts")) { html in
            html.line(.whomSought, one.kin.word)
            html.notes(.whatChildTells, notes["whom"])
            html.line(.wishOfTheChild, one.wish.word)
            html.notes(.inTheChildsWords, notes["wish"])
            for risk in TracingRisk.allCases {
                if let answer = one.risks[risk] { html.line(risk.word, answer.word) }
            }
            html.notes(.note, notes["risk"])
        }
        if !steps.isEmpty {
            html.h2(.stepsOfContact)
            html.ul(.class("timeline")) { html in
                for step in steps {
                    html.li { html in
                        html.day(step.on)
                        html.text(" · ")
                        html.say(step.kind.word)
                        html.text(": ")
                        html.say(step.result.word)
                    }
                }
            }
            html.dl(.class("facts")) { $0.notes(.note, notes["step"]) }
        }
        html.problems(filled)
        guard view.may(.protectChildren), view.summary.path.protectsAsChild else { return }
        switch one.stage {
        case .requested: check(&html)
        case .favourable, .unfavourable:
            approval(&html)
            check(&html)
        case .approved: step(&html)
        case .refused, .closed: break
        }
    }

    private func check(_ html: inout Markup) {
        html.h2(.checkRisks)
        html.p(.checkRisksWhy, .class("why"))
        html.form(post: ChildAddress.tracingPart(file, one.id, "check")) { html in
            html.hiddenField("version", String(one.version))
            html.field(TracingFields.wish, filled)
            for risk in TracingRisk.allCases { html.field(TracingFields.risk(risk), filled) }
            html.field(TracingFields.riskNote, filled)
            html.submit(.checkRisks)
        }
    }

    private func approval(_ html: inout Markup) {
        html.h2(.approveContact)
        html.form(post: ChildAddress.tracingPart(file, one.id, "decision")) { html in
            html.hiddenField("version", String(one.version))
            html.field(TracingFields.approval, filled)
            html.submit(.decide)
        }
    }

    private func step(_ html: inout Markup) {
        html.p { $0.a(to: ChildAddress.tracingPart(file, one.id, "request"), .tracingRequest) }
        html.h2(.stepOfContact)
        html.form(post: ChildAddress.tracingPart(file, one.id, "steps")) { html in
            html.field(TracingFields.step, filled)
            html.field(TracingFields.result, filled)
            html.field(TracingFields.stepOn, filled)
            html.field(TracingFields.stepNote, filled)
            html.submit(.recordStep)
        }
    }
}

/// A request for tracing as it may leave the country’s hands: printed, or copied into another system.
struct TracingRequestPage: ChildFilePage {
    let view: CaseView
    let reference: String
    let kin: Kin
    let sex: Word
    let age: Word
    let citizenship: Word?
    let language: Word?

    var title: Word { .tracingRequest }
    /// Its trail holds no code of the file, so that a print of it tells none.
    var trail: [Crumb] { [Crumb(.children, ChildAddress.children)] }

    func body(_ html: inout Markup) {
        html.p(.tracingRequestWhy, .class("note"))
        html.dl(.class("facts")) { html in
            html.line(.reference) { html in html.code { $0.text(reference) } }
            html.line(.whomSought, kin.word)
            html.line(.sex, sex)
            html.line(.ageBand, age)
            if let citizenship { html.line(.citizenship, citizenship) }
            if let language { html.line(.language) { html in html.bdi { $0.say(language) } } }
        }
    }
}
