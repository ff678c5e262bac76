package import Basics
package import Vocabulary

/// Figures of several things at one time, as horizontal bars, each under its name and with its figure beside it.
///
/// A bar is plain up to the lowest possible value and hatched from there to the highest. Where there is no figure there is no
/// bar, and the reason stands in its place. In Arabic bars grow from the right.
package struct BarChart: Chart {
    /// One bar.
    package struct Bar: Sendable {
        package let name: Word
        package let reading: Reading?
        /// Stands where there is no reading.
        package let absence: Absence

        /// A counted thing.
        package init(_ name: Word, _ count: Count) {
            self.name = name
            reading = Reading(count)
            if case .absent(let why) = count { absence = why } else { absence = .nothing }
        }

        /// A measured thing, or the reason why it is not.
        package init(_ name: Word, _ reading: Reading?, absence: Absence = .nothing) {
            self.name = name
            self.reading = reading
            self.absence = absence
        }
    }

    package let bars: [Bar]
    package let format: ReadingFormat

    /// - Parameter bars: from the top; sort them, the chart does not.
    package init(_ bars: [Bar], format: ReadingFormat = .number) {
        self.bars = bars
        self.format = format
    }

    /// The rows of a table as bars.
    /// - Parameters:
    ///   - name: the key of the column with the names.
    ///   - figure: the key of the column with the figures.
    ///   - most: how many rows, from the top.
    package init(_ sheet: Sheet, names name: String, figures figure: String, most: Int = 20, format: ReadingFormat = .number) {
        let rows = zip(sheet.cells(of: name), sheet.cells(of: figure)).prefix(most)
        self.init(
            rows.map { label, cell in
                Bar(label.word, cell.reading, absence: cell.absence ?? .nothing)
            },
            format: format)
    }

    static let rowHeight = 33.0

    package var runsLeftToRight: Bool { false }
    package var isEmpty: Bool { bars.allSatisfy { $0.reading == nil } }
    package func size(in language: Language) -> (width: Double, height: Double) {
        (TimeFrame.width, Double(bars.count) * BarChart.rowHeight + 2)
    }

    package var keys: [ChartKey] {
        bars.contains { $0.reading.map { !$0.isExact } ?? false } ? [.range] : []
    }

    package func summary(in language: Language) -> String {
        let figures = bars.prefix(3).map { ChartSentence.item($0.name[language], written($0, in: language), in: language) }
        return "\(Word.barChart[language]). \(figures.joined(separator: "; ")). \(Word.tableFollows[language])"
    }

    private func written(_ bar: Bar, in language: Language) -> String {
        bar.reading.map { format.written($0, in: language) } ?? Word.absence(bar.absence)[language]
    }

    package func draw(_ html: inout Markup, id: String) {
        let language = html.language
        html.defs { $0.gapPattern(id: "\(id)-range") }
        let figures = bars.map { written($0, in: language) }
        let room = figures.map(ChartText.width).max() ?? 0
        let scale = Scale(
            from: 0, to: max(bars.compactMap { $0.reading?.high }.max() ?? 1, 1e-9), on: 0,
            max(80, TimeFrame.width - room - 8))
        for (index, bar) in bars.enumerated() {
            let top = Double(index) * BarChart.rowHeight
            let row = Row(top: top, isMirrored: language.isRightToLeft, id: id)
            let name = ChartText.wrapped(bar.name[language], room: TimeFrame.width - 6, lines: 1).first ?? ""
            html.svgText(.class("name"), .x(row.place(0)), .y(top + 12)) { $0.text(name) }
            row.draw(bar.reading, figures[index], on: scale, &html)
        }
    }
}

extension BarChart {
    /// The places of one bar; mirrored where text runs from right to left.
    private struct Row {
        let top: Double
        let isMirrored: Bool
        let id: String

        func place(_ x: Double) -> Double { (isMirrored ? TimeFrame.width - x : x).inTenths }

        func draw(_ reading: Reading?, _ figure: String, on scale: Scale, _ html: inout Markup) {
            guard let reading else {
                html.svgText(.class("absent"), .x(place(0)), .y(top + 22), .dy(ems: 0.35)) { $0.text(figure) }
                return
            }
            let low = scale(reading.low)
            let high = scale(reading.high)
            if reading.low > 0 { bar(from: 0, to: low, [.class("part s1")], &html) }
            if high > low {
                bar(from: low, to: high, [.class("unsure"), .fill(pattern: "\(id)-range")], &html)
            }
            // A figure is a number or a range of numbers: it runs left to right in Arabic too.
            html.svgText(.class("figure"), .x(place(max(high, 1) + 5)), .y(top + 22), .dy(ems: 0.35), .drawnLeftToRight, anchor) {
                $0.text(figure)
            }
        }

        private var anchor: Attribute { .textAnchor(isMirrored ? "end" : "start") }

        private func bar(from start: Double, to end: Double, _ look: [Attribute], _ html: inout Markup) {
            let width = max(1, end - start)
            let x = isMirrored ? place(start) - width : start
            html.element("rect", look + [.x(x.inTenths), .y(top + 16), .width(width.inTenths), .height(11)], { _ in })
        }
    }
}

extension Cell {
    /// The cell as a name: its words, or its text the same in every language.
    var word: Word {
        switch bare {
        case .word(let word): word
        case .text(let text): .data(text)
        case .absent(let why), .count(.absent(let why)): .absence(why)
        default:
            Word(
                en: written(in: .en), fr: written(in: .fr), es: written(in: .es), ar: written(in: .ar), ru: written(in: .ru),
                zh: written(in: .zh))
        }
    }
}
