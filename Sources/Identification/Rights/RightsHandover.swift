import Access
import Basics
import Protection
import Store

/// That a person was told of their rights: on a day, in a language, in a way that they can follow.
struct RightsHandover: Sendable {
    let id: ID<RightsHandover>
    let givenOn: Day
    let means: Means
    let language: String
    let organisationName: String

    enum Means: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case readAloud = "read_aloud"
        case paper, audio, interpreter
    }

    static func all(in file: ID<CaseFile>, tx: any Transaction) throws -> [RightsHandover] {
        try tx.rows(
            """
            SELECT r.id, r.given_on, r.means, r.language, o.name FROM rights_handover r JOIN organisation o ON o.id = r.organisation_id
            WHERE r.case_id = \(file) ORDER BY r.recorded_at DESC, r.id DESC
            """
        ) { row in
            RightsHandover(
                id: try row.id(0, of: RightsHandover.self), givenOn: try row.day(1), means: try row.choice(2, as: Means.self),
                language: row.text(3), organisationName: row.text(4))
        }
    }

    static func record(
        _ means: Means, in language: String, on day: Day, for file: ID<CaseFile>, _ room: ProtectionRoom, by actor: Actor
    ) async throws {
        let now = room.gate.clock.now()
        try await room.gate.change(.recordConsent, on: file, for: actor, detail: "rights given") { tx, permit in
            guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            let calendar = room.profiles[summary.profile].calendar
            guard day <= calendar.day(of: now) else { throw IdentificationRefused.dayInFuture }
            guard day >= calendar.day(of: summary.openedAt) else { throw IdentificationRefused.dayBeforeFile }
            let id = ID<RightsHandover>.new(at: now)
            try tx.run(
                """
                INSERT INTO rights_handover (id, case_id, given_on, means, language, profile, given_by, organisation_id, recorded_at)
                VALUES (\(id), \(file), \(day), \(means), \(language), \(summary.profile), \(actor.account), \(actor.organisation), \(now))
                """
            )
            try CaseEvent.write(.rightsGiven, in: file, by: permit.actor, subject: id.bytes, detail: means.rawValue, at: now, tx: tx)
        }
    }
}
