import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/reintegration                                    reports due                          readReturn
    //  GET   /work/cases/{id}/reintegration                         how somebody fares                   readReturn
    //  GET   /work/cases/{id}/reintegration/stay                    follow somebody who stays            planReturn
    //  POST  /work/cases/{id}/reintegration/stay                    the same                             planReturn
    //  GET   /work/cases/{id}/reintegration/{check}                 the form of a report                 monitorReintegration
    //  POST  /work/cases/{id}/reintegration/{check}                 write it                             monitorReintegration
    //  POST  /work/cases/{id}/reintegration/{report}/referral       a new file after what was reported   planReturn
    mutating func addMonitoring(_ room: ProtectionRoom) {
        let desk = FileDesk(room: room, part: .homeward)
        let monitoring = Monitoring(room)

        get("/work/reintegration", needs: .deed(.readReturn)) { visit in
            let asked = ListRequest(visit.query, ReportsPage.shape)
            let (actor, today) = (try visit.signedIn(), room.day(of: visit.now))
            let lines = try await room.database.read { tx in try ReportLine.list(asked, today: today, for: actor, in: tx) }
            return .page(ReportsPage(asked: asked, lines: lines, today: today, mayReport: actor.may(.monitorReintegration)))
        }

        get("/work/cases/{id}/reintegration", needs: .deed(.readReturn)) { visit in
            let today = room.day(of: visit.now)
            return .page(
                try await desk.look(at: visit.id("id"), for: visit.signedIn()) { tx, view, opener in
                    try LifePage(view, opener, today: today, in: tx)
                })
        }

        get("/work/cases/{id}/reintegration/stay", needs: .deed(.planReturn)) { visit in .page(try await desk.stayPage(visit, Filled())) }

        post("/work/cases/{id}/reintegration/stay", needs: .deed(.planReturn)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            return try await Step.take(visit) { reading, _ in
                guard let day = reading.read(ReportFields.from) else { return nil }
                return {
                    try await monitoring.followStay(from: day, in: file, by: actor)
                    return ReintegrationAddress.life(file)
                }
            } page: {
                try await desk.stayPage(visit, $0)
            }
        }

        get("/work/cases/{id}/reintegration/{check}", needs: .deed(.monitorReintegration)) { visit in
            .page(try await desk.reportPage(visit, Filled()))
        }

        post("/work/cases/{id}/reintegration/{check}", needs: .deed(.monitorReintegration)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            let check = try visit.id("check", of: MonitoringCheck.self)
            let plan = try await desk.look(at: file, for: actor) { _, view, _ in view.profile.monitoring }
            return try await Step.take(visit) { reading, _ in
                guard let draft = ReportFields.read(&reading, plan) else { return nil }
                return {
                    try await monitoring.report(draft, on: check, in: file, by: actor)
                    return ReintegrationAddress.life(file)
                }
            } page: {
                try await desk.reportPage(visit, $0)
            }
        }

        post("/work/cases/{id}/reintegration/{report}/referral", needs: .deed(.planReturn)) { visit in
            let file = try visit.id("id", of: CaseFile.self)
            let new = try await monitoring.referAgain(after: visit.id("report"), in: file, by: visit.signedIn())
            return .see(CaseAddress.file(new))
        }
    }
}

/// The questions of a report.
enum ReportFields {
    static let from = DayField("from", .followFrom, .untilToday)
    static let contact = ChoiceField("contact", .howLearnt, MonitoringReport.Contact.allCases) { $0.word }
    static func level(_ outcome: MonitoringPlan.Outcome) -> ChoiceField<Int> {
        ChoiceField(
            outcome.code, outcome.name, isRequired: false,
            choices: outcome.levels.enumerated().map { Choice($0.offset, key: String($0.offset), label: $0.element) })
    }
    static let incidents = ChoicesField(
        "incidents", .whatHappenedSince, isRequired: false,
        choices: MonitoringReport.Incident.allCases.map { Choice($0, key: $0.rawValue, label: $0.word) })
    static let note = LongTextField("note", .note, isRequired: false, length: 1...4_000, rows: 4)

    static func read(_ reading: inout FormReading, _ plan: MonitoringPlan) -> Monitoring.Draft? {
        let contact = reading.read(contact)
        var levels: [MonitoringPlan.Domain: Int] = [:]
        for outcome in plan.outcomes { levels[outcome.domain] = reading.read(level(outcome)) }
        let (incidents, note) = (reading.read(incidents) ?? [], reading.read(note))
        return contact.map { Monitoring.Draft(contact: $0, levels: levels, incidents: incidents, note: note) }
    }
}

extension FileDesk {
    fileprivate func stayPage(_ visit: Visit, _ filled: Filled) async throws -> StepPage {
        try await look(at: visit.id("id"), for: visit.signedIn()) { _, view, _ in
            StepPage(
                summary: view.summary, title: .followStay, above: Crumb(.reintegration, ReintegrationAddress.life(view.summary.id)),
                address: ReintegrationAddress.stay(view.summary.id), version: 0, consequences: [.followStayLead], submit: .followStay,
                filled: filled, controls: { html, filled in html.field(ReportFields.from, filled) })
        }
    }

