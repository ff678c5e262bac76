import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// How things stand by one form: the last assessment with what changed, the scores over time, all of them, a form for another.
struct AssessmentsPage: Page {
    let view: CaseView
    let form: AssessmentForm
    /// The newest first.
    let newest: [Assessment]
    let asked: ListRequest
    let listed: [Assessment]
    let filled: Filled

    static let shape = ListShape(sorts: [ListSort("day", startsDescending: true)])

    var slice: ListSlice<Assessment> { ListSlice(fetched: listed) { [$0.madeOn.iso, "\($0.id)"] } }

    static func read(_ visit: Visit, _ desk: CaseWorkDesk, filled: Filled?) async throws -> AssessmentsPage {
        let file = try visit.id("id", of: CaseFile.self)
        let (code, today) = (visit.parameter("form"), desk.room.day(of: visit.now))
        let asked = ListRequest(visit.query, shape)
        return try await desk.look(at: file, .care, for: visit.signedIn()) { tx, view, _ in
            guard let form = view.profile.assessment(code) else { throw CaseWorkRefused.unknownForm }
            var fresh = Filled()
            fresh.fill(AssessmentFields.madeOn, with: today)
            fresh.fill(AssessmentFields.reviewOn, with: today.adding(days: form.kind == .risk ? 30 : 90))
            let after = asked.after.flatMap { place -> (day: String, at: Int, id: ID<Assessment>)? in
                guard place.values.count == 2, let id = ID<Assessment>(place.values[1]) else { return nil }
                let at = try? tx.row("SELECT made_at FROM assessment WHERE id = \(id) AND case_id = \(file)") { $0.int(0) }
                return at.map { (place.values[0], $0, id) }
            }
            return AssessmentsPage(
                view: view, form: form, newest: try Assessments.all(code, of: file, limit: 12, in: tx), asked: asked,
                listed: try Assessments.all(code, of: file, limit: ListRequest.fetchCount, after: after, in: tx), filled: filled ?? fresh
            )
        }
    }

    var title: Word { form.name }
    var door: Door { .work }
    var trail: [Crumb] { CaseWorkDesk.trail(view.summary) }

    func body(_ html: inout Markup) {
        html.problems(filled)
        if let last = newest.first {
            html.section(.class("panel"), .id("last")) { html in
                html.h2(.lastAssessment)
                html.assessment(last, form, before: newest.dropFirst().first)
            }
            html.chart(BarChart(bars), of: sheet, id: "scores")
        }
        html.list(
            KeysetTable(
                caption: .assessmentsSoFar, asked: asked, slice: slice,
                at: CaseWorkAddress.assessments(view.summary.id, form.code), empty: EmptyList(.assessmentsWillStandHere), columns: columns
            )
        )
        guard view.mayWrite(.care) else { return }
        html.h2(newest.isEmpty ? .assessNow : .assessAgain)
        html.form(post: CaseWorkAddress.assessments(view.summary.id, form.code)) { html in
            for question in form.questions { html.field(AssessmentFields.question(question), filled) }
            html.field(AssessmentFields.madeOn, filled)
            html.field(AssessmentFields.reviewOn, filled)
            html.field(AssessmentFields.note, filled)
            html.submit(.assessNow)
        }
    }

    /// The oldest of the last twelve on top: time runs downwards.
    private var bars: [BarChart.Bar] { newest.reversed().map { BarChart.Bar(.data($0.madeOn.iso), Reading(exact: Double($0.total))) } }

    private var sheet: Sheet {
        Sheet(
            name: "scores", title: .scoresOverTime,
            columns: [
                Column("day", .assessedOn, .day), Column("total", .totalScore, .integer), Column("highest", .highestScore, .integer),
            ],
            rows: newest.reversed().map {
                [.day($0.madeOn), .integer($0.total), $0.highest.map { .integer($0) } ?? .absent(.notCollected)]
            },
            source: nil
        )
    }

