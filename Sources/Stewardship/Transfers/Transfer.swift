import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// That a file goes from the organisation that keeps it to another: proposed on a ground, and accepted, refused or withdrawn.
package enum Transfer {
    package enum State: String, CaseIterable, Sendable, Hashable, SQLBindable { case proposed, accepted, refused, withdrawn }

    package enum Reason: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case moved
        case safety
        case competence
        case personWishes = "person_wishes"
        case capacity
    }

    static let purpose = "transfer"
}

/// Proposes and answers transfers.
package struct Transfers: Sendable {
    let room: ProtectionRoom

    /// On which ground the other organisation may learn of the file at all.
    enum Ground: Sendable, Hashable {
        /// Consent in force for a purpose of the profile.
        case consent(String)
        case childProtection
        case law(String)
    }

    /// Proposes it: the receiver sees the summary alone until it accepts.
    func propose(_ file: ID<CaseFile>, to receiver: ID<Organisation>, for reason: Transfer.Reason, on ground: Ground, by actor: Actor)
        async throws
    {
        let (now, room) = (room.gate.clock.now(), room)
        try await room.gate.change(.transferCases, on: file, for: actor, detail: "transfer: proposed") { tx, permit in
            guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            guard summary.organisation == actor.organisation else { throw notThere(.transferCases, actor) }
            guard receiver != summary.organisation else { throw StewardshipRefused.transferToSelf }
            guard try !tx.exists("SELECT 1 FROM file_transfer WHERE case_id = \(file) AND state = 'proposed'") else {
                throw StewardshipRefused.transferPending
            }
            guard try !Barred.from(file, in: tx).organisations.contains(receiver) else { throw StewardshipRefused.notInvitable }
            let disclosure: DisclosureGround =
                switch ground {
                case .consent(let purpose):
                    try .consent(for: purpose, to: receiver, parts: [.summary], in: file, on: room.day(of: now), tx: tx)
                case .childProtection: try .childProtection(in: file, by: actor.organisation, to: receiver, tx: tx)
                case .law(let code): try .law(code, of: room.profiles[summary.profile])
                }
            let share = try CaseShare.open(
                [.summary], of: file, to: receiver, for: Transfer.purpose, on: disclosure, under: permit, at: now, tx: tx)
            let id = ID<Transfer>.new(at: now)
            try tx.run(
                """
                INSERT INTO file_transfer (id, case_id, from_id, to_id, share_id, reason, state, proposed_by, proposed_at)
                VALUES (\(id), \(file), \(actor.organisation), \(receiver), \(share), \(reason), 'proposed', \(actor.account), \(now))
                """
            )
            try CaseMatter.post(
                CaseMatter.transferProposed.code, to: .organisation(receiver, .transferCases), about: file, subject: .some(nil), at: now,
                in: tx)
            try CaseEvent.write(.transfer, in: file, by: permit.actor, subject: id.bytes, detail: "proposed", at: now, tx: tx)
        }
    }

    /// The receiver takes or refuses it; the sender withdraws it.
    func settle(_ id: ID<Transfer>, as state: Transfer.State, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        let found = try await room.database.read { tx in
            try tx.row("SELECT case_id, from_id, to_id, share_id FROM file_transfer WHERE id = \(id)") { row in
                (
                    try row.id(0, of: CaseFile.self), try row.id(1, of: Organisation.self), try row.id(2, of: Organisation.self),
                    try row.id(3, of: CaseShare.self)
                )
            }
        }
        guard let (file, sender, receiver, share) = found else { throw notThere(.transferCases, actor) }
        try await room.gate.change(.transferCases, on: file, for: actor, detail: "transfer: \(state.rawValue)") { tx, permit in
            guard actor.organisation == (state == .withdrawn ? sender : receiver) else { throw notThere(.transferCases, actor) }
            let changed = try tx.run(
                """
                UPDATE file_transfer SET state = \(state), settled_by = \(actor.account), settled_at = \(now)
                WHERE id = \(id) AND state = 'proposed'
                """
            )
            guard changed == 1 else { throw StewardshipRefused.transferSettled }
            if state == .accepted {
                try move(file, from: sender, to: receiver, share, by: actor, at: now, in: tx)
            } else {
                try CaseShare.close(share, in: file, at: now, tx: tx)
            }
            let other = state == .withdrawn ? receiver : sender
            try CaseMatter.post(
                CaseMatter.transferSettled.code, to: .organisation(other, .transferCases), about: file, subject: .some(nil), at: now, in: tx
            )
            try CaseEvent.write(.transfer, in: file, by: permit.actor, subject: id.bytes, detail: state.rawValue, at: now, tx: tx)
        }
    }

    /// The seats are swapped: the receiver keeps the file; the sender sees its summary, on the ground on which it was handed on.
    private func move(
        _ file: ID<CaseFile>, from sender: ID<Organisation>, to receiver: ID<Organisation>, _ share: ID<CaseShare>, by actor: Actor,
        at now: Instant, in tx: any Transaction
    ) throws {
        try tx.runOnOne(
            """
            UPDATE case_file SET organisation_id = \(receiver), assigned_to = NULL, deputy = NULL, version = version + 1
            WHERE id = \(file) AND organisation_id = \(sender) AND closed_at IS NULL
            """
        )
        // Whoever raised it may follow it for ever, with all parts: not the people of the organisation that gave it away.
        try tx.run(
            """
            UPDATE case_file SET raised_by = \(actor.account)
            WHERE id = \(file) AND raised_by IN (SELECT id FROM account WHERE organisation_id = \(sender))
            """
        )
        let due = try CaseSummary.find(file, in: tx)?.nextDue?.iso ?? CaseSummary.nothingDue
        try tx.run("UPDATE case_share SET closed_at = \(now) WHERE case_id = \(file) AND seat = 'keeper' AND closed_at IS NULL")
        // What the receiver was given before is part of what it keeps now.
        let former = try tx.row("SELECT ground, ground_code, consent_id FROM case_share WHERE id = \(share)") {
            (try $0.choice(0, as: DisclosureGround.Kind.self), $0.optionalText(1), try $0.optionalID(2, of: Consent.self))
        }
        try tx.run(
            "UPDATE case_share SET closed_at = \(now) WHERE case_id = \(file) AND organisation_id = \(receiver) AND closed_at IS NULL")
        try tx.run(
            """
            INSERT INTO case_share (id, case_id, organisation_id, seat, parts, opened_by, opened_at, next_due, is_open)
            VALUES (\(ID<CaseShare>.new(at: now)), \(file), \(receiver), 'keeper', \(CasePart.text(Set(CasePart.allCases))), \(actor.account),
                \(now), \(due), 1)
            """
        )
        if let former {
            try tx.run(
                """
                INSERT INTO case_share (id, case_id, organisation_id, seat, parts, ground, ground_code, consent_id, opened_by, opened_at,
                    next_due, is_open)
                VALUES (\(ID<CaseShare>.new(at: now)), \(file), \(sender), 'recipient', 'summary', \(former.0), \(former.1), \(former.2),
                    \(actor.account), \(now), \(due), 1)
                """
            )
        }
        try tx.run(
            """
            UPDATE case_clock SET organisation_id = \(receiver), account_id = NULL
            WHERE case_id = \(file) AND organisation_id = \(sender) AND stopped_at IS NULL
            """
        )
    }
}

