import Access
import ArgumentParser
import Server
import Web

/// `concord routes`: what the checks walk: every route with its verb, pattern and need.
struct Routes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List every route, for checks.", shouldDisplay: false)

    @OptionGroup var options: SettingsOptions

    @Flag(help: "Print as JSON.")
    var json = false

    func run() async throws {
        try await options.withNode { node in
            let routes = try await Serving(node).responder.routes
            let lines = routes.map { Line(verb: $0.verb.rawValue, pattern: $0.pattern.text, need: $0.need.text) }
            if json { return try Terminal.sayJSON(lines) }
            for line in lines { Terminal.say("\(line.verb) \(line.pattern) \(line.need)") }
        }
    }

    private struct Line: Encodable {
        let verb: String
        let pattern: String
        let need: String
    }
}

extension Need {
    fileprivate var text: String {
        switch self {
        case .anyone: "anyone"
        case .account: "account"
        case .deed(let deed): deed.rawValue
        }
    }
}
