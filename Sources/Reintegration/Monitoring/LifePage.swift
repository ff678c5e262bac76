import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// How somebody fares after arrival, or where they stay: a line for each part of life, the reports, and those still due.
struct LifePage: Page {
    let view: CaseView
    let checks: [MonitoringCheck]
    /// The oldest first.
    let reports: [MonitoringReport]
    /// The reports after which somebody was referred again.
    let renewed: Set<ID<MonitoringReport>>
    let today: Day

    private var file: ID<CaseFile> { view.summary.id }

    init(_ view: CaseView, _ opener: Opener, today: Day, in tx: any Transaction) throws {
        self.view = view
        self.today = today
        checks = try MonitoringCheck.all(in: view.summary.id, tx: tx)
        reports = try MonitoringReport.all(in: view.summary.id, with: opener, tx: tx)
        renewed = Set(
            try tx.rows("SELECT report_id FROM renewed_referral WHERE case_id = \(view.summary.id)") {
                try $0.id(0, of: MonitoringReport.self)
            })
    }

    var title: Word { .reintegration }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.caseFiles, CaseAddress.files), Crumb(.data(view.summary.code), CaseAddress.file(file))] }

    func body(_ html: inout Markup) {
        if checks.isEmpty {
            html.p(.notFollowed, .class("empty"))
            if view.may(.planReturn) { html.p { $0.a(to: ReintegrationAddress.stay(file), .followStay, .class("button")) } }
            return
        }
        if !reports.isEmpty { html.chart(chart, of: sheet, id: "life", unit: .byReport) }
        for (index, report) in reports.enumerated().reversed() { section(&html, report, since: index > 0 ? reports[index - 1] : nil) }
        html.h2(.reportsDue)
        html.checks(checks.filter { $0.state == .due }, of: view, today: today)
    }

    private var outcomes: [MonitoringPlan.Outcome] { view.profile.monitoring.outcomes }

    /// Reports stand one after the other: their months are not evenly apart.
    private var chart: LineChart {
        let series = outcomes.map { outcome in
            LineChart.Series(
                outcome.name,
                Dictionary(
                    uniqueKeysWithValues: reports.enumerated().compactMap { index, report in
                        report.levels[outcome.domain].map { (index + 1, Reading(exact: Double($0))) }
                    }))
        }
        return LineChart(years: 1...max(1, reports.count), series: series)
    }

    private var sheet: Sheet {
        let columns =
            [Column("report", .reportNumber, .integer), Column("months", .monthsAfter, .integer)]
            + outcomes.map { Column($0.code, $0.name, .integer) }
        let rows = reports.enumerated().map { index, report in
            [Cell.integer(index + 1), .integer(report.month)]
                + outcomes.map { outcome in report.levels[outcome.domain].map { Cell.integer($0) } ?? .absent(.notCollected) }
        }
        return Sheet(name: "reintegration", title: .howTheyFare, columns: columns, rows: rows, source: nil)
    }

    private func section(_ html: inout Markup, _ report: MonitoringReport, since earlier: MonitoringReport?) {
        html.section(.class("panel")) { html in
            html.h2 { html in
                html.say(.monthsAfter)
                html.text(": ")
                html.plainNumber(report.month)
            }
            html.p { html in
                html.moment(report.reportedAt)
                html.text(" · ")
                html.say(report.contact.word)
                for (isSo, word) in [(report.isLate, Word.wasLate), (report.isDanger, .inDanger), (report.isWorse, .gotWorse)] where isSo {
                    html.space()
                    html.span(word, .class("badge warning"))
                }
            }
            html.dl(.class("facts")) { html in
                let changes = earlier.map { report.change(since: $0) } ?? [:]
                for outcome in outcomes {
                    html.line(outcome.name) { html in html.level(report.levels[outcome.domain], outcome, change: changes[outcome.domain]) }
                }
                if !report.incidents.isEmpty {
                    html.line(.whatHappenedSince) { html in
                        for (index, incident) in report.incidents.enumerated() {
                            if index > 0 { html.text(", ") }
                            html.say(incident.word)
                        }
                    }
                }
                html.line(.note) { $0.typed(report.note) }
            }
            guard report.isDanger || report.isWorse, !renewed.contains(report.id), view.may(.raiseReferral), view.may(.planReturn) else {
                return
            }
            html.p(.referAgainLead, .class("note"))
            html.form(post: ReintegrationAddress.renewal(file, report.id)) { $0.submit(.referAgain) }
        }
    }
}

extension Markup {
    /// A level with its word, and how it changed.
    fileprivate mutating func level(_ level: Int?, _ outcome: MonitoringPlan.Outcome, change: Int?) {
        guard let level, outcome.levels.indices.contains(level) else { return span(.notAnswered, .class("absent")) }
        plainNumber(level)
        text(" · ")
        say(outcome.levels[level])
        if let change {
            text(change > 0 ? " (+" : " (−")
            plainNumber(abs(change))
            text(" ")
            say(.sinceLast)
            text(")")
        }
    }

    /// Reports that are still due, and the way to write each.
    fileprivate mutating func checks(_ checks: [MonitoringCheck], of view: CaseView, today: Day) {
        ul(.class("timeline")) { html in
            for check in checks {
                html.li { html in
                    html.plainNumber(check.month)
                    html.text(" · ")
                    html.day(check.due)
                    html.text(" · ")
                    html.say(.reportBy)
                    html.space()
                    html.day(check.reportBy)
                    if check.reportBy < today {
                        html.space()
                        html.span(.late, .class("badge warning"))
                    }
                    html.text(" · ")
                    html.bdi { $0.text(check.organisationName) }
                    if view.may(.monitorReintegration) {
                        html.text(" · ")
                        html.a(to: ReintegrationAddress.report(view.summary.id, check.id), .writeReport)
                    }
                }
            }
        }
    }
}

/// What a case file's page says of life after arrival.
enum MonitoringPanel {
    static let panel = CasePanel("reintegration", .reintegration, of: .homeward) { tx, view, _ in
        let checks = try MonitoringCheck.all(in: view.summary.id, tx: tx)
        let newest = try MonitoringReport.all(in: view.summary.id, with: nil, tx: tx).last
        return { html in
            if checks.isEmpty { html.p(.notFollowed, .class("empty")) }
            if let newest {
                html.p { html in
                    html.moment(newest.reportedAt)
                    for (isSo, word) in [(newest.isDanger, Word.inDanger), (newest.isWorse, .gotWorse)] where isSo {
                        html.space()
                        html.span(word, .class("badge warning"))
                    }
                }
            }
            if let next = checks.first(where: { $0.state == .due }) {
                html.p { html in
                    html.say(.reportBy)
                    html.space()
                    html.day(next.reportBy)
                    html.text(" · ")
                    html.bdi { $0.text(next.organisationName) }
                }
            }
            html.p { $0.a(to: ReintegrationAddress.life(view.summary.id), .openMonitoring) }
        }
    }
}
