import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// What waits for the authority: to be taken up, decided, confirmed or reviewed; what is overdue first, then by the day it is due.
struct DecisionQueue: Sendable {
    struct Line: Sendable {
        let id: ID<CaseFile>
        let code: String
        let label: String
        let isUrgent: Bool
        let stage: IdentificationStage
        let since: Instant
        let nextDue: String
        /// The day by which the authority has to decide; other clocks of the file may end sooner.
        let due: Day?
        let officer: String?
        let pendingSince: Instant?

        var waits: Waiting { pendingSince != nil ? .confirm : Waiting.of(stage) ?? .decide }
        var waitingSince: Instant { pendingSince ?? since }
    }

    /// What is waited for.
    enum Waiting: String, CaseIterable, Sendable {
        case acknowledge, decide, confirm, review

        static func of(_ stage: IdentificationStage) -> Waiting? {
            switch stage {
            case .detected: .acknowledge
            case .underAssessment, .presumed: .decide
            case .underReview: .review
            default: nil
            }
        }
        var stages: [IdentificationStage] {
            switch self {
            case .acknowledge: [.detected]
            case .decide, .confirm: [.underAssessment, .presumed]
            case .review: [.underReview]
            }
        }
    }

    struct Narrowing: Sendable {
        var waiting: Waiting?
        var officer: String?
        var isLate = false
        var isUrgent: Bool?
        var path: ProtectionPath?
        var text: String?
    }

    static func lines(
        _ narrowing: Narrowing, after: (due: String, id: ID<CaseFile>)?, limit: Int, today: Day, for actor: Actor, in tx: any Transaction
    ) throws -> [Line] {
        try tx.rows(.decisionQueue(narrowing, after: after, limit: limit, today: today, for: actor)) { row in
            Line(
                id: try row.id(0, of: CaseFile.self), code: row.text(1), label: row.text(2), isUrgent: row.int(3) == 1,
                stage: try row.choice(4, as: IdentificationStage.self), since: row.instant(5), nextDue: row.text(6),
                due: row.text(6) == CaseSummary.nothingDue ? nil : Day(iso: row.text(6)), officer: row.optionalText(7),
                pendingSince: row.optionalInstant(8))
        }
    }
}

extension SQL {
    /// Goes down the shares of the reader's organisation in the order of what the authority has to do: of several clocks in a file, those of
    /// others do not count.
    static func decisionQueue(
        _ narrowing: DecisionQueue.Narrowing, after: (due: String, id: ID<CaseFile>)?, limit: Int, today: Day, for actor: Actor
    ) -> SQL {
        var all: [SQL] = [
            "s.organisation_id = \(actor.organisation) AND s.closed_at IS NULL AND s.is_open = 1",
            "(s.seat = 'identification' OR s.seat = 'keeper')",
            """
            NOT EXISTS (SELECT 1 FROM case_share t WHERE t.case_id = s.case_id AND t.organisation_id = s.organisation_id
                AND t.closed_at IS NULL AND (t.seat = 'identification' OR t.seat = 'keeper') AND t.id < s.id)
            """,
            "c.closed_at IS NULL", .notBarred(actor), .reached(with: .assessIdentification, by: actor),
        ]
        let stages = narrowing.waiting?.stages ?? IdentificationStage.allCases.filter(\.awaitsDecision)
        switch narrowing.waiting {
        case .confirm?: all.append("k.pending_id IS NOT NULL")
        case nil: all.append("(c.stage IN \(list: stages) OR k.pending_id IS NOT NULL)")
        case let waiting?: all.append("c.stage IN \(list: waiting.stages) AND k.pending_id IS NULL")
        }
        switch narrowing.officer {
        case "me"?: all.append("k.officer_id = \(actor.account)")
        case "nobody"?: all.append("k.officer_id IS NULL")
        case "others"?: all.append("k.officer_id <> \(actor.account)")
        default: break
        }
        if narrowing.isLate { all.append("s.next_due < \(today)") }
        if let urgent = narrowing.isUrgent { all.append("c.is_urgent = \(urgent)") }
        if let path = narrowing.path { all.append("c.path = \(path)") }
        if let text = narrowing.text {
            if let code = CaseCode.read(text) {
                all.append("c.code = \(code)")
            } else {
                all.append("lower(c.label) LIKE \("%" + text.likePattern + "%") ESCAPE '!'")
            }
        }
        if let after { all.append("(s.next_due, s.case_id) > (\(after.due), \(after.id))") }
        return """
            SELECT c.id, c.code, c.label, c.is_urgent, c.stage, c.stage_since, s.next_due,
                w.display_name, k.pending_since
            FROM case_share s JOIN case_file c ON c.id = s.case_id LEFT JOIN identification_desk k ON k.case_id = c.id
                LEFT JOIN account w ON w.id = k.officer_id AND w.organisation_id = s.organisation_id
            WHERE \(sql: .joined(all, separator: " AND ")) ORDER BY s.next_due, s.case_id LIMIT \(limit)
            """
    }
}

