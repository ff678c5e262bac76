import Access
import Basics
import CaseFixtures
import Fixtures
import Foundation
import Protection
import Store
import Testing
import Vocabulary
import WebFixtures

@Suite struct `A file that was shared` {
    // promise 2: what a share lets an organisation see is not what it may decide.
    @Test(arguments: Databases.all) func `is assigned by whoever keeps it, and by no recipient, whose page names none of the staff`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            try await cast.share(file, with: cast.stranger, [.care])
            let page = try await cast.stranger.visitor.open("/work/cases/\(file)")
            #expect(page.status == 200 && !page.text.contains("Kofi Example"))
            let files = CaseFiles(site.room)
            await #expect(throws: AccessRefused.self) {
                try await files.assign(file, to: cast.colleague.actor.account, deputy: nil, by: cast.stranger.actor)
            }
            try await files.assign(file, to: cast.colleague.actor.account, deputy: nil, by: cast.supervisor.actor)
        }
    }

    @Test(arguments: Databases.all) func `says whose it is, and how to see more, to whoever sees its summary alone`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let page = try await cast.colleague.visitor.open("/work/cases/\(file)")
            #expect(page.text.contains("You see the summary of this file"))
            #expect(page.page.text.contains("It is with Wanda Example") && page.text.contains("ask your supervisor"))
            #expect(!page.text.contains("Amina"))
            for one in [cast.worker, cast.supervisor] {
                #expect(!(try await one.visitor.open("/work/cases/\(file)").text.contains("You see the summary of this file")))
            }
            try await cast.share(file, with: cast.provider, [.care])
            let shared = try await cast.provider.visitor.open("/work/cases/\(file)")
            #expect(shared.page.text.contains("It is kept by Harbour House"))
        }
    }

    @Test(arguments: Databases.all) func `is not assigned to somebody who is barred from it`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file(isAssigned: false)
            let (colleague, worker, now) = (cast.colleague.actor.account, cast.worker.actor.account, site.clock.now)
            try await site.database.write { tx in
                try tx.run(
                    """
                    INSERT INTO case_bar (id, case_id, account_id, asked_by, barred_by, barred_at)
                    VALUES (\(ID<CaseMember>.new(at: now)), \(file), \(colleague), 'person', \(worker), \(now))
                    """
                )
            }
            await #expect(throws: CaseRefused.notAColleague) {
                try await CaseFiles(site.room).assign(file, to: colleague, deputy: nil, by: cast.supervisor.actor)
            }
            #expect(try await cast.supervisor.visitor.open("/work/cases/\(file)").text.contains("Kofi Example") == false)
            #expect(try await Inbox(gate: site.room.gate).unread(for: cast.colleague.actor) == 0)
        }
    }

    // promise 3: a field that a share leaves out is not seen, and is not lost by somebody who corrects the rest.
    @Test(arguments: Databases.all) func `is not corrected by somebody who sees a part of who it is about`(_ kind: DatabaseKind)
        async throws
    {
        try await kind.withCaseSite { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let people = People(site.room)
            try await cast.share(file, with: cast.stranger, [.care])
            await #expect(throws: AccessRefused.self) {
                try await people.correct(PersonIdentity(names: ["Somebody Else"]), in: file, from: 1, by: cast.stranger.actor)
            }
            try await cast.share(file, with: cast.stranger, [.identity], without: [IdentityPart.contact.name])
            let purpose = try Purpose(stated: "to arrange a visit")
            let seen = try await people.open(file, for: cast.stranger.actor, purpose: purpose)
            #expect(seen.identity.value.names == ["Amina Example"] && seen.identity.value.contact == nil)
            await #expect(throws: AccessRefused.self) {
                try await people.correct(seen.identity.value, in: file, from: seen.version, by: cast.stranger.actor)
            }
            let whole = try await people.open(file, for: cast.worker.actor, purpose: nil)
            #expect(whole.identity.value.contact != nil)
        }
    }

    // promise 3: what the person was asked about the police is nobody's business who helps.
    @Test(arguments: Databases.all) func `tells a recipient that consent was given, and not for what`(_ kind: DatabaseKind) async throws {
        try await kind.withCaseSite { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            let (room, now) = (site.room, site.clock.now)
            try await room.gate.change(.recordConsent, on: file, for: cast.worker.actor) { tx, permit in
                let draft = Consent.Draft(
                    purpose: "police", answer: .yes, parts: [.experience], language: "en", explained: .spoken, evidence: .spoken)
                try ConsentLedger.record(draft, in: file, under: permit, profile: room.profile, at: now, tx: tx)
            }
            try await cast.share(file, with: cast.provider, [.care])
            let purpose = try #require(room.profile.consentPurpose("police")?.name.en)
            #expect(try await cast.worker.visitor.open("/work/cases/\(file)/timeline").text.contains("Consent given: \(purpose)"))
            let seen = try await cast.provider.visitor.open("/work/cases/\(file)/timeline")
            #expect(seen.text.contains("Consent given") && !seen.text.contains(purpose))
        }
    }
}

