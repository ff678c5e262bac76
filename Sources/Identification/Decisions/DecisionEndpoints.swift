import Access
import Basics
import Instruments
import Protection
import Store
import Vocabulary
import Web

extension Endpoint {
    /// Identification for programs: where a file stands, its decisions, and the deeds of deciding.
    static func identification(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = DecisionProgramDesk(room: room)
        let path = "/api/v1/cases/{id}/identification"
        return [
            Endpoint(
                verb: .get, path: path, operation: "getIdentification",
                summary:
                    "Where identification stands, what may come next, and every decision. Reasons are opened on record for those who may read them.",
                parameters: [fileParameter], answer: .identification, refusals: [.notFound], deed: .readCase
            ) { visit in .json(try await desk.standing(visit)) },
            Endpoint(
                verb: .post, path: path + "/decisions", operation: "decide",
                summary: "Takes a decision; one that says no is a proposal until a second person confirms it. No stage is skipped.",
                parameters: [fileParameter], body: .newDecision(room), answer: .decided, refusals: changeRefusals,
                deed: .assessIdentification
            ) { visit in .json(try await desk.decide(visit)) },
            Endpoint(
                verb: .post, path: path + "/confirmation", operation: "confirmDecision",
                summary: "The second person confirms the decision that waits, or sends it back with reasons.",
                parameters: [fileParameter],
                body: .object(
                    [
                        "decision": .text(length: 40), "answer": .choice(IdentificationPage.Answer.allCases.map(\.rawValue)),
                        "answer_reasons": Schema.text(length: 4_000).orNull,
                    ], optional: ["answer_reasons"]), answer: .decided, refusals: changeRefusals, deed: .confirmDecisions
            ) { visit in .json(try await desk.confirm(visit)) },
        ]
    }
}

/// Decides for programs, by the same rules as the pages do.
private struct DecisionProgramDesk: Sendable {
    let room: ProtectionRoom

    private var desk: IdentificationDesk { IdentificationDesk(room: room) }

    func standing(_ visit: Visit) async throws -> JSONValue {
        let page = try await desk.page(visit.id("id"), for: visit.signedIn(), at: visit.now)
        let summary = page.summary
        return [
            "stage": .text(summary.stage.rawValue), "stage_since": .text(summary.stageSince.iso), "seen": .text(summary.seen),
            "next": .list(summary.stage.next.map { .text($0.rawValue) }), "is_authority": .bool(page.isAuthority),
            "pending": JSONValue(page.readsReasons ? page.pending.map { "\($0)" } : nil),
            "decisions": .list(page.decisions.map(JSONValue.decision)),
        ]
    }

    func decide(_ visit: Visit) async throws -> JSONValue {
        let (file, actor, answers) = (try visit.id("id", of: CaseFile.self), try visit.signedIn(), try ProgramAnswers(visit))
        let to = try answers.text("to")
        guard let stage = IdentificationStage(rawValue: to) else {
            throw FieldsRefused.choice("to", IdentificationStage.allCases.map(\.rawValue))
        }
        let form = try await desk.form(file, to: stage, for: actor, at: visit.now)
        guard let seen = Decisions.Seen(text: try answers.text("seen")) else { throw IdentificationRefused.decidedMeanwhile }
        let facts = DecisionFields.names.filter { _ in stage.needsFacts }
        var reading = FormReading(try answers.form(facts, days: [DecisionFields.decidedOn], besides: ["to", "seen"]))
        let read: Decisions.Draft? =
            stage.needsFacts
            ? form.fields.read(&reading, to: stage, path: form.summary.path)
            : reading.read(DecisionFields.decidedOn).map { Decisions.Draft(to: stage, decidedOn: $0) }
        guard let draft = read, reading.isSound else { throw FieldsRefused(reading.filled) }
        try await Decisions(room).decide(draft, in: file, seen: seen, by: actor)
        return try await stands(file)
    }

    func confirm(_ visit: Visit) async throws -> JSONValue {
        let (file, actor, answers) = (try visit.id("id", of: CaseFile.self), try visit.signedIn(), try ProgramAnswers(visit))
        guard let decision = ID<IdentificationDecision>(try answers.text("decision")) else { throw IdentificationRefused.nothingPending }
        var reading = FormReading(try answers.form(["answer", "answer-reasons"], besides: ["decision"]))
        let answer = reading.read(IdentificationPage.answer)
        let reasons = reading.read(IdentificationPage.answerReasons)
        guard reading.isSound, let answer else { throw FieldsRefused(reading.filled) }
        try await Decisions(room).answer(agrees: answer == .agree, reasons: reasons, to: decision, in: file, by: actor)
        return try await stands(file)
    }

