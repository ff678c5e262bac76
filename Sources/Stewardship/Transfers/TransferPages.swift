import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/transfers                      proposed to and by one's organisation   transferCases
    //  GET   /work/transfers/{id}                 one of them, with its answer            transferCases
    //  POST  /work/transfers/{id}/acceptance      take the file, give it to somebody      transferCases
    //  POST  /work/transfers/{id}/refusal         do not take it                          transferCases
    //  POST  /work/transfers/{id}/withdrawal      take the proposal back                  transferCases
    mutating func addTransfers(_ room: ProtectionRoom) {
        let transfers = Transfers(room: room)

        get("/work/transfers", needs: .deed(.transferCases)) { visit in .page(try await TransfersPage.read(visit, room)) }

        get("/work/transfers/{id}", needs: .deed(.transferCases)) { visit in
            .page(try await TransferPage.read(visit, room, filled: Filled()))
        }

        post("/work/transfers/{id}/acceptance", needs: .deed(.transferCases)) { visit in
            let page = try await TransferPage.read(visit, room, filled: Filled())
            var reading = FormReading(visit.form)
            let worker = page.colleagues.isEmpty ? nil : reading.read(page.worker)
            if reading.isSound {
                do {
                    try await transfers.settle(page.line.id, as: .accepted, worker: worker, by: visit.signedIn())
                    return .see(page.line.isToUs ? CaseAddress.file(page.line.file) : StewardshipAddress.transfers)
                } catch let refused as any Refusal where refused.kind == .invalid {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await TransferPage.read(visit, room, filled: reading.filled), status: .unprocessable)
        }

        for (noun, state) in [("refusal", Transfer.State.refused), ("withdrawal", .withdrawn)] {
            post("/work/transfers/{id}/\(noun)", needs: .deed(.transferCases)) { visit in
                let id = try visit.id("id", of: Transfer.self)
                try await transfers.settle(id, as: state, by: visit.signedIn())
                return .see(StewardshipAddress.transfer(id))
            }
        }
    }
}

/// One transfer as both sides see it: coded.
struct TransferLine: Sendable {
    let id: ID<Transfer>
    let file: ID<CaseFile>
    let code: String
    let isToUs: Bool
    let other: String
    let reason: Transfer.Reason
    let state: Transfer.State
    let at: Instant
    let settledAt: Instant?
    /// Whether the file is within reach of whoever looks.
    let isVisible: Bool
    /// Whether whoever looks may answer it, or take it back.
    let isAnswerable: Bool

    /// Those that somebody sees: of their whole organisation, or those that they proposed or may answer.
    static func list(
        _ conditions: [SQL], for actor: Actor, limit: Int, in tx: any Transaction
    ) throws -> [TransferLine] {
        let mine = actor.organisation
        var which = conditions + ["(t.to_id = \(mine) OR t.from_id = \(mine))", .notBarred(actor)]
        let reached: SQL = .reached(with: .transferCases, by: actor)
        if actor.scope(of: .transferCases) != .organisation { which.append("(t.proposed_by = \(actor.account) OR (\(sql: reached)))") }
        return try tx.rows(
            """
            SELECT t.id, c.id, c.code, t.to_id, o.name, t.reason, t.state, t.proposed_at, t.settled_at,
                CASE WHEN \(sql: .reached(with: .readCase, by: actor)) THEN 1 ELSE 0 END, CASE WHEN \(sql: reached) THEN 1 ELSE 0 END
            FROM file_transfer t JOIN case_file c ON c.id = t.case_id
            JOIN organisation o ON o.id = CASE WHEN t.to_id = \(mine) THEN t.from_id ELSE t.to_id END
            WHERE \(sql: .joined(which, separator: " AND ")) ORDER BY t.proposed_at DESC, t.id DESC LIMIT \(limit)
            """
        ) { row in
            TransferLine(
                id: try row.id(0, of: Transfer.self), file: try row.id(1, of: CaseFile.self), code: row.text(2),
                isToUs: try row.id(3, of: Organisation.self) == mine, other: row.text(4),
                reason: try row.choice(5, as: Transfer.Reason.self), state: try row.choice(6, as: Transfer.State.self), at: row.instant(7),
                settledAt: row.optionalInstant(8), isVisible: row.int(9) == 1, isAnswerable: row.int(10) == 1)
        }
    }
}

/// The transfers to and from one's organisation.
struct TransfersPage: Page {
    static let shape = ListShape(
        filters: [ListFilter("state", .state, Transfer.State.allCases.map { ($0.rawValue, $0.word) })],
        sorts: [ListSort("at", startsDescending: true)])

    let asked: ListRequest
    let lines: [TransferLine]

    static func read(_ visit: Visit, _ room: ProtectionRoom) async throws -> TransfersPage {
        let (actor, asked) = (try visit.signedIn(), ListRequest(visit.query, shape))
        var conditions: [SQL] = ["t.state = \(asked.filters["state"] ?? "proposed")"]
        if let values = asked.after?.values, values.count == 2, let at = Int64(values[0]), let id = ID<Transfer>(values[1]) {
            conditions.append("(t.proposed_at, t.id) < (\(at), \(id))")
        }
        let which = conditions
        let lines = try await room.database.read { tx in
            try TransferLine.list(which, for: actor, limit: ListRequest.fetchCount, in: tx)
        }
        return TransfersPage(asked: asked, lines: lines)
    }

