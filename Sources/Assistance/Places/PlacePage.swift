import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// One place: who stays there now and later, by the code of their file.
struct PlacePage: Page {
    let place: ShelterPlace
    let places: [ShelterPlace]
    let stays: [(stay: ShelterStay, code: String)]
    let filled: Filled

    static let fileCode = TextField("file", .caseCode, why: .stayFileWhy, length: 4...20)
    static let first = DayField("first", .firstNight)
    static let last = DayField("last", .lastNightPlanned, why: .lastNightPlannedWhy, isRequired: false)
    static let lastNight = DayField("last-night", .lastNight)
    static let moveFrom = DayField("move-from", .moveFrom)
    static func other(_ places: [ShelterPlace]) -> ChoiceField<ID<ShelterPlace>> {
        ChoiceField(
            "place", .moveTo, choices: places.map { Choice($0.id, key: "\($0.id)", label: .data("\($0.serviceName) · \($0.name)")) },
            as: .list)
    }

    static func read(_ room: ProtectionRoom, _ visit: Visit, filled: Filled) async throws -> PlacePage {
        let (actor, id, today) = (try visit.signedIn(), try visit.id("id", of: ShelterPlace.self), room.day(of: visit.now))
        return try await room.gate.look(for: actor) { tx, looking in
            _ = try looking.permit(.managePlaces, on: id)
            guard let place = try ShelterPlace.find(id, in: tx) else { throw WebRefused.notFound }
            let stays = try tx.rows(
                """
                SELECT \(sql: ShelterStay.columns), c.code FROM \(sql: ShelterStay.tables) JOIN case_file c ON c.id = t.case_id
                WHERE t.place_id = \(id) AND t.last_night >= \(today) AND \(sql: .notBarred(actor)) ORDER BY t.first_night LIMIT 100
                """
            ) { (stay: try ShelterStay($0), code: $0.text(ShelterStay.columnCount)) }
            return PlacePage(
                place: place, places: try ShelterPlace.all(of: actor.organisation, in: tx).filter { $0.id != id }, stays: stays,
                filled: filled)
        }
    }

    var title: Word { .data("\(place.serviceName) · \(place.name)") }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.places, AssistanceAddress.places)] }

    func body(_ html: inout Markup) {
        html.p { $0.words(ServedGroup.allCases.filter(place.served.contains).map(\.word)) }
        if stays.isEmpty { html.p(.staysWillStandHere, .class("empty")) }
        for (index, (stay, code)) in stays.enumerated() { line(stay, code, isFirst: index == 0, &html) }
        html.problems(filled)
        html.h2(.addStay)
        html.form(post: AssistanceAddress.stays(place.id)) { html in
            html.field(Self.fileCode, filled)
            html.field(Self.first, filled)
            html.field(Self.last, filled)
            html.submit(.addStay)
        }
        if stays.isEmpty { html.form(post: AssistanceAddress.placeEnd(place.id)) { $0.submit(.closePlace, .class("danger")) } }
    }

    private func line(_ stay: ShelterStay, _ code: String, isFirst: Bool, _ html: inout Markup) {
        html.section(.class("panel")) { html in
            html.h2 { html in html.a(to: CaseAddress.file(stay.file)) { html in html.code { $0.text(code) } } }
            html.p { html in
                html.day(stay.first)
                html.text(" – ")
                html.day(stay.last)
            }
            // Forms for the stay that comes first: the ids of their fields are on the page once.
            guard isFirst else { return }
            html.form(post: AssistanceAddress.stayEnd(stay.id)) { html in
                html.hiddenField("version", String(stay.version))
                html.field(Self.lastNight)
                html.submit(.endStay)
            }
            guard !places.isEmpty else { return }
            html.form(post: AssistanceAddress.stayMove(stay.id)) { html in
                html.hiddenField("version", String(stay.version))
                html.field(Self.other(places))
                html.field(Self.moveFrom)
                html.submit(.moveStay)
            }
        }
    }
}
