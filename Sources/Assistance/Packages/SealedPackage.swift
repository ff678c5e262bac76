import Access
import Basics
import Crypto
import Foundation
import Protection
import Store
import Vocabulary
import Web

/// What was chosen for one referral, sealed with a key of its own for a provider without an account. A link finds it, a code told by
/// telephone opens it, once; then its key is destroyed.
struct SealedPackage: Sendable {
    let id: ID<SealedPackage>
    let referral: ID<ServiceReferral>
    let codeHash: [UInt8]
    let wrong: Int
    let content: Sealed<SealedPackage, [UInt8]>

    static let lifetime = Duration.days(2)
    /// The last wrong code that is taken destroys it. Six digits and three tries: one guess in 333,333 opens it.
    static let mostWrong = 3

    static func place(_ id: ID<SealedPackage>) -> SealPlace { SealPlace("service_package", id, "content") }

    static func find(_ token: String, at now: Instant, in tx: any Transaction) throws -> SealedPackage? {
        try tx.row(
            """
            SELECT id, referral_id, code_hash, wrong, content FROM service_package
            WHERE token_hash = \(hash(token)) AND content IS NOT NULL AND destroyed_at IS NULL AND opened_at IS NULL AND expires_at > \(now)
            """
        ) { row in
            SealedPackage(
                id: try row.id(0, of: SealedPackage.self), referral: try row.id(1, of: ServiceReferral.self), codeHash: row.bytes(2),
                wrong: row.int(3), content: row.sealed(4, of: SealedPackage.self))
        }
    }

    static func hash(_ text: String) -> [UInt8] { Array(SHA256.hash(data: Data(text.utf8))) }
}

extension SealedPackage: KeyHolder {
    static let holderKind = "package"
}

extension SealedPackage: Held {
    /// It is for the organisation that the referral went to, as long as it is to be answered.
    static func holding(of id: ID<SealedPackage>, in tx: any Transaction) throws -> Holding? {
        guard
            let referral = try tx.row(
                "SELECT referral_id FROM service_package WHERE id = \(id)", { try $0.id(0, of: ServiceReferral.self) })
        else { return nil }
        return try ServiceReferral.holding(of: referral, in: tx)
    }
}

/// One line of what a package holds.
struct PackageLine: Sendable, Codable {
    let label: String
    let value: String
}

/// Makes, opens and answers packages.
struct PackageDesk: Sendable {
    let room: ProtectionRoom

    /// Seals what the share-set of a referral names.
    /// - Returns: the token of the link and the code; neither is kept.
    func make(_ id: ID<ServiceReferral>, by actor: Actor, at now: Instant, in language: Language) async throws -> (
        token: String, code: String
    ) {
        let missing = AccessRefused.notFound(Denial(actor: actor, deed: .referToServices, subject: AuditSubject(ServiceReferral.self, id)))
        guard let referral = try await room.database.read({ tx in try ServiceReferral.find(id, in: tx) }), referral.stage == .sent else {
            throw missing
        }
        let personKey = try await Entries(room).key(for: referral.file)
        let room = room
        let lines = try await room.gate.look(for: actor) { tx, looking in
            let view = try CaseFiles(room).view(referral.file, in: tx, &looking)
            guard view.mayWrite(.services) else { throw missing }
            let narrowed = view.narrowed(to: referral.parts, without: referral.hidden)
            return try SharePreview(narrowed, room, personKey, &looking, tx: tx).lines(view.profile, in: language)
        }
        let package = ID<SealedPackage>.new(at: now)
        let key = try await room.vault.makeKey(for: package, at: now)
        let content: Sealed<SealedPackage, [UInt8]> = try key.seal(
            [UInt8](try JSONEncoder().encode(lines)), in: SealedPackage.place(package))
        let token = Secret.new().text
        let code = "\(Int.random(in: 0..<1_000_000), width: 6)"
        let codeHash = try await room.vault.purposeKey("package code", at: now).hash(Array("\(package) \(code)".utf8))
        let today = room.day(of: now)
        try await room.gate.change(.referToServices, on: referral.file, for: actor, detail: "sealed package") { tx, permit in
            guard let referral = try ServiceReferral.find(id, in: tx), referral.stage == .sent,
                let summary = try CaseSummary.find(referral.file, in: tx)
            else { throw ServiceRefused.notOpen }
            let ground = try ShareSet.ground(
                referral.basis, from: referral.from, to: referral.to, parts: referral.parts, in: summary,
                room.profiles[summary.profile], under: nil, on: today, tx: tx)
            // One at a time: an older link stops working.
            try tx.run(
                "UPDATE service_package SET content = NULL, destroyed_at = \(now) WHERE referral_id = \(id) AND destroyed_at IS NULL")
            try tx.run(
                """
                INSERT INTO service_package (id, referral_id, token_hash, code_hash, content, wrong, made_by, made_at, expires_at)
                VALUES (\(package), \(id), \(SealedPackage.hash(token)), \(codeHash), \(content), 0, \(actor.account), \(now),
                    \(now + SealedPackage.lifetime))
                """
            )
            try CaseShare.disclose(
                referral.parts, of: referral.file, to: referral.to, for: ShareSet.purpose, on: ground, under: permit, at: now, tx: tx)
            try CaseEvent.write(.packageMade, in: referral.file, by: actor, subject: id.bytes, at: now, tx: tx)
        }
        return (token, code)
    }

