import Basics
import Vocabulary
import Web

/// One treaty: its status, row by row with how each is known; map; progress.
struct TreatyPage: Page {
    let standing: Standing
    let status: Sheet
    let progress: Sheet
    let map: TreatyMap?

    var title: Word { .data(standing.treaty.name) }
    var door: Door { .steering }
    var trail: [Crumb] { [Crumb(.instrumentsTitle, InstrumentsAddress.list)] }
    var printsHeading: Bool { false }

    func body(_ html: inout Markup) {
        let treaty = standing.treaty
        html.h1 { html in html.bdi(.lang(.en)) { $0.text(treaty.name) } }
        html.dl(.class("facts")) { html in
            html.fact(.treatyCode, treaty.code)
            html.fact(.treatyReference, treaty.reference)
            html.fact(.depositary, treaty.depositary)
            for (word, day) in [(Word.adoptedOn, treaty.adoptedOn), (.inForceOn, treaty.inForceOn)] {
                html.dt(word)
                html.dd { html in
                    if let day { html.day(day) } else { html.say(.notKnown) }
                    html.space()
                    html.span(.unverified, .class("badge warning"))
                }
            }
            if !treaty.statusAsOf.isEmpty { html.fact(.statusAge, treaty.statusAsOf) }
            html.fact(.completenessHeading, treaty.completeness)
        }
        html.p(.unverifiedNote, .class("soft"))
        guard standing.isKnown else { return html.p(.nothingKnown, .class("note warning")) }
        html.dl(.class("stats")) { html in
            html.figure(.partiesHeading, standing.parties.count)
            html.figure(.signedOnlyHeading, standing.signatoriesOnly.count)
            html.figure(.missingHeading, standing.missing.count)
        }
        html.p { $0.a(to: InstrumentsAddress.missing(treaty.code), .whoIsMissing) }
        html.p(.expectedNote, .class("soft"))
        if let map { html.map(map.map, of: map.sheet, id: "map", at: InstrumentsAddress.map(treaty.code), to: map.countryPage) }
        let code = treaty.code.lowercased()
        html.chart(
            LineChart(progress, along: "year", [code]), of: progress, id: "progress", unit: .partiesHeading,
            at: InstrumentsAddress.progressOf(treaty.code)
        )
        html.sheet(status, id: "status", at: InstrumentsAddress.treaty(treaty.code))
    }
}

/// The States that a treaty still waits for.
struct MissingPage: Page {
    let standing: Standing
    let missing: Sheet

    var title: Word { .whoIsMissing }
    var door: Door { .steering }
    var trail: [Crumb] {
        [
            Crumb(.instrumentsTitle, InstrumentsAddress.list),
            Crumb(.data(standing.treaty.code), InstrumentsAddress.treaty(standing.treaty.code)),
        ]
    }

    func body(_ html: inout Markup) {
        html.p(.class("lead")) { html in html.bdi(.lang(.en)) { $0.text(standing.treaty.name) } }
        if !standing.isKnown {
            html.p(.nothingKnown, .class("note warning"))
        } else if standing.missing.isEmpty {
            html.p(.nobodyMissing, .class("note good"))
        } else {
            html.sheet(missing, id: "missing", at: InstrumentsAddress.missing(standing.treaty.code))
        }
    }
}

extension Markup {
    /// A fact of the register, as it was recorded.
    fileprivate mutating func fact(_ word: Word, _ value: String) {
        dt(word)
        dd { html in html.bdi(.lang(.en)) { $0.text(value) } }
    }

    fileprivate mutating func figure(_ word: Word, _ number: Int) {
        div { html in
            html.dt(word)
            html.dd(.class("stat-number")) { $0.number(number) }
        }
    }
}
