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
            if reading.isSound, let reason, let ground {
                do {
                    let id = try await transfers.propose(page.summary.id, to: receiver, for: reason, on: ground, by: visit.signedIn())
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
private enum HandOverStep: CaseIterable {
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
    fileprivate mutating func steps(at current: HandOverStep) {
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
            let asked = ListRequest(
                query,
                ListShape(
                    search: .findOrganisation,
                    filters: [ListFilter("offers", .offersOfOrganisation, profile.services.map { ($0.code, $0.name) })],
                    sorts: [ListSort("name")]))
            var rules: [SQL] = ["closed_at IS NULL", "id <> \(summary.organisation)"]
            if let text = asked.search { rules.append("lower(name) LIKE \("%" + text.likePattern + "%") ESCAPE '!'") }
            if let kind = asked.filters["offers"] {
                rules.append("id IN \(list: Array(Set(offers.filter { $0.kind == kind }.map(\.organisation))))")
            }
            if let values = asked.after?.values, values.count == 2, let id = ID<Organisation>(values[1]) {
                rules.append("(name, id) > (\(values[0]), \(id))")
            }
            let found = try tx.rows(
                "SELECT id, name FROM organisation WHERE \(sql: .joined(rules, separator: " AND ")) ORDER BY name, id LIMIT \(ListRequest.fetchCount)"
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

/// What the receiver will see, on which ground, and the button.
struct HandOverPage: PageOfFile {
    static let reason = ChoiceField("reason", .transferReason, Transfer.Reason.allCases) { $0.word }

    /// A purpose for which nobody has agreed to this receiver.
    struct Missing: Sendable {
        let purpose: String
        let name: Word
        let why: Word
    }

    let summary: CaseSummary
    let profile: CountryProfile
    let receiver: ID<Organisation>
    let receiverName: String
    let held: [CasePart]
    let ground: ChoiceField<Transfers.Ground>
    let hasConsent: Bool
    let missing: [Missing]
    let mayAsk: Bool
    let filled: Filled

    static func read(
        _ visit: Visit, _ room: ProtectionRoom, to receiver: ID<Organisation>, filled: Filled
    ) async throws -> HandOverPage {
        let (actor, today) = (try visit.signedIn(), room.day(of: visit.now))
        return try await room.look(at: visit.id("id"), as: .transferCases, for: actor) { tx, summary in
            guard summary.organisation == actor.organisation else { throw notThere(.transferCases, actor) }
            guard summary.isOpen else { throw CaseRefused.closed }
            let name = try tx.row(
                "SELECT name FROM organisation WHERE id = \(receiver) AND closed_at IS NULL AND id <> \(summary.organisation)"
            ) { $0.text(0) }
            guard let name else { throw notThere(.transferCases, actor) }
            let profile = room.profiles[summary.profile]
            let held = try Transfers.partsHandedOver(of: summary.id, room, in: tx)
            var (grounds, missing): ([Choice<Transfers.Ground>], [Missing]) = ([], [])
            for purpose in profile.consentPurposes {
                do throws(ConsentRefused) {
                    try inForce(purpose.code, receiver, held, summary.id, on: today, tx)
                    grounds.append(
                        Choice(.consent(purpose.code), key: "consent-\(purpose.code)", label: purpose.name, hint: .inForce))
                } catch {
                    missing.append(Missing(purpose: purpose.code, name: purpose.name, why: why(error, summary)))
                }
            }
            let hasConsent = !grounds.isEmpty
            if (try? DisclosureGround.childProtection(in: summary.id, by: actor.organisation, to: receiver, tx: tx)) != nil {
                grounds.append(Choice(.childProtection, key: "child-protection", label: DisclosureGround.Kind.childProtection.word))
            }
            grounds += profile.disclosureOverrides.map { Choice(.law($0.code), key: "law-\($0.code)", label: $0.text, hint: .lawHint) }
            return HandOverPage(
                summary: summary, profile: profile, receiver: receiver, receiverName: name,
                held: CasePart.allCases.filter { held.union([.summary, .services]).contains($0) },
                ground: ChoiceField("ground", .groundItRestsOn, choices: grounds), hasConsent: hasConsent,
                // What the profile's other purposes are for is asked where they matter: the one for help stands first.
                missing: missing.filter { $0.purpose == "service_referral" } + missing.filter { $0.purpose != "service_referral" },
                mayAsk: actor.may(.recordConsent), filled: filled)
        }
    }

    /// Whether a consent carries the hand-over; says what is wrong with it otherwise.
    private static func inForce(
        _ purpose: String, _ receiver: ID<Organisation>, _ parts: Set<CasePart>, _ file: ID<CaseFile>, on day: Day, _ tx: any Transaction
    ) throws(ConsentRefused) {
        do {
            _ = try DisclosureGround.consent(for: purpose, to: receiver, parts: parts, in: file, on: day, tx: tx)
        } catch let refused as ConsentRefused {
            throw refused
        } catch {
            throw .noConsent
        }
    }

    private static func why(_ refused: ConsentRefused, _ summary: CaseSummary) -> Word {
        switch refused {
        case .consentNotForThis: .doesNotCoverAll
        case .childNotAsked: .guardianIsAsked
        default: summary.path.protectsAsChild ? .guardianIsAsked : .notAskedYet
        }
    }

    var title: Word { .transferFile }
    var trail: [Crumb] {
        [
            Crumb(.caseFiles, CaseAddress.files), Crumb(.data(summary.code), CaseAddress.file(summary.id)),
            Crumb(.toWhom, CaseAddress.handOver(summary.id)),
        ]
    }

    func body(_ html: inout Markup) {
        html.steps(at: hasConsent || ground.choices.contains { $0.key == "child-protection" } ? .confirm : .ground)
        html.p(.class("lead")) { html in
            html.say(.transferTo)
            html.space()
            html.bdi { $0.text(receiverName) }
            html.text(" · ")
            html.a(to: CaseAddress.handOver(summary.id), .anotherOrganisation)
        }
        html.problems(filled)
        seen(&html)
        grounds(&html)
        html.form(post: CaseAddress.handOver(summary.id)) { html in
            html.hiddenField("receiver", "\(receiver)")
            html.field(ground, filled)
            html.field(Self.reason, filled)
            html.h2(.whatFollows)
            html.ul { html in for word in [Word.theyAreTold, .summaryStaysHere, .historyStaysWhole] { html.li(word) } }
            html.submit(.proposeTransfer)
        }
    }

    private func seen(_ html: inout Markup) {
        html.section(.class("panel"), .id("seen")) { html in
            html.h2(.whatTheyWillSee)
            html.h3(.untilTheyTakeIt)
            html.p(.untilTheyTakeItWhy, .class("why"))
            html.dl(.class("facts")) { html in
                html.line(.caseCode) { html in html.code { $0.text(summary.code) } }
                html.line(.caseLabel) { html in html.bdi { $0.text(summary.label) } }
                html.line(.stage, profile.decisionNames[summary.stage.rawValue] ?? .stage)
                html.line(.path, summary.path.word)
            }
            html.h3(.onceTheyTakeIt)
            html.p(.onceTheyTakeItWhy, .class("why"))
            html.ul { html in for part in held { html.li(part.word) } }
        }
    }

    private func grounds(_ html: inout Markup) {
        html.h2(.transferGround)
        html.p(
            hasConsent ? .groundLead : summary.path.protectsAsChild ? .noGroundYetChild : .noGroundYet, .class(hasConsent ? "why" : "note"))
        guard !hasConsent else { return }
        // The first is what most hand-overs rest on; the others stand folded behind it.
        for (index, one) in missing.enumerated() where index == 0 { html.ul { ask(one, &$0) } }
        guard missing.count > 1 else { return }
        html.details { html in
            html.summary(.consentsMissing)
            html.ul { html in for one in missing.dropFirst() { ask(one, &html) } }
        }
    }

    private func ask(_ one: Missing, _ html: inout Markup) {
        html.li { html in
            html.say(one.name)
            html.text(": ")
            html.say(one.why)
            guard mayAsk else { return }
            html.text(" · ")
            html.a(to: CaseAddress.consent(summary.id, for: one.purpose, to: receiver, thenHandOver: true), .askForConsent)
        }
    }
}
