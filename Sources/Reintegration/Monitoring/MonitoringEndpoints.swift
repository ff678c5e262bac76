import Access
import Basics
import Protection
import Vocabulary
import Web

extension Endpoint {
    /// How somebody fares after a return, or where they stay, for programs: reports due, reports written.
    static func monitoring(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = MonitoringProgramDesk(room: room)
        let path = "/api/v1/cases/{id}/reintegration"
        return [
            Endpoint(
                verb: .get, path: path, operation: "getReintegration",
                summary: "The reports due in a case file, and those that were written, the oldest first. Notes are opened on record.",
                parameters: [fileParameter],
                answer: .object(["due": .list(of: .monitoringCheck), "reports": .list(of: .monitoringReport)]), refusals: [.notFound],
                deed: .readReturn
            ) { visit in .json(try await desk.list(visit)) },
            Endpoint(
                verb: .post, path: path + "/stay", operation: "followStay",
                summary: "Follows somebody who stays in the country, from a day on: the reports of the profile’s months become due.",
                parameters: [fileParameter], body: .object(["from": .day]), answer: .object(["due": .list(of: .monitoringCheck)]),
                refusals: changeRefusals, deed: .planReturn
            ) { visit in .json(try await desk.follow(visit)) },
            Endpoint(
                verb: .post, path: path + "/checks/{check}/report", operation: "reportReintegration",
                summary: "Writes the report that is due, once. What is dangerous, or got worse, alarms those who work on the file.",
                parameters: [fileParameter, idParameter("check", "The id of the report due.")], body: .newReport(room.profile),
                answer: .monitoringReport, refusals: changeRefusals, deed: .monitorReintegration
            ) { visit in .json(try await desk.report(visit)) },
            Endpoint(
                verb: .post, path: path + "/reports/{report}/referral", operation: "referAgain",
                summary: "Opens a new file for the person after a report of danger, or of something that got worse; once.",
                parameters: [fileParameter, idParameter("report", "The id of the report.")], body: .object([:]),
                answer: .object(["case": .text]), refusals: changeRefusals, deed: .planReturn
            ) { visit in .json(try await desk.referAgain(visit)) },
        ]
    }
}

/// Follows people for programs, by the same rules as the pages do.
private struct MonitoringProgramDesk: Sendable {
    let room: ProtectionRoom

    private var desk: FileDesk { FileDesk(room: room, part: .homeward) }
    private var monitoring: Monitoring { Monitoring(room) }

    private func page(_ visit: Visit) async throws -> LifePage {
        let today = room.day(of: visit.now)
        return try await desk.look(at: visit.id("id"), for: visit.signedIn()) { tx, view, opener in
            try LifePage(view, opener, today: today, in: tx)
        }
    }

    func list(_ visit: Visit) async throws -> JSONValue {
        let page = try await page(visit)
        return ["due": due(page), "reports": .list(page.reports.map(JSONValue.report))]
    }

    private func due(_ page: LifePage) -> JSONValue {
        .list(page.checks.filter { $0.state == .due }.map { .check($0, isLate: $0.reportBy < page.today) })
    }

    func follow(_ visit: Visit) async throws -> JSONValue {
        let file = try visit.id("id", of: CaseFile.self)
        var reading = FormReading(try ProgramAnswers(visit).form(days: [ReportFields.from]))
        guard let day = reading.read(ReportFields.from) else { throw FieldsRefused(reading.filled) }
        try await monitoring.followStay(from: day, in: file, by: visit.signedIn())
        return ["due": due(try await page(visit))]
    }

    func report(_ visit: Visit) async throws -> JSONValue {
        let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
        let check = try visit.id("check", of: MonitoringCheck.self)
        let plan = try await desk.look(at: file, for: actor) { _, view, _ in view.profile.monitoring }
        let levels = QuestionGroup("levels", plan.outcomes.map(\.code), isWhole: false) { $0 }
        var reading = FormReading(try ProgramAnswers(visit).form(["contact", "incidents", "note"], groups: [levels]))
        guard let draft = ReportFields.read(&reading, plan), reading.isSound else { throw FieldsRefused(reading.filled) }
        try await monitoring.report(draft, on: check, in: file, by: actor)
        guard let written = try await page(visit).reports.first(where: { $0.check == check }) else { throw MonitoringRefused.noCheck }
        return .report(written)
    }

    func referAgain(_ visit: Visit) async throws -> JSONValue {
        let file = try visit.id("id", of: CaseFile.self)
        _ = try ProgramAnswers(visit).form()
        return ["case": .text("\(try await monitoring.referAgain(after: visit.id("report"), in: file, by: visit.signedIn()))")]
    }
}

extension JSONValue {
    fileprivate static func check(_ check: MonitoringCheck, isLate: Bool) -> JSONValue {
        [
            "id": .text("\(check.id)"), "organisation": .text(check.organisationName), "month": .integer(check.month),
            "due": .text(check.due.iso), "report_by": .text(check.reportBy.iso), "is_late": .bool(isLate),
        ]
    }

    fileprivate static func report(_ report: MonitoringReport) -> JSONValue {
        let levels = MonitoringReport.domains.compactMap { domain in
            report.levels[domain].map { Member(name: domain.rawValue, value: .integer($0)) }
        }
        return [
            "id": .text("\(report.id)"), "check": .text("\(report.check)"), "month": .integer(report.month),
            "contact": .text(report.contact.rawValue), "levels": .members(levels),
            "incidents": .list(report.incidents.map { .text($0.rawValue) }), "is_danger": .bool(report.isDanger),
            "is_worse": .bool(report.isWorse), "is_late": .bool(report.isLate), "reported_at": .text(report.reportedAt.iso),
            "note": JSONValue(report.note),
        ]
    }
}

extension Schema {
    private static let contact = Schema.choice(MonitoringReport.Contact.allCases.map(\.rawValue))
    private static let incidents = Schema.list(of: .choice(MonitoringReport.Incident.allCases.map(\.rawValue)))

    fileprivate static let monitoringCheck = Schema.object([
        "id": .text, "organisation": .text, "month": .integer, "due": .text, "report_by": .text, "is_late": .flag,
    ])

    fileprivate static let monitoringReport = Schema.object([
        "id": .text, "check": .text, "month": .integer, "contact": contact, "levels": .dictionary(of: .integer), "incidents": incidents,
        "is_danger": .flag, "is_worse": .flag, "is_late": .flag, "reported_at": .text, "note": Schema.text.orNull,
    ])

    fileprivate static func newReport(_ profile: CountryProfile) -> Schema {
        let parts = profile.monitoring.outcomes.map { "\($0.code): \($0.name.en)" }.joined(separator: "; ")
        return .object(
            [
                "contact": contact,
                "levels": Schema.scores.described("0 worst to 3; what was not learnt is left out. \(parts)."),
                "incidents": incidents, "note": Schema.text(length: 4_000).orNull,
            ], optional: ["levels", "incidents", "note"])
    }
}
