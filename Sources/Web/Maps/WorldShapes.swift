package import Basics
import Foundation
import Vocabulary

/// The outlines and the points of the countries on the drawing: read and projected once at start, then only copied into pages.
///
/// From Natural Earth (public domain): 1:110m outlines, and points for the countries too small to have one.
package struct WorldShapes: Sendable {
    /// The outline of each country that has one, to a tenth of a unit.
    let areas: [CountryCode: PathData]
    /// Land that is no entry of the register, such as Kosovo: drawn, never shaded.
    let otherLand: PathData
    /// The coasts of all land as one path in whole units: the ground of a flow map, about 10 kB.
    let coast: PathData
    /// Where a country's name, arc or circle stands.
    let points: [CountryCode: MapPoint]

    /// A place on the drawing.
    struct MapPoint: Hashable, Sendable {
        let x: Double
        let y: Double
    }

    /// - Parameter share: the folder with `reference/world_110m.geojson` and `reference/state_points.csv`.
    /// - Throws: `ShareRefused.unreadable` when one is missing or is not what it should be.
    package init(_ share: Share) throws {
        try self.init(
            outlines: try share.data(WorldShapes.outlineFile), points: try share.text(WorldShapes.pointFile))
    }

    init(outlines: Data, points table: String) throws {
        let world: OutlineFile
        do {
            world = try JSONDecoder().decode(OutlineFile.self, from: outlines)
        } catch {
            throw ShareRefused.unreadable(path: WorldShapes.outlineFile)
        }
        points = try Self.points(table)
        var areas: [CountryCode: PathData] = [:]
        var otherLand = PathData()
        var all: [[Outline.Vertex]] = []
        for feature in world.features where feature.id != "ATA" {
            var path = PathData()
            for ring in feature.geometry.rings {
                all.append(ring)
                path.appendRing(Outline.simplified(ring.map(\.projected), tolerance: 0.3), parts: 10)
            }
            if let code = CountryCode(feature.id), points[code] != nil {
                areas[code] = path
            } else {
                otherLand.bytes += path.bytes
            }
        }
        self.areas = areas
        self.otherLand = otherLand
        var coast = PathData()
        for ring in Outline.dissolved(all).map({ $0.map(\.projected) }) where Outline.area(ring) > 3 {
            coast.appendRing(Outline.simplified(ring, tolerance: 0.8), parts: 1)
        }
        self.coast = coast
    }

    private static let outlineFile = "reference/world_110m.geojson"
    private static let pointFile = "reference/state_points.csv"

    /// Lines of `alpha3,lon,lat,…`; none of the fields is quoted.
    private static func points(_ table: String) throws -> [CountryCode: MapPoint] {
        var points: [CountryCode: MapPoint] = [:]
        for line in table.split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            guard fields.count >= 3, let code = CountryCode(fields[0]), let longitude = Double(fields[1]), let latitude = Double(fields[2])
            else { throw ShareRefused.unreadable(path: pointFile) }
            let place = EqualEarth.point(longitude: longitude, latitude: latitude)
            // Places near the South Pole, without inhabitants, lie below the drawing.
            guard place.y < EqualEarth.height else { continue }
            points[code] = MapPoint(x: place.x.inTenths, y: place.y.inTenths)
        }
        return points
    }
}

/// The part of GeoJSON (RFC 7946) that the file of outlines uses.
private struct OutlineFile: Decodable {
    let features: [Feature]

    struct Feature: Decodable {
        let id: String
        let geometry: Geometry
    }

    struct Geometry: Decodable {
        let rings: [[Outline.Vertex]]

        enum CodingKeys: String, CodingKey {
            case type, coordinates
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let rings =
                switch try container.decode(String.self, forKey: .type) {
                case "Polygon": try container.decode([[[Double]]].self, forKey: .coordinates)
                case "MultiPolygon": try container.decode([[[[Double]]]].self, forKey: .coordinates).flatMap { $0 }
                default:
                    throw DecodingError.dataCorruptedError(
                        forKey: .type, in: container, debugDescription: "neither Polygon nor MultiPolygon")
                }
            self.rings = try rings.map { ring in
                try ring.map { place in
                    guard place.count >= 2 else {
                        throw DecodingError.dataCorruptedError(
                            forKey: .coordinates, in: container, debugDescription: "a point without two numbers")
                    }
                    return Outline.Vertex(
                        longitude: Int((place[0] * 100).rounded()), latitude: Int((place[1] * 100).rounded()))
                }
            }
        }
    }
}
