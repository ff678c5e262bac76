import Access
package import Basics
package import Web

/// Every address of the work on imports.
package enum ImportAddress: Address {
    case imports
    case new
    case run(ID<ImportRun>)
    case upload(ID<ImportUpload>)
    /// A table of an upload's report; served as a file under `.csv`, `.xlsx`, `.json`.
    case uploadTable(ID<ImportUpload>, ImportTable)
    case trial(ID<ImportUpload>)
    case application(ID<ImportUpload>)
    case withdrawal(ID<ImportUpload>)
    case quarantine
    case refusedRow(ID<QuarantinedRow>)
    case opening(ID<QuarantinedRow>)
    case release(ID<QuarantinedRow>)
    case removal(ID<QuarantinedRow>)

    package var path: String {
        switch self {
        case .imports: "/work/imports"
        case .new: "/work/imports/new"
        case .run(let id): Self.path("work", "imports", id.description)
        case .upload(let id): Self.path("work", "imports", "uploads", id.description)
        case .uploadTable(let id, let table): Self.path("work", "imports", "uploads", id.description, table.rawValue)
        case .trial(let id): Self.path("work", "imports", "uploads", id.description, "trial")
        case .application(let id): Self.path("work", "imports", "uploads", id.description, "application")
        case .withdrawal(let id): Self.path("work", "imports", "uploads", id.description, "withdrawal")
        case .quarantine: "/work/quarantine"
        case .refusedRow(let id): Self.path("work", "quarantine", id.description)
        case .opening(let id): Self.path("work", "quarantine", id.description, "opening")
        case .release(let id): Self.path("work", "quarantine", id.description, "release")
        case .removal(let id): Self.path("work", "quarantine", id.description, "removal")
        }
    }

    /// The rows that still wait for somebody: what the menu leads to.
    package static let waiting = ImportAddress.quarantine.with("state", QuarantinedRow.State.waiting.rawValue)
}

/// The tables of a report that are handed out.
package enum ImportTable: String, Sendable, CaseIterable {
    case refused
    case labels
}

/// What the work on imports has in the menu of the work door.
package enum ImportMenu {
    package static let entries: [Menu.Entry] = [
        Menu.Entry(.importsMenu, ImportAddress.imports, at: [.work], needs: .deed(.importStatistics), in: .administration),
        Menu.Entry(.quarantineMenu, ImportAddress.waiting, at: [.work], needs: .deed(.readQuarantine), in: .administration),
    ]
}
