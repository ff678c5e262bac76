import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Stewardship

let stewardship = [StewardshipBranch.branch]

extension Day {
    /// As a form takes it.
    func fields(_ name: String) -> [String: String] {
        let (year, month, day) = parts
        return [name: "\(day)", name + "-month": "\(month)", name + "-year": "\(year)"]
    }
}

extension CaseCast {
    func code(of file: ID<CaseFile>) async throws -> String {
        try #require(try await site.database.read { tx in try CaseSummary.find(file, in: tx) }).code
    }

    /// Closes a file in the browser of its worker.
    func close(_ file: ID<CaseFile>, as reason: String = "goals_reached") async throws {
        // Nothing is closed while a presumption is open: here the authority has decided.
        try await site.database.write { tx in
            try tx.run("UPDATE case_file SET stage = 'identified' WHERE id = \(file) AND stage = 'presumed'")
        }
        let browser = try await site.signIn(worker.actor.account).visitor
        _ = try await browser.open("/work/cases/\(file)/closure")
        let reply = try await browser.fill(
            "/closure", ["reason": reason, "outcome": "safe", "agreement": "agrees", "follow-up": "no", "note": "CANARY-closure"])
        #expect(reply.status == 200)
    }
}
