import Basics
import Testing
import Vocabulary

@testable import Web

@Suite struct `The ticks of an axis` {
    @Test func `begin at zero, rise by 1, 2 or 5 times a power of ten, and reach the highest value`() {
        var number = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let highest = Double.random(in: 0...1, using: &number) * [1.0, 10, 1e3, 1e6, 1e9][Int.random(in: 0...4, using: &number)]
            let ticks = Ticks.upTo(highest)
            let step = ticks[1] - ticks[0]
            #expect(ticks[0] == 0)
            #expect(ticks[ticks.count - 1] >= highest)
            #expect(ticks.count <= 7)
            var mantissa = step
            while mantissa >= 10 { mantissa /= 10 }
            #expect([1, 2, 5].contains { abs($0 - mantissa) < 1e-9 })
            #expect(step >= 1)
        }
    }

    @Test func `exist even where there is nothing to show`() {
        #expect(Ticks.upTo(0) == [0, 1])
        #expect(Ticks.upTo(.nan) == [0, 1])
        #expect(Ticks.upTo(-5) == [0, 1])
        #expect(Ticks.upTo(4) == [0, 1, 2, 3, 4])
        #expect(Ticks.upTo(10, wanted: 5) == [0, 2, 4, 6, 8, 10])
        #expect(Ticks.upTo(1, wanted: 4, least: 0.01).last == 1)
    }

    @Test func `name as many years as there is room for`() {
        #expect(Ticks.years(2003...2022, room: 5) == [2005, 2010, 2015, 2020])
        #expect(Ticks.years(2019...2019, room: 1) == [2019])
        #expect(Ticks.years(2017...2019, room: 9) == [2017, 2018, 2019])
        #expect(!Ticks.years(2021...2023, room: 1).isEmpty)
    }
}

@Suite struct `A scale` {
    @Test func `keeps the order and meets its ends`() {
        let scale = Scale(from: 0, to: 200, on: 100, 0)
        #expect(scale(0) == 100)
        #expect(scale(200) == 0)
        #expect(scale(50) > scale(51))
        #expect(Scale(from: 3, to: 3, on: 7, 9)(3) == 7)
    }
}

@Suite struct `A chart` {
    private static let years = Sheet(
        name: "years", title: .data("By year"),
        columns: [
            Column("year", .data("Year"), .integer), Column("a", .data("First"), .count), Column("b", .data("Second"), .count),
        ],
        rows: [
            [.integer(2015), .count(.exact(10)), .count(.exact(5))],
            [.integer(2016), .count(.exact(20)), .count(.absent(.notCollected))],
            // 2017 is missing altogether.
            [.integer(2018), .count(.absent(.nothing)), .count(.absent(.nothing))],
            [.integer(2019), .count(.fewerThanFive), .count(.exact(0))],
            [.integer(2020), .count(.range(10...30)), .count(.exact(7))],
        ],
        source: SheetSource(citation: "Invented", date: nil))

    private var lines: LineChart { LineChart(Self.years, along: "year", ["a", "b"]) }

    @Test func `shows a year without a report as a gap and not as zero`() {
        #expect(lines.gaps == [2017, 2018])
        #expect(lines.series[1].readings[2019] == Reading(exact: 0))
        #expect(lines.series[1].readings[2016] == nil)
        let page = TestSheets.html { $0.chart(lines, of: Self.years, id: "x") }
        #expect(page.contains(#"class="gap" fill="url(#x-gap)""#))
        #expect(page.contains("2017–2018: No figure published"))
        #expect(page.contains("Years without a figure: 2017, 2018."))
    }

    @Test func `breaks its line at a gap`() throws {
        let page = TestSheets.html { $0.chart(LineChart(Self.years, along: "year", ["a"]), of: Self.years, id: "x") }
        let stroke = try #require(page.firstMatch(of: #/class="stroke" d="([^"]*)"/#)).1
        #expect(stroke.filter { $0 == "M" }.count == 2)
    }

    @Test func `draws a range as a range, with a hollow mark`() {
        let page = TestSheets.html { $0.chart(lines, of: Self.years, id: "x") }
        #expect(page.contains("class=\"whisker\""))
        #expect(page.contains("class=\"band\""))
        #expect(page.contains("First, 2020: 10–30"))
        #expect(page.contains("First, 2019: &lt;5"))
        #expect(page.filter { _ in true }.ranges(of: "mark hollow").count == 3)
        #expect(lines.keys == [.gap, .range])
    }

