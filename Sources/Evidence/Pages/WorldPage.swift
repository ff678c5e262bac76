import Basics
import Vocabulary
import Web

/// The world's figures on one page: by year, on a map, by form, sex and age.
struct WorldPage: Page {
    let years: ClosedRange<Int>
    let headline: WorldHeadline
    let byYear: Sheet
    let map: Sheet
    let shapes: WorldShapes
    let forms: SplitTable
    let sexes: SplitTable
    let ages: SplitTable
    let source: PublishedSource

    var title: Word { .numbers }
    var door: Door { .steering }
    var sources: [PageSource] { [PageSource(source)] }

    func body(_ html: inout Markup) {
        html.p(.numbersLead, .class("lead"))
        html.section(.class("headline")) { html in
            html.h2(.headline(headline.year))
            html.yearChoice(headline.year, of: years, at: EvidenceAddress.numbers)
            headline.body(&html)
        }
        html.chart(
            LineChart(byYear, along: "year", ["victims", "suspected", "prosecuted", "convicted"]), of: byYear, id: "by-year",
            at: EvidenceAddress.worldTable(.byYear)
        )
        html.map(
            WorldMap(shapes, figures: map.places("victims")), of: map, id: "map",
            at: EvidenceAddress.worldTable(.map).with("year", String(headline.year))
        ) { EvidenceAddress.country($0) }
        html.div(.class("charts")) { html in
            html.split(forms, id: "forms", at: .worldTable(.forms))
            html.split(sexes, id: "sexes", at: .worldTable(.sexes))
            html.split(ages, id: "ages", at: .worldTable(.ages))
        }
        html.furtherOnNumbers()
    }
}

extension Markup {
    /// The choice of a year, which works without script.
    mutating func yearChoice(_ year: Int, of years: ClosedRange<Int>, at address: EvidenceAddress) {
        form(get: address, .class("inline")) { html in
            html.field(YearField.year(years), YearField.filled(year))
            html.button(.showYear, .type("submit"))
        }
    }

    /// A split as stacked columns, with its table.
    mutating func split(_ table: SplitTable, id: String, at address: EvidenceAddress) {
        chart(StackedBarChart(table.sheet, along: "year", Array(table.keys.prefix(6))), of: table.sheet, id: id, at: address)
    }

    /// The ways from here to the other pages on figures.
    mutating func furtherOnNumbers() {
        nav(.class("further"), .ariaLabel(.furtherOnNumbers)) { html in
            html.h2(.furtherOnNumbers)
            html.ul { html in
                for (address, word) in EvidenceAddress.furtherPages { html.li { $0.a(to: address, word) } }
            }
        }
    }
}

extension EvidenceAddress {
    /// The pages on figures, with their names, for menus and the foot of each of them.
    static let furtherPages: [(EvidenceAddress, Word)] = [
        (.numbers, .numbers), (.countries, .countries), (.flows, .flows), (.compare, .compare), (.reporting, .reporting),
        (.quality, .quality), (.sources, .sourcesTitle),
    ]
}
