package import Access
package import Basics
package import Protection
import Store

/// Figures drawn live from case files: read from the counts, never from the files. Of the whole node for those whose role reaches it, of
/// their own organisation for all others.
package struct CaseFigures: Sendable {
    let room: ProtectionRoom

    package init(_ room: ProtectionRoom) { self.room = room }

    /// How many months a page goes back.
    package enum Span: Int, CaseIterable, Sendable {
        case year = 12
        case twoYears = 24
        case fiveYears = 60
    }

    /// What was counted.
    package struct Answer: Sendable {
        package let drawnAt: Instant
        /// `nil` for the whole node.
        package let organisation: ID<Organisation>?
        /// Every month of the span, from the first to this one.
        package let months: [String]
        /// By month, measure and value.
        let counts: [String: [String: [String: Int]]]
        /// What is late now, by the kind of clock.
        let late: [String: Int]
        /// Names of the organisation's workers, by what the counts call them.
        let workers: [String: String]
        /// What is counted as things stand, by source and value.
        let standing: [String: [String: Int]]

        /// A number; zero where nothing was counted.
        func count(_ measure: String, _ value: String, month: String) -> Int { counts[month]?[measure]?[value] ?? 0 }
        func count(_ measure: CaseMeasure, _ value: String, month: String) -> Int { count(measure.rawValue, value, month: month) }

        /// What is true now.
        func now(_ measure: CaseMeasure) -> [String: Int] { (counts[""]?[measure.rawValue] ?? [:]).filter { $0.value != 0 } }

        /// All months together, by value.
        func total(_ measure: String) -> [String: Int] {
            var sums: [String: Int] = [:]
            for month in months {
                for (value, number) in counts[month]?[measure] ?? [:] { sums[value, default: 0] += number }
            }
            return sums.filter { $0.value != 0 }
        }

        /// How many days it took, for those whose step fell into this month.
        func days(_ measure: CaseMeasure, month: String) -> DayCounts {
            DayCounts((counts[month]?[measure.rawValue] ?? [:]).compactMap { value, number in Int(value).map { ($0, number) } })
        }
    }

    /// - Throws: `AccessRefused` for those whose role or session does not reach figures of case files.
    package func answer(_ span: Span, for actor: Actor) async throws -> Answer {
        let (room, now) = (room, room.gate.clock.now())
        try room.gate.requireFresh(.readCaseFigures, for: actor)
        let organisation = actor.scope(of: .readCaseFigures) == .node ? nil : actor.organisation
        let months = Self.months(span.rawValue, through: room.month(of: now))
        return try await room.database.read { tx in
            var counts: [String: [String: [String: Int]]] = [:]
            let place = organisation?.bytes ?? CaseCounts.node
            for (first, last) in [("", ""), (months[0], months[months.count - 1])] {
                try tx.forEach(.counts(of: place, from: first, through: last)) { row in
                    counts[row.text(0), default: [:]][row.text(1), default: [:]][row.text(2)] = row.int(3)
                }
            }
            return Answer(
                drawnAt: now, organisation: organisation, months: months, counts: counts,
                late: try Self.late(organisation, room, at: now, in: tx), workers: try Self.workers(organisation, in: tx),
                standing: try Self.standing(organisation, room, at: now, in: tx)
            )
        }
    }

    static func months(_ count: Int, through last: String) -> [String] {
        let parts = last.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2 else { return [last] }
        let end = parts[0] * 12 + parts[1] - 1
        return ((end - count + 1)...end).map { "\($0 / 12, width: 4)-\($0 % 12 + 1, width: 2)" }
    }

    private static func late(
        _ organisation: ID<Organisation>?, _ room: ProtectionRoom, at now: Instant, in tx: any Transaction
    ) throws -> [String: Int] {
        var late: [String: Int] = [:]
        try tx.forEach(.lateClocks(of: organisation, at: now)) { late[$0.text(0)] = $0.int(1) }
        return late.filter { room.clockKind($0.key).map { !$0.isPeriod } ?? false }
    }

    private static func workers(_ organisation: ID<Organisation>?, in tx: any Transaction) throws -> [String: String] {
        guard let organisation else { return [:] }
        var names: [String: String] = [:]
        try tx.forEach("SELECT id, display_name FROM account WHERE organisation_id = \(organisation)") { row in
            names["\(try row.id(0, of: Account.self))"] = row.text(1)
        }
        return names
    }

    private static func standing(
        _ organisation: ID<Organisation>?, _ room: ProtectionRoom, at now: Instant, in tx: any Transaction
    ) throws -> [String: [String: Int]] {
        var standing: [String: [String: Int]] = [:]
        for source in room.branches.flatMap(\.figures) {
            guard case .standing(let count) = source.kind else { continue }
            standing[source.code] = try count(tx, organisation, room.day(of: now))
        }
        return standing
    }
}

/// How many cases took how many days.
struct DayCounts: Sendable, Hashable {
    private let sorted: [(days: Int, cases: Int)]
    let cases: Int

    init(_ counts: [(days: Int, cases: Int)]) {
        sorted = counts.filter { $0.cases > 0 }.sorted { $0.days < $1.days }
        cases = sorted.reduce(0) { $0 + $1.cases }
    }

    /// The days within which this share of the cases was done, by the nearest rank; `nil` when there is none.
    func within(_ share: Double) -> Int? {
        guard cases > 0 else { return nil }
        let rank = max(1, Int((share * Double(cases)).rounded(.up)))
        var seen = 0
        for (days, number) in sorted {
            seen += number
            if seen >= rank { return days }
        }
        return sorted.last?.days
    }

    var median: Int? { within(0.5) }
    var ninetieth: Int? { within(0.9) }

    static func == (left: DayCounts, right: DayCounts) -> Bool { left.sorted.elementsEqual(right.sorted) { $0 == $1 } }
    func hash(into hasher: inout Hasher) { for (days, number) in sorted { hasher.combine([days, number]) } }
}

extension SQL {
    static func counts(of place: [UInt8], from first: String, through last: String) -> SQL {
        """
        SELECT month, measure, value, cases FROM case_count
        WHERE organisation_id = \(place) AND month >= \(first) AND month <= \(last) AND cases <> 0
        """
    }

    /// Of the whole node those that the job has told of, within a minute; of an organisation those that are late at this moment.
    static func lateClocks(of organisation: ID<Organisation>?, at now: Instant) -> SQL {
        guard let organisation else {
            return """
                SELECT kind, COUNT(*) FROM case_clock WHERE stopped_at IS NULL AND late_told_at IS NOT NULL AND due_at <= \(now) GROUP BY kind
                """
        }
        return """
            SELECT kind, COUNT(*) FROM case_clock WHERE organisation_id = \(organisation) AND stopped_at IS NULL AND due_at <= \(now)
            GROUP BY kind
            """
    }
}
