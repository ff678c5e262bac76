import Access
import Basics
import Protection
import Store
import Vocabulary

/// A service in the directory: what an organisation offers, to whom, where and when. Data of the organisation, not of a person.
struct AssistanceService: Sendable {
    let id: ID<AssistanceService>
    let organisation: ID<Organisation>
    let organisationName: String
    /// A `ServiceKind` of the profile.
    let kind: String
    let name: String
    let served: Set<ServedGroup>
    let languages: [String]
    let region: String?
    let address: String?
    /// Whether its address is shown only to those who refer.
    let isConfidential: Bool
    let telephone: String?
    let hours: OpeningHours
    /// Places free as the organisation last said; for a shelter with places, those free tonight.
    let free: Int?
    /// Whether they were counted by who stays tonight.
    let isFreeTonight: Bool
    let verifiedOn: Day
    let version: Int

    /// An entry older than this is not to be relied on.
    static let goodForDays = 180

    func isStale(on day: Day) -> Bool { verifiedOn.adding(days: Self.goodForDays) < day }
}

extension AssistanceService {
    /// What is free, in words; nothing where nobody said.
    var freeWords: Word? {
        guard let free else { return nil }
        switch (free, isFreeTonight) {
        case (0, true): return Word(work: "no place free tonight", fr: "aucune place libre cette nuit")
        case (1, true): return Word(work: "1 place free tonight", fr: "1 place libre cette nuit")
        case (_, true): return Word(work: "\(free) places free tonight", fr: "\(free) places libres cette nuit")
        case (0, false): return Word(work: "no place free, as they last said", fr: "aucune place libre, à leur dernière indication")
        case (1, false): return Word(work: "1 place free, as they last said", fr: "1 place libre, à leur dernière indication")
        case (_, false):
            return Word(work: "\(free) places free, as they last said", fr: "\(free) places libres, à leur dernière indication")
        }
    }
}

extension Word {
    /// Several words on one line.
    static func joined(_ words: [Word]) -> Word {
        Word(work: words.map(\.en).joined(separator: " · "), fr: words.map(\.fr).joined(separator: " · "))
    }

    /// A region that is not the person's own.
    static func farther(_ region: Word) -> Word {
        Word(work: "\(region.en) (another region)", fr: "\(region.fr) (autre région)")
    }
}

extension AssistanceService: Held {
    static func holding(of id: ID<AssistanceService>, in tx: any Transaction) throws -> Holding? {
        try tx.row("SELECT organisation_id FROM assistance_service WHERE id = \(id)") {
            Holding(organisation: try $0.id(0, of: Organisation.self))
        }
    }
}

/// When a service is open: days of the week (1 is Monday) and minutes of the day.
struct OpeningHours: Sendable, Hashable {
    let days: [Int]
    let opens: Int
    let closes: Int

    static let always = OpeningHours(days: Array(1...7), opens: 0, closes: 1_440)

    func isOpen(on weekday: Int, at minute: Int) -> Bool { days.contains(weekday) && minute >= opens && minute < closes }

    /// The weekday (1 is Monday) and the minute of a moment in the country's zone.
    static func place(of instant: Instant, _ calendar: WorkingCalendar) -> (weekday: Int, minute: Int) {
        let day = calendar.day(of: instant)
        // 1970-01-01 was a Thursday.
        let weekday = ((day.daysSinceEpoch + 3) % 7 + 7) % 7 + 1
        let minute = Int((instant - calendar.start(of: day)).components.seconds / 60)
        return (weekday, minute)
    }
}

extension AssistanceService {
    static let columns: SQL = """
        s.id, s.organisation_id, o.name, s.kind, s.name, s.served, s.languages, s.region, s.address, s.is_confidential, s.telephone,
        s.open_days, s.opens, s.closes, s.free, s.verified_on, s.version
        """

    /// Places of a shelter that nobody stays in on a night; `NULL` for a service without places.
    static func freePlaces(on night: Day) -> SQL {
        """
        (SELECT CASE WHEN count(*) = 0 THEN NULL ELSE count(*) - (SELECT count(*) FROM shelter_stay t JOIN shelter_place q
            ON q.id = t.place_id WHERE q.service_id = s.id AND q.closed_at IS NULL AND t.first_night <= \(night)
            AND t.last_night >= \(night)) END FROM shelter_place p WHERE p.service_id = s.id AND p.closed_at IS NULL)
        """
    }