    enum Opening: Sendable {
        case gone, wrongCode
        /// What it holds, and the token for the one answer.
        case opened([PackageLine], answer: String)
    }

    /// Opens a package with its code. Whatever comes of it, it opens no second time.
    func open(_ token: String, code: String, at now: Instant) async throws -> Opening {
        guard let package = try await room.database.read({ tx in try SealedPackage.find(token, at: now, in: tx) }) else { return .gone }
        let today = room.day(of: now)
        let tried = try await room.vault.purposeKey("package code", at: now).hash(Array("\(package.id) \(code)".utf8))
        let key = try await room.vault.key(for: package.id)
        let answer = Secret.new().text
        let (room, id) = (room, package.id)
        let opening = try await room.database.write { tx -> Opening in
            // Read again: of two who try at once one finds it changed.
            guard let package = try SealedPackage.find(token, at: now, in: tx),
                let referral = try ServiceReferral.find(package.referral, in: tx)
            else { return .gone }
            guard package.codeHash == tried else {
                let isLast = package.wrong + 1 >= SealedPackage.mostWrong
                try tx.run("UPDATE service_package SET wrong = wrong + 1 WHERE id = \(id)")
                guard isLast else { return .wrongCode }
                try tx.run("UPDATE service_package SET content = NULL, destroyed_at = \(now) WHERE id = \(id)")
                try CaseEvent.write(.packageDestroyed, in: referral.file, by: nil, subject: referral.id.bytes, at: now, tx: tx)
                return .gone
            }
            // Its ground is looked at once more: consent may have been withdrawn, or have run out, since it was made.
            guard try Self.isGrounded(referral, room, on: today, in: tx) else {
                try tx.run("UPDATE service_package SET content = NULL, destroyed_at = \(now) WHERE id = \(id)")
                try CaseEvent.write(.packageDestroyed, in: referral.file, by: nil, subject: referral.id.bytes, at: now, tx: tx)
                return .gone
            }
            let permit = try room.gate.permit(
                .answerReferrals, on: id, for: Self.recipient(of: referral, at: now), detail: "sealed package opened", in: tx)
            let shown = try Shown(package.content, in: SealedPackage.place(id), with: key, under: permit) { bytes in
                try JSONDecoder().decode([PackageLine].self, from: Data(bytes))
            }
            try tx.run(
                """
                UPDATE service_package SET content = NULL, opened_at = \(now), destroyed_at = \(now),
                    answer_hash = \(SealedPackage.hash(answer)) WHERE id = \(id)
                """
            )
            try CaseEvent.write(.packageOpened, in: referral.file, by: nil, subject: referral.id.bytes, at: now, tx: tx)
            try CaseMatter.post(
                CaseMatter.serviceAnswered.code, to: .account(referral.sentBy), about: referral.file, subject: referral.id.bytes,
                named: referral.code, at: now, in: tx)
            return .opened(shown.value, answer: answer)
        }
        if case .wrongCode = opening {} else { try await room.vault.destroyKey(of: id) }
        return opening
    }

