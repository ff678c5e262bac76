import Access
import Basics
import Store
import Vocabulary
import Web

/// Warns two days before an unfinished form is removed, and removes it with its key.
enum DraftJob {
    static func job(_ vault: Vault, _ database: any Database) -> Job {
        Job("protection.drafts", every: .hours(1)) { tx, now in
            let ending = try tx.rows(
                "SELECT id, saved_by FROM draft WHERE warned_at IS NULL AND expires_at <= \(now + .days(2)) AND expires_at > \(now)"
            ) { (try $0.id(0, of: Draft.self), try $0.id(1, of: Account.self)) }
            for (id, account) in ending {
                try Notice.post(
                    matter: CaseMatter.draftEnds.code, to: .account(account), subject: id.bytes, until: now + .days(3), at: now, in: tx)
                try tx.run("UPDATE draft SET warned_at = \(now) WHERE id = \(id)")
            }
            // The sealed text goes with its row, and its key right after.
            try tx.run("DELETE FROM draft WHERE expires_at <= \(now)")
        } afterwards: { now in
            try await vault.sweepKeys(of: Draft.self, in: database, at: now) { tx, id in
                try tx.exists("SELECT 1 FROM draft WHERE id = \(id)")
            }
        }
    }
}

extension CaseMatter {
    static let draftEnds = CaseMatter(
        "draft.ends",
        Word(
            work: "An unfinished referral will be removed in two days. Finish it or throw it away.",
            fr: "Un signalement inachevé sera supprimé dans deux jours. Terminez-le ou supprimez-le.")
    ) { _ in nil }
}