@Suite struct `A work queue` {
    // promise 3: what a share does not hold can't be found out by trying the values of a filter.
    @Test(arguments: Databases.all) func `is narrowed by what somebody lived through for those alone who were given it`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite { site in
            let cast = try await CaseCast(site)
            let file = try await cast.file()
            try await site.database.write { tx in try tx.run("UPDATE case_file SET exploitation = 'forced_labour' WHERE id = \(file)") }
            try await cast.share(file, with: cast.stranger, [.identity])
            func finds(_ player: CasePlayer) async throws -> Bool {
                try await player.visitor.open("/work/cases?form=forced_labour").text.contains("night market")
            }
            #expect(try await finds(cast.worker))
            #expect(try await cast.stranger.visitor.open("/work/cases").text.contains("night market"))
            #expect(try await !finds(cast.stranger))
            try await cast.share(file, with: cast.stranger, [.experience])
            #expect(try await finds(cast.stranger))
            // Whose role does not read experiences is not even offered the filter.
            try await cast.share(file, with: cast.provider, [.experience])
            let offered = try await cast.provider.visitor.open("/work/cases")
            #expect(offered.text.contains("night market") && offered.page.element(id: "filter-form") == nil)
        }
    }
}

@Suite struct `Consent for one recipient` {
    @Test(arguments: Databases.all) func `covers that recipient alone; a yes that names nobody covers none, and a later no to all ends it`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite { site in
            let cast = try await CaseCast(site)
            let (room, clinic, office) = (site.room, cast.provider.actor.organisation, cast.officer.actor.organisation)
            let file = try await cast.file()
            let (now, day) = (site.clock.now, room.day(of: site.clock.now))
            try await room.gate.change(.recordConsent, on: file, for: cast.worker.actor) { tx, permit in
                func answer(_ answer: Consent.Answer, _ recipient: ID<Organisation>?, after minutes: Int) throws {
                    let draft = Consent.Draft(
                        purpose: "health_information", recipient: recipient, answer: answer, parts: [.care], language: "en",
                        explained: .spoken, evidence: .spoken)
                    try ConsentLedger.record(
                        draft, in: file, under: permit, profile: room.profile, at: now + .minutes(minutes), tx: tx)
                }
                func isCovered(_ recipient: ID<Organisation>?) -> Bool {
                    (try? DisclosureGround.consent(for: "health_information", to: recipient, parts: [.care], in: file, on: day, tx: tx))
                        != nil
                }
                try answer(.yes, nil, after: 0)
                #expect(!isCovered(clinic) && !isCovered(office) && isCovered(nil))
                try answer(.yes, clinic, after: 1)
                #expect(isCovered(clinic) && !isCovered(office))
                try answer(.yes, nil, after: 2)
                #expect(isCovered(clinic))
                try answer(.no, nil, after: 3)
                #expect(!isCovered(clinic) && !isCovered(nil))
                try answer(.yes, clinic, after: 4)
                #expect(isCovered(clinic) && !isCovered(nil))
            }
        }
    }

    @Test(arguments: Databases.all) func `that was refused or withdrawn is not made good by a yes that names nobody`(
        _ kind: DatabaseKind
    ) async throws {
        try await kind.withCaseSite { site in
            let cast = try await CaseCast(site)
            let (room, clinic) = (site.room, cast.provider.actor.organisation)
            for (first, isWithdrawn) in [(Consent.Answer.no, false), (.yes, true)] {
                let file = try await cast.file()
                let now = site.clock.now
                try await room.gate.change(.recordConsent, on: file, for: cast.worker.actor) { tx, permit in
                    func draft(_ answer: Consent.Answer, _ recipient: ID<Organisation>?) -> Consent.Draft {
                        Consent.Draft(
                            purpose: "health_information", recipient: recipient, answer: answer, parts: [.care], language: "en",
                            explained: .spoken, evidence: .spoken)
                    }
                    let own = try ConsentLedger.record(
                        draft(first, clinic), in: file, under: permit, profile: room.profile, at: now, tx: tx)
                    try ConsentLedger.record(
                        draft(.yes, nil), in: file, under: permit, profile: room.profile, at: now + .minutes(1), tx: tx)
                    if isWithdrawn { try ConsentLedger.withdraw(own, in: file, under: permit, at: now + .minutes(2), tx: tx) }
                    let day = room.day(of: now)
                    #expect(throws: ConsentRefused.noConsent) {
                        try DisclosureGround.consent(for: "health_information", to: clinic, parts: [.care], in: file, on: day, tx: tx)
                    }
                }
            }
        }
    }
}

@Suite struct `What a story leaves behind` {
    // promise 27: the look for names at the end of every story finds one.
    @Test func `is searched for names, in tables and in the log`() async throws {
        await #expect(throws: InTheClear.self) {
            try await DatabaseKind.sqlite.withCaseSite { site in
                let file = try await CaseCast(site).file()
                try await site.database.write { tx in try tx.run("UPDATE case_file SET label = 'Amina Example' WHERE id = \(file)") }
            }
        }
        await #expect(throws: InTheClear.self) {
            try await DatabaseKind.sqlite.withCaseSite { site in
                _ = try await CaseCast(site).file()
                site.log("opened Amina Example")
            }
        }
    }
}
