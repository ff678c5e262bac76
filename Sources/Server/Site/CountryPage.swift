import Basics
import Evidence
import Instruments
import Store
import Vocabulary
import Web

/// Everything on one country: its figures from Evidence, its treaties from Instruments.
struct CountryPage: Page {
    let country: Country
    let region: Word?
    let figures: CountrySections
    let treaties: Sheet

    var title: Word { country.name }
    var door: Door { .steering }
    var trail: [Crumb] { [Crumb(.countriesAndAreas, EvidenceAddress.countries)] }
    var sources: [PageSource] { [figures.source] }

    func body(_ html: inout Markup) {
        html.p(.class("lead")) { html in
            switch country.standing {
            case .member(let year): html.say(.memberSince(year))
            case .observer: html.say(.observer)
            case .neither: html.say(.notMember)
            }
            if let region {
                html.span(.class("badge")) { $0.say(region) }
            }
            html.bdi(.class("badge")) { $0.text(country.code.alpha3) }
        }
        figures.body(&html)
        html.section(.id("treaties")) { html in
            html.h2(.treatyStatus)
            html.sheet(treaties, id: "treaties-table", at: CountryAddress.treaties(country.code))
        }
    }
}

/// The addresses of a country's page that no context has alone.
enum CountryAddress: Address {
    case treaties(CountryCode)

    var path: String {
        switch self {
        case .treaties(let code): Self.path("countries", code.alpha3, "treaties")
        }
    }
}

extension Routes {
    //  GET  /countries/{code}                    figures and treaties of one country    anyone
    //  GET  /countries/{code}/{table}.{format}   each of its tables as a file           anyone
    mutating func addCountries(_ node: RunningNode, _ shapes: WorldShapes) {
        let codebook = node.codebook
        get(EvidenceAddress.countryPattern, needs: .anyone) { visit in
            guard let country = codebook.countries.country(alpha3: visit.parameter("code")) else { return .notFound }
            return .figures(version: try await node.figuresVersion()) {
                CountryPage(
                    country: country, region: country.region.map { codebook.countries.regions.name(of: $0) },
                    figures: try await node.statistics.sections(country, codebook, shapes), treaties: try await node.treaties(of: country)
                )
            }
        }
        get(EvidenceAddress.countryTablePattern, needs: .anyone) { visit in
            guard let country = codebook.countries.country(alpha3: visit.parameter("code")), let format = visit.format else {
                return .notFound
            }
            if visit.parameter("table") == "treaties" {
                return try .download(try await node.treaties(of: country), format, in: visit.language)
            }
            guard let table = CountryTable(rawValue: visit.parameter("table")) else { return .notFound }
            let sections = try await node.statistics.sections(country, codebook, shapes)
            return try .download(sections.sheet(table), format, in: visit.language)
        }
    }
}

extension RunningNode {
    /// Changes with the figures, with the treaty register, and with the program that writes the pages.
    func figuresVersion() async throws -> String {
        let register = try await database.read { tx in try tx.registerVersion() }
        return "\(concordVersion) \(try await statistics.version()) \(register)"
    }

    fileprivate func treaties(of country: Country) async throws -> Sheet {
        let (treaties, rows) = try await database.read { tx in (try tx.treaties(), try tx.participations(of: country.code.alpha3)) }
        return TreatySheets.ofState(rows, among: treaties)
    }
}
