import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// One referral, as its sender or as its recipient sees it.
struct ReferralPage: Page {
    let referral: ServiceReferral
    let profile: CountryProfile
    let from: String
    let to: String
    /// The code and the file, for whoever sees it.
    let fileCode: String?
    let coded: [(label: Word, value: Word)]
    let messages: [(at: Instant, organisation: String, text: Shown<String>)]
    let isRecipient: Bool
    let mayAnswer: Bool
    let mayWithdraw: Bool
    let maySend: Bool
    let now: Instant
    let note: Word?
    let filled: Filled

    static let outcome = ChoiceField("outcome", .serviceOutcome, ServiceReferral.Outcome.allCases) { $0.word }
    static let satisfaction = ChoiceField(
        "satisfaction", .satisfaction, isRequired: false, ServiceReferral.Satisfaction.allCases
    ) { $0.word }
    static let cost = AmountField("cost", .serviceCost, isRequired: false)
    static let currency = CurrencyField("currency", .currencyCode, isRequired: false)
    static let message = LongTextField("message", .messageText, why: .messageWhy, length: 1...4_000, rows: 4)
    /// How a service ended; `nil` with what is wrong in the reading.
    static func completion(_ reading: inout FormReading) -> ReferralDesk.Completion? {
        let (outcome, satisfaction) = (reading.read(outcome), reading.read(satisfaction))
        let (cost, currency) = (reading.read(cost), reading.read(currency))
        if cost != nil, currency == nil { reading.refuse(Self.currency, because: .currencyNeeded) }
        guard reading.isSound, let outcome else { return nil }
        return ReferralDesk.Completion(outcome: outcome, satisfaction: satisfaction, cost: cost, currency: currency)
    }
    static func reason(_ profile: CountryProfile) -> ChoiceField<String> {
        ChoiceField("reason", .declineReason, choices: profile.declineReasons.map { Choice($0.code, key: $0.code, label: $0.text) })
    }

    static func read(_ room: ProtectionRoom, _ visit: Visit, note: Word? = nil, filled: Filled = Filled()) async throws -> ReferralPage {
        let (actor, id, now) = (try visit.signedIn(), try visit.id("id", of: ServiceReferral.self), visit.now)
        let file = try await room.database.read { tx in try ServiceReferral.find(id, in: tx)?.file }
        let key = if let file { try await Entries(room).key(for: file) } else { HolderKey<Person>?.none }
        return try await room.gate.look(for: actor) { tx, looking in
            guard let referral = try ServiceReferral.find(id, in: tx), let summary = try CaseSummary.find(referral.file, in: tx) else {
                throw AccessRefused.notFound(Denial(actor: actor, deed: .readCase, subject: AuditSubject(ServiceReferral.self, id)))
            }
            let isRecipient = referral.to == actor.organisation
            var view: CaseView?
            if isRecipient {
                _ = try looking.permit(.answerReferrals, on: id)
                // The share is what lets them see the file, and not this referral.
                if referral.stage.isShared {
                    do { view = try CaseFiles(room).view(referral.file, in: tx, &looking) } catch is AccessRefused {}
                }
            } else {
                let seen = try CaseFiles(room).view(referral.file, in: tx, &looking)
                guard seen.shows(.services), [referral.from, summary.organisation].contains(actor.organisation) else {
                    throw AccessRefused.notFound(Denial(actor: actor, deed: .readCase, subject: AuditSubject(ServiceReferral.self, id)))
                }
                view = seen
            }
            let names = try OrganisationNames(in: tx)
            let profile = room.profiles[summary.profile]
            return ReferralPage(
                referral: referral, profile: profile, from: names[referral.from], to: names[referral.to],
                fileCode: view == nil ? nil : summary.code, coded: try SharePreview.coded(of: summary, profile, room, tx: tx),
                messages: view == nil ? [] : try ServiceMessages.all(of: referral, summary.person, names, key, &looking, tx: tx),
                isRecipient: isRecipient, mayAnswer: isRecipient && actor.may(.answerReferrals),
                mayWithdraw: !isRecipient && view?.mayWrite(.services) == true && referral.stage.isOpen,
                maySend: view != nil && referral.stage.isOpen && (referral.stage.isShared || !isRecipient), now: now, note: note,
                filled: filled)
        }
    }

    var title: Word { .data(referral.serviceName) }
    var door: Door { .work }
    var trail: [Crumb] {
        isRecipient
            ? [Crumb(.referralsToUs, AssistanceAddress.referralsToUs)] : [Crumb(.referralsWeSent, AssistanceAddress.referralsWeSent)]
    }

