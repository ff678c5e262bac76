package import Vocabulary

extension Markup {
    /// A chart with everything that belongs to it: title, unit, drawing, key, the same figures as a table, source and downloads.
    ///
    /// ```swift
    /// html.chart(LineChart(sheet, along: "year", ["victims", "suspects"]), of: sheet, id: "by-year", at: EvidenceAddress.world)
    /// ```
    /// - Parameters:
    ///   - sheet: the figures drawn; shown as a table on demand, and offered as files.
    ///   - id: names the figure within the page; ids of its parts begin with it.
    ///   - unit: what is counted, when the title does not say it.
    ///   - address: where the table is served as `.csv`, `.xlsx` and `.json`; `nil` where it is not.
    ///   - isOpen: whether the table is unfolded from the start.
    package mutating func chart(
        _ chart: some Chart, of sheet: Sheet, id: String, unit: Word? = nil, at address: (any Address)? = nil, isOpen: Bool = false
    ) {
        figure(.class("chart"), .id(id)) { html in
            html.figcaption { html in
                html.strong(sheet.title)
                if let unit { html.span(unit, .class("unit")) }
            }
            if chart.isEmpty {
                html.p(.noFiguresAtAll, .class("empty"))
            } else {
                html.drawing(chart, id: id, title: sheet.title)
                html.chartKeys(chart.keys, id: id)
            }
            html.tableOnDemand(sheet, id: id, isOpen: isOpen)
            html.sheetSource(sheet, at: address)
        }
    }

    private mutating func drawing(_ chart: some Chart, id: String, title: Word) {
        let size = chart.size(in: language)
        let summary = chart.summary(in: language)
        var attributes: [Attribute] = [
            .viewBox(0, 0, size.width, size.height), .role("img"), .ariaLabelledBy("\(id)-title"), .ariaDescribedBy("\(id)-text"),
        ]
        if chart.runsLeftToRight { attributes.append(.drawnLeftToRight) }
        element("svg", attributes) { html in
            html.svgTitle(.id("\(id)-title")) { $0.sayPlainly(title) }
            html.svgDescription(.id("\(id)-text")) { $0.text(summary) }
            chart.draw(&html, id: id)
        }
    }

    /// The signs of a drawing with their meaning.
    private mutating func chartKeys(_ keys: [ChartKey], id: String) {
        guard !keys.isEmpty else { return }
        ul(.class("keys")) { html in
            for key in keys {
                html.li { html in
                    html.svg(.class("swatch"), .viewBox(0, 0, 18, 12), .ariaHidden) { html in
                        switch key {
                        case .gap:
                            html.defs { $0.gapPattern(id: "\(id)-key-gap") }
                            html.rect(.class("gap"), .fill(pattern: "\(id)-key-gap"), .width(18), .height(12))
                        case .range:
                            var whisker = PathData()
                            whisker.move(9, 1)
                            whisker.vertical(11)
                            whisker.move(6, 1)
                            whisker.horizontal(12)
                            whisker.move(6, 11)
                            whisker.horizontal(12)
                            html.path(.class("whisker"), .d(whisker))
                            html.circle(.class("mark hollow"), .cx(9), .cy(6), .r(2.4))
                        }
                    }
                    html.say(key == .gap ? .noFigure : .onlyRange)
                }
            }
        }
    }

    /// The table of a drawing, folded away: everything drawn can be read, and by everybody.
    mutating func tableOnDemand(_ sheet: Sheet, id: String, isOpen: Bool = false) {
        details(isOpen ? .open : .class("folded")) { html in
            html.summary(.showTable)
            html.sheetTable(sheet, id: "\(id)-table")
        }
    }
}
