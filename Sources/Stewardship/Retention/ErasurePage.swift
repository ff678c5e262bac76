import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// One more look before a person is erased; afterwards the receipt.
struct ErasurePage: PageOfFile {
    static let basis = ChoiceField("basis", .erasureBasis, Forgetting.Basis.allCases) { $0.word }
    static let sure = TickField("sure", .erasureIsFinal, isRequired: true)
    static let holdReason = ChoiceField("hold-reason", .holdReason, RetentionHold.Reason.allCases) { $0.word }
    static let holdUntil = DayField("hold-until", .holdUntil, .fromToday)

    let summary: CaseSummary
    let retainUntil: Day?
    let receipt: (on: Instant, completeOn: Day?, basis: Forgetting.Basis)?
    let isErased: Bool
    let holds: [(id: ID<RetentionHold>, reason: RetentionHold.Reason, until: Day)]
    let filled: Filled

    static func read(_ visit: Visit, _ room: ProtectionRoom, filled: Filled) async throws -> ErasurePage {
        try await room.view(of: visit.id("id"), as: .erasePeople, for: visit.signedIn()) { tx, view in
            let (id, person) = (view.summary.id, view.summary.person)
            return ErasurePage(
                summary: view.summary,
                retainUntil: try tx.row("SELECT retain_until FROM case_file WHERE id = \(id)") { try $0.optionalDay(0) } ?? nil,
                receipt: try tx.row("SELECT ordered_at, complete_on, basis FROM erasure_order WHERE person_id = \(person)") {
                    (on: $0.instant(0), completeOn: try $0.optionalDay(1), basis: try $0.choice(2, as: Forgetting.Basis.self))
                },
                isErased: try tx.exists("SELECT 1 FROM person WHERE id = \(person) AND erased_at IS NOT NULL"),
                holds: try tx.rows("SELECT id, reason, until FROM retention_hold WHERE case_id = \(id) AND ended_at IS NULL ORDER BY until")
                {
                    (
                        id: try $0.id(0, of: RetentionHold.self), reason: try $0.choice(1, as: RetentionHold.Reason.self),
                        until: try $0.day(2)
                    )
                },
                filled: filled
            )
        }
    }

    var title: Word { isErased ? .personErased : .erasePerson }

    func body(_ html: inout Markup) {
        if isErased { return receiptBody(&html) }
        guard !summary.isOpen else {
            html.p(.closeBeforeErasing)
            html.p { $0.a(to: StewardshipAddress.closure(summary.id), .closeFile, .class("button")) }
            return
        }
        if let retainUntil {
            html.dl(.class("facts")) { html in html.line(.retainUntil) { $0.day(retainUntil) } }
        }
        holdList(&html)
        html.h2(.whatErasingDoes)
        html.ul { html in
            for word in [Word.erasingDestroysKey, .erasingLeavesRecord, .erasingReachesBackups, .erasureIsFinal] { html.li(word) }
        }
        html.problems(filled)
        html.form(post: StewardshipAddress.erasure(summary.id)) { html in
            html.field(Self.basis, filled)
            html.field(Self.sure, filled)
            html.submit(.erasePerson, .class("danger"))
        }
        html.h2(.holdBack)
        html.form(post: StewardshipAddress.hold(summary.id)) { html in
            html.field(Self.holdReason, filled)
            html.field(Self.holdUntil, filled)
            html.submit(.holdBack)
        }
    }

    private func holdList(_ html: inout Markup) {
        guard !holds.isEmpty else { return }
        html.h2(.heldBack)
        html.ul { html in
            for hold in holds {
                html.li { html in
                    html.say(hold.reason.word)
                    html.text(" · ")
                    html.say(.untilDay)
                    html.space()
                    html.day(hold.until)
                    html.form(post: StewardshipAddress.holdEnd(summary.id, hold.id), .class("inline")) {
                        $0.submit(.endHold, .class("quiet"))
                    }
                }
            }
        }
    }

    private func receiptBody(_ html: inout Markup) {
        html.p(.erasedReceipt)
        guard let receipt else { return }
        html.dl(.class("facts")) { html in
            html.line(.caseCode) { html in html.code { $0.text(summary.code) } }
            html.line(.erasedOn) { $0.moment(receipt.on) }
            html.line(.erasureBasis, receipt.basis.word)
            if let day = receipt.completeOn { html.line(.completeOn) { $0.day(day) } }
        }
    }
}
