import Access
import Basics
import CaseFixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Assistance

extension CaseCast {
    /// A service of the invented Willow Clinic, added by its own people on the page.
    func clinicService(_ name: String = "Walk-in clinic", kind: String = "general_health", group: String = "women") async throws -> ID<
        AssistanceService
    > {
        try await service(name, kind: kind, group: group, by: provider)
    }

    func service(_ name: String, kind: String, group: String, by player: CasePlayer) async throws -> ID<AssistanceService> {
        try await player.visitor.open("/work/services/new")
        let reply = try await player.visitor.fill(
            "/work/services",
            [
                "kind": kind, "name": name, "served": group, "languages": "en", "address": "3 Invented Lane", "telephone": "+999 555 0199",
                "free": "2",
            ])
        try #require(reply.status == 200, "\(reply.text)")
        return try await site.database.read { tx in
            try tx.row("SELECT id FROM assistance_service WHERE name = \(name)") { try $0.id(0, of: AssistanceService.self) }
        }.unwrapped()
    }

    /// The person agrees that one organisation is told one part.
    func consent(_ file: ID<CaseFile>, to player: CasePlayer, part: String = "identity", expires: Day? = nil, answer: String = "yes")
        async throws
    {
        try await worker.visitor.open("/work/cases/\(file)/consents")
        var values = [
            "purpose": "service_referral", "recipient": "\(player.actor.organisation)", "answer": answer, "given-by": "person",
            "part": part,
            "language": "en", "explained": "spoken", "evidence": "witnessed",
        ]
        if let expires {
            (values["expires"], values["expires-month"], values["expires-year"]) = (
                "\(expires.parts.day)", "\(expires.parts.month)", "\(expires.parts.year)"
            )
        }
        let reply = try await worker.visitor.fill("/consents", values)
        try #require(reply.status == 200, "\(reply.text)")
    }

    /// Refers to services on the page, and gives the newest referral.
    func refer(
        _ file: ID<CaseFile>, to services: [ID<AssistanceService>], urgency: String = "today", basis: String = "consent",
        parts: [String] = ["identity"], hide: [String] = []
    ) async throws -> ID<ServiceReferral>? {
        let query =
            services.map { "service=\($0)" } + ["urgency=\(urgency)", "basis=\(basis)"] + parts.map { "part=\($0)" }
            + hide.map { "hide=\($0)" }
        try await worker.visitor.open("/work/cases/\(file)/service-referral/share-set?" + query.joined(separator: "&"))
        try await worker.visitor.fill("/service-referrals")
        return try await newestReferral(of: file)
    }

    func newestReferral(of file: ID<CaseFile>) async throws -> ID<ServiceReferral>? {
        try await site.database.read { tx in
            try tx.row("SELECT id FROM service_referral WHERE case_id = \(file) ORDER BY id DESC LIMIT 1") {
                try $0.id(0, of: ServiceReferral.self)
            }
        }
    }

    func stage(_ referral: ID<ServiceReferral>) async throws -> ServiceReferral.Stage? {
        try await site.database.read { tx in try ServiceReferral.find(referral, in: tx)?.stage }
    }
}

struct NothingThere: Error {}

extension Optional {
    func unwrapped() throws -> Wrapped {
        guard let self else { throw NothingThere() }
        return self
    }
}
