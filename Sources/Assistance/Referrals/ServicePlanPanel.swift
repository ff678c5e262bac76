import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// The service plan on a file's page: need, service, provider, how far it is, how long it took, what came of it.
enum ServicePlanPanel {
    static let panel = CasePanel("service-plan", .servicePlan, of: .services) { tx, view, room in
        let actor = view.actor
        let referrals = try ServiceReferral.seen(by: actor, of: view.summary, in: tx)
        let names = try OrganisationNames(in: tx)
        let profile = view.profile
        let now = room.gate.clock.now()
        let mayRefer = view.mayWrite(.services)
        let mayConsent = try view.summary.isLedgerOpen(to: actor, in: tx)
        guard mayRefer || mayConsent || !referrals.isEmpty else { return nil }
        let asked = Set(referrals.map(\.serviceKind))
        // What may be needed this very night and was not asked of any service yet.
        let tonight = now - view.summary.openedAt < .days(2) ? profile.needsTonight.filter { !asked.contains($0.service) } : []
        let file = view.summary.id
        return { html in
            if referrals.isEmpty { html.p(.planWillStandHere, .class("empty")) }
            for referral in referrals { line(referral, names, profile, at: now, mayRefer, &html) }
            if mayRefer {
                html.p { $0.a(to: AssistanceAddress.refer(file), .referToService, .class("button")) }
                if !tonight.isEmpty {
                    html.h3(.needsTonight)
                    html.ul { html in
                        for need in tonight {
                            html.li { html in html.a(to: AssistanceAddress.refer(file).with("kind", need.service)) { $0.say(need.text) } }
                        }
                    }
                }
            }
            html.p { html in
                if mayConsent {
                    html.a(to: AssistanceAddress.consents(file), .consentLedger)
                    html.text(" · ")
                }
                if actor.may(.manageInterpreters) { html.a(to: AssistanceAddress.assignments(file), .interpretersOfFile) }
            }
        }
    }

    private static func line(
        _ referral: ServiceReferral, _ names: OrganisationNames, _ profile: CountryProfile, at now: Instant, _ mayRefer: Bool,
        _ html: inout Markup
    ) {
        html.div(.class("panel")) { html in
            html.p { html in
                if let kind = profile.service(referral.serviceKind) {
                    html.say(kind.domain.word)
                    html.text(" → ")
                    html.say(kind.name)
                    html.text(" → ")
                }
                html.a(to: AssistanceAddress.referral(referral.id)) { html in
                    html.bdi { $0.text("\(referral.serviceName) · \(names[referral.to])") }
                }
                html.space()
                html.span(referral.stage.word, .class("badge"))
                if referral.stage == .sent, referral.acceptBy <= now {
                    html.space()
                    html.span(.late, .class("badge warning"))
                }
            }
            html.dl(.class("facts")) { html in
                html.line(.sentOn) { $0.moment(referral.sentAt) }
                if let answered = referral.answeredAt {
                    html.line(referral.declineReason == nil ? .acceptedOn : .declinedOn) { $0.moment(answered) }
                }
                if let reason = referral.declineReason { html.line(.declineReason, profile.declineReason(reason)?.text ?? .declineReason) }
                if let started = referral.startedAt { html.line(.startedOn) { $0.moment(started) } }
                if let ended = referral.endedAt { html.line(.endedOn) { $0.moment(ended) } }
                html.line(.waited) { $0.waiting(from: referral.sentAt, to: referral.startedAt ?? referral.endedAt ?? now) }
                if let outcome = referral.outcome { html.line(.serviceOutcome, outcome.word) }
                if let satisfaction = referral.satisfaction { html.line(.satisfaction, satisfaction.word) }
            }
            let wasLeft = [.declined, .expired].contains(referral.stage) || (referral.stage == .sent && referral.acceptBy <= now)
            if mayRefer, wasLeft {
                html.p { $0.a(to: AssistanceAddress.refer(referral.file).with("kind", referral.serviceKind), .referElsewhere) }
            }
        }
    }
}
