import Basics
package import Vocabulary
package import Web

/// The part of a country's page that tells its figures: series, parts, who was detected from where, who was convicted.
///
/// Server puts it together with the treaties of the same country.
package struct CountrySections: Sendable {
    package let country: Country
    let figures: CountryFigures
    let byYear: Sheet
    let forms: SplitTable
    let sexes: SplitTable
    let ages: SplitTable
    let citizenships: Sheet
    let elsewhere: Sheet
    let flows: FlowMap
    let convicted: SplitTable
    let convictedCitizenships: Sheet
    let verdicts: Sheet

    package var source: PageSource { PageSource(figures.source) }

    /// Prints all sections, each with its heading and tables.
    package func body(_ html: inout Markup) {
        let code = country.code
        if figures.isEmpty {
            html.p(.nothingReported, .class("notice"))
        } else {
            html.section(.class("headline")) { html in
                html.h2(.latestFigures)
                html.latest(figures.cells)
            }
            html.section { html in
                html.h2(.countryFigures)
                html.div(.class("charts")) { html in
                    html.chart(
                        LineChart(byYear, along: "year", ["victims", "suspected", "prosecuted", "convicted"]), of: byYear,
                        id: "by-year", at: EvidenceAddress.countryTable(code, .byYear)
                    )
                    html.split(forms, id: "forms", at: .countryTable(code, .forms))
                    html.split(sexes, id: "sexes", at: .countryTable(code, .sexes))
                    html.split(ages, id: "ages", at: .countryTable(code, .ages))
                }
            }
        }
        html.section { html in
            html.h2(.flowMapTitle)
            html.flows(flows, of: citizenships, id: "citizenships", at: EvidenceAddress.countryTable(code, .citizenships))
            html.chart(
                BarChart(elsewhere, names: "country", figures: "victims", most: 12), of: elsewhere, id: "elsewhere",
                at: EvidenceAddress.countryTable(code, .elsewhere)
            )
        }
        if !figures.isEmpty {
            html.section { html in
                html.h2(.whoWasConvicted)
                html.split(convicted, id: "convicted", at: .countryTable(code, .convicted))
                html.sheet(
                    convictedCitizenships, id: "convicted-citizenships", at: EvidenceAddress.countryTable(code, .convictedCitizenships)
                )
            }
        }
        html.section(.id("reliability")) { html in
            html.h2(.reliability)
            html.sheet(verdicts, id: "quality", at: EvidenceAddress.countryTable(code, .quality))
        }
    }

    /// The table that a download asks for.
    package func sheet(_ table: CountryTable) -> Sheet {
        switch table {
        case .byYear: byYear
        case .forms: forms.sheet
        case .sexes: sexes.sheet
        case .ages: ages.sheet
        case .citizenships: citizenships
        case .elsewhere: elsewhere
        case .convicted: convicted.sheet
        case .convictedCitizenships: convictedCitizenships
        case .quality: verdicts
        }
    }
}

extension Markup {
    /// The newest total of each indicator, with its year.
    fileprivate mutating func latest(_ cells: StateCells) {
        dl(.class("cards")) { html in
            for indicator in Indicator.allCases {
                guard let row = cells.totals(indicator).last, case .year(let year)? = row.values.first else { continue }
                html.div(.class("card")) { html in
                    html.dt(indicator.name)
                    html.dd { html in
                        html.strong(.class("big")) { $0.count(row.figure.count) }
                        html.small(.inYear(year))
                    }
                }
            }
        }
    }
}
