import Access
import Basics
import Protection
import Store

/// Takes interviews from step to step. None is skipped, and two people can't take the same one.
struct Interviews: Sendable {
    let desk: CaseWorkDesk

    private var room: ProtectionRoom { desk.room }

    struct Plan: Sendable {
        let plannedFor: Day
        let matters: [InterviewMatter]
        let interpreter: Interview.Interpreter
        let support: Interview.Support
        let training: Interview.Training
        let repeatReason: Interview.RepeatReason?
        let place: String?
    }

    /// Plans an interview. What was asked before needs a reason to be asked again; a child has somebody trained, and support.
    func plan(_ plan: Plan, in file: ID<CaseFile>, by actor: Actor) async throws -> ID<Interview> {
        let now = room.gate.clock.now()
        let id = ID<Interview>.new(at: now)
        let place = try await sealed(plan.place, "place", id, file, actor)
        let room = room
        return try await desk.change(file, .interviews, by: actor, detail: "interview planned") { tx, summary, permit in
            let view = try CaseFiles(room).view(file, under: permit, in: tx)
            let before = Set(try Interview.askedBefore(view, in: tx).map(\.matter))
            let isRepeated = plan.matters.contains(where: before.contains)
            guard !isRepeated || plan.repeatReason != nil else { throw CaseWorkRefused.reasonToRepeatNeeded }
            if summary.path.protectsAsChild, plan.training != .forChildren || plan.support == .none {
                throw CaseWorkRefused.childInterviewer
            }
            let need = try tx.row("SELECT interpreter FROM person WHERE id = \(summary.person)") {
                try $0.choice(0, as: InterpreterNeed.self)
            }
            if need == .needed, plan.interpreter == .notNeeded { throw CaseWorkRefused.interpreterNeeded }
            try tx.run(
                """
                INSERT INTO interview (id, case_id, stage, planned_by, organisation_id, planned_at, planned_for, matters, interpreter,
                    support, training, repeat_reason, place, changed_at, version)
                VALUES (\(id), \(file), 'planned', \(actor.account), \(actor.organisation), \(now), \(plan.plannedFor),
                    \(Interview.codes(plan.matters)), \(plan.interpreter), \(plan.support), \(plan.training),
                    \(isRepeated ? plan.repeatReason : nil), \(place), \(now), 1)
                """
            )
            try CaseEvent.write(.interview(.planned), in: file, by: permit.actor, subject: id.bytes, at: now, tx: tx)
            return id
        }
    }

    /// What the explanation came to. Whoever does not want to speak is not asked: the interview is broken off then.
    func explain(
        _ id: ID<Interview>, _ version: Int, _ explained: [Interview.Explained], _ willing: Interview.Willing, on day: Day,
        in file: ID<CaseFile>, by actor: Actor
    ) async throws {
        let changes: SQL = "explained = \(Interview.codes(explained)), willing = \(willing), explained_on = \(day)"
        guard willing != .no else {
            let ended: SQL = "\(sql: changes), break_reason = \(Interview.BreakReason.personWished)"
            return try await step(id, version, to: .brokenOff, from: [.planned], ended, in: file, by: actor)
        }
        try await step(id, version, to: .explained, from: [.planned], changes, in: file, by: actor)
    }

    /// What was asked and told.
    struct Account: Sendable {
        let asked: [InterviewMatter]
        let text: String
        let alone: Interview.InterpreterAlone
        let heldOn: Day
    }

    func record(_ account: Account, of id: ID<Interview>, _ version: Int, in file: ID<CaseFile>, by actor: Actor) async throws {
        guard account.heldOn <= room.day(of: room.gate.clock.now()) else { throw CaseWorkRefused.dayAhead }
        let text = try await sealed(account.text, "account", id, file, actor)
        let changes: SQL = "account = \(text), held_on = \(account.heldOn), interpreter_alone = \(account.alone)"
        try await step(id, version, to: .account, from: [.explained], changes, in: file, by: actor) { tx, summary, now in
            for matter in account.asked {
                try tx.run(
                    """
                    INSERT INTO interview_matter (interview_id, case_id, matter, asked_on, organisation_id)
                    VALUES (\(id), \(file), \(matter.rawValue), \(account.heldOn), \(actor.organisation))
                    """
                )
            }
            // Never alone with the person: where it happened, a supervisor learns of it.
            guard account.alone == .once else { return }
            let reader = Notice.Reader.organisation(summary.organisation, .superviseCases)
            try CaseMatter.post(CaseMatter.interpreterAlone.code, to: reader, about: file, at: now, in: tx)
        }
    }

    func close(
        _ id: ID<Interview>, _ version: Int, _ after: Interview.StateAfter, _ closure: [Interview.Closure], on day: Day,
        in file: ID<CaseFile>, by actor: Actor
    ) async throws {
        let changes: SQL = "state_after = \(after), closure = \(Interview.codes(closure)), closed_on = \(day)"
        try await step(id, version, to: .closed, from: [.account], changes, in: file, by: actor)
    }

    func evaluate(
        _ id: ID<Interview>, _ version: Int, _ went: Interview.Went, _ text: String?, in file: ID<CaseFile>, by actor: Actor
    ) async throws {
        let evaluation = try await sealed(text, "evaluation", id, file, actor)
        try await step(id, version, to: .evaluated, from: [.closed], "went = \(went), evaluation = \(evaluation)", in: file, by: actor)
    }

    func breakOff(_ id: ID<Interview>, _ version: Int, _ why: Interview.BreakReason, in file: ID<CaseFile>, by actor: Actor) async throws {
        try await step(id, version, to: .brokenOff, from: [.planned, .explained, .account], "break_reason = \(why)", in: file, by: actor)
    }

    private func step(
        _ id: ID<Interview>, _ version: Int, to stage: InterviewStage, from: [InterviewStage], _ changes: SQL, in file: ID<CaseFile>,
        by actor: Actor, _ besides: @escaping @Sendable (any Transaction, CaseSummary, Instant) throws -> Void = { _, _, _ in }
    ) async throws {
        let now = room.gate.clock.now()
        try await desk.change(file, .interviews, by: actor, detail: "interview: \(stage.rawValue)") { tx, summary, permit in
            let stands = try tx.row("SELECT stage FROM interview WHERE id = \(id) AND case_id = \(file)") {
                try $0.choice(0, as: InterviewStage.self)
            }
            guard let stands else { throw CaseWorkRefused.interviewNotThere }
            guard from.contains(stands) else { throw CaseWorkRefused.wrongStage }
            try tx.runOnOne(
                """
                UPDATE interview SET \(sql: changes), stage = \(stage.rawValue), changed_at = \(now), version = version + 1
                WHERE id = \(id) AND version = \(version) AND stage = \(stands.rawValue)
                """
            )
            try besides(tx, summary, now)
            try CaseEvent.write(.interview(stage), in: file, by: permit.actor, subject: id.bytes, at: now, tx: tx)
        }
    }

    private func sealed(
        _ text: String?, _ field: String, _ id: ID<Interview>, _ file: ID<CaseFile>, _ actor: Actor
    ) async throws -> Sealed<Person, String>? {
        guard let text else { return nil }
        return try await desk.sealingKey(of: file, .interviews, for: actor).seal(text, in: .interview(id, field))
    }
}
