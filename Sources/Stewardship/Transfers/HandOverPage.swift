import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// What the receiver will see, on which ground, and the button.
struct HandOverPage: PageOfFile {
    static let reason = ChoiceField("reason", .transferReason, Transfer.Reason.allCases) { $0.word }

    let summary: CaseSummary
    let profile: CountryProfile
    let receiver: ID<Organisation>
    let receiverName: String
    let held: [CasePart]
    let ground: ChoiceField<Transfers.Ground>
    /// Why no consent carries the hand-over; `nil` where one does.
    let missing: Word?
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
            var grounds: [Choice<Transfers.Ground>] = []
            let refused = try refusal {
                try DisclosureGround.consent(
                    for: Transfer.purpose, to: receiver, parts: held, in: summary.id, on: today, tx: tx)
            }
            if refused == nil {
                grounds.append(Choice(.consent, key: "consent", label: profile.transferName, hint: .inForce))
            }
            if try refusal(of: { try DisclosureGround.childProtection(in: summary.id, by: actor.organisation, to: receiver, tx: tx) })
                == nil
            {
                grounds.append(Choice(.childProtection, key: "child-protection", label: DisclosureGround.Kind.childProtection.word))
            }
            grounds += try profile.disclosureOverrides.filter { try $0.allows(receiver, in: tx) }.map {
                Choice(.law($0.code), key: "law-\($0.code)", label: $0.text, hint: .lawHint)
            }
            return HandOverPage(
                summary: summary, profile: profile, receiver: receiver, receiverName: name,
                held: CasePart.allCases.filter { held.union([.summary, .services]).contains($0) },
                ground: ChoiceField("ground", .groundItRestsOn, choices: grounds),
                missing: refused.map { why($0, summary) }, mayAsk: actor.may(.recordConsent), filled: filled)
        }
    }

    /// What is wrong with a ground; `nil` where it carries.
    private static func refusal(of ground: () throws -> DisclosureGround) throws -> ConsentRefused? {
        do { _ = try ground() } catch let refused as ConsentRefused { return refused }
        return nil
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
        html.steps(at: missing == nil || ground.choices.contains { $0.key == "child-protection" } ? .confirm : .ground)
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
            if !profile.disclosureOverrides.isEmpty { html.field(LawReason.field, filled) }
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
        guard let missing else { return html.p(.groundLead, .class("why")) }
        html.p(summary.path.protectsAsChild ? .noGroundYetChild : .noGroundYet, .class("note"))
        html.p { html in
            html.say(profile.transferName)
            html.text(": ")
            html.say(missing)
            guard mayAsk else { return }
            html.text(" · ")
            html.a(to: CaseAddress.consent(summary.id, for: Transfer.purpose, to: receiver, thenHandOver: true), .askForConsent)
        }
    }
}

extension CountryProfile {
    /// What a hand-over is called where people are asked for it.
    fileprivate var transferName: Word { consentPurpose(Transfer.purpose)?.name ?? .transferFile }
}
