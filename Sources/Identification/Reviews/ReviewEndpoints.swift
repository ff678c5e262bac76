import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Endpoint {
    /// Reviews and appeals for programs.
    static func reviews(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = ReviewProgramDesk(room: room)
        let path = "/api/v1/cases/{id}/identification"
        return [
            Endpoint(
                verb: .get, path: path + "/reviews", operation: "listReviews",
                summary: "The reviews that were asked for and the appeals that were lodged, the newest first. Notes are opened on record.",
                parameters: [fileParameter], answer: .reviews, refusals: [.notFound], deed: .readCase
            ) { visit in .json(try await desk.list(visit)) },
            Endpoint(
                verb: .post, path: path + "/review", operation: "askForReview",
                summary: "Asks for a review of a decision, on a ground of the profile; late with a reason.", parameters: [fileParameter],
                body: .object(
                    [
                        "review_ground": .choice(room.profile.reviewGrounds.map(\.code)), "review_note": Schema.text(length: 4_000).orNull,
                        "late_reason": Schema.text(length: 2_000).orNull,
                    ], optional: ["review_note", "late_reason"]), answer: .reviews, refusals: changeRefusals, deed: .askForReview
            ) { visit in .json(try await desk.ask(visit)) },
            Endpoint(
                verb: .post, path: path + "/appeals", operation: "recordAppeal", summary: "Records that an appeal was lodged with a court.",
                parameters: [fileParameter],
                body: .object(["lodged_on": .day, "court": Schema.text(length: 200).orNull], optional: ["court"]), answer: .reviews,
                refusals: changeRefusals, deed: .askForReview
            ) { visit in .json(try await desk.lodge(visit)) },
            Endpoint(
                verb: .post, path: path + "/appeals/{appeal}/outcome", operation: "recordAppealOutcome",
                summary: "Records what the court said: what it orders is carried out, as its order.",
                parameters: [fileParameter, idParameter("appeal", "The id of the appeal.")],
                body: .object(
                    [
                        "outcome": .choice(Appeal.Outcome.allCases.map(\.rawValue)), "court_decided_on": .day,
                        "court_note": Schema.text(length: 4_000).orNull,
                    ], optional: ["court_note"]), answer: .reviews, refusals: changeRefusals, deed: .assessIdentification
            ) { visit in .json(try await desk.end(visit)) },
        ]
    }
}

/// Reviews and appeals for programs, by the same rules as the pages.
private struct ReviewProgramDesk: Sendable {
    let room: ProtectionRoom

    private func page(_ visit: Visit) async throws -> IdentificationPage {
        try await IdentificationDesk(room: room).page(visit.id("id"), for: visit.signedIn(), at: visit.now)
    }

    func list(_ visit: Visit) async throws -> JSONValue { .reviews(try await page(visit)) }

    func ask(_ visit: Visit) async throws -> JSONValue {
        let profile = try await page(visit).view.profile
        var reading = FormReading(try ProgramAnswers(visit).form(["review-ground", "review-note", "late-reason"]))
        let ground = reading.read(ReviewFields.ground(profile))
        let (note, late) = (reading.read(ReviewFields.note), reading.read(ReviewFields.lateReason))
        guard reading.isSound, let ground else { throw FieldsRefused(reading.filled) }
        try await Reviews(room).ask(.init(ground: ground, note: note, lateReason: late), in: visit.id("id"), by: visit.signedIn())
        return .reviews(try await page(visit))
    }

    func lodge(_ visit: Visit) async throws -> JSONValue {
        var reading = FormReading(try ProgramAnswers(visit).form(["court"], days: [ReviewFields.lodgedOn]))
        let (day, court) = (reading.read(ReviewFields.lodgedOn), reading.read(ReviewFields.court))
        guard reading.isSound, let day else { throw FieldsRefused(reading.filled) }
        try await Appeals(room).lodge(on: day, court: court, in: visit.id("id"), by: visit.signedIn())
        return .reviews(try await page(visit))
    }

    func end(_ visit: Visit) async throws -> JSONValue {
        var reading = FormReading(
            try ProgramAnswers(visit).form(["outcome", "court-note"], days: [ReviewFields.courtDecidedOn]))
        let (outcome, day) = (reading.read(ReviewFields.outcome), reading.read(ReviewFields.courtDecidedOn))
        let note = reading.read(ReviewFields.courtNote)
        guard reading.isSound, let outcome, let day else { throw FieldsRefused(reading.filled) }
        try await Appeals(room).end(
            visit.id("appeal"), outcome, on: day, note: note, in: visit.id("id"), by: visit.signedIn())
        return .reviews(try await page(visit))
    }
}

extension JSONValue {
    fileprivate static func reviews(_ page: IdentificationPage) -> JSONValue {
        let reviews = page.readsReasons ? page.reviews : []
        let appeals = page.readsReasons ? page.appeals : []
        return [
            "stage": .text(page.summary.stage.rawValue),
            "reviews": .list(
                reviews.map { review in
                    [
                        "id": .text("\(review.id)"), "ground": .text(review.ground), "asked_as": .text(review.askedAs.rawValue),
                        "asked_by": .text(review.organisationName), "asked_on": .text(review.askedOn.iso), "is_late": .bool(review.isLate),
                        "note": JSONValue(review.note), "late_reason": JSONValue(review.lateReason),
                    ]
                }),
            "appeals": .list(
                appeals.map { appeal in
                    [
                        "id": .text("\(appeal.id)"), "lodged_on": .text(appeal.lodgedOn.iso), "is_late": .bool(appeal.isLate),
                        "court": JSONValue(appeal.court), "outcome": JSONValue(appeal.outcome?.rawValue),
                        "decided_on": JSONValue(appeal.decidedOn?.iso), "note": JSONValue(appeal.note),
                    ]
                }),
        ]
    }
}

extension Schema {
    fileprivate static let reviews = Schema.object([
        "stage": .choice(IdentificationStage.allCases.map(\.rawValue)),
        "reviews": .list(
            of: .object([
                "id": .text, "ground": .text, "asked_as": .choice(Review.AskedAs.allCases.map(\.rawValue)), "asked_by": .text,
                "asked_on": .text, "is_late": .flag, "note": Schema.text.orNull, "late_reason": Schema.text.orNull,
            ])),
        "appeals": .list(
            of: .object([
                "id": .text, "lodged_on": .text, "is_late": .flag, "court": Schema.text.orNull,
                "outcome": Schema.choice(Appeal.Outcome.allCases.map(\.rawValue)).orNull, "decided_on": Schema.text.orNull,
                "note": Schema.text.orNull,
            ])),
    ])
}
