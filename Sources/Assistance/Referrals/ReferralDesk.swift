import Access
import Basics
import Protection
import Store
import Vocabulary

/// What is chosen for a referral: services, how soon, on which ground, which parts and which fields not.
struct ShareSet: Sendable {
    var services: [ID<AssistanceService>]
    var urgency: Urgency
    /// `consent`, `child_protection`, or the code of a law.
    var basis: String
    var parts: Set<CasePart>
    var hidden: HiddenFields
    /// Why a law leaves no other way, where the ground is one.
    var reason: String?

    /// Purpose under which consent is looked for.
    static let purpose = ConsentPurpose.serviceReferral
    /// Never part of a referral: whether a person speaks with the police is nobody's business who helps.
    static let never: Set<CasePart> = [.cooperation]
    static let always: Set<CasePart> = [.summary, .services]

    /// The ground as it holds now, for one recipient. It looks at the record it rests on.
    /// - Parameter permit: of whoever sends it, with the reason for a law; `nil` for what was sent before.
    static func ground(
        _ basis: String, from sender: ID<Organisation>, to recipient: ID<Organisation>, parts: Set<CasePart>, in file: CaseSummary,
        _ profile: CountryProfile, under permit: Permit<CaseFile>?, on day: Day, tx: any Transaction
    ) throws -> DisclosureGround {
        switch basis {
        case "consent": try .consent(for: purpose, to: recipient, parts: parts, in: file.id, on: day, tx: tx)
        case "child_protection": try .childProtection(in: file.id, by: sender, to: recipient, tx: tx)
        default:
            try permit.map { try .law(basis, of: profile, to: recipient, under: $0, tx: tx) }
                ?? .law(continuing: basis, of: profile, to: recipient, tx: tx)
        }
    }
}

/// Sends referrals to services and follows them.
struct ReferralDesk: Sendable {
    let room: ProtectionRoom

    /// Sends one referral to each service: what is chosen, or nothing at all when one of them has no ground.
    @discardableResult
    func send(_ set: ShareSet, for file: ID<CaseFile>, by actor: Actor, at now: Instant) async throws -> [ID<ServiceReferral>] {
        let (room, today) = (room, room.day(of: now))
        let reason = try LawReason.purpose(set.reason)
        return try await room.gate.change(
            .referToServices, on: file, for: actor, purpose: reason, detail: "services: \(set.services.count)"
        ) { tx, permit in
            guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            guard !set.services.isEmpty else { throw ServiceRefused.noService }
            let profile = room.profiles[summary.profile]
            // Nobody gives on what they were not given themselves.
            let given = try CaseFiles(room).shared(file, with: actor, in: tx)
            var set = set
            set.hidden = HiddenFields(set.hidden.names.union(try CaseFiles(room).hidden(file, from: actor, in: tx).names))
            let parts = set.parts.subtracting(ShareSet.never).intersection(given).union(ShareSet.always)
            let barred = try CaseFile.holding(of: file, in: tx)?.barred.organisations ?? []
            let chosen = set
            return try chosen.services.map { id in
                guard let service = try AssistanceService.find(id, tonight: today, in: tx) else { throw ServiceRefused.noService }
                guard service.organisation != summary.organisation else { throw ServiceRefused.ownService }
                guard !barred.contains(service.organisation) else { throw ServiceRefused.barred }
                let ground = try ShareSet.ground(
                    chosen.basis, from: actor.organisation, to: service.organisation, parts: parts, in: summary, profile, under: permit,
                    on: today, tx: tx)
                return try send(service, chosen, parts, ground, summary, profile, permit, at: now, tx: tx)
            }
        }
    }

