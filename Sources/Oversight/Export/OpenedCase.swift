package import Access
package import Basics
package import Protection
import Store
package import Vocabulary
import Web

/// A case file as far as it was opened to leave: the parts of the purpose that the actor may see and that the ground covers.
struct OpenedCase: Sendable {
    let summary: CaseSummary
    let profile: CountryProfile
    let parts: Set<CasePart>
    let ground: DisclosureGround
    let keeper: String
    let exploitation: String
    let sex: String
    let ageBand: String
    let citizenship: String?
    let language: String?
    let interpreter: InterpreterNeed
    let identity: Shown<PersonIdentity>?
    let clocks: [(clock: CaseClock, kind: ClockKind)]
    let entries: [(kind: EntryKind, fields: [EntryField], entries: [CaseEntry])]
}

/// Takes case files out: on paper, or for another system. What leaves is bounded by the purpose, by what the actor sees and by what the
/// person agreed to; and nothing leaves before it is written down.
package struct CaseExport: Sendable {
    let room: ProtectionRoom

    package init(_ room: ProtectionRoom) { self.room = room }

    /// A file to hand over.
    package struct Result: Sendable {
        package let bytes: [UInt8]
        package let type: String
        package let name: String
        package let parts: Set<CasePart>
    }

    /// Opens, renders, writes the disclosure down, and only then hands over. A withdrawal that comes between is met by the second look
    /// at the ground.
    package func export(_ file: ID<CaseFile>, _ request: ExportRequest, in language: Language, by actor: Actor) async throws -> Result {
        let opened = try await open(file, request, for: actor)
        let result = try await render(opened, request, in: language)
        let (room, now, reason) = (room, room.gate.clock.now(), try LawReason.purpose(request.reason))
        try await room.gate.change(
            .exportCases, on: file, for: actor, purpose: reason, detail: "\(request.form.rawValue): \(request.purpose.rawValue)"
        ) { tx, permit in
            let ground = try Self.ground(request, opened.parts, opened.summary, room, under: permit, at: now, in: tx)
            try CaseShare.disclose(
                opened.parts, of: file, to: request.recipient, for: request.purpose.consentPurpose ?? request.purpose.rawValue, on: ground,
                under: permit, at: now, tx: tx
            )
        }
        return result
    }

    private func open(_ file: ID<CaseFile>, _ request: ExportRequest, for actor: Actor) async throws -> OpenedCase {
        let (room, now, reason) = (room, room.gate.clock.now(), try LawReason.purpose(request.reason))
        let key = try await Entries(room).key(for: file)
        return try await room.gate.look(for: actor) { tx, looking in
            let leave = try looking.permit(.exportCases, on: file, purpose: reason, detail: "open: \(request.purpose.rawValue)")
            let view = try CaseFiles(room).view(file, in: tx, &looking, detail: "export")
            let parts = try Self.parts(request, view, in: tx)
            let ground = try Self.ground(request, parts, view.summary, room, under: leave, at: now, in: tx)
            var identity: Shown<PersonIdentity>?
            if parts.contains(.identity), let key {
                let purpose = Purpose(standing: "export")
                let permit = try looking.permit(.readIdentity, on: view.summary.person, purpose: purpose, detail: request.purpose.rawValue)
                identity = try People(room).opened(view.summary.person, without: view.hidden, with: key, under: permit, in: tx)
            }
            var entries: [(kind: EntryKind, fields: [EntryField], entries: [CaseEntry])] = []
            for kind in room.branches.flatMap(\.entries) where parts.contains(kind.part) {
                let found = try Entries(room).all(kind, in: view, with: key, &looking, tx: tx)
                if !found.isEmpty { entries.append((kind, kind.allFields(view.profile, room.codebook), found)) }
            }
            let clocks = try CaseClock.running(in: file, tx: tx).compactMap { clock in
                room.clockKind(clock.kind).flatMap { parts.contains($0.part) ? (clock: clock, kind: $0) : nil }
            }
            return try OpenedCase(view, parts, ground, identity, clocks, entries, in: tx)
        }
    }

    /// The parts of the purpose that the actor sees; where the ground is consent, those alone that the person agreed to.
    private static func parts(_ request: ExportRequest, _ view: CaseView, in tx: any Transaction) throws -> Set<CasePart> {
        let seen = request.purpose.parts.intersection(view.parts)
        guard request.ground == .consent, let purpose = request.purpose.consentPurpose else { return seen }
        let consent = try ConsentLedger.latest(for: purpose, to: request.recipient, in: view.summary.id, tx: tx)
        return seen.intersection((consent?.parts ?? []).union([.summary]))
    }

    private static func ground(
        _ request: ExportRequest, _ parts: Set<CasePart>, _ summary: CaseSummary, _ room: ProtectionRoom, under permit: Permit<CaseFile>,
        at now: Instant, in tx: any Transaction
    ) throws -> DisclosureGround {
        // What is for the person themself rests on their own asking, and nothing else does.
        guard (request.purpose == .own) == (request.ground == .own) else { throw ConsentRefused.noGround }
        switch request.ground {
        case .own: return try .ownRequest(in: summary.id, tx: tx)
        case .consent:
            guard let purpose = request.purpose.consentPurpose else { throw ConsentRefused.noGround }
            return try .consent(for: purpose, to: request.recipient, parts: parts, in: summary.id, on: room.day(of: now), tx: tx)
        case .childProtection:
            return try .childProtection(in: summary.id, by: permit.actor.organisation, to: request.recipient, tx: tx)
        case .law(let code):
            return
                try .law(code, of: room.profiles[summary.profile], to: request.recipient, under: permit, tx: tx)
        }
    }

    private func render(_ opened: OpenedCase, _ request: ExportRequest, in language: Language) async throws -> Result {
        let name = "\(opened.summary.code)-\(request.purpose.rawValue)"
        switch request.form {
        case .pdf:
            let paper = CasePaper(opened: opened, purpose: request.purpose, room: room, on: room.day(of: room.gate.clock.now()))
            return Result(
                bytes: try await room.printer.pdf(paper, in: language), type: "application/pdf", name: name + ".pdf", parts: opened.parts)
        case .htcdsJSON:
            return Result(
                bytes: try HTCDSRecord(opened, room).json(), type: "application/json; charset=utf-8", name: name + ".htcds.json",
                parts: opened.parts)
        case .htcdsCSV:
            return Result(
                bytes: HTCDSRecord.csv([HTCDSRecord(opened, room)], in: language), type: SheetFormat.csv.mediaType,
                name: name + ".htcds.csv",
                parts: opened.parts)
        }
    }
}

