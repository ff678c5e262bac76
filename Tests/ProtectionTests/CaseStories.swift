import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@Suite struct `Case files in a browser` {
    // promise 2: another organisation’s file is not there, at none of its addresses.
    @Test(arguments: Databases.all) func `are seen by those who work on them, and are not there for strangers`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let list = try await cast.worker.visitor.open("/work/cases")
            #expect(list.status == 200 && list.text.contains("night market"))
            #expect(list.page.faults == [])
            #expect(try await cast.worker.visitor.open("/work/cases/\(file)").status == 200)
            #expect(try await cast.stranger.visitor.open("/work/cases").text.contains("night market") == false)
            for path in ["", "/timeline", "/identity", "/entries/experience"] {
                #expect(try await cast.stranger.visitor.open("/work/cases/\(file)\(path)").status == 404)
            }
            #expect(try await cast.rapporteur.visitor.open("/work/cases/\(file)").status == 403)
        }
    }

    @Test(arguments: Databases.all) func `show who a person is to whoever works on them, and to others for a stated purpose`(
        _ kind: DatabaseKind
    )
        async throws
    {
        try await kind.withCaseSite { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            #expect(try await cast.worker.visitor.open("/work/cases/\(file)/identity").text.contains("Amina Example"))
            // A supervisor states what it is needed for.
            let asked = try await cast.supervisor.visitor.open("/work/cases/\(file)/identity")
            #expect(asked.status == 200 && !asked.text.contains("Amina"))
            let refused = try await cast.supervisor.visitor.fill("/identity", ["purpose": ""])
            #expect(refused.status == 422 && !refused.text.contains("Amina"))
            let shown = try await cast.supervisor.visitor.fill("/identity", ["purpose": "check before the hearing"])
            #expect(shown.text.contains("Amina Example"))
            let rows = try await site.database.read { tx in
                try tx.rows(
                    """
                    SELECT coalesce(w.words, a.purpose) FROM audit_row a LEFT JOIN audit_purpose w ON w.row_id = a.id
                    WHERE a.deed = 'readIdentity' AND a.outcome = 'done' ORDER BY a.id
                    """
                ) { $0.optionalText(0) }
            }
            #expect(Set(rows) == ["assigned", "check before the hearing"])
            // Typed words may name the person: they go with them, and the audit stays.
            let person = try #require(try await site.database.read { tx in try CaseSummary.find(file, in: tx) }).person
            _ = try await site.room.erasure.erase(person, at: site.clock.now)
            let left = try await site.database.read { tx in
                (try tx.count("SELECT count(*) FROM audit_purpose"), try tx.count("SELECT count(*) FROM audit_row"))
            }
            #expect(left.0 == 0 && left.1 > 0)
        }
    }

    // promise 3: the parts of a share, and no more.
    @Test(arguments: Databases.all) func `show a recipient the parts that were shared, and close at once`(_ kind: DatabaseKind) async throws
    {
        try await kind.withCaseSite { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)").status == 404)
            try await cast.share(file, with: cast.provider, [.care])
            let seen = try await cast.provider.visitor.open("/work/cases/\(file)")
            #expect(seen.status == 200)
            // The role could open identities; the share does not cover it.
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)/identity").status == 404)
            try await site.database.write { tx in
                try tx.run("UPDATE case_share SET closed_at = 1 WHERE case_id = \(file) AND seat = 'recipient'")
            }
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)").status == 404)
        }
    }
}
