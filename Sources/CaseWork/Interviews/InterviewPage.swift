import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// One interview: what was planned, what came of each step, and the form of the next.
struct InterviewPage: Page {
    let view: CaseView
    let one: Interview
    let before: [AskedBefore]
    let filled: Filled

    static func read(_ visit: Visit, _ desk: CaseWorkDesk, filled: Filled?) async throws -> InterviewPage {
        let (file, id) = (try visit.id("id", of: CaseFile.self), try visit.id("interview", of: Interview.self))
        let key = try await Entries(desk.room).key(for: file)
        var fresh = Filled()
        fresh.fill(InterviewFields.day, with: desk.room.day(of: visit.now))
        let start = filled ?? fresh
        return try await desk.look(at: file, .interviews, for: visit.signedIn()) { tx, view, looking in
            var permit: Permit<Person>?
            if key != nil { permit = try looking.permit(.readInterviews, on: view.summary.person, detail: "interview") }
            guard let one = try Interview.one(id, of: file, with: key, under: permit, in: tx) else {
                throw CaseWorkRefused.interviewNotThere
            }
            return InterviewPage(view: view, one: one, before: try Interview.askedBefore(view, in: tx), filled: start)
        }
    }

    var title: Word { .interview }
    var door: Door { .work }
    var trail: [Crumb] { CaseWorkDesk.trail(view.summary) + [Crumb(.interviews, CaseWorkAddress.interviews(view.summary.id))] }

    func body(_ html: inout Markup) {
        html.problems(filled)
        html.p { html in
            html.span(one.stage.word, .class("badge"))
            html.text(" · ")
            html.bdi { $0.text(one.organisation) }
        }
        plan(&html)
        steps(&html)
        guard view.mayWrite(.interviews) else { return }
        if one.stage == .planned || one.stage == .explained { html.askedBefore(before) }
        next(&html)
        guard one.stage.canBreakOff else { return }
        html.section(.class("panel")) { html in
            html.h2(.breakOff)
            html.p(.breakOffWhy, .class("why"))
            form("breaking-off", .breakOff, &html) { $0.field(InterviewFields.breakReason, filled) }
        }
    }

    private func plan(_ html: inout Markup) {
        html.dl(.class("facts")) { html in
            html.line(.plannedFor) { $0.day(one.plannedFor) }
            html.line(.mattersPlanned) { $0.words(one.matters.map(\.word)) }
            if let reason = one.repeatReason { html.line(.repeatReason, reason.word) }
            html.line(.interviewInterpreter, one.interpreter.word)
            html.line(.supportPerson, one.support.word)
            html.line(.interviewer, one.training.word)
            if let place = one.place { html.typed(.interviewPlace, place) }
        }
    }

    private func steps(_ html: inout Markup) {
        html.dl(.class("facts")) { html in
            if let day = one.explainedOn {
                html.line(.whatWasExplained) { html in
                    html.words(one.explained.map(\.word))
                    html.text(" · ")
                    html.day(day)
                }
            }
            if let willing = one.willing { html.line(.willingToSpeak, willing.word) }
            if let day = one.heldOn { html.line(.heldOn) { $0.day(day) } }
            if let alone = one.alone { html.line(.interpreterAlone, alone.word) }
            if let account = one.account { html.typed(.interviewAccount, account) }
            if let after = one.after { html.line(.stateAfter, after.word) }
            if !one.closure.isEmpty { html.line(.whatWasDoneAtTheEnd) { $0.words(one.closure.map(\.word)) } }
            if let went = one.went { html.line(.howItWent, went.word) }
            if let evaluation = one.evaluation { html.typed(.interviewEvaluation, evaluation) }
            if let reason = one.breakReason { html.line(.breakReason, reason.word) }
        }
    }

    private func next(_ html: inout Markup) {
        switch one.stage {
        case .planned:
            html.h2(.explainNow)
            form("explanation", .explainNow, &html) { html in
                html.field(InterviewFields.explained, filled)
                html.field(InterviewFields.willing, filled)
                html.field(InterviewFields.day, filled)
            }
        case .explained:
            html.h2(.recordAccount)
            form("account", .recordAccount, &html) { html in
                html.field(InterviewFields.asked, filled)
                html.field(InterviewFields.account, filled)
                html.field(InterviewFields.alone, filled)
                html.field(InterviewFields.day, filled)
            }
        case .account:
            html.h2(.closeInterview)
            form("closure", .closeInterview, &html) { html in
                html.field(InterviewFields.after, filled)
                html.field(InterviewFields.closure, filled)
                html.field(InterviewFields.day, filled)
            }
        case .closed:
            html.h2(.evaluateInterview)
            form("evaluation", .evaluateInterview, &html) { html in
                html.field(InterviewFields.went, filled)
                html.field(InterviewFields.evaluation, filled)
            }
        case .evaluated, .brokenOff: break
        }
    }

    private func form(_ step: String, _ word: Word, _ html: inout Markup, _ fields: (inout Markup) -> Void) {
        html.form(post: CaseWorkAddress.interviewStep(view.summary.id, one.id, step)) { html in
            html.hiddenField("version", String(one.version))
            fields(&html)
            html.submit(word)
        }
    }
}

extension Markup {
    /// A line of a list of facts that somebody typed.
    fileprivate mutating func typed(_ label: Word, _ text: String) {
        line(label) { html in html.span(.class("typed"), .dirAuto) { $0.text(text) } }
    }
}
