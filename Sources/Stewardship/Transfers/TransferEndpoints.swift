import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Endpoint {
    /// Transfers for programs: proposed, taken, refused, taken back.
    static func transfers(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = TransferProgramDesk(room: room)
        let id = idParameter("id", "The id of the transfer.")
        let settled = Schema.object(["id": .text, "state": .choice(Transfer.State.allCases.map(\.rawValue))])
        return [
            Endpoint(
                verb: .get, path: "/api/v1/transfers", operation: "listTransfers",
                summary:
                    "Files that are to go from one organisation to another, those proposed unless another state is asked for, 50 at a time.",
                parameters: [
                    .query("state", .choice(Transfer.State.allCases.map(\.rawValue)), "How they stand."),
                    .query("after", .text(length: 2_000), "The `next` of the answer before."),
                ], answer: .object(["transfers": .list(of: .transfer), "next": Schema.text.orNull]), refusals: [.invalid],
                deed: .transferCases
            ) { visit in .json(try await desk.list(visit)) },
            Endpoint(
                verb: .post, path: "/api/v1/cases/{id}/transfers", operation: "proposeTransfer",
                summary: "Proposes to hand a case file over. Until it is taken the receiver sees the summary alone.",
                parameters: [fileParameter], body: .newTransfer(room.profile), answer: settled, refusals: changeRefusals,
                deed: .transferCases
            ) { visit in .json(try await desk.propose(visit)) },
            Endpoint(
                verb: .post, path: "/api/v1/transfers/{id}/acceptance", operation: "acceptTransfer",
                summary: "Takes the file, and gives it to somebody. The ground is looked at anew.", parameters: [id],
                body: .object(
                    ["worker": Schema.text(length: 40).orNull.described("The id of an account of one’s organisation.")],
                    optional: ["worker"]), answer: settled, refusals: changeRefusals, deed: .transferCases
            ) { visit in .json(try await desk.accept(visit)) },
            Endpoint(
                verb: .post, path: "/api/v1/transfers/{id}/refusal", operation: "refuseTransfer", summary: "Does not take the file.",
                parameters: [id], body: .object([:]), answer: settled, refusals: changeRefusals, deed: .transferCases
            ) { visit in .json(try await desk.settle(visit, as: .refused)) },
            Endpoint(
                verb: .post, path: "/api/v1/transfers/{id}/withdrawal", operation: "withdrawTransfer",
                summary: "Takes the proposal back, as the sender.", parameters: [id], body: .object([:]), answer: settled,
                refusals: changeRefusals, deed: .transferCases
            ) { visit in .json(try await desk.settle(visit, as: .withdrawn)) },
        ]
    }
}

/// Hands files over for programs, by the same rules as the pages do.
private struct TransferProgramDesk: Sendable {
    let room: ProtectionRoom

    private var transfers: Transfers { Transfers(room: room) }

    func list(_ visit: Visit) async throws -> JSONValue {
        if let state = visit.query.filled("state"), Transfer.State(rawValue: state) == nil {
            throw FieldsRefused.choice("state", Transfer.State.allCases.map(\.rawValue))
        }
        let slice = try await TransfersPage.read(visit, room).slice
        return ["transfers": .list(slice.rows.map(JSONValue.transfer)), "next": JSONValue(slice.next?.encoded)]
    }

    func propose(_ visit: Visit) async throws -> JSONValue {
        let answers = try ProgramAnswers(visit)
        guard let receiver = ID<Organisation>(try answers.text("receiver")) else { throw FieldsRefused.kind("receiver") }
        let page = try await HandOverPage.read(visit, room, to: receiver, filled: Filled())
        var reading = FormReading(try answers.form(["reason", "ground", "because"], besides: ["receiver"]))
        let (reason, ground) = (reading.read(HandOverPage.reason), reading.read(page.ground))
        let words = reading.read(LawReason.field)
        guard reading.isSound, let reason, let ground else { throw FieldsRefused(reading.filled) }
        let id = try await transfers.propose(
            page.summary.id, to: receiver, for: reason, on: ground, because: words, by: visit.signedIn())
        return ["id": .text("\(id)"), "state": .text(Transfer.State.proposed.rawValue)]
    }

    func accept(_ visit: Visit) async throws -> JSONValue {
        let page = try await TransferPage.read(visit, room, filled: Filled())
        var reading = FormReading(try ProgramAnswers(visit).form(["worker"]))
        let worker = page.colleagues.isEmpty ? nil : reading.read(page.worker)
        guard reading.isSound else { throw FieldsRefused(reading.filled) }
        try await transfers.settle(page.line.id, as: .accepted, worker: worker, by: visit.signedIn())
        return ["id": .text("\(page.line.id)"), "state": .text(Transfer.State.accepted.rawValue)]
    }

    func settle(_ visit: Visit, as state: Transfer.State) async throws -> JSONValue {
        let id = try visit.id("id", of: Transfer.self)
        _ = try ProgramAnswers(visit).form([])
        try await transfers.settle(id, as: state, by: visit.signedIn())
        return ["id": .text("\(id)"), "state": .text(state.rawValue)]
    }
}

extension JSONValue {
    fileprivate static func transfer(_ line: TransferLine) -> JSONValue {
        [
            "id": .text("\(line.id)"), "case": JSONValue(line.isVisible ? "\(line.file)" : nil), "code": .text(line.code),
            "is_to_us": .bool(line.isToUs), "other": .text(line.other), "reason": .text(line.reason.rawValue),
            "state": .text(line.state.rawValue), "proposed_at": .text(line.at.iso), "settled_at": JSONValue(line.settledAt?.iso),
        ]
    }
}

extension Schema {
    private static let reason = Schema.choice(Transfer.Reason.allCases.map(\.rawValue))

    fileprivate static let transfer = Schema.object([
        "id": .text, "case": Schema.text.orNull, "code": .text, "is_to_us": .flag, "other": .text, "reason": reason,
        "state": .choice(Transfer.State.allCases.map(\.rawValue)), "proposed_at": .text, "settled_at": Schema.text.orNull,
    ])

    fileprivate static func newTransfer(_ profile: CountryProfile) -> Schema {
        .object(
            [
                "receiver": Schema.text(length: 40).described("The id of an organisation where somebody may take a file over."),
                "reason": reason,
                "ground": .choice(["consent", "child-protection"] + profile.disclosureOverrides.map { "law-" + $0.code }),
                "because": Schema.text(length: 500).orNull.described("Why a law leaves no other way, where the ground is one."),
            ], optional: ["because"])
    }
}
