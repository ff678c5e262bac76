import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/caseloads                             files per worker, late ones     superviseCases
    //  GET   /work/caseloads/{account}                   the files of one, leave, forms  superviseCases
    //  POST  /work/caseloads/{account}/hand-over         give files to another           superviseCases
    //  POST  /work/caseloads/{account}/leave             away from a day to a day        superviseCases
    //  POST  /work/caseloads/{account}/leave/{id}/end    back before                     superviseCases
    mutating func addCaseloads(_ room: ProtectionRoom) {
        let caseloads = Caseloads(room: room)

        get("/work/caseloads", needs: .deed(.superviseCases)) { visit in .page(try await CaseloadsPage.read(visit, room)) }

        get("/work/caseloads/{account}", needs: .deed(.superviseCases)) { visit in
            .page(try await CaseloadPage.read(visit, room, filled: Filled()))
        }

        post("/work/caseloads/{account}/hand-over", needs: .deed(.superviseCases)) { visit in
            let page = try await CaseloadPage.read(visit, room, filled: Filled())
            var reading = FormReading(visit.form)
            let (files, next) = (reading.read(page.files), reading.read(page.next))
            if reading.isSound, let files, let next {
                do {
                    try await caseloads.handOver(files, from: page.id, to: next, by: visit.signedIn())
                    return .see(StewardshipAddress.caseload(page.id))
                } catch let refused as any Refusal where refused.kind == .invalid {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await CaseloadPage.read(visit, room, filled: reading.filled), status: .unprocessable)
        }

        post("/work/caseloads/{account}/leave", needs: .deed(.superviseCases)) { visit in
            let page = try await CaseloadPage.read(visit, room, filled: Filled())
            var reading = FormReading(visit.form)
            let (first, last) = (reading.read(CaseloadPage.first), reading.read(CaseloadPage.last))
            if let deputy = reading.read(page.deputy), reading.isSound, let first, let last {
                do {
                    try await caseloads.setLeave(of: page.id, from: first, to: last, deputy: deputy, by: visit.signedIn())
                    return .see(StewardshipAddress.caseload(page.id))
                } catch let refused as any Refusal where refused.kind == .invalid {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await CaseloadPage.read(visit, room, filled: reading.filled), status: .unprocessable)
        }

        post("/work/caseloads/{account}/leave/{id}/end", needs: .deed(.superviseCases)) { visit in
            let account = try visit.id("account", of: Account.self)
            try await caseloads.endLeave(visit.id("id"), by: visit.signedIn())
            return .see(StewardshipAddress.caseload(account))
        }
    }
}

/// How many files each person of the organisation works on, and how many of these are late.
struct CaseloadsPage: Page {
    struct Line: Sendable {
        let id: ID<Account>
        let name: String
        let files: Int
        let late: Int
        let isAway: Bool
    }

    let asked: ListRequest
    let lines: [Line]
    let unassigned: Int

    static let shape = ListShape(search: .findColleague, sorts: [ListSort("name")])

    static func read(_ visit: Visit, _ room: ProtectionRoom) async throws -> CaseloadsPage {
        let (actor, today, asked) = (try visit.signedIn(), room.day(of: visit.now), ListRequest(visit.query, shape))
        var conditions: [SQL] = ["a.organisation_id = \(actor.organisation)", "a.state = 'active'"]
        if let text = asked.search { conditions.append("lower(a.display_name) LIKE \("%" + text.likePattern + "%") ESCAPE '!'") }
        if let values = asked.after?.values, values.count == 2, let id = ID<Account>(values[1]) {
            conditions.append("(a.display_name, a.id) > (\(values[0]), \(id))")
        }
        let which = SQL.joined(conditions, separator: " AND ")
        return try await room.database.read { tx in
            let mine: SQL = "c.assigned_to = a.id AND c.closed_at IS NULL AND \(sql: .reached(with: .superviseCases, by: actor))"
            let lines = try tx.rows(
                """
                SELECT a.id, a.display_name, (SELECT count(*) FROM case_file c WHERE \(sql: mine)),
                    (SELECT count(*) FROM case_file c WHERE \(sql: mine) AND c.next_due < \(today)),
                    (SELECT count(*) FROM leave_of_absence l WHERE l.account_id = a.id AND l.state = 'running')
                FROM account a WHERE \(sql: which) ORDER BY a.display_name, a.id LIMIT \(ListRequest.fetchCount)
                """
            ) { row in
                Line(id: try row.id(0, of: Account.self), name: row.text(1), files: row.int(2), late: row.int(3), isAway: row.int(4) > 0)
            }
            let unassigned = try tx.count(
                """
                SELECT count(*) FROM case_share s JOIN case_file c ON c.id = s.case_id
                WHERE s.organisation_id = \(actor.organisation) AND s.closed_at IS NULL AND s.is_open = 1 AND s.seat = 'keeper'
                    AND c.assigned_to IS NULL AND \(sql: .reached(with: .superviseCases, by: actor))
                """
            )
            return CaseloadsPage(asked: asked, lines: lines, unassigned: unassigned)
        }
    }

    var title: Word { .caseloads }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p { html in
            html.a(to: CaseAddress.files.with("worker", "nobody"), .withoutWorker)
            html.text(": ")
            html.number(unassigned)
        }
        html.list(
            KeysetTable(
                caption: .caseloads, asked: asked, slice: ListSlice(fetched: lines) { [$0.name, "\($0.id)"] },
                at: StewardshipAddress.caseloads, empty: EmptyList(.caseloadsWillStandHere),
                columns: [
                    ListColumn(.worker, sort: "name", namesRow: true) { line, html in
                        html.a(to: StewardshipAddress.caseload(line.id)) { html in html.bdi { $0.text(line.name) } }
                        if line.isAway {
                            html.space()
                            html.span(.isAway, .class("badge"))
                        }
                    },
                    ListColumn(.caseFiles, isNumeric: true) { line, html in html.number(line.files) },
                    ListColumn(.dueLate, isNumeric: true) { line, html in
                        if line.late > 0 { html.span(.class("badge warning")) { $0.number(line.late) } } else { html.number(0) }
                    },
                ]
            )
        )
    }
}

