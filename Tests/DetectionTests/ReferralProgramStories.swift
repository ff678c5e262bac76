import Access
import Basics
import CaseFixtures
import Detection
import Fixtures
import HTTPTypes
import Protection
import Store
import Testing
import WebFixtures

/// A referral in one document, by a program with a token.
@Suite struct `A referral by a program` {
    private static let adult =
        #"{"setting": "ngo", "age": "adult", "names": "Amina Example", "birth-year": "1998", "sex": "female", "language": "ar", "label": "harbour gate""#

    @Test(arguments: Databases.all) func `is raised by the same rules as page after page`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([DetectionBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let token = try await site.token(of: cast.worker)
            let path = "/api/v1/referrals"
            func count(_ sql: SQL) async throws -> Int { try await site.database.read { tx in try tx.count(sql) } }

            // An adult who was not asked, and one who said no, are not referred.
            #expect(try await site.ask(.post, path, token: token, json: Self.adult + "}").status == 422)
            let refused = Self.adult + #", "consent": "no", "explained": "interpreter", "evidence": "spoken"}"#
            #expect(try await site.ask(.post, path, token: token, json: refused).status == 422)
            // A child is not asked to consent.
            let asked = Self.adult.replacing(#""adult""#, with: #""child""#) + #", "consent": "yes"}"#
            #expect(try await site.ask(.post, path, token: token, json: asked).text.contains("api.unknown-field"))
            #expect(try await site.ask(.post, path, token: token, json: #"{"colour": "red"}"#).text.contains("api.unknown-field"))
            #expect(try await site.ask(.post, path, json: Self.adult + "}").status == 401)
            #expect(try await count("SELECT COUNT(*) FROM case_file") == 0)
            #expect(try await count("SELECT COUNT(*) FROM draft") == 0)

            let agreed = Self.adult + #", "consent": "yes", "explained": "interpreter", "evidence": "spoken"}"#
            let reply = try await site.ask(.post, path, token: token, json: agreed)
            #expect(reply.status == 200, "\(reply.text)")
            #expect(!reply.text.contains("Amina"))
            let play = ReferralPlay(site: site, player: cast.worker)
            let file = try await play.file()
            #expect(reply.text.contains("\(file)"))
            #expect(try await cast.worker.visitor.open("/work/cases/\(file)").text.contains("harbour gate"))
            #expect(try await count("SELECT COUNT(*) FROM draft") == 0)
            // The identifying authority has it in its queue.
            #expect(try await cast.officer.visitor.open("/work/cases").text.contains("harbour gate"))
            #expect(try await site.ask(.get, "/api/v1/cases", token: try await site.token(of: cast.officer)).text.contains("harbour gate"))
        }
    }
}
