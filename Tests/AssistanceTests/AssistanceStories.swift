import CaseFixtures
import Fixtures
import Protection
import Testing
import WebFixtures

@testable import Assistance

@Suite struct `Assistance` {
    @Test(arguments: Databases.all) func `opens with the files of a node`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let reply = try await cast.worker.visitor.open("/work/cases/\(file)")
            #expect(reply.status == 200)
        }
    }
}
