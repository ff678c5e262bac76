package import Access
import Basics

/// What Evidence does without anybody asking.
package enum EvidenceJobs {
    package static let all: [Job] = [
        Job("evidence.expire-quarantine", every: .days(1)) { tx, now in
            let gone = try Quarantine.expire(in: tx, at: now)
            if gone > 0 { try Notice.post(.rowsExpired, to: .deed(.releaseQuarantine), amount: gone, at: now, in: tx) }
        },
        // Their keys go with the next upload: the key store is not reached from inside a transaction.
        Job("evidence.expire-uploads", every: .hours(1)) { tx, now in try tx.emptyExpiredUploads(at: now) },
    ]
}
