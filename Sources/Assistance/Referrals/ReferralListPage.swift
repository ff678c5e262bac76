import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// The queue of referrals to one's organisation, or the list of those that it sent.
struct ReferralListPage: Page {
    enum Direction: Sendable { case toUs, weSent }

    let direction: Direction
    let asked: ListRequest
    let lines: [Line]
    let profile: CountryProfile
    let now: Instant

    struct Line: Sendable {
        let referral: ServiceReferral
        /// The other side.
        let other: String
    }

    static func shape(_ profile: CountryProfile) -> ListShape {
        ListShape(
            search: .findReferral,
            filters: [
                ListFilter("stage", .state, ServiceReferral.Stage.allCases.map { ($0.rawValue, $0.word) }),
                ListFilter("urgency", .urgencyOfReferral, Urgency.allCases.map { ($0.rawValue, $0.word) }),
                ListFilter("kind", .serviceKind, profile.services.map { ($0.code, $0.name) }),
                ListFilter("late", .late, [("yes", .yes)]),
            ],
            sorts: [ListSort("answer-by")]
        )
    }

    static func read(_ room: ProtectionRoom, _ visit: Visit, _ direction: Direction) async throws -> ReferralListPage {
        let (actor, now) = (try visit.signedIn(), visit.now)
        let asked = ListRequest(visit.query, shape(room.profile))
        var rules: [SQL] =
            switch direction {
            case .toUs:
                [
                    "r.to_organisation = \(actor.organisation)",
                    "NOT (\(sql: ServiceReferral.hasEnded))", .notBarred(actor),
                ]
            case .weSent: ["r.from_organisation = \(actor.organisation)", .reached(with: .referToServices, by: actor)]
            }
        switch asked.filters["stage"].flatMap(ServiceReferral.Stage.init(rawValue:)) {
        // What was declined or taken back is not theirs to see any more.
        case let stage? where direction == .weSent || stage.isOpen || stage == .completed: rules.append("r.stage = \(stage)")
        case .some: rules.append("1 = 0")
        case nil: rules.append("r.stage IN ('sent', 'accepted', 'started')")
        }
        if let urgency = asked.filters["urgency"] { rules.append("r.urgency = \(urgency)") }
        if let kind = asked.filters["kind"] { rules.append("s.kind = \(kind)") }
        if asked.filters["late"] == "yes" { rules.append("r.stage = 'sent' AND r.accept_by <= \(now)") }
        if let search = asked.search { rules.append("r.code = \(CaseCode.read(search) ?? "")") }
        if let place = asked.after, place.values.count == 2, let at = Int64(place.values[0]), let id = ID<ServiceReferral>(place.values[1])
        {
            rules.append("(r.accept_by > \(at) OR (r.accept_by = \(at) AND r.id > \(id)))")
        }
        let narrowed = rules
        let lines = try await room.database.read { tx in
            let names = try OrganisationNames(in: tx)
            return try tx.rows(
                """
                SELECT \(sql: ServiceReferral.columns) FROM service_referral r JOIN assistance_service s ON s.id = r.service_id
                    JOIN case_file c ON c.id = r.case_id
                WHERE \(sql: .joined(narrowed, separator: " AND ")) ORDER BY r.accept_by, r.id LIMIT \(ListRequest.fetchCount)
                """
            ) { row in
                let referral = try ServiceReferral(row)
                return Line(referral: referral, other: names[direction == .toUs ? referral.from : referral.to])
            }
        }
        return ReferralListPage(direction: direction, asked: asked, lines: lines, profile: room.profile, now: now)
    }

    var slice: ListSlice<Line> { ListSlice(fetched: lines) { ["\($0.referral.acceptBy.microseconds)", "\($0.referral.id)"] } }
    var title: Word { direction == .toUs ? .referralsToUs : .referralsWeSent }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        let (profile, now) = (profile, now)
        html.list(
            KeysetTable(
                caption: title, asked: asked,
                slice: slice,
                at: direction == .toUs ? AssistanceAddress.referralsToUs : .referralsWeSent,
                empty: EmptyList(direction == .toUs ? .referralsToUsWillStandHere : .sentReferralsWillStandHere),
                columns: [
                    ListColumn(.referralCode, namesRow: true) { line, html in
                        html.a(to: AssistanceAddress.referral(line.referral.id)) { html in html.code { $0.text(line.referral.code) } }
                    },
                    ListColumn(.serviceKind) { line, html in html.say(profile.service(line.referral.serviceKind)?.name ?? .serviceKind) },
                    ListColumn(.services) { line, html in html.bdi { $0.text(line.referral.serviceName) } },
                    ListColumn(direction == .toUs ? .sentFrom : .sentTo) { line, html in html.bdi { $0.text(line.other) } },
                    ListColumn(.urgencyOfReferral) { line, html in html.say(line.referral.urgency.word) },
                    ListColumn(.state) { line, html in html.say(line.referral.stage.word) },
                    ListColumn(.answerBy, sort: "answer-by") { line, html in
                        html.moment(line.referral.acceptBy)
                        if line.referral.stage == .sent, line.referral.acceptBy <= now {
                            html.space()
                            html.span(.late, .class("badge warning"))
                        }
                    },
                    ListColumn(.waited) { line, html in
                        html.waiting(from: line.referral.sentAt, to: line.referral.startedAt ?? line.referral.endedAt ?? now)
                    },
                ]
            )
        )
    }
}

/// What waits for an answer today.
enum ReferralsToday {
    static func sections(_ visit: Visit, _ room: ProtectionRoom) async throws -> [@Sendable (inout Markup) -> Void] {
        let actor = try visit.signedIn()
        guard actor.may(.answerReferrals), actor.hasSecondFactor else { return [] }
        let now = visit.now
        let (waiting, late) = try await room.database.read { tx in
            let mine: SQL = """
                SELECT count(*) FROM service_referral r JOIN case_file c ON c.id = r.case_id
                WHERE r.to_organisation = \(actor.organisation) AND r.stage = 'sent' AND \(sql: .notBarred(actor))
                """
            return (try tx.count(mine), try tx.count("\(sql: mine) AND r.accept_by <= \(now)"))
        }
        guard waiting > 0 else { return [] }
        return [
            { html in
                html.h3(.referralsToUs)
                html.p { html in
                    html.a(to: AssistanceAddress.referralsToUs) { html in
                        html.say(.waitForAnswer)
                        html.text(": ")
                        html.number(waiting)
                    }
                    if late > 0 {
                        html.space()
                        html.span(.late, .class("badge warning"))
                        html.space()
                        html.number(late)
                    }
                }
            }
        ]
    }
}
