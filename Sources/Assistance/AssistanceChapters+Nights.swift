import Access
import Basics
import Protection
import Store
import Vocabulary

/// Where somebody sleeps, and who interprets for them.
extension AssistanceChapters {

    static func freeBed(
        in service: AssistanceService, for file: ID<CaseFile>, _ country: InventedCountry
    ) async throws -> ID<ShelterPlace>? {
        let today = country.room.day(of: country.clock.now)
        return try await country.room.database.read { tx in
            try ShelterPlace.all(of: service.organisation, in: tx).first { place in
                try place.service == service.id
                    && !tx.exists(
                        "SELECT 1 FROM shelter_stay WHERE place_id = \(place.id) AND last_night >= \(today) AND first_night <= \(today.adding(days: 170))"
                    )
            }?.id
        }
    }

    static func keeper(_ organisation: ID<Organisation>, _ country: InventedCountry) -> InventedCountry.Player? {
        country.all("shelter-worker", of: organisation).first
    }

    static func stay(
        in bed: ID<ShelterPlace>, _ file: ID<CaseFile>, of service: AssistanceService, _ life: inout InventedLife,
        _ country: InventedCountry
    ) async throws {
        guard let keeper = keeper(service.organisation, country) else { return }
        let today = country.room.day(of: country.clock.now)
        try await PlacesDesk(room: country.room).stay(
            in: bed, file: file, from: today, to: today.adding(days: life.chance.number(60...160)), by: country.actor(keeper),
            at: country.clock.now)
    }

    static func current(_ file: ID<CaseFile>, _ country: InventedCountry) async throws -> ShelterStay? {
        let today = country.room.day(of: country.clock.now)
        return try await country.room.database.read { tx in
            try ShelterStay.all(of: file, in: tx).first { $0.first < today && $0.last > today }
        }
    }

    static func moveBed(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        guard let stay = try await current(file, country), let keeper = keeper(stay.organisation, country) else { return }
        let today = country.room.day(of: country.clock.now)
        let bed = try await country.room.database.read { tx in
            try ShelterPlace.all(of: stay.organisation, in: tx).first { place in
                try !tx.exists(
                    "SELECT 1 FROM shelter_stay WHERE place_id = \(place.id) AND last_night >= \(today) AND first_night <= \(stay.last)")
            }?.id
        }
        guard let bed else { return }
        try await PlacesDesk(room: country.room).move(
            stay.id, to: bed, from: today, version: stay.version, by: country.actor(keeper), at: country.clock.now)
    }

    static func leave(_ file: ID<CaseFile>, _ life: inout InventedLife, _ country: InventedCountry) async throws {
        guard let stay = try await current(file, country), let keeper = keeper(stay.organisation, country) else { return }
        let last = country.room.day(of: country.clock.now).adding(days: -1)
        try await PlacesDesk(room: country.room).end(
            stay.id, lastNight: last, version: stay.version, by: country.actor(keeper), at: country.clock.now)
    }

    static func interpret(
        _ session: InterpreterAssignment.Session, _ life: inout InventedLife, _ country: InventedCountry
    ) async throws {
        guard let file = life.file, life.coded.interpreter == .needed, let language = life.coded.language else { return }
        let today = country.room.day(of: country.clock.now)
        let able = try await country.room.database.read { tx in try Interpreter.vetted(on: today, in: tx) }
            .filter { $0.languages.contains(language) }
        guard !able.isEmpty else { return }
        try await InterpreterAssignment.add(
            .init(
                interpreter: life.chance.pick(able).id, session: session, heldOn: today, language: language,
                checks: (noTie: true, isAccepted: true, neverAlone: true)),
            to: file, country.room, by: country.actor(life.worker), at: country.clock.now)
    }
}
