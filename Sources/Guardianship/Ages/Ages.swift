import Access
import Basics
import Protection
import Store

/// Doubts about an age, assessments, decisions, reviews.
struct Ages: Sendable {
    let room: ProtectionRoom

    init(_ room: ProtectionRoom) { self.room = room }

    private var childhood: Childhood { Childhood(room) }

    /// Says that somebody recorded as an adult may be under 18: from this moment they are protected as a child.
    func doubt(_ file: ID<CaseFile>, on ground: AgeGround, note: String, keepsShares: Bool, by actor: Actor) async throws {
        let (room, now) = (room, room.gate.clock.now())
        let notes = try await childhood.seal([("age_doubt", note)], about: file.bytes, in: file, at: now)
        try await childhood.change(.writeCase, in: file, for: actor, detail: "age doubted", onlyChild: false) { tx, permit, summary in
            guard summary.path == .adult else { throw ChildRefused.isAChild }
            for note in notes { try note.write(in: file, by: actor, at: now, tx: tx) }
            try CaseEvent.write(.ageDoubted, in: file, by: actor, detail: ground.rawValue, at: now, tx: tx)
            try FoundAge(room: room, file: summary, permit: permit, at: now).change(to: .unsure, keepsShares: keepsShares, in: tx)
        }
    }

    func open(_ file: ID<CaseFile>, on ground: AgeGround, note: String?, by actor: Actor) async throws -> ID<AgeAssessment> {
        let now = room.gate.clock.now()
        let id = ID<AgeAssessment>.new(at: now)
        let notes = try await childhood.seal([("ground", note)], about: id.bytes, in: file, at: now)
        return try await childhood.change(.protectChildren, in: file, for: actor, detail: "age assessment") { tx, _, _ in
            guard try AgeAssessment.all(in: file, tx: tx).allSatisfy({ $0.stage == .decided || $0.stage == .refused }) else {
                throw AgeRefused.openAlready
            }
            // Without a guardian nobody could agree to it or be there.
            guard let guardian = try GuardianAppointment.current(in: file, tx: tx) else { throw ChildRefused.noGuardian }
            try tx.run(
                """
                INSERT INTO age_assessment (id, case_id, stage, ground, opened_by, opened_at, version)
                VALUES (\(id), \(file), 'opened', \(ground), \(actor.account), \(now), 1)
                """
            )
            for note in notes { try note.write(in: file, by: actor, at: now, tx: tx) }
            try CaseEvent.write(.ageAssessmentOpened, in: file, by: actor, subject: id.bytes, detail: ground.rawValue, at: now, tx: tx)
            try CaseMatter.post(CaseMatter.guardianAsked.code, to: .account(guardian.account), about: file, at: now, in: tx)
            return id
        }
    }

    /// The guardian’s answer, with the child’s own view beside it.
    func answer(
        _ id: ID<AgeAssessment>, in file: ID<CaseFile>, agrees: Bool, _ view: ChildView, note: String?, from version: Int, by actor: Actor
    ) async throws {
        let now = room.gate.clock.now()
        let notes = try await childhood.seal([("child_view", note)], about: id.bytes, in: file, at: now)
        try await childhood.change(.actAsGuardian, in: file, for: actor, detail: "age assessment answered") { tx, _, _ in
            guard try AgeAssessment.find(id, in: file, tx: tx).stage == .opened else { throw AgeRefused.notThisStage }
            guard try GuardianAppointment.current(in: file, tx: tx)?.account == actor.account else { throw ConsentRefused.notTheGuardian }
            guard !agrees || view.isAsked else { throw AgeRefused.viewNotAsked }
            // A child who does not want it is not assessed, whatever the guardian says.
            let stage: AgeAssessment.Stage = agrees && view != .disagrees ? .agreed : .refused
            try tx.runOnOne(
                """
                UPDATE age_assessment SET stage = \(stage), guardian_id = \(actor.account), child_view = \(view), answered_at = \(now),
                    version = version + 1
                WHERE id = \(id) AND case_id = \(file) AND version = \(version)
                """
            )
            for note in notes { try note.write(in: file, by: actor, at: now, tx: tx) }
            try ConsentRequests.settle(in: file, tx: tx)
            try CaseEvent.write(.ageAssessmentAnswered, in: file, by: actor, subject: id.bytes, detail: stage.rawValue, at: now, tx: tx)
        }
    }

