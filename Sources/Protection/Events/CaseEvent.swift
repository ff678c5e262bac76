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
        /// The step that figures measure the time to; most kinds are none.
        package let milestone: Milestone?
        /// What its detail says; `nil` prints none.
        package let detail: @Sendable (String, CountryProfile) -> Word?

        package init(
            _ code: String, _ word: Word, part: CasePart = .summary, milestone: Milestone? = nil,
            detail: @escaping @Sendable (String, CountryProfile) -> Word? = { _, _ in nil }
        ) {
            self.code = code
            self.word = word
            self.part = part
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
