import Basics
import Protection
import Web

/// The addresses of Oversight.
package enum OversightAddress: Address {
    /// Figures drawn live from case files.
    case figures
    /// One table of them as a file: a stem to which `.csv`, `.xlsx` or `.json` is added.
    case figureTable(String)

    package var path: String {
        switch self {
        case .figures: "/work/figures"
        case .figureTable(let table): Self.path("work", "figures", "tables", table)
        }
    }
}
