package import Access
package import Basics
package import Store

/// What stops a link.
package enum CommitmentLinkRefused: Refusal {
    case unknownCommitment(String)
    case toItself
    case reasonNeeded
    case exists

    package var code: String {
        switch self {
        case .unknownCommitment: "commitment-link.unknown-commitment"
        case .toItself: "commitment-link.to-itself"
        case .reasonNeeded: "commitment-link.reason-needed"
        case .exists: "commitment-link.exists"
        }
    }

    package var message: String {
        switch self {
        case .unknownCommitment(let id): "There is no commitment “\(id.prefix(40))”. Give an id from the library, such as P7 or TIP-9.5."
        case .toItself: "A commitment can't be linked to itself."
        case .reasonNeeded: "Say in at most 300 characters why the two belong together."
        case .exists: "These two are linked already."
        }
    }

    package var kind: RefusalKind { self == .exists ? .conflict : .invalid }
}

extension CommitmentLink {
    /// Ties a commitment to another one.
    package static func make(
        from commitment: String, to other: String, why: String, under permit: Permit<CommitmentLink>, at now: Instant,
        in tx: any Transaction
    ) throws {
        for id in [commitment, other] where try tx.commitment(id) == nil { throw CommitmentLinkRefused.unknownCommitment(id) }
        guard commitment != other else { throw CommitmentLinkRefused.toItself }
        try make(from: commitment, to: commitmentKind, other, why: why, under: permit, at: now, in: tx)
    }

    /// Ties a commitment to a record of another context, which answers for the id.
    package static func make(
        from commitment: String, to kind: String, _ id: String, why: String, under permit: Permit<CommitmentLink>, at now: Instant,
        in tx: any Transaction
    ) throws {
        let reason = why.trimmed
        guard !reason.isEmpty, reason.count <= 300 else { throw CommitmentLinkRefused.reasonNeeded }
        let existing = try tx.links(of: commitment)
        guard !existing.contains(where: { $0.toKind == kind && $0.toID == id }) else { throw CommitmentLinkRefused.exists }
        try tx.run(
            """
            INSERT INTO commitment_link (id, commitment, to_kind, to_id, why, made_by, made_at)
            VALUES (\(ID<CommitmentLink>.new(at: now)), \(commitment), \(kind), \(id), \(reason), \(permit.actor.account), \(now))
            """
        )
    }

    /// Takes a link away that a person made; those that ship stay.
    package static func remove(
        from commitment: String, to kind: String, _ id: String, under permit: Permit<CommitmentLink>, in tx: any Transaction
    ) throws {
        try tx.run(
            """
            DELETE FROM commitment_link
            WHERE made_by IS NOT NULL AND to_kind = \(kind)
                AND ((commitment = \(commitment) AND to_id = \(id)) OR (commitment = \(id) AND to_id = \(commitment)))
            """
        )
    }
}
