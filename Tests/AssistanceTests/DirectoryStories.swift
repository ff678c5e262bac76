import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Assistance

@Suite struct `The directory of services` {
    @Test(arguments: Databases.all) func `is searched and narrowed, and kept by each organisation for itself`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let service = try await cast.clinicService()
            let list = try await cast.worker.visitor.open(
                "/work/services?q=walk&kind=general_health&language=en&group=women&free=yes&open=now")
            #expect(list.text.contains("Walk-in clinic") && list.page.faults == [])
            #expect(try await !cast.worker.visitor.open("/work/services?group=men").text.contains("Walk-in clinic"))
            #expect(try await !cast.worker.visitor.open("/work/services?kind=shelter").text.contains("Walk-in clinic"))
            let seen = try await cast.worker.visitor.open("/work/services/\(service)")
            #expect(seen.status == 200 && seen.page.faults == [])
            // Another organisation's people do not change it.
            try await cast.provider.visitor.open("/work/services/\(service)")
            let form = cast.provider.visitor
            #expect(try await form.fill("/services/\(service)", ["name": "Walk-in clinic, new wing"]).text.contains("new wing"))
            let supervisor = cast.supervisor.visitor
            let own = try await supervisor.open("/work/services/\(service)")
            #expect(!own.text.contains("Not offered any more"))
        }
    }

    @Test(arguments: Databases.all) func `keeps a confidential address from those who do not refer`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let service = try await cast.clinicService()
            try await site.database.write { tx in try tx.run("UPDATE assistance_service SET is_confidential = 1 WHERE id = \(service)") }
            #expect(try await cast.worker.visitor.open("/work/services/\(service)").text.contains("3 Invented Lane"))
            #expect(try await !cast.investigator.visitor.open("/work/services/\(service)").text.contains("3 Invented Lane"))
        }
    }

    @Test(arguments: Databases.all) func `reminds an organisation of what nobody verified for half a year`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let service = try await cast.clinicService()
            #expect(try await site.runJobs().failed.isEmpty)
            #expect(try await !cast.provider.visitor.open("/work").text.contains("not verified"))
            site.clock.pass(.days(182))
            #expect(try await site.runJobs().failed.isEmpty)
            let provider = try await site.signIn(cast.provider.actor.account)
            #expect(try await provider.visitor.open("/work").text.contains("not verified"))
            try await provider.visitor.open("/work/services/\(service)")
            try await provider.visitor.fill("/verification")
            #expect(try await !provider.visitor.open("/work/services/\(service)").text.contains("over half a year"))
        }
    }
}
