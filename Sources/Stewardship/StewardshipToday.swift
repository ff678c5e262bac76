import Access
import Basics
import Protection
import Store

/// What organisations of the demonstration have to do in the present besides their files: leave and deputies, files that change hands,
/// one opened in the night.
enum StewardshipToday {
    static func tell(_ country: InventedCountry) async throws {
        try await leave(country)
        try await handOver(country)
        try await transfers(country)
        try await glass(country)
    }

    /// In each house somebody was away, somebody is, and somebody will be.
    private static func leave(_ country: InventedCountry) async throws {
        let today = country.room.day(of: country.present)
        for supervisor in country.all("case-supervisor") {
            let workers = country.all("case-worker", of: supervisor.organisation)
            guard workers.count > 1 else { continue }
            let (first, second, last) = (workers[0], workers[1], workers[workers.count - 1])
            let absences = [(last, first, -60, -46), (second, first, -3, 9), (first, last, 20, 34)]
            for (away, deputy, from, to) in absences where away.account != deputy.account {
                country.clock.go(to: country.present - .days(from < 0 ? 3 - from : 1))
                try await Caseloads(room: country.room).setLeave(
                    of: away.account, from: today.adding(days: from), to: today.adding(days: to), deputy: deputy.account,
                    by: country.actor(supervisor))
            }
            country.clock.go(to: country.present)
        }
    }

    /// Two files go from one worker to another, all at once.
    private static func handOver(_ country: InventedCountry) async throws {
        guard let supervisor = country.all("case-supervisor").first(where: { country.all("case-worker", of: $0.organisation).count > 2 })
        else { return }
        let workers = country.all("case-worker", of: supervisor.organisation)
        let (from, to) = (workers[workers.count - 1], workers[0])
        let files = try await country.room.database.read { tx in
            try tx.rows(
                """
                SELECT id FROM case_file WHERE assigned_to = \(from.account) AND closed_at IS NULL AND joined_into IS NULL
                ORDER BY opened_at LIMIT 2
                """
            ) { try $0.id(0, of: CaseFile.self) }
        }
        guard !files.isEmpty else { return }
        country.clock.go(to: country.present - .hours(20))
        try await Caseloads(room: country.room).handOver(files, from: from.account, to: to.account, by: country.actor(supervisor))
        country.clock.go(to: country.present)
    }

    /// Children whom somebody met lately are to go to a house that can look after them: one proposal waits, one was taken back.
    private static func transfers(_ country: InventedCountry) async throws {
        guard let worker = country.all("case-worker").first, let officer = country.all("child-protection-officer").first else { return }
        let finders = country.all("case-supervisor").filter { supervisor in
            country.all("first-responder", of: supervisor.organisation).count > 0 && supervisor.organisation != worker.organisation
        }
        var made = 0
        for supervisor in finders {
            let children = try await country.room.database.read { tx in
                try tx.rows(
                    """
                    SELECT id FROM case_file WHERE organisation_id = \(supervisor.organisation) AND path <> 'adult' AND closed_at IS NULL
                    ORDER BY opened_at DESC LIMIT 2
                    """
                ) { try $0.id(0, of: CaseFile.self) }
            }
            country.clock.go(to: country.present - .minutes(50))
            for child in children {
                let transfers = Transfers(room: country.room)
                try await StewardshipChapters.agree(to: worker.organisation, child, by: officer, true, nil, country)
                try await transfers.propose(
                    child, to: worker.organisation, for: .safety, on: .consent, by: country.actor(supervisor))
                made += 1
                guard made == 2, let id = try await RareChapters.proposed(child, country) else { continue }
                try await transfers.settle(id, as: .withdrawn, by: country.actor(supervisor))
            }
            country.clock.go(to: country.present)
        }
    }

    /// A file of the first case worker was opened in the night: it can still be seen by who opened it, and is still to be reviewed.
    private static func glass(_ country: InventedCountry) async throws {
        guard let worker = country.all("case-worker").first else { return }
        let file = try await country.room.database.read { tx in
            try tx.row(
                """
                SELECT id FROM case_file WHERE assigned_to = \(worker.account) AND closed_at IS NULL AND joined_into IS NULL
                ORDER BY opened_at DESC LIMIT 1
                """
            ) { try $0.id(0, of: CaseFile.self) }
        }
        guard let file else { return }
        country.clock.go(to: country.present - .minutes(25))
        _ = try await RareChapters.openGlass(file, country)
        country.clock.go(to: country.present)
    }
}
