import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/to-be-forgotten                               files whose time is over             erasePeople
    //  GET   /work/cases/{id}/erasure                            one more look; the receipt after     erasePeople
    //  POST  /work/cases/{id}/erasure                            erase the person                     erasePeople
    //  POST  /work/cases/{id}/retention-hold                     hold the erasure back                erasePeople
    //  POST  /work/cases/{id}/retention-hold/{hold}/end          its reason is gone                   erasePeople
    mutating func addForgetting(_ room: ProtectionRoom) {
        let forgetting = Forgetting(room: room)

        get("/work/to-be-forgotten", needs: .deed(.erasePeople)) { visit in .page(try await ToBeForgottenPage.read(visit, room)) }

        get("/work/cases/{id}/erasure", needs: .deed(.erasePeople)) { visit in
            .page(try await ErasurePage.read(visit, room, filled: Filled()))
        }

        post("/work/cases/{id}/erasure", needs: .deed(.erasePeople)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            var reading = FormReading(visit.form)
            let (basis, sure) = (reading.read(ErasurePage.basis), reading.read(ErasurePage.sure))
            if reading.isSound, let basis, sure == true {
                do {
                    _ = try await forgetting.erase(id, on: basis, by: visit.signedIn())
                    return .see(StewardshipAddress.erasure(id))
                } catch let refused as StewardshipRefused where refused.kind == .invalid {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await ErasurePage.read(visit, room, filled: reading.filled), status: .unprocessable)
        }

        post("/work/cases/{id}/retention-hold", needs: .deed(.erasePeople)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            var reading = FormReading(visit.form)
            let (reason, until) = (reading.read(ErasurePage.holdReason), reading.read(ErasurePage.holdUntil))
            guard reading.isSound, let reason, let until else {
                return .page(try await ErasurePage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await forgetting.hold(id, for: reason, until: until, by: visit.signedIn())
            return .see(StewardshipAddress.erasure(id))
        }

        post("/work/cases/{id}/retention-hold/{hold}/end", needs: .deed(.erasePeople)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            try await forgetting.release(visit.id("hold"), of: id, by: visit.signedIn())
            return .see(StewardshipAddress.erasure(id))
        }
    }
}

/// The files whose time is over, and those that were erased.
struct ToBeForgottenPage: Page {
    struct Line: Sendable {
        let id: ID<CaseFile>
        let code: String
        let reason: String?
        let until: Day
        let isHeld: Bool
    }

    static let shape = ListShape(
        filters: [ListFilter("held", .heldBack, [("yes", .yes), ("no", .no)])], sorts: [ListSort("until")])

    let asked: ListRequest
    let lines: [Line]
    let erased: [(id: ID<CaseFile>, code: String, on: Instant, completeOn: Day?)]
    let profile: CountryProfile

    static func read(_ visit: Visit, _ room: ProtectionRoom) async throws -> ToBeForgottenPage {
        let (actor, today, asked) = (try visit.signedIn(), room.day(of: visit.now), ListRequest(visit.query, shape))
        let place: SQL
        if let values = asked.after?.values, values.count == 2, let id = ID<CaseFile>(values[1]) {
            place = "AND (c.retain_until, c.id) > (\(values[0]), \(id))"
        } else {
            place = .none
        }
        let isHeld: SQL = """
            EXISTS (SELECT 1 FROM retention_hold h WHERE h.case_id = c.id AND h.ended_at IS NULL AND h.until >= \(today))
            """
        let held: SQL =
            switch asked.filters["held"] {
            case "yes"?: "AND \(sql: isHeld)"
            case "no"?: "AND NOT \(sql: isHeld)"
            default: .none
            }
        return try await room.database.read { tx in
            let lines = try tx.rows(
                """
                SELECT c.id, c.code, c.closure_reason, c.retain_until, CASE WHEN \(sql: isHeld) THEN 1 ELSE 0 END
                FROM case_file c JOIN person p ON p.id = c.person_id
                WHERE c.retain_until < \(today) AND c.closed_at IS NOT NULL AND p.erased_at IS NULL
                    AND \(sql: .reached(with: .erasePeople, by: actor)) \(sql: held) \(sql: place)
                ORDER BY c.retain_until, c.id LIMIT \(ListRequest.fetchCount)
                """
            ) { row in
                Line(
                    id: try row.id(0, of: CaseFile.self), code: row.text(1), reason: row.optionalText(2), until: try row.day(3),
                    isHeld: row.int(4) == 1
                )
            }
            let erased = try tx.rows(
                """
                SELECT c.id, c.code, e.ordered_at, e.complete_on FROM erasure_order e JOIN case_file c ON c.id = e.case_id
                WHERE \(sql: .reached(with: .erasePeople, by: actor)) ORDER BY e.ordered_at DESC LIMIT 50
                """
            ) { row in
                (id: try row.id(0, of: CaseFile.self), code: row.text(1), on: row.instant(2), completeOn: try row.optionalDay(3))
            }
            return ToBeForgottenPage(asked: asked, lines: lines, erased: erased, profile: room.profile)
        }
    }

    var title: Word { .toBeForgotten }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        let profile = profile
        html.list(
            KeysetTable(
                caption: .toBeForgotten, asked: asked, slice: ListSlice(fetched: lines) { [$0.until.iso, "\($0.id)"] },
                at: StewardshipAddress.toBeForgotten, empty: EmptyList(.toBeForgottenWillStandHere),
                columns: [
                    ListColumn(.caseCode, namesRow: true) { line, html in html.file(line.id, line.code) },
                    ListColumn(.closureReason) { line, html in
                        if let reason = line.reason.flatMap(profile.closureReason) { html.say(reason.name) }
                    },
                    ListColumn(.retainUntil, sort: "until") { line, html in html.day(line.until) },
                    ListColumn(.heldBack) { line, html in html.say(line.isHeld ? .yes : .no) },
                    ListColumn(.erasePerson) { line, html in html.a(to: StewardshipAddress.erasure(line.id), .oneMoreLook) },
                ]
            )
        )
        guard !erased.isEmpty else { return }
        html.h2(.erasedPeople)
        html.ul { html in
            for one in erased {
                html.li { html in
                    html.a(to: StewardshipAddress.erasure(one.id)) { html in html.code { $0.text(one.code) } }
                    html.text(" · ")
                    html.moment(one.on)
                    if let day = one.completeOn {
                        html.text(" · ")
                        html.say(.completeOn)
                        html.space()
                        html.day(day)
                    }
                }
            }
        }
    }
}
