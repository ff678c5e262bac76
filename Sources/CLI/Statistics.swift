import ArgumentParser
import Basics
import Evidence
import Foundation
import Server
import Vocabulary
import Web

/// `concord statistics`: answers from the published statistics, whether or not the node is being served.
struct Statistics: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask the published statistics.",
        discussion: """
            concord statistics --indicator victims --year 2019 --by form --format csv
            With --persons: coded person records that this node imported, by year, quarter, state, citizenship, sex, age, form, sector \
            or status. Those are internal figures, not for publication.
            """
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: "What is counted: victims, offences, suspected, prosecuted or convicted.")
    var indicator = "victims"

    @Option(help: "One year (2019) or a span (2015-2019); all years when left out.")
    var year: String?

    @Option(help: "What to split by, with commas: year, state, region, sex, age, form, citizenship.")
    var by: String?

    @Option(help: "Alpha-3 codes of States with commas; all when left out.")
    var states: String?

    @Option(help: "Only the States of this M49 region, such as 150 for Europe.")
    var region: String?

    @Option(help: "The name of a source; the main one when left out.")
    var source: String?

    @Option(help: "text, csv or json.")
    var format: Format = .text

    @Flag(help: "The same as --format json.")
    var json = false

    @Flag(help: "Count imported person records instead; --source names which (default: htcds).")
    var persons = false

    @Flag(help: "List the sources instead.")
    var sources = false

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json }

    func run() async throws {
        // Read before the node is opened: a question that can't be asked costs nothing.
        let question = try persons ? Question.persons(PersonQuestion(source: source ?? "htcds", year: year, by: by)) : published()
        try await options.withNode { node in
            try await node.loadShipped()
            if sources {
                for source in try await node.statistics.sources() { Terminal.say("\(source.name): \(source.citation)") }
                return
            }
            let naming = Naming(countries: node.codebook.countries, lists: node.codebook.lists)
            let sheet =
                switch question {
                case .published(let question): try await node.statistics.answer(question).sheet(naming)
                case .persons(let question): try await PersonStatistics(database: node.database).answer(question).sheet(naming)
                }
            switch json ? .json : format {
            case .csv: FileHandle.standardOutput.write(Data(try sheet.file(.csv, in: .en)))
            case .json: FileHandle.standardOutput.write(Data(try sheet.file(.json, in: .en)) + Data("\n".utf8))
            case .text: printPlainly(sheet)
            }
        }
    }

    private enum Question: Sendable {
        case published(StatisticsQuestion)
        case persons(PersonQuestion)
    }

    private func published() throws -> Question {
        .published(try StatisticsQuestion(indicator: indicator, year: year, by: by, states: states, region: region, source: source))
    }

    /// Columns as wide as their widest cell, then the source and what the signs mean.
    private func printPlainly(_ sheet: Sheet) {
        let lines = [sheet.columns.map { $0.title[.en] }] + sheet.rows.map { $0.map { $0.written(in: .en) } }
        let widths = sheet.columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        for line in lines {
            let cells = line.indices.map { column in
                let padding = String(repeating: " ", count: widths[column] - line[column].count)
                return sheet.columns[column].isNumeric ? padding + line[column] : line[column] + padding
            }
            Terminal.say(cells.joined(separator: "  "))
        }
        if let source = sheet.source { Terminal.tell("Source: \(source.citation)") }
        for note in sheet.notes + sheet.signs.map(\.meaning) { Terminal.tell(note[.en]) }
    }
}
