import Access
import Basics
import CaseFixtures
import CaseWork
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@Suite struct `People exploited together` {
    private func code(_ file: ID<CaseFile>, _ site: CaseSite) async throws -> String {
        try #require(try await site.text("SELECT code FROM case_file WHERE id = \(file)"))
    }

    @Test(arguments: Databases.all) func `are linked for those who may see both files, on both sides, and nothing is shared by it`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { site, cast, file in
            let other = try await cast.file(of: ["Bola Example"])
            let path = "/work/cases/\(file)/co-victims"
            #expect(try await cast.worker.visitor.open(path).page.faults == [])
            let number = try await code(other, site)
            let reply = try await cast.worker.visitor.fill("/co-victims", ["number": number.lowercased()])
            #expect(reply.page.text.contains("Linked to another file: \(number)"))
            let back = try await cast.worker.visitor.open("/work/cases/\(other)/co-victims")
            #expect(back.page.text.contains("Linked to another file: \(try await code(file, site))"))
            #expect(try await cast.worker.visitor.fill("/co-victims", ["number": number]).status == 422, "a file is not linked to itself")
            _ = try await cast.worker.visitor.open(path)
            #expect(try await cast.worker.visitor.fill("/withdrawal").status == 200)
            #expect(try await !cast.worker.visitor.open("/work/cases/\(other)/co-victims").text.contains("Linked to another file"))
        }
    }

    @Test(arguments: Databases.all) func `tell nobody that a file exists which they may not see`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseWork { site, cast, file in
            let foreign = try await cast.file(of: ["Chima Example"], by: cast.stranger)
            var answers: [String] = []
            for number in [try await code(foreign, site), "ZZZZ-ZZZZ"] {
                _ = try await cast.worker.visitor.open("/work/cases/\(file)/co-victims")
                let reply = try await cast.worker.visitor.fill("/co-victims", ["number": number])
                #expect(reply.status == 200)
                answers.append(try #require(reply.page.all("li").last { $0.text.contains("A number was noted") }?.text))
                #expect(!reply.text.contains(number))
                // One at a time, so that the two answers can be laid side by side.
                #expect(try await cast.worker.visitor.fill("/withdrawal").status == 200)
            }
            #expect(answers[0] == answers[1])
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/co-victims")
            _ = try await cast.worker.visitor.fill("/co-victims", ["number": try await code(foreign, site)])
            // Those who keep the other file don't learn of this one.
            let theirs = try await cast.stranger.visitor.open("/work/cases/\(foreign)/co-victims").page
            #expect(!theirs.text.contains("Linked to another") && !theirs.text.contains("A number was noted"))
            #expect(try await !cast.stranger.visitor.open("/work/cases/\(foreign)").text.contains("exploited together was noted"))
        }
    }
}
