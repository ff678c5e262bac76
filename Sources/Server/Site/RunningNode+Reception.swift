package import Access
import Basics
import Evidence
import Protection
package import Store
import Web

extension RunningNode {
    /// Sign-in, sessions, organisations, accounts, audit: all of Access for this node.
    package func reception(provider: (any IdentityProvider)? = nil) throws -> Reception {
        let tombstones = TombstoneLog(path: tombstonePath)
        let erasure = Erasure(vault, database, log: tombstones, steps: RunningNode.erasureSteps, keyBackupsLast: settings.keyBackupsLast)
        return Reception(
            database: database, clock: clock, roles: roles, rules: try PasswordRules.load(from: settings.share),
            vault: AccountVault(vault: vault, erasure: erasure, clock: clock), derivation: KeyDerivation(cost: settings.scryptCost),
            head: auditHead, provider: provider, providerCountsAsSecondFactor: settings.identityProvider?.countsAsSecondFactor ?? false,
            nodeName: settings.nodeName, jobs: EvidenceJobs.all + (protection.map { $0.jobs + [CaseRecordFeed.job($0)] } ?? [])
        )
    }

    /// What goes from the tables when somebody is erased, at once and again after a restore.
    package static let erasureSteps: [ErasureStep] =
        [AccountErasure.step] + ProtectionBranches.all.flatMap(\.erasure) + [CaseRecordFeed.erasure]

    /// The key of the form seals: the same in every process of the node and after a restart, known to nobody outside.
    func formKey() async throws -> [UInt8] {
        try await vault.purposeKey("form seals", at: clock.now()).hash(Array("form seals".utf8))
    }
}
