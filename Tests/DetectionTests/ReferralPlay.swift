import Basics
import CaseFixtures
import Detection
import Protection
import Store
import Testing
import WebFixtures

/// How a story fills the referral form in, page by page, as a visitor does.
struct ReferralPlay {
    let site: CaseSite
    let player: CasePlayer

    private var visitor: Visitor { player.visitor }

    /// Begins a referral; the answers of the first page are about danger.
    @discardableResult
    func begin(_ danger: [String: String] = [:]) async throws -> Reply {
        try await visitor.open("/work/referrals/new")
        return try await visitor.fill("/drafts", danger)
    }

    /// Goes through the pages up to the one that asks for consent, or for a child to the last.
    func fillIn(
        names: String = "Amina Example", age: String = "adult", birth: String? = "1998", setting: String = "border",
        signs: [String: String] = [:]
    )
        async throws
    {
        try await begin()
        try await visitor.fill("/steps/setting", ["setting": setting, "age": age])
        try await visitor.fill("/steps/signs", signs)
        var person = ["names": names, "language": "ar", "sex": "female"]
        if let birth { person["birth-year"] = birth }
        try await visitor.fill("/steps/person", person)
        try await visitor.fill("/steps/needs", ["label": "harbour gate"])
    }

    /// A whole referral of an adult who agrees.
    @discardableResult
    func send(names: String = "Amina Example", birth: String? = "1998", signs: [String: String] = [:]) async throws -> Reply {
        try await fillIn(names: names, birth: birth, signs: signs)
        try await visitor.fill("/steps/consent", ["consent": "yes", "explained": "interpreter", "evidence": "spoken"])
        return try await visitor.fill("/submission")
    }

    /// The file of the newest referral.
    func file() async throws -> ID<CaseFile> {
        let found = try await site.database.read { tx in
            try tx.row("SELECT case_id FROM referral ORDER BY id DESC LIMIT 1") { try $0.id(0, of: CaseFile.self) }
        }
        return try #require(found)
    }

    /// Its code.
    func code() async throws -> String {
        let file = try await file()
        let summary = try await site.database.read { tx in try CaseSummary.find(file, in: tx) }
        return try #require(summary?.code)
    }

    func count(_ sql: SQL) async throws -> Int { try await site.database.read { tx in try tx.count(sql) } }
}
