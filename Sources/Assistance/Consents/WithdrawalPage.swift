import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// What a withdrawal does, before it is done.
struct WithdrawalPage: Page {
    let summary: CaseSummary
    let consent: Consent
    let purpose: Word
    let closing: [String]
    let referrals: Int

    init?(_ id: ID<Consent>, _ view: CaseView, in tx: any Transaction) throws {
        guard view.may(.recordConsent), try view.summary.isLedgerOpen(to: view.actor, in: tx),
            let found = try ConsentLedger.all(in: view.summary.id, tx: tx).first(where: { $0.id == id }),
            found.withdrawnAt == nil, found.answer == .yes
        else { return nil }
        summary = view.summary
        consent = found
        purpose = view.profile.consentPurpose(found.purpose)?.name ?? .consentPurpose
        closing = try tx.rows(
            """
            SELECT DISTINCT o.name FROM case_share s JOIN organisation o ON o.id = s.organisation_id
            WHERE s.consent_id = \(id) AND s.closed_at IS NULL ORDER BY o.name
            """
        ) { $0.text(0) }
        referrals = try tx.count("SELECT count(*) FROM service_referral WHERE consent_id = \(id) AND ended_at IS NULL")
    }

    var title: Word { .withdrawConsent }
    var door: Door { .work }
    var trail: [Crumb] { summary.trail + [Crumb(.consentLedger, AssistanceAddress.consents(summary.id))] }

    func body(_ html: inout Markup) {
        html.p { $0.say(purpose) }
        html.h2(.whatHappensThen)
        html.ul { html in
            if closing.isEmpty { html.li(.nothingIsShared) }
            for name in closing {
                html.li { html in
                    html.bdi { $0.text(name) }
                    html.text(": ")
                    html.say(.losesTheFile)
                }
            }
            if referrals > 0 {
                html.li { html in
                    html.say(.referralsTakenBack)
                    html.text(": ")
                    html.number(referrals)
                }
            }
            html.li(.withdrawalStays)
        }
        html.form(post: AssistanceAddress.consentWithdrawal(summary.id, consent.id)) { $0.submit(.withdrawConsent, .class("danger")) }
    }
}
