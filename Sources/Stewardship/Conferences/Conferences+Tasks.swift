import Access
import Basics
import Protection
import Store
import Vocabulary

/// What a conference asks somebody to do, and by when.
extension Conferences {
    /// Gives an organisation, or one of the caller's own colleagues, something to do by a day.
    func setTask(
        _ part: CasePart, _ text: String, for organisation: ID<Organisation>, account: ID<Account>?, by due: Day, on file: ID<CaseFile>,
        in id: ID<Conference>, by actor: Actor
    ) async throws {
        let (now, room) = (room.gate.clock.now(), room)
        guard due >= room.day(of: now) else { throw StewardshipRefused.taskDueInThePast }
        let key = try await Entries(room).key(for: file)
        try await room.gate.change(.holdConferences, on: file, for: actor, detail: "conference: task") { tx, _ in
            try mustBeHeld(id, with: file, by: actor, in: tx)
            guard try CaseFiles(room).shared(file, with: actor, in: tx).contains(part) else { throw notThere(.holdConferences, actor) }
            guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            let sees = try tx.exists(
                """
                SELECT 1 FROM case_share s WHERE s.case_id = \(file) AND s.organisation_id = \(organisation) AND s.closed_at IS NULL
                """
            )
            guard sees, try !Barred.from(file, in: tx).organisations.contains(organisation) else { throw StewardshipRefused.notInvitable }
            if let account {
                let isTheirs = try tx.exists(
                    "SELECT 1 FROM account WHERE id = \(account) AND organisation_id = \(organisation) AND state = 'active'")
                guard isTheirs else { throw CaseRefused.notAColleague }
            }
            let task = ID<ConferenceTask>.new(at: now)
            let sealed = try SealedNote.seal(text, "conference_task", task, "text", with: key)
            try tx.run(
                """
                INSERT INTO conference_task (id, conference_id, case_id, part, text, organisation_id, account_id, due, state, set_by, set_at)
                VALUES (\(task), \(id), \(file), \(part), \(sealed), \(organisation), \(account), \(due), 'open', \(actor.account), \(now))
                """
            )
            try CaseClock.start(
                .conferenceTask, in: file, of: organisation, account: account, subject: task.bytes, until: due,
                under: room.profiles[summary.profile], at: now, tx: tx
            )
            if let account {
                try CaseMatter.post(CaseMatter.taskSet.code, to: .account(account), about: file, at: now, in: tx)
            } else {
                try tellOrganisation(CaseMatter.taskSet.code, organisation, about: file, subject: file.bytes, at: now, in: tx)
            }
            try CaseEvent.write(.taskSet, in: file, by: actor, subject: task.bytes, at: now, tx: tx)
        }
    }

    /// Done, by whoever of the organisation that owns it; or withdrawn, by whoever held the conference.
    func settle(_ task: ID<ConferenceTask>, as state: ConferenceTask.State, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        let deed: Deed = state == .done ? .readCase : .holdConferences
        let found = try await room.database.read { tx in
            try tx.row(
                """
                SELECT t.case_id, t.organisation_id, f.organisation_id FROM conference_task t
                JOIN conference f ON f.id = t.conference_id WHERE t.id = \(task)
                """
            ) { (try $0.id(0, of: CaseFile.self), try $0.id(1, of: Organisation.self), try $0.id(2, of: Organisation.self)) }
        }
        guard let (file, owner, caller) = found else { throw notThere(deed, actor) }
        try await room.gate.change(deed, on: file, for: actor, detail: "task: \(state.rawValue)") { tx, _ in
            guard actor.organisation == (state == .withdrawn ? caller : owner) else { throw notThere(deed, actor) }
            let changed = try tx.run(
                """
                UPDATE conference_task SET state = \(state), settled_by = \(actor.account), settled_at = \(now)
                WHERE id = \(task) AND state = 'open'
                """
            )
            guard changed == 1 else { throw StewardshipRefused.taskSettled }
            try CaseClock.stop(
                .conferenceTask, in: file, subject: task.bytes, as: state == .done ? .met : .cancelled, at: now, tx: tx)
            if try !tx.exists("SELECT 1 FROM conference_task WHERE case_id = \(file) AND organisation_id = \(owner) AND state = 'open'") {
                try Notice.settle([CaseMatter.taskSet.code], about: file.bytes, of: owner, in: tx)
            }
            try CaseEvent.write(.taskSettled, in: file, by: actor, subject: task.bytes, detail: state.rawValue, at: now, tx: tx)
        }
    }

}
