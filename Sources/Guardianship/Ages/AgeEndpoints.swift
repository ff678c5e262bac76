import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Endpoint {
    /// Doubts about an age and its assessments for programs. The guardian and the child answer themselves, on a page.
    static func ages(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = AgeProgramDesk(room: room)
        let childhood = "/api/v1/cases/{id}/childhood"
        let (all, one) = (childhood + "/ages", childhood + "/ages/{age}")
        let both = [fileParameter, idParameter("age", "The id of the assessment.")]
        return [
            Endpoint(
                verb: .post, path: childhood + "/age-doubt", operation: "doubtAge",
                summary: "Says that somebody recorded as an adult may be under 18: from now on they are protected as a child.",
                parameters: [fileParameter],
                body: .object([
                    "ground": .codes(AgeGround.self), "reason": .text(length: 4_000),
                    "shares": Schema.codes(AgeFields.Shares.self).described("Whether what rests on the person’s own consent stays open."),
                ]), answer: .object(["path": .choice(ProtectionPath.allCases.map(\.rawValue))]), refusals: changeRefusals, deed: .writeCase
            ) { visit in .json(try await desk.doubt(visit)) },
            Endpoint(
                verb: .get, path: all, operation: "listAgeAssessments", summary: "The assessments of an age, the newest first.",
                parameters: [fileParameter], answer: .object(["assessments": .list(of: .ageAssessment)]), refusals: [.notFound],
                deed: .readChildFile
            ) { visit in .json(try await desk.list(visit)) },
            Endpoint(
                verb: .post, path: all, operation: "openAgeAssessment",
                summary: "Opens an assessment of an age, on a ground. The child has a guardian, who is asked.",
                parameters: [fileParameter], body: .object(["ground": .codes(AgeGround.self), "reason": .text(length: 4_000)]),
                answer: .movedAge, refusals: changeRefusals, deed: .protectChildren
            ) { visit in .json(try await desk.open(visit)) },
            Endpoint(
                verb: .get, path: one, operation: "getAgeAssessment",
                summary: "One assessment with its findings and decisions. Reasons are opened on record.", parameters: both,
                answer: .wholeAge, refusals: [.notFound], deed: .readChildFile
            ) { visit in .json(try await desk.one(visit)) },
            Endpoint(
                verb: .post, path: one + "/findings", operation: "recordAgeFinding",
                summary: "Records what a method found, with its margin. The gentlest comes first; the guardian was there.",
                parameters: both, body: .finding, answer: .movedAge, refusals: changeRefusals, deed: .protectChildren
            ) { visit in .json(try await desk.find(visit)) },
            Endpoint(
                verb: .post, path: one + "/decision", operation: "decideAge",
                summary: "Decides, from the version that was read. Where the range includes ages under 18, the child stays a child.",
                parameters: both,
                body: .object(["version": .integer, "outcome": .codes(AgeOutcome.self), "reasons": .text(length: 4_000)]),
                answer: .movedAge, refusals: changeRefusals, deed: .protectChildren
            ) { visit in .json(try await desk.decide(visit)) },
            Endpoint(
                verb: .post, path: one + "/review", operation: "askForAgeReview",
                summary: "Asks that somebody else looks at the decision again, from the version that was read.", parameters: both,
                body: .object(["version": .integer]), answer: .movedAge, refusals: changeRefusals, deed: .askForReview
            ) { visit in .json(try await desk.review(visit)) },
        ]
    }
}

/// Assesses ages for programs, by the same rules as the pages do.
private struct AgeProgramDesk: Sendable {
    let room: ProtectionRoom

    private var ages: Ages { Ages(room) }
    private var desk: AgeDesk { AgeDesk(room: room) }

    private func stands(_ id: ID<AgeAssessment>, _ file: ID<CaseFile>) async throws -> JSONValue {
        let age = try await room.database.read { tx in try AgeAssessment.find(id, in: file, tx: tx) }
        return ["id": .text("\(id)"), "stage": .text(age.stage.rawValue), "version": .integer(age.version)]
    }

    private func ids(_ visit: Visit) throws -> (ID<CaseFile>, ID<AgeAssessment>, Actor) {
        (try visit.id("id"), try visit.id("age"), try visit.signedIn())
    }

    func doubt(_ visit: Visit) async throws -> JSONValue {
        let file = try visit.id("id", of: CaseFile.self)
        var reading = FormReading(try ProgramAnswers(visit).form(["ground", "reason", "shares"]))
        let (ground, note) = (reading.read(AgeFields.ground), reading.read(AgeFields.reason))
        let shares = reading.read(AgeFields.shares)
        guard reading.isSound, let ground, let note, let shares else { throw FieldsRefused(reading.filled) }
        try await ages.doubt(file, on: ground, note: note, keepsShares: shares == .keep, by: visit.signedIn())
        return ["path": .text(ProtectionPath.unsure.rawValue)]
    }

    func list(_ visit: Visit) async throws -> JSONValue {
        ["assessments": .list(try await desk.list(visit, filled: Filled()).assessments.map(JSONValue.age))]
    }

