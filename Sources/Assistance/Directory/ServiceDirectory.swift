import Access
import Basics
import Protection
import Store

/// Keeps the services of one's own organisation.
struct ServiceDirectory: Sendable {
    let room: ProtectionRoom

    func add(_ draft: ServiceForm.Draft, by actor: Actor, at now: Instant) async throws -> ID<AssistanceService> {
        let (id, today) = (ID<AssistanceService>.new(at: now), room.day(of: now))
        try await room.gate.change(.manageServices, adding: id, to: Holding(organisation: actor.organisation), for: actor) { tx, _ in
            try tx.run(
                """
                INSERT INTO assistance_service (id, organisation_id, kind, name, served, languages, region, address, is_confidential,
                    telephone, open_days, opens, closes, free, verified_on, version)
                VALUES (\(id), \(actor.organisation), \(draft.kind), \(draft.name), \(CodeSet.text(draft.served.map(\.rawValue))),
                    \(CodeSet.text(draft.languages)), \(draft.region), \(draft.address), \(draft.isConfidential), \(draft.telephone),
                    \(CodeSet.text(draft.hours.days.map(String.init))), \(draft.hours.opens), \(draft.hours.closes), \(draft.free),
                    \(today), 1)
                """
            )
        }
        return id
    }

    /// Whoever changes an entry has looked at it: it counts as verified.
    func change(_ id: ID<AssistanceService>, to draft: ServiceForm.Draft, from version: Int, by actor: Actor, at now: Instant) async throws
    {
        let today = room.day(of: now)
        try await room.gate.change(.manageServices, on: id, for: actor) { tx, _ in
            try tx.runOnOne(
                """
                UPDATE assistance_service SET kind = \(draft.kind), name = \(draft.name),
                    served = \(CodeSet.text(draft.served.map(\.rawValue))), languages = \(CodeSet.text(draft.languages)),
                    region = \(draft.region), address = \(draft.address), is_confidential = \(draft.isConfidential),
                    telephone = \(draft.telephone), open_days = \(CodeSet.text(draft.hours.days.map(String.init))),
                    opens = \(draft.hours.opens), closes = \(draft.hours.closes), free = \(draft.free), verified_on = \(today),
                    reminded_at = NULL, version = version + 1
                WHERE id = \(id) AND version = \(version) AND closed_at IS NULL
                """
            )
        }
    }

    func verify(_ id: ID<AssistanceService>, by actor: Actor, at now: Instant) async throws {
        let today = room.day(of: now)
        try await room.gate.change(.manageServices, on: id, for: actor, detail: "verified") { tx, _ in
            try tx.runOnOne(
                """
                UPDATE assistance_service SET verified_on = \(today), reminded_at = NULL, version = version + 1
                WHERE id = \(id) AND closed_at IS NULL
                """
            )
            try Notice.settle([CaseMatter.verifyService.code], about: id.bytes, in: tx)
        }
    }

    func end(_ id: ID<AssistanceService>, by actor: Actor, at now: Instant) async throws {
        try await room.gate.change(.manageServices, on: id, for: actor, detail: "ended") { tx, _ in
            try tx.runOnOne(
                "UPDATE assistance_service SET closed_at = \(now), version = version + 1 WHERE id = \(id) AND closed_at IS NULL")
            try Notice.settle([CaseMatter.verifyService.code], about: id.bytes, in: tx)
        }
    }

    /// Reminds an organisation of an entry that nobody has verified for half a year; again every 30 days.
    static func reminderJob(_ room: ProtectionRoom) -> Job {
        Job("assistance.verification", every: .hours(1)) { tx, now in
            let oldest = room.day(of: now).adding(days: -AssistanceService.goodForDays)
            let stale = try tx.rows(
                """
                SELECT id, organisation_id FROM assistance_service WHERE closed_at IS NULL AND verified_on < \(oldest)
                    AND (reminded_at IS NULL OR reminded_at < \(now - .days(30))) LIMIT 500
                """
            ) { (try $0.id(0, of: AssistanceService.self), try $0.id(1, of: Organisation.self)) }
            for (id, organisation) in stale {
                try Notice.post(
                    matter: CaseMatter.verifyService.code, to: .organisation(organisation, .manageServices), subject: id.bytes, at: now,
                    in: tx)
                try tx.run("UPDATE assistance_service SET reminded_at = \(now) WHERE id = \(id)")
            }
        }
    }
}
