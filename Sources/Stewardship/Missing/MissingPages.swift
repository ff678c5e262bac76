import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/missing                                   everybody missing from care, children first   readCase
    //  GET   /work/cases/{id}/missing                        the report, or the form for one               readCase
    //  POST  /work/cases/{id}/missing                        report                                        writeCare
    //  POST  /work/cases/{id}/missing/end                    found, came back, ended                       writeCare
    //  POST  /work/cases/{id}/missing/return-interview       what the person tells                         writeCare
    mutating func addMissing(_ room: ProtectionRoom) {
        let reports = MissingReports(room: room)

        get("/work/missing", needs: .deed(.readCase)) { visit in .page(try await MissingPage.read(visit, room)) }

        get("/work/cases/{id}/missing", needs: .deed(.readCase)) { visit in
            .page(try await MissingReportPage.read(visit, room, filled: Filled()))
        }

        post("/work/cases/{id}/missing", needs: .deed(.writeCare)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            var reading = FormReading(visit.form)
            let (day, circumstance) = (reading.read(MissingReportPage.noticed), reading.read(MissingReportPage.circumstance))
            let (seen, police) = (reading.read(MissingReportPage.lastSeen), reading.read(MissingReportPage.police) ?? false)
            let authority = reading.read(MissingReportPage.authority) ?? false
            guard reading.isSound, let day, let circumstance else {
                return .page(try await MissingReportPage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            let draft = MissingReport.Draft(
                noticedOn: day, circumstance: circumstance, lastSeen: seen, toldPolice: police, toldAuthority: authority)
            try await reports.report(draft, in: id, by: visit.signedIn())
            return .see(StewardshipAddress.missingReport(id))
        }

        post("/work/cases/{id}/missing/end", needs: .deed(.writeCare)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            var reading = FormReading(visit.form)
            guard let state = reading.read(MissingReportPage.ending), reading.isSound else {
                return .page(try await MissingReportPage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await reports.end(id, as: state, by: visit.signedIn())
            return .see(StewardshipAddress.missingReport(id))
        }

        post("/work/cases/{id}/missing/return-interview", needs: .deed(.writeCare)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            var reading = FormReading(visit.form)
            let (day, text) = (reading.read(MissingReportPage.interviewDay), reading.read(MissingReportPage.interview))
            guard reading.isSound, let day, let text else {
                return .page(try await MissingReportPage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await reports.interview(id, on: day, text: text, by: visit.signedIn())
            return .see(StewardshipAddress.missingReport(id))
        }
    }
}

/// Everybody who is missing, as far as the reader sees their files: children first, the longest first.
struct MissingPage: Page {
    struct Line: Sendable {
        let file: ID<CaseFile>
        let code: String
        let isChild: Bool
        let reportedAt: Instant
        let level: Int
        let circumstance: MissingReport.Circumstance
        let report: ID<MissingReport>
    }

    static let shape = ListShape(filters: [ListFilter("child", .child, [("yes", .yes), ("no", .no)])], sorts: [ListSort("since")])

    let asked: ListRequest
    let lines: [Line]

    static func read(_ visit: Visit, _ room: ProtectionRoom) async throws -> MissingPage {
        let (actor, asked) = (try visit.signedIn(), ListRequest(visit.query, shape))
        var conditions: [SQL] = ["r.state = 'missing'", .reached(with: .readCase, by: actor)]
        if let child = asked.filters["child"] { conditions.append("r.is_child = \(child == "yes")") }
        if let values = asked.after?.values, values.count == 3, let child = Int(values[0]), let at = Int64(values[1]),
            let id = ID<MissingReport>(values[2])
        {
            conditions.append("(1 - r.is_child, r.reported_at, r.id) > (\(1 - child), \(at), \(id))")
        }
        let which = SQL.joined(conditions, separator: " AND ")
        let lines = try await room.database.read { tx in
            try tx.rows(
                """
                SELECT c.id, c.code, r.is_child, r.reported_at, r.level, r.circumstance, r.id FROM missing_report r
                JOIN case_file c ON c.id = r.case_id WHERE \(sql: which)
                ORDER BY 1 - r.is_child, r.reported_at, r.id LIMIT \(ListRequest.fetchCount)
                """
            ) { row in
                Line(
                    file: try row.id(0, of: CaseFile.self), code: row.text(1), isChild: row.int(2) == 1, reportedAt: row.instant(3),
                    level: row.int(4), circumstance: try row.choice(5, as: MissingReport.Circumstance.self),
                    report: try row.id(6, of: MissingReport.self))
            }
        }
        return MissingPage(asked: asked, lines: lines)
    }

    var title: Word { .missingPeople }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.list(
            KeysetTable(
                caption: .missingPeople, asked: asked,
                slice: ListSlice(fetched: lines) { [$0.isChild ? "1" : "0", "\($0.reportedAt.microseconds)", "\($0.report)"] },
                at: StewardshipAddress.missing, empty: EmptyList(.missingWillStandHere),
                columns: [
                    ListColumn(.caseCode, namesRow: true) { line, html in
                        html.a(to: StewardshipAddress.missingReport(line.file)) { html in html.code { $0.text(line.code) } }
                        if line.isChild {
                            html.space()
                            html.span(.child, .class("badge danger"))
                        }
                    },
                    ListColumn(.reportedAt, sort: "since") { line, html in html.moment(line.reportedAt) },
                    ListColumn(.circumstance) { line, html in html.say(line.circumstance.word) },
                    ListColumn(.level, isNumeric: true) { line, html in html.number(line.level) },
                ]
            )
        )
    }
}

/// One person missing: the report, its levels, what became of them.
struct MissingReportPage: PageOfFile {
    static let noticed = DayField("noticed", .noticedOn, .untilToday)
    static let circumstance = ChoiceField("circumstance", .circumstance, MissingReport.Circumstance.allCases, as: .list) { $0.word }
    static let lastSeen = LongTextField("last-seen", .lastSeen, why: .lastSeenWhy, isRequired: false, length: 1...4_000, rows: 4)
    static let police = TickField("police", .toldPolice)
    static let authority = TickField("authority", .toldAuthority)
    static let ending = ChoiceField("ending", .whatBecame, [MissingReport.State.found, .returned, .ended]) { $0.word }
    static let interviewDay = DayField("interview-day", .interviewedOn, .untilToday)
    static let interview = LongTextField("interview", .returnInterview, why: .returnInterviewWhy, length: 1...8_000, rows: 6)

    struct Report: Sendable {
        let state: MissingReport.State
        let isChild: Bool
        let noticedOn: Day
        let circumstance: MissingReport.Circumstance
        let lastSeen: String?
        let toldPolice: Bool
        let toldAuthority: Bool
        let level: Int
        let reportedAt: Instant
        let interviewedOn: Day?
        let interview: String?
    }

    let summary: CaseSummary
    let reports: [Report]
    let mayWrite: Bool
    let filled: Filled

    static func read(_ visit: Visit, _ room: ProtectionRoom, filled: Filled) async throws -> MissingReportPage {
        try await room.look(at: visit.id("id"), for: visit.signedIn(), opening: .care) { tx, view, notes in
            let reports = try tx.rows(
                """
                SELECT id, state, is_child, noticed_on, circumstance, last_seen, told_police, told_authority, level, reported_at,
                    interviewed_on, return_interview
                FROM missing_report WHERE case_id = \(view.summary.id) ORDER BY reported_at DESC
                """
            ) { row in
                let id = try row.id(0, of: MissingReport.self)
                return Report(
                    state: try row.choice(1, as: MissingReport.State.self), isChild: row.int(2) == 1, noticedOn: try row.day(3),
                    circumstance: try row.choice(4, as: MissingReport.Circumstance.self),
                    lastSeen: try notes.text(row.note(5), "missing_report", id, "last_seen"), toldPolice: row.int(6) == 1,
                    toldAuthority: row.int(7) == 1, level: row.int(8), reportedAt: row.instant(9), interviewedOn: try row.optionalDay(10),
                    interview: try notes.text(row.note(11), "missing_report", id, "return_interview"))
            }
            return MissingReportPage(summary: view.summary, reports: reports, mayWrite: view.mayWrite(.care), filled: filled)
        }
    }

    var title: Word { .missingFromCare }

    func body(_ html: inout Markup) {
        html.problems(filled)
        for report in reports { one(report, &html) }
        guard mayWrite, reports.first?.state != .missing else { return }
        html.h2(.reportMissing)
        html.p(.reportMissingLead, .class("note"))
        html.form(post: StewardshipAddress.missingReport(summary.id)) { html in
            html.field(Self.noticed, filled)
            html.field(Self.circumstance, filled)
            html.field(Self.lastSeen, filled)
            html.field(Self.police, filled)
            html.field(Self.authority, filled)
            html.submit(.reportMissing, .class("danger"))
        }
    }

    private func one(_ report: Report, _ html: inout Markup) {
        html.section(.class("panel")) { html in
            html.p { html in
                html.span(report.state.word, .class(report.state == .missing ? "badge danger" : "badge"))
                if report.isChild {
                    html.space()
                    html.span(.child, .class("badge danger"))
                }
            }
            html.dl(.class("facts")) { html in
                html.line(.reportedAt) { $0.moment(report.reportedAt) }
                html.line(.noticedOn) { $0.day(report.noticedOn) }
                html.line(.circumstance, report.circumstance.word)
                html.line(.toldPolice, report.toldPolice ? .yes : .no)
                html.line(.toldAuthority, report.toldAuthority ? .yes : .no)
                html.line(.level) { $0.number(report.level) }
                if let text = report.lastSeen { html.line(.lastSeen) { $0.typed(text) } }
                if let day = report.interviewedOn { html.line(.interviewedOn) { $0.day(day) } }
                if let text = report.interview { html.line(.returnInterview) { $0.typed(text) } }
            }
            guard mayWrite else { return }
            if report.state == .missing {
                html.form(post: StewardshipAddress.missingEnd(summary.id)) { html in
                    html.field(Self.ending, filled)
                    html.submit(.recordEnding)
                }
            } else if report.interviewedOn == nil, report.state != .ended {
                html.form(post: StewardshipAddress.returnInterview(summary.id)) { html in
                    html.field(Self.interviewDay, filled)
                    html.field(Self.interview, filled)
                    html.submit(.recordInterview)
                }
            }
        }
    }
}
