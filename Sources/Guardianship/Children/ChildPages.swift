import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/children                             children, without guardian first      protectChildren
    //  GET   /work/cases/{id}/childhood                 all about one child                   readChildFile
    //  POST  /work/cases/{id}/childhood/acknowledgement the authority takes the child up      protectChildren
    mutating func addChildren(_ room: ProtectionRoom) {
        let childhood = Childhood(room)

        get("/work/children", needs: .deed(.protectChildren)) { visit in
            let actor = try visit.signedIn()
            let asked = ListRequest(visit.query, ChildrenPage.shape)
            let today = room.day(of: visit.now)
            let lines = try await room.database.read { tx in
                try ChildrenPage.lines(asked, today: today, for: actor, in: tx)
            }
            return .page(ChildrenPage(asked: asked, lines: lines, today: today))
        }

        get("/work/cases/{id}/childhood", needs: .deed(.readChildFile)) { visit in
            let page = try await childhood.look(at: visit.id("id"), for: visit.signedIn()) { tx, view, _ in
                ChildPage(view: view, state: try ChildState(of: view.summary.id, in: tx), readsLedger: try view.readsLedger(in: tx))
            }
            return .page(page)
        }

        post("/work/cases/{id}/childhood/acknowledgement", needs: .deed(.protectChildren)) { visit in
            let file = try visit.id("id", of: CaseFile.self)
            try await Guardians(room).acknowledge(file, by: visit.signedIn())
            return .see(ChildAddress.file(file))
        }
    }
}

/// The children whom the authority protects: those without a guardian first, then what is due first.
struct ChildrenPage: Page {
    struct Line: Sendable {
        let summary: CaseSummary
        /// 0 without any guardian, 1 with a temporary one, 2 with one who stays: the first order of the list.
        let guardian: Int
        let keeper: String
        let care: String?
        let disputed: Bool
    }

    let asked: ListRequest
    let lines: [Line]
    let today: Day

    static let shape = ListShape(
        search: .findCase,
        filters: [
            ListFilter("guardian", .guardian, [("none", .noGuardianYet), ("temporary", .temporary), ("standing", .standing)]),
            ListFilter("path", .path, [("child", ProtectionPath.child.word), ("unsure", ProtectionPath.unsure.word)]),
            ListFilter("age", .ageAssessment, [("disputed", .ageDisputed)]),
            ListFilter("determination", .determination, [("open", .isOpenNow), ("due", .dueThisMonth), ("none", .noneOpened)]),
            ListFilter("care", .careArrangement, CareEntries.kinds.map { ($0.code, $0.word) } + [("none", .notRecorded)]),
            ListFilter("due", .due, [("late", .dueLate), ("week", .dueThisWeek)]),
        ],
        sorts: [ListSort("guardian")]
    )

    private static let guardianRank: SQL = """
        CASE WHEN g.id IS NULL THEN 0 WHEN g.is_temporary = 1 THEN 1 ELSE 2 END
        """
    private static let care: SQL = """
        (SELECT k.kind FROM care_arrangement k WHERE k.case_id = c.id AND k.replaced_at IS NULL AND k.is_withdrawn = 0
            AND k.ended IS NULL ORDER BY k.began DESC, k.id DESC LIMIT 1)
        """
    private static let disputed: SQL = """
        EXISTS (SELECT 1 FROM age_assessment a WHERE a.case_id = c.id AND a.stage <> 'decided' AND a.stage <> 'refused')
        """