    private func send(
        _ service: AssistanceService, _ set: ShareSet, _ parts: Set<CasePart>, _ ground: DisclosureGround, _ file: CaseSummary,
        _ profile: CountryProfile, _ permit: Permit<CaseFile>, at now: Instant, tx: any Transaction
    ) throws -> ID<ServiceReferral> {
        let id = ID<ServiceReferral>.new(at: now)
        let hours = profile.acceptBy[set.urgency]
        let code = try CaseCode.unused { try tx.exists("SELECT 1 FROM service_referral WHERE code = \($0)") }
        try tx.run(
            """
            INSERT INTO service_referral (id, code, case_id, service_id, from_organisation, to_organisation, sent_by, urgency, parts,
                hidden, ground, ground_code, consent_id, stage, sent_at, accept_by, version)
            VALUES (\(id), \(code), \(file.id), \(service.id), \(permit.actor.organisation), \(service.organisation),
                \(permit.actor.account), \(set.urgency.rawValue), \(CasePart.text(parts)), \(set.hidden.text), \(ground.kind),
                \(ground.code), \(ground.consent), 'sent', \(now), \(now + .hours(hours)), 1)
            """
        )
        // What is coded goes at once; the rest when it is accepted.
        try CaseShare.disclose(
            [.summary], of: file.id, to: service.organisation, for: ShareSet.purpose, on: ground, under: permit, at: now, tx: tx)
        try CaseClock.start(
            .acceptBy, in: file.id, of: permit.actor.organisation, account: permit.actor.account, subject: id.bytes, hours: hours,
            under: profile, at: now, tx: tx)
        try CaseMatter.post(
            CaseMatter.serviceReferral.code, to: .organisation(service.organisation, .answerReferrals), about: file.id, subject: id.bytes,
            named: code, at: now, in: tx)
        try CaseMatter.settle([.assistanceOpened], in: file.id, tx: tx)
        try CaseEvent.write(.serviceSent, in: file.id, by: permit.actor, subject: id.bytes, detail: service.kind, at: now, tx: tx)
        return id
    }

