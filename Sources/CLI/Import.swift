import Access
import ArgumentParser
import Basics
import Evidence
import Foundation
import Server
import Tabular

/// `concord import`: brings a file of figures in, tried first if wished, with every refused row told.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import published statistics or coded person records.",
        discussion: """
            The file is CSV, TSV, JSON or JSON lines; its encoding is found out. The mapping says which column is what: “glotip”, “htcds”, or \
            the path of one’s own (.yaml). The same file twice changes nothing. Leaves with 1 when rows were refused and --strict was given.
            """
    )

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The file.")
    var file: String

    @Option(help: "The name of a mapping that ships, or the path of one’s own.")
    var mapping: String

    @Flag(help: "Do everything and keep nothing.")
    var dryRun = false

    @Flag(help: "The file is everything that its source says now: cells that it does not hold are removed.")
    var whole = false

    @Flag(help: "Leave with 1 when any row is refused.")
    var strict = false

    @Flag(help: "Print the report as JSON.")
    var json = false

    func run() async throws {
        let report = try await options.withNode { node in
            let progress = Progress("Reading \((file as NSString).lastPathComponent)", silent: json)
            return try await node.importer.run(
                .file(path: file), mapping: mapping, scope: whole ? .whole : .addition, isTrial: dryRun,
                for: .console(at: node.clock.now())
            ) { progress.show($0.part) }
        }
        if json { try Terminal.sayJSON(report) } else { tell(report) }
        if strict, (report.intake?.refused ?? 0) > 0 { throw ExitCode(1) }
    }

    private func tell(_ report: ImportReport) {
        if let when = report.unchangedSince {
            Terminal.say("This very file was imported on \(when.iso). Nothing was changed.")
            return
        }
        guard let intake = report.intake else { return }
        Terminal.say(report.isTrial ? "Tried; nothing was kept." : "Imported as run \(report.run ?? 0) of the source \(report.source).")
        Terminal.say("Rows read: \(intake.rows); taken: \(intake.accepted); refused: \(intake.refused).")
        Terminal.say(
            "Cells or persons: \(report.cells); new: \(report.cellsNew); changed: \(report.cellsChanged); removed: \(report.cellsRemoved).")
        Terminal.say("Keys that stand there more than once: \(report.duplicateKeys); with different values: \(report.disputedCells).")
        Terminal.say("Labels that nobody could read: \(report.unreadLabels.count).")
        for fault in intake.faults.prefix(20) {
            Terminal.say("  line \(fault.line), \(fault.column ?? "row"): “\(fault.value)” — \(fault.reason.en) \(fault.remedy.en)")
        }
        if intake.refused > 20 { Terminal.say("  and more: --json gives them all") }
    }
}
