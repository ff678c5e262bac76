import Access
import Basics
import CaseFixtures
import Fixtures
import Guardianship
import Protection
import Store
import Testing
import WebFixtures

extension ChildCast {
    /// The worker asks the guardian of a child to agree.
    @discardableResult
    func ask(_ file: ID<CaseFile>, _ purpose: String, to player: CasePlayer? = nil) async throws -> Reply {
        try await cast.worker.visitor.open("/work/cases/\(file)/childhood/consents")
        return try await cast.worker.visitor.fill(
            "/childhood/consents",
            ["purpose": purpose, "recipient": player.map { "\($0.actor.organisation)" } ?? "", "parts": "care"])
    }

    /// The address of the newest request.
    func request(_ file: ID<CaseFile>) async throws -> String {
        let id = try await site.database.read { tx in
            try tx.row("SELECT id FROM consent_request WHERE case_id = \(file) ORDER BY asked_at DESC, id DESC LIMIT 1") {
                try $0.id(0, of: CaseFile.self)
            }
        }
        return "/work/cases/\(file)/childhood/consents/" + (id.map { "\($0)" } ?? "")
    }

    /// The guardian answers the newest request in their own session.
    @discardableResult
    func answer(_ file: ID<CaseFile>, _ answer: String) async throws -> Reply {
        let path = try await request(file)
        try await guardian.visitor.open(path)
        return try await guardian.visitor.fill(
            String(path.suffix(36)),
            ["answer": answer, "view": "agrees", "view-note": "I like the clinic", "language": "en", "explained": "spoken"])
    }
}
