import Access
import Basics
import CaseFixtures
import Fixtures
import Protection
import Store
import Testing
import WebFixtures

@testable import Assistance

@Suite struct `A referral to a service` {
    @Test(arguments: Databases.all) func `goes from the worker to the provider's queue, opens when accepted and closes when completed`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (file, service) = (try await cast.file(), try await cast.clinicService())
            try await cast.consent(file, to: cast.provider)
            let choose = try await cast.worker.visitor.open("/work/cases/\(file)/service-referral")
            #expect(choose.text.contains("Walk-in clinic") && choose.page.faults == [])
            let preview = try await cast.worker.visitor.open(
                "/work/cases/\(file)/service-referral/share-set?service=\(service)&urgency=today&basis=consent&part=identity&hide=identity.documents"
            )
            #expect(preview.text.contains("Amina Example") && !preview.text.contains("EX-0001") && preview.page.faults == [])
            let referral = try await cast.refer(file, to: [service], hide: ["identity.documents"]).unwrapped()

            // Until it is accepted: coded, no name, and the file itself is not there.
            let queue = try await cast.provider.visitor.open("/work/referrals-to-us")
            #expect(queue.text.contains("\(referral)") && !queue.text.contains("Amina") && queue.page.faults == [])
            let seen = try await cast.provider.visitor.open("/work/service-referrals/\(referral)")
            #expect(seen.status == 200 && !seen.text.contains("Amina") && !seen.text.contains("night market") && seen.page.faults == [])
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)").status == 404)
            // Its notice names the referral, and not the file that they do not see yet.
            let codes = try await site.database.read { tx in
                try tx.row("SELECT r.code, c.code FROM service_referral r JOIN case_file c ON c.id = r.case_id") {
                    ($0.text(0), $0.text(1))
                }
            }.unwrapped()
            let told = try await cast.provider.visitor.open("/work")
            #expect(told.text.contains(codes.0) && !told.text.contains(codes.1) && told.page.faults == [])

            site.clock.pass(.minutes(10))
            try await cast.provider.visitor.open("/work/service-referrals/\(referral)")
            try await cast.provider.visitor.fill("/acceptance")
            #expect(try await cast.stage(referral) == .accepted)
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)").status == 200)
            // Field by field: the name is shared, the documents are left out.
            try await cast.provider.visitor.open("/work/cases/\(file)/identity")
            let identity = try await cast.provider.visitor.fill("/identity", ["purpose": "first appointment"])
            #expect(identity.text.contains("Amina Example") && !identity.text.contains("EX-0001"))

            try await cast.provider.visitor.open("/work/service-referrals/\(referral)")
            try await cast.provider.visitor.fill("/messages", ["message": "Appointment at nine."])
            #expect(try await cast.provider.visitor.open("/work/service-referrals/\(referral)").text.contains("Appointment at nine."))
            #expect(try await cast.worker.visitor.open("/work/service-referrals/\(referral)").text.contains("Appointment at nine."))
            try await cast.provider.visitor.open("/work/service-referrals/\(referral)")
            try await cast.provider.visitor.fill("/start")
            try await cast.provider.visitor.open("/work/service-referrals/\(referral)")
            try await cast.provider.visitor.fill(
                "/completion", ["outcome": "met", "satisfaction": "satisfied", "cost": "40", "currency": "EUR"])
            #expect(try await cast.stage(referral) == .completed)
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)").status == 404)

            let plan = try await cast.worker.visitor.open("/work/cases/\(file)")
            #expect(plan.text.contains("Walk-in clinic") && plan.text.contains("The need is met"))
            // The waiting time is that of the stored moments.
            let times = try await site.database.read { tx in
                try tx.row("SELECT answered_at - sent_at FROM service_referral WHERE id = \(referral)") { $0.int(0) }
            }
            #expect(times == 600 * 1_000_000)
            let disclosures = try await cast.worker.visitor.open("/work/cases/\(file)/consents")
            #expect(disclosures.text.contains("own consent") && disclosures.text.contains("Willow Clinic") && disclosures.page.faults == [])
        }
    }

    @Test(arguments: Databases.all) func `is not sent without a ground, nor with more than the person agreed to`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (file, service) = (try await cast.file(), try await cast.clinicService())
            #expect(try await cast.refer(file, to: [service]) == nil)
            #expect(await cast.worker.visitor.last.status == 422)
            try await cast.consent(file, to: cast.provider, part: "care")
            let set = try await cast.worker.visitor.open(
                "/work/cases/\(file)/service-referral/share-set?service=\(service)&urgency=today&basis=consent&part=identity")
            #expect(!set.text.contains("Amina"))
            let referral = try await cast.refer(file, to: [service], parts: ["identity", "care"]).unwrapped()
            let parts = try await site.database.read { tx in
                try tx.row("SELECT parts FROM service_referral WHERE id = \(referral)") { $0.text(0) }
            }
            #expect(parts == "summary care services")
            // A no is the last word.
            site.clock.pass(.seconds(1))
            try await cast.consent(file, to: cast.provider, part: "care", answer: "no")
            _ = try await cast.refer(file, to: [service], parts: ["care"])
            #expect(await cast.worker.visitor.last.status == 422)
            #expect(try await site.database.read { tx in try tx.count("SELECT count(*) FROM disclosure WHERE case_id = \(file)") } == 1)
        }
    }

    // promise 2: not for strangers, nor for a provider who declined.
    @Test(arguments: Databases.all) func `shows nothing to a stranger, and nothing more to a provider who declined`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (file, service) = (try await cast.file(), try await cast.clinicService())
            try await cast.consent(file, to: cast.provider)
            let referral = try await cast.refer(file, to: [service]).unwrapped()
            for path in [
                "/work/service-referrals/\(referral)", "/work/cases/\(file)/consents", "/work/cases/\(file)/service-referral",
                "/work/cases/\(file)/service-referral/share-set",
            ] {
                #expect(try await cast.stranger.visitor.open(path).status == 404, "\(path)")
            }
            #expect(try await !cast.stranger.visitor.open("/work/referrals-to-us").text.contains("\(referral)"))
            #expect(try await !cast.stranger.visitor.open("/work/referrals-we-sent").text.contains("\(referral)"))
            try await cast.provider.visitor.open("/work/service-referrals/\(referral)")
            let refused = try await cast.provider.visitor.fill("/decline")
            #expect(refused.status == 422)
            try await cast.provider.visitor.fill("/decline", ["reason": "no_place"])
            #expect(try await cast.stage(referral) == .declined)
            #expect(try await cast.provider.visitor.open("/work/service-referrals/\(referral)").status == 404)
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)").status == 404)
            #expect(try await !cast.provider.visitor.open("/work/referrals-to-us").text.contains("\(referral)"))
            #expect(try await cast.worker.visitor.open("/work/cases/\(file)").text.contains("No place free"))
        }
    }

    @Test(arguments: Databases.all) func `shows the second of two who answer what the first did`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (file, service) = (try await cast.file(), try await cast.clinicService())
            let second = try await site.person("dina", roles: ["service-provider"], in: cast.provider.actor.organisation)
            try await cast.consent(file, to: cast.provider)
            let referral = try await cast.refer(file, to: [service]).unwrapped()
            try await cast.provider.visitor.open("/work/service-referrals/\(referral)")
            try await second.visitor.open("/work/service-referrals/\(referral)")
            try await cast.provider.visitor.fill("/acceptance")
            let reply = try await second.visitor.fill("/decline", ["reason": "no_place"])
            #expect(reply.status == 409 && reply.text.contains("accepted"))
            #expect(try await cast.stage(referral) == .accepted)
        }
    }

    @Test(arguments: Databases.all) func `closes at once when the person withdraws consent`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (file, service) = (try await cast.file(), try await cast.clinicService())
            try await cast.consent(file, to: cast.provider)
            let referral = try await cast.refer(file, to: [service]).unwrapped()
            try await cast.provider.visitor.open("/work/service-referrals/\(referral)")
            try await cast.provider.visitor.fill("/acceptance")
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)").status == 200)
            let consent = try await site.database.read { tx in
                try tx.row("SELECT id FROM consent WHERE case_id = \(file)") { try $0.id(0, of: Consent.self) }
            }.unwrapped()
            let asked = try await cast.worker.visitor.open("/work/cases/\(file)/consents/\(consent)/withdrawal")
            // The consequences stand there before the button.
            #expect(asked.text.contains("Willow Clinic") && asked.page.faults == [])
            try await cast.worker.visitor.fill("/withdrawal")
            #expect(try await cast.provider.visitor.open("/work/cases/\(file)").status == 404)
            #expect(try await cast.provider.visitor.open("/work/service-referrals/\(referral)").status == 404)
            #expect(try await cast.stage(referral) == .withdrawn)
            #expect(try await cast.provider.visitor.open("/work").text.contains("withdrew their consent"))
        }
    }

    @Test(arguments: Databases.all) func `rises to worker and supervisor when nobody answers, and runs out at last`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (file, service) = (try await cast.file(), try await cast.clinicService())
            try await cast.consent(file, to: cast.provider)
            let referral = try await cast.refer(file, to: [service], urgency: "immediate").unwrapped()
            site.clock.pass(.minutes(130))
            let done = try await site.runJobs()
            #expect(done.failed.isEmpty)
            let worker = try await site.signIn(cast.worker.actor.account)
            #expect(try await worker.visitor.open("/work").text.contains("is late"))
            let supervisor = try await site.signIn(cast.supervisor.actor.account)
            #expect(try await supervisor.visitor.open("/work").text.contains("is late"))
            #expect(try await worker.visitor.open("/work/cases/\(file)").text.contains("Refer elsewhere"))
            site.clock.pass(.minutes(130))
            #expect(try await site.runJobs().failed.isEmpty)
            #expect(try await cast.stage(referral) == .expired)
            let provider = try await site.signIn(cast.provider.actor.account)
            #expect(try await provider.visitor.open("/work/service-referrals/\(referral)").status == 404)
        }
    }

    @Test(arguments: Databases.all) func `is the same whether or not the person speaks with the police`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let service = try await cast.clinicService()
            var answers: [String] = []
            for answer in ["yes", "no"] {
                let file = try await cast.file()
                try await cast.worker.visitor.open("/work/cases/\(file)/consents")
                try await cast.worker.visitor.fill(
                    "/consents",
                    [
                        "purpose": "police", "answer": answer, "given-by": "person", "part": "cooperation", "language": "en",
                        "explained": "spoken", "evidence": "spoken",
                    ])
                try await cast.consent(file, to: cast.provider)
                let choose = try await cast.worker.visitor.open("/work/cases/\(file)/service-referral")
                let referral = try await cast.refer(file, to: [service], parts: ["identity", "cooperation"]).unwrapped()
                let row = try await site.database.read { tx in
                    try tx.row("SELECT urgency, parts, hidden, stage, accept_by - sent_at FROM service_referral WHERE id = \(referral)") {
                        "\($0.text(0)) \($0.text(1)) \($0.text(2)) \($0.text(3)) \($0.int(4))"
                    }
                }
                #expect(row?.contains("cooperation") == false)
                answers.append("\(row ?? "") \(choose.text.contains("Walk-in clinic"))")
            }
            #expect(answers[0] == answers[1])
        }
    }

    @Test(arguments: Databases.all) func `goes to several services at once`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let (one, two) = (try await cast.clinicService(), try await cast.clinicService("Crisis line", kind: "crisis_support"))
            try await cast.consent(file, to: cast.provider)
            _ = try await cast.refer(file, to: [one, two])
            let sent = try await site.database.read { tx in try tx.count("SELECT count(*) FROM service_referral WHERE case_id = \(file)") }
            #expect(sent == 2)
            let list = try await cast.worker.visitor.open("/work/referrals-we-sent?kind=crisis_support")
            #expect(list.text.contains("Crisis line") && !list.text.contains("Walk-in clinic") && list.page.faults == [])
        }
    }

    @Test(arguments: Databases.all) func `is chosen from all kinds of help at once, with what is free in words`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            _ = try await cast.clinicService()
            _ = try await cast.clinicService("Crisis line", kind: "crisis_support")
            _ = try await cast.clinicService("Men’s evening", group: "men")
            let region = try #require(site.room.profile.regions.first?.code)
            try await site.database.write { tx in
                try tx.run("UPDATE case_file SET region = \(region) WHERE id = \(file)")
                try tx.run("UPDATE assistance_service SET region = 'elsewhere' WHERE name = 'Walk-in clinic'")
            }
            let all = try await cast.worker.visitor.open("/work/cases/\(file)/service-referral")
            #expect(all.text.contains("Walk-in clinic") && all.text.contains("2 places free, as they last said") && all.page.faults == [])
            #expect(!all.text.contains("Men’s evening"))
            // Those of the person's region, and of the whole country, stand before those farther away.
            let (near, far) = (all.text.firstRange(of: "Crisis line"), all.text.firstRange(of: "Walk-in clinic"))
            #expect(try #require(near).lowerBound < #require(far).lowerBound)
            let everybody = try await cast.worker.visitor.open("/work/cases/\(file)/service-referral?kind=any&fit=all&q=evening")
            #expect(everybody.text.contains("Men’s evening") && !everybody.text.contains("Walk-in clinic"))
            let one = try await cast.worker.visitor.open("/work/cases/\(file)/service-referral?kind=crisis_support&fit=person")
            #expect(one.text.contains("Crisis line") && !one.text.contains("Walk-in clinic"))
        }
    }

    // promise 28: messages go with the person.
    @Test(arguments: Databases.all) func `loses its messages when the person is erased`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite([AssistanceBranch.branch]) { site in
            let cast = try await CaseCast(site)
            let (file, service) = (try await cast.file(), try await cast.clinicService())
            try await cast.consent(file, to: cast.provider)
            let referral = try await cast.refer(file, to: [service]).unwrapped()
            try await cast.worker.visitor.open("/work/service-referrals/\(referral)")
            try await cast.worker.visitor.fill("/messages", ["message": "She prefers mornings."])
            let plain = try await site.database.read { tx in
                try tx.row("SELECT content FROM service_message") { String(decoding: $0.bytes(0), as: UTF8.self) }
            }
            #expect(plain?.contains("mornings") == false)
            let person = try await site.database.read { tx in
                try tx.row("SELECT person_id FROM case_file WHERE id = \(file)") { try $0.id(0, of: Person.self) }
            }.unwrapped()
            _ = try await site.room.erasure.erase(person, at: site.clock.now)
            #expect(
                try await site.database.read { tx in try tx.exists("SELECT 1 FROM service_message WHERE content IS NOT NULL") } == false)
        }
    }
}
