import Basics
package import Vocabulary

/// A map of the world shaded by figures, or by what kind of thing a country is.
///
/// Countries too small for an outline are circles. Where there is no figure the land is hatched, which is not the lowest class.
package struct WorldMap: Sendable {
    /// What is said of one country.
    package struct Place: Sendable {
        package let code: CountryCode
        package let name: Word
        /// What the pointer and the screen reader tell: `.count`, `.proportion`, `.word`, `.absent`.
        package let value: Cell
        /// Its class, from 0; `nil` for none: hatched.
        let group: Int?

        /// A country with a figure, for `WorldMap(shapes:figures:classes:)`.
        package init(_ code: CountryCode, _ name: Word, _ value: Cell) {
            self.init(code, name, value, group: nil)
        }

        /// A country of one of several kinds, for `WorldMap(shapes:kinds:places:)`.
        /// - Parameter kind: the index of its kind; `nil` where nothing is known.
        package init(_ code: CountryCode, _ name: Word, _ value: Cell, kind: Int?) {
            self.init(code, name, value, group: kind)
        }

        init(_ code: CountryCode, _ name: Word, _ value: Cell, group: Int?) {
            (self.code, self.name, self.value, self.group) = (code, name, value, group)
        }
    }

    enum Legend: Sendable {
        case classes(MapClasses)
        case kinds([Word])
    }

    let shapes: WorldShapes
    let places: [Place]
    let legend: Legend

    /// A map shaded by figures.
    /// - Parameter classes: where the classes begin; `nil` for quantiles of these figures.
    package init(_ shapes: WorldShapes, figures: [Place], classes: MapClasses? = nil, format: ReadingFormat = .number) {
        let classes = classes ?? .quantiles(of: figures.compactMap(\.value.reading), format: format)
        self.shapes = shapes
        legend = .classes(classes)
        places = figures.map { place in
            Place(place.code, place.name, place.value, group: place.value.reading.map(classes.index))
        }
    }

    /// A map of kinds, such as party, signatory, neither.
    /// - Parameter kinds: the words of the key, from the strongest shade to the faintest; at most six.
    package init(_ shapes: WorldShapes, kinds: [Word], places: [Place]) {
        self.shapes = shapes
        self.places = places
        legend = .kinds(Array(kinds.prefix(6)))
    }

    var groups: Int {
        switch legend {
        case .classes(let classes): classes.count
        case .kinds(let kinds): kinds.count
        }
    }

    /// The shade of a group: figures grow darker upwards, kinds fade downwards.
    func shade(_ group: Int) -> Int {
        let shades = 6
        switch legend {
        case .classes(let classes):
            return classes.count < 2 ? 3 : group * (shades - 1) / (classes.count - 1) + 1
        case .kinds(let kinds):
            return kinds.count < 2 ? 5 : shades - group * (shades - 1) / (kinds.count - 1)
        }
    }

    func label(_ group: Int, in language: Language) -> String {
        switch legend {
        case .classes(let classes): classes.label(group, in: language)
        case .kinds(let kinds): kinds[group][language]
        }
    }

    /// Whether it is shaded by figures, rather than by kinds.
    var hasFigures: Bool {
        if case .classes = legend { true } else { false }
    }

    var holdsRanges: Bool {
        guard hasFigures else { return false }
        return places.contains { $0.value.reading.map { !$0.isExact && !($0.low == 0 && $0.high == 4) } ?? false }
    }
}
