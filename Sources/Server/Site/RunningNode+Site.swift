package import Access
import Administration
import Basics
import Evidence
import Instruments
import Protection
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
        routes.get("/", needs: .anyone) { _ in
            do {
                return .page(HomePage(headline: try await statistics.headline()))
            } catch QuestionRefused.noSource {
                return .page(HomePage(headline: nil))
            }
        }
        routes.addNumbers(NumbersPages(statistics: statistics, codebook: codebook, shapes: shapes))
        routes.addCountries(self, shapes)
        routes.addInternalFigures(InternalFiguresRoom(gate: gate, codebook: codebook, words: words))
        routes.addImports(ImportRoom(importer: try importer, vault: vault))
        routes.addInstruments(
            InstrumentsRoom(gate: gate, vocabulary: codebook, shapes: shapes) { code in
                codebook.countries[code].map { EvidenceAddress.country($0.code) }
            }
        )
        routes.addAdministration(reception, countries: codebook.countries, origin: settings.address, today: today)
        if let protection {
            routes.addRights(protection.profile, share: settings.share)
            routes.addProtection(protection)
        }
        // The links stand in for both factors, so they exist where this machine alone reaches the node.
        if isDemonstration, !settings.isSecure, !settings.trustsProxy { routes.addDemonstration(reception) }
        try routes.addAPI(endpoints, version: concordVersion)
        routes.addHealth(self, metrics)
        return routes
    }

    /// The way to everything, at each of the three doors.
    var menu: Menu {
        Menu(
            [Menu.Entry(.home, ServerAddress.home)] + (protection == nil ? [] : ProtectionMenu.entries) + [
                Menu.Entry(.theNumbers, EvidenceAddress.numbers, at: [.open, .steering]),
                Menu.Entry(.countriesAndAreas, EvidenceAddress.countries, at: [.open, .steering]),
                Menu.Entry(.theInstruments, InstrumentsAddress.list, at: [.open, .steering]),
                Menu.Entry(.theCommitments, InstrumentsAddress.commitments, at: [.open, .steering]),
                Menu.Entry(.theDefinition, InstrumentsAddress.definition, at: [.open, .steering]),
                Menu.Entry(.work, AdministrationAddress.work, at: [.open, .steering], needs: .account),
            ] + AdministrationMenu.entries.prefix(1) + (protection?.branches.flatMap(\.menu) ?? []) + InternalFiguresMenu.entries
                + ImportMenu.entries
                + AdministrationMenu.entries.dropFirst()
        )
    }
}

extension RunningNode {
    /// What the codes of case files mean in internal figures.
    private var words: @Sendable (LiveFacet, String) -> Word {
        let profile = protection?.profile
        return { facet, code in
            switch facet {
            case .setting: Setting(rawValue: code)?.word ?? .data(code)
            case .path: ProtectionPath(rawValue: code)?.word ?? .data(code)
            case .stage: profile?.decisionNames[code] ?? .data(code)
            case .region: profile?.regions.first { $0.code == code }?.text ?? .data(code)
            }
        }
    }

    /// What Protection brings to the page where work begins.
    private var today: TodayDesk {
        guard let protection else { return .empty }
        return TodayDesk(
            matter: { code, subject, _ in
                protection.matter(code).map { matter in (matter.word, subject.flatMap { matter.address($0) }) }
            },
            codes: { visit, files in try await protection.codes(of: files, for: visit) },
            sections: { visit in try await protection.today(visit) },
            places: protection.branches.flatMap(\.menu) + InternalFiguresMenu.entries + ImportMenu.entries
        )
    }
}

extension RunningNode {
    /// A link that makes the first administrator, good once and for 15 minutes; one made before stops working.
    /// - Parameter address: where browsers reach the node.
    /// - Returns: `nil` when somebody can look after the node already.
    package func firstAdministratorLink(at address: String) async throws -> String? {
        try await FirstAdministrator.link(in: database, roles: roles, at: clock.now()).map { secret in
            address + AdministrationAddress.setup(secret.text).path
        }
    }
}
