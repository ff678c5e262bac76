import Foundation

/// The Equal Earth projection: areas on the map are as areas on the globe, so that a shaded map doesn't make the far north loud.
///
/// B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection", International Journal of Geographical Information
/// Science 33 (2019) 454–465, equations for the sphere. Central meridian 0°, so that the cut at 180° of the outlines stays a cut.
package enum EqualEarth {
    /// The drawing's width in its own units; the whole Equator fits in.
    package static let width = 1_000.0
    /// The northern and southern ends of the drawing: all land but Antarctica, which has no States.
    static let north = 84.0
    static let south = -56.5
    package static let height = (plane(longitude: 0, latitude: north).y - plane(longitude: 0, latitude: south).y) * scale

    /// A place on the drawing, x to the right and y downwards from the north-western corner.
    package static func point(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
        let place = plane(longitude: longitude, latitude: latitude)
        let top = plane(longitude: 0, latitude: north).y
        return (width / 2 + place.x * scale, (top - place.y) * scale)
    }

    /// The projection itself, on a sphere of radius 1.
    package static func plane(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
        let (a1, a2, a3, a4) = (1.340264, -0.081106, 0.000893, 0.003796)
        let m = 3.0.squareRoot() / 2
        let t = asin(m * sin(latitude * .pi / 180))
        let t2 = t * t
        let t6 = t2 * t2 * t2
        let x = longitude * .pi / 180 * cos(t) / (m * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)))
        let y = t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))
        return (x, y)
    }

    private static let scale = width / (2 * plane(longitude: 180, latitude: 0).x)
}