    fileprivate func reportPage(_ visit: Visit, _ filled: Filled) async throws -> StepPage {
        let check = try visit.id("check", of: MonitoringCheck.self)
        return try await look(at: visit.id("id"), for: visit.signedIn()) { tx, view, _ in
            guard let found = try MonitoringCheck.find(check, in: view.summary.id, tx: tx) else { throw MonitoringRefused.noCheck }
            guard found.state == .due else { throw MonitoringRefused.reportedAlready }
            return StepPage(
                summary: view.summary, title: .writeReport, above: Crumb(.reintegration, ReintegrationAddress.life(view.summary.id)),
                address: ReintegrationAddress.report(view.summary.id, check), version: 0, consequences: [.reportLead],
                submit: .writeReport, filled: filled,
                facts: { html in
                    html.dl(.class("facts")) { html in
                        html.line(.monthsAfter) { $0.plainNumber(found.month) }
                        html.line(.lookOn) { $0.day(found.due) }
                        html.line(.reportBy) { $0.day(found.reportBy) }
                    }
                },
                controls: { html, filled in
                    html.field(ReportFields.contact, filled)
                    for outcome in view.profile.monitoring.outcomes { html.field(ReportFields.level(outcome), filled) }
                    html.field(ReportFields.incidents, filled)
                    html.field(ReportFields.note, filled)
                })
        }
    }
}

/// One line of the reports due.
struct ReportLine: Sendable {
    let check: MonitoringCheck
    let code: String
    let label: String

    static func list(_ asked: ListRequest, today: Day, for actor: Actor, in tx: any Transaction) throws -> [ReportLine] {
        var conditions: [SQL] = [
            "k.state = 'due'", "c.closed_at IS NULL", "k.case_id IN \(sql: .filesShowing(.homeward, to: actor))",
            .reached(with: .readReturn, by: actor),
        ]
        switch asked.filters["whose"] {
        case "here"?: conditions.append("k.organisation_id = \(actor.organisation)")
        case "others"?: conditions.append("k.organisation_id <> \(actor.organisation)")
        default: break
        }
        switch asked.filters["due"] {
        case "late"?: conditions.append("k.report_by < \(today)")
        case "month"?: conditions.append("k.due <= \(today.adding(days: 30))")
        default: break
        }
        if let text = asked.search {
            if let code = CaseCode.read(text) {
                conditions.append("c.code = \(code)")
            } else {
                conditions.append("lower(c.label) LIKE \("%" + text.likePattern + "%") ESCAPE '!'")
            }
        }
        if let place = asked.after, place.values.count == 2, let id = ID<MonitoringCheck>(place.values[1]) {
            conditions.append("(k.due, k.id) > (\(place.values[0]), \(id))")
        }
        return try tx.rows(
            """
            SELECT \(sql: MonitoringCheck.columns), c.code, c.label FROM \(sql: MonitoringCheck.source) JOIN case_file c ON c.id = k.case_id
            WHERE \(sql: .joined(conditions, separator: " AND ")) ORDER BY k.due, k.id LIMIT \(ListRequest.fetchCount)
            """
        ) { row in
            let next = MonitoringCheck.columnCount
            return ReportLine(check: try MonitoringCheck(row), code: row.text(next), label: row.text(next + 1))
        }
    }
}

/// The reports due, the earliest first.
struct ReportsPage: Page {
    static let shape = ListShape(
        search: .findCase,
        filters: [
            ListFilter("whose", .whose, [("here", .toWrite), ("others", .awaited)]),
            ListFilter("due", .due, [("late", .dueLate), ("month", .dueThisMonth)]),
        ],
        sorts: [ListSort("due")])

    let asked: ListRequest
    let lines: [ReportLine]
    let today: Day
    let mayReport: Bool

    var title: Word { .reportsDue }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        let (today, mayReport) = (today, mayReport)
        html.list(
            KeysetTable(
                caption: .reportsDue, asked: asked, slice: ListSlice(fetched: lines) { [$0.check.due.iso, "\($0.check.id)"] },
                at: ReintegrationAddress.reports, empty: EmptyList(.reportsWillStandHere),
                columns: [
                    ListColumn(.caseCode, namesRow: true) { line, html in
                        html.a(to: ReintegrationAddress.life(line.check.file)) { html in html.code { $0.text(line.code) } }
                    },
                    ListColumn(.caseLabel) { line, html in html.bdi { $0.text(line.label) } },
                    ListColumn(.monthsAfter, isNumeric: true) { line, html in html.plainNumber(line.check.month) },
                    ListColumn(.lookOn, sort: "due") { line, html in html.day(line.check.due) },
                    ListColumn(.reportBy) { line, html in
                        html.day(line.check.reportBy)
                        if line.check.reportBy < today {
                            html.space()
                            html.span(.late, .class("badge warning"))
                        }
                    },
                    ListColumn(.reporter) { line, html in html.bdi { $0.text(line.check.organisationName) } },
                    ListColumn(.writeReport) { line, html in
                        if mayReport, line.check.due <= today {
                            html.a(to: ReintegrationAddress.report(line.check.file, line.check.id), .writeReport)
                        }
                    },
                ]
            )
        )
    }
}
