package import Access
package import Basics
package import Protection
import Store
package import Vocabulary
import Web

/// That something is not told to a person who asks what is held about them, because a law says so: a part of the file, or what one
/// organisation did.
package enum Withholding {
    package enum Reason: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case investigation
        case thirdPerson = "third_person"
        case courtOrder = "court_order"
    }
}

/// That a person asked what is held about them, and that it was handed over in a safe way.
package enum SubjectRequest {
    package enum AskedBy: String, CaseIterable, Sendable, Hashable, SQLBindable { case person, guardian, lawyer }

    /// Only ways that reach the person and nobody else.
    package enum Channel: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case inPerson = "in_person"
        case safeContact = "safe_contact"
        case lawyer, guardian
    }
}

/// Everything that is held about a person in a file, and who saw it: opened under a permit, for the person alone.
package struct SubjectSheet: Sendable {
    package struct Share: Sendable {
        package let organisation: String
        package let purpose: Word
        package let ground: DisclosureGround.Kind
        package let on: Day
    }

    package let code: String
    package let madeOn: Day
    package let keeper: String
    package let identity: Shown<PersonIdentity>?
    package let facts: [(label: Word, value: Word)]
    package let entries: [(kind: EntryKind, fields: [EntryField], entries: [CaseEntry])]
    package let consents: [(purpose: Word, answer: Consent.Answer, on: Day, isWithdrawn: Bool)]
    package let disclosures: [Share]
    package let sightings: [Sighting]
    /// Why something is missing, as far as the law lets that be said.
    package let withheld: [Withholding.Reason]
}

