package import Basics
package import Vocabulary

/// A map of flows between countries: arcs from where people are citizens to where they were detected.
///
/// An arc is broad at its beginning and thin at its end, which shows the direction without arrow heads (D. Holten and J. van Wijk,
/// "A user study on visualizing directed edges in graphs", CHI 2009). Its breadth is by value; a flow that may be zero is dashed.
package struct FlowMap: Sendable {
    /// One flow.
    package struct Flow: Sendable {
        package let from: CountryCode
        package let to: CountryCode
        package let fromName: Word
        package let toName: Word
        package let count: Count

        package init(from: CountryCode, _ fromName: Word, to: CountryCode, _ toName: Word, _ count: Count) {
            (self.from, self.fromName, self.to, self.toName, self.count) = (from, fromName, to, toName, count)
        }
    }

    let shapes: WorldShapes
    /// The largest first; those within one country and those without a number are left out.
    let flows: [Flow]
    let focus: CountryCode?

    /// - Parameters:
    ///   - most: how many arcs are drawn, the largest; the table has them all.
    ///   - focus: the country that the page is about, marked with a ring.
    package init(_ shapes: WorldShapes, flows: [Flow], most: Int = 60, focus: CountryCode? = nil) {
        self.shapes = shapes
        self.focus = focus
        self.flows = flows.filter { flow in
            flow.from != flow.to && flow.count.bounds != nil && shapes.points[flow.from] != nil && shapes.points[flow.to] != nil
        }
        .sorted { left, right in
            let (a, b) = (left.count.bounds ?? 0...0, right.count.bounds ?? 0...0)
            return (b.lowerBound, b.upperBound, left.from, left.to) < (a.lowerBound, a.upperBound, right.from, right.to)
        }
        .prefix(most).map { $0 }
    }

    /// Whether there is any arc to draw.
    package var isEmpty: Bool { flows.isEmpty }

    var holdsUnsure: Bool { flows.contains { $0.count.bounds?.lowerBound == 0 } }

    /// The breadth of an arc at its beginning: by the square root, so that a hundred times as many is ten times as broad.
    func breadth(_ count: Count) -> Double {
        let highest = Double(flows.first?.count.bounds?.lowerBound ?? 1)
        let value = Double(count.bounds?.lowerBound ?? 0)
        return max(1.6, 11 * (value / max(1, highest)).squareRoot()).inTenths
    }

    /// The outline of an arc between two places; bent to its left by a fifth of its length.
    static func arc(from start: WorldShapes.MapPoint, to end: WorldShapes.MapPoint, breadth: Double) -> PathData {
        let bend = Bend(from: start, to: end)
        let (ux, uy) = bend.normal
        let (wide, middle) = (breadth / 2, breadth / 3)
        var path = PathData()
        path.move((start.x + ux * wide).inTenths, (start.y + uy * wide).inTenths)
        path.quadratic(
            (bend.x + ux * middle).inTenths, (bend.y + uy * middle).inTenths, to: (end.x + ux * 0.3).inTenths,
            (end.y + uy * 0.3).inTenths)
        path.line((end.x - ux * 0.3).inTenths, (end.y - uy * 0.3).inTenths)
        path.quadratic(
            (bend.x - ux * middle).inTenths, (bend.y - uy * middle).inTenths, to: (start.x - ux * wide).inTenths,
            (start.y - uy * wide).inTenths)
        path.close()
        return path
    }

    /// The same arc as a line.
    static func line(from start: WorldShapes.MapPoint, to end: WorldShapes.MapPoint) -> PathData {
        let bend = Bend(from: start, to: end)
        var path = PathData()
        path.move(start.x, start.y)
        path.quadratic(bend.x.inTenths, bend.y.inTenths, to: end.x, end.y)
        return path
    }

    /// The point that bends an arc, and the direction across it.
    private struct Bend {
        let x: Double
        let y: Double
        let normal: (Double, Double)

        init(from start: WorldShapes.MapPoint, to end: WorldShapes.MapPoint) {
            let (dx, dy) = (end.x - start.x, end.y - start.y)
            let length = max(1e-6, (dx * dx + dy * dy).squareRoot())
            normal = (-dy / length, dx / length)
            x = (start.x + end.x) / 2 + dy * 0.2
            // Kept on the drawing: an arc over the pole would leave it.
            y = max(6, min(EqualEarth.height - 6, (start.y + end.y) / 2 - dx * 0.2))
        }
    }
}

extension Markup {
    /// A flow map with its title, key, boundary note, table, source and downloads.
    package mutating func flows(
        _ map: FlowMap, of sheet: Sheet, id: String, unit: Word? = nil, at address: (any Address)? = nil
    ) {
        figure(.class("chart map flow-map"), .id(id)) { html in
            html.figcaption { html in
                html.strong(sheet.title)
                if let unit { html.span(unit, .class("unit")) }
            }
            if map.isEmpty {
                html.p(.noFiguresAtAll, .class("empty"))
            } else {
                let summary = html.summary(of: map)
                html.worldSVG(id: id, title: sheet.title, summary: summary) { html in
                    html.path(.class("land"), .d(map.shapes.coast))
                    html.arcs(map)
                }
                html.ul(.class("keys")) { html in
                    html.li(.flowKey)
                    if map.holdsUnsure { html.li(.flowUnsure) }
                }
                html.mapNotes(nil)
            }
            html.tableOnDemand(sheet, id: id)
            html.sheetSource(sheet, at: address)
        }
    }

    private func summary(of map: FlowMap) -> String {
        let largest = map.flows.prefix(3).map(label)
        return ([Word.flowMap[language]] + largest + [Word.tableFollows[language]]).joined(separator: language == .zh ? "。" : ". ")
    }

    private func label(_ flow: FlowMap.Flow) -> String {
        // The arrow points along the reading direction.
        let arrow = language.isRightToLeft ? "←" : "→"
        return ChartSentence.item(
            "\(flow.fromName[language]) \(arrow) \(flow.toName[language])", flow.count.written(in: language), in: language)
    }

    private mutating func arcs(_ map: FlowMap) {
        let points = map.shapes.points
        // The smallest first, so that the large ones lie on top.
        for flow in map.flows.reversed() {
            guard let start = points[flow.from], let end = points[flow.to], let bounds = flow.count.bounds else { continue }
            let hint = label(flow)
            if bounds.lowerBound == 0 {
                path(.class("flow unsure"), .d(FlowMap.line(from: start, to: end))) { html in html.svgTitle { $0.text(hint) } }
            } else {
                let outline = FlowMap.arc(from: start, to: end, breadth: map.breadth(flow.count))
                path(.class("flow"), .d(outline)) { html in html.svgTitle { $0.text(hint) } }
            }
        }
        var seen: Set<CountryCode> = []
        for flow in map.flows {
            for (code, name) in [(flow.from, flow.fromName), (flow.to, flow.toName)] where seen.insert(code).inserted {
                guard let point = points[code] else { continue }
                let hint = name[language]
                circle(.class(code == map.focus ? "stop focus" : "stop"), .cx(point.x), .cy(point.y), .r(code == map.focus ? 6 : 3)) {
                    html in
                    html.svgTitle { $0.text(hint) }
                }
            }
        }
    }
}