    func body(_ html: inout Markup) {
        if let note { html.p(note, .class("note")) }
        html.problems(filled)
        facts(&html)
        if mayAnswer { answers(&html) }
        if mayWithdraw {
            if referral.lateAt != nil, referral.stage == .sent {
                html.p {
                    $0.a(to: AssistanceAddress.refer(referral.file).with("kind", referral.serviceKind), .referElsewhere, .class("button"))
                }
            }
            html.form(post: AssistanceAddress.deed(referral.id, "withdrawal")) { html in
                version(&html)
                html.submit(.withdrawReferral, .class("danger"))
            }
        }
        if mayWithdraw, referral.stage == .sent {
            html.section(.class("panel"), .id("package")) { html in
                html.h2(.makePackage)
                html.p(.makePackageWhy, .class("why"))
                html.form(post: AssistanceAddress.deed(referral.id, "package")) { $0.submit(.makePackage) }
            }
        }
        if fileCode != nil { talk(&html) }
    }

    private func version(_ html: inout Markup) { html.hiddenField("version", String(referral.version)) }

    private func facts(_ html: inout Markup) {
        html.p { html in
            html.span(referral.stage.word, .class("badge"))
            html.space()
            html.span(referral.urgency.word, .class(referral.urgency == .immediate ? "badge warning" : "badge"))
            if referral.stage == .sent, referral.acceptBy <= now {
                html.space()
                html.span(.late, .class("badge warning"))
            }
        }
        html.dl(.class("facts")) { html in
            html.line(.referralCode) { html in html.code { $0.text(referral.code) } }
            if let fileCode {
                html.line(.caseCode) { html in html.a(to: CaseAddress.file(referral.file)) { html in html.code { $0.text(fileCode) } } }
            }
            html.line(.serviceKind, profile.service(referral.serviceKind)?.name ?? .serviceKind)
            html.line(.sentFrom) { html in html.bdi { $0.text(from) } }
            html.line(.sentTo) { html in html.bdi { $0.text(to) } }
            for (label, value) in coded { html.line(label, value) }
            html.line(.partsShared) { $0.parts(referral.parts) }
            html.line(.groundOfSharing, referral.groundCode.flatMap { profile.disclosureOverride($0)?.text } ?? referral.ground.word)
            html.line(.sentOn) { $0.moment(referral.sentAt) }
            if referral.stage == .sent { html.line(.answerBy) { $0.moment(referral.acceptBy) } }
            html.line(.waitedForAnswer) { $0.waiting(from: referral.sentAt, to: referral.answeredAt ?? referral.endedAt ?? now) }
            if let answered = referral.answeredAt, referral.declineReason == nil {
                html.line(.waitedForStart) { $0.waiting(from: answered, to: referral.startedAt ?? referral.endedAt ?? now) }
            }
            if let reason = referral.declineReason { html.line(.declineReason, profile.declineReason(reason)?.text ?? .declineReason) }
            if let outcome = referral.outcome { html.line(.serviceOutcome, outcome.word) }
            if let satisfaction = referral.satisfaction { html.line(.satisfaction, satisfaction.word) }
            if let cost = referral.cost { html.line(.serviceCost) { $0.amount(cost, referral.currency ?? "") } }
        }
    }

    private func answers(_ html: inout Markup) {
        switch referral.stage {
        case .sent:
            html.p(.acceptingOpens, .class("why"))
            html.form(post: AssistanceAddress.deed(referral.id, "acceptance")) { html in
                version(&html)
                html.submit(.acceptReferral)
            }
            html.h2(.declineReferral)
            html.form(post: AssistanceAddress.deed(referral.id, "decline")) { html in
                version(&html)
                html.field(Self.reason(profile), filled)
                html.submit(.declineReferral, .class("danger"))
            }
        case .accepted:
            html.form(post: AssistanceAddress.deed(referral.id, "start")) { html in
                version(&html)
                html.submit(.serviceHasBegun)
            }
        case .started:
            html.h2(.serviceHasEnded)
            html.p(.completingCloses, .class("why"))
            html.form(post: AssistanceAddress.deed(referral.id, "completion")) { html in
                version(&html)
                html.field(Self.outcome, filled)
                html.field(Self.satisfaction, filled)
                html.field(Self.cost, filled)
                html.field(Self.currency, filled)
                html.submit(.serviceHasEnded)
            }
        case .completed, .declined, .withdrawn, .expired: break
        }
    }

    private func talk(_ html: inout Markup) {
        html.section(.class("panel"), .id("messages")) { html in
            html.h2(.messages)
            if messages.isEmpty { html.p(.messagesWillStandHere, .class("empty")) }
            html.ul(.class("timeline")) { html in
                for (at, organisation, text) in messages {
                    html.li { html in
                        html.moment(at)
                        html.text(" · ")
                        html.bdi { $0.text(organisation) }
                        html.br()
                        html.span(.class("typed"), .dirAuto) { $0.text(text.value) }
                    }
                }
            }
            guard maySend else { return }
            html.form(post: AssistanceAddress.deed(referral.id, "messages")) { html in
                html.field(Self.message, filled)
                html.submit(.sendMessage)
            }
        }
    }
}
