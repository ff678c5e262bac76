import Access
package import Protection
import Vocabulary
import Web

/// What Reintegration brings to Protection: return, life after it, and remedies.
package enum ReintegrationBranch {
    package static let branch: ProtectionBranch = {
        var branch = ProtectionBranch()
        branch.migrations = ReintegrationSchema.migrations
        branch.panels = [ReturnPanel.panel, MonitoringPanel.panel, ClaimPanel.panel]
        branch.events = [
            .returnBegun, .optionWeighed, .risksAssessed, .seriousRiskFound, .refoulementChecked, .partnerChosen, .returnAssessed,
            .returnAgreed, .travelPlanned, .departed, .arrived, .arrivalLate, .returnStopped, .removed, .monitoringBegun, .monitoringEnded,
            .reported,
            .reportLate, .danger, .worse, .referredAgain, .claimAdded, .claimChanged, .claimMoved, .hearingSet, .wagesWorkedOut,
        ]
        branch.clocks = [.arrival, .report, .claimLimit, .hearing]
        branch.matters = [
            .returnShared, .returnStopped, .arrivalConfirmed, .arrivalMissing, .removed, .removalCounted, .reportMissing, .danger, .worse,
        ]
        branch.jobs = { room in [ReturnGuard.job(room), MonitoringGuard.job()] }
        branch.chapters = HomewardChapter.all
        branch.figures = ReintegrationFigures.all
        branch.erasure = [ReintegrationErasure.step]
        branch.menu = [
            Menu.Entry(.returns, ReintegrationAddress.returns, at: [.work], needs: .deed(.planReturn), in: .caseWork),
            Menu.Entry(.reintegration, ReintegrationAddress.reports, at: [.work], needs: .deed(.readReturn), in: .caseWork),
            Menu.Entry(.claims, ReintegrationAddress.claims, at: [.work], needs: .deed(.pursueRemedies), in: .caseWork),
        ]
        branch.running = { tx, view in
            let file = view.summary.id
            var running: [StillRunning] = []
            if view.shows(.homeward), let plan = try ReturnPlan.newest(in: file, tx: tx), !plan.stage.isOver {
                running.append(StillRunning(plan.stage.word, at: ReintegrationAddress.plan(file)))
            }
            guard view.shows(.legal) else { return running }
            return running
                + (try Claim.all(in: file, tx: tx).filter { !$0.stage.isOver }.map {
                    StillRunning(
                        Word(work: "\($0.kind.word.en): \($0.stage.word.en)", fr: "\($0.kind.word.fr) : \($0.stage.word.fr)"),
                        at: ReintegrationAddress.claim(file, $0.id))
                })
        }
        branch.api = { room in Endpoint.claims(room) + Endpoint.returns(room) + Endpoint.monitoring(room) }
        branch.addRoutes = { routes, room in
            routes.addReturns(room)
            routes.addRemovals(room)
            routes.addMonitoring(room)
            routes.addClaims(room)
            routes.addWages(room)
        }
        return branch
    }()
}
