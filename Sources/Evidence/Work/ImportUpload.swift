package import Access
package import Basics
import Store
import Vocabulary

/// A file that somebody uploaded: it was tried, and waits sealed until they import it or let it go.
package struct ImportUpload: Sendable, Hashable {
    package enum State: String, Sendable {
        case tried, applying, applied
    }

    package let id: ID<ImportUpload>
    package let uploadedBy: ID<Account>
    package let fileName: String
    /// SHA-256 of the file, in hexadecimal digits.
    package let fileHash: String
    /// In bytes.
    package let fileSize: Int
    package let mapping: String
    package let scope: ImportScope
    package let state: State
    /// The number of the last run when it was tried: if another came since, the trial no longer tells what would change.
    package let latestRun: Int
    /// The number of the run that it became; `nil` before, and when its source held the very same file already.
    package let run: Int?
    package let uploadedAt: Instant
    package let changedAt: Instant
    package let expiresAt: Instant

    /// How long a file waits.
    package static let lifetime = Duration.days(1)
    /// How many files of one account may wait.
    package static let most = 5
    /// What one file may have, in megabytes; larger ones go in by the command line, which streams them.
    package static let megabytes = 64
    /// After this long an import that is under way was broken off, and may be asked for again.
    static let patience = Duration.minutes(30)
}

extension ImportUpload {
    /// Whether its import was broken off, by a crash for instance, and it may be taken up again.
    func isBrokenOff(at now: Instant) -> Bool { state == .applying && changedAt + ImportUpload.patience <= now }
}

extension ImportUpload: KeyHolder { package static var holderKind: String { "import_upload" } }

/// What stops somebody between upload and import.
package enum UploadRefused: Refusal {
    case tooMany
    case expired
    /// Another import came since the trial.
    case changedSince
    case underWay
    case alreadyImported

    package var code: String {
        switch self {
        case .tooMany: "import-upload.too-many"
        case .expired: "import-upload.expired"
        case .changedSince: "import-upload.changed-since"
        case .underWay: "import-upload.under-way"
        case .alreadyImported: "import-upload.already-imported"
        }
    }

    package var message: String { words[.en] }

    package var kind: RefusalKind {
        switch self {
        case .tooMany: .tooMany
        case .expired: .notFound
        case .changedSince, .underWay, .alreadyImported: .conflict
        }
    }
}
