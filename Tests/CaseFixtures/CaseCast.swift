import Access
package import Basics
package import Protection
import Store
import Vocabulary

/// The people of Examplia, an invented country, who play in the stories of Protection: invented organisations, invented names.
package struct CaseCast: Sendable {
    package let site: CaseSite
    /// Border police at Port Example: first responder.
    package let guardAtBorder: CasePlayer
    /// The Identification Office: an officer, a second one, and their supervisor.
    package let officer: CasePlayer
    package let secondOfficer: CasePlayer
    package let identificationSupervisor: CasePlayer
    /// Harbour House, an organisation that helps: a case worker, a colleague, and their supervisor.
    package let worker: CasePlayer
    package let colleague: CasePlayer
    package let supervisor: CasePlayer
    /// Lantern Shelter: a shelter worker; Willow Clinic: a service provider.
    package let shelterWorker: CasePlayer
    package let provider: CasePlayer
    /// The Child Protection Board, and a guardian who is named for children one by one.
    package let childOfficer: CasePlayer
    package let guardian: CasePlayer
    /// Police investigators; a partner abroad who receives people; the rapporteur; an organisation that has nothing to do with any file.
    package let investigator: CasePlayer
    package let returnPartner: CasePlayer
    package let rapporteur: CasePlayer
    package let stranger: CasePlayer

    package init(_ site: CaseSite) async throws {
        self.site = site
        let border = try await site.organisation("Border Police of Examplia", .border)
        let office = try await site.organisation("Identification Office", .ministry)
        let harbour = try await site.organisation("Harbour House", .ngo)
        let lantern = try await site.organisation("Lantern Shelter", .shelter)
        let clinic = try await site.organisation("Willow Clinic", .health)
        let board = try await site.organisation("Child Protection Board", .ministry)
        let police = try await site.organisation("Police of Examplia", .police)
        let abroad = try await site.organisation("Homeland Hands", .ngo)
        let rapporteurs = try await site.organisation("Office of the Rapporteur", .ministry)
        let elsewhere = try await site.organisation("Far Field House", .ngo)
        guardAtBorder = try await site.person("bogdan", roles: ["first-responder"], in: border)
        officer = try await site.person("ines", roles: ["identifying-officer"], in: office)
        secondOfficer = try await site.person("olu", roles: ["identifying-officer"], in: office)
        identificationSupervisor = try await site.person("petra", roles: ["identification-supervisor"], in: office)
        worker = try await site.person("wanda", roles: ["case-worker"], in: harbour)
        colleague = try await site.person("kofi", roles: ["case-worker"], in: harbour)
        supervisor = try await site.person("sami", roles: ["case-supervisor"], in: harbour)
        shelterWorker = try await site.person("lena", roles: ["shelter-worker"], in: lantern)
        provider = try await site.person("dara", roles: ["service-provider"], in: clinic)
        childOfficer = try await site.person("chidi", roles: ["child-protection-officer"], in: board)
        guardian = try await site.person("gita", roles: ["guardian"], in: board)
        investigator = try await site.person("ivan", roles: ["investigator"], in: police)
        returnPartner = try await site.person("rosa", roles: ["return-partner"], in: abroad)
        rapporteur = try await site.person("ramin", roles: ["rapporteur"], in: rapporteurs)
        stranger = try await site.person("finn", roles: ["case-worker", "case-supervisor"], in: elsewhere)
        try await site.name(office, competentFor: .identification)
        try await site.name(board, competentFor: .childProtection)
    }

    /// A file kept by Harbour House, assigned to Wanda, of an invented person: without the steps of a referral before it.
    package func file(
        of names: [String] = ["Amina Example"], path: ProtectionPath = .adult, stage: IdentificationStage = .presumed,
        by player: CasePlayer? = nil, isAssigned: Bool = true
    ) async throws -> ID<CaseFile> {
        let (room, now, opener) = (site.room, site.clock.now, player ?? worker)
        let identity = PersonIdentity(
            names: names, birth: path == .adult ? .year(1998) : .year(2012), documents: ["passport EX-0001"],
            contact: SafeContact(channel: "+999 555 0101", how: "mornings", mayWrite: false, mayCall: true)
        )
        let coded = People.Coded(
            sex: .female, ageBand: path == .adult ? .from27 : .from9, citizenship: "NGA", language: "en", interpreter: .notNeeded)
        let person = try await People(room).seal(identity, coded, at: now)
        let id = ID<CaseFile>.new(at: now)
        try await room.database.write { tx in
            try People(room).insert(person, at: now, in: tx)
            let draft = CaseFiles.Draft(
                label: "night market", path: path, setting: .ngo, exploitation: .forcedLabour, stage: stage, openedAt: now)
            _ = try CaseFiles(room).open(draft, for: person.id, as: id, by: opener.actor, deed: .raiseReferral, at: now, in: tx)
            if isAssigned { try tx.run("UPDATE case_file SET assigned_to = \(opener.actor.account) WHERE id = \(id)") }
        }
        return id
    }

    /// Opens a share under a law, as a story's shortest way to a second organisation that sees a file.
    package func share(
        _ file: ID<CaseFile>, with player: CasePlayer, _ parts: Set<CasePart>, seat: CaseShare.Seat = .recipient,
        without hidden: Set<String> = []
    ) async throws {
        let (room, now) = (site.room, site.clock.now)
        try await room.gate.change(.shareCase, on: file, for: worker.actor, purpose: Purpose(stated: "a story")) { tx, permit in
            let ground = try DisclosureGround.law("danger_to_life", of: room.profile, to: nil, under: permit, tx: tx)
            try CaseShare.open(
                parts, of: file, to: player.actor.organisation, seat: seat, for: "story",
                without: HiddenFields(hidden), on: ground, under: permit, at: now, tx: tx)
        }
    }

    /// Makes Gita the guardian of a child.
    package func nameGuardian(of file: ID<CaseFile>) async throws {
        let (now, guardian, worker) = (site.clock.now, guardian.actor.account, worker.actor.account)
        try await site.database.write { tx in
            try tx.run(
                """
                INSERT INTO case_member (id, case_id, account_id, capacity, named_by, since)
                VALUES (\(ID<CaseMember>.new(at: now)), \(file), \(guardian), 'guardian', \(worker), \(now))
                """
            )
        }
    }
}
