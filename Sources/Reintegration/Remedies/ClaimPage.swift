import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// One claim: what it is, how far it has come, hearings, payments, and what is outstanding.
struct ClaimPage: Page {
    let view: CaseView
    let claim: Claim
    let steps: [(stage: ClaimStage, day: Day, amount: Int?)]
    let hearings: [(day: Day, note: String?)]
    let payments: [(day: Day, payee: Claims.Payee, amount: Int)]
    let wagesDue: Int?

    private var file: ID<CaseFile> { view.summary.id }

    init(_ id: ID<Claim>, _ view: CaseView, _ opener: Opener, in tx: any Transaction) throws {
        self.view = view
        claim = try Claim.find(id, in: view.summary.id, with: opener, tx: tx)
        steps = try tx.rows("SELECT stage, on_day, amount FROM claim_step WHERE claim_id = \(id) ORDER BY taken_at, id") {
            (stage: try $0.choice(0, as: ClaimStage.self), day: try $0.day(1), amount: $0.optionalInt(2))
        }
        hearings = try tx.rows("SELECT id, on_day, note FROM claim_hearing WHERE claim_id = \(id) ORDER BY on_day, id") { row in
            let hearing = try row.id(0, of: Claims.Hearing.self)
            return (day: try row.day(1), note: try opener.open(row, 2, "claim_hearing", hearing, "note"))
        }
        payments = try tx.rows("SELECT paid_on, payee, amount FROM claim_payment WHERE claim_id = \(id) ORDER BY paid_on, id") {
            (day: try $0.day(0), payee: try $0.choice(1, as: Claims.Payee.self), amount: $0.int(2))
        }
        let periods = try KeptWagePeriod.all(of: id, tx: tx)
        wagesDue = periods.isEmpty ? nil : periods.reduce(0) { $0 + $1.steps.due }
    }

    var title: Word { .claim }
    var door: Door { .work }
    var trail: [Crumb] {
        [
            Crumb(.caseFiles, CaseAddress.files), Crumb(.data(view.summary.code), CaseAddress.file(file)),
            Crumb(.claims, ReintegrationAddress.claimsOf(file)),
        ]
    }

    func body(_ html: inout Markup) {
        html.claimFacts(claim)
        html.dl(.class("facts")) { html in
            html.line(.against) { $0.typed(claim.against) }
            html.line(.court) { $0.typed(claim.court) }
            html.line(.claimReference) { $0.typed(claim.reference) }
            html.line(.legalAid) { html in html.bdi { $0.text(claim.legalAid ?? "—") } }
            if let day = claim.limitOn {
                html.line(.limitOn) { $0.day(day) }
                html.line(.limitLaw) { $0.typed(claim.limitLaw) }
            }
            if let wagesDue { html.line(.unpaidWages) { $0.amount(wagesDue, claim.currency) } }
        }
        work(&html)
        html.h2(.hearings)
        if hearings.isEmpty { html.p(.noHearings, .class("empty")) }
        html.ul { html in
            for hearing in hearings {
                html.li { html in
                    html.day(hearing.day)
                    if hearing.note != nil {
                        html.text(" · ")
                        html.typed(hearing.note)
                    }
                }
            }
        }
        html.h2(.payments)
        if payments.isEmpty { html.p(.noPaymentsYet, .class("empty")) }
        html.ul { html in
            for payment in payments {
                html.li { html in
                    html.day(payment.day)
                    html.text(" · ")
                    html.amount(payment.amount, claim.currency)
                    html.text(" · ")
                    html.say(payment.payee.word)
                }
            }
        }
        html.h2(.history)
        html.ul(.class("timeline")) { html in
            for step in steps {
                html.li { html in
                    html.day(step.day)
                    html.text(" · ")
                    html.say(step.stage.word)
                    if let amount = step.amount {
                        html.text(" · ")
                        html.amount(amount, claim.currency)
                    }
                }
            }
        }
    }

    private func work(_ html: inout Markup) {
        html.ul { html in
            html.li { $0.a(to: ReintegrationAddress.wages(file, claim.id), .workOutWages) }
            guard view.may(.pursueRemedies) else { return }
            if !claim.stage.next.isEmpty { html.li { $0.a(to: ReintegrationAddress.claimStage(file, claim.id), .takeNextStep) } }
            html.li { $0.a(to: ReintegrationAddress.hearing(file, claim.id), .addHearing) }
            if claim.stage.takesPayments { html.li { $0.a(to: ReintegrationAddress.payment(file, claim.id), .addPayment) } }
            html.li { $0.a(to: ReintegrationAddress.claimChange(file, claim.id), .changeClaim) }
        }
    }
}

extension Markup {
    /// What a claim comes to: coded, for every page that speaks of it.
    mutating func claimFacts(_ claim: Claim) {
        p { html in
            html.span(claim.stage.word, .class("badge"))
            html.space()
            html.say(claim.kind.word)
        }
        dl(.class("facts")) { html in
            html.line(.asked) { $0.money(claim.asked, claim.currency) }
            html.line(.awarded) { $0.money(claim.awarded, claim.currency) }
            html.line(.paidSoFar) { $0.amount(claim.paid, claim.currency) }
            if let outstanding = claim.outstanding { html.line(.outstanding) { $0.amount(outstanding, claim.currency) } }
        }
    }
}

/// The claims of one file.
struct FileClaimsPage: Page {
    let view: CaseView
    let claims: [Claim]

    var title: Word { .claims }
    var door: Door { .work }
    var trail: [Crumb] {
        [Crumb(.caseFiles, CaseAddress.files), Crumb(.data(view.summary.code), CaseAddress.file(view.summary.id))]
    }

    func body(_ html: inout Markup) {
        if claims.isEmpty { html.p(.claimsWillStandHere, .class("empty")) }
        for claim in claims {
            html.section(.class("panel")) { html in
                html.claimFacts(claim)
                html.p { $0.a(to: ReintegrationAddress.claim(view.summary.id, claim.id), .openClaim) }
            }
        }
        if view.may(.pursueRemedies) {
            html.p { $0.a(to: ReintegrationAddress.newClaim(view.summary.id), .newClaim, .class("button")) }
        }
    }
}

/// What a case file's page says of its claims.
enum ClaimPanel {
    static let panel = CasePanel("claims", .claims, of: .legal) { tx, view, _ in
        let claims = try Claim.all(in: view.summary.id, tx: tx)
        return { html in
            if claims.isEmpty { html.p(.noClaims, .class("empty")) }
            html.ul { html in
                for claim in claims {
                    html.li { html in
                        html.a(to: ReintegrationAddress.claim(view.summary.id, claim.id), claim.kind.word)
                        html.text(" · ")
                        html.say(claim.stage.word)
                        if let outstanding = claim.outstanding {
                            html.text(" · ")
                            html.say(.outstanding)
                            html.text(": ")
                            html.amount(outstanding, claim.currency)
                        }
                    }
                }
            }
            html.p { $0.a(to: ReintegrationAddress.claimsOf(view.summary.id), .openClaims) }
        }
    }
}
