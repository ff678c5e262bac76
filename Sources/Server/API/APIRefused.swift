import Basics

/// What is wrong with a call of the API, beyond what the contexts say themselves.
enum APIRefused: Refusal {
    case choice(String, [String])

    var code: String { "api.not-a-choice" }

    var message: String {
        switch self {
        case .choice(let name, let choices): "“\(name)” takes one of: \(choices.joined(separator: ", "))."
        }
    }
}
