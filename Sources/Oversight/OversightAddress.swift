package import Basics
package import Protection
package import Web

/// The addresses of Oversight.
package enum OversightAddress: Address {
    /// Figures drawn live from case files.
    case figures
    /// One table of them as a file: a stem to which `.csv`, `.xlsx` or `.json` is added.
    case figureTable(String)
    /// Takes a file out: what, for what, on which ground.
    case export(ID<CaseFile>)
    /// The work queue as a file: a stem as above.
    case caseList
    /// Brings case records of another system in: a file, its trial, its acceptance.
    case importRecords
    case importTrial(ID<Draft>)
    case importAcceptance(ID<Draft>)

    package var path: String {
        switch self {
        case .figures: "/work/figures"
        case .figureTable(let table): Self.path("work", "figures", "tables", table)
        case .export(let id): Self.path("work", "cases", "\(id)", "export")
        case .caseList: CaseAddress.list.path
        case .importRecords: "/work/case-import"
        case .importTrial(let id): Self.path("work", "case-import", "\(id)")
        case .importAcceptance(let id): Self.path("work", "case-import", "\(id)", "acceptance")
        }
    }
}
