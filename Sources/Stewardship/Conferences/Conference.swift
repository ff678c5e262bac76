import Access
import Basics
import Protection
import Store
import Vocabulary

/// Agencies that sit around one table about a file, or several: a shared agenda, decisions, tasks with owners and days.
package enum Conference {
    /// Called, then held, then closed; or cancelled before it was held.
    package enum Stage: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case called, held, closed, cancelled

        func may(become next: Stage) -> Bool {
            switch (self, next) {
            case (.called, .held), (.called, .cancelled), (.held, .closed): true
            default: false
            }
        }
    }

    package enum Venue: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case inPerson = "in_person"
        case telephone, video
    }

    package enum Attendance: String, CaseIterable, Sendable, Hashable, SQLBindable { case came, apologised, absent }

    package enum DecisionKind: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case safety, housing, services, legal, childrensCare, homeward, share, other
    }
}

/// Something that an organisation has to do by a day, as a conference set it.
package enum ConferenceTask {
    package enum State: String, CaseIterable, Sendable, Hashable, SQLBindable { case open, done, withdrawn }
}

/// An item of a conference's agenda.
enum AgendaItem {}
enum ConferenceDecision {}

/// Calls and holds conferences.
package struct Conferences: Sendable {
    let room: ProtectionRoom

    /// What is known of a conference when somebody wants to change it.
    struct Standing: Sendable {
        let organisation: ID<Organisation>
        let stage: Conference.Stage
        let meetsOn: Day
        let hour: Int
        let version: Int

        /// The moment at which it begins.
        func begins(in calendar: WorkingCalendar) -> Instant { calendar.start(of: meetsOn) + .seconds(hour * 3_600) }
    }

    func call(_ file: ID<CaseFile>, on day: Day, hour: Int, venue: Conference.Venue, by actor: Actor) async throws -> ID<Conference> {
        let now = room.gate.clock.now()
        let (id, begins) = (ID<Conference>.new(at: now), room.profile.calendar.start(of: day) + .seconds(hour * 3_600))
        try await room.gate.change(.holdConferences, on: file, for: actor, detail: "conference called") { tx, permit in
            guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            // The hour that runs is not over: people meet at once too.
            guard begins + .seconds(3_600) > now else { throw StewardshipRefused.meetsInThePast }
            try tx.run(
                """
                INSERT INTO conference (id, organisation_id, called_by, called_at, meets_on, hour, venue, stage, stage_since, version)
                VALUES (\(id), \(actor.organisation), \(actor.account), \(now), \(day), \(hour), \(venue), 'called', \(now), 1)
                """
            )
            try add(file, to: id, day, by: actor, at: now, in: tx)
            try tx.run(
                """
                INSERT INTO conference_invitation (conference_id, organisation_id, meets_on, invited_by, invited_at)
                VALUES (\(id), \(actor.organisation), \(day), \(actor.account), \(now))
                """
            )
        }
        return id
    }

    private func add(
        _ file: ID<CaseFile>, to id: ID<Conference>, _ day: Day, by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO conference_case (conference_id, case_id, added_by, meets_on) VALUES (\(id), \(file), \(actor.account), \(day))
            ON CONFLICT (conference_id, case_id) DO NOTHING
            """
        )
        try CaseEvent.write(.conferenceCalled, in: file, by: actor, subject: id.bytes, at: now, tx: tx)
    }

    /// Puts another file on the table by its code, as somebody typed it.
    /// - Throws: `AccessRefused.notFound` where there is none, or it is not theirs.
    func add(codedAs typed: String, to id: ID<Conference>, by actor: Actor) async throws {
        let file = try await room.database.read { tx in
            try CaseCode.read(typed).flatMap { code in
                try tx.row("SELECT id FROM case_file WHERE code = \(code)") { try $0.id(0, of: CaseFile.self) }
            }
        }
        guard let file else { throw notThere(.holdConferences, actor) }
        try await add(file, to: id, by: actor)
    }

    /// Puts another file on the table: one that the caller works with too.
    func add(_ file: ID<CaseFile>, to id: ID<Conference>, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        try await room.gate.change(.holdConferences, on: file, for: actor, detail: "added to a conference") { tx, _ in
            let standing = try standing(id, of: actor, stages: [.called], in: tx)
            try add(file, to: id, standing.meetsOn, by: actor, at: now, in: tx)
        }
    }

    /// Invites an organisation that sees a file of the conference already.
    func invite(_ organisation: ID<Organisation>, to id: ID<Conference>, through file: ID<CaseFile>, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        try await room.gate.change(.holdConferences, on: file, for: actor, detail: "conference: invited") { tx, _ in
            let standing = try standing(id, of: actor, stages: [.called], in: tx)
            guard try Self.invitable(to: id, in: tx).contains(where: { $0.id == organisation }) else {
                throw StewardshipRefused.notInvitable
            }
            let added = try tx.run(
                """
                INSERT INTO conference_invitation (conference_id, organisation_id, meets_on, invited_by, invited_at)
                VALUES (\(id), \(organisation), \(standing.meetsOn), \(actor.account), \(now))
                ON CONFLICT (conference_id, organisation_id) DO NOTHING
                """
            )
            guard added == 1 else { return }
            try tellOrganisation(CaseMatter.invited.code, organisation, about: file, subject: id.bytes, at: now, in: tx)
        }
    }

    /// The organisations that can be invited: those with an open share of a file of the conference, that are not barred from it.
    static func invitable(to id: ID<Conference>, in tx: any Transaction) throws -> [(id: ID<Organisation>, name: String)] {
        try tx.rows(
            """
            SELECT DISTINCT o.id, o.name FROM conference_case cc JOIN case_share s ON s.case_id = cc.case_id AND s.closed_at IS NULL
            JOIN organisation o ON o.id = s.organisation_id
            WHERE cc.conference_id = \(id) AND NOT EXISTS (SELECT 1 FROM case_bar b WHERE b.case_id = cc.case_id AND b.lifted_at IS NULL
                AND b.organisation_id = o.id)
            ORDER BY o.name
            """
        ) { (id: try $0.id(0, of: Organisation.self), name: $0.text(1)) }
    }

    /// Puts something on the agenda; every agency at the table may, within the parts that its share covers.
    func addItem(_ part: CasePart, _ text: String, of file: ID<CaseFile>, to id: ID<Conference>, by actor: Actor) async throws {
        let (now, room) = (room.gate.clock.now(), room)
        let key = try await Entries(room).key(for: file)
        try await room.gate.change(.readCase, on: file, for: actor, detail: "conference: agenda") { tx, permit in
            _ = try standing(id, of: nil, stages: [.called, .held], in: tx)
            try Self.mustBeInvited(actor, to: id, with: file, in: tx)
            guard try CaseFiles(room).view(file, under: permit, in: tx).shows(part) else { throw notThere(.readCase, actor) }
            let item = ID<AgendaItem>.new(at: now)
            let sealed = try SealedNote.seal(text, "agenda_item", item, "text", with: key)
            try tx.run(
                """
                INSERT INTO agenda_item (id, conference_id, case_id, part, text, organisation_id, added_by, added_at)
                VALUES (\(item), \(id), \(file), \(part), \(sealed), \(actor.organisation), \(actor.account), \(now))
                """
            )
        }
    }

    /// Takes the next step; two who do it at once: the second is told.
    func move(
        _ id: ID<Conference>, to next: Conference.Stage, attendance: [ID<Organisation>: Conference.Attendance] = [:], from version: Int,
        through file: ID<CaseFile>, by actor: Actor
    ) async throws {
        let (now, calendar) = (room.gate.clock.now(), room.profile.calendar)
        try await room.gate.change(.holdConferences, on: file, for: actor, detail: "conference: \(next.rawValue)") { tx, _ in
            let standing = try standing(id, of: actor, stages: Set(Conference.Stage.allCases), in: tx)
            guard standing.stage.may(become: next) else { throw StewardshipRefused.conferenceOver }
            guard next != .held || standing.begins(in: calendar) <= now else { throw StewardshipRefused.notYetMet }
            try tx.runOnOne(
                """
                UPDATE conference SET stage = \(next), stage_since = \(now), version = version + 1
                WHERE id = \(id) AND version = \(version) AND stage = \(standing.stage)
                """
            )
            for (organisation, attended) in attendance {
                try tx.run(
                    """
                    UPDATE conference_invitation SET attendance = \(attended)
                    WHERE conference_id = \(id) AND organisation_id = \(organisation)
                    """
                )
            }
            let files = try tx.rows("SELECT case_id FROM conference_case WHERE conference_id = \(id)") { try $0.id(0, of: CaseFile.self) }
            for file in files {
                try CaseMatter.settle([.invited], in: file, subject: id.bytes, tx: tx)
                try CaseEvent.write(.conferenceMoved, in: file, by: actor, subject: id.bytes, detail: next.rawValue, at: now, tx: tx)
            }
        }
    }

    func decide(
        _ kind: Conference.DecisionKind, _ part: CasePart, _ text: String, on file: ID<CaseFile>, in id: ID<Conference>, by actor: Actor
    ) async throws {
        let (now, room) = (room.gate.clock.now(), room)
        let key = try await Entries(room).key(for: file)
        try await room.gate.change(.holdConferences, on: file, for: actor, detail: "conference: decision") { tx, _ in
            try mustBeHeld(id, with: file, by: actor, in: tx)
            guard try CaseFiles(room).shared(file, with: actor, in: tx).contains(part) else { throw notThere(.holdConferences, actor) }
            let decision = ID<ConferenceDecision>.new(at: now)
            let sealed = try SealedNote.seal(text, "conference_decision", decision, "text", with: key)
            try tx.run(
                """
                INSERT INTO conference_decision (id, conference_id, case_id, kind, part, text, recorded_by, recorded_at)
                VALUES (\(decision), \(id), \(file), \(kind), \(part), \(sealed), \(actor.account), \(now))
                """
            )
            try CaseEvent.write(.conferenceDecided, in: file, by: actor, subject: decision.bytes, detail: kind.rawValue, at: now, tx: tx)
        }
    }

    // MARK: What has to be so

    func standing(
        _ id: ID<Conference>, of actor: Actor?, stages: Set<Conference.Stage>, in tx: any Transaction
    ) throws -> Standing {
        let found = try tx.row("SELECT organisation_id, stage, meets_on, version, hour FROM conference WHERE id = \(id)") { row in
            Standing(
                organisation: try row.id(0, of: Organisation.self), stage: try row.choice(1, as: Conference.Stage.self),
                meetsOn: try row.day(2), hour: row.int(4), version: row.int(3)
            )
        }
        guard let found else { throw StewardshipRefused.conferenceOver }
        if let actor, actor.organisation != found.organisation { throw notThere(.holdConferences, actor) }
        guard stages.contains(found.stage) else { throw StewardshipRefused.conferenceOver }
        return found
    }

    func mustBeHeld(_ id: ID<Conference>, with file: ID<CaseFile>, by actor: Actor, in tx: any Transaction) throws {
        let standing = try standing(id, of: actor, stages: [.called, .held], in: tx)
        guard standing.stage == .held else { throw StewardshipRefused.conferenceNotHeld }
        try Self.mustBeInvited(actor, to: id, with: file, in: tx)
    }

    static func mustBeInvited(_ actor: Actor, to id: ID<Conference>, with file: ID<CaseFile>, in tx: any Transaction) throws {
        let isAtTable = try tx.exists(
            """
            SELECT 1 FROM conference_invitation i JOIN conference_case cc ON cc.conference_id = i.conference_id
            WHERE i.conference_id = \(id) AND i.organisation_id = \(actor.organisation) AND cc.case_id = \(file)
            """
        )
        guard isAtTable else { throw notThere(.readCase, actor) }
    }
}

/// Tells whoever of an organisation works with files: with those of their own, or with those that are shared for a service.
func tellOrganisation(
    _ code: String, _ organisation: ID<Organisation>, about file: ID<CaseFile>, subject: [UInt8]?, at now: Instant, in tx: any Transaction
) throws {
    for deed in [Deed.readCase, .answerReferrals] {
        try CaseMatter.post(code, to: .organisation(organisation, deed), about: file, subject: .some(subject), at: now, in: tx)
    }
}
