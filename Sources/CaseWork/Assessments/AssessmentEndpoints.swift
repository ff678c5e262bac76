import Access
import Basics
import Protection
import Vocabulary
import Web

extension Endpoint {
    /// Assessments of risks and needs for programs: the forms, what was found by each, and new ones.
    static func assessments(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = AssessmentProgramDesk(desk: CaseWorkDesk(room: room))
        let all = "/api/v1/cases/{id}/assessments"
        let (ofForm, one) = (all + "/{form}", all + "/{form}/{assessment}")
        let form = Parameter.path("form", .choice(room.profile.assessments.map(\.code)), "The form of the country’s profile.")
        let assessment = idParameter("assessment", "The id of the assessment.")
        let changed = Schema.object(["id": .text])
        return [
            Endpoint(
                verb: .get, path: all, operation: "listAssessmentForms",
                summary: "The forms of the country’s profile with their questions, and the last assessment of the case file by each.",
                parameters: [fileParameter], answer: .object(["forms": .list(of: .assessmentForm)]), refusals: [.notFound],
                deed: .readCare
            ) { visit in .json(try await desk.forms(visit)) },
            Endpoint(
                verb: .get, path: ofForm, operation: "listAssessments",
                summary: "The assessments of a case file by one form with their scores, the newest day first, 50 at a time.",
                parameters: [fileParameter, form, afterParameter],
                answer: .object(["assessments": .list(of: .assessment), "next": Schema.text.orNull]), refusals: [.notFound],
                deed: .readCare
            ) { visit in .json(try await desk.list(visit)) },
            Endpoint(
                verb: .post, path: ofForm, operation: "assess",
                summary: "Records an assessment; every question is scored 0 to 3, or null where it was not known that day.",
                parameters: [fileParameter, form],
                body: .object(
                    [
                        "scores": Schema.scores.described("By the code of the question."), "made_on": .day,
                        "review_on": Schema.day.described("The last day on which the next one is not late."),
                        "note": Schema.text(length: 4_000).orNull,
                    ], optional: ["note"]), answer: changed, refusals: changeRefusals, deed: .writeCare
            ) { visit in .json(try await desk.record(visit)) },
            Endpoint(
                verb: .get, path: one, operation: "getAssessment",
                summary: "One assessment with its note, which is opened on record.", parameters: [fileParameter, form, assessment],
                answer: .object(["assessment": .assessment, "note": Schema.text.orNull]), refusals: [.notFound], deed: .readCare
            ) { visit in .json(try await desk.one(visit)) },
            Endpoint(
                verb: .post, path: one + "/withdrawal", operation: "withdrawAssessment",
                summary: "Takes an assessment that was entered by mistake out of the comparison, once; its clock stops.",
                parameters: [fileParameter, form, assessment], body: .object([:]), answer: changed, refusals: changeRefusals,
                deed: .writeCare
            ) { visit in .json(try await desk.withdraw(visit)) },
        ]
    }
}

/// Assesses for programs, by the same rules as the pages do.
private struct AssessmentProgramDesk: Sendable {
    let desk: CaseWorkDesk

    private var assessments: Assessments { Assessments(desk: desk) }

    func forms(_ visit: Visit) async throws -> JSONValue {
        try await desk.look(at: visit.id("id"), .care, for: visit.signedIn()) { tx, view, _ in
            let forms = try view.profile.assessments.map { form in
                JSONValue.form(form, last: try Assessments.all(form.code, of: view.summary.id, limit: 1, in: tx).first)
            }
            return ["forms": .list(forms)]
        }
    }

    func list(_ visit: Visit) async throws -> JSONValue {
        let slice = try await AssessmentsPage.read(visit, desk, filled: nil).slice
        return ["assessments": .list(slice.rows.map(JSONValue.assessment)), "next": JSONValue(slice.next?.encoded)]
    }

    func one(_ visit: Visit) async throws -> JSONValue {
        let page = try await AssessmentPage.read(visit, desk)
        return ["assessment": .assessment(page.one), "note": JSONValue(page.one.note)]
    }

    func record(_ visit: Visit) async throws -> JSONValue {
        let form = try await AssessmentFields.form(visit, desk)
        let scores = QuestionGroup("scores", form.questions.map(\.code), unknown: "unknown") { "q-" + $0 }
        var reading = FormReading(
            try ProgramAnswers(visit).form(
                ["note"], days: [AssessmentFields.madeOn, AssessmentFields.reviewOn], groups: [scores]))
        guard let draft = AssessmentFields.read(form, &reading) else { throw FieldsRefused(reading.filled) }
        return ["id": .text("\(try await assessments.record(draft, in: visit.id("id"), by: visit.signedIn()))")]
    }

    func withdraw(_ visit: Visit) async throws -> JSONValue {
        let id = try visit.id("assessment", of: Assessment.self)
        _ = try ProgramAnswers(visit).form()
        try await assessments.withdraw(id, in: visit.id("id"), by: visit.signedIn())
        return ["id": .text("\(id)")]
    }
}

extension JSONValue {
    fileprivate static func form(_ form: AssessmentForm, last: Assessment?) -> JSONValue {
        [
            "code": .text(form.code), "name": .text(form.name.en), "kind": .text(form.kind.rawValue),
            "questions": .list(
                form.questions.map { question in
                    [
                        "code": .text(question.code), "text": .text(question.text.en),
                        "levels": .list(question.levels.map { .text($0.en) }),
                    ]
                }), "last": last.map(assessment) ?? .null,
        ]
    }

    fileprivate static func assessment(_ one: Assessment) -> JSONValue {
        [
            "id": .text("\(one.id)"), "form": .text(one.form), "made_on": .text(one.madeOn.iso), "made_by": .text(one.organisation),
            "total": .integer(one.total), "answered": .integer(one.answered), "highest": JSONValue(one.highest),
            "review_on": .text(one.reviewOn.iso), "scores": .object(one.scores.mapValues { JSONValue($0) }),
        ]
    }
}

extension Schema {
    fileprivate static let assessment = Schema.object([
        "id": .text, "form": .text, "made_on": .text, "made_by": .text, "total": .integer, "answered": .integer,
        "highest": Schema.integer.orNull, "review_on": .text, "scores": Schema.scores,
    ])

    fileprivate static let assessmentForm = Schema.object([
        "code": .text, "name": .text, "kind": .choice(AssessmentForm.Kind.allCases.map(\.rawValue)),
        "questions": .list(of: .object(["code": .text, "text": .text, "levels": .list(of: .text)])), "last": Schema.assessment.orNull,
    ])
}
