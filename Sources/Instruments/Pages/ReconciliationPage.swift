import Vocabulary
import Web

/// What should be looked up, so that the register becomes certain.
struct ReconciliationPage: Page {
    let counts: Sheet
    let list: Sheet
    let choice: ChoiceField<Reconciliation.Reason>
    let reason: Reconciliation.Reason?
    let mayImport: Bool

    var title: Word { .reconciliationTitle }
    var door: Door { .steering }
    var trail: [Crumb] { [Crumb(.instrumentsTitle, InstrumentsAddress.list)] }

    static let reasons = ChoiceField(
        "reason", .reasonHeading, isRequired: false, Reconciliation.Reason.allCases, as: .list
    ) { $0.words }

    func body(_ html: inout Markup) {
        html.p(.reconciliationLead, .class("lead"))
        html.sheet(counts, id: "reasons")
        var filled = Filled()
        filled.fill(choice, with: reason)
        html.form(get: InstrumentsAddress.reconciliation, .class("filters")) { html in
            html.field(choice, filled)
            html.submit(.show)
        }
        html.sheet(
            list, id: "rows",
            at: reason.map { InstrumentsAddress.reconciliation.with("reason", $0.rawValue) } ?? InstrumentsAddress.reconciliation.with([])
        )
        if mayImport { html.p { $0.a(to: InstrumentsAddress.imports, .importStatusMenu) } }
    }
}
