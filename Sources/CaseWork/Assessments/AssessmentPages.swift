import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/cases/{id}/assessments/{form}                            how things stand, and a form    readCare
    //  POST  /work/cases/{id}/assessments/{form}                            assess                          writeCare
    //  GET   /work/cases/{id}/assessments/{form}/{assessment}               one with its note               readCare
    //  POST  /work/cases/{id}/assessments/{form}/{assessment}/withdrawal    entered by mistake              writeCare
    mutating func addAssessments(_ room: ProtectionRoom) {
        let desk = CaseWorkDesk(room: room)
        let assessments = Assessments(desk: desk)

        get("/work/cases/{id}/assessments/{form}", needs: .deed(.readCare)) { visit in
            .page(try await AssessmentsPage.read(visit, desk, filled: nil))
        }

        post("/work/cases/{id}/assessments/{form}", needs: .deed(.writeCare)) { visit in
            let file = try visit.id("id", of: CaseFile.self)
            let form = try await AssessmentFields.form(visit, desk)
            var reading = FormReading(visit.form)
            if let draft = AssessmentFields.read(form, &reading) {
                do {
                    try await assessments.record(draft, in: file, by: visit.signedIn())
                    return .see(CaseWorkAddress.assessments(file, form.code))
                } catch let refused as CaseWorkRefused where refused.kind == .invalid {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await AssessmentsPage.read(visit, desk, filled: reading.filled), status: .unprocessable)
        }

        get("/work/cases/{id}/assessments/{form}/{assessment}", needs: .deed(.readCare)) { visit in
            .page(try await AssessmentPage.read(visit, desk))
        }

        post("/work/cases/{id}/assessments/{form}/{assessment}/withdrawal", needs: .deed(.writeCare)) { visit in
            let file = try visit.id("id", of: CaseFile.self)
            try await assessments.withdraw(visit.id("assessment"), in: file, by: visit.signedIn())
            return .see(CaseWorkAddress.assessments(file, visit.parameter("form")))
        }
    }
}

/// What an assessment asks: each question with its four levels, and the days.
enum AssessmentFields {
    static let madeOn = DayField("made-on", .assessedOn, .untilToday)
    static let reviewOn = DayField("review-on", .reviewBy, why: .reviewByWhy)
    static let note = LongTextField("note", .assessmentNote, why: .assessmentNoteWhy, isRequired: false, length: 1...4_000, rows: 4)

    /// Stands for a question that could not be judged that day.
    static let unknown = -1

    static func question(_ question: AssessmentForm.Question) -> ChoiceField<Int> {
        let levels = question.levels.enumerated().map { Choice($0, key: String($0), label: .scored($0, $1)) }
        return ChoiceField("q-" + question.code, question.text, choices: levels + [Choice(unknown, key: "unknown", label: .scoreUnknown)])
    }

    /// The form under the profile of the file.
    static func form(_ visit: Visit, _ desk: CaseWorkDesk) async throws -> AssessmentForm {
        let code = visit.parameter("form")
        return try await desk.look(at: visit.id("id"), .care, for: visit.signedIn()) { _, view, _ in
            guard let form = view.profile.assessment(code) else { throw CaseWorkRefused.unknownForm }
            return form
        }
    }

    static func read(_ form: AssessmentForm, _ reading: inout FormReading) -> Assessments.Draft? {
        var scores: [String: Int?] = [:]
        for question in form.questions {
            guard let score = reading.read(Self.question(question)) else { continue }
            scores.updateValue(score == unknown ? nil : score, forKey: question.code)
        }
        let (made, review, note) = (reading.read(madeOn), reading.read(reviewOn), reading.read(note))
        guard reading.isSound, let made, let review else { return nil }
        return Assessments.Draft(form: form, scores: scores, madeOn: made, reviewOn: review, note: note)
    }
}
