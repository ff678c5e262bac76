package import Access
package import Basics
package import Store

/// Opens a file to whom the person, or whoever answers for them, agreed to: on that very consent, and to no more than it covers.
package struct ConsentShares: Sendable {
    let room: ProtectionRoom

    package init(_ room: ProtectionRoom) { self.room = room }

    /// - Throws: `ConsentRefused` when the consent names no organisation, is not in force, or is open to it already.
    package func open(_ consent: ID<Consent>, in file: ID<CaseFile>, by actor: Actor) async throws {
        let (room, now) = (room, room.gate.clock.now())
        try await room.gate.change(.shareCase, on: file, for: actor, detail: "shared on a consent") { tx, permit in
            guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            guard let given = try ConsentLedger.all(in: file, tx: tx).first(where: { $0.id == consent }), let recipient = given.recipient
            else { throw ConsentRefused.noConsent }
            guard Self.opens(given.purpose) else { throw ConsentRefused.noGround }
            guard recipient != summary.organisation, try !Barred.from(file, in: tx).organisations.contains(recipient) else {
                throw ConsentRefused.noGround
            }
            guard try !Self.opened(in: file, tx: tx).contains(consent) else { throw ConsentRefused.openAlready }
            // Nobody gives on what they were not given themselves.
            let files = CaseFiles(room)
            let parts = try given.parts.intersection(files.shared(file, with: actor, in: tx))
            let ground = try DisclosureGround.consent(
                for: given.purpose, to: recipient, parts: parts, in: file, on: room.day(of: now), tx: tx)
            guard ground.consent == consent else { throw ConsentRefused.noConsent }
            let seat = try Self.seat(of: recipient, for: given.purpose, in: summary, tx: tx)
            try CaseShare.open(
                parts, of: file, to: recipient, seat: seat, for: given.purpose, without: files.hidden(file, from: actor, in: tx),
                on: ground, under: permit, at: now, tx: tx)
            let deed: Deed = seat == .identification ? .assessIdentification : .readCase
            try CaseMatter.post(CaseMatter.openedToYou.code, to: .organisation(recipient, deed), about: file, at: now, in: tx)
            if seat == .identification { try Self.startDeciding(summary, at: recipient, room, at: now, tx: tx) }
        }
    }

    /// The seat from which victims are identified follows the consent to just that, and none to anything else.
    private static func seat(
        of recipient: ID<Organisation>, for purpose: String, in file: CaseSummary, tx: any Transaction
    ) throws -> CaseShare.Seat {
        let seat = try CaseShare.seat(of: recipient, in: file, tx: tx)
        return seat == .identification && purpose != ConsentPurpose.identification ? .recipient : seat
    }

    /// The authority has its deadlines from the day on which it is told, as with any referral.
    private static func startDeciding(
        _ file: CaseSummary, at authority: ID<Organisation>, _ room: ProtectionRoom, at now: Instant, tx: any Transaction
    ) throws {
        guard file.stage == .detected else { return }
        let profile = room.profiles[file.profile]
        let (today, running) = (profile.calendar.day(of: now), Set(try CaseClock.running(in: file.id, tx: tx).map(\.kind)))
        for (kind, deadline) in [
            (ClockKind.acknowledgement, profile.deadlines.acknowledgement), (.presumption, profile.deadlines.presumption),
        ] where !running.contains(kind.code) {
            try CaseClock.start(
                kind, in: file.id, of: authority, until: deadline.due(from: today, in: profile.calendar), under: profile, at: now, tx: tx)
        }
    }

    /// Whether a file is opened on a consent to this by itself: to a service it is with a referral that is accepted, and to whoever takes it
    /// over with the hand-over.
    package static func opens(_ purpose: String) -> Bool { ![ConsentPurpose.transfer, ConsentPurpose.serviceReferral].contains(purpose) }

    /// The consents on which a file is open to somebody now.
    package static func opened(in file: ID<CaseFile>, tx: any Transaction) throws -> Set<ID<Consent>> {
        Set(
            try tx.rows(
                "SELECT consent_id FROM case_share WHERE case_id = \(file) AND closed_at IS NULL AND consent_id IS NOT NULL"
            ) { try $0.id(0, of: Consent.self) })
    }
}