    /// The recipient answers yes: the ground is looked at anew, and the share opens.
    func accept(_ id: ID<ServiceReferral>, from version: Int, by actor: Actor, at now: Instant) async throws {
        let (room, today) = (room, room.day(of: now))
        try await answer(id, by: actor, "accepted") { tx, permit, referral in
            guard let summary = try CaseSummary.find(referral.file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            guard version == referral.version else { throw StoreRefused.changedMeanwhile }
            guard referral.stage == .sent else { throw ServiceRefused.skips }
            let profile = room.profiles[summary.profile]
            let ground = try ShareSet.ground(
                referral.basis, from: referral.from, to: referral.to, parts: referral.parts, in: summary, profile, under: nil,
                on: today, tx: tx)
            let share = try CaseShare.open(
                referral.parts, accepting: id, for: ShareSet.purpose, without: referral.hidden, on: ground, under: permit, at: now, tx: tx)
            try referral.move(
                to: .accepted, from: version, ", answered_at = \(now), answered_by = \(actor.account), share_id = \(share)", in: tx)
            try CaseClock.stop(.acceptBy, in: referral.file, subject: id.bytes, as: .met, at: now, tx: tx)
            try CaseMatter.settle([.serviceReferral], in: referral.file, subject: id.bytes, tx: tx)
            try tell(.serviceAccepted, .serviceAnswered, referral, by: actor, at: now, in: tx)
        }
    }

    /// The recipient answers no, with a reason of the profile: nothing of the file was or will be open to it.
    func decline(_ id: ID<ServiceReferral>, because reason: String, from version: Int, by actor: Actor, at now: Instant) async throws {
        try await answer(id, by: actor, "declined") { tx, _, referral in
            try referral.move(
                to: .declined, from: version,
                ", answered_at = \(now), answered_by = \(actor.account), ended_at = \(now), decline_reason = \(reason)", in: tx)
            try referral.close(as: .met, at: now, in: tx)
            try tell(.serviceDeclined, .serviceAnswered, referral, by: actor, at: now, in: tx)
        }
    }

    func start(_ id: ID<ServiceReferral>, from version: Int, by actor: Actor, at now: Instant) async throws {
        try await answer(id, by: actor, "started") { tx, _, referral in
            try referral.move(to: .started, from: version, ", started_at = \(now)", in: tx)
            try tell(.serviceStarted, .serviceAnswered, referral, by: actor, at: now, in: tx)
        }
    }

    /// The service has ended: with its outcome; what was shared is closed.
    func complete(
        _ id: ID<ServiceReferral>, _ completion: Completion, from version: Int, by actor: Actor, at now: Instant
    ) async throws {
        try await answer(id, by: actor, "completed") { tx, _, referral in
            try referral.move(
                to: .completed, from: version,
                """
                , ended_at = \(now), outcome = \(completion.outcome), satisfaction = \(completion.satisfaction), cost = \(completion.cost),
                currency = \(completion.currency)
                """, in: tx)
            try referral.close(as: .met, at: now, in: tx)
            try tell(.serviceCompleted, .serviceAnswered, referral, by: actor, at: now, in: tx)
        }
    }

    struct Completion: Sendable {
        let outcome: ServiceReferral.Outcome
        let satisfaction: ServiceReferral.Satisfaction?
        let cost: Int?
        let currency: String?
    }

    /// The sender takes it back: what was shared is closed.
    func withdraw(_ id: ID<ServiceReferral>, from version: Int, by actor: Actor, at now: Instant) async throws {
        guard let file = try await room.database.read({ tx in try ServiceReferral.find(id, in: tx)?.file }) else {
            throw AccessRefused.notFound(Denial(actor: actor, deed: .referToServices, subject: AuditSubject(ServiceReferral.self, id)))
        }
        try await room.gate.change(.referToServices, on: file, for: actor, detail: "service referral withdrawn") { tx, permit in
            guard let referral = try ServiceReferral.find(id, in: tx), referral.file == permit.id else { throw ServiceRefused.notOpen }
            try referral.move(to: .withdrawn, from: version, ", ended_at = \(now)", in: tx)
            try referral.close(as: .cancelled, at: now, in: tx)
            try CaseMatter.post(
                CaseMatter.serviceTakenBack.code, to: .organisation(referral.to, .answerReferrals), about: file, subject: .some(nil),
                named: referral.code, at: now, in: tx)
            try CaseEvent.write(
                .serviceWithdrawn, in: file, by: actor, subject: id.bytes, detail: referral.serviceKind, at: now, tx: tx)
        }
    }

    /// Only the organisation that it was sent to answers it.
    private func answer(
        _ id: ID<ServiceReferral>, by actor: Actor, _ detail: String,
        _ body: @escaping @Sendable (any Transaction, Permit<ServiceReferral>, ServiceReferral) throws -> Void
    ) async throws {
        try await room.gate.change(.answerReferrals, on: id, for: actor, detail: detail) { tx, permit in
            guard let referral = try ServiceReferral.find(id, in: tx), referral.to == actor.organisation else {
                throw AccessRefused.notFound(Denial(actor: actor, deed: .answerReferrals, subject: AuditSubject(ServiceReferral.self, id)))
            }
            try body(tx, permit, referral)
        }
    }

    private func tell(
        _ event: CaseEvent.Kind, _ matter: CaseMatter, _ referral: ServiceReferral, by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws {
        try CaseEvent.write(event, in: referral.file, by: actor, subject: referral.id.bytes, detail: referral.serviceKind, at: now, tx: tx)
        try CaseMatter.post(
            matter.code, to: .account(referral.sentBy), about: referral.file, subject: referral.id.bytes, named: referral.code, at: now,
            in: tx)
    }

    /// A referral that nobody answered in twice its time ends, so that nobody waits for it any more.
    static func expiryJob(_ room: ProtectionRoom) -> Job {
        Job("assistance.expiry", every: .minutes(5)) { tx, now in
            let dead = try tx.rows(
                """
                SELECT \(sql: ServiceReferral.columns) FROM service_referral r JOIN assistance_service s ON s.id = r.service_id
                WHERE r.stage = 'sent' AND r.accept_by < \(now) AND r.accept_by + (r.accept_by - r.sent_at) <= \(now) LIMIT 500
                """
            ) { try ServiceReferral($0) }
            for referral in dead {
                try referral.move(to: .expired, from: referral.version, ", ended_at = \(now)", in: tx)
                try referral.close(as: .cancelled, at: now, in: tx)
                try CaseEvent.write(
                    .serviceExpired, in: referral.file, by: nil, subject: referral.id.bytes, detail: referral.serviceKind, at: now, tx: tx)
                try CaseMatter.post(
                    CaseMatter.serviceExpired.code, to: .account(referral.sentBy), about: referral.file, subject: referral.file.bytes,
                    named: referral.code, at: now, in: tx)
            }
        }
    }
}
