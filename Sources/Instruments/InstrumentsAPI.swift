package import Basics
package import Foundation
package import Vocabulary
import Store
import Web

/// What the API and the command line answer of this context: values ready to be encoded.
extension InstrumentsRoom {
    /// The register: `GET /api/v1/instruments`.
    package func treatiesAnswer() async throws -> [TreatyAnswer] { try await standings().all.map(TreatyAnswer.init) }

    /// The status of one treaty: `GET /api/v1/instruments/{treaty}/status`.
    /// - Throws: `WebRefused.notFound` for a code that the register does not have.
    package func statusAnswer(of treaty: String) async throws -> TreatyStatusAnswer {
        TreatyStatusAnswer(try await standing(treaty).standing, countries)
    }

    /// What a search finds among the commitments: `GET /api/v1/commitments?q=&source=&pillar=`.
    package func commitmentsAnswer(_ search: CommitmentSearch) async throws -> [CommitmentAnswer] {
        try await database.read { tx in try tx.commitments(search).map { CommitmentAnswer($0, links: nil) } }
    }

    /// One commitment with its links: `GET /api/v1/commitments/{id}`.
    /// - Throws: `WebRefused.notFound`.
    package func commitmentAnswer(_ id: String) async throws -> CommitmentAnswer {
        let answer = try await database.read { tx in
            try tx.commitment(id).map { CommitmentAnswer($0, links: try tx.links(of: id)) }
        }
        guard let answer else { throw WebRefused.notFound }
        return answer
    }

    /// `POST /api/v1/classify`: the body is the JSON of `Facts`.
    /// - Throws: `FactsRefused` with every fault.
    package func classifyAnswer(_ body: Data, in language: Language) throws -> ClassificationAnswer {
        ClassificationAnswer(try Facts(json: body).classified(), in: language)
    }

    /// How one State stands to every treaty: for the page of a country.
    package func treaties(of country: CountryCode) async throws -> (rows: [Participation], treaties: [Treaty]) {
        try await database.read { tx in (try tx.participations(of: country.alpha3), try tx.treaties()) }
    }
}

/// One treaty in the API.
package struct TreatyAnswer: Codable, Sendable, Hashable {
    package let code: String
    package let reference: String
    package let depositary: String
    package let name: String
    package let adoptedOn: Day?
    package let inForceOn: Day?
    /// Always `false` until somebody verifies the two dates above.
    package let datesVerified: Bool
    package let statusAsOf: String?
    /// `nil` where the register has no rows: nothing is known then.
    package let parties: Int?
    package let signedOnly: Int?
    package let notParty: Int?

    init(_ standing: Standing) {
        let treaty = standing.treaty
        (code, reference, depositary, name) = (treaty.code, treaty.reference, treaty.depositary, treaty.name)
        (adoptedOn, inForceOn, datesVerified) = (treaty.adoptedOn, treaty.inForceOn, false)
        statusAsOf = treaty.statusAsOf.isEmpty ? nil : treaty.statusAsOf
        parties = standing.isKnown ? standing.parties.count : nil
        signedOnly = standing.isKnown ? standing.signatoriesOnly.count : nil
        notParty = standing.isKnown ? standing.missing.count : nil
    }

    private enum CodingKeys: String, CodingKey {
        case code, reference, depositary, name, parties
        case adoptedOn = "adopted_on"
        case inForceOn = "in_force_on"
        case datesVerified = "dates_verified"
        case statusAsOf = "status_as_of"
        case signedOnly = "signed_only"
        case notParty = "not_party"
    }
}

/// The status of one treaty in the API.
package struct TreatyStatusAnswer: Codable, Sendable, Hashable {
    package let treaty: String
    package let rows: [Row]
    /// Alpha-3 codes of the States that could be expected and are not party.
    package let missing: [String]
    package let progress: [Year]

    package struct Row: Codable, Sendable, Hashable {
        package let party: String
        package let name: String
        package let isParty: Bool
        package let signedOn: Day?
        package let action: Participation.Action?
        /// A date, a part of one, or two with `/` between them.
        package let actedOn: DateSpan?
        package let precision: Provenance.Precision
        package let confidence: Provenance.Confidence
        package let conflict: String?
        package let source: String
        package let sourceDate: DateSpan?

        private enum CodingKeys: String, CodingKey {
            case party, name, action, precision, confidence, conflict, source
            case isParty = "is_party"
            case signedOn = "signed_on"
            case actedOn = "acted_on"
            case sourceDate = "source_date"
        }
    }

    /// The parties at the end of a year; equal bounds where the number is exact.
    package struct Year: Codable, Sendable, Hashable {
        package let year: Int
        package let lowest: Int
        package let highest: Int
    }

    init(_ standing: Standing, _ countries: Countries) {
        treaty = standing.treaty.code
        rows = standing.rows.map { row in
            Row(
                party: row.party, name: Parties.name(row.party, in: countries).en, isParty: row.isParty, signedOn: row.signedOn,
                action: row.action, actedOn: row.actedOn, precision: row.provenance.precision, confidence: row.provenance.confidence,
                conflict: row.provenance.conflict.isEmpty ? nil : row.provenance.conflict, source: row.provenance.source,
                sourceDate: row.provenance.asOf
            )
        }
        missing = standing.missing.map(\.country.code.alpha3)
        progress = Progress(standing.rows, of: standing.treaty).years.compactMap { year in
            year.parties.bounds.map { Year(year: year.year, lowest: $0.lowerBound, highest: $0.upperBound) }
        }
    }
}

/// One commitment in the API.
package struct CommitmentAnswer: Codable, Sendable, Hashable {
    package let id: String
    package let source: Commitment.Source
    package let reference: String
    package let heading: String
    package let statement: String
    package let pillar: Commitment.Pillar
    package let addressedTo: String
    /// Only where one commitment was asked for.
    package let links: [Link]?

    package struct Link: Codable, Sendable, Hashable {
        package let kind: String
        package let id: String
        package let why: String
    }

    init(_ commitment: Commitment, links: [CommitmentLink]?) {
        (id, source, reference) = (commitment.id, commitment.source, commitment.reference)
        (heading, statement, pillar) = (commitment.heading, commitment.statement, commitment.pillar)
        addressedTo = commitment.addressedTo
        self.links = links?.map { Link(kind: $0.toKind, id: $0.toID, why: $0.why) }
    }

    private enum CodingKeys: String, CodingKey {
        case id, source, reference, heading, statement, pillar, links
        case addressedTo = "addressed_to"
    }
}