    /// Where the file stands after a deed of whoever asks.
    private func stands(_ file: ID<CaseFile>) async throws -> JSONValue {
        try await room.database.read { tx in
            let summary = try CaseSummary.find(file, in: tx)
            return [
                "stage": JSONValue(summary?.stage.rawValue), "seen": JSONValue(summary?.seen),
                "pending": JSONValue(try Desk.find(file, in: tx).pending.map { "\($0)" }),
            ]
        }
    }
}

extension CaseSummary {
    /// What whoever decides gives back, so that nothing is decided twice.
    fileprivate var seen: String { "\(stage.rawValue)@\(stageSince.microseconds)" }
}

extension Decisions.Seen {
    fileprivate init?(text: String) {
        let parts = text.split(separator: "@").map(String.init)
        guard parts.count == 2, let stage = IdentificationStage(rawValue: parts[0]), let since = Int64(parts[1]) else { return nil }
        self.init(stage: stage, since: Instant(microseconds: since))
    }
}

extension DecisionFields {
    /// The names of the questions that a program answers, besides the day.
    fileprivate static let names =
        ["acts", "means", "purposes", "consent-claimed", "basis", "reasons"]
        + Classification.Element.allCases.flatMap { [evidence($0).name, note($0).name] }
}

extension JSONValue {
    fileprivate static func decision(_ decision: IdentificationDecision) -> JSONValue {
        let elements = Classification.Element.allCases
        let facts = decision.facts
        return [
            "id": .text("\(decision.id)"), "from": .text(decision.from.rawValue), "to": .text(decision.to.rawValue),
            "ground": .text(decision.ground.rawValue), "authority": .text(decision.authorityName), "by": .text(decision.deciderName),
            "decided_on": .text(decision.decidedOn.iso), "decided_at": .text(decision.decidedAt.iso),
            "due": JSONValue(decision.due?.iso), "is_late": .bool(decision.isLate), "is_in_force": .bool(decision.isInForce),
            "is_sent_back": .bool(decision.isSentBack), "confirmed_by": JSONValue(decision.confirmation?.name),
            "legal_basis": JSONValue(decision.legalBasis),
            "acts": codes(decision.texts == nil ? nil : facts?.acts.map(\.rawValue)),
            "means": codes(decision.texts == nil ? nil : facts?.means.map(\.rawValue)),
            "purposes": codes(decision.texts == nil ? nil : facts?.purposes.map(\.rawValue)),
            "evidence": .members(
                decision.texts == nil
                    ? [] : elements.map { Member(name: $0.rawValue, value: codes(decision.evidence[$0]?.map(\.rawValue) ?? [])) }),
            "reasons": JSONValue(decision.texts?.reasons),
        ]
    }

    private static func codes(_ codes: [String]?) -> JSONValue { .list((codes ?? []).sorted().map(JSONValue.text)) }
}

extension Schema {
    private static let stage = Schema.choice(IdentificationStage.allCases.map(\.rawValue))
    private static let texts = Schema.list(of: .text)

    fileprivate static let decided = Schema.object(["stage": stage.orNull, "seen": Schema.text.orNull, "pending": Schema.text.orNull])

    fileprivate static let identification = Schema.object([
        "stage": stage, "stage_since": .text, "seen": .text, "next": .list(of: stage), "is_authority": .flag, "pending": Schema.text.orNull,
        "decisions": .list(
            of: .object([
                "id": .text, "from": stage, "to": stage, "ground": .text, "authority": .text, "by": .text, "decided_on": .text,
                "decided_at": .text, "due": Schema.text.orNull, "is_late": .flag, "is_in_force": .flag, "is_sent_back": .flag,
                "confirmed_by": Schema.text.orNull, "legal_basis": Schema.text.orNull, "acts": texts, "means": texts, "purposes": texts,
                "evidence": .dictionary(of: texts), "reasons": Schema.text.orNull,
            ])),
    ])

    fileprivate static func newDecision(_ room: ProtectionRoom) -> Schema {
        let evidence = Schema.list(of: .choice(Evidence.allCases.map(\.rawValue)))
        let note = Schema.text(length: 4_000).orNull
        return .object(
            [
                "to": stage, "seen": Schema.text(length: 60).described("The `seen` of the answer that the decision was made from."),
                "decided_on": Schema.day,
                "acts": .list(of: .choice(Act.allCases.map(\.rawValue))), "means": .list(of: .choice(Means.allCases.map(\.rawValue))),
                "purposes": .list(of: .choice(Exploitation.allCases.map(\.rawValue))), "consent_claimed": .flag,
                "evidence_act": evidence, "evidence_means": evidence, "evidence_purpose": evidence, "note_act": note, "note_means": note,
                "note_purpose": note, "basis": Schema.choice(room.profile.legalBases.map(\.code)).orNull,
                "reasons": Schema.text(length: 8_000).orNull,
            ],
            optional: [
                "acts", "means", "purposes", "consent_claimed", "evidence_act", "evidence_means", "evidence_purpose", "note_act",
                "note_means", "note_purpose", "basis", "reasons",
            ]
        )
    }
}
