import Basics
import Foundation
import Testing
import Vocabulary

@testable import Web

@Suite struct `The Equal Earth projection` {
    /// As PROJ gives them for `+proj=eqearth +R=1`.
    @Test(arguments: [
        (0.0, 0.0, 0.0, 0.0), (180.0, 0.0, 2.7066299836960743, 0.0), (0.0, 90.0, 0.0, 1.317362759157413),
        (-180.0, -90.0, -1.6035886, -1.3173628), (30.0, 45.0, 0.3866182, 0.8602311), (-75.5, -33.0, -1.0467505, -0.6487188),
    ])
    func `meets known points`(longitude: Double, latitude: Double, x: Double, y: Double) {
        let point = EqualEarth.plane(longitude: longitude, latitude: latitude)
        #expect(abs(point.x - x) < 1e-6)
        #expect(abs(point.y - y) < 1e-6)
    }

    @Test func `keeps areas`() {
        // A cell of one degree has an area in proportion to the cosine of its latitude, wherever it lies.
        for latitude in stride(from: -80.0, through: 80, by: 10) {
            for longitude in [-170.0, -60, 0, 45, 120] {
                let cell = area(longitude, latitude)
                let expected = cos((latitude + 0.05) * .pi / 180) * pow(0.1 * .pi / 180, 2)
                #expect(abs(cell / expected - 1) < 2e-3)
            }
        }
    }

    @Test func `puts the drawing's corners where they belong`() {
        #expect(abs(EqualEarth.point(longitude: 180, latitude: 0).x - EqualEarth.width) < 1e-9)
        #expect(abs(EqualEarth.point(longitude: -180, latitude: 0).x) < 1e-9)
        #expect(EqualEarth.point(longitude: 0, latitude: 60).y < EqualEarth.point(longitude: 0, latitude: 50).y)
    }

    private func area(_ longitude: Double, _ latitude: Double) -> Double {
        let corners = [(0.0, 0.0), (0.1, 0), (0.1, 0.1), (0, 0.1), (0, 0)].map {
            EqualEarth.plane(longitude: longitude + $0.0, latitude: latitude + $0.1)
        }
        return Outline.area(corners.map { ($0.x, $0.y) })
    }
}

@Suite struct `A map of the world` {
    private let shapes: WorldShapes
    private let places: [WorldMap.Place]

