import Access
import Basics
import Instruments
import Protection
import Store

/// Takes decisions: one stage after the other, by the authority, with a second person wherever somebody is told no.
struct Decisions: Sendable {
    let room: ProtectionRoom

    init(_ room: ProtectionRoom) { self.room = room }

    /// What is decided.
    struct Draft: Sendable {
        var to: IdentificationStage
        var facts = Facts()
        var evidence: [Classification.Element: [Evidence]] = [:]
        var notes: [Classification.Element: String] = [:]
        var legalBasis: String?
        var reasons: String?
        var decidedOn: Day
    }

    /// Where the file stood on the page of whoever decides.
    struct Seen: Sendable {
        let stage: IdentificationStage
        let since: Instant
    }

    /// Takes a decision; one that says no is a proposal until a second person agrees.
    /// - Throws: `IdentificationRefused.decidedMeanwhile` when the file does not stand where the page said it did.
    func decide(_ draft: Draft, in file: ID<CaseFile>, seen: Seen, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        let key = try await key(of: file, for: actor, .assessIdentification)
        let id = ID<IdentificationDecision>.new(at: now)
        let texts = SealedTexts(
            reasons: try draft.reasons.map { try key.seal($0, in: .reasons(of: id)) },
            notes: try Dictionary(
                uniqueKeysWithValues: draft.notes.map { ($0.key, try key.seal($0.value, in: .note(of: id, on: $0.key))) }))
        let deed: Deed = seen.stage == .underReview ? .confirmDecisions : .assessIdentification
        let room = room
        try await room.gate.change(deed, on: file, for: actor, detail: "decision: \(draft.to.rawValue)") { tx, permit in
            guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            try DecidingSeat.require(actor, in: file, tx: tx)
            let desk = try Desk.find(file, in: tx)
            guard summary.stage == seen.stage, summary.stageSince == seen.since else { throw IdentificationRefused.decidedMeanwhile }
            guard desk.pending == nil else { throw IdentificationRefused.pendingFirst }
            let profile = room.profiles[summary.profile]
            try DecisionRules.check(draft, from: summary, profile, today: profile.calendar.day(of: now))
            if summary.stage == .underReview, try Self.participants(ofNegativeIn: file, tx: tx).contains(actor.account) {
                throw IdentificationRefused.tookPart
            }
            let step = StageStep(summary: summary, profile: profile, to: draft.to, actor: actor, at: now)
            let due = try step.due(in: tx)
            try Self.insert(draft, id, texts, step, due: due, ground: summary.stage == .underReview ? .review : .authority, in: tx)
            try CaseMatter.settle([.sentBack], in: file, tx: tx)
            if draft.to.needsSecondPerson {
                try Desk.propose(id, in: file, at: now, tx: tx)
                try step.touch(in: tx)
                try CaseEvent.write(.proposed, in: file, by: permit.actor, subject: id.bytes, detail: draft.to.rawValue, at: now, tx: tx)
                try CaseMatter.post(
                    CaseMatter.toConfirm.code, to: .organisation(actor.organisation, .confirmDecisions), about: file, at: now, in: tx)
            } else {
                try step.enter(decision: id, in: tx)
            }
        }
    }

    /// The second person's answer to a decision that says no.
    func answer(
        agrees: Bool, reasons: String?, to decision: ID<IdentificationDecision>, in file: ID<CaseFile>, by actor: Actor
    ) async throws {
        let now = room.gate.clock.now()
        let key = try await key(of: file, for: actor, .confirmDecisions)
        let id = ID<IdentificationDecision.Confirmation>.new(at: now)
        let sealed = try reasons.map { try key.seal($0, in: SealPlace("identification_confirmation", id, "reasons")) }
        let room = room
        try await room.gate.change(.confirmDecisions, on: file, for: actor, detail: agrees ? "confirmed" : "sent back") { tx, permit in
            guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            try DecidingSeat.require(actor, in: file, tx: tx)
            guard try Desk.find(file, in: tx).pending == decision,
                let proposal = try IdentificationDecision.all(in: file, opening: nil, tx: tx).first(where: { $0.id == decision }),
                proposal.from == summary.stage
            else { throw IdentificationRefused.nothingPending }
            guard proposal.decidedBy != actor.account else { throw IdentificationRefused.ownProposal }
            if proposal.ground == .review, try Self.participants(ofNegativeIn: file, tx: tx).contains(actor.account) {
                throw IdentificationRefused.tookPartAsSecond
            }
            guard agrees || reasons != nil else { throw IdentificationRefused.answerNeeded }
            try tx.run(
                """
                INSERT INTO identification_confirmation (id, decision_id, case_id, answer, answered_by, answered_at, reasons)
                VALUES (\(id), \(decision), \(file), \(agrees ? "agreed" : "sent_back"), \(actor.account), \(now), \(sealed))
                """
            )
            try Desk.settle(file, in: tx)
            try CaseMatter.settle([.toConfirm], in: file, tx: tx)
            let profile = room.profiles[summary.profile]
            let step = StageStep(summary: summary, profile: profile, to: proposal.to, actor: actor, at: now)
            if agrees {
                try step.enter(decision: decision, in: tx)
            } else {
                try step.touch(in: tx)
                try CaseEvent.write(.sentBack, in: file, by: permit.actor, subject: decision.bytes, at: now, tx: tx)
                try CaseMatter.post(CaseMatter.sentBack.code, to: .account(proposal.decidedBy), about: file, at: now, in: tx)
            }
        }
    }

