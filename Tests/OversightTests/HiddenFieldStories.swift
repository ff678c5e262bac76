import Access
import Basics
import CaseFixtures
import Fixtures
import Foundation
import Protection
import Store
import Testing
import Vocabulary
import Web
import WebFixtures

@testable import Oversight

@Suite struct `Fields that a share leaves out` {
    // promise 3: what a share leaves out does not leave by another door.
    @Test(arguments: Databases.all) func `are in no paper and no record of whoever it was shared with`(_ kind: DatabaseKind) async throws {
        try await kind.withFigures { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            try await cast.share(file, with: cast.stranger, [.identity], without: [IdentityPart.documents.name, IdentityPart.birth.name])
            let request = ExportRequest(
                purpose: .health, form: .htcdsJSON, recipient: nil, ground: .law("danger_to_life"), reason: "ordered")
            let export = CaseExport(site.room)
            let theirs = String(decoding: try await export.export(file, request, in: .en, by: cast.stranger.actor).bytes, as: UTF8.self)
            #expect(theirs.contains("Amina") && !theirs.contains("EX-0001"))
            let ours = String(decoding: try await export.export(file, request, in: .en, by: cast.worker.actor).bytes, as: UTF8.self)
            #expect(ours.contains("EX-0001"))
        }
    }

    // promise 2: an import is no search among people whose names were not given.
    @Test(arguments: Databases.all) func `are not guessed by bringing in a record with a name`(_ kind: DatabaseKind) async throws {
        try await kind.withFigures { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file(of: ["Nadira Example"])
            let record = Data(
                "prs_FirstName,prs_SecondName,prs_Gender,cas_IncomingReferralDate\nNadira,Example,Feminine,2026-03-02\n".utf8)
            func matches(_ player: CasePlayer) async throws -> Int {
                try await CaseImport(site.room).trial(Array(record), name: "cases", by: player.actor).matches.count
            }
            #expect(try await matches(cast.supervisor) == 1)
            try await cast.share(file, with: cast.stranger, [.care])
            #expect(try await matches(cast.stranger) == 0)
            try await cast.share(file, with: cast.stranger, [.identity], without: [IdentityPart.names.name])
            #expect(try await matches(cast.stranger) == 0)
        }
    }
}
