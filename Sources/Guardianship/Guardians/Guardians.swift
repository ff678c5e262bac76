import Access
import Basics
import Protection
import Store

/// Vets guardians, appoints and revokes them.
struct Guardians: Sendable {
    let room: ProtectionRoom

    init(_ room: ProtectionRoom) { self.room = room }

    func vet(
        _ account: ID<Account>, checkedOn: Day, trainedOn: Day, validUntil: Day, mostChildren: Int, by actor: Actor
    ) async throws {
        let now = room.gate.clock.now()
        try await room.gate.change(.protectChildren, for: actor, detail: "guardian vetted") { tx, _ in
            guard try Self.hasRole(account, tx: tx) else { throw GuardianRefused.noGuardianAccount }
            try tx.run(
                """
                INSERT INTO guardian_vetting (id, account_id, checked_on, trained_on, valid_until, most_children, recorded_by, recorded_at)
                VALUES (\(ID<GuardianVetting>.new(at: now)), \(account), \(checkedOn), \(trainedOn), \(validUntil), \(mostChildren),
                    \(actor.account), \(now))
                """
            )
        }
    }

    /// Withdraws a vetting: no new child is given to this guardian. Each appointment is revoked on the child's own page.
    func endVetting(_ account: ID<Account>, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        try await room.gate.change(.protectChildren, for: actor, detail: "guardian vetting ended") { tx, _ in
            try tx.run("UPDATE guardian_vetting SET ended_at = \(now) WHERE account_id = \(account) AND ended_at IS NULL")
        }
    }

    /// What the authority decides.
    struct Choice: Sendable {
        var account: ID<Account>
        var conflicts: Set<Conflict>
        var isTemporary: Bool
        var until: Day?
        var allTheSame: Bool
        /// Whom the page showed as guardian; another by now means that somebody else decided meanwhile.
        var seen: ID<GuardianAppointment>?
    }

    /// Appoints a guardian; whoever was it before no longer is. A conflict of interest is recorded and then refused.
    func appoint(_ choice: Choice, for file: ID<CaseFile>, by actor: Actor) async throws {
        let (room, now) = (room, room.gate.clock.now())
        let today = room.day(of: now)
        let done = try await Childhood(room).change(.protectChildren, in: file, for: actor, detail: "guardian appointed") {
            tx, _, summary -> Bool in
            let present = try GuardianAppointment.current(in: file, tx: tx)
            guard present?.id == choice.seen else { throw StoreRefused.changedMeanwhile }
            let check = ID<Conflict>.new(at: now)
            try tx.run(
                """
                INSERT INTO guardian_check (id, case_id, account_id, conflicts, checked_by, checked_at)
                VALUES (\(check), \(file), \(choice.account), \(Conflict.allCases.filter(choice.conflicts.contains).map(\.rawValue)
                    .joined(separator: " ")), \(actor.account), \(now))
                """
            )
            guard choice.conflicts.isEmpty else {
                try CaseEvent.write(.guardianConflict, in: file, by: actor, subject: check.bytes, at: now, tx: tx)
                return false
            }
            let profile = room.profiles[summary.profile]
            try Self.admit(
                choice, to: summary, replacing: present, on: today,
                until: profile.horizons.temporaryGuardian.due(from: today, in: profile.calendar),
                tx: tx)
            if let present { try present.end(.replaced, in: summary, by: actor, at: now, tx: tx) }
            let (id, member) = (ID<GuardianAppointment>.new(at: now), ID<CaseMember>.new(at: now))
            try tx.run(
                """
                INSERT INTO case_member (id, case_id, account_id, capacity, named_by, since)
                VALUES (\(member), \(file), \(choice.account), 'guardian', \(actor.account), \(now))
                """
            )
            try tx.run(
                """
                INSERT INTO guardian_appointment (id, case_id, account_id, member_id, check_id, is_temporary, appointed_on, until_day,
                    appointed_by, appointed_at)
                VALUES (\(id), \(file), \(choice.account), \(member), \(check), \(choice.isTemporary), \(today), \(choice.until),
                    \(actor.account), \(now))
                """
            )
            if let until = choice.until {
                // A temporary guardian does not stop the clock: the child is still owed one who stays.
                try CaseClock.start(
                    .temporaryGuardian, in: file, of: actor.organisation, subject: id.bytes, until: until, under: profile, at: now, tx: tx)
            } else {
                try CaseClock.stop(.childGuardian, in: file, as: .met, at: now, tx: tx)
            }
            try CaseEvent.write(
                .guardianAppointed, in: file, by: actor, subject: id.bytes, detail: choice.isTemporary ? "temporary" : "standing", at: now,
                tx: tx)
            // Whoever was asked before them is not asked any more.
            try CaseMatter.settle([.childWithoutGuardian, .guardianAsked, .authorityAsked], in: file, tx: tx)
            try CaseMatter.post(CaseMatter.guardianNamed.code, to: .account(choice.account), about: file, at: now, in: tx)
            // What was asked before there was a guardian is for them to answer now.
            if try tx.exists("SELECT 1 FROM consent_request WHERE case_id = \(file) AND answered_at IS NULL") {
                try CaseMatter.post(CaseMatter.guardianAsked.code, to: .account(choice.account), about: file, at: now, in: tx)
            }
            return true
        }
        guard done else { throw GuardianRefused.conflict }
    }

