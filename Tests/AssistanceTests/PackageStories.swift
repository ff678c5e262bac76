import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Assistance

@Suite struct `A sealed package` {
    private func made(
        _ cast: CaseCast, isFirst: Bool = true
    ) async throws -> (file: ID<CaseFile>, referral: ID<ServiceReferral>, link: String, code: String) {
        let (file, service) = (try await cast.file(), try await cast.clinicService(isFirst ? "Walk-in clinic" : "Evening clinic"))
        try await cast.consent(file, to: cast.provider)
        let referral = try await cast.refer(file, to: [service], hide: ["identity.documents"]).unwrapped()
        try await cast.worker.visitor.open("/work/service-referrals/\(referral)")
        let page = try await cast.worker.visitor.fill("/package")
        let codes = page.page.all("code").map(\.text)
        try #require(codes.count == 2, "\(page.text)")
        let link = try #require(codes[0].firstRange(of: "/package/"))
        return (file, referral, String(codes[0][link.lowerBound...]), codes[1])
    }

    @Test(arguments: Databases.all) func `opens once with its code, and takes one answer`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (_, referral, link, code) = try await made(cast)
            let outside = site.visitor()
            let asked = try await outside.open(link)
            #expect(asked.status == 200 && !asked.text.contains("Amina") && asked.page.faults == [])
            #expect(asked.header("cache-control")?.contains("no-store") == true)
            // Looking twice uses nothing.
            try await outside.open(link)
            let opened = try await outside.fill(link, ["code": code])
            #expect(opened.text.contains("Amina Example") && !opened.text.contains("EX-0001") && opened.page.faults == [])
            let second = site.visitor()
            try await second.open(link)
            #expect(try await second.fill(link, ["code": code]).status == 404)
            #expect(try await outside.open(link).status == 200)
            let kept = try await site.database.read { tx in try tx.exists("SELECT 1 FROM service_package WHERE content IS NOT NULL") }
            #expect(!kept)
            let again = try await made2(cast, referral)
            try await outside.open(again.link)
            try await outside.fill(again.link, ["code": again.code])
            let answered = try await outside.fill("/answer", ["answer": "yes"])
            #expect(answered.status == 200)
            #expect(try await cast.stage(referral) == .accepted)
        }
    }

    // promise 28: what was sealed in a package opens nowhere any more, in no older backup either.
    @Test(arguments: Databases.all) func `that was taken back, or outlived its time, has no key any more`(_ kind: DatabaseKind) async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (_, referral, _, _) = try await made(cast)
            let package = try await site.database.read { tx in
                try tx.row("SELECT id FROM service_package") { try $0.id(0, of: SealedPackage.self) }
            }.unwrapped()
            _ = try await site.room.vault.key(for: package)
            try await cast.worker.visitor.open("/work/service-referrals/\(referral)")
            #expect(try await cast.worker.visitor.fill("/withdrawal").status == 200)
            site.clock.pass(.hours(2))
            #expect(try await site.runJobs().failed.isEmpty)
            await #expect(throws: VaultRefused.self) { try await site.room.vault.key(for: package) }
        }
    }

    // A provider without an account follows the help to its end, with what it has: the link and the code.
    @Test(arguments: Databases.all) func `takes reports after a yes, and shows nothing of the person again`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (file, referral, link, code) = try await made(cast)
            let outside = site.visitor()
            try await outside.open(link)
            try await outside.fill(link, ["code": code])
            let accepted = try await outside.fill("/answer", ["answer": "yes"])
            #expect(accepted.text.contains("Keep the link and the code"))

            // Weeks later: with a wrong code nothing, with the right one what may come next and no more.
            site.clock.pass(.days(20))
            try await outside.open(link)
            #expect(try await outside.fill(link, ["code": code == "000000" ? "000001" : "000000"]).status == 422)
            let report = try await outside.fill(link, ["code": code])
            #expect(report.status == 200 && !report.text.contains("Amina") && report.page.faults == [])
            #expect(report.text.contains("The help has begun") && !report.text.contains("the need is met"))
            let begun = try await outside.fill("/report", ["report": "began"])
            #expect(begun.status == 200)
            #expect(try await cast.stage(referral) == .started)
            // The page's token was good once.
            #expect(try await outside.open(link).status == 200)
            try await outside.fill(link, ["code": code])
            #expect(try await outside.fill("/report", ["report": "met"]).status == 200)
            #expect(try await cast.stage(referral) == .completed)
            try await outside.open(link)
            #expect(try await outside.fill(link, ["code": code]).status == 404)
            let worker = try await site.signIn(cast.worker.actor.account).visitor
            #expect(try await worker.open("/work/cases/\(file)").text.contains("The need is met"))
        }
    }

    @Test(arguments: Databases.all) func `lets a provider say that it can't help after all, and dies with three wrong codes`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            for ending in ["not_after_all", "wrong codes"] {
                let (_, referral, link, code) = try await made(cast, isFirst: ending == "not_after_all")
                let outside = site.visitor()
                try await outside.open(link)
                try await outside.fill(link, ["code": code])
                try await outside.fill("/answer", ["answer": "yes"])
                try await outside.open(link)
                if ending == "not_after_all" {
                    try await outside.fill(link, ["code": code])
                    try await outside.fill("/report", ["report": "not_after_all"])
                    #expect(try await cast.stage(referral) == .withdrawn)
                } else {
                    for status in [422, 422, 404] {
                        try await outside.open(link)
                        #expect(try await outside.fill(link, ["code": code == "000000" ? "000001" : "000000"]).status == status)
                    }
                    try await outside.open(link)
                    #expect(try await outside.fill(link, ["code": code]).status == 404)
                    #expect(try await cast.stage(referral) == .accepted)
                }
            }
        }
    }

    private func made2(_ cast: CaseCast, _ referral: ID<ServiceReferral>) async throws -> (link: String, code: String) {
        try await cast.worker.visitor.open("/work/service-referrals/\(referral)")
        let codes = try await cast.worker.visitor.fill("/package").page.all("code").map(\.text)
        let link = try #require(codes[0].firstRange(of: "/package/"))
        return (String(codes[0][link.lowerBound...]), codes[1])
    }

    @Test(arguments: Databases.all) func `is destroyed after three wrong codes, and after two days`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (_, referral, link, code) = try await made(cast)
            let wrong = code == "000000" ? "000001" : "000000"
            let outside = site.visitor()
            for status in [422, 422, 404] {
                try await outside.open(link)
                #expect(try await outside.fill(link, ["code": wrong]).status == status)
            }
            try await outside.open(link)
            #expect(try await outside.fill(link, ["code": code]).status == 404)
            let (late, lateCode) = try await made2(cast, referral)
            site.clock.pass(.hours(11))
            #expect(try await site.runJobs().failed.isEmpty)
            site.clock.pass(.hours(38))
            try await outside.open(late)
            #expect(try await outside.fill(late, ["code": lateCode]).status == 404)
            #expect(try await site.runJobs().failed.isEmpty)
            #expect(
                try await site.database.read { tx in try tx.exists("SELECT 1 FROM service_package WHERE content IS NOT NULL") } == false)
        }
    }
}
