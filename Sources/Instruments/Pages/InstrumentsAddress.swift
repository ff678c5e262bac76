package import Basics
import Web

/// The addresses of this context.
package enum InstrumentsAddress: Address {
    case list
    case progress
    case treaty(String)
    case missing(String)
    case progressOf(String)
    /// The table under the map of one treaty.
    case map(String)
    case reconciliation
    case imports
    case oneImport(ID<TreatyImport>)
    case application(ID<TreatyImport>)
    case withdrawal(ID<TreatyImport>)
    case commitments
    case commitment(String)
    case links(String)
    case removedLink(String)
    case definition

    package var path: String {
        switch self {
        case .list: "/instruments"
        case .progress: "/instruments/progress"
        case .treaty(let code): Self.path("instruments", code)
        case .missing(let code): Self.path("instruments", code, "missing")
        case .map(let code): Self.path("instruments", code, "map")
        case .progressOf(let code): Self.path("instruments", code, "progress")
        case .reconciliation: "/instruments/reconciliation"
        case .imports: "/instruments/import"
        case .oneImport(let id): Self.path("instruments", "import", id.description)
        case .application(let id): Self.path("instruments", "import", id.description, "application")
        case .withdrawal(let id): Self.path("instruments", "import", id.description, "withdrawal")
        case .commitments: "/commitments"
        case .commitment(let id): Self.path("commitments", id)
        case .links(let id): Self.path("commitments", id, "links")
        case .removedLink(let id): Self.path("commitments", id, "links", "removal")
        case .definition: "/definition"
        }
    }
}
