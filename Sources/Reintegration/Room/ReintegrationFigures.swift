import Basics
import Protection
import Store
import Vocabulary

/// What is counted of returns, reintegration and remedies: coded, without anybody's identity.
enum ReintegrationFigures {
    static let all: [FigureSource] = [returns, reports, claims]

    /// Returns by what they rest on; removals are counted by their milestone, and never here.
    private static let returns = FigureSource(
        "returns", .returns,
        values: [
            ("own_consent", .voluntary), ("guardian", .withGuardian), ("override", .notVoluntary), ("stopped", ReturnStage.stopped.word),
        ],
        .ofFiles { tx, files in
            try tx.rows(
                """
                SELECT case_id, ended_at, basis, stage FROM return_plan
                WHERE case_id IN \(list: files) AND stage IN ('arrived', 'stopped') AND ended_at IS NOT NULL
                """
            ) { row in
                let value = row.text(3) == "stopped" ? "stopped" : row.text(2)
                return FileFact(try row.id(0, of: CaseFile.self), at: row.instant(1), value)
            }
        })

    private static let reports = FigureSource(
        "reintegration-reports", .reintegration,
        values: [
            ("danger", .inDanger), ("worse", .gotWorse), ("steady", .steady), ("not_reached", MonitoringReport.Contact.notReached.word),
        ],
        .ofFiles { tx, files in
            try tx.rows(
                "SELECT case_id, reported_at, is_danger, is_worse, contact FROM monitoring_report WHERE case_id IN \(list: files)"
            ) { row in
                let value = row.bool(2) ? "danger" : row.bool(3) ? "worse" : row.text(4) == "not_reached" ? "not_reached" : "steady"
                return FileFact(try row.id(0, of: CaseFile.self), at: row.instant(1), value)
            }
        })

    /// Every stage that a claim came to, in the month in which it did.
    private static let claims = FigureSource(
        "claims", .claims, values: ClaimStage.allCases.map { ($0.rawValue, $0.word) },
        .ofFiles { tx, files in
            try tx.rows(
                """
                SELECT k.case_id, s.taken_at, s.stage FROM claim k JOIN claim_step s ON s.claim_id = k.id WHERE k.case_id IN \(list: files)
                """
            ) { FileFact(try $0.id(0, of: CaseFile.self), at: $0.instant(1), $0.text(2)) }
        })
}

extension Word {
    fileprivate static let withGuardian = Word(work: "with the guardian’s consent", fr: "avec le consentement du tuteur")
    fileprivate static let steady = Word(work: "as well as before, or better", fr: "aussi bien qu’avant, ou mieux")
}
