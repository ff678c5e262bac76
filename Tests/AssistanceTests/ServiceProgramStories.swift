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
            _ = try await cast.clinicService()
            _ = try await cast.service("Quiet counsel", kind: "crisis_support", group: "women", by: cast.provider)
            func found(_ query: String) async throws -> Set<String> {
                let reply = try await site.ask(.get, path + query, token: token)
                #expect(reply.status == 200, "\(query)")
                return Set(["Walk-in clinic", "Quiet counsel"].filter { reply.text.contains($0) })
            }
            #expect(try await found("") == ["Walk-in clinic", "Quiet counsel"])
            #expect(try await found("?kind=general_health") == ["Walk-in clinic"])
            #expect(try await found("?q=quiet") == ["Quiet counsel"])
            #expect(try await found("?free=yes&q=harbour") == [])
            #expect(try await site.ask(.get, path + "?kind=moon", token: token).status == 422)
        }
    }
}