extension Routes {
    //  GET   /work/transfers                      proposed to and by one's organisation   transferCases
    //  GET   /work/cases/{id}/transfer            the form                                transferCases
    //  POST  /work/cases/{id}/transfer            propose it                              transferCases
    //  POST  /work/transfers/{id}/acceptance      take the file                           transferCases
    //  POST  /work/transfers/{id}/refusal         do not take it                          transferCases
    //  POST  /work/transfers/{id}/withdrawal      take the proposal back                  transferCases
    mutating func addTransfers(_ room: ProtectionRoom) {
        let transfers = Transfers(room: room)

        get("/work/transfers", needs: .deed(.transferCases)) { visit in .page(try await TransfersPage.read(visit, room)) }

        get("/work/cases/{id}/transfer", needs: .deed(.transferCases)) { visit in
            .page(try await NewTransferPage.read(visit, room, filled: Filled()))
        }

        post("/work/cases/{id}/transfer", needs: .deed(.transferCases)) { visit in
            let page = try await NewTransferPage.read(visit, room, filled: Filled())
            var reading = FormReading(visit.form)
            let (receiver, reason, ground) = (reading.read(page.receiver), reading.read(NewTransferPage.reason), reading.read(page.ground))
            if reading.isSound, let receiver, let reason, let ground {
                do {
                    try await transfers.propose(page.summary.id, to: receiver, for: reason, on: ground, by: visit.signedIn())
                    return .see(StewardshipAddress.transfers)
                } catch let refused as any Refusal where refused.kind == .invalid {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await NewTransferPage.read(visit, room, filled: reading.filled), status: .unprocessable)
        }

        for (noun, state) in [("acceptance", Transfer.State.accepted), ("refusal", .refused), ("withdrawal", .withdrawn)] {
            post("/work/transfers/{id}/\(noun)", needs: .deed(.transferCases)) { visit in
                try await transfers.settle(visit.id("id"), as: state, by: visit.signedIn())
                return .see(StewardshipAddress.transfers)
            }
        }
    }
}

/// The transfers to and from one's organisation.
struct TransfersPage: Page {
    struct Line: Sendable {
        let id: ID<Transfer>
        let file: ID<CaseFile>
        let code: String
        let isToUs: Bool
        let other: String
        let reason: Transfer.Reason
        let state: Transfer.State
        let at: Instant
        let isVisible: Bool
    }

