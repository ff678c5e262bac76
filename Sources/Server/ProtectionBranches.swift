import Assistance
import CaseWork
import Detection
import Guardianship
import Identification
import Oversight
package import Protection
import Reintegration
import Stewardship

/// The rooms of Protection in the order in which a case file's page shows them. One taken out of this list is out of the program.
package enum ProtectionBranches {
    package static let all: [ProtectionBranch] = [
        CoreBranch.branch, DetectionBranch.branch, IdentificationBranch.branch, AssistanceBranch.branch, CaseWorkBranch.branch,
        GuardianshipBranch.branch, ReintegrationBranch.branch, StewardshipBranch.branch, OversightBranch.branch,
    ]
}