extension Routes {
    mutating func addDecisionQueue(_ room: ProtectionRoom) {
        get("/work/decisions", needs: .deed(.assessIdentification)) { visit in
            let actor = try visit.signedIn()
            guard actor.hasSecondFactor else {
                throw AccessRefused.secondFactorNeeded(Denial(actor: actor, deed: .assessIdentification))
            }
            let asked = ListRequest(visit.query, DecisionQueuePage.shape)
            let after = asked.after.flatMap { place -> (due: String, id: ID<CaseFile>)? in
                guard place.values.count == 2, let id = ID<CaseFile>(place.values[1]) else { return nil }
                return (place.values[0], id)
            }
            let today = room.day(of: visit.now)
            let narrowing = DecisionQueuePage.narrowing(asked)
            let lines = try await room.database.read { tx in
                try DecisionQueue.lines(narrowing, after: after, limit: ListRequest.fetchCount, today: today, for: actor, in: tx)
            }
            return .page(
                DecisionQueuePage(asked: asked, lines: lines, today: today, calendar: room.profile.calendar, profile: room.profile))
        }
    }
}

/// The queue of the authority.
struct DecisionQueuePage: Page {
    let asked: ListRequest
    let lines: [DecisionQueue.Line]
    let today: Day
    let calendar: WorkingCalendar
    let profile: CountryProfile

    static let shape = ListShape(
        search: .findCase,
        filters: [
            ListFilter("waits", .waitsFor, DecisionQueue.Waiting.allCases.map { ($0.rawValue, $0.word) }),
            ListFilter("officer", .officer, [("me", .workerIsMe), ("nobody", .workerIsNobody), ("others", .workerIsOther)]),
            ListFilter("due", .due, [("late", .dueLate)]), ListFilter("urgent", .urgent, [("yes", .yes), ("no", .no)]),
            ListFilter("path", .path, ProtectionPath.allCases.map { ($0.rawValue, $0.word) }),
        ],
        sorts: [ListSort("due")]
    )

    static func narrowing(_ asked: ListRequest) -> DecisionQueue.Narrowing {
        DecisionQueue.Narrowing(
            waiting: asked.filters["waits"].flatMap(DecisionQueue.Waiting.init(rawValue:)), officer: asked.filters["officer"],
            isLate: asked.filters["due"] == "late", isUrgent: asked.filters["urgent"].map { $0 == "yes" },
            path: asked.filters["path"].flatMap(ProtectionPath.init(rawValue:)), text: asked.search)
    }

    var title: Word { .decisions }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.list(
            KeysetTable(
                caption: .decisions, asked: asked, slice: ListSlice(fetched: lines) { [$0.nextDue, "\($0.id)"] },
                at: IdentificationAddress.decisions, empty: EmptyList(.decisionsWillStandHere), columns: columns))
    }

    private var columns: [ListColumn<DecisionQueue.Line>] {
        let (today, calendar, profile) = (today, calendar, profile)
        return [
            ListColumn(.caseCode, namesRow: true) { line, html in
                html.a(to: IdentificationAddress.file(line.id)) { html in html.code { $0.text(line.code) } }
                if line.isUrgent {
                    html.space()
                    html.span(.urgent, .class("badge warning"))
                }
            },
            ListColumn(.caseLabel) { line, html in html.bdi { $0.text(line.label) } },
            ListColumn(.due, sort: "due") { line, html in
                guard let due = line.due else { return html.say(.nothingDue) }
                html.day(due)
                if due < today {
                    html.space()
                    html.span(.late, .class("badge warning"))
                }
            },
            ListColumn(.waitsFor) { line, html in html.say(line.waits.word) },
            ListColumn(.stage) { line, html in html.say(profile.decisionNames[line.stage.rawValue] ?? .stage) },
            ListColumn(.officer) { line, html in
                guard let name = line.officer else { return html.say(.workerIsNobody) }
                html.bdi { $0.text(name) }
            },
            ListColumn(.waitingDays, isNumeric: true) { line, html in
                html.number(max(0, today.daysSinceEpoch - calendar.day(of: line.waitingSince).daysSinceEpoch))
            },
        ]
    }
}
