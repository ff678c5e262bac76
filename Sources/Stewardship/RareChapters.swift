import Access
import Basics
import Protection
import Store

/// What only some invented files live through.
enum RareChapters {
    // MARK: Missing, and broken glass

    /// Somebody does not come back; found, or back by themself, they tell what happened.
    static func goMissing(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        try life.pass(days: 1...20)
        let reports = MissingReports(room: country.room)
        try await report(file, &life, country)
        try life.pass(days: 1...6)
        let end = country.next("missing", of: [MissingReport.State.found, .returned, .ended])
        try await reports.end(file, as: end, by: country.actor(life.worker))
        guard end != .ended else { return }
        try life.pass(days: 0...2)
        try await reports.interview(
            file, on: country.room.day(of: country.clock.now), text: "Invented: slept at the station, and telephoned the next day.",
            by: country.actor(life.worker))
    }

    private static func report(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        try await MissingReports(room: country.room).report(
            .init(
                noticedOn: country.room.day(of: country.clock.now),
                circumstance: country.next("circumstance", of: MissingReport.Circumstance.allCases),
                lastSeen: "Invented: at the bus stop by the market.", toldPolice: true, toldAuthority: true),
            in: file, by: country.actor(life.worker))
    }

    /// An operator at night opens a file by its number, and a supervisor looks at it the next day.
    static func breakGlass(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        try life.pass(days: 1...10)
        guard let opening = try await openGlass(file, country) else { return }
        try life.pass(days: 1...2)
        let verdict = country.next("verdict", of: [GlassOpening.Verdict.justified, .justified, .notJustified])
        try await Emergencies(room: country.room).review(
            opening, as: verdict, note: verdict == .justified ? nil : "Invented: the reason did not hold.",
            by: country.actor(life.supervisor))
    }

    static func openGlass(_ file: ID<CaseFile>, _ country: InventedCountry) async throws -> ID<GlassOpening>? {
        let code = try await country.room.database.read { tx in try CaseSummary.find(file, in: tx)?.code }
        guard let code, let opener = country.all("helpline-operator").first else { return nil }
        let (kind, reason) = country.next(
            "glass",
            of: [
                (GlassOpening.Kind.medical, "Invented: an ambulance asked for the medicine."),
                (.threat, "Invented: a caller stood before the house."), (.noShelter, "Invented: at the door at night, without a bed."),
            ])
        return try await Emergencies(room: country.room).open(code, for: kind, reason: reason, by: country.actor(opener))
    }

    // MARK: Who sees it

    /// The person asks what is held about them, and is told; now and then a law keeps a part back.
    static func askWhatIsHeld(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        let (access, room) = (SubjectAccess(room: country.room), country.room)
        let isChild = life.path.protectsAsChild
        try await access.ask(
            file, on: room.day(of: country.clock.now), by: isChild ? .guardian : country.next("asked by", of: [.person, .lawyer]),
            actor: country.actor(life.worker))
        if country.turn("withheld", every: 2, of: life) {
            try await access.withhold(.cooperation, of: nil, for: .investigation, in: file, actor: country.actor(life.worker))
        }
        try life.pass(days: 2...15)
        try await access.handOver(
            file, by: isChild ? .guardian : country.next("channel", of: [.inPerson, .safeContact, .lawyer]),
            on: room.day(of: country.clock.now), actor: country.actor(life.worker))
    }

    /// Somebody must not see the file: one person, or a whole organisation. Some bars are lifted later.
    static func bar(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        try life.pass(days: 0...4)
        let bars = Bars(room: country.room)
        let far = country.people.first { $0.place == "Labour Inspectorate Inland" }
        let near = country.all("investigator").last
        if let near, country.next("barred", of: [true, false]) {
            let name = (near.name.split(separator: " ").first ?? "").lowercased()
            try await bars.add(.account(name), to: file, askedBy: .person, by: country.actor(life.worker))
        } else if let far {
            try await bars.add(.organisation(far.organisation), to: file, askedBy: .authority, by: country.actor(life.worker))
        }
        guard country.turn("bar lifted", every: 4, of: life) else { return }
        try life.pass(days: 3...20)
        let bar = try await country.room.database.read { tx in
            try tx.row("SELECT id FROM case_bar WHERE case_id = \(file) AND lifted_at IS NULL") { try $0.id(0, of: Bar.self) }
        }
        if let bar { try await bars.lift(bar, from: file, by: country.actor(life.worker)) }
    }

    /// Matches with files of others: the authority joins those of one person, and says of others that they are two.
    static func settleMatches(of file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        let matches = try await country.room.database.read { tx in
            try tx.rows(
                """
                SELECT id FROM person_match WHERE (first_case = \(file) OR second_case = \(file)) AND settled_at IS NULL
                ORDER BY score DESC, id
                """
            ) { try $0.id(0, of: PersonMatch.self) }
        }
        guard let match = matches.first else { return }
        // Whoever was met a third time is left to whoever plays the authority.
        let isJoined = try await country.room.database.read { tx in
            try tx.exists(
                """
                SELECT 1 FROM person_match m JOIN file_join j ON j.joined_case = m.first_case OR j.joined_case = m.second_case
                    OR j.kept_case = m.first_case OR j.kept_case = m.second_case
                WHERE m.id = \(match) AND j.parted_at IS NULL
                """
            )
        }
        guard !isJoined else { return }
        try life.pass(days: 1...4)
        let joins = FileJoins(room: country.room)
        func officer() -> Actor { country.actor(life.officer) }
        guard life.isSeenAgain else {
            if country.next("false match", of: [true, false]) { try await joins.notSame(match, by: officer()) }
            return
        }
        switch country.next("match", of: ["join", "leave", "share", "part", "join"]) {
        case "join": try await joins.join(match, keepingFirst: true, by: officer())
        case "share":
            try await joins.share(
                match, [.summary, .services], law: "danger_to_life", because: "Both are needed to keep the person safe.", by: officer())
        case "part":
            try await joins.join(match, keepingFirst: true, by: officer())
            try life.pass(days: 2...9)
            let joined = try await country.room.database.read { tx in
                try tx.row("SELECT joined_case FROM file_join WHERE match_id = \(match)") { try $0.id(0, of: CaseFile.self) }
            }
            if let joined { try await joins.part(joined, by: officer()) }
        default: break
        }
    }

