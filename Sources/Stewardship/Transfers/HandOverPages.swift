import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/cases/{id}/transfer                 to whom                                       transferCases
    //  GET   /work/cases/{id}/transfer?receiver={id}   what they will see, on which ground, confirm  transferCases
    //  POST  /work/cases/{id}/transfer                 propose it                                    transferCases
    mutating func addHandOver(_ room: ProtectionRoom) {
        let transfers = Transfers(room: room)

        get("/work/cases/{id}/transfer", needs: .deed(.transferCases)) { visit in
            guard let receiver = visit.query.filled("receiver").flatMap({ ID<Organisation>($0) }) else {
                return .page(try await ChooseReceiverPage.read(visit, room))
            }
            return .page(try await HandOverPage.read(visit, room, to: receiver, filled: Filled()))
        }

        post("/work/cases/{id}/transfer", needs: .deed(.transferCases)) { visit in
            guard let receiver = visit.form.fields.filled("receiver").flatMap({ ID<Organisation>($0) }) else { throw WebRefused.notFound }
            let page = try await HandOverPage.read(visit, room, to: receiver, filled: Filled())
            var reading = FormReading(visit.form)
            let (reason, ground) = (reading.read(HandOverPage.reason), reading.read(page.ground))
            let words = reading.read(LawReason.field)
            if reading.isSound, let reason, let ground {
                do {
                    let id = try await transfers.propose(
                        page.summary.id, to: receiver, for: reason, on: ground, because: words, by: visit.signedIn())
                    return .see(StewardshipAddress.transfer(id))
                } catch let refused as any Refusal where refused.kind == .invalid {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await HandOverPage.read(visit, room, to: receiver, filled: reading.filled), status: .unprocessable)
        }
    }
}

/// The steps of a hand-over, and which one somebody stands at.
enum HandOverStep: CaseIterable {
    case toWhom, whatTheySee, ground, confirm

    var word: Word {
        switch self {
        case .toWhom: .toWhom
        case .whatTheySee: .whatTheyWillSee
        case .ground: .transferGround
        case .confirm: .confirmIt
        }
    }
}

extension Markup {
    mutating func steps(at current: HandOverStep) {
        nav(.class("steps"), .ariaLabel(.stepsOfHandOver)) { html in
            html.ol { html in
                for step in HandOverStep.allCases {
                    if step == current {
                        html.li { $0.strong(step.word) }
                    } else {
                        html.li(step.word)
                    }
                }
            }
        }
    }
}

/// Who is to have the file: the organisations of the node, with what each offers.
struct ChooseReceiverPage: PageOfFile {
    struct Line: Sendable {
        let id: ID<Organisation>
        let name: String
        let offers: [Word]
    }

    let summary: CaseSummary
    let asked: ListRequest
    let lines: [Line]
    let mayRefer: Bool

    static func read(_ visit: Visit, _ room: ProtectionRoom) async throws -> ChooseReceiverPage {
        let (actor, query) = (try visit.signedIn(), visit.query)
        return try await room.look(at: visit.id("id"), as: .transferCases, for: actor) { tx, summary in
            guard summary.organisation == actor.organisation else { throw notThere(.transferCases, actor) }
            guard summary.isOpen else { throw CaseRefused.closed }
            let profile = room.profiles[summary.profile]
            let offers = try room.branches.flatMap { try $0.offers(tx, profile) }
            let takers = try Takers(room)
            let asked = ListRequest(
                query,
                ListShape(
                    search: .findOrganisation,
                    filters: [ListFilter("offers", .offersOfOrganisation, profile.services.map { ($0.code, $0.name) })],
                    sorts: [ListSort("name")]))
            var rules: [SQL] = ["closed_at IS NULL", "id <> \(summary.organisation)", takers.exist]
            if let text = asked.search { rules.append("lower(name) LIKE \("%" + text.likePattern + "%") ESCAPE '!'") }
            if let kind = asked.filters["offers"] {
                rules.append("id IN \(list: Array(Set(offers.filter { $0.kind == kind }.map(\.organisation))))")
            }
            if let values = asked.after?.values, values.count == 2, let id = ID<Organisation>(values[1]) {
                rules.append("(name, id) > (\(values[0]), \(id))")
            }
            let found = try tx.rows(
                "SELECT id, name FROM organisation o WHERE \(sql: .joined(rules, separator: " AND ")) ORDER BY name, id LIMIT \(ListRequest.fetchCount)"
            ) { (try $0.id(0, of: Organisation.self), $0.text(1)) }
            return ChooseReceiverPage(
                summary: summary, asked: asked,
                lines: found.map { id, name in
                    Line(id: id, name: name, offers: offers.filter { $0.organisation == id }.map(\.name))
                }, mayRefer: actor.may(.referToServices))
        }
    }

    var title: Word { .transferFile }

    func body(_ html: inout Markup) {
        html.steps(at: .toWhom)
        html.p(.toWhomLead)
        if mayRefer {
            html.p(.class("why")) { html in
                html.say(.onlyAService)
                html.space()
                html.a(to: CaseAddress.serviceReferral(summary.id), .referInstead)
            }
        }
        html.list(
            KeysetTable(
                caption: .toWhom, asked: asked, slice: ListSlice(fetched: lines) { [$0.name, "\($0.id)"] },
                at: CaseAddress.handOver(summary.id), empty: EmptyList(.organisationsWillStandHere),
                columns: [
                    ListColumn(.organisation, sort: "name", namesRow: true) { [summary] line, html in
                        html.a(to: CaseAddress.handOver(summary.id, to: line.id)) { html in html.bdi { $0.text(line.name) } }
                    },
                    ListColumn(.offersOfOrganisation) { line, html in
                        if line.offers.isEmpty { html.span(.offersNothing, .class("absent")) }
                        for (index, offer) in line.offers.enumerated() {
                            if index > 0 { html.text(" · ") }
                            html.say(offer)
                        }
                    },
                ]))
    }
}