    @Test func `has a name, a description, its table, and nothing that the content policy forbids`() {
        for language in Language.allCases {
            for page in drawings(in: language) {
                #expect(page.contains(#"role="img" aria-labelledby="x-title" aria-describedby="x-text""#))
                #expect(page.contains(#"<title id="x-title">By year</title><desc id="x-text">"#))
                #expect(page.contains("<details"))
                #expect(page.contains("<table"))
                for forbidden in ["style=", "<script", "<style", "NaN", "inf", "href=\"http:"] { #expect(!page.contains(forbidden)) }
            }
        }
    }

    @Test func `stacks the parts and knows the bounds of the whole`() {
        let stack = StackedBarChart(Self.years, along: "year", ["a", "b"])
        #expect(stack.total(2020) == Reading(low: 17, high: 37))
        #expect(stack.total(2017) == nil)
        #expect(stack.gaps == [2017, 2018])
        #expect(TestSheets.html { $0.chart(stack, of: Self.years, id: "x") }.contains("2020: 17–37. Only a range is known"))
    }

    @Test func `of bars says why there is none`() {
        let page = TestSheets.html {
            $0.chart(BarChart([.init(.data("A"), .absent(.withheld)), .init(.data("B"), .exact(3))]), of: Self.years, id: "x")
        }
        #expect(page.contains(">withheld</text>"))
    }

    @Test func `without any figure says so instead of drawing an empty frame`() {
        let empty = LineChart(years: 2000...2001, series: [.init(.data("A"), counts: [2000: .absent(.nothing)])])
        let page = TestSheets.html { $0.chart(empty, of: Self.years, id: "x") }
        #expect(page.contains("There is no figure to draw"))
        #expect(!page.contains("<svg"))
    }

    @Test func `keeps the names of its lines apart`() {
        let labels = EndLabels((0..<6).map { ("Series \($0)", 100.0) }, from: 0, to: 200)
        let sorted = labels.entries.sorted { $0.top < $1.top }
        for (upper, lower) in zip(sorted, sorted.dropFirst()) { #expect(lower.top >= upper.top + upper.height) }
        #expect(sorted.allSatisfy { $0.top >= 0 && $0.top + $0.height <= 200 })
    }

    @Test func `escapes names that came from elsewhere`() {
        let hostile = BarChart([.init(.data("<script>"), .exact(1))])
        #expect(!TestSheets.html { $0.chart(hostile, of: Self.years, id: "x") }.contains("<script"))
    }

    private func drawings(in language: Language) -> [String] {
        [
            TestSheets.html(language) { $0.chart(lines, of: Self.years, id: "x") },
            TestSheets.html(language) { $0.chart(StackedBarChart(Self.years, along: "year", ["a", "b"]), of: Self.years, id: "x") },
            TestSheets.html(language) { $0.chart(BarChart(Self.years, names: "year", figures: "a"), of: Self.years, id: "x") },
        ]
    }
}

@Suite struct `A figure in words` {
    @Test func `is written as its language does`() {
        #expect(Count.range(82_291...82_363).written(in: .en) == "82,291–82,363")
        #expect(1_234_567.written(in: .fr) == "1\u{202F}234\u{202F}567")
        #expect(1_234.written(in: .es) == "1234")
        #expect((-1_234).written(in: .en) == "\u{2212}1,234")
        #expect(Proportion(0.1251)?.written(in: .ru) == "12,5\u{00A0}%")
        #expect(Day(iso: "2025-04-01")?.written(in: .fr) == "1er avril 2025")
        #expect(PartialDate(iso: "2019-03")?.written(in: .ru) == "март 2019 г.")
        #expect(PartialDate(iso: "2019-03")?.written(in: .zh) == "2019年3月")
    }

    @Test(arguments: Language.allCases)
    func `is the same on a page as in a string`(language: Language) {
        for number in [0, 7, 999, 1_000, 9_999, 10_000, 1_234_567, -1, -12_345] {
            #expect(TestSheets.html(language) { $0.number(number) } == number.written(in: language))
        }
    }
}
