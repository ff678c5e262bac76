import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

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
