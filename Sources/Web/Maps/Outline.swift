/// Work on the outlines of countries: fewer points where nobody sees them, and short paths.
enum Outline {
    typealias Point = (x: Double, y: Double)

    /// Leaves out points that lie within `tolerance` of the line without them (Douglas and Peucker, 1973).
    ///
    /// A closed ring is halved first, for the method needs two ends.
    static func simplified(_ ring: [Point], tolerance: Double) -> [Point] {
        guard ring.count > 4 else { return ring }
        let half = ring.count / 2
        var keeps = [Bool](repeating: false, count: ring.count)
        (keeps[0], keeps[half], keeps[ring.count - 1]) = (true, true, true)
        var open = [(0, half), (half, ring.count - 1)]
        while let (first, last) = open.popLast() {
            var farthest = (index: first, distance: tolerance)
            for index in stride(from: first + 1, to: last, by: 1) {
                let distance = distance(of: ring[index], from: ring[first], ring[last])
                if distance > farthest.distance { farthest = (index, distance) }
            }
            guard farthest.index != first else { continue }
            keeps[farthest.index] = true
            open.append((first, farthest.index))
            open.append((farthest.index, last))
        }
        return zip(ring, keeps).compactMap { $1 ? $0 : nil }
    }

    private static func distance(of point: Point, from start: Point, _ end: Point) -> Double {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 0 else {
            return ((point.x - start.x) * (point.x - start.x) + (point.y - start.y) * (point.y - start.y)).squareRoot()
        }
        return abs((point.x - start.x) * dy - (point.y - start.y) * dx) / length
    }

    /// The area within a ring, in square units.
    static func area(_ ring: [Point]) -> Double {
        abs(zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }) / 2
    }

    /// The outer outline of all rings together: an edge that two neighbours share, once in each direction, falls away.
    ///
    /// The rings must have the same points along a shared border, as those of Natural Earth do.
    static func dissolved(_ rings: [[Vertex]]) -> [[Vertex]] {
        var edges: Set<Edge> = []
        for ring in rings {
            for (from, to) in zip(ring, ring.dropFirst()) where from != to {
                if edges.remove(Edge(from: to, to: from)) == nil { edges.insert(Edge(from: from, to: to)) }
            }
        }
        // Sorted, so that the same file gives the same bytes on every start.
        var next: [Vertex: [Vertex]] = [:]
        let sorted = edges.sorted()
        for edge in sorted { next[edge.from, default: []].append(edge.to) }
        var outlines: [[Vertex]] = []
        for edge in sorted where next[edge.from]?.isEmpty == false {
            var outline = [edge.from]
            var here = edge.from
            while let there = next[here]?.popLast() {
                outline.append(there)
                here = there
                if here == edge.from { break }
            }
            outlines.append(outline)
        }
        return outlines
    }

    /// A point of the file, in hundredths of a degree: whole numbers, so that two neighbours' points are equal.
    struct Vertex: Hashable, Comparable {
        let longitude: Int
        let latitude: Int

        static func < (left: Vertex, right: Vertex) -> Bool {
            (left.longitude, left.latitude) < (right.longitude, right.latitude)
        }

        var projected: Point {
            EqualEarth.point(longitude: Double(longitude) / 100, latitude: Double(latitude) / 100)
        }
    }

    private struct Edge: Hashable, Comparable {
        let from: Vertex
        let to: Vertex

        static func < (left: Edge, right: Edge) -> Bool { (left.from, left.to) < (right.from, right.to) }
    }
}

extension PathData {
    /// Appends a closed ring as steps from point to point, each in whole parts of a unit: a third of the bytes of absolute places.
    /// - Parameter parts: 10 for one decimal, 1 for none.
    mutating func appendRing(_ ring: [Outline.Point], parts: Int) {
        let steps = Double(parts)
        let places = ring.map { (Int(($0.x * steps).rounded()), Int(($0.y * steps).rounded())) }
        // A ring that shrinks to fewer than three places has no area, and steps without any would break the path.
        guard let first = places.first, Set(places.map { [$0.0, $0.1] }).count > 2 else { return }
        bytes.append(UInt8(ascii: "M"))
        appendPart(first.0, of: parts, isFirst: true)
        appendPart(first.1, of: parts, isFirst: false)
        bytes.append(UInt8(ascii: "l"))
        var here = first
        var isFirst = true
        // The last point is the first again: closing draws that line.
        for place in places.dropFirst().dropLast() where place != here {
            appendPart(place.0 - here.0, of: parts, isFirst: isFirst)
            appendPart(place.1 - here.1, of: parts, isFirst: false)
            here = place
            isFirst = false
        }
        bytes.append(UInt8(ascii: "z"))
    }

    /// A number without a leading zero, and with a blank before it only where the sign does not part it from the last.
    private mutating func appendPart(_ number: Int, of parts: Int, isFirst: Bool) {
        if number < 0 {
            bytes.append(UInt8(ascii: "-"))
        } else if !isFirst {
            bytes.append(UInt8(ascii: " "))
        }
        let (whole, rest) = Int(number.magnitude).quotientAndRemainder(dividingBy: parts)
        if whole != 0 || rest == 0 { bytes.appendInteger(whole) }
        guard rest > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.appendInteger(rest)
    }
}
