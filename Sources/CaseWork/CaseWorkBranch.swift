package import Protection
import Web

/// What a case file holds: experiences and route, assessments, safety plan and goals, proceedings, attachments, interviews.
package enum CaseWorkBranch {
    package static let branch: ProtectionBranch = {
        var branch = ProtectionBranch()
        branch.migrations = [
            ExperienceSchema.migration, PersonSchema.migration, CareSchema.migration, LegalSchema.migration, AssessmentSchema.migration,
            CoVictimSchema.migration, AttachmentSchema.migration, InterviewSchema.migration,
        ]
        branch.panels = [.graveRisk, .assessments, .interviews, .coVictims, .attachments, .lifeLine]
        branch.events =
            [.assessed, .assessmentWithdrawn, .coVictimNoted] + InterviewStage.allCases.map { .interview($0) }
            + CasePart.allCases.flatMap { [.attached($0), .attachmentWithdrawn($0)] }
        branch.clocks = [.assessmentReview, .safetyPlanReview, .hearing]
        branch.entries = entries
        branch.matters = [.interpreterAlone]
        branch.erasure = [CaseWorkErasure.step]
        branch.api = { room in Endpoint.assessments(room) + Endpoint.interviews(room) + Endpoint.attachments(room) }
        branch.addRoutes = { routes, room in
            routes.addAssessments(room)
            routes.addCoVictims(room)
            routes.addAttachments(room)
            routes.addInterviews(room)
            routes.addLifeLine(room)
        }
        branch.chapters = CaseWorkChapters.all
        return branch
    }()

    /// In the order in which the page of a file lists them within each part.
    private static let entries: [EntryKind] = [
        .personProfile, .furtherFacts, .origins, .experience, .recruitment, .routeLeg, .personInvolved, .health, .safetyPlan, .goal,
        .ownView, .dependant, .particulars, .contactAttempt, .crimeReference, .hearing, .legalAid,
    ]
}
