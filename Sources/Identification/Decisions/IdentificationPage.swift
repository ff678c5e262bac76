import Access
import Basics
import Instruments
import Protection
import Vocabulary
import Web

/// Where a file stands, what can be decided next, and every decision with what it rests on.
struct IdentificationPage: Page {
    let view: CaseView
    let isAuthority: Bool
    /// Whether reasons, evidence and notes may be shown.
    let readsReasons: Bool
    let officer: String?
    let pending: ID<IdentificationDecision>?
    /// Newest first.
    let decisions: [IdentificationDecision]
    let reviews: [Review]
    let appeals: [Appeal]
    let clocks: [(CaseClock, ClockKind)]
    let windowEnd: Day?
    let reflection: Reflection?
    let lists: CodeLists
    let now: Instant
    let refusal: IdentificationRefused?
    let filled: Filled

    enum Answer: String, CaseIterable, Sendable {
        case agree
        case sendBack = "send_back"
    }
    static let answer = ChoiceField("answer", .secondPersonAnswer, Answer.allCases) { $0 == .agree ? .confirmDecision : .sendBackDecision }
    static let answerReasons = LongTextField(
        "answer-reasons", .answerReasons, why: .answerReasonsWhy, isRequired: false, length: 1...4_000, rows: 3)

    var summary: CaseSummary { view.summary }
    var title: Word { .identification }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.caseFiles, CaseAddress.files), Crumb(.data(summary.code), CaseAddress.file(summary.id))] }

    func body(_ html: inout Markup) {
        if let refusal { whatChanged(refusal, &html) }
        html.problems(filled)
        stages(&html)
        if !clocks.isEmpty {
            html.section(.class("panel"), .id("clocks")) { html in
                html.h2(.whatIsDue)
                html.ul(.class("timeline")) { html in for (clock, kind) in clocks { html.li { $0.clock(clock, kind, at: now) } } }
            }
        }
        proposal(&html)
        nextSteps(&html)
        html.reviewParts(self)
        decisionList(&html)
        if view.shows(.legal) {
            html.p { $0.a(to: CaseAddress.entries(summary.id, Working.kind.code), .openWorking) }
        }
    }

    /// Whoever came second sees what stands now, and by whom.
    private func whatChanged(_ refusal: IdentificationRefused, _ html: inout Markup) {
        html.div(.class("problems"), .role("alert"), .id("changed")) { html in
            html.h2(.somebodyWasFaster)
            html.p { html in html.say(Word(work: refusal.message, fr: refusal.message)) }
            html.p { html in
                html.say(.stageNow)
                html.space()
                html.strong { $0.say(view.profile.decisionNames[summary.stage.rawValue] ?? .stage) }
                if let newest = decisions.first {
                    html.text(" · ")
                    html.say(view.profile.decisionNames[newest.to.rawValue] ?? .stage)
                    html.text(" · ")
                    html.bdi { $0.text(name(newest.deciderName, of: newest)) }
                    html.text(" · ")
                    html.moment(newest.decidedAt)
                }
            }
        }
    }

    /// The stages, in the order of the way taken so far and the one that may follow.
    private func stages(_ html: inout Markup) {
        html.ol(.class("timeline"), .id("stages")) { html in
            for decision in decisions.reversed() where decision.isInForce {
                html.li(view.profile.decisionNames[decision.from.rawValue] ?? .stage)
            }
            html.li { html in
                html.strong { $0.say(view.profile.decisionNames[summary.stage.rawValue] ?? .stage) }
                html.space()
                html.say(.sinceMoment)
                html.space()
                html.moment(summary.stageSince)
            }
        }
        if let officer {
            html.p { html in
                html.say(.officerIs)
                html.space()
                html.bdi { $0.text(officer) }
            }
        }
    }

    private func proposal(_ html: inout Markup) {
        guard let pending, let decision = decisions.first(where: { $0.id == pending }) else { return }
        html.section(.class("panel note warning"), .id("proposal")) { html in
            html.h2(.waitsForSecondPerson)
            html.p { html in
                html.strong { $0.say(view.profile.decisionNames[decision.to.rawValue] ?? .stage) }
                html.text(" · ")
                html.bdi { $0.text(name(decision.deciderName, of: decision)) }
                html.text(" · ")
                html.moment(decision.decidedAt)
            }
            guard isAuthority, view.may(.confirmDecisions), decision.decidedBy != view.actor.account else { return }
            let today = view.profile.calendar.day(of: now)
            html.consequences(
                Consequence.of(decision.to, summary, view.profile, today: today, reflection: reflection).filter {
                    $0.word != .consequenceSecondPerson
                })
            html.form(post: IdentificationAddress.confirmation(summary.id)) { html in
                html.hiddenField("decision", "\(decision.id)")
                html.field(Self.answer, filled)
                html.field(Self.answerReasons, filled)
                html.submit(.recordAnswer)
            }
        }
    }

    private func nextSteps(_ html: inout Markup) {
        guard isAuthority, view.may(.assessIdentification), pending == nil else { return }
        let steps = summary.stage.next.filter { $0 != .underReview && (summary.stage != .underReview || view.may(.confirmDecisions)) }
        guard !steps.isEmpty else { return }
        html.section(.class("panel"), .id("next")) { html in
            html.h2(.whatCanBeDecided)
            html.ul { html in
                for step in steps {
                    html.li {
                        $0.a(
                            to: IdentificationAddress.decision(summary.id, step),
                            step == .underAssessment ? .takeUpReferral : view.profile.decisionNames[step.rawValue] ?? .stage)
                    }
                }
            }
        }
    }

    private func decisionList(_ html: inout Markup) {
        html.h2(.decisionsSoFar)
        if decisions.isEmpty { html.p(.decisionsOfFileWillStandHere, .class("empty")) }
        for decision in decisions { html.decision(decision, on: self) }
    }

    /// A colleague by name, everybody else by their organisation.
    func name(_ account: String, of decision: IdentificationDecision) -> String {
        decision.authority == view.actor.organisation ? account : decision.authorityName
    }
}