/// The files of one person, and what can be done with all of them at once.
struct CaseloadPage: Page {
    static let first = DayField("first", .leaveFirst)
    static let last = DayField("last", .leaveLast)

    let id: ID<Account>
    let name: String
    let files: ChoicesField<ID<CaseFile>>
    let next: ChoiceField<ID<Account>>
    let deputy: ChoiceField<ID<Account>>
    let leaves: [(id: ID<Leave>, first: Day, last: Day, deputy: String, state: Leave.State)]
    let filled: Filled

    static func read(_ visit: Visit, _ room: ProtectionRoom, filled: Filled) async throws -> CaseloadPage {
        let (actor, id) = (try visit.signedIn(), try visit.id("account", of: Account.self))
        return try await room.database.read { tx in
            let name = try tx.row("SELECT display_name FROM account WHERE id = \(id) AND organisation_id = \(actor.organisation)") {
                $0.text(0)
            }
            guard let name else { throw notThere(.superviseCases, actor) }
            let files = try tx.rows(
                """
                SELECT c.id, c.code, c.label FROM case_file c WHERE c.assigned_to = \(id) AND c.closed_at IS NULL
                    AND c.organisation_id = \(actor.organisation) AND \(sql: .reached(with: .superviseCases, by: actor))
                ORDER BY c.next_due, c.id LIMIT 1000
                """
            ) { (try $0.id(0, of: CaseFile.self), $0.text(1), $0.text(2)) }
            let colleagues = try tx.rows(
                """
                SELECT id, display_name FROM account WHERE organisation_id = \(actor.organisation) AND state = 'active' AND id <> \(id)
                ORDER BY display_name LIMIT 500
                """
            ) { Choice(try $0.id(0, of: Account.self), key: "\(try $0.id(0, of: Account.self))", label: .data($0.text(1))) }
            return CaseloadPage(
                id: id, name: name,
                files: ChoicesField(
                    "files", .filesToHandOver, choices: files.map { Choice($0.0, key: "\($0.0)", label: .data("\($0.1) · \($0.2)")) }),
                next: ChoiceField("next", .handOverTo, choices: colleagues, as: .list),
                deputy: ChoiceField("deputy", .deputy, why: .deputyWhy, choices: colleagues, as: .list),
                leaves: try tx.rows(
                    """
                    SELECT l.id, l.first_day, l.last_day, a.display_name, l.state FROM leave_of_absence l JOIN account a ON a.id = l.deputy_id
                    WHERE l.account_id = \(id) AND l.state <> 'over' ORDER BY l.first_day
                    """
                ) {
                    (
                        id: try $0.id(0, of: Leave.self), first: try $0.day(1), last: try $0.day(2), deputy: $0.text(3),
                        state: try $0.choice(4, as: Leave.State.self)
                    )
                },
                filled: filled
            )
        }
    }

    var title: Word { .data(name) }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.caseloads, StewardshipAddress.caseloads)] }

    func body(_ html: inout Markup) {
        html.problems(filled)
        html.h2(.handOver)
        if files.choices.isEmpty {
            html.p(.noFilesToHandOver, .class("empty"))
        } else {
            html.p(.handOverLead)
            html.form(post: StewardshipAddress.handOver(id)) { html in
                html.field(files, filled)
                html.field(next, filled)
                html.submit(.handOver)
            }
        }
        html.h2(.leaves)
        html.ul { html in
            for leave in leaves {
                html.li { html in
                    html.day(leave.first)
                    html.text(" – ")
                    html.day(leave.last)
                    html.text(" · ")
                    html.say(.deputy)
                    html.text(": ")
                    html.bdi { $0.text(leave.deputy) }
                    html.form(post: StewardshipAddress.leaveEnd(id, leave.id), .class("inline")) { $0.submit(.endLeave, .class("quiet")) }
                }
            }
        }
        html.p(.leaveLead)
        html.form(post: StewardshipAddress.leave(id)) { html in
            html.field(Self.first, filled)
            html.field(Self.last, filled)
            html.field(deputy, filled)
            html.submit(.setLeave)
        }
    }
}