    init(_ row: borrowing Row) throws {
        id = try row.id(0, of: AssistanceService.self)
        organisation = try row.id(1, of: Organisation.self)
        organisationName = row.text(2)
        kind = row.text(3)
        name = row.text(4)
        served = Set(CodeSet.codes(row.text(5)).compactMap(ServedGroup.init(rawValue:)))
        languages = CodeSet.codes(row.text(6))
        region = row.optionalText(7)
        address = row.optionalText(8)
        isConfidential = row.int(9) == 1
        telephone = row.optionalText(10)
        hours = OpeningHours(days: CodeSet.codes(row.text(11)).compactMap { Int($0) }, opens: row.int(12), closes: row.int(13))
        verifiedOn = try row.day(15)
        version = row.int(16)
        let tonight = row.optionalInt(17)
        free = tonight ?? row.optionalInt(14)
        isFreeTonight = tonight != nil
    }

    static func find(_ id: ID<AssistanceService>, tonight: Day, in tx: any Transaction) throws -> AssistanceService? {
        try tx.row(
            """
            SELECT \(sql: columns), \(sql: freePlaces(on: tonight)) FROM assistance_service s JOIN organisation o ON o.id = s.organisation_id
            WHERE s.id = \(id) AND s.closed_at IS NULL AND o.closed_at IS NULL
            """
        ) { try AssistanceService($0) }
    }

    /// Which kinds of help each organisation offers.
    static func offers(_ profile: CountryProfile, in tx: any Transaction) throws -> [OrganisationOffer] {
        try tx.rows("SELECT DISTINCT organisation_id, kind FROM assistance_service WHERE closed_at IS NULL ORDER BY organisation_id, kind")
        {
            (try $0.id(0, of: Organisation.self), $0.text(1))
        }.compactMap { organisation, kind in
            profile.service(kind).map { OrganisationOffer(by: organisation, kind: kind, name: $0.name) }
        }
    }

    /// What a search of the directory asks for.
    struct Narrowing: Sendable {
        var text: String?
        var kind: String?
        var language: String?
        var group: ServedGroup?
        var region: String?
        var organisation: ID<Organisation>?
        var hasFree = false
        /// Open at this weekday and minute.
        var openAt: (weekday: Int, minute: Int)?
    }

    /// Services by name, after a place in the list.
    static func list(
        _ narrowing: Narrowing, after: (name: String, id: ID<AssistanceService>)?, limit: Int, tonight: Day, in tx: any Transaction
    ) throws -> [AssistanceService] {
        var rules: [SQL] = ["s.closed_at IS NULL", "o.closed_at IS NULL"]
        if let text = narrowing.text {
            let like = "%" + text.lowercased() + "%"
            rules.append("(lower(s.name) LIKE \(like) OR lower(o.name) LIKE \(like))")
        }
        if let kind = narrowing.kind { rules.append("s.kind = \(kind)") }
        if let language = narrowing.language { rules.append("s.languages LIKE \(CodeSet.holds(language))") }
        if let group = narrowing.group { rules.append("s.served LIKE \(CodeSet.holds(group.rawValue))") }
        if let region = narrowing.region { rules.append("(s.region = \(region) OR s.region IS NULL)") }
        if let organisation = narrowing.organisation { rules.append("s.organisation_id = \(organisation)") }
        if narrowing.hasFree { rules.append("COALESCE(\(sql: freePlaces(on: tonight)), s.free, 0) > 0") }
        if let (weekday, minute) = narrowing.openAt {
            rules.append("s.open_days LIKE \(CodeSet.holds(String(weekday))) AND s.opens <= \(minute) AND s.closes > \(minute)")
        }
        if let after { rules.append("(s.name > \(after.name) OR (s.name = \(after.name) AND s.id > \(after.id)))") }
        return try tx.rows(
            """
            SELECT \(sql: columns), \(sql: freePlaces(on: tonight)) FROM assistance_service s JOIN organisation o ON o.id = s.organisation_id
            WHERE \(sql: .joined(rules, separator: " AND ")) ORDER BY s.name, s.id LIMIT \(limit)
            """
        ) { try AssistanceService($0) }
    }
}
