import Foundation
import Instruments
import Store
import Vocabulary
import Web

extension Endpoint {
    static func instruments(_ database: any Database) -> [Endpoint] {
        [
            Endpoint(
                verb: .get, path: "/api/v1/instruments", operation: "listInstruments", summary: "The treaties of the register.",
                answer: .object(["instruments": .list(of: .named("Treaty"))])
            ) { _ in
                let treaties = try await database.read { tx in try tx.treaties() }
                return .json(["instruments": JSONValue.list(treaties.map(JSONValue.treaty))])
            },
            Endpoint(
                verb: .get, path: "/api/v1/instruments/{treaty}/status", operation: "getStatus",
                summary: "Who signed and who is bound, with the provenance of every row.",
                parameters: [.path("treaty", .text(matching: "[A-Z0-9-]{1,20}", length: 20), "The code of a treaty, such as TIP.")],
                answer: .object(["treaty": .named("Treaty"), "status": .list(of: .named("Participation"))]), refusals: [.notFound]
            ) { visit in
                let code = visit.parameter("treaty")
                let found = try await database.read { tx in try tx.treaty(code).map { ($0, try tx.participations(in: code)) } }
                guard let (treaty, rows) = found else { return .notFound }
                return .json(["treaty": JSONValue.treaty(treaty), "status": .list(rows.map(JSONValue.participation))])
            },
            Endpoint(
                verb: .get, path: "/api/v1/commitments", operation: "searchCommitments",
                summary: "Commitments by words, document and pillar.",
                parameters: [
                    .query("q", .text(length: CommitmentSearch.longestWords), "Words to look for."),
                    .query("source", .choice(Commitment.Source.allCases.map(\.rawValue)), "The document."),
                    .query("pillar", .choice(Commitment.Pillar.allCases.map(\.rawValue)), "The pillar."),
                ],
                answer: .object(["commitments": .list(of: .named("Commitment"))]), refusals: [.invalid]
            ) { visit in
                let search = try CommitmentSearch(visit.query)
                let found = try await database.read { tx in try tx.commitments(search) }
                return .json(["commitments": JSONValue.list(found.map(JSONValue.commitment))])
            },
            Endpoint(
                verb: .get, path: "/api/v1/commitments/{id}", operation: "getCommitment", summary: "One commitment and what it is tied to.",
                parameters: [
                    .path("id", .text(matching: "[A-Za-z0-9.-]{1,20}", length: 20), "Such as TIP-9.5, P7, G6.1, VF-160a, GPA-III-j.")
                ],
                answer: .object([
                    "commitment": .named("Commitment"), "links": .list(of: .object(["kind": .text, "id": .text, "why": .text])),
                ]), refusals: [.notFound]
            ) { visit in
                let id = visit.parameter("id")
                let found = try await database.read { tx in try tx.commitment(id).map { ($0, try tx.links(of: id)) } }
                guard let (commitment, links) = found else { return .notFound }
                let tied = links.map { JSONValue.object(["kind": .text($0.toKind), "id": .text($0.toID), "why": .text($0.why)]) }
                return .json(["commitment": JSONValue.commitment(commitment), "links": .list(tied)])
            },
        ]
    }
}

extension CommitmentSearch {
    fileprivate static let longestWords = 200

    /// - Throws: `APIRefused` for a document or pillar that there is none, and for words without end.
    fileprivate init(_ query: Query) throws(APIRefused) {
        func choice<Value: RawRepresentable<String> & CaseIterable>(_ name: String, _: Value.Type) throws(APIRefused) -> Value? {
            guard let text = query[name] else { return nil }
            guard let value = Value(rawValue: text) else { throw .choice(name, Value.allCases.map(\.rawValue)) }
            return value
        }
        let words = query["q"] ?? ""
        guard words.unicodeScalars.count <= Self.longestWords else { throw .tooLong("q", Self.longestWords) }
        self.init(
            words: words, source: try choice("source", Commitment.Source.self), pillar: try choice("pillar", Commitment.Pillar.self)
        )
    }
}