    /// Who decided, or agreed to, the negative decision that stands.
    static func participants(ofNegativeIn file: ID<CaseFile>, tx: any Transaction) throws -> Set<ID<Account>> {
        try IdentificationDecision.all(in: file, opening: nil, tx: tx).first { $0.to == .notIdentified && $0.isInForce }?.participants ?? []
    }

    struct SealedTexts: Sendable {
        var reasons: Sealed<Person, String>?
        var notes: [Classification.Element: Sealed<Person, String>] = [:]
    }

    static func insert(
        _ draft: Draft, _ id: ID<IdentificationDecision>, _ texts: SealedTexts, _ step: StageStep, due: Day?,
        ground: IdentificationDecision.Ground, in tx: any Transaction
    ) throws {
        let hasFacts = draft.to.needsFacts && ground != .court
        try tx.run(
            """
            INSERT INTO identification_decision (id, case_id, from_stage, to_stage, ground, authority_id, decided_by, decided_on, decided_at,
                facts, evidence_act, evidence_means, evidence_purpose, note_act, note_means, note_purpose, legal_basis, reasons, due, is_late)
            VALUES (\(id), \(step.file), \(step.summary.stage), \(draft.to), \(ground), \(step.actor.organisation), \(step.actor.account),
                \(draft.decidedOn), \(step.now), \(hasFacts ? draft.facts.stored : nil), \(Evidence.text(draft.evidence[.act] ?? [])),
                \(Evidence.text(draft.evidence[.means] ?? [])), \(Evidence.text(draft.evidence[.purpose] ?? [])), \(texts.notes[.act]),
                \(texts.notes[.means]), \(texts.notes[.purpose]), \(draft.legalBasis), \(texts.reasons), \(due),
                \(due.map { draft.decidedOn > $0 }))
            """
        )
    }

    /// The person's key, before the transaction. Whoever does not reach the file gets the answer of one that is not there, and is not told
    /// that a person was erased; the gate looks again.
    func key(of file: ID<CaseFile>, for actor: Actor, _ deed: Deed) async throws -> HolderKey<Person> {
        let person = try await room.gate.look(for: actor) { tx, looking in
            let _: Permit<CaseFile> = try looking.permit(deed, on: file, detail: "to write")
            return try CaseSummary.find(file, in: tx)?.person
        }
        guard let person else {
            throw AccessRefused.notFound(Denial(actor: actor, deed: deed, subject: AuditSubject(CaseFile.self, file)))
        }
        do { return try await room.vault.key(for: person) } catch VaultRefused.erased { throw CaseRefused.erased }
    }
}

/// What a decision must be, whoever takes it.
enum DecisionRules {
    static func check(_ draft: Decisions.Draft, from summary: CaseSummary, _ profile: CountryProfile, today: Day) throws {
        // A review is asked for, not decided upon: that step has its own door.
        guard summary.stage.next.contains(draft.to), draft.to != .underReview else { throw IdentificationRefused.stageSkipped }
        guard draft.decidedOn <= today else { throw IdentificationRefused.dayInFuture }
        guard draft.decidedOn >= profile.calendar.day(of: summary.openedAt) else { throw IdentificationRefused.dayBeforeFile }
        guard draft.to.needsFacts else { return }
        var facts = draft.facts
        facts.age = summary.path.age
        guard facts == draft.facts else { throw IdentificationRefused.decidedMeanwhile }
        let found = facts.classified()
        switch draft.to {
        case .identified, .overturned: if !found.isTrafficking { throw IdentificationRefused.elementMissing }
        case .notIdentified, .upheld: if found.isTrafficking { throw IdentificationRefused.elementsShown }
        default: break
        }
        for element in facts.shownElements where draft.evidence[element, default: []].isEmpty {
            throw IdentificationRefused.evidenceMissing
        }
        guard let code = draft.legalBasis, let basis = profile.legalBasis(code), let use = draft.to.use, basis.carries(use) else {
            throw IdentificationRefused.basisNeeded
        }
        guard draft.reasons != nil else { throw IdentificationRefused.reasonsNeeded }
    }
}

extension Facts {
    /// The elements for which something was found.
    var shownElements: [Classification.Element] {
        var shown: [Classification.Element] = []
        if !acts.isEmpty { shown.append(.act) }
        if !means.isEmpty { shown.append(.means) }
        if !knownPurposes.isEmpty { shown.append(.purpose) }
        return shown
    }
}

extension IdentificationStage {
    /// Which law can carry a step to here.
    var use: LegalBasis.Use? {
        switch self {
        case .presumed: .presume
        case .identified, .overturned: .identify
        case .notIdentified, .upheld: .refuse
        case .detected, .underAssessment, .underReview: nil
        }
    }
}
