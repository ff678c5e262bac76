package import Access
package import Basics
import Store

/// A depositary's list that somebody uploaded: first its differences are shown, then it is applied or dropped.
package struct TreatyImport: Sendable, Hashable {
    package let id: ID<TreatyImport>
    package let fileName: String
    /// Where the list was read, as it will stand beside each row.
    package let source: String
    /// The day for which the list is true.
    package let asOf: Day
    /// Whether the file lists every party and signatory of the treaties it names.
    package let isComplete: Bool
    package let state: State
    package let uploadedBy: ID<Account>
    package let uploadedAt: Instant
    package let version: Int

    package enum State: Sendable, Hashable {
        case waiting
        case applied(at: Instant, added: Int, changed: Int, removed: Int)
        case dropped(at: Instant)
    }

    /// The rows of the file as they would stand in the register: with the file as their source, and trusted.
    package static func incoming(_ rows: [TreatyFile.Line], source: String, asOf: Day) -> [Participation] {
        rows.map { line in
            Participation(
                treaty: line.treaty, party: line.party, signedOn: line.signedOn, action: line.action, actedOn: line.actedOn,
                provenance: Provenance(
                    precision: precision(of: line), confidence: .a, conflict: "", source: source, asOf: .at(.day(asOf))
                )
            )
        }
    }

    static func precision(of line: TreatyFile.Line) -> Provenance.Precision {
        guard line.action != nil else { return .none }
        return switch line.actedOn {
        case nil: .unknown
        case .at(.day): .day
        case .at(.month): .month
        case .at(.year): .year
        case .between: .window
        }
    }
}

/// What stops an import.
package enum TreatyImportRefused: Refusal {
    case notWaiting
    /// The register has changed since the differences were shown.
    case differs
    case changesNothing
    case sourceMissing
    case dayMissing
    case dayInFuture
    case fileMissing

    package var code: String {
        switch self {
        case .notWaiting: "treaty-import.not-waiting"
        case .differs: "treaty-import.differs"
        case .changesNothing: "treaty-import.changes-nothing"
        case .sourceMissing: "treaty-import.source-missing"
        case .dayMissing: "treaty-import.day-missing"
        case .dayInFuture: "treaty-import.day-in-future"
        case .fileMissing: "treaty-import.file-missing"
        }
    }

    package var message: String {
        switch self {
        case .notWaiting: "This import was applied or dropped already. Upload the file again if it is needed once more."
        case .differs:
            "The register has changed since you were shown the differences, so nothing was applied. Look at them again, then apply."
        case .changesNothing: "The file says what the register says already; there is nothing to apply."
        case .sourceMissing: "Say where the list was read, in at most 300 characters: it will stand beside each row."
        case .dayMissing: "Give the day for which the list is true, as YYYY-MM-DD."
        case .dayInFuture: "The day for which the list is true lies in the future. Give the day on which the depositary published it."
        case .fileMissing: "Choose a file to upload."
        }
    }

    package var kind: RefusalKind { self == .notWaiting || self == .differs ? .conflict : .invalid }
}
