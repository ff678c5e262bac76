import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  POST  /work/cases/{id}/identification/review                      ask for a review     askForReview
    //  POST  /work/cases/{id}/identification/appeals                     an appeal was lodged askForReview
    //  POST  /work/cases/{id}/identification/appeals/{appeal}/outcome    what the court said  assessIdentification
    mutating func addReviews(_ room: ProtectionRoom) {
        let desk = IdentificationDesk(room: room)

        post("/work/cases/{id}/identification/review", needs: .deed(.askForReview)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            let page = try await desk.page(file, for: actor, at: visit.now)
            var reading = FormReading(visit.form)
            let ground = reading.read(ReviewFields.ground(page.view.profile))
            let (note, late) = (reading.read(ReviewFields.note), reading.read(ReviewFields.lateReason))
            do {
                guard reading.isSound, let ground else {
                    return .page(try await desk.page(file, for: actor, at: visit.now, filled: reading.filled), status: .unprocessable)
                }
                try await Reviews(room).ask(.init(ground: ground, note: note, lateReason: late), in: file, by: actor)
            } catch let refused as IdentificationRefused where refused.kind == .invalid {
                reading.refuse(because: refused)
                return .page(try await desk.page(file, for: actor, at: visit.now, filled: reading.filled), status: .unprocessable)
            } catch IdentificationRefused.decidedMeanwhile {
                return .page(try await desk.page(file, for: actor, at: visit.now, refusal: .decidedMeanwhile), status: .conflict)
            }
            return .see(IdentificationAddress.file(file))
        }

        post("/work/cases/{id}/identification/appeals", needs: .deed(.askForReview)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            var reading = FormReading(visit.form)
            let (day, court) = (reading.read(ReviewFields.lodgedOn), reading.read(ReviewFields.court))
            if reading.isSound, let day {
                do {
                    try await Appeals(room).lodge(on: day, court: court, in: file, by: actor)
                    return .see(IdentificationAddress.file(file))
                } catch let refused as IdentificationRefused where refused.kind == .invalid {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await desk.page(file, for: actor, at: visit.now, filled: reading.filled), status: .unprocessable)
        }

        post("/work/cases/{id}/identification/appeals/{appeal}/outcome", needs: .deed(.assessIdentification)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            let appeal = try visit.id("appeal", of: Appeal.self)
            var reading = FormReading(visit.form)
            let (outcome, day, note) = (
                reading.read(ReviewFields.outcome), reading.read(ReviewFields.courtDecidedOn), reading.read(ReviewFields.courtNote)
            )
            if reading.isSound, let outcome, let day {
                do {
                    try await Appeals(room).end(appeal, outcome, on: day, note: note, in: file, by: actor)
                    return .see(IdentificationAddress.file(file))
                } catch let refused as IdentificationRefused where refused.kind == .invalid {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await desk.page(file, for: actor, at: visit.now, filled: reading.filled), status: .unprocessable)
        }
    }
}

/// The questions of reviews and appeals.
enum ReviewFields {
    static func ground(_ profile: CountryProfile) -> ChoiceField<String> {
        ChoiceField(
            "review-ground", .reviewGround, choices: profile.reviewGrounds.map { Choice($0.code, key: $0.code, label: $0.text) }, as: .list)
    }
    static let note = LongTextField("review-note", .reviewNote, isRequired: false, length: 1...4_000, rows: 4)
    static let lateReason = LongTextField("late-reason", .lateReason, why: .lateReasonWhy, isRequired: false, length: 1...2_000, rows: 2)
    static let lodgedOn = DayField("lodged-on", .lodgedOn, .untilToday)
    static let court = TextField("court", .court, isRequired: false, length: 1...200)
    static let outcome = ChoiceField("outcome", .appealOutcome, Appeal.Outcome.allCases) { $0.word }
    static let courtDecidedOn = DayField("court-decided-on", .courtDecidedOn, .untilToday)
    static let courtNote = LongTextField("court-note", .courtNote, isRequired: false, length: 1...4_000, rows: 3)
}

extension Markup {
    /// Reviews and appeals so far, and the forms to ask for one.
    mutating func reviewParts(_ page: IdentificationPage) {
        let (summary, profile) = (page.summary, page.view.profile)
        if page.readsReasons, !(page.reviews.isEmpty && page.appeals.isEmpty) { reviewList(page) }
        if let end = page.windowEnd, page.view.may(.askForReview), page.pending == nil {
            section(.class("panel"), .id("review")) { html in
                html.h2(.askForReview)
                html.p { html in
                    html.say(.reviewUntil)
                    html.space()
                    html.day(end)
                }
                html.consequences([Consequence(.consequenceReviewBegins), Consequence(.consequenceWorkerTold)])
                html.form(post: IdentificationAddress.review(summary.id)) { html in
                    html.field(ReviewFields.ground(profile), page.filled)
                    html.field(ReviewFields.note, page.filled)
                    html.field(ReviewFields.lateReason, page.filled)
                    html.submit(.askForReview)
                }
            }
        }
        if !summary.stage.nextByCourt.isEmpty, page.view.may(.askForReview) {
            details(.id("appeal")) { html in
                html.summary(.recordAppeal)
                html.form(post: IdentificationAddress.appeals(summary.id)) { html in
                    html.field(ReviewFields.lodgedOn, page.filled)
                    html.field(ReviewFields.court, page.filled)
                    html.submit(.recordAppeal)
                }
            }
        }
    }

    private mutating func reviewList(_ page: IdentificationPage) {
        let (summary, profile) = (page.summary, page.view.profile)
        section(.class("panel"), .id("reviews")) { html in
            html.h2(.reviewsAndAppeals)
            for review in page.reviews {
                html.dl(.class("facts")) { html in
                    html.line(.reviewAskedOn) { html in
                        html.day(review.askedOn)
                        if review.isLate {
                            html.space()
                            html.span(.late, .class("badge warning"))
                        }
                    }
                    html.line(.reviewGround, profile.reviewGround(review.ground)?.text ?? .reviewGround)
                    html.line(.askedBy) { html in
                        html.say(review.askedAs.word)
                        html.text(" · ")
                        html.bdi { $0.text(review.organisationName) }
                    }
                    if let note = review.note { html.line(.reviewNote) { html in html.span(.class("typed"), .dirAuto) { $0.text(note) } } }
                    if let late = review.lateReason {
                        html.line(.lateReason) { html in html.span(.class("typed"), .dirAuto) { $0.text(late) } }
                    }
                }
            }
            for appeal in page.appeals {
                html.dl(.class("facts")) { html in
                    html.line(.lodgedOn) { html in
                        html.day(appeal.lodgedOn)
                        if appeal.isLate {
                            html.space()
                            html.span(.late, .class("badge warning"))
                        }
                    }
                    if let court = appeal.court { html.line(.court) { html in html.bdi { $0.text(court) } } }
                    html.line(.appealOutcome, appeal.outcome?.word ?? .stillPending)
                    if let day = appeal.decidedOn { html.line(.courtDecidedOn) { $0.day(day) } }
                    if let note = appeal.note { html.line(.courtNote) { html in html.span(.class("typed"), .dirAuto) { $0.text(note) } } }
                }
                if appeal.outcome == nil, page.isAuthority, page.view.may(.assessIdentification) {
                    html.form(post: IdentificationAddress.appealOutcome(summary.id, appeal.id)) { html in
                        html.field(ReviewFields.outcome, page.filled)
                        html.field(ReviewFields.courtDecidedOn, page.filled)
                        html.field(ReviewFields.courtNote, page.filled)
                        html.p(.appealConsequences, .class("note"))
                        html.submit(.recordOutcome)
                    }
                }
            }
        }
    }
}
