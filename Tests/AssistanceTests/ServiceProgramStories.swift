import CaseFixtures
import Fixtures
import HTTPTypes
import Testing
import WebFixtures

@testable import Assistance

@Suite struct `The directory of services for programs` {
    @Test(arguments: Databases.all) func `is read with a token, narrowed as on its page`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (token, path) = (try await site.token(of: cast.worker), "/api/v1/services")
            #expect(try await site.ask(.get, path).status == 401)
            #expect(try await site.ask(.get, path, token: token).text == #"{"services":[],"next":null}"#)
            #expect(try await site.ask(.get, path + "?free=yes&q=harbour", token: token).status == 200)
            #expect(try await site.ask(.get, path + "?kind=moon", token: token).status == 422)
        }
    }
}