package struct SubjectAccess: Sendable {
    let room: ProtectionRoom

    /// What is held, without what the law withholds. The audit records that it was made.
    package func sheet(of file: ID<CaseFile>, for actor: Actor) async throws -> SubjectSheet {
        let (now, room) = (room.gate.clock.now(), room)
        let key = try await Entries(room).key(for: file)
        return try await room.gate.look(for: actor) { tx, looking in
            let _: Permit<CaseFile> = try looking.permit(.answerSubjects, on: file, detail: "sheet for the person")
            guard let summary = try CaseSummary.find(file, in: tx) else { throw notThere(.answerSubjects, actor) }
            guard try tx.exists("SELECT 1 FROM subject_request WHERE case_id = \(file)") else { throw StewardshipRefused.nothingToHandOver }
            let permit: Permit<Person> = try looking.permit(.answerSubjects, on: summary.person, detail: "sheet for the person")
            let withheld = try tx.rows(
                "SELECT part, organisation_id, reason FROM subject_withholding WHERE case_id = \(file) AND lifted_at IS NULL"
            ) { row in
                (
                    try row.optionalChoice(0, as: CasePart.self), try row.optionalID(1, of: Organisation.self),
                    try row.choice(2, as: Withholding.Reason.self)
                )
            }
            let (parts, organisations) = (Set(withheld.compactMap(\.0)), Set(withheld.compactMap(\.1)))
            let profile = room.profiles[summary.profile]
            let kinds = room.branches.flatMap(\.entries).filter { !parts.contains($0.part) }
            let identity =
                try parts.contains(.identity)
                ? nil : key.flatMap { try People(room).opened(summary.person, with: $0, under: permit, in: tx) }
            return SubjectSheet(
                code: summary.code, madeOn: room.day(of: now),
                keeper: try tx.row("SELECT name FROM organisation WHERE id = \(summary.organisation)") { $0.text(0) } ?? "",
                identity: identity, facts: try Self.facts(summary, room, profile, in: tx),
                entries: try kinds.map { kind in
                    (
                        kind: kind, fields: kind.fields(profile, room.codebook),
                        entries: try Entries(room).current(kind, of: summary, with: key, under: key == nil ? nil : permit, tx: tx)
                    )
                }.filter { !$0.entries.isEmpty },
                consents: try ConsentLedger.all(in: file, tx: tx).map { consent in
                    (
                        purpose: profile.consentPurpose(consent.purpose)?.name ?? .data(consent.purpose), answer: consent.answer,
                        on: room.day(of: consent.recordedAt), isWithdrawn: consent.withdrawnAt != nil
                    )
                },
                disclosures: try Self.disclosures(file, room, profile, without: organisations, in: tx),
                sightings: try Sighting.all(of: file, summary.person, day: room.day(of:), in: tx).filter {
                    !organisations.contains($0.organisation)
                },
                withheld: Array(Set(withheld.map(\.2))).sorted { $0.rawValue < $1.rawValue }
            )
        }
    }

    private static func facts(
        _ summary: CaseSummary, _ room: ProtectionRoom, _ profile: CountryProfile, in tx: any Transaction
    ) throws -> [(label: Word, value: Word)] {
        let person = try tx.row("SELECT sex, age_band, citizenship FROM person WHERE id = \(summary.person)") {
            ($0.text(0), $0.text(1), $0.optionalText(2))
        }
        var facts: [(label: Word, value: Word)] = [
            (label: .setting, value: summary.setting.word), (label: .path, value: summary.path.word),
            (label: .stage, value: profile.decisionNames[summary.stage.rawValue] ?? .stage),
            (label: .sex, value: room.codebook.lists[Sex.self].word(person?.0 ?? "unknown")),
            (label: .ageBand, value: room.codebook.lists[AgeBand.self].word(person?.1 ?? "unknown")),
        ]
        if let country = person?.2.flatMap({ room.countries.country(alpha3: $0) }) {
            facts.append((label: .citizenship, value: country.name))
        }
        if let reason = summary.closureReason.flatMap(profile.closureReason) { facts.append((label: .closureReason, value: reason.name)) }
        return facts
    }

    private static func disclosures(
        _ file: ID<CaseFile>, _ room: ProtectionRoom, _ profile: CountryProfile, without hidden: Set<ID<Organisation>>,
        in tx: any Transaction
    ) throws -> [SubjectSheet.Share] {
        try tx.rows(
            """
            SELECT d.recipient_id, o.name, d.purpose, d.ground, d.disclosed_at FROM disclosure d JOIN organisation o ON o.id = d.recipient_id
            WHERE d.case_id = \(file) ORDER BY d.disclosed_at DESC
            """
        ) { row in
            hidden.contains(try row.id(0, of: Organisation.self))
                ? nil
                : SubjectSheet.Share(
                    organisation: row.text(1), purpose: profile.consentPurpose(row.text(2))?.name ?? .data(row.text(2)),
                    ground: try row.choice(3, as: DisclosureGround.Kind.self), on: room.day(of: row.instant(4)))
        }.compactMap { $0 }
    }

    func ask(_ file: ID<CaseFile>, on day: Day, by who: SubjectRequest.AskedBy, actor: Actor) async throws {
        let now = room.gate.clock.now()
        try await room.gate.change(.answerSubjects, on: file, for: actor, detail: "subject asked") { tx, permit in
            let id = ID<SubjectRequest>.new(at: now)
            try tx.run(
                """
                INSERT INTO subject_request (id, case_id, asked_on, asked_by, recorded_by, recorded_at)
                VALUES (\(id), \(file), \(day), \(who), \(actor.account), \(now))
                """
            )
            try CaseEvent.write(.subjectAsked, in: file, by: permit.actor, subject: id.bytes, at: now, tx: tx)
        }
    }

    /// Records how and when it was handed over; once for each request.
    func handOver(_ file: ID<CaseFile>, by channel: SubjectRequest.Channel, on day: Day, actor: Actor) async throws {
        let now = room.gate.clock.now()
        try await room.gate.change(.answerSubjects, on: file, for: actor, detail: "sheet handed over: \(channel.rawValue)") { tx, permit in
            // Their own asking is the ground; for a child it is the guardian who asks and gets it.
            let ground = try DisclosureGround.ownRequest(in: file, tx: tx)
            let withheld = Set(
                try tx.rows("SELECT part FROM subject_withholding WHERE case_id = \(file) AND part IS NOT NULL AND lifted_at IS NULL") {
                    try $0.choice(0, as: CasePart.self)
                })
            let id = try tx.row(
                "SELECT id FROM subject_request WHERE case_id = \(file) AND handed_on IS NULL ORDER BY recorded_at LIMIT 1"
            ) { try $0.id(0, of: SubjectRequest.self) }
            guard let id else { throw StewardshipRefused.nothingToHandOver }
            try tx.runOnOne(
                """
                UPDATE subject_request SET channel = \(channel), handed_on = \(day), handed_by = \(actor.account)
                WHERE id = \(id) AND handed_on IS NULL
                """
            )
            try CaseShare.disclose(
                Set(CasePart.allCases).subtracting(withheld), of: file, to: nil, for: "subject_access", on: ground, under: permit, at: now,
                tx: tx)
            try CaseEvent.write(.subjectTold, in: file, by: permit.actor, subject: id.bytes, detail: channel.rawValue, at: now, tx: tx)
        }
    }

    func withhold(
        _ part: CasePart?, of organisation: ID<Organisation>?, for reason: Withholding.Reason, in file: ID<CaseFile>, actor: Actor
    ) async throws {
        let now = room.gate.clock.now()
        guard (part == nil) != (organisation == nil) else { throw StewardshipRefused.nobodyNamed }
        try await room.gate.change(.answerSubjects, on: file, for: actor, detail: "withheld: \(reason.rawValue)") { tx, _ in
            try tx.run(
                """
                INSERT INTO subject_withholding (id, case_id, part, organisation_id, reason, set_by, set_at)
                VALUES (\(ID<Withholding>.new(at: now)), \(file), \(part), \(organisation), \(reason), \(actor.account), \(now))
                """
            )
        }
    }

    func lift(_ id: ID<Withholding>, in file: ID<CaseFile>, actor: Actor) async throws {
        let now = room.gate.clock.now()
        try await room.gate.change(.answerSubjects, on: file, for: actor, detail: "withholding lifted") { tx, _ in
            try tx.runOnOne(
                "UPDATE subject_withholding SET lifted_at = \(now) WHERE id = \(id) AND case_id = \(file) AND lifted_at IS NULL")
        }
    }
}
