import Basics
import Protection
import Store
import Testing
import Vocabulary
import Web

@Suite struct `What Protection refuses` {
    @Test func `is said in French too, to whoever works in French`() {
        let consent: [ConsentRefused] = [
            .childNotAsked, .notTheGuardian, .noConsent, .consentNotForThis, .noGround, .withdrawnAlready, .unknownPurpose,
        ]
        let files: [CaseRefused] = [.closed, .notAColleague, .deputyIsWorker, .assignedAlready, .noAuthority, .erased]
        let entries: [EntryRefused] = [.unknownKind, .notThere, .linkNotThere, .oneAlready]
        let others: [any SpokenRefusal] = [DraftRefused.gone, StoreRefused.changedMeanwhile, StoreRefused.locked, PrinterRefused.busy]
        let all: [any SpokenRefusal] = consent + files + entries + others
        for refused in all { #expect(refused.words[.fr] != refused.message, "\(refused.code)") }
    }
}
