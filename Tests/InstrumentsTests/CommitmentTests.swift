import Access
import Basics
import Fixtures
import Store
import Testing
import Vocabulary

@testable import Instruments

extension Shipped {
    /// The ids of every commitment file, read without the library.
    static func commitmentIDs() throws -> [String] {
        try commitmentFiles.flatMap { file in
            let table = SmallTable(Array(try share.data(file.path)))
            return table.rows.map { table.text($0, file.id) }
        }
    }

    static let commitmentFiles = [
        (path: "reference/tip_protocol_provisions.csv", id: "provision"), (path: "commitments/principles.csv", id: "id"),
        (path: "commitments/guidelines.csv", id: "id"), (path: "commitments/vienna_forum.csv", id: "id"),
        (path: "commitments/global_plan.csv", id: "id"),
    ]
}

@Suite struct `The commitments that ship` {
    @Test func `are as many as the sources number`() throws {
        let ids = try Shipped.commitmentIDs()
        func count(_ prefix: String) -> Int { ids.count { $0.hasPrefix(prefix) } }
        #expect(count("TIP-") == 40)
        #expect(ids.count { $0.wholeMatch(of: /P\d+/) != nil } == 17)
        // Measures under guidelines 1 to 11, counted in the source.
        for (guideline, measures) in zip(1..., [10, 7, 7, 11, 9, 8, 9, 10, 3, 7, 12]) { #expect(count("G\(guideline).") == measures) }
        #expect(count("GPA-II-") == 7)
        #expect(count("GPA-III-") == 15)
        #expect(count("VF-") == 165 + 78)
        #expect(Set(ids).count == ids.count)
    }

    @Test func `hold the recommendations apart from the findings`() throws {
        let table = SmallTable(Array(try Shipped.share.data("commitments/vienna_forum.csv")))
        let references = table.rows.map { table.text($0, "reference") }
        #expect(references.count { $0.hasSuffix(", recommendations") } == 165)
        #expect(references.count { $0.hasSuffix(", findings") } == 78)
    }

    @Test func `have no empty field and a known pillar`() throws {
        // The library refuses files with an empty field, an unknown pillar or source, or an id that stands there twice.
        _ = try Shipped.library.get()
        for id in ["TIP-9.5", "P7", "G6.1", "VF-160a", "GPA-III-j"] { #expect(try Shipped.commitmentIDs().contains(id)) }
    }
}

@Suite struct `The library of commitments` {
    @Test(arguments: Databases.all) func `finds by words, by document and by pillar`(kind: DatabaseKind) async throws {
        try await Shipped.withDatabase(kind) { database in
            try await database.read { tx in
                #expect(try tx.commitments().count == 415)
                #expect(try tx.commitments().first?.id == "TIP-2")
                #expect(try tx.commitments(CommitmentSearch(words: "tip-9.5")).map(\.id) == ["TIP-9.5"])
                let interpreters = try tx.commitments(CommitmentSearch(words: "Interpreter ALONE"))
                #expect(interpreters.map(\.id) == ["VF-178d"])
                #expect(try tx.commitments(CommitmentSearch(source: .principles)).count == 17)
                let demand = try tx.commitments(CommitmentSearch(words: "demand", pillar: .prevention))
                #expect(demand.contains { $0.id == "P4" })
                #expect(demand.allSatisfy { $0.pillar == .prevention })
                // The signs of LIKE and of SQL are no letters, and mean nothing.
                #expect(try tx.commitments(CommitmentSearch(words: "%")).isEmpty)
                #expect(try tx.commitments(CommitmentSearch(words: "_'")).isEmpty)
                #expect(try tx.commitmentCounts()[.guidelines] == 93)
            }
        }
    }

    @Test(arguments: Databases.all) func `shows a link from both sides`(kind: DatabaseKind) async throws {
        try await Shipped.withDatabase(kind) { database in
            try await database.read { tx in
                let (there, back) = (try tx.links(of: "TIP-9.5"), try tx.links(of: "P4"))
                #expect(there.contains { $0.toID == "P4" })
                #expect(back.contains { $0.toID == "TIP-9.5" })
            }
        }
    }

    @Test(arguments: Databases.all) func `lets somebody with the deed link two, once, and take it away`(kind: DatabaseKind) async throws {
        try await Shipped.withDatabase(kind) { database in
            let gate = Gate(database: database, clock: .stopped(at: Databases.now))
            let amina = Shipped.amina()
            func link(_ from: String, _ to: String, _ why: String) async throws {
                try await gate.change(.linkCommitments, on: ID<CommitmentLink>.new(at: Databases.now), for: amina) { tx, permit in
                    try CommitmentLink.make(from: from, to: to, why: why, under: permit, at: Databases.now, in: tx)
                }
            }
            try await link("P7", "VF-166", "Both keep people from being sent into danger")
            await #expect(throws: CommitmentLinkRefused.exists) { try await link("VF-166", "P7", "again") }
            await #expect(throws: CommitmentLinkRefused.toItself) { try await link("P7", "P7", "itself") }
            await #expect(throws: CommitmentLinkRefused.unknownCommitment("P99")) { try await link("P7", "P99", "nothing") }
            await #expect(throws: CommitmentLinkRefused.reasonNeeded) { try await link("P7", "P17", "  ") }
            #expect(try await database.read { try $0.links(of: "VF-166") }.first?.isShipped == false)
            try await gate.change(.linkCommitments, on: ID<CommitmentLink>.new(at: Databases.now), for: amina) { tx, permit in
                try CommitmentLink.remove(from: "VF-166", to: "commitment", "P7", under: permit, in: tx)
                try CommitmentLink.remove(from: "TIP-9.5", to: "commitment", "P4", under: permit, in: tx)
            }
            try await gate.change(.linkCommitments, on: ID<CommitmentLink>.new(at: Databases.now), for: amina) { tx, permit in
                try CommitmentLink.make(
                    from: "P7", to: "measure", "12", why: "Answers it", under: permit, at: Databases.now, in: tx
                )
            }
            let answered = try await database.read { try $0.commitments(linkedTo: "measure", "12") }
            #expect(answered.first?.id == "P7" && answered.count == 1)
            let (made, shipped) = try await database.read { tx in (try tx.links(of: "VF-166"), try tx.links(of: "TIP-9.5")) }
            #expect(made.isEmpty)
            #expect(shipped.contains { $0.toID == "P4" }, "links that ship stay")
        }
    }

    @Test(arguments: Databases.all) func `is loaded once`(kind: DatabaseKind) async throws {
        try await Shipped.withDatabase(kind) { database in
            let library = try Shipped.library.get()
            let wroteAgain = try await library.load(into: database, at: Databases.now)
            #expect(!wroteAgain)
        }
    }
}
