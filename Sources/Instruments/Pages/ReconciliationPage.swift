import Vocabulary
import Web

/// What should be looked up, so that the register becomes certain.
struct ReconciliationPage: Page {
    /// How many rows there are for each reason.
    let counts: [(reason: Reconciliation.Reason, rows: Int)]
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
        html.ul(.class("pages"), .role("list"), .ariaLabel(.reasonsTable)) { html in
            for (reason, rows) in counts {
                html.li { html in
                    html.a(to: InstrumentsAddress.reconciliation.with("reason", reason.rawValue)) { html in
                        html.say(reason.words)
                        html.space()
                        html.number(rows)
                    }
                }
            }
        }
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
