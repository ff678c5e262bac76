package import Basics
package import Vocabulary

/// Figures by year as lines, one for each series.
///
/// A year without a figure breaks the line; a year without any is hatched. A range is drawn as a band with a whisker, and its
/// mark is hollow. Lines differ in dashes and marks as well as in colour, and carry their names.
package struct LineChart: Chart {
    /// One line.
    package struct Series: Sendable {
        package let name: Word
        /// By year; a year that is missing is a gap.
        package let readings: [Int: Reading]

        package init(_ name: Word, _ readings: [Int: Reading]) {
            self.name = name
            self.readings = readings
        }

        /// Counts by year; absent ones are gaps.
        package init(_ name: Word, counts: [Int: Count]) {
            self.init(name, counts.compactMapValues(Reading.init))
        }
    }

    package let years: ClosedRange<Int>
    package let series: [Series]
    package let format: ReadingFormat

    /// - Parameter series: at most six; further ones repeat the looks of the first.
    package init(years: ClosedRange<Int>, series: [Series], format: ReadingFormat = .number) {
        self.years = years
        self.series = series
        self.format = format
    }

    /// The columns of a table as lines, so that drawing and table can't differ.
    /// - Parameters:
    ///   - year: the key of the column that holds the years, as `.integer`.
    ///   - keys: the columns to draw; those that the table does not have are left out.
    package init(_ sheet: Sheet, along year: String, _ keys: [String], format: ReadingFormat = .number) {
        let columns = YearColumns(sheet, along: year, keys)
        self.init(
            years: columns.years, series: columns.series.map { Series($0.name, $0.readings) }, format: format)
    }

    package var runsLeftToRight: Bool { true }
    package var isEmpty: Bool { series.allSatisfy { $0.readings.isEmpty } }
    package func size(in language: Language) -> (width: Double, height: Double) { (TimeFrame.width, TimeFrame.height) }

    package var keys: [ChartKey] {
        (gaps.isEmpty ? [] : [.gap]) + (series.contains { $0.readings.values.contains { !$0.isExact } } ? [.range] : [])
    }

    /// The years in which no series has a figure.
    var gaps: [Int] { years.filter { year in series.allSatisfy { $0.readings[year] == nil } } }

    package func summary(in language: Language) -> String {
        var sentences = [ChartSentence.span(.lineChart, years, in: language)]
        for line in series {
            let ordered = line.readings.filter { years.contains($0.key) }.sorted { ($0.value.middle, $0.key) < ($1.value.middle, $1.key) }
            guard let low = ordered.first, let high = ordered.last else { continue }
            sentences.append(
                ChartSentence.lowestAndHighest(
                    line.name[language], (low.key, format.written(low.value, in: language)),
                    (high.key, format.written(high.value, in: language)), in: language))
        }
        if !gaps.isEmpty { sentences.append(ChartSentence.yearsWithout(gaps, in: language)) }
        sentences.append(Word.tableFollows[language])
        return sentences.joined(separator: language == .zh ? "" : " ")
    }

    package func draw(_ html: inout Markup, id: String) {
        let language = html.language
        let names = series.count > 1 ? series.map { $0.name[language] } : []
        let frame = TimeFrame(
            years: years, highest: series.flatMap { $0.readings.values.map(\.high) }.max() ?? 0, format: format,
            margin: names.isEmpty ? 0 : EndLabels.width(of: names) + 14, in: language)
        frame.drawGaps(gaps, &html, id: id)
        frame.draw(&html)
        for (index, line) in series.enumerated() {
            html.g(.class("line s\(index % SeriesLook.count + 1)")) { html in
                draw(line, index, in: frame, &html)
            }
        }
        guard !names.isEmpty else { return }
        // A series without any figure has no end to stand beside: its name stands at the foot.
        let ends = series.enumerated().map { index, line in
            let last = line.readings.keys.filter(years.contains).max().flatMap { line.readings[$0] }
            return (name: names[index], target: last.map { frame.vertical($0.middle) } ?? frame.bottom)
        }
        EndLabels(ends, from: frame.top - 6, to: frame.bottom + 4).draw(&html, from: frame.right, at: frame.right + 10)
    }
}

extension LineChart {
    private func draw(_ line: Series, _ index: Int, in frame: TimeFrame, _ html: inout Markup) {
        let y = frame.vertical
        var stroke = PathData()
        var whiskers = PathData()
        for run in line.readings.keys.filter(years.contains).sorted().runs {
            let points = run.compactMap { year in line.readings[year].map { (frame.x(year).inTenths, $0) } }
            if points.contains(where: { !$0.1.isExact }), points.count > 1 { band(points, y, &html) }
            for (place, (x, reading)) in points.enumerated() {
                let height = y(reading.middle).inTenths
                if place == 0 { stroke.move(x, height) } else { stroke.line(x, height) }
                guard !reading.isExact else { continue }
                whiskers.move(x, y(reading.low).inTenths)
                whiskers.vertical(y(reading.high).inTenths)
                for end in [reading.low, reading.high] {
                    whiskers.move(x - 2.5, y(end).inTenths)
                    whiskers.horizontal(x + 2.5)
                }
            }
        }
        if !whiskers.isEmpty { html.path(.class("whisker"), .d(whiskers)) }
        if let dashes = SeriesLook.dashes(index) {
            html.path(.class("stroke"), .dashes(dashes), .d(stroke))
        } else {
            html.path(.class("stroke"), .d(stroke))
        }
        for (year, reading) in line.readings.sorted(by: { $0.key < $1.key }) where years.contains(year) {
            let figure = format.written(reading, in: html.language)
            let name = series.count > 1 ? "\(line.name[html.language]), \(year)" : "\(year)"
            html.mark(
                index, x: frame.x(year).inTenths, y: y(reading.middle).inTenths, hollow: !reading.isExact,
                hint: ChartSentence.item(name, figure, in: html.language))
        }
    }

    /// The area between the lowest and the highest values of years that follow one another.
    private func band(_ points: [(Double, Reading)], _ y: Scale, _ html: inout Markup) {
        var area = PathData()
        for (place, (x, reading)) in points.enumerated() {
            if place == 0 { area.move(x, y(reading.high).inTenths) } else { area.line(x, y(reading.high).inTenths) }
        }
        for (x, reading) in points.reversed() { area.line(x, y(reading.low).inTenths) }
        area.close()
        html.path(.class("band"), .d(area))
    }
}

/// Columns of a table read along its column of years.
struct YearColumns {
    let years: ClosedRange<Int>
    let series: [(name: Word, readings: [Int: Reading])]

    init(_ sheet: Sheet, along year: String, _ keys: [String]) {
        let times = sheet.cells(of: year).map { cell -> Int? in
            if case .integer(let number) = cell.bare { number } else { nil }
        }
        let known = times.compactMap { $0 }
        years = (known.min() ?? 0)...(known.max() ?? 0)
        series = keys.compactMap { key in
            guard let name = sheet.title(of: key) else { return nil }
            var readings: [Int: Reading] = [:]
            for (time, cell) in zip(times, sheet.cells(of: key)) {
                if let time, let reading = cell.reading { readings[time] = reading }
            }
            return (name, readings)
        }
    }
}