    func find(
        _ id: ID<AgeAssessment>, in file: ID<CaseFile>, by method: AgeMethod, _ ages: (lowest: Int, highest: Int), on day: Day,
        note: String?, by actor: Actor
    ) async throws {
        let now = room.gate.clock.now()
        let notes = try await childhood.seal([("finding", note)], about: id.bytes, in: file, at: now)
        let (lowest, highest) = ages
        try await childhood.change(.protectChildren, in: file, for: actor, detail: "age finding") { tx, _, _ in
            guard try AgeAssessment.find(id, in: file, tx: tx).stage == .agreed else { throw AgeRefused.notThisStage }
            guard lowest <= highest else { throw AgeRefused.rangeReversed }
            let earlier = Set(try AgeFinding.all(of: id, tx: tx).map(\.method))
            guard method != .medical || earlier.isSuperset(of: [.documents, .interview, .multidisciplinary]) else {
                throw AgeRefused.medicalFirst
            }
            try tx.run(
                """
                INSERT INTO age_finding (id, assessment_id, method, lowest, highest, found_on, recorded_by, recorded_at)
                VALUES (\(ID<AgeFinding>.new(at: now)), \(id), \(method), \(lowest), \(highest), \(day), \(actor.account), \(now))
                """
            )
            try tx.run("UPDATE age_assessment SET version = version + 1 WHERE id = \(id)")
            for note in notes { try note.write(in: file, by: actor, at: now, tx: tx) }
            try CaseEvent.write(.ageFinding, in: file, by: actor, subject: id.bytes, detail: method.rawValue, at: now, tx: tx)
        }
    }

    /// Decides what the age is. The newest finding is what is decided on, and a range that includes under 18 keeps the child’s path.
    func decide(
        _ id: ID<AgeAssessment>, in file: ID<CaseFile>, _ outcome: AgeOutcome, reasons: String, from version: Int, by actor: Actor
    ) async throws {
        let (room, now) = (room, room.gate.clock.now())
        let notes = try await childhood.seal([("reasons", reasons)], about: id.bytes, in: file, at: now)
        try await childhood.change(.protectChildren, in: file, for: actor, detail: "age decided", onlyChild: false) { tx, permit, summary in
            let assessment = try AgeAssessment.find(id, in: file, tx: tx)
            guard assessment.stage == .agreed || assessment.stage == .underReview else { throw AgeRefused.notThisStage }
            guard let finding = try AgeFinding.all(of: id, tx: tx).last else { throw AgeRefused.nothingFound }
            guard outcome == .child || finding.lowest >= 18 else { throw AgeRefused.benefitOfTheDoubt }
            if assessment.stage == .underReview, try AgeDecision.all(of: id, tx: tx).first?.decidedBy == actor.account {
                throw AgeRefused.reviewerIsDecider
            }
            try tx.runOnOne(
                """
                UPDATE age_assessment SET stage = 'decided', outcome = \(outcome), version = version + 1
                WHERE id = \(id) AND case_id = \(file) AND version = \(version)
                """
            )
            let profile = room.profiles[summary.profile]
            let until = profile.deadlines.review.due(from: room.day(of: now), in: profile.calendar)
            try tx.run(
                """
                INSERT INTO age_decision (id, assessment_id, outcome, lowest, highest, decided_by, decided_at, review_until)
                VALUES (\(ID<AgeDecision>.new(at: now)), \(id), \(outcome), \(finding.lowest), \(finding.highest), \(actor.account), \(now),
                    \(until))
                """
            )
            for note in notes { try note.write(in: file, by: actor, at: now, tx: tx) }
            try CaseClock.stop(.ageReview, in: file, as: .met, at: now, tx: tx)
            try CaseClock.start(
                .ageReview, in: file, of: actor.organisation, subject: id.bytes, until: until, under: profile, at: now, tx: tx)
            try FoundAge(room: room, file: summary, permit: permit, at: now)
                .change(to: outcome == .adult ? .adult : .child, keepsShares: true, in: tx)
        }
    }

    /// Asks, on behalf of the person, that somebody else looks at the decision again.
    func review(_ id: ID<AgeAssessment>, in file: ID<CaseFile>, from version: Int, by actor: Actor) async throws {
        let (room, now) = (room, room.gate.clock.now())
        try await childhood.change(.askForReview, in: file, for: actor, detail: "age review", onlyChild: false) { tx, _, _ in
            guard try AgeAssessment.find(id, in: file, tx: tx).stage == .decided, let last = try AgeDecision.all(of: id, tx: tx).first
            else { throw AgeRefused.notThisStage }
            guard room.day(of: now) <= last.reviewUntil else { throw AgeRefused.ended }
            try tx.runOnOne(
                "UPDATE age_assessment SET stage = 'under_review', version = version + 1 WHERE id = \(id) AND version = \(version)")
            // While it is reviewed, the authority keeps what it needs to decide.
            try CaseClock.stop(.ageReview, in: file, as: .cancelled, at: now, tx: tx)
            try CaseEvent.write(.ageReview, in: file, by: actor, subject: id.bytes, at: now, tx: tx)
            for authority in try Competence.childProtection.organisations(in: tx) {
                try CaseMatter.post(
                    CaseMatter.ageReview.code, to: .organisation(authority, .protectChildren), about: file, at: now, in: tx)
            }
        }
    }
}