    /// The first organisation that is asked to take a file over has no room.
    static func refuseTransfer(
        _ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry, by supervisor: InventedCountry.Player
    ) async throws {
        let other = country.all("case-supervisor").first { player in
            player.organisation != life.worker.organisation && player.organisation != supervisor.organisation
        }
        guard let other else { return }
        let transfers = Transfers(room: country.room)
        try await StewardshipChapters.agree(to: other.organisation, file, by: life.childOfficer, true, life.coded.language, country)
        try await transfers.propose(
            file, to: other.organisation, for: .capacity, on: .consent, by: country.actor(supervisor))
        try life.pass(days: 0...0)
        guard let id = try await proposed(file, country) else { return }
        try await transfers.settle(id, as: .refused, by: country.actor(other))
    }

    static func proposed(_ file: ID<CaseFile>, _ country: InventedCountry) async throws -> ID<Transfer>? {
        try await country.room.database.read { tx in
            try tx.row("SELECT id FROM file_transfer WHERE case_id = \(file) AND state = 'proposed'") { try $0.id(0, of: Transfer.self) }
        }
    }

    // MARK: Ends

    /// Somebody dies: what they were owed stays to be claimed, and the file is closed for that reason.
    static func die(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        try life.pass(days: 5...60)
        let today = country.room.day(of: country.clock.now)
        try await Deaths(room: country.room).record(
            country.next("cause", of: [.illness, .accident, .unknown]), on: .day(today.adding(days: -1)), told: [.family, .authority],
            note: "Invented: the hospital telephoned in the morning.", in: file, by: country.actor(life.worker))
        // One file is left open for the heirs' claim.
        guard country.next("closed after death", of: [false, true]) else { throw InventedLife.Over() }
        try life.pass(days: 10...40)
        try await close(file, as: "died", .unknown, .notReached, life, country)
        throw InventedLife.Over()
    }

    private static func close(
        _ file: ID<CaseFile>, as code: String, _ outcome: Closure.Outcome, _ agreement: Closure.Agreement, _ life: InventedLife,
        _ country: InventedCountry
    ) async throws {
        let found = try await country.room.database.read { tx in try CaseSummary.find(file, in: tx) }
        guard let found, let reason = country.room.profile.closureReason(code) else { return }
        try await Closures(room: country.room).close(
            file, .init(reason: reason, outcome: outcome, agreement: agreement, followUp: .notAsked, note: nil, version: found.version),
            by: country.actor(life.worker))
    }

    /// Somebody comes back, or there is a new claim: the file is opened again.
    static func reopen(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        try life.pass(days: 10...90)
        let (room, closures) = (country.room, Closures(room: country.room))
        try await closures.reopen(
            file, for: country.next("reopening", of: Closure.Reopening.allCases), note: "Invented: what brought them back.",
            by: country.actor(life.supervisor))
        // What the closure ended is taken up again piece by piece: authorities and services first.
        let ended = try await room.database.read { tx in try EndedByClosure(file, room, in: tx) }
        for share in ended.shares where share.seat != .recipient || share.ground == .childProtection {
            // A ground may be gone since: that share stays closed.
            do { try await closures.shareAgain(share.id, in: file, by: country.actor(life.supervisor)) } catch is ConsentRefused {
                continue
            }
        }
        for clock in ended.clocks.prefix(2) { try await closures.runAgain(clock.id, in: file, by: country.actor(life.supervisor)) }
    }

    /// A claim is pending, or a court has ordered it: the file is not forgotten for now.
    static func hold(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        let today = country.room.day(of: country.clock.now)
        let forgetting = Forgetting(room: country.room)
        try await forgetting.hold(
            file, for: country.next("hold", of: RetentionHold.Reason.allCases), until: today.adding(days: 1_500),
            by: country.actor(life.supervisor))
        guard country.turn("hold ended", every: 3, of: life) else { return }
        try life.pass(days: 20...80)
        let hold = try await country.room.database.read { tx in
            try tx.row("SELECT id FROM retention_hold WHERE case_id = \(file) AND ended_at IS NULL") {
                try $0.id(0, of: RetentionHold.self)
            }
        }
        if let hold { try await forgetting.release(hold, of: file, by: country.actor(life.supervisor)) }
    }

    // MARK: Today

    /// What is so in these days: somebody is missing, somebody waits to be told what is held.
    static func present(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        if country.turn("missing today", every: 30, of: life) { try await report(file, &life, country) }
        if country.turn("subject today", every: 18, of: life) {
            let today = country.room.day(of: country.clock.now)
            try await SubjectAccess(room: country.room).ask(
                file, on: today, by: life.path.protectsAsChild ? .guardian : .person, actor: country.actor(life.worker))
        }
    }
}
