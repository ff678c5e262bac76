import Access
import Basics
import Protection
import Store

/// Keeps places and stays. Two people can't be in one place on one night, whoever asks first and however fast.
struct PlacesDesk: Sendable {
    let room: ProtectionRoom

    func add(_ name: String, served: [ServedGroup], in service: ID<AssistanceService>, by actor: Actor, at now: Instant) async throws {
        let (id, today) = (ID<ShelterPlace>.new(at: now), room.day(of: now))
        try await room.gate.change(.managePlaces, adding: id, to: Holding(organisation: actor.organisation), for: actor) { tx, _ in
            guard let found = try AssistanceService.find(service, tonight: today, in: tx), found.organisation == actor.organisation else {
                throw ServiceRefused.noService
            }
            try tx.run(
                """
                INSERT INTO shelter_place (id, service_id, organisation_id, name, served, version)
                VALUES (\(id), \(service), \(actor.organisation), \(name), \(CodeSet.text(served.map(\.rawValue))), 1)
                """
            )
        }
    }

    func close(_ id: ID<ShelterPlace>, by actor: Actor, at now: Instant) async throws {
        let today = room.day(of: now)
        try await room.gate.change(.managePlaces, on: id, for: actor, detail: "closed") { tx, _ in
            let isUsed = try tx.exists("SELECT 1 FROM shelter_stay WHERE place_id = \(id) AND last_night >= \(today)")
            guard !isUsed else { throw ServiceRefused.placeTaken }
            try tx.runOnOne("UPDATE shelter_place SET closed_at = \(now), version = version + 1 WHERE id = \(id) AND closed_at IS NULL")
        }
    }

    /// Somebody comes to stay. Their file has to be open to the shelter already.
    func stay(
        in place: ID<ShelterPlace>, file: ID<CaseFile>, from first: Day, to last: Day?, by actor: Actor, at now: Instant
    ) async throws {
        let room = room
        try await room.gate.change(.managePlaces, on: file, for: actor, detail: "stay") { tx, _ in
            let permit = try room.gate.permit(.managePlaces, on: place, for: actor, in: tx)
            if let person = try CaseSummary.find(file, in: tx)?.person, first < (try People(room).earliestBirth(of: person, in: tx)) {
                throw ServiceRefused.beforeBirth
            }
            try Self.book(
                under: permit, for: file, from: first, to: last ?? first.adding(days: ShelterStay.mostNights), movedFrom: nil, at: now,
                in: tx)
            try CaseEvent.write(.stayed, in: file, by: actor, at: now, tx: tx)
        }
    }

    /// Somebody moves to another place from a night on: the old stay ends the night before, and stays in the history.
    func move(
        _ id: ID<ShelterStay>, to place: ID<ShelterPlace>, from night: Day, version: Int, by actor: Actor, at now: Instant
    ) async throws {
        let room = room
        try await room.gate.change(.managePlaces, on: id, for: actor, detail: "moved") { tx, _ in
            let permit = try room.gate.permit(.managePlaces, on: place, for: actor, in: tx)
            // At least one night was slept in the old place; a stay entered by mistake is ended instead.
            guard let stay = try ShelterStay.find(id, in: tx), stay.first < night, night <= stay.last else {
                throw ServiceRefused.nightsBackwards
            }
            try tx.runOnOne(
                """
                UPDATE shelter_stay SET last_night = \(night.adding(days: -1)), version = version + 1
                WHERE id = \(id) AND version = \(version)
                """
            )
            try Self.book(under: permit, for: stay.file, from: night, to: stay.last, movedFrom: id, at: now, in: tx)
            try CaseEvent.write(.stayMoved, in: stay.file, by: actor, at: now, tx: tx)
        }
    }

    /// Somebody leaves: the last night that they slept there.
    func end(_ id: ID<ShelterStay>, lastNight: Day, version: Int, by actor: Actor, at now: Instant) async throws {
        try await room.gate.change(.managePlaces, on: id, for: actor, detail: "ended") { tx, _ in
            guard let stay = try ShelterStay.find(id, in: tx), stay.first <= lastNight, lastNight <= stay.last else {
                throw ServiceRefused.nightsBackwards
            }
            try tx.runOnOne(
                "UPDATE shelter_stay SET last_night = \(lastNight), version = version + 1 WHERE id = \(id) AND version = \(version)")
            try CaseEvent.write(.stayEnded, in: stay.file, by: actor, at: now, tx: tx)
        }
    }

    /// The check and the row in one transaction: on SQLite a writer is alone, on PostgreSQL two that overlap can't both commit.
    private static func book(
        under permit: Permit<ShelterPlace>, for file: ID<CaseFile>, from first: Day, to last: Day, movedFrom: ID<ShelterStay>?,
        at now: Instant, in tx: any Transaction
    ) throws {
        guard first <= last else { throw ServiceRefused.nightsBackwards }
        guard let id = permit.id, let place = try ShelterPlace.find(id, in: tx) else { throw ServiceRefused.closedPlace }
        let sex = try tx.row("SELECT p.sex FROM case_file c JOIN person p ON p.id = c.person_id WHERE c.id = \(file)") { $0.text(0) }
        if let summary = try CaseSummary.find(file, in: tx), let group = ServedGroup.of(summary.path, sex: sex ?? "unknown") {
            // A family's place takes whoever belongs to it.
            guard place.served.contains(group) || place.served.contains(.families) else { throw ServiceRefused.notForThem }
        }
        let isTaken = try tx.exists(
            """
            SELECT 1 FROM shelter_stay WHERE (place_id = \(id) OR case_id = \(file)) AND last_night >= \(first) AND first_night <= \(last)
            """
        )
        guard !isTaken else { throw ServiceRefused.placeTaken }
        try tx.run(
            """
            INSERT INTO shelter_stay (id, place_id, case_id, first_night, last_night, moved_from, recorded_by, recorded_at, version)
            VALUES (\(ID<ShelterStay>.new(at: now)), \(id), \(file), \(first), \(last), \(movedFrom), \(permit.actor.account), \(now), 1)
            """
        )
    }
}
