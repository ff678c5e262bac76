package import Access
package import Basics
package import Store
package import Vocabulary

/// Something that happened in a case file: a line of its timeline. Coded, written in the transaction of what happened.
package struct CaseEvent: Sendable, Hashable {
    package let id: ID<CaseEvent>
    package let at: Instant
    package let kind: String
    package let account: ID<Account>?
    package let organisation: ID<Organisation>?
    /// The 16 bytes of the id of the thing that it is about, within the file.
    package let subject: [UInt8]?
    /// A code that says more; never a name or a text that somebody typed.
    package let detail: String?

    /// What can happen, as a room of Protection declares it.
    package struct Kind: Sendable {
        /// `referral.raised`: what stands in the table.
        package let code: String
        package let word: Word
        /// Who sees it: whoever sees this part of the file.
        package let part: CasePart
        /// What somebody must have besides to see that it happened at all; most kinds need nothing.
        package let deed: Deed?
        /// What somebody must have to see its detail; `nil` for whoever sees the line.
        package let detailDeed: Deed?
        /// The step that figures measure the time to; most kinds are none.
        package let milestone: Milestone?
        /// What its detail says; `nil` prints none.
        package let detail: @Sendable (String, CountryProfile) -> Word?

        package init(
            _ code: String, _ word: Word, part: CasePart = .summary, deed: Deed? = nil, detailDeed: Deed? = nil,
            milestone: Milestone? = nil,
            detail: @escaping @Sendable (String, CountryProfile) -> Word? = { _, _ in nil }
        ) {
            self.code = code
            self.word = word
            self.part = part
            self.deed = deed
            self.detailDeed = detailDeed
            self.milestone = milestone
            self.detail = detail
        }
    }

    /// Writes a line.
    /// - Parameter permit: of whoever did it; `nil` for what a job did.
    package static func write(
        _ kind: Kind, in file: ID<CaseFile>, by actor: Actor?, subject: [UInt8]? = nil, detail: String? = nil, at now: Instant,
        tx: any Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO case_event (id, case_id, at, kind, account_id, organisation_id, subject_id, detail)
            VALUES (\(ID<CaseEvent>.new(at: now)), \(file), \(now), \(kind.code), \(actor?.account), \(actor?.organisation), \(subject),
                \(detail))
            """
        )
    }

    /// The newest lines of a file, newest first.
    package static func newest(of file: ID<CaseFile>, limit: Int, in tx: any Transaction) throws -> [CaseEvent] {
        try tx.rows(
            """
            SELECT id, at, kind, account_id, organisation_id, subject_id, detail FROM case_event
            WHERE case_id = \(file) ORDER BY at DESC, id DESC LIMIT \(limit)
            """
        ) { row in
            CaseEvent(
                id: try row.id(0, of: CaseEvent.self), at: row.instant(1), kind: row.text(2),
                account: try row.optionalID(3, of: Account.self), organisation: try row.optionalID(4, of: Organisation.self),
                subject: row.optionalBytes(5), detail: row.optionalText(6)
            )
        }
    }
}

extension CaseView {
    /// Whether a line is for whoever looks. A recipient sees what it does itself, and not where else the person is helped.
    package func shows(_ event: CaseEvent, _ kind: CaseEvent.Kind) -> Bool {
        guard shows(kind.part), kind.deed.map({ actor.may($0) }) ?? true else { return false }
        let tellsWhoElse = kind.part == .services || kind.code == CaseEvent.Kind.disclosed.code
        return !isRecipient || !tellsWhoElse || event.organisation == actor.organisation
    }

    /// What a line says more, as far as it is for whoever looks.
    package func detail(of event: CaseEvent, _ kind: CaseEvent.Kind) -> Word? {
        guard kind.detailDeed.map({ actor.may($0) }) ?? true else { return nil }
        return event.detail.flatMap { kind.detail($0, profile) }
    }
}
