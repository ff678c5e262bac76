import Access
import Web

/// What Protection itself brings: the branch that is always there, before all others.
package enum CoreBranch {
    package static let branch: ProtectionBranch = {
        var branch = ProtectionBranch()
        branch.migrations = ProtectionSchema.migrations
        branch.events = [
            .opened, .assigned, .relabelled, .profileMoved, .identityCorrected, .consentGiven, .consentRefused, .consentWithdrawn,
            .consentLapsed, .disclosed,
        ]
        branch.clocks = [.acknowledgement, .presumption, .childNotified, .childGuardian]
        branch.matters = [
            .assigned, .clockEndsSoon, .clockLate, .periodEnded, .consentWithdrawn, .answeredForYou, .openedToYou, .disclosedByLaw,
            .draftEnds, .referralArrived, .childArrived, .assistanceOpened,
        ]
        branch.erasure = [PersonErasure.step]
        branch.menu = [
            Menu.Entry(.caseFiles, CaseAddress.files, at: [.work], needs: .deed(.readCase), in: .caseWork),
            Menu.Entry(.authorities, CaseAddress.authorities, at: [.work], needs: .deed(.manageOrganisations), in: .administration),
        ]
        branch.chapters = [CoreChapters.moves]
        branch.api = { room in Endpoint.cases(room) + [Endpoint.clocks(room)] + Endpoint.entries(room) }
        branch.today = { visit, room in try await CaseToday.sections(visit, room) }
        return branch
    }()
}
