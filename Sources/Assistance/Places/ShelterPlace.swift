import Access
import Basics
import Protection
import Store

/// A place to sleep in a shelter: a bed or a room, and whom it is for.
struct ShelterPlace: Sendable {
    let id: ID<ShelterPlace>
    let service: ID<AssistanceService>
    let serviceName: String
    let organisation: ID<Organisation>
    let name: String
    let served: Set<ServedGroup>
    let version: Int

    private static let columns: SQL = "p.id, p.service_id, s.name, p.organisation_id, p.name, p.served, p.version"

    init(_ row: borrowing Row) throws {
        id = try row.id(0, of: ShelterPlace.self)
        service = try row.id(1, of: AssistanceService.self)
        serviceName = row.text(2)
        organisation = try row.id(3, of: Organisation.self)
        name = row.text(4)
        served = Set(CodeSet.codes(row.text(5)).compactMap(ServedGroup.init(rawValue:)))
        version = row.int(6)
    }

    static func find(_ id: ID<ShelterPlace>, in tx: any Transaction) throws -> ShelterPlace? {
        try tx.row(
            """
            SELECT \(sql: columns) FROM shelter_place p JOIN assistance_service s ON s.id = p.service_id
            WHERE p.id = \(id) AND p.closed_at IS NULL
            """
        ) { try ShelterPlace($0) }
    }

    static func all(of organisation: ID<Organisation>, in tx: any Transaction) throws -> [ShelterPlace] {
        try tx.rows(
            """
            SELECT \(sql: columns) FROM shelter_place p JOIN assistance_service s ON s.id = p.service_id
            WHERE p.organisation_id = \(organisation) AND p.closed_at IS NULL ORDER BY s.name, p.name, p.id LIMIT 1000
            """
        ) { try ShelterPlace($0) }
    }
}

extension ShelterPlace: Held {
    static func holding(of id: ID<ShelterPlace>, in tx: any Transaction) throws -> Holding? {
        try tx.row("SELECT organisation_id FROM shelter_place WHERE id = \(id)") {
            Holding(organisation: try $0.id(0, of: Organisation.self))
        }
    }
}

/// That somebody sleeps in a place from one night to another, both counted.
struct ShelterStay: Sendable {
    let id: ID<ShelterStay>
    let place: ID<ShelterPlace>
    let placeName: String
    let serviceName: String
    let organisation: ID<Organisation>
    let file: ID<CaseFile>
    let first: Day
    let last: Day
    let isMove: Bool
    let version: Int

    static let columns: SQL = """
        t.id, t.place_id, p.name, s.name, p.organisation_id, t.case_id, t.first_night, t.last_night, t.moved_from, t.version
        """
    /// How many columns that are: what is selected besides begins there.
    static let columnCount = 10
    static let tables: SQL = "shelter_stay t JOIN shelter_place p ON p.id = t.place_id JOIN assistance_service s ON s.id = p.service_id"

    init(_ row: borrowing Row) throws {
        id = try row.id(0, of: ShelterStay.self)
        place = try row.id(1, of: ShelterPlace.self)
        placeName = row.text(2)
        serviceName = row.text(3)
        organisation = try row.id(4, of: Organisation.self)
        file = try row.id(5, of: CaseFile.self)
        first = try row.day(6)
        last = try row.day(7)
        isMove = !row.isNull(8)
        version = row.int(9)
    }

    /// A stay without a known end is entered for so many nights, and cut when it ends.
    static let mostNights = 730

    static func find(_ id: ID<ShelterStay>, in tx: any Transaction) throws -> ShelterStay? {
        try tx.row("SELECT \(sql: columns) FROM \(sql: tables) WHERE t.id = \(id)") { try ShelterStay($0) }
    }

    static func all(of file: ID<CaseFile>, in tx: any Transaction) throws -> [ShelterStay] {
        try tx.rows(
            "SELECT \(sql: columns) FROM \(sql: tables) WHERE t.case_id = \(file) ORDER BY t.first_night DESC, t.id DESC LIMIT 200"
        ) { try ShelterStay($0) }
    }

    /// The stays in an organisation's places that touch a span of nights.
    static func all(of organisation: ID<Organisation>, from first: Day, to last: Day, in tx: any Transaction) throws -> [ShelterStay] {
        try tx.rows(
            """
            SELECT \(sql: columns) FROM \(sql: tables)
            WHERE p.organisation_id = \(organisation) AND t.last_night >= \(first) AND t.first_night <= \(last)
            """
        ) { try ShelterStay($0) }
    }
}

extension ShelterStay: Held {
    static func holding(of id: ID<ShelterStay>, in tx: any Transaction) throws -> Holding? {
        guard let stay = try find(id, in: tx) else { return nil }
        return Holding(organisation: stay.organisation, barred: try Barred.from(stay.file, in: tx))
    }
}
