import Access
package import Protection
import Web

/// What Stewardship brings to Protection: what a file lives through besides the help itself.
package enum StewardshipBranch {
    package static let branch: ProtectionBranch = {
        var branch = ProtectionBranch()
        branch.migrations = StewardshipSchema.migrations
        branch.panels = StewardshipPanels.all
        branch.events = [
            .closed, .reopened, .erased, .held, .barred, .barLifted, .conferenceCalled, .conferenceMoved, .conferenceDecided, .taskSet,
            .taskSettled, .glassOpened, .glassReviewed, .missing, .missingEscalated, .missingEnded, .returnInterview, .died,
            .handedOver, .deputyNamed, .deputyEnded, .transfer, .joined, .parted, .subjectAsked, .subjectTold,
        ]
        branch.clocks = [.conferenceTask, .glassReview, .missing]
        branch.matters = [
            .shareEnded, .fileReopened, .toBeForgotten, .invited, .taskSet, .glassOpened, .glassOpenedWorker, .glassReviewed, .missing,
            .missingElsewhere, .died, .handedOver, .deputy, .transferProposed, .transferSettled, .joined,
        ]
        branch.jobs = { room in [RetentionJob.job(room), MissingJob.job(room), LeaveJob.job(room)] }
        branch.erasure = [StewardshipErasure.texts, StewardshipErasure.record]
        branch.menu = [
            Menu.Entry(.tasksOfMine, StewardshipAddress.tasks, at: [.work], needs: .deed(.readCase), in: .caseWork),
            Menu.Entry(.conferences, StewardshipAddress.conferences, at: [.work], needs: .deed(.readCase), in: .caseWork),
            Menu.Entry(.missingPeople, StewardshipAddress.missing, at: [.work], needs: .deed(.readCase), in: .caseWork),
            Menu.Entry(.emergency, StewardshipAddress.glass, at: [.work], needs: .deed(.breakGlass), in: .supervision),
            Menu.Entry(.glassReviews, StewardshipAddress.glassReviews, at: [.work], needs: .deed(.reviewGlass), in: .supervision),
            Menu.Entry(.caseloads, StewardshipAddress.caseloads, at: [.work], needs: .deed(.superviseCases), in: .supervision),
            Menu.Entry(.transfers, StewardshipAddress.transfers, at: [.work], needs: .deed(.transferCases), in: .caseWork),
            Menu.Entry(.joins, StewardshipAddress.joins, at: [.work], needs: .deed(.readMatches), in: .referral),
            Menu.Entry(.toBeForgotten, StewardshipAddress.toBeForgotten, at: [.work], needs: .deed(.erasePeople), in: .supervision),
        ]
        branch.consentEnded = { file, actor, now, tx in try Transfers.endGroundless(in: file, by: actor, at: now, tx: tx) }
        branch.joined = { tx, view in try FileJoin.others(than: view, in: tx).map(\.0) }
        branch.api = { room in
            Endpoint.transfers(room) + Endpoint.closure(room) + Endpoint.conferences(room) + Endpoint.tables(room) + Endpoint.tasks(room)
                + Endpoint.subjects(room)
        }
        branch.addRoutes = { routes, room in
            routes.addClosure(room)
            routes.addForgetting(room)
            routes.addBars(room)
            routes.addConferences(room)
            routes.addGlass(room)
            routes.addMissing(room)
            routes.addDeath(room)
            routes.addCaseloads(room)
            routes.addTransfers(room)
            routes.addHandOver(room)
            routes.addJoins(room)
            routes.addSubjects(room)
        }
        branch.chapters = StewardshipChapters.all
        branch.epilogue = { country in try await StewardshipChapters.epilogue(country) }
        return branch
    }()
}
