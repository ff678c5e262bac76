import Access
import Basics
import Protection
import Store

/// What else an invented file lives through: conferences, absences, closure, and being forgotten.
enum StewardshipChapters {
    static let all: [Chapter] = [
        Chapter(.referral) { life, country in
            guard let file = life.file else { return }
            try await handOver(file, &life, country)
            try life.pass(days: 0...0)
            try await CaseFiles(country.room).assign(file, to: life.worker.account, deputy: nil, by: country.actor(life.supervisor))
        },
        Chapter(.care) { life, country in
            guard let file = life.file, life.chance.happens(0.25) else { return }
            try life.pass(days: 2...12)
            try await confer(file, &life, country)
        },
        Chapter(.recovery) { life, country in
            guard let file = life.file else { return }
            if country.turn("missing", every: 15, of: life) { try await RareChapters.goMissing(file, &life, country) }
            if country.turn("glass", every: 18, of: life) { try await RareChapters.breakGlass(file, &life, country) }
            if country.turn("subject access", every: 14, of: life) { try await RareChapters.askWhatIsHeld(file, &life, country) }
        },
        Chapter(.care) { life, country in
            guard let file = life.file else { return }
            try await RareChapters.settleMatches(of: file, &life, country)
            if country.turn("bars", every: 20, of: life) { try await RareChapters.bar(file, &life, country) }
        },
        Chapter(.homeward) { life, country in
            guard let file = life.file, life.path == .adult, country.turn("death", every: 70, of: life) else { return }
            try await RareChapters.die(file, &life, country)
        },
        Chapter(.present) { life, country in
            // What was promised is done, most often in time.
            guard let file = life.file else { return }
            let leavesUndone = life.chance.happens(0.12)
            for clock in try await country.clocks(ClockKind.conferenceTask.code, of: file) {
                guard let task = clock.subject.flatMap({ ID<ConferenceTask>(bytes: $0) }), !leavesUndone else { continue }
                let state = country.next("task", of: [ConferenceTask.State.done, .withdrawn, .done, .done, .done])
                try await Conferences(room: country.room).settle(task, as: state, by: country.actor(life.worker))
            }
            try await RareChapters.present(file, &life, country)
            guard life.chance.happens(0.2) else { return }
            let day = country.room.day(of: country.present).adding(days: life.chance.number(1...12))
            _ = try await Conferences(room: country.room).call(file, on: day, hour: 14, venue: .inPerson, by: country.actor(life.worker))
        },
        Chapter(.ending) { life, country in
            guard let file = life.file, ![.underAssessment, .presumed, .underReview].contains(life.target), life.chance.happens(0.92) else {
                return
            }
            try life.pass(days: 30...160)
            let found = try await country.room.database.read { tx in try CaseSummary.find(file, in: tx) }
            let wanted =
                life.target == .identified || life.target == .overturned
                ? ["goals_reached", "person_wishes", "reintegrated", "lost_contact"]
                : [.notIdentified, .upheld].contains(found?.stage) ? ["not_a_victim"] : ["lost_contact", "person_wishes"]
            guard let found, let reason = country.room.profile.closureReason(life.chance.pick(wanted)) else { return }
            try await Closures(room: country.room).close(
                file,
                .init(
                    reason: reason, outcome: life.chance.pick(Array(Closure.Outcome.allCases)), agreement: .agrees,
                    followUp: life.chance.pick(life.path.protectsAsChild ? [.no, .notAsked] : [.yes, .no, .notAsked]),
                    note: nil,
                    version: found.version),
                by: country.actor(life.worker))
            if life.path == .adult, country.turn("reopening", every: 10, of: life) {
                return try await RareChapters.reopen(file, &life, country)
            }
            if country.turn("hold", every: 12, of: life) { return try await RareChapters.hold(file, &life, country) }
            // Some ask to be forgotten, and are.
            guard life.chance.happens(0.05) else { return }
            try life.pass(days: 5...30)
            _ = try await Forgetting(room: country.room).erase(file, on: .request, by: country.actor(life.supervisor))
        },
    ]

