package import Basics
import Vocabulary

/// The statuses that this site answers with.
package enum Status: Int, Sendable, Hashable {
    case ok = 200
    case created = 201
    case accepted = 202
    case partialContent = 206
    case movedPermanently = 301
    case seeOther = 303
    case notModified = 304
    case badRequest = 400
    case unauthenticated = 401
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case tooSlow = 408
    case conflict = 409
    case gone = 410
    case tooLarge = 413
    case uriTooLong = 414
    case unsupportedMediaType = 415
    case rangeNotSatisfiable = 416
    case unprocessable = 422
    case tooMany = 429
    case failed = 500
    case unavailable = 503

    /// The status of a refusal of this kind.
    package init(_ kind: RefusalKind) { self = Status(rawValue: kind.rawValue) ?? .unprocessable }
}

/// The refusals that the kit itself makes.
package enum WebRefused: Refusal {
    /// There is no such page, or it is not theirs.
    case notFound
    /// The request can't be read.
    case malformed
    case methodNotAllowed
    /// The body, the address or a file is larger than what is taken.
    case tooLarge
    case unsupportedMediaType
    /// The body came in so slowly that the connection is better given to others.
    case tooSlow
    /// Nobody is signed in.
    case signInNeeded
    /// A program sent no token, or none that is good.
    case tokenNeeded
    /// The role of the person does not include this.
    case notYourDeed
    /// The form came from elsewhere, or its session ended while it was open.
    case formExpired

    package var code: String {
        switch self {
        case .notFound: "web.not-found"
        case .malformed: "web.malformed"
        case .methodNotAllowed: "web.method-not-allowed"
        case .tooLarge: "web.too-large"
        case .unsupportedMediaType: "web.unsupported-media-type"
        case .tooSlow: "web.too-slow"
        case .signInNeeded: "web.sign-in-needed"
        case .tokenNeeded: "web.token-needed"
        case .notYourDeed: "web.not-your-deed"
        case .formExpired: "web.form-expired"
        }
    }

    package var message: String { words.en }

    package var kind: RefusalKind {
        switch self {
        case .notFound: .notFound
        case .malformed, .methodNotAllowed, .unsupportedMediaType, .tooSlow: .invalid
        case .tooLarge: .tooLarge
        case .signInNeeded, .tokenNeeded: .unauthenticated
        case .notYourDeed, .formExpired: .forbidden
        }
    }

    var status: Status {
        switch self {
        case .malformed: .badRequest
        case .methodNotAllowed: .methodNotAllowed
        case .unsupportedMediaType: .unsupportedMediaType
        case .tooSlow: .tooSlow
        default: Status(kind)
        }
    }
}
