import Access
import Basics
package import Protection
import Store
import Web

/// What Detection brings to Protection: referrals from the first suspicion to the authority, the search for people, and matching.
package enum DetectionBranch {
    package static let branch: ProtectionBranch = {
        var branch = ProtectionBranch()
        branch.migrations = DetectionSchema.migrations
        branch.panels = [DetectionPanel.panel]
        branch.events = [.referralRaised, .referralAdded]
        branch.clocks = [.consentAskAgain]
        branch.matters = [.referralAdded, .matchFound, .reofferDue]
        branch.jobs = { room in [PersonMatching.job(room), KeptContacts.job(room)] }
        branch.erasure = [erasure]
        branch.menu = [
            Menu.Entry(.newReferral, DetectionAddress.new, at: [.work], needs: .deed(.raiseReferral), in: .referral),
            Menu.Entry(.filesIRaised, CaseAddress.filesRaised, at: [.work], needs: .deed(.raiseReferral), in: .referral),
            Menu.Entry(.findPerson, DetectionAddress.people, at: [.work], needs: .deed(.searchPeople), in: .referral),
            Menu.Entry(.matches, DetectionAddress.matches, at: [.work], needs: .deed(.readMatches), in: .referral),
        ]
        branch.chapters = DetectionChapters.all
        branch.epilogue = { country in try await DetectionChapters.epilogue(country) }
        branch.api = { room in [Endpoint.referrals(room)] }
        branch.addRoutes = { routes, room in
            routes.addReferrals(room)
            routes.addFollowing(room)
            routes.addRefusals(room)
            routes.addSearch(room)
        }
        return branch
    }()

    /// Notes are sealed with the person's key; the coded answers stay, as the coded record of a file does.
    private static let erasure = ErasureStep("detection: notes") { tx, stone in
        guard stone.kind == Person.holderKind, let id = ID<Person>(bytes: stone.holder) else { return }
        let files: SQL = "SELECT id FROM case_file WHERE person_id = \(id)"
        try tx.run("UPDATE referral SET note = NULL WHERE case_id IN (\(sql: files))")
        try tx.run("UPDATE referral_addition SET note = NULL WHERE case_id IN (\(sql: files))")
    }
}
