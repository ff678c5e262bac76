package import Basics

/// What backup and restore refuse, in words for the person who runs the node.
package enum BackupRefused: Refusal {
    case exists(path: String)
    case notABackup(path: String)
    case damaged(path: String)
    case newerFormat(path: String)
    case anotherKind(path: String)
    case notEmpty
    case tombstonesMissing(path: String)
    case tombstonesBehind(path: String)
    case unequal(table: String)

    package var code: String {
        switch self {
        case .exists: "backup.exists"
        case .notABackup: "backup.not-a-backup"
        case .damaged: "backup.damaged"
        case .newerFormat: "backup.newer-format"
        case .anotherKind: "backup.another-kind"
        case .notEmpty: "backup.not-empty"
        case .tombstonesMissing: "backup.tombstones-missing"
        case .tombstonesBehind: "backup.tombstones-behind"
        case .unequal: "backup.unequal"
        }
    }

    package var message: String {
        switch self {
        case .exists(let path): "\(path) exists already, and a backup never replaces another. Give a new name."
        case .notABackup(let path): "\(path) is not a backup made by Concord. Check the file's name."
        case .damaged(let path):
            "The backup \(path) is damaged or cut short, so nothing was restored. Use another copy, or the backup before it."
        case .newerFormat(let path): "The backup \(path) was made by a newer Concord. Install that version, then restore."
        case .anotherKind(let path):
            "\(path) holds the other kind of backup: keys are restored with keys, the database with the database."
        case .notEmpty: "This database holds something already. Restore into a new, empty one; nothing was changed."
        case .tombstonesMissing(let path):
            "The list of erasures \(path) is missing. Without it people who were erased would come back. Put the list there, or repeat the command with the reason why it is lost; the reason goes on record."
        case .tombstonesBehind(let path):
            "The list of erasures \(path) is older than this backup, or another node's. Put the newest copy there; nothing was restored."
        case .unequal(let table):
            "What was written to “\(table)” is not what the backup holds, so nothing was kept. Check the disk, then restore again."
        }
    }

    package var kind: RefusalKind { self == .notEmpty ? .conflict : .invalid }
}
