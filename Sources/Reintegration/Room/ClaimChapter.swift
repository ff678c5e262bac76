import Access
import Basics
import Protection
import Store

/// What invented people claim: wages, damages, the fund; each as far as another, with what was awarded and what was paid.
enum ClaimChapter {
    /// One that was begun a while ago.
    static func tell(_ life: inout InventedLife, _ file: ID<CaseFile>, _ country: InventedCountry) async throws {
        let stages: [ClaimStage] = [.paid, .paidInPart, .refused, .awarded, .appealed, .heard, .withdrawn, .filed]
        try await claim(&life, file, country, until: country.next("claim", of: stages))
    }

    /// One that is pursued in these days.
    static func today(_ life: inout InventedLife, _ file: ID<CaseFile>, _ country: InventedCountry) async throws {
        let left = country.next("claim today", of: [ClaimStage.awarded, .prepared, .filed])
        try await claim(&life, file, country, until: left, isToday: true)
    }

    private static func claim(
        _ life: inout InventedLife, _ file: ID<CaseFile>, _ country: InventedCountry, until last: ClaimStage, isToday: Bool = false
    ) async throws {
        let (room, claims) = (country.room, Claims(country.room))
        func worker() -> Actor { country.actor(life.worker) }
        func today() -> Day { room.day(of: country.clock.now) }
        func wait(_ days: ClosedRange<Int>) throws { if !isToday { try life.pass(days: days) } }
        let kind = country.next("claim kind", of: [ClaimKind.labour, .civil, .labour, .fund, .criminal, .administrative])
        let lawyers = country.people.first { $0.place == "Free Counsel Lawyers" }
        let id = try await claims.add(
            .init(
                kind: kind, currency: "EUR", asked: kind == .labour ? nil : life.chance.number(80_000...900_000),
                against: kind == .fund ? nil : "Invented Fisheries Ltd", court: "Invented: District Court of Port Example",
                legalAid: lawyers?.organisation, limitOn: today().adding(days: isToday ? 25 : 300),
                limitLaw: "Invented Labour Code, section 12"),
            in: file, by: worker())
        func move(_ stage: ClaimStage, _ amount: Int? = nil) async throws {
            let claim: Claim = try await find(id, in: file, country)
            try await claims.move(id, to: stage, on: today(), amount: amount, in: file, version: claim.version, by: worker())
        }
        if kind == .labour { try await work(id, life, file, country) }
        if last == .prepared { return }
        try wait(5...40)
        try await move(.filed)
        if last == .filed {
            try await claims.addHearing(
                on: today().adding(days: 18), note: "Invented: bring the wage slips.", of: id, in: file, by: worker())
            return
        }
        if last == .withdrawn {
            try wait(10...40)
            return try await move(.withdrawn)
        }
        try wait(40...120)
        try await claims.addHearing(on: today(), note: "Invented: room 12; the employer did not come.", of: id, in: file, by: worker())
        try await move(.heard)
        if last == .heard { return }
        try wait(10...60)
        if last == .refused { return try await move(.refused) }
        let asked = try await find(id, in: file, country).asked ?? 100_000
        try await move(.awarded, asked * 8 / 10)
        if last == .awarded { return }
        try wait(10...40)
        if last == .appealed { return try await move(.appealed) }
        let open = try await find(id, in: file, country)
        let amount = (open.outstanding ?? 0) / (last == .paid ? 1 : 3)
        guard amount > 0 else { return }
        try await claims.pay(
            amount, to: country.next("payee", of: [Claims.Payee.person, .lawyer]), on: today(), for: id, in: file, version: open.version,
            by: worker())
    }

    /// What the hours and the rate come to, and exactly that is asked for.
    private static func work(_ claim: ID<Claim>, _ life: InventedLife, _ file: ID<CaseFile>, _ country: InventedCountry) async throws {
        var chance = life.chance
        let (claims, worker) = (Claims(country.room), country.actor(life.worker))
        let first = country.room.day(of: country.clock.now).adding(days: -chance.number(200...700))
        try await claims.add(
            WagePeriod(
                first: first, last: first.adding(days: chance.number(30...180)), minutesADay: 60 * chance.number(9...14),
                normalMinutes: 480, daysAWeek: chance.number(6...7), agreedRate: chance.number(100...300), minimumRate: 420,
                overtimePercent: 150, saidPaid: 40_000, deducted: 25_000), to: claim, in: file, by: worker)
        try await claims.askForWages(claim, in: file, version: 1, by: worker)
    }

    private static func find(_ claim: ID<Claim>, in file: ID<CaseFile>, _ country: InventedCountry) async throws -> Claim {
        try await country.room.database.read { tx in try Claim.find(claim, in: file, tx: tx) }
    }
}
