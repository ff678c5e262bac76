package import Vocabulary

/// Figures by year as columns made of parts, such as the forms of exploitation.
///
/// Parts differ in hatching as well as in colour and carry their names. What is only known as a range is drawn to its lowest
/// value; how much higher the whole column may be stands above it, hatched. A year without any figure is hatched from top to foot.
package struct StackedBarChart: Chart {
    package let years: ClosedRange<Int>
    /// From the foot upwards.
    package let parts: [LineChart.Series]
    package let format: ReadingFormat

    /// - Parameter parts: at most six; further ones repeat the looks of the first.
    package init(years: ClosedRange<Int>, parts: [LineChart.Series], format: ReadingFormat = .number) {
        self.years = years
        self.parts = parts
        self.format = format
    }

    /// The columns of a table as parts, the first at the foot.
    /// - Parameter year: the key of the column that holds the years, as `.integer`.
    package init(_ sheet: Sheet, along year: String, _ keys: [String], format: ReadingFormat = .number) {
        let columns = YearColumns(sheet, along: year, keys)
        self.init(
            years: columns.years, parts: columns.series.map { LineChart.Series($0.name, $0.readings) }, format: format)
    }

    package var runsLeftToRight: Bool { true }
    package var isEmpty: Bool { parts.allSatisfy { $0.readings.isEmpty } }
    package func size(in language: Language) -> (width: Double, height: Double) { (TimeFrame.width, TimeFrame.height) }

    package var keys: [ChartKey] {
        (gaps.isEmpty ? [] : [.gap]) + (parts.contains { $0.readings.values.contains { !$0.isExact } } ? [.range] : [])
    }

    var gaps: [Int] { years.filter { year in parts.allSatisfy { $0.readings[year] == nil } } }

    /// The whole column of a year; `nil` when it has no figure.
    func total(_ year: Int) -> Reading? {
        let known = parts.compactMap { $0.readings[year] }
        guard !known.isEmpty else { return nil }
        return Reading(low: known.reduce(0) { $0 + $1.low }, high: known.reduce(0) { $0 + $1.high })
    }

    package func summary(in language: Language) -> String {
        var sentences = [ChartSentence.span(.stackedChart, years, in: language)]
        if let last = years.last(where: { total($0) != nil }) {
            let figures = parts.compactMap { part in
                part.readings[last].map {
                    ChartSentence.item(part.name[language], format.written($0, in: language), in: language)
                }
            }
            sentences.append("\(last): " + figures.joined(separator: "; ") + ".")
        }
        if !gaps.isEmpty { sentences.append(ChartSentence.yearsWithout(gaps, in: language)) }
        sentences.append(Word.tableFollows[language])
        return sentences.joined(separator: language == .zh ? "" : " ")
    }

    package func draw(_ html: inout Markup, id: String) {
        let language = html.language
        let names = parts.map { $0.name[language] }
        let frame = TimeFrame(
            years: years, highest: years.compactMap { total($0)?.high }.max() ?? 0, format: format,
            margin: EndLabels.width(of: names) + 14, in: language)
        html.defs { html in
            for index in 0..<min(parts.count, SeriesLook.count) {
                guard let lines = SeriesLook.hatching(index) else { continue }
                html.pattern(id: "\(id)-p\(index + 1)", size: 6) { html in
                    html.rect(.class("tint s\(index + 1)"), .width(6), .height(6))
                    html.path(.class("hatching s\(index + 1)"), .d(lines))
                }
            }
            html.pattern(id: "\(id)-range", size: 4) { html in
                var strokes = PathData()
                strokes.move(0, 2)
                strokes.horizontal(4)
                html.path(.class("hatch"), .d(strokes))
            }
        }
        frame.drawGaps(gaps, &html, id: id)
        frame.draw(&html)
        for year in years { column(year, in: frame, &html, id: id) }
        labels(names, in: frame, &html)
    }
}

extension StackedBarChart {
    private func column(_ year: Int, in frame: TimeFrame, _ html: inout Markup, id: String) {
        guard let total = total(year) else { return }
        let y = frame.vertical
        let width = max(1, min(26, frame.band * 0.76)).inTenths
        let left = (frame.x(year) - width / 2).inTenths
        var foot = 0.0
        for (index, part) in parts.enumerated() {
            guard let reading = part.readings[year], reading.low > 0 else { continue }
            let top = y(foot + reading.low).inTenths
            let bottom = y(foot).inTenths
            foot += reading.low
            let figure = format.written(reading, in: html.language)
            let hint = ChartSentence.item("\(part.name[html.language]), \(year)", figure, in: html.language)
            let look = index % SeriesLook.count
            let place: [Attribute] = [.x(left), .y(top), .width(width), .height((bottom - top).inTenths)]
            html.part(look, id: id, place) { html in html.svgTitle { $0.text(hint) } }
        }
        guard total.high > total.low else { return }
        let hint = ChartSentence.item(
            "\(year)", "\(format.written(total, in: html.language)). \(Word.onlyRange[html.language])", in: html.language)
        let top = y(total.high).inTenths
        html.rect(
            .class("unsure"), .fill(pattern: "\(id)-range"), .x(left), .y(top), .width(width),
            .height((y(total.low) - top).inTenths)
        ) { html in html.svgTitle { $0.text(hint) } }
    }

    /// Each name beside its part of the last column that has figures.
    private func labels(_ names: [String], in frame: TimeFrame, _ html: inout Markup) {
        guard let last = years.last(where: { total($0) != nil }) else { return }
        var foot = 0.0
        let ends = parts.enumerated().map { index, part in
            let low = part.readings[last]?.low ?? 0
            defer { foot += low }
            return (name: names[index], target: frame.vertical(foot + low / 2))
        }
        let edge = frame.x(last) + min(13, frame.band * 0.38) + 1
        EndLabels(ends, from: frame.top - 6, to: frame.bottom + 4).draw(&html, from: edge, at: frame.right + 10)
    }
}

extension Markup {
    /// A part of a column: plain in its colour, or with the hatching of its series.
    fileprivate mutating func part(_ look: Int, id: String, _ place: [Attribute], content: (inout Markup) -> Void) {
        var attributes: [Attribute] = [.class("part s\(look + 1)")]
        if SeriesLook.hatching(look) != nil { attributes = [.class("part"), .fill(pattern: "\(id)-p\(look + 1)")] }
        element("rect", attributes + place, content)
    }
}
