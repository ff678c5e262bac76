package import Vocabulary

/// A drawing of figures. It stands in a `ChartFigure`, never alone: with its title, its table and its source.
package protocol Chart: Sendable {
    /// The size of the drawing in its own units; it is scaled to the width of the page.
    func size(in language: Language) -> (width: Double, height: Double)
    /// What somebody is told who can't see it: kind, extent, extremes, gaps.
    func summary(in language: Language) -> String
    /// Draws everything within the `svg` element.
    /// - Parameter id: begins the ids of patterns, which must differ between the drawings of a page.
    func draw(_ html: inout Markup, id: String)
    /// The signs of the drawing that need a key, such as the hatching of a year without a figure.
    var keys: [ChartKey] { get }
    /// Whether the drawing runs from left to right in every language.
    ///
    /// Time does: with digits and years in Western form, a reader of Arabic meets the same axis as in the source, and the six
    /// language editions of a chart can be laid side by side. Bars follow the direction of the text.
    var runsLeftToRight: Bool { get }
    /// Whether there is any figure to draw.
    var isEmpty: Bool { get }
}

/// A sign explained beside a chart.
package enum ChartKey: Hashable, Sendable {
    case gap
    case range
}

/// The room of a chart that runs along years: sides, scales, grid and labels, shared by lines and columns.
struct TimeFrame {
    /// Layout units. At 340 a unit is nearly a pixel on a phone; a larger screen scales the drawing up and the letters down.
    static let width = 340.0
    static let height = 220.0

    let years: ClosedRange<Int>
    let ticks: [Double]
    let format: ReadingFormat
    let left: Double
    let right: Double
    let top = 10.0
    let bottom = TimeFrame.height - 22

    /// - Parameter margin: the room on the right for names.
    init(years: ClosedRange<Int>, highest: Double, format: ReadingFormat, margin: Double, in language: Language) {
        self.years = years
        self.format = format
        ticks = Ticks.upTo(highest, wanted: 4, least: format == .percent ? 0.01 : 1)
        let widest = ticks.map { ChartText.width(format.written($0, in: language)) }.max() ?? 0
        left = max(18, widest + 6)
        right = TimeFrame.width - max(14, margin)
    }

    var vertical: Scale { Scale(from: 0, to: ticks.last ?? 1, on: bottom, top) }

    /// The width that one year has.
    var band: Double { (right - left) / Double(years.count) }

    /// The middle of a year.
    func x(_ year: Int) -> Double { left + (Double(year - years.lowerBound) + 0.5) * band }

    /// The grid with its values, and the years.
    func draw(_ html: inout Markup) {
        let y = vertical
        html.g(.class("grid")) { html in
            for tick in ticks {
                let height = y(tick).inTenths
                html.line(.class(tick == 0 ? "base" : "rule"), .x1(left), .y1(height), .x2(right), .y2(height))
            }
        }
        html.g(.class("ticks"), .textAnchor("end")) { html in
            for tick in ticks {
                let label = format.written(tick, in: html.language)
                html.svgText(.x(left - 5), .y(y(tick).inTenths), .dy(ems: 0.35)) { $0.text(label) }
            }
        }
        html.g(.class("ticks"), .textAnchor("middle")) { html in
            for year in Ticks.years(years, room: Int((right - left) / 36)) {
                html.svgText(.x(x(year).inTenths), .y(bottom + 6), .dy(ems: 0.8)) { $0.plainNumber(year) }
            }
        }
    }

    /// Hatches the years in which nothing was published, so that a gap is seen and not read as zero.
    func drawGaps(_ gaps: [Int], _ html: inout Markup, id: String) {
        guard !gaps.isEmpty else { return }
        html.defs { $0.gapPattern(id: "\(id)-gap") }
        let hint = Word.noFigure[html.language]
        for run in gaps.runs {
            let start = x(run.lowerBound) - band / 2
            let years = run.count == 1 ? "\(run.lowerBound)" : "\(run.lowerBound)–\(run.upperBound)"
            let label = ChartSentence.item(years, hint, in: html.language)
            html.rect(
                .class("gap"), .fill(pattern: "\(id)-gap"), .x(start.inTenths), .y(top),
                .width((band * Double(run.count)).inTenths), .height(bottom - top)
            ) { html in html.svgTitle { $0.text(label) } }
        }
    }
}

extension [Int] {
    /// Ascending numbers as stretches without a hole.
    var runs: [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for number in self {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs
    }
}