    init() throws {
        let share = Share(folder: URL(filePath: #filePath).appending(path: "../../../share").standardizedFileURL)
        shapes = try WorldShapes(share)
        places = shapes.points.keys.sorted().enumerated().map { index, code in
            let count: Count = index % 5 == 0 ? .absent(.nothing) : index % 7 == 0 ? .fewerThanFive : .exact(index * index)
            return WorldMap.Place(code, .data("Country \(code)"), .count(count))
        }
    }

    private func page(_ language: Language = .en) -> String {
        TestSheets.html(language) { html in
            html.map(WorldMap(shapes, figures: places), of: TestSheets.everything, id: "m") { TestSheets.Here(path: "/countries/\($0)") }
        }
    }

    @Test func `has an outline or a circle for every country that it is given`() throws {
        let page = page()
        for place in places { #expect(page.contains("href=\"/countries/\(place.code)\"")) }
        let malta = try #require(CountryCode("MLT"))
        #expect(shapes.areas[malta] == nil)
        #expect(shapes.points[malta] != nil)
        #expect(shapes.areas.count == 173)
    }

    @Test func `stays under 120 kilobytes with every country, its name, figure and link`() {
        #expect(page().utf8.count < 120_000)
    }

    @Test(arguments: Language.allCases)
    func `says that boundaries do not imply endorsement`(language: Language) {
        var escaped = Markup(language: language)
        escaped.say(.boundaryNote)
        #expect(page(language).contains(escaped.string))
    }

    @Test func `hatches a country without a figure instead of giving it the lowest shade`() throws {
        let page = page()
        let silent = try #require(page.firstMatch(of: #/<g class="silent" fill="url\(#m-none\)">(.*?)<\/g>/#)).1
        #expect(silent.contains("nothing published"))
        #expect(!silent.contains("&lt;5"))
    }

    @Test func `names each country with its figure, and asks for no style or script`() {
        let page = page()
        #expect(page.contains("<title>Country FRA: "))
        for forbidden in ["style=", "<script", "NaN", "ll", "lz"] {
            #expect(!page.replacing("collected", with: "").contains("d=\"\(forbidden)"))
        }
        #expect(!page.contains("style="))
    }

    @Test func `simplifies outlines by less than a third of a unit`() {
        let ring: [Outline.Point] = (0...720).map { step in
            let angle = Double(step) * .pi / 360
            return (100 + 50 * cos(angle), 100 + 50 * sin(angle))
        }
        let simple = Outline.simplified(ring, tolerance: 0.3)
        #expect(simple.count < 60)
        #expect(abs(Outline.area(simple) / Outline.area(ring) - 1) < 0.01)
        #expect(simple[0] == ring[0] && simple[simple.count - 1] == ring[ring.count - 1])
    }

    @Test func `draws the coast once, without the borders between neighbours`() {
        func vertex(_ x: Int, _ y: Int) -> Outline.Vertex { Outline.Vertex(longitude: x, latitude: y) }
        let west = [vertex(0, 0), vertex(0, 10), vertex(10, 10), vertex(10, 0), vertex(0, 0)]
        let east = [vertex(10, 0), vertex(10, 10), vertex(20, 10), vertex(20, 0), vertex(10, 0)]
        let coast = Outline.dissolved([west, east])
        #expect(coast.count == 1)
        #expect(coast[0].count == 7)
        #expect(shapes.coast.bytes.count < 14_000)
    }

    @Test func `needs its files and says which one is missing`() {
        #expect(throws: ShareRefused.unreadable(path: "reference/world_110m.geojson")) {
            try WorldShapes(outlines: Data("{}".utf8), points: "")
        }
    }
}

@Suite struct `The classes of a map` {
    @Test func `never put a bound below five, so that fewer than five is one class`() {
        let readings = (0...60).map { Reading(exact: Double($0 % 4)) } + [Reading(exact: 1_000), Reading(exact: 2_000)]
        let classes = MapClasses.quantiles(of: readings)
        #expect(classes.breaks.allSatisfy { $0 >= 5 })
        #expect(classes.index(of: Reading(low: 0, high: 4)) == 0)
    }

    @Test func `hold about as many countries each`() {
        let readings = (1...1_000).map { Reading(exact: Double($0)) }
        let classes = MapClasses.quantiles(of: readings, count: 5)
        #expect(classes.breaks == [200, 400, 600, 800])
        let sizes = Dictionary(grouping: readings, by: classes.index).values.map(\.count)
        #expect(sizes.allSatisfy { (150...250).contains($0) })
    }

    @Test func `say their bounds without overlap`() {
        let classes = MapClasses(breaks: [1_000, 10, 100])
        #expect((0..<classes.count).map { classes.label($0, in: .en) } == ["0–9", "10–99", "100–999", "≥ 1,000"])
        #expect(MapClasses(breaks: []).count == 1)
    }
}

@Suite struct `A flow map` {
    private let shapes: WorldShapes

    init() throws {
        let share = Share(folder: URL(filePath: #filePath).appending(path: "../../../share").standardizedFileURL)
        shapes = try WorldShapes(share)
    }

    private func flow(_ from: String, _ to: String, _ count: Count) throws -> FlowMap.Flow {
        .init(
            from: try #require(CountryCode(from)), .data(from), to: try #require(CountryCode(to)), .data(to), count)
    }

    @Test func `draws the largest flows, the broader the more people`() throws {
        let map = FlowMap(
            shapes,
            flows: [
                try flow("NGA", "ITA", .exact(400)), try flow("ROU", "FRA", .exact(100)), try flow("FRA", "FRA", .exact(9_999)),
                try flow("UKR", "POL", .absent(.nothing)), try flow("VNM", "GBR", .fewerThanFive),
            ])
        #expect(map.flows.map(\.from.alpha3) == ["NGA", "ROU", "VNM"])
        #expect(map.breadth(.exact(400)) == 2 * map.breadth(.exact(100)))
        let page = TestSheets.html { $0.flows(map, of: TestSheets.everything, id: "f") }
        #expect(page.contains("NGA → ITA: 400"))
        #expect(page.contains("class=\"flow unsure\""))
        #expect(page.contains("do not imply endorsement"))
        #expect(page.utf8.count < 20_000)
    }

    @Test func `without flows says so`() {
        let page = TestSheets.html { $0.flows(FlowMap(shapes, flows: []), of: TestSheets.everything, id: "f") }
        #expect(page.contains("There is no figure to draw"))
    }
}