    private static func isGrounded(_ referral: ServiceReferral, _ room: ProtectionRoom, on day: Day, in tx: any Transaction) throws -> Bool
    {
        guard referral.stage == .sent, let summary = try CaseSummary.find(referral.file, in: tx), summary.isOpen,
            try !Barred.from(referral.file, in: tx).organisations.contains(referral.to)
        else { return false }
        do {
            _ = try ShareSet.ground(
                referral.basis, from: referral.from, to: referral.to, parts: referral.parts, in: summary,
                room.profiles[summary.profile], under: nil, on: day, tx: tx)
            return true
        } catch is ConsentRefused { return false }
    }

    /// The one answer to an opened package.
    func answer(_ token: String, accepts: Bool, reason: String?, at now: Instant) async throws -> Bool {
        try await room.database.write { tx in
            let found = try tx.row(
                """
                SELECT id, referral_id FROM service_package WHERE answer_hash = \(SealedPackage.hash(token)) AND answered_at IS NULL
                    AND expires_at > \(now)
                """
            ) { (try $0.id(0, of: SealedPackage.self), try $0.id(1, of: ServiceReferral.self)) }
            guard let (package, id) = found, let referral = try ServiceReferral.find(id, in: tx), referral.stage == .sent else {
                return false
            }
            // After a yes the link and the code take reports, and show nothing any more.
            let changed = try tx.run(
                """
                UPDATE service_package SET answered_at = \(now), wrong = 0, answer_hash = NULL,
                    report_until = \(accepts ? now + Self.reportsLast : nil) WHERE id = \(package) AND answered_at IS NULL
                """
            )
            guard changed == 1 else { return false }
            if accepts {
                try referral.move(to: .accepted, from: referral.version, ", answered_at = \(now)", in: tx)
                try CaseClock.stop(.acceptBy, in: referral.file, subject: id.bytes, as: .met, at: now, tx: tx)
            } else {
                try referral.move(
                    to: .declined, from: referral.version,
                    ", answered_at = \(now), ended_at = \(now), decline_reason = \(reason ?? "more_information")", in: tx)
                try referral.close(as: .met, at: now, in: tx)
            }
            try CaseEvent.write(
                accepts ? .serviceAccepted : .serviceDeclined, in: referral.file, by: nil, subject: id.bytes, detail: referral.serviceKind,
                at: now, tx: tx)
            try CaseMatter.post(
                CaseMatter.serviceAnswered.code, to: .account(referral.sentBy), about: referral.file, subject: id.bytes,
                named: referral.code, at: now, in: tx)
            return true
        }
    }

    /// Whoever holds the link and was told the code: stands for the organisation, and has no account. The audit records them as such.
    static func recipient(of referral: ServiceReferral, at now: Instant) -> Actor {
        let nobody = Actor.console(at: now)
        return Actor(
            account: nobody.account, organisation: referral.to, displayName: "package", grants: [.answerReferrals: .shared],
            session: nobody.session, hasSecondFactor: true, provedAt: now)
    }

    /// What nobody opened in time is destroyed; and of whatever was destroyed, by this or by anything else, the key as well.
    static func expiryJob(_ room: ProtectionRoom) -> Job {
        Job("assistance.packages", every: .minutes(10)) { tx, now in
            let old = try tx.rows(
                """
                SELECT p.id, r.case_id, r.id FROM service_package p JOIN service_referral r ON r.id = p.referral_id
                WHERE p.destroyed_at IS NULL AND p.expires_at <= \(now) LIMIT 500
                """
            ) { (try $0.id(0, of: SealedPackage.self), try $0.id(1, of: CaseFile.self), try $0.id(2, of: ServiceReferral.self)) }
            for (id, file, referral) in old {
                try tx.run("UPDATE service_package SET content = NULL, destroyed_at = \(now) WHERE id = \(id)")
                try CaseEvent.write(.packageDestroyed, in: file, by: nil, subject: referral.bytes, at: now, tx: tx)
            }
        } afterwards: { now in
            try await room.vault.sweepKeys(of: SealedPackage.self, in: room.database, at: now) { tx, id in
                try tx.exists("SELECT 1 FROM service_package WHERE id = \(id) AND content IS NOT NULL")
            }
        }
    }
}
