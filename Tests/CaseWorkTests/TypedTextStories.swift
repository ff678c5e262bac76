import Access
import Basics
import CaseFixtures
import CaseWork
import Fixtures
import Foundation
import Protection
import Store
import Testing
import Vocabulary
import WebFixtures

@Suite struct `What is typed into a case file` {
    /// Thirty texts that would run, close an element or leave an attribute if they were printed as they are.
    static let markers = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "\"><script>alert(1)</script>",
        "'><script>alert(1)</script>", "</textarea><script>alert(1)</script>", "</title><script>alert(1)</script>",
        "<iframe src=javascript:alert(1)>", "<body onload=alert(1)>", "<a href=\"javascript:alert(1)\">x</a>", "javascript:alert(1)",
        "<details open ontoggle=alert(1)>", "<input autofocus onfocus=alert(1)>", "<math><mtext></table><img src=x onerror=alert(1)>",
        "<style>@import 'x'</style>", "<link rel=stylesheet href=x>", "<meta http-equiv=refresh content=0>", "<base href=//x>",
        "<object data=x>", "<embed src=x>", "<form action=x><button>y", "<!--<script>-->", "<![CDATA[<script>]]>", "&lt;script&gt;alert(1)",
        "&#60;script&#62;alert(1)", "\u{202E}<script>alert(1)</script>", "<ScRiPt>alert(1)</sCrIpT>", "<script/src=x></script>",
        "` onmouseover=alert(1) `", "{{7*7}}${7*7}<%= 7*7 %>",
    ]

    // promise 19: markers in every field of every kind of entry.
    @Test(arguments: Databases.all) func `is printed and never run: thirty markers in every field of every kind (promise 19)`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { site, cast, file in
            #expect(Self.markers.count == 30)
            let dangerous: Set<String> = ["iframe", "object", "embed", "base", "style", "math", "details", "img"]
            for one in kindsOfEntries {
                let texts = EntryFilling(one, site).fields.filter { if case .text = $0.kind { true } else { false } }
                guard !texts.isEmpty else { continue }
                let markers = one.isSingle ? [Self.markers.joined(separator: " ")] : Self.markers
                for marker in markers {
                    try await Entries(site.room).write(
                        EntryFilling(one, site).entryValues(text: marker), as: one, in: file, by: cast.worker.actor)
                }
                let reply = try await cast.worker.visitor.open("/work/cases/\(file)/entries/\(one.code)")
                #expect(reply.status == 200 && reply.page.faults == [], "\(one.code): \(reply.page.faults)")
                #expect(reply.page.all("script").isEmpty && !reply.page.all.contains { dangerous.contains($0.name) }, "\(one.code)")
                for element in reply.page.all {
                    #expect(!element.attributes.keys.contains { $0.hasPrefix("on") }, "\(one.code)")
                    #expect(!(element.attributes["href"] ?? "").hasPrefix("javascript:"), "\(one.code)")
                }
                if !one.isSingle, let longest = texts.first(where: { if case .text(let most, _) = $0.kind { most >= 300 } else { false } })
                {
                    #expect(reply.page.all("dl").count == 30, "\(one.code) \(longest.name)")
                    #expect(reply.page.text.contains("<script>alert(1)</script>"), "\(one.code) shows what was typed")
                }
            }
        }
    }

    // promise 5: what no field asks for.
    @Test(arguments: Databases.all) func `changes nothing where no field asks for it (promise 5)`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseWork { site, cast, file in
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/entries/experience")
            let reply = try await cast.worker.visitor.fill(
                "experience",
                [
                    "exploitation": "slavery", "case_id": "0", "added_by": "0", "version": "9", "is_withdrawn": "1", "stage": "identified",
                    "own_home_village": "elsewhere", "code": "AAAA-AAAA",
                ])
            #expect(reply.status == 200)
            #expect(try await site.count("SELECT version FROM experience") == 1)
            #expect(try await site.count("SELECT is_withdrawn FROM experience") == 0)
            #expect(try await site.count("SELECT COUNT(*) FROM extra_field_value") == 0)
            #expect(try await site.text("SELECT stage FROM case_file WHERE id = \(file)") == "presumed")
        }
    }

    // promises 27, 28: typed text is in no table, and gone with the person.
    @Test(arguments: Databases.all) func `is found nowhere in the tables, and can't be opened once the person is erased`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { site, cast, file in
            let canary = "kingfisher-of-port-example"
            for one in kindsOfEntries {
                try await Entries(site.room).write(
                    EntryFilling(one, site).entryValues(text: canary), as: one, in: file, by: cast.worker.actor)
            }
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/attachments")
            _ = try await cast.worker.visitor.upload(
                "/attachments", ["part": "care", "kind": "letter", "given-by": "person", "given-how": "sent", "origin": canary],
                file: ("file", canary + ".txt", "text/plain", Array(canary.utf8)))
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/interviews")
            _ = try await cast.worker.visitor.fill(
                "/interviews", ["matters": "work", "interpreter": "planned", "support": "present", "training": "trained", "place": canary])
            #expect(try await site.count("SELECT COUNT(*) FROM interview") == 1)
            #expect(try await site.count("SELECT COUNT(*) FROM attachment") == 1)
            for (table, columns) in try await sealedColumns(site) {
                for column in columns {
                    let values = try await site.database.read { tx in
                        try tx.rows("SELECT \(sql: column) FROM \(sql: table)") { $0.optionalBytes(0) }
                    }
                    #expect(values.compactMap { $0 }.allSatisfy { !String(decoding: $0, as: UTF8.self).contains(canary) })
                }
            }
            let person = try #require(
                try await site.database.read { tx in try CaseSummary.find(file, in: tx)?.person })
            _ = try await site.room.erasure.erase(person, at: site.clock.now)
            for (table, columns) in try await sealedColumns(site) {
                for column in columns {
                    #expect(try await site.count("SELECT COUNT(*) FROM \(sql: table) WHERE \(sql: column) IS NOT NULL") == 0)
                }
            }
            #expect(try await site.count("SELECT COUNT(*) FROM attachment_part") == 0)
            #expect(try await site.count("SELECT COUNT(*) FROM extra_field_value WHERE sealed IS NOT NULL") == 0)
            // The coded record is left, and its pages still open.
            for one in kindsOfEntries {
                let reply = try await cast.worker.visitor.open("/work/cases/\(file)/entries/\(one.code)")
                #expect(reply.status == 200 && !reply.text.contains(canary), "\(one.code)")
            }
            for path in ["attachments", "interviews", "life-line", "assessments/needs"] {
                let reply = try await cast.worker.visitor.open("/work/cases/\(file)/\(path)")
                #expect(reply.status == 200 && !reply.text.contains(canary), "\(path)")
            }
        }
    }

    /// The tables of this room with what is sealed in them.
    private func sealedColumns(_ site: CaseSite) async throws -> [(SQL, [SQL])] {
        [
            ("experience", ["place", "narrative"]), ("recruitment", ["promise_detail"]), ("route_leg", ["border_point"]),
            ("person_involved", ["identity", "place"]), ("origins", ["birth_place"]), ("particulars", ["note"]), ("dependant", ["name"]),
            ("health_entry", ["note"]), ("safety_plan", ["threat_detail", "trusted", "code_word", "safe_places", "avoid", "steps"]),
            ("goal", ["words"]), ("own_view", ["words"]), ("contact_attempt", ["note"]), ("crime_reference", ["reference", "authority"]),
            ("hearing", ["court"]), ("legal_aid", ["lawyer"]), ("attachment", ["name", "origin"]),
            ("interview", ["place", "account", "evaluation"]), ("assessment", ["note"]),
        ]
    }
}