    var slice: ListSlice<TransferLine> { ListSlice(fetched: lines) { ["\($0.at.microseconds)", "\($0.id)"] } }
    var title: Word { .transfers }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.list(
            KeysetTable(
                caption: .transfers, asked: asked, slice: slice,
                at: StewardshipAddress.transfers, empty: EmptyList(.transfersWillStandHere),
                columns: [
                    ListColumn(.caseCode, namesRow: true) { line, html in
                        if line.isVisible { html.file(line.file, line.code) } else { html.code { $0.text(line.code) } }
                    },
                    ListColumn(.transferWay) { line, html in
                        html.say(line.isToUs ? .transferFrom : .transferTo)
                        html.space()
                        html.bdi { $0.text(line.other) }
                    },
                    ListColumn(.transferReason) { line, html in html.say(line.reason.word) },
                    ListColumn(.proposedAt, sort: "at") { line, html in html.moment(line.at) },
                    ListColumn(.state) { line, html in
                        html.say(line.state.word)
                        html.br()
                        let isAsked = line.state == .proposed && line.isToUs
                        html.a(to: StewardshipAddress.transfer(line.id), isAsked ? .lookAndAnswer : .lookAtTransfer)
                    },
                ]
            )
        )
    }
}

/// One transfer: what it is, how it stands, and what whoever looks can do about it.
struct TransferPage: Page {
    let line: TransferLine
    /// The summary, for whoever reaches the file.
    let summary: CaseSummary?
    let stage: Word?
    let colleagues: [(id: ID<Account>, name: String)]
    let mayRaise: Bool
    let filled: Filled

    static func read(_ visit: Visit, _ room: ProtectionRoom, filled: Filled) async throws -> TransferPage {
        let (actor, id) = (try visit.signedIn(), try visit.id("id", of: Transfer.self))
        let found = try await room.database.read { tx in
            try TransferLine.list(["t.id = \(id)"], for: actor, limit: 1, in: tx).first
        }
        guard let line = found else { throw notThere(.transferCases, actor) }
        guard line.isVisible else {
            return TransferPage(
                line: line, summary: nil, stage: nil, colleagues: [], mayRaise: actor.may(.raiseReferral), filled: filled)
        }
        return try await CaseFiles(room).look(at: line.file, for: actor) { tx, view in
            let isTaking = line.state == .proposed && line.isToUs && actor.may(.superviseCases)
            let colleagues =
                try !isTaking
                ? []
                : tx.rows(
                    """
                    SELECT a.id, a.display_name FROM account a WHERE a.organisation_id = \(actor.organisation) AND a.state = 'active'
                        AND NOT EXISTS (SELECT 1 FROM case_bar b WHERE b.case_id = \(line.file) AND b.account_id = a.id AND b.lifted_at IS NULL)
                    ORDER BY a.display_name LIMIT 500
                    """
                ) { (id: try $0.id(0, of: Account.self), name: $0.text(1)) }
            return TransferPage(
                line: line, summary: view.summary, stage: view.profile.decisionNames[view.summary.stage.rawValue], colleagues: colleagues,
                mayRaise: actor.may(.raiseReferral), filled: filled)
        }
    }

    var title: Word { .transfer }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.transfers, StewardshipAddress.transfers)] }

    var worker: ChoiceField<ID<Account>> {
        ChoiceField(
            "worker", .whoWorksOnIt, why: .whoWorksOnItWhy, isRequired: false,
            choices: colleagues.map { Choice($0.id, key: "\($0.id)", label: .data($0.name)) }, as: .list)
    }

    func body(_ html: inout Markup) {
        html.p(standing, .class("lead"))
        html.dl(.class("facts")) { html in
            html.line(.caseCode) { html in
                if line.isVisible { html.file(line.file, line.code) } else { html.code { $0.text(line.code) } }
            }
            html.line(.transferWay) { html in
                html.say(line.isToUs ? .transferFrom : .transferTo)
                html.space()
                html.bdi { $0.text(line.other) }
            }
            html.line(.transferReason, line.reason.word)
            html.line(.proposedAt) { $0.moment(line.at) }
            if let settled = line.settledAt { html.line(.settledAt) { $0.moment(settled) } }
            if let summary {
                html.line(.caseLabel) { html in html.bdi { $0.text(summary.label) } }
                if let stage { html.line(.stage, stage) }
                html.line(.path, summary.path.word)
                html.line(.setting, summary.setting.word)
            }
        }
        html.problems(filled)
        if line.state == .proposed, line.isAnswerable { answers(&html) }
        if !line.isToUs, mayRaise { html.p { $0.a(to: CaseAddress.filesRaised, .backToRaised) } }
    }

    private var standing: Word {
        switch (line.state, line.isToUs) {
        case (.proposed, true): .waitsForYou
        case (.proposed, false): .waitsForThem
        case (.accepted, true): .takenByYou
        case (.accepted, false): .takenByThem
        case (.refused, _): .notTaken
        case (.withdrawn, _): .proposalTakenBack
        }
    }

    private func answers(_ html: inout Markup) {
        guard line.isToUs else {
            return html.form(post: StewardshipAddress.transferAnswer(line.id, "withdrawal")) {
                $0.submit(.withdrawTransfer, .class("secondary"))
            }
        }
        html.form(post: StewardshipAddress.transferAnswer(line.id, "acceptance")) { html in
            if !colleagues.isEmpty { html.field(worker, filled) }
            html.submit(.acceptTransfer)
        }
        html.form(post: StewardshipAddress.transferAnswer(line.id, "refusal")) { $0.submit(.refuseTransfer, .class("secondary")) }
    }
}
