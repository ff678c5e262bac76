import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/my-children             the children of a guardian, with what is due     actAsGuardian
    //  GET   /work/my-children/consents    what a guardian is asked to agree to             actAsGuardian
    //  GET   /work/children/consents       what the authority is asked, without guardians   protectChildren
    mutating func addMyChildren(_ room: ProtectionRoom) {
        get("/work/my-children", needs: .deed(.actAsGuardian)) { visit in
            let actor = try visit.signedIn()
            let asked = ListRequest(visit.query, MyChildrenPage.shape)
            let (lines, waiting) = try await room.database.read { tx in
                (try MyChildrenPage.lines(asked, for: actor, in: tx), try ConsentRequest.waiting(for: actor, tx: tx).count)
            }
            return .page(MyChildrenPage(asked: asked, lines: lines, waiting: waiting, today: room.day(of: visit.now)))
        }

        get("/work/my-children/consents", needs: .deed(.actAsGuardian)) { visit in
            let actor = try visit.signedIn()
            let requests = try await room.database.read { tx in try ConsentRequest.waiting(for: actor, tx: tx) }
            return .page(ConsentsAskedPage(requests: requests, isForAuthority: false, profile: room.profile))
        }

        get("/work/children/consents", needs: .deed(.protectChildren)) { visit in
            let actor = try visit.signedIn()
            let requests = try await room.database.read { tx in try ConsentRequest.waitingForAuthority(actor, tx: tx) }
            return .page(ConsentsAskedPage(requests: requests, isForAuthority: true, profile: room.profile))
        }
    }
}

/// The children of a guardian.
struct MyChildrenPage: Page {
    struct Line: Sendable {
        let summary: CaseSummary
        let lastMet: Day?
    }

    static let shape = ListShape(search: .findCase, filters: [ListFilter("due", .due, [("late", .dueLate)])], sorts: [ListSort("due")])

    let asked: ListRequest
    let lines: [Line]
    let waiting: Int
    let today: Day

    static func lines(_ asked: ListRequest, for actor: Actor, in tx: any Transaction) throws -> [Line] {
        var conditions: [SQL] = [
            "m.account_id = \(actor.account) AND m.ended_at IS NULL AND m.capacity = 'guardian' AND c.closed_at IS NULL",
            .reached(with: .actAsGuardian, by: actor),
        ]
        if let text = asked.search {
            conditions.append(
                CaseCode.read(text).map { "c.code = \($0)" } ?? "lower(c.label) LIKE \("%" + text.likePattern + "%") ESCAPE '!'")
        }
        if let place = asked.after?.values, place.count == 2, let id = ID<CaseFile>(place[1]) {
            conditions.append("(c.next_due, c.id) > (\(place[0]), \(id))")
        }
        return try tx.rows(
            """
            SELECT \(sql: .caseSummary), (SELECT max(v.met_on) FROM guardian_visit v WHERE v.case_id = c.id AND v.replaced_at IS NULL
                AND v.is_withdrawn = 0)
            FROM case_member m JOIN case_file c ON c.id = m.case_id WHERE \(sql: .joined(conditions, separator: " AND "))
            ORDER BY c.next_due, c.id LIMIT \(ListRequest.fetchCount)
            """
        ) { Line(summary: try CaseSummary($0), lastMet: try $0.optionalDay(SQL.caseSummaryCount)) }
    }

    var title: Word { .myChildren }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p { html in
            html.a(to: ChildAddress.consentsAsked, .consentsAskedOfMe, .class("button secondary"))
            html.text(" ")
            html.number(waiting)
        }
        let today = today
        html.list(
            KeysetTable(
                caption: .myChildren, asked: asked,
                slice: ListSlice(fetched: lines) { [$0.summary.nextDue?.iso ?? CaseSummary.nothingDue, "\($0.summary.id)"] },
                at: ChildAddress.myChildren, empty: EmptyList(.myChildrenWillStandHere),
                columns: [
                    ListColumn(.caseCode, namesRow: true) { line, html in
                        html.a(to: CaseAddress.file(line.summary.id)) { html in html.code { $0.text(line.summary.code) } }
                    },
                    ListColumn(.caseLabel) { line, html in html.bdi { $0.text(line.summary.label) } },
                    ListColumn(.due) { line, html in
                        guard let due = line.summary.nextDue else { return html.say(.nothingDue) }
                        html.day(due)
                        if due < today {
                            html.space()
                            html.span(.late, .class("badge warning"))
                        }
                    },
                    ListColumn(.lastMet) { line, html in
                        if let day = line.lastMet { html.day(day) } else { html.say(.neverMet) }
                    },
                    ListColumn(.protectionOfTheChild) { line, html in html.a(to: ChildAddress.file(line.summary.id), .openChildPage) },
                    ListColumn(.recordMeeting) { line, html in
                        html.a(to: CaseAddress.entries(line.summary.id, CareEntries.guardianVisit.code), .recordMeeting)
                    },
                ]
            )
        )
    }
}

/// What a guardian is asked to agree to, over all their children; or the authority, for children without one.
struct ConsentsAskedPage: Page {
    let requests: [ConsentRequest]
    let isForAuthority: Bool
    let profile: CountryProfile

    var title: Word { isForAuthority ? .consentsAskedOfAuthority : .consentsAskedOfMe }
    var door: Door { .work }
    var trail: [Crumb] {
        [isForAuthority ? Crumb(.children, ChildAddress.children) : Crumb(.myChildren, ChildAddress.myChildren)]
    }

    func body(_ html: inout Markup) {
        if requests.isEmpty { html.p(.consentsAskedWillStandHere, .class("empty")) }
        html.ul(.class("timeline")) { html in
            for request in requests {
                html.li { html in
                    html.a(to: ChildAddress.consent(request.file, request.id)) { html in
                        html.code { $0.text(request.fileCode) }
                        html.space()
                        html.bdi { $0.text(request.fileLabel) }
                    }
                    html.text(" · ")
                    if let purpose = profile.consentPurpose(request.purpose) { html.say(purpose.name) }
                    html.text(" · ")
                    html.moment(request.askedAt)
                }
            }
        }
    }
}
