import Access
import Basics
import Protection
import Store
import Vocabulary

/// Places in shelters, counted when somebody looks: there are hundreds of them at most.
enum PlaceFigures {
    static let tonight = FigureSource(
        "places-tonight", Word(work: "Shelter places tonight", fr: "Places d’hébergement cette nuit"),
        values: [
            ("free", Word(work: "Free", fr: "Libres")), ("taken", Word(work: "Taken", fr: "Occupées")),
        ],
        .standing { tx, organisation, night in
            let whose: SQL = organisation.map { "AND p.organisation_id = \($0)" } ?? .none
            let places = try tx.count("SELECT count(*) FROM shelter_place p WHERE p.closed_at IS NULL \(sql: whose)")
            let taken = try tx.count(
                """
                SELECT count(*) FROM shelter_place p WHERE p.closed_at IS NULL \(sql: whose) AND EXISTS (
                    SELECT 1 FROM shelter_stay s WHERE s.place_id = p.id AND s.first_night <= \(night)
                        AND s.last_night >= \(night))
                """
            )
            return ["free": places - taken, "taken": taken]
        })
}
