import Basics

/// What is wrong with a call of the API, beyond what the contexts say themselves.
enum APIRefused: Refusal {
    case choice(String, [String])
    case tooLong(String, Int)

    var code: String {
        switch self {
        case .choice: "api.not-a-choice"
        case .tooLong: "api.too-long"
        }
    }

    var message: String {
        switch self {
        case .choice(let name, let choices): "“\(name)” takes one of: \(choices.joined(separator: ", "))."
        case .tooLong(let name, let most): "“\(name)” takes at most \(most) characters."
        }
    }
}
