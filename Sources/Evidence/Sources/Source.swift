package import Basics
import Store

/// Where figures come from: a dataset with its publisher's words for citing it.
package struct PublishedSource: Sendable, Hashable {
    package enum Kind: String, Sendable { case statistics, persons }

    /// The number that cells carry.
    package let number: Int
    /// The name that a mapping and a command call it by, such as `glotip`.
    package let name: String
    package let kind: Kind
    package let citation: String
    package let address: String?
    /// The licence, or the notice that none is stated.
    package let notice: String?
    package let releasedOn: Day?
    package let retrievedOn: Day?
    /// Whether its figures may stand on public pages.
    package let isPublished: Bool
    /// Where several sources speak of one State and year, the lowest number is taken.
    package let precedence: Int
    /// The years of which it has any cell; `nil` while it is empty.
    package let years: ClosedRange<Int>?
}

extension PublishedSource {
    init(_ row: borrowing Row) {
        number = row.int(0)
        name = row.text(1)
        kind = Kind(rawValue: row.text(2)) ?? .statistics
        citation = row.text(3)
        address = row.optionalText(4)
        notice = row.optionalText(5)
        releasedOn = row.optionalText(6).flatMap { Day(iso: $0) }
        retrievedOn = row.optionalText(7).flatMap { Day(iso: $0) }
        isPublished = row.bool(8)
        precedence = row.int(9)
        if let first = row.optionalInt(10), let last = row.optionalInt(11), first <= last {
            years = first...last
        } else {
            years = nil
        }
    }
}

extension SQL {
    private static let sourceColumns: SQL = """
        SELECT number, name, kind, citation, address, notice, released_on, retrieved_on, is_published, precedence,
            first_year, last_year
        FROM source
        """

    static func sources(of kind: PublishedSource.Kind) -> SQL {
        sourceColumns + " WHERE kind = \(kind.rawValue) ORDER BY precedence, name"
    }

    static func source(named name: String) -> SQL { sourceColumns + " WHERE name = \(name)" }
}

extension Transaction {
    /// The source that a question means: the one it names, or the published one that comes first and holds anything.
    func source(named name: String?) throws -> PublishedSource {
        if let name {
            guard let found = try row(.source(named: name), { PublishedSource($0) }) else { throw QuestionRefused.source(name) }
            return found
        }
        let published = try rows(.sources(of: .statistics)) { PublishedSource($0) }
        guard let first = published.first(where: { $0.isPublished && $0.years != nil }) else { throw QuestionRefused.noSource }
        return first
    }
}

extension Statistics {
    /// Changes whenever published figures do: by an import, by a row that was held back and let in, by publishing a source.
    package func version() async throws -> String {
        try await database.read { tx in
            let run = try tx.count("SELECT COALESCE(MAX(number), 0) FROM import_run WHERE state = 'finished'")
            return "run-\(run)-\(try tx.count("SELECT COALESCE(SUM(version), 0) FROM source"))"
        }
    }

    /// The sources that the public may see, the preferred one first.
    package func publishedSources() async throws -> [PublishedSource] { try await sources().filter(\.isPublished) }

    /// Refuses a source that is not published as if it were not there, for questions that come from the public.
    /// - Throws: `QuestionRefused.source`
    package func requirePublished(_ name: String?) async throws {
        guard let name else { return }
        guard try await publishedSources().contains(where: { $0.name == name }) else { throw QuestionRefused.source(name) }
    }
}
