package import Access
import Basics

/// One operation of the API: what it takes, what it answers, and the code that does it.
package struct Endpoint: Sendable {
    package enum Verb: String, Sendable { case get, post }

    /// A value in the path or the query.
    package struct Parameter: Sendable {
        package enum Place: String, Sendable { case path, query }

        package let name: String
        package let place: Place
        package let required: Bool
        package let schema: Schema
        package let description: String

        package static func path(_ name: String, _ schema: Schema, _ description: String) -> Parameter {
            Parameter(name: name, place: .path, required: true, schema: schema, description: description)
        }

        package static func query(_ name: String, _ schema: Schema, _ description: String, required: Bool = false) -> Parameter {
            Parameter(name: name, place: .query, required: required, schema: schema, description: description)
        }

        var json: JSONValue {
            [
                "name": .text(name), "in": .text(place.rawValue), "required": .bool(required), "schema": schema.json,
                "description": .text(description),
            ]
        }
    }

    package let verb: Verb
    /// `/api/v1/countries/{code}`: both the route's pattern and OpenAPI's path.
    package let path: String
    package let operation: String
    package let summary: String
    package let parameters: [Parameter]
    package let body: Schema?
    package let answer: Schema
    package let refusals: [EndpointRefusal]
    /// What somebody must be able to do, besides using the API, to ask it with a token; `nil` for what everybody may ask.
    package let deed: Deed?
    package let handle: @Sendable (Visit) async throws -> Answer

    /// Whether it changes something, so that a program may say by a key which request it is.
    var takesKey: Bool { verb == .post && deed != nil }

    /// - Parameter deed: for an operation that is asked with a token; the gate behind it has the last word.
    package init(
        verb: Verb, path: String, operation: String, summary: String, parameters: [Parameter] = [], body: Schema? = nil, answer: Schema,
        refusals: [EndpointRefusal] = [], deed: Deed? = nil, handle: @escaping @Sendable (Visit) async throws -> Answer
    ) {
        (self.verb, self.path, self.operation, self.summary, self.parameters) = (verb, path, operation, summary, parameters)
        (self.body, self.answer, self.deed, self.handle) = (body, answer, deed, handle)
        self.refusals =
            refusals + (deed == nil ? [] : [.unauthenticated, .forbidden])
            + (deed != nil && verb == .post && !refusals.contains(.conflict) ? [.conflict] : [])
    }
}

extension Routes {
    /// Operations of the API. Those with a deed are for whoever holds a token: its owner must have that deed, and `useAPI`.
    /// - Parameter answers: where answers to changes are kept for a day; operations with a deed take an `Idempotency-Key` then.
    package mutating func add(_ endpoints: [Endpoint], keeping answers: KeptAnswers? = nil) {
        for endpoint in endpoints {
            guard let deed = endpoint.deed else {
                switch endpoint.verb {
                case .get: get(endpoint.path, needs: .anyone, handle: endpoint.handle)
                case .post: ask(endpoint.path, handle: endpoint.handle)
                }
                continue
            }
            let handle: Route.Handler = { visit in
                let actor = try visit.signedIn()
                guard actor.may(.useAPI) else { throw AccessRefused.notYourDeed(Denial(actor: actor, deed: .useAPI)) }
                return try await endpoint.handle(visit)
            }
            switch endpoint.verb {
            case .get: get(endpoint.path, needs: .deed(deed), handle: handle)
            case .post:
                tell(endpoint.path, needs: .deed(deed)) { visit in
                    guard let answers, let key = visit.repeatKey else { return try await handle(visit) }
                    return try await answers.once(key, visit) { try await handle(visit) }
                }
            }
        }
    }
}

extension KeptAnswers {
    /// Does what is asked, unless it was done under this key: then the answer is the one of then. It goes on to its end when the line
    /// breaks, for then above all the program asks again.
    fileprivate func once(_ key: String, _ visit: Visit, _ work: @escaping @Sendable () async throws -> Answer) async throws -> Answer {
        try Self.check(key)
        let account = try visit.signedIn().account
        let request = Array(visit.path.utf8) + [0] + visit.form.json
        let now = visit.now
        return try await Task {
            if case .answered(let status, let body) = try await begin(key, request, for: account, at: now) {
                return Answer.bytes(body, type: "application/json; charset=utf-8", status: Status(rawValue: status) ?? .ok)
            }
            let answer: Answer
            do {
                answer = try await work()
            } catch let refusal as any Refusal {
                // A refusal did nothing. After any other failure it is not known what was done, and the key stays taken.
                try await drop(key, for: account, at: now)
                throw refusal
            }
            guard case .bytes(let body, _, _) = answer.content else {
                try await drop(key, for: account, at: now)
                return answer
            }
            try await keep(key, status: answer.status.rawValue, body, for: account, at: now)
            return answer
        }.value
    }
}