    static func lines(_ asked: ListRequest, today: Day, for actor: Actor, in tx: any Transaction) throws -> [Line] {
        var conditions: [SQL] = ["c.closed_at IS NULL AND c.path <> 'adult'", .reached(with: .protectChildren, by: actor)]
        let filters = asked.filters
        switch filters["guardian"] {
        case "none"?: conditions.append("g.id IS NULL")
        case "temporary"?: conditions.append("g.is_temporary = 1")
        case "standing"?: conditions.append("g.is_temporary = 0")
        default: break
        }
        if let path = filters["path"] { conditions.append("c.path = \(path)") }
        if filters["age"] != nil { conditions.append("(\(sql: disputed) OR c.path = 'unsure')") }
        switch filters["determination"] {
        case "open"?: conditions.append("EXISTS (SELECT 1 FROM best_interests b WHERE b.case_id = c.id AND b.stage <> 'decided')")
        case "none"?: conditions.append("NOT EXISTS (SELECT 1 FROM best_interests b WHERE b.case_id = c.id)")
        case "due"?:
            conditions.append(
                """
                EXISTS (SELECT 1 FROM case_clock k WHERE k.case_id = c.id AND k.stopped_at IS NULL
                    AND k.kind = \(ClockKind.bestInterests.code) AND k.due <= \(today.adding(days: 30)))
                """)
        default: break
        }
        switch filters["care"] {
        case "none"?: conditions.append("\(sql: care) IS NULL")
        case let kind?: conditions.append("\(sql: care) = \(kind)")
        case nil: break
        }
        switch filters["due"] {
        case "late"?: conditions.append("c.next_due < \(today)")
        case "week"?: conditions.append("c.next_due <= \(today.adding(days: 7))")
        default: break
        }
        if let text = asked.search {
            if let code = CaseCode.read(text) {
                conditions.append("c.code = \(code)")
            } else {
                conditions.append("lower(c.label) LIKE \("%" + text.likePattern + "%") ESCAPE '!'")
            }
        }
        if let place = asked.after?.values, place.count == 3, let rank = Int(place[0]), let id = ID<CaseFile>(place[2]) {
            conditions.append("(\(sql: guardianRank), c.next_due, c.id) > (\(rank), \(place[1]), \(id))")
        }
        // Through the shares of the authority, so that no file of others is touched.
        return try tx.rows(
            """
            SELECT \(sql: .caseSummary), \(sql: guardianRank), o.name, \(sql: care), CASE WHEN \(sql: disputed) THEN 1 ELSE 0 END
            FROM case_file c JOIN organisation o ON o.id = c.organisation_id
                LEFT JOIN guardian_appointment g ON g.case_id = c.id AND g.ended_at IS NULL
            WHERE c.id IN (SELECT q.case_id FROM case_share q WHERE q.organisation_id = \(actor.organisation) AND q.closed_at IS NULL
                AND q.is_open = 1) AND \(sql: .joined(conditions, separator: " AND "))
            ORDER BY \(sql: guardianRank), c.next_due, c.id LIMIT \(ListRequest.fetchCount)
            """
        ) { row in
            let next = SQL.caseSummaryCount
            return Line(
                summary: try CaseSummary(row), guardian: row.int(next), keeper: row.text(next + 1), care: row.optionalText(next + 2),
                disputed: row.bool(next + 3))
        }
    }

    var title: Word { .children }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.list(
            KeysetTable(
                caption: .children, asked: asked,
                slice: ListSlice(fetched: lines) {
                    [String($0.guardian), $0.summary.nextDue?.iso ?? CaseSummary.nothingDue, "\($0.summary.id)"]
                },
                at: ChildAddress.children, empty: EmptyList(.childrenWillStandHere), columns: columns
            )
        )
        html.p { html in
            html.a(to: ChildAddress.guardians, .guardians)
            html.text(" · ")
            html.a(to: ChildAddress.consentsOfAuthority, .consentsAskedOfAuthority)
        }
    }

    private var columns: [ListColumn<Line>] {
        let today = today
        return [
            ListColumn(.caseCode, namesRow: true) { line, html in
                html.a(to: ChildAddress.file(line.summary.id)) { html in html.code { $0.text(line.summary.code) } }
                if line.summary.isUrgent {
                    html.space()
                    html.span(.urgent, .class("badge warning"))
                }
            },
            ListColumn(.caseLabel) { line, html in html.bdi { $0.text(line.summary.label) } },
            ListColumn(.guardian) { line, html in
                switch line.guardian {
                case 0: html.span(.noGuardianYet, .class("badge warning"))
                case 1: html.say(.temporary)
                default: html.say(.standing)
                }
            },
            ListColumn(.due) { line, html in
                guard let due = line.summary.nextDue else { return html.say(.nothingDue) }
                html.day(due)
                if due < today {
                    html.space()
                    html.span(.late, .class("badge warning"))
                }
            },
            ListColumn(.path) { line, html in
                html.say(line.summary.path.word)
                if line.disputed {
                    html.space()
                    html.span(.ageDisputed, .class("badge"))
                }
            },
            ListColumn(.careArrangement) { line, html in
                html.say(CareEntries.kinds.first { $0.code == line.care }?.word ?? .notRecorded)
            },
            ListColumn(.keeper) { line, html in html.bdi { $0.text(line.keeper) } },
        ]
    }
}
