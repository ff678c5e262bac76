import Basics
import Instruments
import Protection
import Vocabulary
import Web

/// The form of one decision: what follows from it first, then the elements, the law, the reasons.
struct DecisionPage: Page {
    let summary: CaseSummary
    let profile: CountryProfile
    let to: IdentificationStage
    let fields: DecisionFields
    let consequences: [Consequence]
    let today: Day
    let last: IdentificationDecision?
    let isPending: Bool
    var found: Classification?
    var filled: Filled?
    var seen: Decisions.Seen?

    func again(_ filled: Filled, _ found: Classification?, _ seen: Decisions.Seen) -> DecisionPage {
        var page = self
        (page.filled, page.found, page.seen) = (filled, found, seen)
        return page
    }

    var title: Word { profile.decisionNames[to.rawValue] ?? .stage }
    var door: Door { .work }
    var trail: [Crumb] {
        [
            Crumb(.caseFiles, CaseAddress.files), Crumb(.data(summary.code), CaseAddress.file(summary.id)),
            Crumb(.identification, IdentificationAddress.file(summary.id)),
        ]
    }

    func body(_ html: inout Markup) {
        guard summary.stage.next.contains(to), to != .underReview, !isPending || seen != nil else {
            html.p(isPending ? .pendingStandsInTheWay : .notTheNextStep, .class("note warning"))
            return html.p { $0.a(to: IdentificationAddress.file(summary.id), .openIdentification) }
        }
        html.p { html in
            html.say(profile.decisionNames[summary.stage.rawValue] ?? .stage)
            html.text(" → ")
            html.strong { $0.say(title) }
        }
        html.consequences(consequences)
        let shown = filled ?? start
        html.problems(shown)
        if let found, to.needsFacts { html.classification(found, fields) }
        html.form(post: IdentificationAddress.decision(summary.id, to)) { html in
            html.hiddenField("seen-stage", (seen?.stage ?? summary.stage).rawValue)
            html.hiddenField("seen-since", String((seen?.since ?? summary.stageSince).microseconds))
            if to.needsFacts { fields.controls(&html, shown) }
            html.field(DecisionFields.decidedOn, shown)
            html.p(.class("actions")) { html in
                if to.needsFacts { html.submit(.lookAtDefinition, .name("look"), .value("yes"), .class("secondary")) }
                html.submit(to.needsSecondPerson ? .propose : to == .underAssessment ? .takeUpReferral : .decide)
            }
        }
    }

    /// Today, and the facts that the last decision rested on: what was found before does not have to be ticked again.
    private var start: Filled {
        var filled = Filled()
        filled.fill(DecisionFields.decidedOn, with: today)
        guard let last, let facts = last.facts else { return filled }
        filled.fill(fields.acts, with: Array(facts.acts))
        filled.fill(fields.means, with: Array(facts.means))
        filled.fill(fields.purposes, with: Array(facts.purposes))
        filled.fill(fields.consentClaimed, with: facts.consentClaimed)
        for element in Classification.Element.allCases {
            filled.fill(DecisionFields.evidence(element), with: last.evidence[element] ?? [])
        }
        return filled
    }
}

extension Markup {
    /// What the definition says of the facts: each step with its finding and the clauses that it rests on.
    /// - Parameter decision: the decision that rests on them, where several stand on a page.
    mutating func classification(_ found: Classification, _ fields: DecisionFields, of decision: ID<IdentificationDecision>? = nil) {
        section(.id(decision.map { "definition-\($0)" } ?? "definition"), .class("panel")) { html in
            html.h2(.whatDefinitionSays)
            html.p(.class(found.isTrafficking ? "note" : "note warning")) { $0.strong(found.outcome.words) }
            html.ul { html in
                for step in found.steps {
                    html.li { html in
                        html.strong(step.finding.question.words)
                        html.text(": ")
                        html.say(step.finding.words)
                        if let element = Classification.Element(rawValue: step.finding.question.rawValue), !step.facts.isEmpty {
                            for code in step.facts {
                                html.space()
                                html.span(fields.label(of: code, in: element), .class("badge"))
                            }
                        }
                        for clause in step.clauses {
                            html.space()
                            html.clause(clause)
                        }
                    }
                }
            }
            if !found.missing.isEmpty {
                html.p { html in
                    html.say(.elementsMissing)
                    for element in found.missing {
                        html.space()
                        html.span(element.words, .class("badge warning"))
                    }
                }
            }
        }
    }

    private mutating func clause(_ clause: Clause) {
        guard clause.isCommitment else { return code { $0.text(clause.id) } }
        a(to: InstrumentsAddress.commitment(clause.id)) { html in html.code { $0.text(clause.id) } }
    }
}