    static let shape = ListShape(
        filters: [ListFilter("state", .state, Transfer.State.allCases.map { ($0.rawValue, $0.word) })],
        sorts: [ListSort("at", startsDescending: true)])

    let asked: ListRequest
    let lines: [Line]

    static func read(_ visit: Visit, _ room: ProtectionRoom) async throws -> TransfersPage {
        let (actor, asked) = (try visit.signedIn(), ListRequest(visit.query, shape))
        let mine = actor.organisation
        var conditions: [SQL] = ["(t.to_id = \(mine) OR t.from_id = \(mine))", "t.state = \(asked.filters["state"] ?? "proposed")"]
        if let values = asked.after?.values, values.count == 2, let at = Int64(values[0]), let id = ID<Transfer>(values[1]) {
            conditions.append("(t.proposed_at, t.id) < (\(at), \(id))")
        }
        let which = SQL.joined(conditions, separator: " AND ")
        let lines = try await room.database.read { tx in
            try tx.rows(
                """
                SELECT t.id, c.id, c.code, t.to_id, o.name, t.reason, t.state, t.proposed_at,
                    CASE WHEN \(sql: .reached(with: .readCase, by: actor)) THEN 1 ELSE 0 END
                FROM file_transfer t JOIN case_file c ON c.id = t.case_id
                JOIN organisation o ON o.id = CASE WHEN t.to_id = \(mine) THEN t.from_id ELSE t.to_id END
                WHERE \(sql: which) AND \(sql: .notBarred(actor)) ORDER BY t.proposed_at DESC, t.id DESC LIMIT \(ListRequest.fetchCount)
                """
            ) { row in
                Line(
                    id: try row.id(0, of: Transfer.self), file: try row.id(1, of: CaseFile.self), code: row.text(2),
                    isToUs: try row.id(3, of: Organisation.self) == mine, other: row.text(4),
                    reason: try row.choice(5, as: Transfer.Reason.self),
                    state: try row.choice(6, as: Transfer.State.self), at: row.instant(7), isVisible: row.int(8) == 1)
            }
        }
        return TransfersPage(asked: asked, lines: lines)
    }

    var title: Word { .transfers }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.list(
            KeysetTable(
                caption: .transfers, asked: asked, slice: ListSlice(fetched: lines) { ["\($0.at.microseconds)", "\($0.id)"] },
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
                        guard line.state == .proposed else { return }
                        let answers: [(Word, String)] =
                            line.isToUs
                            ? [(.acceptTransfer, "acceptance"), (.refuseTransfer, "refusal")] : [(.withdrawTransfer, "withdrawal")]
                        for (word, noun) in answers {
                            html.form(post: StewardshipAddress.transferAnswer(line.id, noun), .class("inline")) { $0.submit(word) }
                        }
                    },
                ]
            )
        )
    }
}

/// Proposes to hand a file on.
struct NewTransferPage: PageOfFile {
    static let reason = ChoiceField("reason", .transferReason, Transfer.Reason.allCases) { $0.word }

    let summary: CaseSummary
    let receiver: ChoiceField<ID<Organisation>>
    let ground: ChoiceField<Transfers.Ground>
    let filled: Filled

    static func read(_ visit: Visit, _ room: ProtectionRoom, filled: Filled) async throws -> NewTransferPage {
        try await CaseFiles(room).look(at: visit.id("id"), for: visit.signedIn()) { tx, view in
            var grounds = view.profile.consentPurposes.map {
                Choice(Transfers.Ground.consent($0.code), key: "consent-\($0.code)", label: $0.name, hint: .groundIsConsent)
            }
            if try view.mayDecideForChild(in: tx) {
                grounds.append(Choice(.childProtection, key: "child-protection", label: DisclosureGround.Kind.childProtection.word))
            }
            grounds += view.profile.disclosureOverrides.map { Choice(.law($0.code), key: "law-\($0.code)", label: $0.text) }
            return NewTransferPage(
                summary: view.summary,
                receiver: try organisationField("receiver", .transferTo, except: view.summary.organisation, in: tx),
                ground: ChoiceField("ground", .transferGround, why: .transferGroundWhy, choices: grounds, as: .list), filled: filled)
        }
    }