    private var columns: [ListColumn<Assessment>] {
        let (file, form) = (view.summary.id, form)
        return [
            ListColumn(.assessedOn, sort: "day", namesRow: true) { one, html in
                html.a(to: CaseWorkAddress.assessment(file, form.code, one.id)) { $0.day(one.madeOn) }
            },
            ListColumn(.totalScore, isNumeric: true) { one, html in html.number(one.total) },
            ListColumn(.highestScore, isNumeric: true) { one, html in
                if let highest = one.highest { html.number(highest) } else { html.say(.scoreUnknown) }
            },
            ListColumn(.assessedBy) { one, html in html.bdi { $0.text(one.organisation) } },
        ]
    }
}

/// One assessment as it was made.
struct AssessmentPage: Page {
    let view: CaseView
    let form: AssessmentForm
    let one: Assessment

    static func read(_ visit: Visit, _ desk: CaseWorkDesk) async throws -> AssessmentPage {
        let (file, id) = (try visit.id("id", of: CaseFile.self), try visit.id("assessment", of: Assessment.self))
        let form = try await AssessmentFields.form(visit, desk)
        let key = try await Entries(desk.room).key(for: file)
        return try await desk.look(at: file, .care, for: visit.signedIn()) { tx, view, looking in
            var permit: Permit<Person>?
            if key != nil { permit = try looking.permit(.readCare, on: view.summary.person, detail: "assessment") }
            let one = try Assessments.one(id, of: file, in: tx) { id, sealed in
                guard let key, let permit else { return nil }
                return try Shown(sealed, in: .note(of: id), with: key, under: permit) { $0 }.value
            }
            guard let one, one.form == form.code else { throw CaseWorkRefused.unknownForm }
            return AssessmentPage(view: view, form: form, one: one)
        }
    }

    var title: Word { form.name }
    var door: Door { .work }
    var trail: [Crumb] {
        CaseWorkDesk.trail(view.summary) + [Crumb(form.name, CaseWorkAddress.assessments(view.summary.id, form.code))]
    }

    func body(_ html: inout Markup) {
        html.assessment(one, form, before: nil)
        if let note = one.note { html.p { html in html.span(.class("typed"), .dirAuto) { $0.text(note) } } }
        guard view.mayWrite(.care) else { return }
        html.form(post: CaseWorkAddress.assessmentWithdrawal(view.summary.id, form.code, one.id)) { html in
            html.submit(.withdrawAssessment, .class("danger"))
        }
    }
}

extension Markup {
    /// Every question with its score, the words of its level and, where there was an assessment before, what changed.
    fileprivate mutating func assessment(_ one: Assessment, _ form: AssessmentForm, before: Assessment?) {
        p { html in
            html.day(one.madeOn)
            html.text(" · ")
            html.bdi { $0.text(one.organisation) }
            html.text(" · ")
            html.say(.totalScore)
            html.text(": ")
            html.number(one.total)
            html.text(" (")
            html.number(one.answered)
            html.space()
            html.say(.answeredOf)
            html.text(") · ")
            html.riskBadge(one, form)
        }
        div(.class("scroll"), .role("region"), .ariaLabel(form.name), .tabindex(0)) { html in
            html.table(.class("list")) { html in
                html.caption(form.name)
                html.thead { html in
                    html.tr { html in
                        html.th(.question, .scopeColumn)
                        html.th(.score, .scopeColumn)
                        if before != nil { html.th(.change, .scopeColumn) }
                    }
                }
                html.tbody { html in
                    for question in form.questions { html.answer(question, one, before) }
                }
            }
        }
    }

    private mutating func answer(_ question: AssessmentForm.Question, _ one: Assessment, _ before: Assessment?) {
        let score = one.scores[question.code] ?? nil
        tr { html in
            html.th(question.text, .scopeRow)
            html.td(score.flatMap { question.levels.indices.contains($0) ? .scored($0, question.levels[$0]) : nil } ?? .scoreUnknown)
            if let before { html.td(ScoreChange(score, since: before.scores[question.code] ?? nil).word) }
        }
    }

    /// The highest score of an assessment of risk, in words.
    mutating func riskBadge(_ one: Assessment, _ form: AssessmentForm) {
        guard form.kind == .risk, let highest = one.highest else { return }
        span(.riskLevel(highest), .class(highest >= 3 ? "badge danger" : highest == 2 ? "badge warning" : "badge"))
    }
}
