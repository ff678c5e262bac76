import ArgumentParser
import Basics
import Foundation
import Instruments
import Vocabulary

/// `concord classify`: applies the definition of trafficking to a file of facts. Needs no node and keeps nothing.
struct Classify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Apply the definition of trafficking to facts, element by element.",
        discussion:
            "The file holds JSON such as {\"acts\": [\"recruitment\"], \"means\": [\"deception\"], \"purposes\": [\"forced_labour\"], \"age\": 24}."
    )

    @Argument(help: "A JSON file with facts; - for standard input.")
    var file: String

    @Option(help: "The language of the sentences: en, fr, es, ar, ru or zh.")
    var language = "en"

    @Flag(help: "Print the classification as JSON.")
    var json = false

    func validate() throws {
        if Language(rawValue: language) == nil { throw ValidationError("--language takes one of en, fr, es, ar, ru, zh.") }
    }

    func run() async throws {
        let facts = try Facts(json: try data())
        let answer = ClassificationAnswer(facts.classified(), in: Language(rawValue: language) ?? .en)
        if json { return try Terminal.sayJSON(answer) }
        Terminal.say(answer.summary)
        for step in answer.steps {
            Terminal.say("  • \(step.text)" + (step.clauses.isEmpty ? "" : " [\(step.clauses.joined(separator: ", "))]"))
        }
    }

    private func data() throws -> Data {
        if file == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
        guard let data = FileManager.default.contents(atPath: file) else { throw FileRefused.unreadable(path: file) }
        return data
    }
}

/// A file that a command was given.
enum FileRefused: Refusal {
    case unreadable(path: String)

    var code: String { "file.unreadable" }

    var message: String {
        switch self {
        case .unreadable(let path): "\(path) is not there, or can't be read. Check the name and who may read it."
        }
    }
}
