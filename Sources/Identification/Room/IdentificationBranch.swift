import Access
package import Protection
import Web

/// What Identification brings to Protection: who is presumed to be, and who is, a victim; what they are told of their rights; that they
/// are not punished; the time that they have.
package enum IdentificationBranch {
    package static let branch: ProtectionBranch = {
        var branch = ProtectionBranch()
        branch.migrations = IdentificationSchema.migrations
        branch.panels = [
            PunishmentPanel.panel, IdentificationPanel.panel, PeriodsPanel.panel, RightsPanel.panel,
        ]
        branch.events = IdentificationEvents.all
        branch.clocks = [.finalDecision, .reviewWindow, .appealWindow, .reviewDecision, .reflection, .residencePermit, .punishmentAlert]
        branch.entries = [Working.kind, ResidencePermit.kind, Cooperation.kind]
        branch.matters = IdentificationMatters.all
        branch.erasure = [IdentificationErasure.step]
        branch.menu = [
            Menu.Entry(.decisions, IdentificationAddress.decisions, at: [.work], needs: .deed(.assessIdentification), in: .referral)
        ]
        branch.api = { room in Endpoint.identification(room) + Endpoint.reviews(room) }
        branch.addRoutes = { routes, room in
            routes.addDecisions(room)
            routes.addReviews(room)
            routes.addRightsOfPerson(room)
            routes.addPunishment(room)
            routes.addPeriods(room)
        }
        branch.chapters = IdentificationChapters.all
        return branch
    }()
}
