import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/cases/{id}/interviews                               interviews, what was asked before, a plan    readInterviews
    //  POST  /work/cases/{id}/interviews                               plan one                                     conductInterviews
    //  GET   /work/cases/{id}/interviews/{interview}                   one, with its next step                      readInterviews
    //  POST  /work/cases/{id}/interviews/{interview}/explanation       engage and explain                           conductInterviews
    //  POST  /work/cases/{id}/interviews/{interview}/account           what was asked and told                      conductInterviews
    //  POST  /work/cases/{id}/interviews/{interview}/closure           close it                                     conductInterviews
    //  POST  /work/cases/{id}/interviews/{interview}/evaluation        how it went                                  conductInterviews
    //  POST  /work/cases/{id}/interviews/{interview}/breaking-off      stop it                                      conductInterviews
    mutating func addInterviews(_ room: ProtectionRoom) {
        let desk = CaseWorkDesk(room: room)
        let interviews = Interviews(desk: desk)

        get("/work/cases/{id}/interviews", needs: .deed(.readInterviews)) { visit in
            .page(try await InterviewsPage.read(visit, desk, filled: nil))
        }

        post("/work/cases/{id}/interviews", needs: .deed(.conductInterviews)) { visit in
            let file = try visit.id("id", of: CaseFile.self)
            var reading = FormReading(visit.form)
            if let plan = InterviewFields.readPlan(&reading) {
                do {
                    return .see(CaseWorkAddress.interview(file, try await interviews.plan(plan, in: file, by: visit.signedIn())))
                } catch CaseWorkRefused.reasonToRepeatNeeded {
                    reading.refuse(InterviewFields.repeatReason, because: CaseWorkRefused.reasonToRepeatNeeded.words)
                } catch let refused as CaseWorkRefused where refused.kind == .invalid {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await InterviewsPage.read(visit, desk, filled: reading.filled), status: .unprocessable)
        }

        get("/work/cases/{id}/interviews/{interview}", needs: .deed(.readInterviews)) { visit in
            .page(try await InterviewPage.read(visit, desk, filled: nil))
        }
        addInterviewSteps(desk, interviews)
    }

    /// Reads the form of each step and takes it; a form that can't be used comes back on the page of the interview.
    private mutating func addInterviewSteps(_ desk: CaseWorkDesk, _ interviews: Interviews) {
        for step in InterviewStep.allCases {
            post("/work/cases/{id}/interviews/{interview}/\(step.rawValue)", needs: .deed(.conductInterviews)) { visit in
                let (file, id) = (try visit.id("id", of: CaseFile.self), try visit.id("interview", of: Interview.self))
                let version = visit.form.fields["version"].flatMap(Int.init) ?? 0
                var reading = FormReading(visit.form)
                if let take = try step.read(&reading, of: id, version, in: file, interviews, by: visit.signedIn()) {
                    do {
                        try await take()
                        return .see(CaseWorkAddress.interview(file, id))
                    } catch let refused as CaseWorkRefused where refused.kind == .invalid {
                        reading.refuse(because: refused)
                    }
                }
                return .page(try await InterviewPage.read(visit, desk, filled: reading.filled), status: .unprocessable)
            }
        }
    }
}

/// The interviews of a file; what was asked before, and by whom; a plan for the next.
struct InterviewsPage: Page {
    let view: CaseView
    let asked: ListRequest
    let rows: [Interview]
    let before: [AskedBefore]
    let filled: Filled

    static let shape = ListShape(sorts: [ListSort("planned", startsDescending: true)])

    var slice: ListSlice<Interview> { ListSlice(fetched: rows) { [String($0.plannedAt.microseconds), "\($0.id)"] } }

    static func read(_ visit: Visit, _ desk: CaseWorkDesk, filled: Filled?) async throws -> InterviewsPage {
        let file = try visit.id("id", of: CaseFile.self)
        let asked = ListRequest(visit.query, shape)
        let after = asked.after.flatMap { place -> (at: Int, id: ID<Interview>)? in
            guard place.values.count == 2, let at = Int(place.values[0]), let id = ID<Interview>(place.values[1]) else { return nil }
            return (at, id)
        }
        var fresh = Filled()
        fresh.fill(InterviewFields.plannedFor, with: desk.room.day(of: visit.now))
        let start = filled ?? fresh
        return try await desk.look(at: file, .interviews, for: visit.signedIn()) { tx, view, _ in
            InterviewsPage(
                view: view, asked: asked, rows: try Interview.all(of: file, limit: ListRequest.fetchCount, after: after, in: tx),
                before: try Interview.askedBefore(view, in: tx), filled: start
            )
        }
    }

    var title: Word { .interviews }
    var door: Door { .work }
    var trail: [Crumb] { CaseWorkDesk.trail(view.summary) }

    func body(_ html: inout Markup) {
        html.problems(filled)
        let file = view.summary.id
        html.list(
            KeysetTable(
                caption: .interviews, asked: asked, slice: slice,
                at: CaseWorkAddress.interviews(file), empty: EmptyList(.interviewsWillStandHere),
                columns: [
                    ListColumn(.plannedFor, namesRow: true) { one, html in
                        html.a(to: CaseWorkAddress.interview(file, one.id)) { $0.day(one.plannedFor) }
                    },
                    ListColumn(.stage) { one, html in html.say(one.stage.word) },
                    ListColumn(.mattersPlanned) { one, html in html.words(one.matters.map(\.word)) },
                    ListColumn(.keeper) { one, html in html.bdi { $0.text(one.organisation) } },
                ]
            )
        )
        html.askedBefore(before)
        guard view.mayWrite(.interviews) else { return }
        html.h2(.planInterview)
        if view.summary.path.protectsAsChild { html.p(.childInterviewRule, .class("note warning")) }
        html.form(post: CaseWorkAddress.interviews(file)) { html in
            html.field(InterviewFields.matters, filled)
            if !before.isEmpty { html.field(InterviewFields.repeatReason, filled) }
            html.field(InterviewFields.plannedFor, filled)
            html.field(InterviewFields.interpreter, filled)
            html.field(InterviewFields.support, filled)
            html.field(InterviewFields.training, filled)
            html.field(InterviewFields.place, filled)
            html.submit(.planInterview)
        }
    }
}

extension Markup {
    /// What was asked before, when, and by which organisation: so that the person does not have to tell it again.
    mutating func askedBefore(_ before: [AskedBefore]) {
        guard !before.isEmpty else { return }
        section(.class("note warning"), .id("asked-before")) { html in
            html.h2(.askedBefore)
            html.p(.askedBeforeWhy)
            html.ul { html in
                for one in before {
                    html.li { html in
                        html.strong(one.matter.word)
                        html.text(": ")
                        html.day(one.day)
                        html.text(" · ")
                        html.bdi { $0.text(one.organisation) }
                    }
                }
            }
        }
    }

    mutating func words(_ words: [Word]) {
        for (index, word) in words.enumerated() {
            if index > 0 { text(", ") }
            say(word)
        }
    }
}

extension CasePanel {
    static let interviews = CasePanel("interviews", .interviews, of: .interviews) { tx, view, _ in
        let count = try tx.row("SELECT COUNT(*) FROM interview WHERE case_id = \(view.summary.id)") { $0.int(0) }
        return { html in
            html.p { html in
                html.a(to: CaseWorkAddress.interviews(view.summary.id), .openInterviews)
                html.text(" · ")
                html.number(count ?? 0)
            }
        }
    }
}
