/// The `d` of an SVG path, or the `points` of a line: made by its own functions only, so that it needs no escaping.
///
/// Coordinates are written with at most two decimals. A map makes its paths once and keeps them.
package struct PathData: Sendable, Hashable {
    package internal(set) var bytes: [UInt8] = []

    package init() {}

    package var isEmpty: Bool { bytes.isEmpty }

    package mutating func move(_ x: Double, _ y: Double) { command("M", [x, y]) }
    package mutating func line(_ x: Double, _ y: Double) { command("L", [x, y]) }
    package mutating func horizontal(_ x: Double) { command("H", [x]) }
    package mutating func vertical(_ y: Double) { command("V", [y]) }
    package mutating func curve(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, to x: Double, _ y: Double) {
        command("C", [x1, y1, x2, y2, x, y])
    }
    package mutating func quadratic(_ x1: Double, _ y1: Double, to x: Double, _ y: Double) { command("Q", [x1, y1, x, y]) }
    package mutating func close() { bytes.append(UInt8(ascii: "Z")) }

    /// A point of a `polyline` or `polygon`.
    package mutating func point(_ x: Double, _ y: Double) { command(bytes.isEmpty ? "" : " ", [x, y]) }

    private mutating func command(_ letter: StaticString, _ numbers: [Double]) {
        bytes.append(letter)
        for (index, number) in numbers.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: " ")) }
            bytes.appendDecimal(number)
        }
    }
}

// MARK: Attributes of drawings

extension Attribute {
    package static func viewBox(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Attribute {
        Attribute("viewBox", .decimals([x, y, width, height]))
    }
    package static func x(_ number: Double) -> Attribute { Attribute("x", .decimal(number)) }
    package static func y(_ number: Double) -> Attribute { Attribute("y", .decimal(number)) }
    package static func dx(_ number: Double) -> Attribute { Attribute("dx", .decimal(number)) }
    package static func dy(_ number: Double) -> Attribute { Attribute("dy", .decimal(number)) }
    package static func x1(_ number: Double) -> Attribute { Attribute("x1", .decimal(number)) }
    package static func y1(_ number: Double) -> Attribute { Attribute("y1", .decimal(number)) }
    package static func x2(_ number: Double) -> Attribute { Attribute("x2", .decimal(number)) }
    package static func y2(_ number: Double) -> Attribute { Attribute("y2", .decimal(number)) }
    package static func cx(_ number: Double) -> Attribute { Attribute("cx", .decimal(number)) }
    package static func cy(_ number: Double) -> Attribute { Attribute("cy", .decimal(number)) }
    package static func r(_ number: Double) -> Attribute { Attribute("r", .decimal(number)) }
    package static func rx(_ number: Double) -> Attribute { Attribute("rx", .decimal(number)) }
    package static func width(_ number: Double) -> Attribute { Attribute("width", .decimal(number)) }
    package static func height(_ number: Double) -> Attribute { Attribute("height", .decimal(number)) }
    package static func strokeWidth(_ number: Double) -> Attribute { Attribute("stroke-width", .decimal(number)) }
    package static func opacity(_ number: Double) -> Attribute { Attribute("opacity", .decimal(number)) }
    package static func d(_ data: PathData) -> Attribute { Attribute("d", .drawing(data)) }
    package static func points(_ data: PathData) -> Attribute { Attribute("points", .drawing(data)) }
    /// `start`, `middle` or `end`.
    package static func textAnchor(_ place: StaticString) -> Attribute { Attribute("text-anchor", .text(place.description)) }
    package static func dominantBaseline(_ place: StaticString) -> Attribute {
        Attribute("dominant-baseline", .text(place.description))
    }
    package static func preserveAspectRatio(_ rule: StaticString) -> Attribute {
        Attribute("preserveAspectRatio", .text(rule.description))
    }
    package static func markerEnd(id: StaticString) -> Attribute { Attribute("marker-end", .text("url(#\(id))")) }
    package static func translate(_ x: Double, _ y: Double) -> Attribute {
        var bytes: [UInt8] = Array("translate(".utf8)
        bytes.appendDecimal(x)
        bytes.append(UInt8(ascii: " "))
        bytes.appendDecimal(y)
        bytes.append(UInt8(ascii: ")"))
        return Attribute("transform", .text(String(decoding: bytes, as: UTF8.self)))
    }
    /// A turn in degrees around a point.
    package static func rotate(_ degrees: Double, around x: Double, _ y: Double) -> Attribute {
        var bytes: [UInt8] = Array("rotate(".utf8)
        for (index, number) in [degrees, x, y].enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: " ")) }
            bytes.appendDecimal(number)
        }
        bytes.append(UInt8(ascii: ")"))
        return Attribute("transform", .text(String(decoding: bytes, as: UTF8.self)))
    }
}

// MARK: Elements of drawings

extension Markup {
    /// A drawing; name it with `.role("img")` and `.ariaLabelledBy`, and begin it with `svgTitle` and `svgDescription`.
    package mutating func svg(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("svg", attributes, content)
    }
    package mutating func g(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("g", attributes, content)
    }
    package mutating func svgTitle(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("title", attributes, content)
    }
    package mutating func svgDescription(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("desc", attributes, content)
    }
    package mutating func defs(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("defs", attributes, content)
    }
    package mutating func svgText(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("text", attributes, content)
    }
    package mutating func tspan(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("tspan", attributes, content)
    }
    package mutating func path(_ attributes: Attribute..., content: ((inout Markup) -> Void)? = nil) {
        shape("path", attributes, content)
    }
    package mutating func rect(_ attributes: Attribute..., content: ((inout Markup) -> Void)? = nil) {
        shape("rect", attributes, content)
    }
    package mutating func circle(_ attributes: Attribute..., content: ((inout Markup) -> Void)? = nil) {
        shape("circle", attributes, content)
    }
    package mutating func line(_ attributes: Attribute..., content: ((inout Markup) -> Void)? = nil) {
        shape("line", attributes, content)
    }
    package mutating func polyline(_ attributes: Attribute..., content: ((inout Markup) -> Void)? = nil) {
        shape("polyline", attributes, content)
    }
    package mutating func polygon(_ attributes: Attribute..., content: ((inout Markup) -> Void)? = nil) {
        shape("polygon", attributes, content)
    }

    private mutating func shape(_ tag: StaticString, _ attributes: [Attribute], _ content: ((inout Markup) -> Void)?) {
        open(tag, attributes)
        content?(&self)
        close(tag)
    }
}
