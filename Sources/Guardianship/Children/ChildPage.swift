import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// A page within a child's file.
protocol ChildFilePage: Page {
    var view: CaseView { get }
}

extension ChildFilePage {
    var door: Door { .work }
    var trail: [Crumb] {
        [
            Crumb(.caseFiles, CaseAddress.files), Crumb(.data(view.summary.code), CaseAddress.file(view.summary.id)),
            Crumb(.protectionOfTheChild, ChildAddress.file(view.summary.id)),
        ]
    }
    var file: ID<CaseFile> { view.summary.id }
}

/// What stands about a child, read for the page of the file and for the page of the child.
struct ChildState: Sendable {
    let guardian: GuardianAppointment?
    let age: AgeAssessment?
    let determination: BestInterests?
    let decision: BestInterests.Decision?
    let care: String?
    let tracing: FamilyTracing?
    let openRequests: Int
    let waitsForAcknowledgement: Bool

    init(of file: ID<CaseFile>, in tx: any Transaction) throws {
        guardian = try GuardianAppointment.current(in: file, tx: tx)
        age = try AgeAssessment.all(in: file, tx: tx).first
        determination = try BestInterests.all(in: file, tx: tx).first
        decision = try determination?.decisions(tx: tx).first
        care = try CareEntries.current(in: file, tx: tx)
        tracing = try FamilyTracing.all(in: file, tx: tx).first
        openRequests = try tx.count("SELECT count(*) FROM consent_request WHERE case_id = \(file) AND answered_at IS NULL")
        waitsForAcknowledgement = try CaseClock.running(in: file, tx: tx).contains { $0.kind == ClockKind.childNotified.code }
    }
}

extension Markup {
    /// Guardian, age, determination, care, tracing: one line each, with its page behind it.
    mutating func childState(_ state: ChildState, of view: CaseView) {
        let file = view.summary.id
        dl(.class("facts")) { html in
            html.line(.guardian) { html in
                if let guardian = state.guardian {
                    html.bdi { $0.text(guardian.accountName) }
                    if guardian.isTemporary {
                        html.space()
                        html.span(.temporary, .class("badge"))
                        if let until = guardian.until {
                            html.space()
                            html.say(.untilDay)
                            html.space()
                            html.day(until)
                        }
                    }
                } else if view.summary.path.protectsAsChild {
                    html.span(.noGuardianYet, .class("badge warning"))
                } else {
                    html.say(.noGuardianNeeded)
                }
            }
            html.line(.careArrangement) { html in
                if let word = CareEntries.kinds.first(where: { $0.code == state.care })?.word {
                    html.say(word)
                } else {
                    html.say(.notRecorded)
                }
            }
            html.line(.ageAssessment) { html in
                guard let age = state.age else { return html.say(.noneOpened) }
                html.a(to: ChildAddress.age(file, age.id), age.stage.word)
                if let outcome = age.outcome {
                    html.text(": ")
                    html.say(outcome.word)
                }
            }
            html.line(.determination) { html in
                guard let determination = state.determination else { return html.say(.noneOpened) }
                html.a(to: ChildAddress.determination(file, determination.id), determination.question.word)
                html.text(": ")
                html.say(determination.stage.word)
                if let decision = state.decision {
                    html.text(" · ")
                    html.say(.nextReview)
                    html.space()
                    html.day(decision.reviewOn)
                }
            }
            html.line(.familyTracing) { html in
                guard let tracing = state.tracing else { return html.say(.noneOpened) }
                html.a(to: ChildAddress.tracing(file, tracing.id), tracing.stage.word)
            }
            html.line(.consentsAskedOfGuardian) { html in html.number(state.openRequests) }
        }
    }
}

/// All about the protection of one child, with the ways to everything that can be done.
struct ChildPage: ChildFilePage {
    let view: CaseView
    let state: ChildState
    /// Whether whoever looks may read what the guardian is asked.
    let readsLedger: Bool

    var title: Word { .protectionOfTheChild }
    var trail: [Crumb] {
        [Crumb(.caseFiles, CaseAddress.files), Crumb(.data(view.summary.code), CaseAddress.file(view.summary.id))]
    }

    func body(_ html: inout Markup) {
        html.p { html in
            html.span(view.summary.path.word, .class(view.summary.path.protectsAsChild ? "badge warning" : "badge"))
        }
        html.childState(state, of: view)
        if state.waitsForAcknowledgement, view.may(.protectChildren) {
            html.section(.class("panel")) { html in
                html.h2(.acknowledge)
                html.p(.acknowledgeWhy)
                html.form(post: ChildAddress.acknowledgement(file)) { $0.submit(.acknowledge) }
            }
        }
        html.ul { html in
            if view.summary.path == .adult {
                if view.mayWrite(.summary) { html.li { $0.a(to: ChildAddress.doubt(file), .mayBeAChild) } }
            }
            html.li { $0.a(to: ChildAddress.guardian(file), .guardian) }
            html.li { $0.a(to: ChildAddress.ages(file), .ageAssessments) }
            if readsLedger { html.li { $0.a(to: ChildAddress.consents(file), .consentsAskedOfGuardian) } }
            html.li { $0.a(to: ChildAddress.determinations(file), .determinations) }
            html.li { $0.a(to: ChildAddress.tracings(file), .familyTracing) }
            for kind in CareEntries.all { html.li { $0.a(to: CaseAddress.entries(file, kind.code), kind.title) } }
        }
    }
}

/// What the page of a case file shows of a child.
enum ChildPanel {
    static let panel = CasePanel("childhood", .protectionOfTheChild, of: .childhood) { tx, view, _ in
        let state = try ChildState(of: view.summary.id, in: tx)
        return { html in
            if view.summary.path.protectsAsChild { html.childState(state, of: view) }
            html.p { $0.a(to: ChildAddress.file(view.summary.id), .openChildPage, .class("button secondary")) }
        }
    }
}
