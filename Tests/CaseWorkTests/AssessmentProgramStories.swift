import Access
import Basics
import CaseFixtures
import CaseWork
import Fixtures
import HTTPTypes
import Protection
import Store
import Testing
import Web
import WebFixtures

@Suite struct `Assessments by a program` {
    /// The document of an assessment in which every question has one score.
    private func document(_ site: CaseSite, _ score: String, without left: String? = nil, made: Day? = nil, more: String = "") throws
        -> String
    {
        let form = try #require(site.room.profile.assessment("immediate_risk"))
        let today = site.room.day(of: site.clock.now)
        let scores = form.questions.filter { $0.code != left }.map { "\"\($0.code)\": \(score)" }.joined(separator: ", ")
        return #"{"scores": {\#(scores)\#(more)}, "made_on": "\#((made ?? today).iso)", "review_on": "\#(today.adding(days: 30).iso)", "#
            + #""note": "called at night by a heron"}"#
    }

    @Test(arguments: Databases.all) func `are made question by question, read with scores and days, and withdrawn once`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { site, cast, file in
            let token = try await site.token(of: cast.worker)
            let path = "/api/v1/cases/\(file)/assessments"
            let forms = try await site.ask(.get, path, token: token)
            #expect(forms.text.contains(#""code":"immediate_risk""#) && forms.text.contains(#""last":null"#), "\(forms.text)")
            func assess(_ json: String) async throws -> Reply {
                try await site.ask(.post, path + "/immediate_risk", token: token, json: json)
            }
            // Each wrong answer is named.
            let left = try await assess(try document(site, "1", without: "harm"))
            #expect(left.status == 422 && left.text.contains("scores.harm"), "\(left.text)")
            let moon = try await assess(try document(site, "1", more: #", "moon": 1"#))
            #expect(moon.status == 422 && moon.text.contains("scores.moon"), "\(moon.text)")
            let grave = try await assess(try document(site, "7"))
            #expect(grave.status == 422 && grave.text.contains("q-harm"), "\(grave.text)")
            let ahead = try await assess(try document(site, "1", made: site.room.day(of: site.clock.now).adding(days: 2)))
            #expect(ahead.status == 422 && ahead.text.contains("made-on"), "\(ahead.text)")
            #expect(try await site.count("SELECT COUNT(*) FROM assessment") == 0)

            let made = try await assess(try document(site, "2"))
            #expect(made.status == 200, "\(made.text)")
            let unknown = try await assess(try document(site, "null"))
            #expect(unknown.status == 200, "\(unknown.text)")
            let id = made.text(of: "id")
            let list = try await site.ask(.get, path + "/immediate_risk", token: token)
            #expect(list.text.contains(id) && list.text.contains(#""highest":2"#) && list.text.contains(#""highest":null"#))
            #expect(!list.text.contains("heron"), "a note is opened for one assessment, on record")
            let one = path + "/immediate_risk/" + id
            #expect(try await site.ask(.get, one, token: token).text.contains("called at night by a heron"))
            #expect(try await site.ask(.post, one + "/withdrawal", token: token, json: "{}").status == 200)
            #expect(try await site.ask(.post, one + "/withdrawal", token: token, json: "{}").status == 404)
            #expect(try await site.ask(.get, one, token: token).status == 404)
        }
    }

    // promise 2: what is another organisation's is not there.
    @Test(arguments: Databases.all) func `are not there for a stranger`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseWork { site, cast, file in
            let (token, stranger) = (try await site.token(of: cast.worker), try await site.token(of: cast.stranger))
            let form = "/api/v1/cases/\(file)/assessments/immediate_risk"
            let made = try await site.ask(.post, form, token: token, json: try document(site, "2"))
            let one = form + "/" + made.text(of: "id")
            for path in ["/api/v1/cases/\(file)/assessments", form, one] {
                #expect(try await site.ask(.get, path, token: stranger).status == 404, "\(path)")
            }
            #expect(try await site.ask(.post, form, token: stranger, json: try document(site, "2")).status == 404)
            #expect(try await site.ask(.post, one + "/withdrawal", token: stranger, json: "{}").status == 404)
            #expect(try await site.count("SELECT COUNT(*) FROM assessment WHERE withdrawn_at IS NULL") == 1)
        }
    }
}
