import Fixtures
import Foundation
import Testing
import WebFixtures

@Suite struct `Each table that a page offers as a file` {
    private static let pages = [
        "/numbers?year=2019", "/numbers/reporting", "/numbers/flows?from=2019&through=2020", "/numbers/compare?place=FRA&place=150",
        "/numbers/quality?rule=parts-without-total", "/numbers/sources", "/countries/FRA", "/countries/ABW", "/countries/ATA",
        "/instruments", "/instruments/TIP", "/instruments/TIP/missing", "/instruments/reconciliation", "/commitments",
    ]
    private static let absences = [
        "nothing": "nothing published", "not_collected": "not collected", "not_applicable": "not applicable", "withheld": "withheld",
    ]

    /// On PostgreSQL the same pages stand on the same tables; the files are made from those.
    @Test(arguments: Databases.all) func `holds the very cells that the page shows`(_ kind: DatabaseKind) async throws {
        let site = try await Nodes.world(kind)
        var compared = 0
        // The files are made from what was read; on the second database a few are enough.
        for path in kind == .sqlite ? Self.pages : Array(Self.pages.prefix(7)) {
            let page = try await site.get(path).page
            for figure in page.all("figure") {
                let files = figure.all("a").compactMap { $0.attributes["href"] }.filter { $0.contains(/\.(csv|xlsx|json)(\?|$)/) }
                guard !files.isEmpty else { continue }
                #expect(files.count == 3, "\(path)")
                guard let shown = TableReading(figure) else {
                    // A table without rows has files without rows.
                    for file in files { #expect(try await site.get(file).status == 200, "\(file)") }
                    continue
                }
                for file in files {
                    let reply = try await site.get(file)
                    #expect(reply.status == 200, "\(file)")
                    #expect(reply.header("Content-Disposition")?.hasPrefix("attachment; filename=\"") == true, "\(file)")
                    let table: TableReading
                    if file.contains(".csv") {
                        #expect(reply.header("Content-Type")?.hasPrefix("text/csv") == true)
                        table = TableReading(csv: reply.body)
                    } else if file.contains(".json") {
                        table = TableReading(json: try reply.json(), absences: Self.absences)
                    } else {
                        // Taking a workbook apart is slow; one kind of database is enough, for the bytes come after it.
                        guard kind == .sqlite else { continue }
                        table = try await TableReading(xlsx: reply.body)
                    }
                    #expect(table.titles == shown.titles, "\(file)")
                    // A long table shows its first rows, and says how many there are.
                    let isLong = shown.rows.count >= 100 && table.rows.count > shown.rows.count
                    #expect(table.rows.count == shown.rows.count || isLong, "\(file)")
                    if isLong { #expect(page.text.contains("\(table.rows.count)"), "\(file) has more rows than the page says") }
                    let odd = zip(table.rows, shown.rows).first { !Self.same($0, $1) }
                    #expect(odd == nil, "\(file): \(odd?.0 ?? []) is shown as \(odd?.1 ?? [])")
                    compared += 1
                }
            }
        }
        #expect(compared >= (kind == .sqlite ? 60 : 20))
    }

    /// Trailing empty cells are not written to a workbook; a share is 0…1 in a file and per cent on a page.
    private static func same(_ file: [String], _ page: [String]) -> Bool {
        let width = max(file.count, page.count)
        func padded(_ row: [String]) -> [String] {
            row.map { $0.split(separator: " ").joined(separator: " ") } + Array(repeating: "", count: width - row.count)
        }
        return zip(padded(file), padded(page)).allSatisfy { inFile, onPage in
            if inFile == onPage { return true }
            guard onPage.hasSuffix("%"), let share = Double(inFile), let percent = Double(onPage.dropLast()) else { return false }
            return abs(share * 100 - percent) <= 0.5
        }
    }

    @Test func `comes in the language of its page, with source, day and licence`() async throws {
        let site = try await Nodes.world(.sqlite)
        for (language, title) in [("fr", "Année"), ("es", "Año"), ("ar", "السنة"), ("ru", "Год"), ("zh", "年份")] {
            let csv = try await site.get("/\(language)/numbers/tables/by-year.csv").text
            #expect(csv.dropFirst().hasPrefix(title) || csv.hasPrefix(title) || csv.contains(title + ","), "\(language): \(csv.prefix(60))")
            #expect(csv.contains("UNODC") && csv.contains("2025-04-14"))
        }
    }

    @Test func `is not there in another form, for another table or another country`() async throws {
        let site = try await Nodes.world(.sqlite)
        for path in [
            "/numbers/tables/by-year.pdf", "/numbers/tables/nothing.csv", "/numbers/tables/by-year", "/countries/XXX/by-year.csv",
            "/countries/FRA/nothing.csv", "/countries/FRA.csv", "/instruments/NOTHING.csv", "/commitments.doc",
        ] {
            #expect(try await site.get(path).status == 404, "\(path)")
        }
    }
}
