import Access
package import Protection
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
        branch.api = { Endpoint.claims($0) }
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