    private static func admit(
        _ choice: Choice, to file: CaseSummary, replacing present: GuardianAppointment?, on today: Day, until last: Day,
        tx: any Transaction
    ) throws {
        let account = choice.account
        guard try hasRole(account, tx: tx) else { throw GuardianRefused.noGuardianAccount }
        guard let vetting = try GuardianVetting.current(of: account, tx: tx), vetting.isValid(on: today) else {
            throw GuardianRefused.notVetted
        }
        guard present?.account != account || present?.isTemporary == true && !choice.isTemporary else {
            throw GuardianRefused.isGuardianAlready
        }
        guard ![file.assignedTo, file.deputy].contains(account) else { throw GuardianRefused.worksOnTheFile }
        let barred = try Barred.from(file.id, in: tx)
        let organisation = try tx.row("SELECT organisation_id FROM account WHERE id = \(account)") { try $0.id(0, of: Organisation.self) }
        guard !barred.accounts.contains(account), organisation.map({ !barred.organisations.contains($0) }) ?? false else {
            throw GuardianRefused.barred
        }
        switch (choice.isTemporary, choice.until) {
        case (true, nil): throw GuardianRefused.noDayForTemporary
        case (true, .some(let day)) where day < today || day > last: throw GuardianRefused.dayIsPast
        default: break
        }
        let children = try tx.count("SELECT count(*) FROM guardian_appointment WHERE account_id = \(account) AND ended_at IS NULL")
        guard children < vetting.mostChildren || choice.allTheSame else { throw GuardianRefused.tooManyChildren }
    }

    /// Revokes a guardian, at once. The child is without one again, and the clock starts anew.
    func revoke(_ id: ID<GuardianAppointment>, in file: ID<CaseFile>, because reason: GuardianEnd, by actor: Actor) async throws {
        let (room, now) = (room, room.gate.clock.now())
        try await Childhood(room).change(.protectChildren, in: file, for: actor, detail: "guardian revoked", onlyChild: false) {
            tx, permit, summary in
            guard let current = try GuardianAppointment.current(in: file, tx: tx), current.id == id else {
                throw StoreRefused.changedMeanwhile
            }
            try current.end(reason, in: summary, by: actor, at: now, tx: tx)
            if reason == .conflict {
                // What somebody with an interest of their own consented to is asked anew.
                for consent in try ConsentLedger.all(in: file, tx: tx) where consent.givenBy == .guardian(current.account) {
                    guard consent.answer == .yes, consent.withdrawnAt == nil else { continue }
                    try ConsentLedger.lapse(consent.id, in: file, under: permit, at: now, tx: tx)
                }
                try room.consentEnded(in: file, by: actor, at: now, tx: tx)
            }
            guard summary.path.protectsAsChild else { return }
            let profile = room.profiles[summary.profile]
            try CaseClock.stop(.childGuardian, in: file, as: .cancelled, at: now, tx: tx)
            try CaseClock.start(
                .childGuardian, in: file, of: actor.organisation,
                until: profile.childProtection.guardian.due(from: room.day(of: now), in: profile.calendar), under: profile, at: now, tx: tx
            )
        }
    }

    /// The authority confirms that it was told of the child and acts.
    func acknowledge(_ file: ID<CaseFile>, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        try await Childhood(room).change(.protectChildren, in: file, for: actor, detail: "notification acknowledged") { tx, _, _ in
            guard try CaseClock.stop(.childNotified, in: file, as: .met, at: now, tx: tx) > 0 else { throw StoreRefused.changedMeanwhile }
            try CaseMatter.settle([.childArrived, .childToProtect], in: file, tx: tx)
            try CaseEvent.write(.childAcknowledged, in: file, by: actor, at: now, tx: tx)
        }
    }

    static func hasRole(_ account: ID<Account>, tx: any Transaction) throws -> Bool {
        try tx.exists(
            """
            SELECT 1 FROM account a JOIN account_role r ON r.account_id = a.id
            WHERE a.id = \(account) AND a.state = 'active' AND r.role = 'guardian'
            """
        )
    }

    /// Every account with the role of a guardian, with its vetting and how many children it has.
    struct Listed: Sendable {
        let id: ID<Account>
        let name: String
        let organisation: String
        let vetting: GuardianVetting?
        let children: Int
    }

    static func all(search: String? = nil, after: (name: String, id: ID<Account>)? = nil, limit: Int = 500, tx: any Transaction) throws
        -> [Listed]
    {
        var conditions: [SQL] = ["r.role = 'guardian' AND a.state = 'active'"]
        if let search { conditions.append("lower(a.display_name) LIKE \("%" + search.likePattern + "%") ESCAPE '!'") }
        if let after { conditions.append("(a.display_name, a.id) > (\(after.name), \(after.id))") }
        let rows = try tx.rows(
            """
            SELECT a.id, a.display_name, o.name,
                (SELECT count(*) FROM guardian_appointment g WHERE g.account_id = a.id AND g.ended_at IS NULL)
            FROM account_role r JOIN account a ON a.id = r.account_id JOIN organisation o ON o.id = a.organisation_id
            WHERE \(sql: .joined(conditions, separator: " AND ")) ORDER BY a.display_name, a.id LIMIT \(limit)
            """
        ) { (try $0.id(0, of: Account.self), $0.text(1), $0.text(2), $0.int(3)) }
        return try rows.map { id, name, organisation, children in
            Listed(
                id: id, name: name, organisation: organisation, vetting: try GuardianVetting.current(of: id, tx: tx), children: children)
        }
    }
}