    var title: Word { .transferFile }

    func body(_ html: inout Markup) {
        html.h2(.whatTransferDoes)
        html.ul { html in for word in [Word.transferShowsSummary, .transferMovesKeeping, .transferKeepsHistory] { html.li(word) } }
        html.problems(filled)
        html.form(post: StewardshipAddress.newTransfer(summary.id)) { html in
            html.field(receiver, filled)
            html.field(Self.reason, filled)
            html.field(ground, filled)
            html.submit(.proposeTransfer)
        }
    }
}

extension Transfer.State {
    var word: Word {
        switch self {
        case .proposed: Word(work: "Proposed", fr: "Proposé")
        case .accepted: Word(work: "Accepted", fr: "Accepté")
        case .refused: Word(work: "Refused", fr: "Refusé")
        case .withdrawn: Word(work: "Withdrawn", fr: "Retiré")
        }
    }
}

extension Transfer.Reason {
    var word: Word {
        switch self {
        case .moved: Word(work: "The person moved", fr: "La personne a déménagé")
        case .safety: Word(work: "Safer elsewhere", fr: "Plus sûre ailleurs")
        case .competence: Word(work: "The other is competent", fr: "L’autre est compétente")
        case .personWishes: Word(work: "The person wishes it", fr: "La personne le souhaite")
        case .capacity: Word(work: "No room here", fr: "Pas de place ici")
        }
    }
}

extension CaseEvent.Kind {
    static let transfer = CaseEvent.Kind(
        "case.transfer", Word(work: "Transfer to another organisation", fr: "Transfert à une autre organisation")
    ) {
        code, _ in Transfer.State(rawValue: code)?.word
    }
}

extension CaseMatter {
    static let transferProposed = CaseMatter(
        "transfer.proposed",
        Word(work: "Another organisation wants to hand a file on to you.", fr: "Une autre organisation veut vous transmettre un dossier.")
    ) { _ in StewardshipAddress.transfers }
    static let transferSettled = CaseMatter(
        "transfer.settled",
        Word(work: "A transfer of a file was answered or withdrawn.", fr: "Un transfert de dossier a reçu une réponse ou a été retiré.")
    ) { _ in StewardshipAddress.transfers }
}

extension Word {
    static let transfers = Word(work: "Transfers", fr: "Transferts")
    static let transfersWillStandHere = Word(
        work: "Files that are to go from one organisation to another will stand here. Propose one from its page.",
        fr: "Les dossiers qui doivent passer d’une organisation à l’autre apparaîtront ici. Proposez-le depuis sa page.")
    static let transferFile = Word(work: "Hand the file on to another organisation", fr: "Transmettre le dossier à une autre organisation")
    static let transferWay = Word(work: "From or to", fr: "De ou vers")
    static let transferFrom = Word(work: "from", fr: "de")
    static let transferTo = Word(work: "to", fr: "à")
    static let transferReason = Word(work: "Why", fr: "Pourquoi")
    static let proposedAt = Word(work: "Proposed", fr: "Proposé le")
    static let acceptTransfer = Word(work: "Take the file", fr: "Prendre le dossier")
    static let refuseTransfer = Word(work: "Do not take it", fr: "Ne pas le prendre")
    static let withdrawTransfer = Word(work: "Take the proposal back", fr: "Retirer la proposition")
    static let proposeTransfer = Word(work: "Propose the transfer", fr: "Proposer le transfert")
    static let transferGround = Word(work: "On which ground", fr: "Sur quelle base")
    static let transferGroundWhy = Word(
        work: "A consent must be in force for exactly this organisation; otherwise name the law.",
        fr: "Un consentement doit être en vigueur pour cette organisation précise ; sinon, nommez la loi.")
    static let groundIsConsent = Word(work: "consent on record", fr: "consentement enregistré")
    static let whatTransferDoes = Word(work: "What it does", fr: "Ce que cela fait")
    static let transferShowsSummary = Word(
        work: "Until it is accepted the other organisation sees the summary alone: nobody’s name.",
        fr: "Jusqu’à son acceptation, l’autre organisation ne voit que le résumé : aucun nom.")
    static let transferMovesKeeping = Word(
        work: "Once accepted it keeps the file, with all parts and running clocks; here only the summary stays.",
        fr: "Une fois accepté, elle tient le dossier, avec toutes les parties et les délais ; ici ne reste que le résumé.")
    static let transferKeepsHistory = Word(work: "The history stays whole.", fr: "L’historique reste entier.")
}
