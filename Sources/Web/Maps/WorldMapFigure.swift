package import Vocabulary

extension Markup {
    /// A shaded map with its title, key, boundary note, table, source and downloads.
    ///
    /// ```swift
    /// html.map(WorldMap(shapes, figures: places), of: sheet, id: "map", at: EvidenceAddress.map) { EvidenceAddress.country($0) }
    /// ```
    /// - Parameters:
    ///   - sheet: the figures of the map; shown as a table on demand, where the same links stand for those who use the keyboard.
    ///   - address: where the table is served as files; `nil` where it is not.
    ///   - page: the page of a country; `nil` for none.
    package mutating func map(
        _ map: WorldMap, of sheet: Sheet, id: String, unit: Word? = nil, at address: (any Address)? = nil,
        to page: (CountryCode) -> (any Address)? = { _ in nil }
    ) {
        figure(.class("chart map"), .id(id)) { html in
            html.figcaption { html in
                html.strong(sheet.title)
                if let unit { html.span(unit, .class("unit")) }
            }
            html.worldSVG(id: id, title: sheet.title, summary: html.summary(of: map)) { html in
                html.defs { $0.gapPattern(id: "\(id)-none", size: 9) }
                html.path(.class("land"), .d(map.shapes.otherLand))
                html.places(map, id: id, page)
            }
            html.mapKey(map, id: id)
            html.mapNotes(map.holdsRanges ? .rangeByLowest : nil)
            html.tableOnDemand(sheet, id: id)
            html.sheetSource(sheet, at: address)
        }
    }

    /// The frame of a map. It holds links, so that it can't be a picture to a screen reader: it is a named group.
    mutating func worldSVG(id: String, title: Word, summary: String, content: (inout Markup) -> Void) {
        svg(
            .viewBox(0, -4, EqualEarth.width, EqualEarth.height.rounded() + 8), .role("group"), .ariaLabelledBy("\(id)-title"),
            .ariaDescribedBy("\(id)-text"), .drawnLeftToRight
        ) { html in
            html.svgTitle(.id("\(id)-title")) { $0.sayPlainly(title) }
            html.svgDescription(.id("\(id)-text")) { $0.text(summary) }
            content(&html)
        }
    }

    private func summary(of map: WorldMap) -> String {
        let silent = map.places.count { $0.group == nil }
        return ChartSentence.countries(map.places.count - silent, without: silent, in: language) + " " + Word.tableFollows[language]
    }

    private mutating func places(_ map: WorldMap, id: String, _ page: (CountryCode) -> (any Address)?) {
        let silent = map.places.filter { $0.group == nil }
        element("g", [.class("silent"), .fill(pattern: "\(id)-none")]) { html in
            for place in silent { html.place(place, map.shapes, page) }
        }
        for group in 0..<map.groups {
            g(.class("k\(map.shade(group))")) { html in
                for place in map.places where place.group == group { html.place(place, map.shapes, page) }
            }
        }
    }

    private mutating func place(_ place: WorldMap.Place, _ shapes: WorldShapes, _ page: (CountryCode) -> (any Address)?) {
        let label = ChartSentence.item(place.name[language], place.value.written(in: language), in: language)
        guard let address = page(place.code) else { return shape(of: place, shapes, hint: label) }
        // Not in the order of the keyboard: two hundred stops before the next heading. The table has the same links.
        a(to: address, .tabindex(-1), .ariaLabel(data: label)) { $0.shape(of: place, shapes, hint: label) }
    }

    private mutating func shape(of place: WorldMap.Place, _ shapes: WorldShapes, hint: String) {
        if let outline = shapes.areas[place.code] {
            path(.d(outline)) { html in html.svgTitle { $0.text(hint) } }
        } else if let point = shapes.points[place.code] {
            circle(.cx(point.x), .cy(point.y), .r(4)) { html in html.svgTitle { $0.text(hint) } }
        }
    }

    private mutating func mapKey(_ map: WorldMap, id: String) {
        let language = language
        ul(.class("keys")) { html in
            for group in 0..<map.groups {
                let label = map.label(group, in: language)
                html.li { html in
                    html.svg(.class("swatch"), .viewBox(0, 0, 18, 12), .ariaHidden) { html in
                        html.rect(.class("k\(map.shade(group))"), .width(18), .height(12))
                    }
                    html.element("bdi", map.hasFigures ? [Attribute("dir", .text("ltr"))] : []) { $0.text(label) }
                }
            }
            html.li { html in
                html.svg(.class("swatch"), .viewBox(0, 0, 18, 12), .ariaHidden) { html in
                    html.defs { $0.gapPattern(id: "\(id)-key") }
                    html.rect(.class("gap"), .fill(pattern: "\(id)-key"), .width(18), .height(12))
                }
                html.say(.noFigure)
            }
        }
    }

    /// What stands under every map.
    mutating func mapNotes(_ further: Word?) {
        div(.class("map-note")) { html in
            if let further { html.p(further) }
            html.p { html in
                html.say(.boundaryNote)
                html.space()
                html.say(.outlineSource)
            }
        }
    }
}

extension ChartSentence {
    static func countries(_ known: Int, without silent: Int, in language: Language) -> String {
        switch language {
        case .en: "Map of the world. Countries with a figure: \(known); without: \(silent)."
        case .fr: "Carte du monde. Pays avec un chiffre : \(known) ; sans chiffre : \(silent)."
        case .es: "Mapa del mundo. Países con cifra: \(known); sin cifra: \(silent)."
        case .ar: "خريطة العالم. بلدان لها رقم: \(known)؛ بلا رقم: \(silent)."
        case .ru: "Карта мира. Стран с данными: \(known); без данных: \(silent)."
        case .zh: "世界地图。有数字的国家：\(known)；没有数字的国家：\(silent)。"
        }
    }
}