    /// The person agrees; for a child without a guardian, the authority that protects children does.
    static func agree(
        to receiver: ID<Organisation>, _ file: ID<CaseFile>, by player: InventedCountry.Player, _ isChild: Bool, _ language: String?,
        _ country: InventedCountry
    ) async throws {
        let (room, now) = (country.room, country.clock.now)
        let draft = Consent.Draft(
            purpose: Transfer.purpose, recipient: receiver, answer: .yes, givenBy: isChild ? .childAuthority(player.account) : .person,
            parts: Set(CasePart.allCases).subtracting([.cooperation]), language: language ?? "en", explained: .spoken, evidence: .spoken)
        try await room.gate.change(.recordConsent, on: file, for: country.actor(player)) { tx, permit in
            try ConsentLedger.record(draft, in: file, under: permit, profile: room.profile, at: now, tx: tx)
        }
    }

    /// Who met the person keeps the file no longer than a day: it goes to an organisation that can look after them.
    private static func handOver(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        let (room, receiver) = (country.room, life.worker.organisation)
        let found = try await room.database.read { tx in try CaseSummary.find(file, in: tx) }
        guard let found, found.organisation != receiver, let raiser = country.people.first(where: { $0.account == found.raisedBy }),
            let supervisor = country.all("case-supervisor", of: found.organisation).first
        else { return }
        let isChild = life.path.protectsAsChild
        try await agree(to: receiver, file, by: isChild ? life.childOfficer : raiser, isChild, life.coded.language, country)
        if isChild, country.turn("transfer refused", every: 8, of: life) {
            try await RareChapters.refuseTransfer(file, &life, country, by: supervisor)
        }
        try await Transfers(room: room).propose(
            file, to: receiver, for: life.chance.pick([.competence, .personWishes]), on: .consent,
            by: country.actor(supervisor))
        try life.pass(days: 0...0)
        let id = try await room.database.read { tx in
            try tx.row("SELECT id FROM file_transfer WHERE case_id = \(file) AND state = 'proposed'") { try $0.id(0, of: Transfer.self) }
        }
        guard let id else { return }
        try await Transfers(room: room).settle(id, as: .accepted, by: country.actor(life.supervisor))
    }

    /// What an organisation does besides its files, as it stands in the present.
    static func epilogue(_ country: InventedCountry) async throws { try await StewardshipToday.tell(country) }

    private static func confer(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        let conferences = Conferences(room: country.room)
        let day = country.room.day(of: country.clock.now).adding(days: 2)
        let id = try await conferences.call(
            file, on: day, hour: 10, venue: country.next("venue", of: [.inPerson, .video, .telephone]), by: country.actor(life.worker))
        let authority = life.officer.organisation
        let isWithAuthority = try await country.room.database.read { tx in
            try Conferences.invitable(to: id, in: tx).contains { $0.id == authority }
        }
        if isWithAuthority {
            try await conferences.invite(life.officer.organisation, to: id, through: file, by: country.actor(life.worker))
        }
        try await conferences.addItem(
            .services, "Invented: where to live after the shelter.", of: file, to: id, by: country.actor(life.worker))
        try life.pass(days: 3...4)
        func version() async throws -> Int {
            try await country.room.database.read { tx in try tx.row("SELECT version FROM conference WHERE id = \(id)") { $0.int(0) } ?? 1 }
        }
        if country.turn("conference cancelled", every: 10, of: life) {
            return try await conferences.move(id, to: .cancelled, from: try await version(), through: file, by: country.actor(life.worker))
        }
        let others =
            isWithAuthority ? [life.officer.organisation: country.next("came", of: [Conference.Attendance.came, .apologised])] : [:]
        try await conferences.move(
            id, to: .held, attendance: others.merging([life.worker.organisation: .came]) { first, _ in first }, from: try await version(),
            through: file, by: country.actor(life.worker))
        try await conferences.decide(
            .housing, .services, "Invented: ask for supported housing this week.", on: file, in: id, by: country.actor(life.worker))
        try await conferences.setTask(
            .services, "Invented: telephone the housing office.", for: life.worker.organisation, account: life.worker.account,
            by: country.room.day(of: country.clock.now).adding(days: life.chance.number(3...15)), on: file, in: id,
            by: country.actor(life.worker))
        guard country.turn("conference closed", every: 3, of: life) else { return }
        try life.pass(days: 1...9)
        try await conferences.move(id, to: .closed, from: try await version(), through: file, by: country.actor(life.worker))
    }
}
