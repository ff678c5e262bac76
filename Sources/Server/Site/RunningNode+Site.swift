package import Access
//import Administration
import Basics
import Evidence
import Instruments
import Store
import Vocabulary
package import Web

/// The program's version, as the API and `--version` tell it.
package let concordVersion = "0.1.0"

extension RunningNode {
    /// The site's contents page: every route of every context.
    package func routes(_ reception: Reception, metrics: Prometheus?) throws -> Routes {
        let shapes = try WorldShapes(settings.share)
        var routes = Routes()
        //  GET  /    the front page    anyone
        routes.get("/", needs: .anyone) { _ in .page(HomePage()) }
        routes.addNumbers(NumbersPages(statistics: statistics, codebook: codebook, shapes: shapes))
        routes.addCountries(self, shapes)
        routes.addInstruments(
            InstrumentsRoom(gate: gate, vocabulary: codebook, shapes: shapes) { code in
                codebook.countries[code].map { EvidenceAddress.country($0.code) }
            }
        )
//        routes.addAdministration(reception)
        try routes.addAPI(endpoints, version: concordVersion)
        routes.addHealth(self, metrics)
        return routes
    }

    /// The way to everything, at each of the three doors.
    static let menu = Menu(
        [
            Menu.Entry(.home, ServerAddress.home),
            Menu.Entry(.theNumbers, EvidenceAddress.numbers),
            Menu.Entry(.countriesAndAreas, EvidenceAddress.countries),
            Menu.Entry(.theInstruments, InstrumentsAddress.list),
            Menu.Entry(.theCommitments, InstrumentsAddress.commitments),
            Menu.Entry(.theDefinition, InstrumentsAddress.definition),
        ]
    )
}
