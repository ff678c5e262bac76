import Vocabulary

/// How the series of a chart are told apart without colour: by dashes and marks on lines, by hatching in areas.
enum SeriesLook {
    /// After so many, looks repeat. A chart with more series should be two charts.
    static let count = 6

    /// Lengths of dashes and blanks; `nil` for an unbroken line.
    static func dashes(_ index: Int) -> String? {
        [nil, "6 3", "2 2.5", "9 3 2 3", "4 2", "1 3"][index % count]
    }

    /// The corners of a mark of about `r` in radius: square, triangle, diamond, triangle on its head, bar; none for a circle.
    static func corners(_ index: Int, r: Double) -> [(Double, Double)] {
        switch index % count {
        case 0: []
        case 1: [(-r, -r), (r, -r), (r, r), (-r, r)]
        case 2: [(0, -r * 1.3), (r * 1.2, r), (-r * 1.2, r)]
        case 3: [(0, -r * 1.4), (r * 1.4, 0), (0, r * 1.4), (-r * 1.4, 0)]
        case 4: [(0, r * 1.3), (r * 1.2, -r), (-r * 1.2, -r)]
        default: [(-r * 1.4, -r * 0.6), (r * 1.4, -r * 0.6), (r * 1.4, r * 0.6), (-r * 1.4, r * 0.6)]
        }
    }

    /// The lines of a hatching that repeats every 6 units; `nil` for a plain area.
    static func hatching(_ index: Int) -> PathData? {
        var path = PathData()
        switch index % count {
        case 1:
            path.move(-1, 4)
            path.line(4, -1)
            path.move(2, 7)
            path.line(7, 2)
        case 2:
            path.move(1.5, 2)
            path.line(2.5, 2)
            path.move(4.5, 5)
            path.line(5.5, 5)
        case 3:
            path.move(0, 3)
            path.line(6, 3)
        case 4:
            path.move(-1, 2)
            path.line(4, 7)
            path.move(2, -1)
            path.line(7, 4)
        case 5:
            path.move(3, 0)
            path.line(3, 6)
        default: return nil
        }
        return path
    }
}

extension Attribute {
    /// Paints with a pattern of the same drawing.
    static func fill(pattern id: String) -> Attribute { Attribute("fill", .text("url(#\(id))")) }
    static func dashes(_ lengths: String) -> Attribute { Attribute("stroke-dasharray", .text(lengths)) }
    /// A step downwards in heights of a letter.
    static func dy(ems: Double) -> Attribute { Attribute("dy", .text("\((ems * 100).rounded() / 100)em")) }
    /// The direction of a drawing whose axis runs left to right in every language.
    static var drawnLeftToRight: Attribute { Attribute("direction", .text("ltr")) }
}

extension Markup {
    /// A pattern that repeats every `size` units, for `.fill(pattern:)`.
    mutating func pattern(id: String, size: Double, content: (inout Markup) -> Void) {
        element(
            "pattern",
            [
                .id(id), .width(size), .height(size), Attribute("patternUnits", .text("userSpaceOnUse")),
            ],
            content)
    }

    /// The hatching that stands for "no figure", and the one for "somewhere in this range".
    /// - Parameter size: how far apart the lines are; a map is scaled down on a phone and needs them farther apart.
    mutating func gapPattern(id: String, size: Double = 6) {
        pattern(id: id, size: size) { html in
            // Two strokes across the corners, so that the lines go on from tile to tile.
            var strokes = PathData()
            strokes.move(-1, size * 2 / 3)
            strokes.line(size * 2 / 3, -1)
            strokes.move(size / 3, size + 1)
            strokes.line(size + 1, size / 3)
            html.path(.class("hatch"), .d(strokes))
        }
    }
}

extension Markup {
    /// The mark of a series at a point, with what a pointer shows on it; hollow where only a range is known.
    mutating func mark(_ series: Int, x: Double, y: Double, hollow: Bool, hint: String) {
        let corners = SeriesLook.corners(series, r: 2.4)
        let look: Attribute = .class(hollow ? "mark hollow" : "mark")
        guard let first = corners.first else {
            return circle(look, .cx(x), .cy(y), .r(2.4)) { html in html.svgTitle { $0.text(hint) } }
        }
        var outline = PathData()
        outline.move((x + first.0).inTenths, (y + first.1).inTenths)
        for corner in corners.dropFirst() { outline.line((x + corner.0).inTenths, (y + corner.1).inTenths) }
        outline.close()
        path(look, .d(outline)) { html in html.svgTitle { $0.text(hint) } }
    }
}

extension Double {
    /// To one decimal: finer than any screen shows of a chart, and shorter to send.
    var inTenths: Double { (self * 10).rounded() / 10 }
}
