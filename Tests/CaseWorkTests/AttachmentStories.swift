import Access
import Basics
import CaseFixtures
import CaseWork
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@Suite struct `Attachments` {
    private static let fields = [
        "part": "care", "kind": "medical", "given-by": "person", "given-how": "by_hand", "origin": "from the drawer",
    ]

    private func upload(
        _ bytes: [UInt8], named name: String = "photo of Amina.jpg", claiming type: String = "image/jpeg", by player: CasePlayer,
        to file: ID<CaseFile>, _ fields: [String: String] = fields
    ) async throws -> Reply {
        _ = try await player.visitor.open("/work/cases/\(file)/attachments")
        return try await player.visitor.upload("/attachments", fields, file: ("file", name, type, bytes))
    }

    // promise 23: judged by content, sealed with its hash, handed on without what a camera wrote.
    @Test(arguments: Databases.all)
    func `are sealed, keep the hash of what was given, and are handed on without what the camera wrote (promise 23)`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { site, cast, file in
            let picture = TestPictures.jpeg(exif: "GPS 12.3456 Port Example", comment: "Amina's kitchen")
            let reply = try await upload(picture, by: cast.worker, to: file)
            #expect(reply.status == 200 && reply.page.faults == [], "\(reply.page.text.prefix(300))")
            #expect(reply.page.text.contains("from the drawer") && reply.page.text.contains("photo of Amina.jpg"))
            let copy = try await cast.worker.visitor.open(try #require(reply.page.links.first { $0.hasSuffix("/copy") }))
            #expect(copy.header("content-type") == "image/jpeg")
            #expect(copy.header("x-content-type-options") == "nosniff" && copy.header("cache-control")?.contains("no-store") == true)
            let named = copy.header("content-disposition") ?? ""
            #expect(named.hasPrefix("attachment") && named.contains(".jpg") && !named.contains("Amina"))
            #expect(!copy.text.contains("GPS") && !copy.text.contains("kitchen"))
            let original = try await cast.worker.visitor.open(try #require(reply.page.links.first { $0.hasSuffix("/original") }))
            #expect(original.body == picture)
            // Nothing of it is in the database in the clear.
            let stored = try await site.database.read { tx in try tx.rows("SELECT content FROM attachment_part") { $0.bytes(0) } }
            #expect(!stored.isEmpty && stored.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("GPS") })
            #expect(try await site.count("SELECT COUNT(*) FROM audit_row WHERE detail = 'attachment: original' AND outcome = 'done'") == 1)
        }
    }

    // promise 3: a paper may say what a share leaves out.
    @Test(arguments: Databases.all) func `are left out of a share that hides something of their part, or of who the person is`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { _, cast, file in
            let reply = try await upload(TestPictures.jpeg(exif: "x"), by: cast.worker, to: file)
            let original = try #require(reply.page.links.first { $0.hasSuffix("/original") })
            let hidings: [(CasePlayer, Set<String>, Bool)] = [
                (cast.stranger, [], true), (cast.officer, ["identity.names"], false), (cast.provider, ["care.need.note"], false),
            ]
            for (player, hidden, isShown) in hidings {
                try await cast.share(file, with: player, [.care, .identity], without: hidden)
                let list = try await player.visitor.open("/work/cases/\(file)/attachments")
                #expect(list.status == 200 && list.text.contains("photo of Amina.jpg") == isShown, "\(hidden)")
                #expect(try await player.visitor.open(original).status == (isShown ? 200 : 404), "\(hidden)")
            }
        }
    }

    // promise 23: refused before anything is kept.
    @Test(arguments: Databases.all) func `are judged by content and refused before anything is kept`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseWork { site, cast, file in
            let refused: [(String, [UInt8])] = [
                ("program.pdf", [0x4D, 0x5A, 0x90, 0x00] + Array("program".utf8)), ("page.txt", Array("<html><script>1</script>".utf8)),
                ("drawing.png", Array("<svg onload=alert(1)>".utf8)), ("cut.jpg", Array(TestPictures.jpeg(exif: "x").prefix(20))),
                ("zip.pdf", [0x50, 0x4B, 0x03, 0x04, 0, 0]),
            ]
            for (name, bytes) in refused {
                let reply = try await upload(bytes, named: name, by: cast.worker, to: file)
                #expect(reply.status == 422 && reply.page.element(id: "problems") != nil, "\(name)")
            }
            let large = try await upload(Array(repeating: 0x41, count: 10 * 1_048_576 + 1), named: "large.txt", by: cast.worker, to: file)
            #expect(large.status == 422)
            #expect(try await site.count("SELECT COUNT(*) FROM attachment") == 0)
            #expect(try await site.count("SELECT COUNT(*) FROM attachment_part") == 0)
        }
    }

    // promise 26: a piece that is missing or moved does not open.
    @Test(arguments: Databases.all) func `of several pieces come back whole, and a piece that is missing or moved does not open`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseWork { site, cast, file in
            let text = Array(String(repeating: "nine hundred herons\n", count: 130_000).utf8)
            let reply = try await upload(text, named: "story.txt", by: cast.worker, to: file)
            let path = try #require(reply.page.links.first { $0.hasSuffix("/original") })
            #expect(try await site.count("SELECT COUNT(*) FROM attachment_part") == 3)
            #expect(try await cast.worker.visitor.open(path).body == text)
            try await site.database.write { tx in
                try tx.run("UPDATE attachment_part SET number = 9 WHERE number = 0")
                try tx.run("UPDATE attachment_part SET number = 0 WHERE number = 1")
                try tx.run("UPDATE attachment_part SET number = 1 WHERE number = 9")
            }
            #expect(try await cast.worker.visitor.open(path).status >= 400)
            try await site.database.write { tx in try tx.run("DELETE FROM attachment_part WHERE number = 2") }
            #expect(try await cast.worker.visitor.open(path).status >= 400)
        }
    }

    @Test(arguments: Databases.all) func `open only to those who see the part, and not once they are withdrawn`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseWork { site, cast, file in
            let reply = try await upload(
                Array("a letter".utf8), named: "letter.txt", by: cast.worker, to: file, Self.fields.merging(["part": "legal"]) { $1 })
            let path = try #require(reply.page.links.first { $0.hasSuffix("/original") })
            try await cast.share(file, with: cast.provider, [.summary, .care])
            #expect(try await cast.provider.visitor.open(path).status == 404)
            #expect(try await !cast.provider.visitor.open("/work/cases/\(file)/attachments").text.contains("letter.txt"))
            #expect(try await cast.stranger.visitor.open(path).status == 404)
            #expect(try await cast.stranger.visitor.open("/work/cases/\(file)/attachments").status == 404)
            // Nobody attaches to a part that they may not write in.
            let other = try await upload(
                Array("x".utf8), named: "x.txt", by: cast.worker, to: file, Self.fields.merging(["part": "childhood"]) { $1 })
            #expect(other.status == 422)
            _ = try await cast.worker.visitor.open("/work/cases/\(file)/attachments")
            #expect(try await cast.worker.visitor.fill("/withdrawal").status == 200)
            #expect(try await cast.worker.visitor.open(path).status == 404)
        }
    }
}
