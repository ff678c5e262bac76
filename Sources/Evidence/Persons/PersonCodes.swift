import Basics
import Store

/// The numbers under which codes stand in combinations; once given, a number never changes.
struct PersonCodes {
    private var numbers: [PersonFacet: [String: Int]] = [:]
    private var codes: [PersonFacet: [String]] = [:]
    private var fresh: [(facet: PersonFacet, number: Int, code: String)] = []

    init(in tx: any Transaction) throws {
        try tx.forEach("SELECT facet, number, code FROM person_code ORDER BY facet, number") { row in
            guard let facet = PersonFacet(rawValue: row.text(0)), row.int(1) == codes[facet]?.count ?? 0 else { return }
            numbers[facet, default: [:]][row.text(2)] = row.int(1)
            codes[facet, default: []].append(row.text(2))
        }
    }

    /// The number of a code, a new one when it has none yet.
    mutating func number(of code: String, _ facet: PersonFacet) throws(PersonsRefused) -> Int64 {
        if let known = numbers[facet]?[code] { return Int64(known) }
        let next = codes[facet]?.count ?? 0
        guard next < 1 << facet.bits.count else { throw .tooManyCodes(facet) }
        numbers[facet, default: [:]][code] = next
        codes[facet, default: []].append(code)
        fresh.append((facet, next, code))
        return Int64(next)
    }

    /// The code of a number; for a year or a quarter the number itself.
    func code(_ number: Int, _ facet: PersonFacet) -> String {
        switch facet {
        case .year: String(PersonFacet.firstYear + number)
        case .quarter: number == 0 ? "unknown" : String(number)
        default: codes[facet].flatMap { number < $0.count ? $0[number] : nil } ?? "unknown"
        }
    }

    mutating func combination(_ record: PersonRecord) throws(PersonsRefused) -> Int64 {
        var key = Int64(record.year - PersonFacet.firstYear) << PersonFacet.year.bits.low
        key |= Int64(record.quarter ?? 0) << PersonFacet.quarter.bits.low
        key |= try number(of: record.exploitedIn, .state) << PersonFacet.state.bits.low
        key |= try number(of: record.citizenship, .citizenship) << PersonFacet.citizenship.bits.low
        key |= try number(of: record.sex, .sex) << PersonFacet.sex.bits.low
        key |= try number(of: record.ageBand, .age) << PersonFacet.age.bits.low
        key |= try number(of: record.forms.joined(separator: " "), .form) << PersonFacet.form.bits.low
        key |= try number(of: record.sector, .sector) << PersonFacet.sector.bits.low
        key |= try number(of: record.status, .status) << PersonFacet.status.bits.low
        return key
    }

    /// Keeps the numbers that were given since the last time.
    mutating func save(in tx: any Transaction) throws {
        for (facet, number, code) in fresh {
            try tx.run("INSERT INTO person_code (facet, number, code) VALUES (\(facet.rawValue), \(number), \(code))")
        }
        fresh.removeAll()
    }
}
