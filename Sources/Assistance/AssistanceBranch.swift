import Access
import Basics
package import Protection
import Store
import Web

/// What Assistance brings to Protection: consent and disclosure, services and referrals to them, places, interpreters.
package enum AssistanceBranch {
    package static let branch: ProtectionBranch = {
        var branch = ProtectionBranch()
        branch.migrations = AssistanceSchema.migrations
        branch.panels = [ServicePlanPanel.panel, StayPanel.panel]
        branch.events = [
            .serviceSent, .serviceAccepted, .serviceDeclined, .serviceStarted, .serviceCompleted, .serviceWithdrawn, .serviceExpired,
            .serviceLate, .consentRanOut, .stayed, .stayMoved, .stayEnded, .interpreterAssigned, .packageMade, .packageOpened,
            .packageDestroyed,
        ]
        branch.clocks = [.acceptBy]
        branch.matters = [
            .serviceReferral, .serviceAnswered, .serviceTakenBack, .serviceExpired, .serviceMessage, .verifyService, .consentRanOut,
            .askAgain,
        ]
        branch.jobs = { room in
            [
                ConsentLedgerDesk.endJob(room), ReferralDesk.expiryJob(room), ServiceDirectory.reminderJob(room),
                PackageDesk.expiryJob(room),
            ]
        }
        branch.figures = [PlaceFigures.tonight]
        branch.erasure = [AssistanceErasure.step]
        branch.menu = [
            Menu.Entry(.referralsToUs, AssistanceAddress.referralsToUs, at: [.work], needs: .deed(.answerReferrals), in: .services),
            Menu.Entry(.referralsWeSent, AssistanceAddress.referralsWeSent, at: [.work], needs: .deed(.referToServices), in: .services),
            Menu.Entry(.services, AssistanceAddress.services, at: [.work], needs: .account, in: .services),
            Menu.Entry(.places, AssistanceAddress.places, at: [.work], needs: .deed(.managePlaces), in: .services),
            Menu.Entry(.interpreters, AssistanceAddress.interpreters, at: [.work], needs: .deed(.manageInterpreters), in: .services),
        ]
        branch.today = { visit, room in try await ReferralsToday.sections(visit, room) }
        branch.chapters = AssistanceChapters.all
        branch.prelude = { country in try await AssistanceDirectoryChapter.prelude(country) }
        branch.epilogue = { country in try await AssistanceDirectoryChapter.epilogue(country) }
        branch.api = { room in [Endpoint.services(room)] + Endpoint.consents(room) + Endpoint.serviceReferrals(room) }
        branch.consentEnded = { file, actor, now, tx in try ServiceReferral.takeBackEnded(in: file, by: actor, at: now, in: tx) }
        branch.running = { tx, view in
            guard view.shows(.services) else { return [] }
            return try ServiceReferral.seen(by: view.actor, of: view.summary, in: tx).filter { !$0.stage.next.isEmpty }.map {
                StillRunning($0.stage.word, $0.serviceName, at: AssistanceAddress.referral($0.id))
            }
        }
        branch.offers = { tx, profile in try AssistanceService.offers(profile, in: tx) }
        branch.addRoutes = { routes, room in
            routes.addConsents(room)
            routes.addServices(room)
            routes.addReferring(room)
            routes.addReferrals(room)
            routes.addPackages(room)
            routes.addPackageReports(room)
            routes.addPlaces(room)
            routes.addInterpreters(room)
        }
        return branch
    }()
}

/// What must go when a person is erased: what was written about them, and packages that were not opened.
enum AssistanceErasure {
    static let step = ErasureStep("assistance: messages and packages") { tx, stone in
        guard stone.kind == Person.holderKind, let person = ID<Person>(bytes: stone.holder) else { return }
        let files: SQL = "SELECT id FROM case_file WHERE person_id = \(person)"
        try tx.run("UPDATE service_message SET content = NULL WHERE case_id IN (\(sql: files))")
        try tx.run("UPDATE consent_view SET words = NULL WHERE case_id IN (\(sql: files))")
        try tx.run(
            """
            UPDATE service_package SET content = NULL, destroyed_at = COALESCE(destroyed_at, \(stone.at))
            WHERE referral_id IN (SELECT id FROM service_referral WHERE case_id IN (\(sql: files)))
            """
        )
    }
}
