import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/places                  nights × places for two weeks, and a form    managePlaces
    //  POST  /work/places                  add a place                                  managePlaces
    //  GET   /work/places/{id}             who stays there, and a form for another      managePlaces
    //  POST  /work/places/{id}/stays       somebody comes to stay                       managePlaces
    //  POST  /work/places/{id}/end         not in use any more                          managePlaces
    //  POST  /work/stays/{id}/end          somebody leaves                              managePlaces
    //  POST  /work/stays/{id}/move         somebody moves to another place              managePlaces
    mutating func addPlaces(_ room: ProtectionRoom) {
        let desk = PlacesDesk(room: room)

        get("/work/places", needs: .deed(.managePlaces)) { visit in
            .page(try await PlacesPage.read(room, visit, filled: Filled()))
        }

        post("/work/places", needs: .deed(.managePlaces)) { visit in
            let page = try await PlacesPage.read(room, visit, filled: Filled())
            var reading = FormReading(visit.form)
            let (name, served, service) = (reading.read(PlacesPage.name), reading.read(PlacesPage.served), reading.read(page.service))
            guard reading.isSound, let name, let served, let service else {
                return .page(try await PlacesPage.read(room, visit, filled: reading.filled), status: .unprocessable)
            }
            try await desk.add(name, served: served, in: service, by: visit.signedIn(), at: visit.now)
            return .see(AssistanceAddress.places)
        }

        get("/work/places/{id}", needs: .deed(.managePlaces)) { visit in
            .page(try await PlacePage.read(room, visit, filled: Filled()))
        }

        post("/work/places/{id}/stays", needs: .deed(.managePlaces)) { visit in
            let (place, actor) = (try visit.id("id", of: ShelterPlace.self), try visit.signedIn())
            var reading = FormReading(visit.form)
            let (code, first, last) = (reading.read(PlacePage.fileCode), reading.read(PlacePage.first), reading.read(PlacePage.last))
            if reading.isSound, let code, let first {
                do {
                    // A file that is not theirs and one that is not there give the same answer.
                    let file = try await room.database.read { tx in
                        try tx.row(
                            """
                            SELECT c.id FROM case_file c
                            WHERE c.code = \(CaseCode.read(code) ?? "") AND \(sql: .reached(with: .managePlaces, by: actor))
                            """
                        ) { try $0.id(0, of: CaseFile.self) }
                    }
                    guard let file else { throw ServiceRefused.noSuchFile }
                    try await desk.stay(in: place, file: file, from: first, to: last, by: actor, at: visit.now)
                    return .see(AssistanceAddress.place(place))
                } catch ServiceRefused.beforeBirth {
                    reading.refuse(PlacePage.first, because: .beforeBirth)
                } catch let refused as ServiceRefused {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await PlacePage.read(room, visit, filled: reading.filled), status: .unprocessable)
        }

        post("/work/places/{id}/end", needs: .deed(.managePlaces)) { visit in
            try await desk.close(visit.id("id"), by: visit.signedIn(), at: visit.now)
            return .see(AssistanceAddress.places)
        }

        post("/work/stays/{id}/end", needs: .deed(.managePlaces)) { visit in
            var reading = FormReading(visit.form)
            guard let last = reading.read(PlacePage.lastNight) else { throw ServiceRefused.nightsBackwards }
            let version = visit.form.fields["version"].flatMap(Int.init) ?? 0
            try await desk.end(visit.id("id"), lastNight: last, version: version, by: visit.signedIn(), at: visit.now)
            return .see(AssistanceAddress.places)
        }

        post("/work/stays/{id}/move", needs: .deed(.managePlaces)) { visit in
            let page = try await PlacesPage.read(room, visit, filled: Filled())
            var reading = FormReading(visit.form)
            let (place, night) = (reading.read(PlacePage.other(page.places)), reading.read(PlacePage.moveFrom))
            guard let place, let night else { throw ServiceRefused.nightsBackwards }
            let version = visit.form.fields["version"].flatMap(Int.init) ?? 0
            try await desk.move(visit.id("id"), to: place, from: night, version: version, by: visit.signedIn(), at: visit.now)
            return .see(AssistanceAddress.place(place))
        }
    }
}

/// The places of one's own shelter by night, for two weeks.
struct PlacesPage: Page {
    let places: [ShelterPlace]
    let stays: [ShelterStay]
    let nights: [Day]
    let service: ChoiceField<ID<AssistanceService>>
    let filled: Filled

    static let name = TextField("name", .placeName, why: .placeNameWhy, length: 1...60)
    static let served = ServedGroup.field()

    static func read(_ room: ProtectionRoom, _ visit: Visit, filled: Filled) async throws -> PlacesPage {
        let (actor, today) = (try visit.signedIn(), room.day(of: visit.now))
        return try await room.database.read { tx in
            var narrowing = AssistanceService.Narrowing()
            narrowing.organisation = actor.organisation
            let services = try AssistanceService.list(narrowing, after: nil, limit: 200, tonight: today, in: tx)
                .filter { room.profile.service($0.kind)?.domain == .housing }
            return PlacesPage(
                places: try ShelterPlace.all(of: actor.organisation, in: tx),
                stays: try ShelterStay.all(of: actor.organisation, from: today, to: today.adding(days: 13), in: tx),
                nights: (0..<14).map { today.adding(days: $0) },
                service: ChoiceField(
                    "service", .shelter, why: .shelterWhy, choices: services.map { Choice($0.id, key: "\($0.id)", label: .data($0.name)) },
                    as: .list), filled: filled)
        }
    }

    var title: Word { .places }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        if places.isEmpty { html.p(.placesWillStandHere, .class("empty")) } else { calendar(&html) }
        html.problems(filled)
        html.h2(.addPlace)
        html.form(post: AssistanceAddress.places) { html in
            html.field(service, filled)
            html.field(Self.name, filled)
            html.field(Self.served, filled)
            html.submit(.addPlace)
        }
    }

    private func isTaken(_ place: ShelterPlace, on night: Day) -> Bool {
        stays.contains { $0.place == place.id && $0.first <= night && night <= $0.last }
    }

    private func calendar(_ html: inout Markup) {
        html.div(.class("scroll"), .role("region"), .ariaLabel(.placesByNight), .tabindex(0)) { html in
            html.table(.class("list")) { html in
                html.caption(.placesByNight)
                html.thead { html in
                    html.tr { html in
                        html.th(.place, .scopeColumn)
                        html.th(.groupsServed, .scopeColumn)
                        for night in nights { html.th(.scopeColumn) { $0.day(night) } }
                    }
                }
                html.tbody { html in
                    for place in places {
                        html.tr { html in
                            html.th(.scopeRow) { html in
                                html.a(to: AssistanceAddress.place(place.id)) { html in
                                    html.bdi { $0.text("\(place.serviceName) · \(place.name)") }
                                }
                            }
                            html.td { $0.words(ServedGroup.allCases.filter(place.served.contains).map(\.word)) }
                            for night in nights { html.td(isTaken(place, on: night) ? .placeIsTaken : .placeIsFree) }
                        }
                    }
                    html.tr { html in
                        html.th(.freePlaces, .scopeRow)
                        html.td { _ in }
                        for night in nights { html.td { $0.number(places.filter { !isTaken($0, on: night) }.count) } }
                    }
                }
            }
        }
    }
}
