import Access
import Basics
import CaseFixtures
import CaseWork
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@Suite struct `Assessments` {
    private func scores(_ site: CaseSite, _ form: String, _ score: String) throws -> [String: String] {
        let form = try #require(site.room.profile.assessment(form))
        return Dictionary(uniqueKeysWithValues: form.questions.map { ("q-" + $0.code, score) })
    }

    @Test(arguments: Databases.all) func `are dated, repeated, and say of each question what changed, with an arrow and a word`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { site, cast, file in
            let path = "/work/cases/\(file)/assessments/immediate_risk"
            let empty = try await cast.worker.visitor.open(path)
            #expect(empty.page.faults == [] && empty.page.text.contains("Assessments will stand here"))
            #expect(try await cast.worker.visitor.fill("immediate_risk", try scores(site, "immediate_risk", "1")).status == 200)
            var second = try scores(site, "immediate_risk", "1")
            second["q-harm"] = "3"
            second["q-suicide"] = "0"
            second["q-pregnancy"] = "unknown"
            second["note"] = "called at night by a heron"
            site.clock.pass(.minutes(1))
            _ = try await cast.worker.visitor.open(path)
            let page = try await cast.worker.visitor.fill("immediate_risk", second).page
            #expect(page.faults == [])
            let last = try #require(page.element(id: "last")?.text)
            #expect(last.contains("↑ worse") && last.contains("↓ better") && last.contains("→ unchanged"))
            #expect(last.contains("3 · An attack is likely") && last.contains("Not known today") && last.contains("Grave risk: act now"))
            #expect(page.element(id: "scores") != nil, "the scores over time are drawn")
            let front = try await cast.worker.visitor.open("/work/cases/\(file)").page
            #expect(front.element(id: "grave-risk")?.text.contains("Grave risk: act now") == true)
            let link = try #require(
                page.all("th").flatMap { $0.all("a") }.compactMap { $0.attributes["href"] }.first { $0.hasPrefix(path + "/") })
            #expect(try await cast.worker.visitor.open(link).text.contains("called at night by a heron"))
            // Entered by mistake: the one before stands again.
            #expect(try await cast.worker.visitor.fill("/withdrawal").status == 200)
            #expect(try await cast.worker.visitor.open("/work/cases/\(file)").page.element(id: "grave-risk") == nil)
        }
    }

    @Test(arguments: Databases.all) func `need every question answered, a day that has come, and a review after it`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseWork { site, cast, file in
            let path = "/work/cases/\(file)/assessments/needs"
            _ = try await cast.worker.visitor.open(path)
            let none = try await cast.worker.visitor.fill("assessments/needs", [:])
            #expect(none.status == 422 && none.page.element(id: "problems") != nil)
            var ahead = try scores(site, "needs", "2")
            ahead["made-on-year"] = "2099"
            #expect(try await cast.worker.visitor.fill("assessments/needs", ahead).page.text.contains("has not come yet"))
            var past = try scores(site, "needs", "2")
            past["review-on-year"] = "2020"
            #expect(try await cast.worker.visitor.fill("assessments/needs", past).status == 422)
            var wrong = try scores(site, "needs", "2")
            wrong["q-safety"] = "4"
            #expect(try await cast.worker.visitor.fill("assessments/needs", wrong).status == 422)
            #expect(try await site.count("SELECT COUNT(*) FROM assessment") == 0)
            #expect(try await cast.worker.visitor.open("/work/cases/\(file)/assessments/horoscope").status == 404)
        }
    }

    @Test(arguments: Databases.all) func `call for the next one when it is late, and stop calling once it is made`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseWork { site, cast, file in
            let path = "/work/cases/\(file)/assessments/needs"
            _ = try await cast.worker.visitor.open(path)
            _ = try await cast.worker.visitor.fill("assessments/needs", try scores(site, "needs", "1"))
            site.clock.pass(.days(92))
            _ = try await site.runJobs()
            #expect(try await site.count("SELECT COUNT(*) FROM notice WHERE matter = 'clock.late'") > 0)
            let worker = try await site.signIn(cast.worker.actor.account)
            _ = try await worker.visitor.open(path)
            _ = try await worker.visitor.fill("assessments/needs", try scores(site, "needs", "0"))
            #expect(try await site.count("SELECT COUNT(*) FROM case_clock WHERE kind = 'assessment.review' AND stopped_at IS NULL") == 1)
            #expect(try await site.count("SELECT COUNT(*) FROM case_clock WHERE kind = 'assessment.review' AND outcome = 'met'") == 1)
        }
    }
}