    func one(_ visit: Visit) async throws -> JSONValue {
        let page = try await desk.one(visit, filled: Filled())
        return [
            "assessment": .age(page.age),
            "findings": .list(
                page.findings.map {
                    [
                        "method": .text($0.method.rawValue), "lowest": .integer($0.lowest), "highest": .integer($0.highest),
                        "found_on": .text($0.foundOn.iso),
                    ]
                }),
            "decisions": .list(
                page.decisions.map {
                    [
                        "outcome": .text($0.outcome.rawValue), "lowest": .integer($0.lowest), "highest": .integer($0.highest),
                        "decided_at": .text($0.decidedAt.iso), "review_until": .text($0.reviewUntil.iso),
                    ]
                }), "reasons": .texts(page.notes["reasons"]), "child_notes": .texts(page.notes["child_view"]),
        ]
    }

    func open(_ visit: Visit) async throws -> JSONValue {
        let file = try visit.id("id", of: CaseFile.self)
        var reading = FormReading(try ProgramAnswers(visit).form(["ground", "reason"]))
        let (ground, note) = (reading.read(AgeFields.ground), reading.read(AgeFields.reason))
        guard reading.isSound, let ground else { throw FieldsRefused(reading.filled) }
        return try await stands(try await ages.open(file, on: ground, note: note, by: visit.signedIn()), file)
    }

    func find(_ visit: Visit) async throws -> JSONValue {
        let (file, age, actor) = try ids(visit)
        var reading = FormReading(
            try ProgramAnswers(visit).form(
                ["method", "lowest", "highest", "finding-note", "guardian-present"], days: [AgeFields.day]))
        let (method, low, high) = (reading.read(AgeFields.method), reading.read(AgeFields.lowest), reading.read(AgeFields.highest))
        let (day, note, present) = (
            reading.read(AgeFields.day), reading.read(AgeFields.findingNote), reading.read(AgeFields.guardianPresent)
        )
        guard reading.isSound, let method, let low, let high, let day, present != nil else { throw FieldsRefused(reading.filled) }
        try await ages.find(age, in: file, by: method, (low, high), on: day, note: note, by: actor)
        return try await stands(age, file)
    }

    func decide(_ visit: Visit) async throws -> JSONValue {
        let (file, age, actor) = try ids(visit)
        let answers = try ProgramAnswers(visit)
        let version = try answers.version
        var reading = FormReading(try answers.form(["outcome", "reasons"], besides: ["version"]))
        let (outcome, reasons) = (reading.read(AgeFields.outcome), reading.read(AgeFields.reasons))
        guard reading.isSound, let outcome, let reasons else { throw FieldsRefused(reading.filled) }
        try await ages.decide(age, in: file, outcome, reasons: reasons, from: version, by: actor)
        return try await stands(age, file)
    }

    func review(_ visit: Visit) async throws -> JSONValue {
        let (file, age, actor) = try ids(visit)
        let answers = try ProgramAnswers(visit)
        let version = try answers.version
        _ = try answers.form(besides: ["version"])
        try await ages.review(age, in: file, from: version, by: actor)
        return try await stands(age, file)
    }
}

extension JSONValue {
    fileprivate static func age(_ age: AgeAssessment) -> JSONValue {
        [
            "id": .text("\(age.id)"), "stage": .text(age.stage.rawValue), "ground": .text(age.ground.rawValue),
            "opened_at": .text(age.openedAt.iso), "view": JSONValue(age.childView?.rawValue), "outcome": JSONValue(age.outcome?.rawValue),
            "version": .integer(age.version),
        ]
    }
}

extension Schema {
    private static let stage = Schema.choice(AgeAssessment.Stage.allCases.map(\.rawValue))
    private static let years = Schema.integer(in: 0...125)

    fileprivate static let movedAge = Schema.object(["id": .text, "stage": stage, "version": .integer])

    fileprivate static let ageAssessment = Schema.object([
        "id": .text, "stage": stage, "ground": .codes(AgeGround.self), "opened_at": .text, "view": Schema.codes(ChildView.self).orNull,
        "outcome": Schema.codes(AgeOutcome.self).orNull, "version": .integer,
    ])

    fileprivate static let finding = Schema.object(
        [
            "method": .codes(AgeMethod.self), "lowest": years, "highest": years, "found_on": .day, "guardian_present": .flag,
            "finding_note": Schema.text(length: 4_000).orNull,
        ], optional: ["finding_note"])

    fileprivate static let wholeAge = Schema.object([
        "assessment": .ageAssessment,
        "findings": .list(of: .object(["method": .codes(AgeMethod.self), "lowest": .integer, "highest": .integer, "found_on": .text])),
        "decisions": .list(
            of: .object([
                "outcome": .codes(AgeOutcome.self), "lowest": .integer, "highest": .integer, "decided_at": .text, "review_until": .text,
            ])), "reasons": .list(of: .text), "child_notes": .list(of: .text),
    ])
}