extension Markup {
    /// One decision: who, when, in time or not; and for whoever may read it, what it rests on.
    fileprivate mutating func decision(_ decision: IdentificationDecision, on page: IdentificationPage) {
        let profile = page.view.profile
        section(.class("panel")) { html in
            html.h3 { html in
                html.say(profile.decisionNames[decision.from.rawValue] ?? .stage)
                html.text(" → ")
                html.say(profile.decisionNames[decision.to.rawValue] ?? .stage)
            }
            html.dl(.class("facts")) { html in
                html.line(.decidedOn) { $0.day(decision.decidedOn) }
                html.line(.decidedBy) { html in html.bdi { $0.text(page.name(decision.deciderName, of: decision)) } }
                html.line(.decisionGround, decision.ground.word)
                if let due = decision.due {
                    html.line(.deadline) { html in
                        html.day(due)
                        html.space()
                        html.span(decision.isLate ? .deadlineMissed : .deadlineMet, .class(decision.isLate ? "badge warning" : "badge"))
                    }
                }
                if let confirmation = decision.confirmation {
                    html.line(confirmation.hasAgreed ? .confirmedBy : .sentBackBy) { html in
                        html.bdi { $0.text(page.name(confirmation.name, of: decision)) }
                        html.text(" · ")
                        html.moment(confirmation.at)
                    }
                } else if decision.to.needsSecondPerson {
                    html.line(.secondPerson, .waitsForSecondPerson)
                }
                if let basis = decision.legalBasis.flatMap({ profile.legalBasis($0) }) { html.line(.legalBasis, basis.text) }
            }
            if page.readsReasons { html.grounds(of: decision, on: page) }
        }
    }

    private mutating func grounds(of decision: IdentificationDecision, on page: IdentificationPage) {
        let fields = DecisionFields(page.lists, page.view.profile, to: decision.to)
        if let facts = decision.facts {
            classification(facts.classified(), fields, of: decision.id)
            dl(.class("facts")) { html in
                for element in Classification.Element.allCases {
                    html.line(element.words) { html in
                        for one in decision.evidence[element] ?? [] {
                            html.span(one.word, .class("badge"))
                            html.space()
                        }
                        if let note = decision.texts?.notes[element] { html.span(.class("typed"), .dirAuto) { $0.text(note) } }
                    }
                }
            }
        }
        guard let texts = decision.texts, texts.reasons != nil || texts.confirmation != nil else { return }
        dl(.class("facts")) { html in
            if let reasons = texts.reasons { html.line(.reasons) { html in html.span(.class("typed"), .dirAuto) { $0.text(reasons) } } }
            if let said = texts.confirmation {
                html.line(.answerReasons) { html in html.span(.class("typed"), .dirAuto) { $0.text(said) } }
            }
        }
    }
}
