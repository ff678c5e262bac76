import Access
package import Protection
import Web

/// What the protection of children brings: guardians, ages, consents of guardians, best interests, care, family tracing.
package enum GuardianshipBranch {
    package static let branch: ProtectionBranch = {
        var branch = ProtectionBranch()
        branch.migrations = GuardianshipSchema.migrations
        branch.panels = [ChildPanel.panel]
        branch.events = CaseEvent.Kind.ofGuardianship
        branch.clocks = [.temporaryGuardian, .bestInterests, .ageReview]
        branch.entries = CareEntries.all
        branch.matters = CaseMatter.ofGuardianship
        branch.erasure = [ChildNote.erasure]
        branch.menu = [
            Menu.Entry(.children, ChildAddress.children, at: [.work], needs: .deed(.protectChildren), in: .caseWork),
            Menu.Entry(.myChildren, ChildAddress.myChildren, at: [.work], needs: .deed(.actAsGuardian), in: .caseWork),
        ]
        branch.figures = [ChildFigures.treatedAsAdult, ChildFigures.guardians]
        branch.today = { visit, room in try await ChildToday.sections(visit, room) }
        branch.api = { room in Endpoint.guardians(room) + Endpoint.determinations(room) + Endpoint.ages(room) }
        branch.addRoutes = { routes, room in
            routes.addChildren(room)
            routes.addAges(room)
            routes.addGuardians(room)
            routes.addMyChildren(room)
            routes.addConsentRequests(room)
            routes.addDeterminations(room)
            routes.addTracings(room)
        }
        branch.chapters = GuardianshipChapters.all
        branch.prelude = GuardianshipChapters.prelude
        return branch
    }()
}
