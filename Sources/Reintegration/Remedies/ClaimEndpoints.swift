import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Endpoint {
    /// The claims of a file for programs: prepared, taken on, paid.
    static func claims(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = ClaimProgramDesk(room: room)
        let path = "/api/v1/cases/{id}/claims"
        let claim = idParameter("claim", "The id of the claim.")
        let written = Schema.object(["id": .text, "stage": .choice(ClaimStage.allCases.map(\.rawValue)), "version": .integer])
        return [
            Endpoint(
                verb: .get, path: path, operation: "listClaims",
                summary:
                    "The claims of a case file with their payments, the newest first; amounts in minor units. Sealed texts are opened on record.",
                parameters: [fileParameter], answer: .object(["claims": .list(of: .claim)]), refusals: [.notFound], deed: .readLegal
            ) { visit in .json(try await desk.list(visit)) },
            Endpoint(
                verb: .post, path: path, operation: "addClaim", summary: "Prepares a claim.", parameters: [fileParameter], body: .newClaim,
                answer: written, refusals: changeRefusals, deed: .pursueRemedies
            ) { visit in .json(try await desk.add(visit)) },
            Endpoint(
                verb: .post, path: path + "/{claim}/stage", operation: "moveClaim",
                summary: "Takes a claim one stage on, from the version that was read. No stage is skipped; an award needs its amount.",
                parameters: [fileParameter, claim],
                body: .object(
                    [
                        "version": .integer, "stage": .choice(ClaimStage.allCases.map(\.rawValue)), "on": .day,
                        "awarded": Schema.minorUnits.orNull,
                    ], optional: ["awarded"]), answer: written, refusals: changeRefusals, deed: .pursueRemedies
            ) { visit in .json(try await desk.move(visit)) },
            Endpoint(
                verb: .post, path: path + "/{claim}/payments", operation: "recordPayment",
                summary: "Records a payment on a claim, from the version that was read. No more is paid than was awarded.",
                parameters: [fileParameter, claim],
                body: .object([
                    "version": .integer, "amount": .minorUnits, "payee": .choice(Claims.Payee.allCases.map(\.rawValue)), "on": .day,
                ]), answer: written, refusals: changeRefusals, deed: .pursueRemedies
            ) { visit in .json(try await desk.pay(visit)) },
        ]
    }
}

/// Pursues claims for programs, by the same rules as the pages do.
private struct ClaimProgramDesk: Sendable {
    let room: ProtectionRoom

    private var desk: FileDesk { FileDesk(room: room, part: .legal) }
    private var claims: Claims { Claims(room) }

    func list(_ visit: Visit) async throws -> JSONValue {
        try await desk.look(at: visit.id("id"), for: visit.signedIn()) { tx, view, opener in
            let claims = try Claim.all(in: view.summary.id, with: opener, tx: tx)
            return ["claims": .list(try claims.map { claim in try JSONValue.claim(claim, paid: Self.payments(of: claim.id, tx)) })]
        }
    }

    func add(_ visit: Visit) async throws -> JSONValue {
        let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
        let aid = try await room.database.read { tx in try OrganisationChoice.legalAid(in: tx) }
        let names = ["kind", "currency", "against", "court", "reference", "legal-aid", "law"]
        var reading = FormReading(
            try ProgramAnswers(visit).form(names, days: [ClaimFields.limitOn], amounts: [ClaimFields.asked]))
        guard let draft = ClaimFields.read(&reading, aid), reading.isSound else { throw FieldsRefused(reading.filled) }
        return try await written(try await claims.add(draft, in: file, by: actor), in: file)
    }

    func move(_ visit: Visit) async throws -> JSONValue {
        let (file, claim, actor) = try claimOf(visit)
        let answers = try ProgramAnswers(visit)
        let version = try answers.version
        var reading = FormReading(
            try answers.form(
                ["stage"], days: [ClaimFields.onDay], amounts: [ClaimFields.amountAwarded], besides: ["version"]))
        let stage = reading.read(ClaimFields.stage(Set(ClaimStage.allCases)))
        let (day, amount) = (reading.read(ClaimFields.onDay), reading.read(ClaimFields.amountAwarded))
        guard reading.isSound, let stage, let day else { throw FieldsRefused(reading.filled) }
        try await claims.move(claim, to: stage, on: day, amount: amount, in: file, version: version, by: actor)
        return try await written(claim, in: file)
    }