extension OpenedCase {
    fileprivate init(
        _ view: CaseView, _ parts: Set<CasePart>, _ ground: DisclosureGround, _ identity: Shown<PersonIdentity>?,
        _ clocks: [(clock: CaseClock, kind: ClockKind)], _ entries: [(kind: EntryKind, fields: [EntryField], entries: [CaseEntry])],
        in tx: any Transaction
    ) throws {
        let coded = try tx.row(
            """
            SELECT p.sex, p.age_band, p.citizenship, p.language, p.interpreter, o.name, c.exploitation
            FROM case_file c JOIN person p ON p.id = c.person_id JOIN organisation o ON o.id = c.organisation_id
            WHERE c.id = \(view.summary.id)
            """
        ) { row in
            (
                row.text(0), row.text(1), row.optionalText(2), row.optionalText(3), try row.choice(4, as: InterpreterNeed.self),
                row.text(5),
                row.text(6)
            )
        }
        (summary, profile, self.parts, self.ground) = (view.summary, view.profile, parts, ground)
        (self.identity, self.clocks, self.entries) = (identity, clocks, entries)
        (sex, ageBand) = (coded?.0 ?? "unknown", coded?.1 ?? "unknown")
        (citizenship, language) = (coded?.2, coded?.3)
        (interpreter, keeper, exploitation) = (coded?.4 ?? .unknown, coded?.5 ?? "", coded?.6 ?? "unknown")
    }
}
