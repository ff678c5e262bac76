import Access
import Basics
import CaseFixtures
import CaseWork
import Fixtures
import Foundation
import HTTPTypes
import Protection
import Store
import Testing
import WebFixtures

/// What a hurried hand or a program may send, and nobody can have lived through. Amina was born in 1998, and the story is told in 2026.
@Suite struct `A day that can't be` {
    private static let cases: [(kind: String, field: String, value: [String: String], said: String)] = [
        ("experience", "began", ["began-year": "2999"], "Began: This day has not come yet"),
        ("experience", "began", ["began-year": "1850"], "Began: This is longer ago than anybody lives. Write a year from 1906 on."),
        ("experience", "began", ["began-year": "1985"], "Began: The person was not born yet"),
        ("recruitment", "happened", ["happened-year": "1985"], "When: The person was not born yet"),
        ("route-leg", "travelled", ["travelled-year": "2999"], "When: This day has not come yet"),
        ("health", "seen_on", ["seen_on": "1", "seen_on-month": "1", "seen_on-year": "2999"], "On: This day has not come yet"),
        ("own-view", "said_on", ["said_on": "1", "said_on-month": "1", "said_on-year": "1850"], "On: This is longer ago"),
        (
            "contact-attempt", "tried_on", ["tried_on": "1", "tried_on-month": "1", "tried_on-year": "2999"],
            "On: This day has not come yet"
        ),
    ]

    @Test(arguments: Databases.all) func `is refused at its question, and nothing is written`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseWork { site, cast, file in
            for one in Self.cases {
                let entry = try #require(site.room.entryKind(one.kind))
                _ = try await cast.worker.visitor.open("/work/cases/\(file)/entries/\(one.kind)")
                var values = EntryFilling(entry, site).values(text: "x")
                for ending in ["", "-month", "-year"] { values[one.field + ending] = nil }
                let reply = try await cast.worker.visitor.fill(one.kind, values.merging(one.value) { $1 })
                let told = reply.page.element(id: "problems")?.text ?? ""
                #expect(reply.status == 422 && told.contains(one.said), "\(one.kind): \(told)")
                #expect(reply.page.faults == [])
                let table = SQL(stringLiteral: entry.table)
                #expect(try await site.count("SELECT count(*) FROM \(sql: table)") == 0)
            }
        }
    }

    @Test(arguments: Databases.all) func `is refused to a program by the same rules`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseWork { site, cast, file in
            let token = try await site.token(of: cast.worker)
            for (began, said) in [("2999", "began: This day has not come yet"), ("1985", "began: The person was not born yet")] {
                let body = #"{"values": {"exploitation": "forced_labour", "began": "\#(began)"}}"#
                let reply = try await site.ask(.post, "/api/v1/cases/\(file)/entries/experience", token: token, json: body)
                #expect(reply.status == 422 && reply.text.contains(said), "\(reply.text)")
            }
        }
    }

    @Test(arguments: Databases.all) func `before the birth is told by the coded age to whoever may not know the date`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseWork { site, cast, file in
            // A colleague works on the file of a woman of 27 to 29, and may not open who she is: 1998 is possible for them, 1985 is not.
            let colleague = cast.colleague.actor
            let day = try await People(site.room).firstDay(of: file, for: cast.worker.actor)
            #expect(day == Day(iso: "1998-01-01"))
            let coded = try await People(site.room).firstDay(of: file, for: colleague)
            #expect(coded.year == site.room.day(of: site.clock.now).year - 30)
        }
    }

    @Test(arguments: Databases.all) func `of a hearing that is said to be over has come`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseWork { site, cast, file in
            let day = site.room.day(of: site.clock.now).adding(days: 9).parts
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/entries/hearing")
            let values = [
                "held_on": "\(day.day)", "held_on-month": "\(day.month)", "held_on-year": "\(day.year)", "matter": "trial",
                "outcome": "held",
            ]
            let reply = try await cast.worker.visitor.fill("hearing", values)
            #expect(reply.status == 422 && reply.text.contains("lies ahead"))
            #expect(try await cast.worker.visitor.fill("hearing", values.merging(["outcome": "ahead"]) { $1 }).status == 200)
        }
    }

    @Test(arguments: Databases.all) func `as a birth is refused where a person is corrected`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseWork { site, cast, file in
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/identity")
            for (year, said) in [("1850", "from 1906 on"), ("2999", "has not come yet")] {
                let reply = try await cast.worker.visitor.fill("/correction", ["birth-year": year])
                #expect(reply.status == 422 && reply.text.contains(said))
            }
        }
    }
}