    func pay(_ visit: Visit) async throws -> JSONValue {
        let (file, claim, actor) = try claimOf(visit)
        let answers = try ProgramAnswers(visit)
        let version = try answers.version
        var reading = FormReading(
            try answers.form(["payee"], days: [ClaimFields.onDay], amounts: [ClaimFields.amount], besides: ["version"]))
        let (amount, payee, day) = (reading.read(ClaimFields.amount), reading.read(ClaimFields.payee), reading.read(ClaimFields.onDay))
        guard reading.isSound, let amount, let payee, let day else { throw FieldsRefused(reading.filled) }
        try await claims.pay(amount, to: payee, on: day, for: claim, in: file, version: version, by: actor)
        return try await written(claim, in: file)
    }

    /// How the claim stands after a deed of whoever asks.
    private func written(_ id: ID<Claim>, in file: ID<CaseFile>) async throws -> JSONValue {
        let claim = try await room.database.read { tx in try Claim.find(id, in: file, tx: tx) }
        return ["id": .text("\(id)"), "stage": .text(claim.stage.rawValue), "version": .integer(claim.version)]
    }

    private static func payments(of claim: ID<Claim>, _ tx: any Transaction) throws -> [JSONValue] {
        try tx.rows("SELECT paid_on, payee, amount FROM claim_payment WHERE claim_id = \(claim) ORDER BY paid_on DESC, id DESC LIMIT 500") {
            ["on": .text($0.text(0)), "payee": .text($0.text(1)), "amount": .integer($0.int(2))]
        }
    }
}

extension JSONValue {
    fileprivate static func claim(_ claim: Claim, paid payments: [JSONValue]) -> JSONValue {
        [
            "id": .text("\(claim.id)"), "kind": .text(claim.kind.rawValue), "stage": .text(claim.stage.rawValue),
            "currency": .text(claim.currency), "asked": JSONValue(claim.asked), "awarded": JSONValue(claim.awarded),
            "paid": .integer(claim.paid), "outstanding": JSONValue(claim.outstanding), "legal_aid": JSONValue(claim.legalAid),
            "limit": JSONValue(claim.limitOn?.iso), "law": JSONValue(claim.limitLaw), "filed_on": JSONValue(claim.filedOn?.iso),
            "decided_on": JSONValue(claim.decidedOn?.iso), "version": .integer(claim.version), "against": JSONValue(claim.against),
            "court": JSONValue(claim.court), "reference": JSONValue(claim.reference), "payments": .list(payments),
        ]
    }
}

extension Schema {
    private static let payee = Schema.choice(Claims.Payee.allCases.map(\.rawValue))

    fileprivate static let claim = Schema.object([
        "id": .text, "kind": .choice(ClaimKind.allCases.map(\.rawValue)), "stage": .choice(ClaimStage.allCases.map(\.rawValue)),
        "currency": .text, "asked": Schema.integer.orNull, "awarded": Schema.integer.orNull, "paid": .integer,
        "outstanding": Schema.integer.orNull, "legal_aid": Schema.text.orNull, "limit": Schema.text.orNull, "law": Schema.text.orNull,
        "filed_on": Schema.text.orNull, "decided_on": Schema.text.orNull, "version": .integer, "against": Schema.text.orNull,
        "court": Schema.text.orNull, "reference": Schema.text.orNull,
        "payments": .list(of: .object(["on": .text, "payee": payee, "amount": .integer])),
    ])

    fileprivate static let newClaim = Schema.object(
        [
            "kind": .choice(ClaimKind.allCases.map(\.rawValue)), "currency": .text(matching: "[A-Z]{3}", length: 3),
            "asked": Schema.minorUnits.orNull, "against": Schema.text(length: 300).orNull, "court": Schema.text(length: 300).orNull,
            "reference": Schema.text(length: 200).orNull,
            "legal_aid": Schema.text(length: 40).orNull.described("The id of an organisation of this node."), "limit": Schema.day.orNull,
            "law": Schema.text(length: 300).orNull,
        ], optional: ["asked", "against", "court", "reference", "legal_aid", "limit", "law"])
}
