package import Basics
package import Store

/// A notice in the program: something happened that somebody should know. It holds ids and numbers, no names and no text, for its page
/// says it in the reader's language.
package struct Notice: Sendable, Hashable {
    /// What happened.
    package enum Kind: String, Sendable, Hashable, CaseIterable, SQLBindable {
        /// An import is through; the number is that of its rows.
        case importDone
        /// An import held rows back; the number tells how many.
        case rowsHeldBack
        /// Rows held back were removed because nobody settled them in time.
        case rowsExpired
        /// An invitation ran out unused.
        case invitationExpired
        /// The reader's password was changed.
        case passwordChanged
        /// The reader's second factor was removed by an administrator.
        case secondFactorRemoved
        /// Treaty status was imported; the number is that of the changes.
        case treatyStatusImported
        /// A job failed and will be tried again.
        case jobFailed
        /// Something in the work of a context; `matter` says what, and the context has the words.
        case matter
    }

    /// Who gets it.
    package enum Reader: Sendable, Hashable {
        case account(ID<Account>)
        /// Everybody on the node who may do this.
        case deed(Deed)
        /// Everybody of an organisation who may do this there.
        case organisation(ID<Organisation>, Deed)
    }

    package let id: ID<Notice>
    package let at: Instant
    package let kind: Kind
    /// The 16 bytes of the id of the thing it is about.
    package let subject: [UInt8]?
    package let amount: Int?
    package let isRead: Bool
    /// What happened, as the context that posted it calls it: `clock.late`. Only with the kind `matter`.
    package let matter: String?
    /// The 16 bytes of the id of the file in which it happened, also where the notice leads to something in it or nowhere.
    package let about: [UInt8]?
    /// What the reader knows it by, where that is not the code of the file: that of a referral.
    package let code: String?
    /// How many older ones say the same of the same thing.
    package internal(set) var before = 0

    /// Leaves a notice in the transaction of what happened.
    /// - Parameter until: after this moment it is of no use any more and is removed; at the latest after a year.
    package static func post(
        _ kind: Kind, to reader: Reader, subject: [UInt8]? = nil, amount: Int? = nil, until: Instant? = nil, at now: Instant,
        in tx: any Transaction
    ) throws {
        try post(kind, nil, to: reader, subject: subject, about: nil, code: nil, amount: amount, until: until, at: now, in: tx)
    }

    /// Leaves a notice whose words a context has.
    /// - Parameters:
    ///   - matter: what happened, a code of that context.
    ///   - subject: what its link is made from; `nil` gives no link.
    ///   - about: the file in which it happened; the subject unless said otherwise.
    ///   - code: what the reader knows it by, where that is not the code of the file.
    ///   - hidden: people of the organisation who must not learn of it.
    package static func post(
        matter: String, to reader: Reader, subject: [UInt8]?, about: [UInt8]? = nil, code: String? = nil, amount: Int? = nil,
        until: Instant? = nil, keptFrom hidden: [ID<Account>] = [], at now: Instant, in tx: any Transaction
    ) throws {
        let id = try post(
            .matter, matter, to: reader, subject: subject, about: about ?? subject, code: code, amount: amount, until: until, at: now,
            in: tx)
        for account in hidden { try tx.run("INSERT INTO notice_kept_from (notice_id, account_id) VALUES (\(id), \(account))") }
    }

    /// Takes away, from everybody, what asked for something that is done: nobody is asked for it any more.
    /// - Parameters:
    ///   - matters: what happened then, codes of the context that posted it.
    ///   - file: the 16 bytes of what it is about.
    ///   - subject: only those that lead to this.
    ///   - organisation: only those that it, or its people, have got.
    package static func settle(
        _ matters: [String], about file: [UInt8], subject: [UInt8]? = nil, of organisation: ID<Organisation>? = nil,
        in tx: any Transaction
    ) throws {
        let leading: SQL = subject.map { "AND n.subject_id = \($0)" } ?? .none
        let whose: SQL = organisation.map { "AND \(sql: Withdrawn.organisation($0).sql)" } ?? .none
        let ids = try tx.rows(
            "SELECT n.id FROM notice n WHERE n.about_id = \(file) AND n.matter IN \(list: matters) \(sql: leading) \(sql: whose)"
        ) {
            try $0.id(0, of: Notice.self)
        }
        guard !ids.isEmpty else { return }
        try remove("SELECT id FROM notice WHERE id IN \(list: ids)", in: tx)
    }

    /// Takes back every notice about a thing, and about what lies in it, that one account, or everybody of an organisation, has got: they
    /// may not know of it any more. What leads nowhere stays: it says that they may not.
    package static func takeBack(about subject: [UInt8], from reader: Withdrawn, in tx: any Transaction) throws {
        let concerned: SQL = "(n.subject_id = \(subject) OR (n.about_id = \(subject) AND n.subject_id IS NOT NULL))"
        try remove("SELECT n.id FROM notice n WHERE \(sql: reader.sql) AND \(sql: concerned)", in: tx)
        guard case .account(let id) = reader else { return }
        // What went to the whole organisation stays for the others.
        try tx.run(
            """
            INSERT INTO notice_kept_from (notice_id, account_id)
            SELECT n.id, a.id FROM account a JOIN notice n ON n.organisation_id = a.organisation_id
            WHERE a.id = \(id) AND \(sql: concerned) ON CONFLICT (notice_id, account_id) DO NOTHING
            """
        )
    }

    private static func remove(_ which: SQL, in tx: any Transaction) throws {
        try tx.run("DELETE FROM notice_read WHERE notice_id IN (\(sql: which))")
        try tx.run("DELETE FROM notice_kept_from WHERE notice_id IN (\(sql: which))")
        try tx.run("DELETE FROM notice WHERE id IN (\(sql: which))")
    }

    /// From whom notices are taken back.
    package enum Withdrawn: Sendable, Hashable {
        case account(ID<Account>)
        case organisation(ID<Organisation>)

        /// The notices `n` that they have got.
        fileprivate var sql: SQL {
            switch self {
            case .account(let id): "n.account_id = \(id)"
            case .organisation(let id):
                "(n.organisation_id = \(id) OR n.account_id IN (SELECT id FROM account WHERE organisation_id = \(id)))"
            }
        }
    }

    @discardableResult
    private static func post(
        _ kind: Kind, _ matter: String?, to reader: Reader, subject: [UInt8]?, about: [UInt8]?, code: String?, amount: Int?,
        until: Instant?, at now: Instant, in tx: any Transaction
    ) throws -> ID<Notice> {
        let id = ID<Notice>.new(at: now)
        let (account, deed, organisation): (ID<Account>?, String?, ID<Organisation>?) =
            switch reader {
            case .account(let id): (id, nil, nil)
            case .deed(let deed): (nil, deed.rawValue, nil)
            case .organisation(let id, let deed): (nil, deed.rawValue, id)
            }
        try tx.run(
            """
            INSERT INTO notice (id, at, kind, account_id, deed, subject_id, amount, until, organisation_id, matter, about_id, code)
            VALUES (\(id), \(now), \(kind), \(account), \(deed), \(subject), \(amount), \(until ?? now + .days(365)),
                \(organisation), \(matter), \(about), \(code))
            """
        )
        return id
    }
}
