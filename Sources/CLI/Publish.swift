import Access
import ArgumentParser
import Basics
import Evidence
import Server

/// Lets the figures of a source stand on the public pages, or takes them off.
struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Let the figures of a source stand on the public pages, or take them off.",
        discussion: """
            Figures that somebody imported are not public until somebody who may says so. “concord statistics --sources” lists the sources
            by name. Records of people are never published.
            """
    )

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The name of the source, such as national.")
    var source: String

    @Flag(help: "Take its figures off the public pages.")
    var withdraw = false

    func run() async throws {
        try await options.withNode(.thatIsThere) { node in
            let (source, isPublished) = (source, !withdraw)
            try await node.gate.change(
                .importStatistics, for: .console(at: node.clock.now()), detail: isPublished ? "source published" : "source withdrawn"
            ) { tx, permit in
                try Importer.publish(source, isPublished, under: permit, in: tx)
            }
            Terminal.say(isPublished ? "The figures of \(source) are public now." : "The figures of \(source) are not public any more.")
        }
    }
}
