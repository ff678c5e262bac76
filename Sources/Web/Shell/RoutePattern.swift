/// The shape of an address: `/countries/{code}`, `/countries/{code}/series.{format}`.
///
/// A part in braces takes one segment; `.{format}` at the end takes `csv`, `xlsx` or `json`.
package struct RoutePattern: Sendable, Hashable {
    enum Segment: Sendable, Hashable {
        case literal(String)
        case literalWithFormat(String)
        case value
        case valueWithFormat
    }

    package let text: String
    let segments: [Segment]
    /// The names of the values, in the order in which they stand.
    let names: [String]

    static let formatEnding = ".{format}"

    package init(_ text: String) {
        var segments: [Segment] = []
        var names: [String] = []
        for part in text.split(separator: "/") {
            let hasFormat = part.hasSuffix(Self.formatEnding)
            let stem = hasFormat ? part.dropLast(Self.formatEnding.count) : part
            if stem.hasPrefix("{"), stem.hasSuffix("}") {
                names.append(String(stem.dropFirst().dropLast()))
                segments.append(hasFormat ? .valueWithFormat : .value)
            } else {
                segments.append(hasFormat ? .literalWithFormat(String(stem)) : .literal(String(stem)))
            }
            if hasFormat { names.append("format") }
        }
        self.text = text
        self.segments = segments
        self.names = names
    }

    /// An address of this shape, for tests that walk every route: each value is replaced.
    package func filled(with value: (_ name: String) -> String) -> String {
        var names = names.makeIterator()
        let parts = segments.map { segment in
            switch segment {
            case .literal(let text): text
            case .literalWithFormat(let text): text + "." + (names.next().map(value) ?? "")
            case .value: names.next().map(value) ?? ""
            case .valueWithFormat: (names.next().map(value) ?? "") + "." + (names.next().map(value) ?? "")
            }
        }
        return "/" + parts.joined(separator: "/")
    }
}

/// Finds the route of a path: a tree of segments, in which a literal goes before a value.
struct RouteTree: Sendable {
    private struct Node: Sendable {
        var literals: [String: Int] = [:]
        var literalsWithFormat: [String: Int] = [:]
        var value: Int?
        var valueWithFormat: Int?
        var get: Route?
        var post: Route?
    }

    struct Match: Sendable {
        let get: Route?
        let post: Route?
        /// The values in the order in which they stand in the path.
        let values: [String]

        /// What the address answers, as `Allow` lists it.
        var verbs: [String] { (get == nil ? [] : ["GET", "HEAD"]) + (post == nil ? [] : ["POST"]) }
    }

    private var nodes: [Node] = [Node()]

    /// - Throws: `RoutesRefused.twice` when two routes have the same shape and verb.
    init(_ routes: [Route]) throws(RoutesRefused) {
        for route in routes { try insert(route) }
    }

    private mutating func insert(_ route: Route) throws(RoutesRefused) {
        var at = 0
        for segment in route.pattern.segments {
            let next: Int?
            switch segment {
            case .literal(let text): next = nodes[at].literals[text]
            case .literalWithFormat(let text): next = nodes[at].literalsWithFormat[text]
            case .value: next = nodes[at].value
            case .valueWithFormat: next = nodes[at].valueWithFormat
            }
            if let next {
                at = next
                continue
            }
            nodes.append(Node())
            let new = nodes.count - 1
            switch segment {
            case .literal(let text): nodes[at].literals[text] = new
            case .literalWithFormat(let text): nodes[at].literalsWithFormat[text] = new
            case .value: nodes[at].value = new
            case .valueWithFormat: nodes[at].valueWithFormat = new
            }
            at = new
        }
        switch route.verb {
        case .get:
            guard nodes[at].get == nil else { throw .twice(route.verb, route.pattern.text) }
            nodes[at].get = route
        case .post:
            guard nodes[at].post == nil else { throw .twice(route.verb, route.pattern.text) }
            nodes[at].post = route
        }
    }

    func match(_ segments: [String]) -> Match? {
        var values: [String] = []
        return find(segments[...], from: 0, &values)
    }

    private func find(_ rest: ArraySlice<String>, from at: Int, _ values: inout [String]) -> Match? {
        guard let segment = rest.first else {
            let node = nodes[at]
            return node.get == nil && node.post == nil ? nil : Match(get: node.get, post: node.post, values: values)
        }
        let after = rest.dropFirst()
        if let next = nodes[at].literals[segment], let match = find(after, from: next, &values) { return match }
        let kept = values.count
        if let dot = segment.lastIndex(of: "."), let format = SheetFormat(rawValue: String(segment[segment.index(after: dot)...])) {
            let stem = String(segment[..<dot])
            if let next = nodes[at].literalsWithFormat[stem] {
                values.append(format.rawValue)
                if let match = find(after, from: next, &values) { return match }
                values.removeLast(values.count - kept)
            }
            if let next = nodes[at].valueWithFormat, !stem.isEmpty {
                values += [stem, format.rawValue]
                if let match = find(after, from: next, &values) { return match }
                values.removeLast(values.count - kept)
            }
        }
        if let next = nodes[at].value, !segment.isEmpty {
            values.append(segment)
            if let match = find(after, from: next, &values) { return match }
            values.removeLast(values.count - kept)
        }
        return nil
    }
}
