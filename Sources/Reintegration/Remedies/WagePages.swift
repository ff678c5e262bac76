import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/cases/{id}/claims/{claim}/wages                        periods with every step of the sum    readLegal
    //  POST  /work/cases/{id}/claims/{claim}/wages                        add a period                          pursueRemedies
    //  POST  /work/cases/{id}/claims/{claim}/wages/asking                 ask for what was worked out           pursueRemedies
    //  POST  /work/cases/{id}/claims/{claim}/wages/{period}/withdrawal    take a period out                     pursueRemedies
    mutating func addWages(_ room: ProtectionRoom) {
        let desk = FileDesk(room: room, part: .legal)
        let claims = Claims(room)

        get("/work/cases/{id}/claims/{claim}/wages", needs: .deed(.readLegal)) { visit in .page(try await desk.wages(visit, Filled())) }

        post("/work/cases/{id}/claims/{claim}/wages", needs: .deed(.pursueRemedies)) { visit in
            let (file, claim, actor) = try claimOf(visit)
            let birth = try await People(room).firstDay(of: file, for: actor)
            return try await Step.take(visit) { reading, _ in
                guard let period = WageFields.read(&reading, after: birth) else { return nil }
                return {
                    try await claims.add(period, to: claim, in: file, by: actor)
                    return ReintegrationAddress.wages(file, claim)
                }
            } page: {
                try await desk.wages(visit, $0)
            }
        }

        post("/work/cases/{id}/claims/{claim}/wages/asking", needs: .deed(.pursueRemedies)) { visit in
            let (file, claim, actor) = try claimOf(visit)
            return try await Step.take(visit) { _, version in
                {
                    try await claims.askForWages(claim, in: file, version: version, by: actor)
                    return ReintegrationAddress.claim(file, claim)
                }
            } page: {
                try await desk.wages(visit, $0)
            }
        }

        post("/work/cases/{id}/claims/{claim}/wages/{period}/withdrawal", needs: .deed(.pursueRemedies)) { visit in
            let (file, claim, actor) = try claimOf(visit)
            try await claims.withdraw(visit.id("period"), of: claim, in: file, by: actor)
            return .see(ReintegrationAddress.wages(file, claim))
        }
    }
}

extension FileDesk {
    fileprivate func wages(_ visit: Visit, _ filled: Filled) async throws -> WagesPage {
        let id = try visit.id("claim", of: Claim.self)
        return try await look(at: visit.id("id"), for: visit.signedIn()) { tx, view, _ in
            WagesPage(
                view: view, claim: try Claim.find(id, in: view.summary.id, tx: tx), periods: try KeptWagePeriod.all(of: id, tx: tx),
                filled: filled)
        }
    }
}

/// Unpaid wages, each step of the sum shown: to be printed and handed in with the claim.
struct WagesPage: Page {
    let view: CaseView
    let claim: Claim
    let periods: [KeptWagePeriod]
    let filled: Filled

    private var file: ID<CaseFile> { view.summary.id }

    var title: Word { .unpaidWages }
    var door: Door { .work }
    var trail: [Crumb] {
        [
            Crumb(.caseFiles, CaseAddress.files), Crumb(.data(view.summary.code), CaseAddress.file(file)),
            Crumb(.claim, ReintegrationAddress.claim(file, claim.id)),
        ]
    }

    func body(_ html: inout Markup) {
        html.problems(filled)
        html.p(.wagesLead, .class("why"))
        if periods.isEmpty { html.p(.noPeriods, .class("empty")) }
        for kept in periods { section(&html, kept) }
        if !periods.isEmpty {
            html.p { html in
                html.strong(.totalDue)
                html.text(": ")
                html.strong { $0.amount(periods.reduce(0) { $0 + $1.steps.due }, claim.currency) }
            }
        }
        guard view.may(.pursueRemedies) else { return }
        if !periods.isEmpty, claim.stage == .prepared {
            html.form(post: ReintegrationAddress.wageAsking(file, claim.id)) { html in
                html.hiddenField("version", String(claim.version))
                html.submit(.askForThis)
            }
        }
        html.h2(.addPeriod)
        html.form(post: ReintegrationAddress.wages(file, claim.id)) { html in
            WageFields.controls(&html, filled)
            html.submit(.addPeriod)
        }
    }

    private func section(_ html: inout Markup, _ kept: KeptWagePeriod) {
        let (period, steps, currency) = (kept.period, kept.steps, claim.currency)
        html.section(.class("panel")) { html in
            html.h2 { html in
                html.day(period.first)
                html.text(" – ")
                html.day(period.last)
            }
            html.dl(.class("facts")) { html in
                html.line(.daysCounted) { html in
                    html.number(steps.days)
                    html.text(" × ")
                    html.plainNumber(period.daysAWeek)
                    html.text(" / 7")
                }
                html.line(.rateApplied) { $0.amount(steps.rate, currency) }
                html.line(.normalPay) { html in
                    html.product(steps, period, minutes: steps.normalMinutes, percent: nil)
                    html.text(" = ")
                    html.amount(steps.normalPay, currency)
                }
                html.line(.overtimePay) { html in
                    html.product(steps, period, minutes: steps.overtimeMinutes, percent: period.overtimePercent)
                    html.text(" = ")
                    html.amount(steps.overtimePay, currency)
                }
                html.line(.earned) { $0.amount(steps.earned, currency) }
                html.line(.received) { html in
                    html.amount(period.saidPaid, currency)
                    html.text(" − ")
                    html.amount(period.deducted, currency)
                    html.text(" = ")
                    html.amount(steps.received, currency)
                }
                html.line(.dueAmount) { html in html.strong { $0.amount(steps.due, currency) } }
            }
            if view.may(.pursueRemedies) {
                html.form(post: ReintegrationAddress.wageEnd(file, claim.id, kept.id)) { $0.submit(.removePeriod, .class("secondary")) }
            }
        }
    }
}

extension Markup {
    /// `365 × 6 / 7 × 240 min / 60 × 2.50 × 150 %`.
    fileprivate mutating func product(_ steps: WageSteps, _ period: WagePeriod, minutes: Int, percent: Int?) {
        number(steps.days)
        text(" × ")
        plainNumber(period.daysAWeek)
        text(" / 7 × ")
        number(minutes)
        space()
        say(.minutes)
        text(" / 60 × ")
        amount(steps.rate, "")
        if let percent {
            text("× ")
            plainNumber(percent)
            text(" %")
        }
    }
}
