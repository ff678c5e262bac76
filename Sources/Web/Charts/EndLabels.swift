import Vocabulary

/// The names at the right edge of a chart, each beside the end of its line or part, moved apart where they would overlap.
struct EndLabels {
    struct Entry {
        let lines: [String]
        /// Where it points to.
        let target: Double
        /// Where its first line stands, from the top.
        var top: Double
        var height: Double { Double(lines.count) * EndLabels.lineHeight }
    }

    static let lineHeight = 13.0
    /// No wider than this, so that a phone has room left for the figures.
    static let widest = 92.0

    private(set) var entries: [Entry]
    /// The room to leave on the right, in the drawing's units.
    let width: Double

    /// - Parameters:
    ///   - names: the names with the height on the drawing that each belongs to.
    ///   - top: the first height that may be used.
    ///   - bottom: the last one; passed only when there are too many names for the room.
    init(_ names: [(name: String, target: Double)], from top: Double, to bottom: Double) {
        entries = names.map { name, target in
            let lines = ChartText.wrapped(name, room: EndLabels.widest)
            return Entry(lines: lines, target: target, top: target - Double(lines.count) * EndLabels.lineHeight / 2)
        }
        width = entries.flatMap(\.lines).map(ChartText.width).max() ?? 0
        let order = entries.indices.sorted { entries[$0].target < entries[$1].target }
        var edge = top
        for index in order {
            entries[index].top = max(entries[index].top, edge)
            edge = entries[index].top + entries[index].height + 2
        }
        edge = bottom
        for index in order.reversed() {
            entries[index].top = min(entries[index].top, edge - entries[index].height)
            edge = entries[index].top - 2
        }
    }

    /// The room that names take before it is known where they point.
    static func width(of names: [String]) -> Double {
        names.flatMap { ChartText.wrapped($0, room: widest) }.map(ChartText.width).max() ?? 0
    }

    /// Draws each name, with a thin line to its target where it had to move.
    func draw(_ html: inout Markup, from edge: Double, at left: Double) {
        for (index, entry) in entries.enumerated() {
            let middle = entry.top + entry.height / 2
            if abs(middle - entry.target) > 3 || left - edge > 12 {
                var lead = PathData()
                lead.move(edge, entry.target)
                lead.line(left - 3, middle)
                html.path(.class("lead"), .d(lead))
            }
            html.svgText(.class("name n\(index % SeriesLook.count + 1)"), .x(left), .y(middle.inTenths)) { html in
                // In ems: larger screens set smaller letters in the same room, and lines close up with them.
                for (number, line) in entry.lines.enumerated() {
                    let step = number == 0 ? 0.35 - 0.55 * Double(entry.lines.count - 1) : 1.1
                    html.tspan(.x(left), .dy(ems: step)) { $0.text(line) }
                }
            }
        }
    }
}
