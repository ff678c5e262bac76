package import Access
package import Basics
package import Protection
package import Store
import Web

/// What a first responder sent: that somebody may be a victim. The file of the person came into being with it.
package enum Referral {}

extension Referral: Held {
    /// The organisation that raised it follows it, whoever keeps the file later; nobody who is barred from the file.
    package static func holding(of id: ID<Referral>, in tx: any Transaction) throws -> Holding? {
        let found = try tx.row("SELECT organisation_id, raised_by, case_id FROM referral WHERE id = \(id)") {
            (try $0.id(0, of: Organisation.self), try $0.id(1, of: Account.self), try $0.id(2, of: CaseFile.self))
        }
        guard let (organisation, raiser, file) = found else { return nil }
        return Holding(organisation: organisation, owner: raiser, barred: try Barred.from(file, in: tx))
    }
}

/// One referral as whoever raised it sees it: coded.
package struct RaisedReferral: Sendable {
    package let id: ID<Referral>
    package let setting: Setting
    package let answer: Consent.Answer?
    package let sentAt: Instant
    package let paperAt: Instant?
    package let raisedBy: String
    /// Who keeps the file now: it may have been handed over since.
    package let keeper: String
    package let file: CaseSummary
}

extension RaisedReferral {
    private static let columns: SQL = """
        \(sql: .caseSummary), r.id, r.setting, r.answer, r.sent_at, r.paper_at, a.display_name, k.name
        FROM referral r JOIN case_file c ON c.id = r.case_id JOIN account a ON a.id = r.raised_by
            JOIN organisation k ON k.id = c.organisation_id
        """

    private init(_ row: borrowing Row) throws {
        let next = SQL.caseSummaryCount
        file = try CaseSummary(row)
        id = try row.id(next, of: Referral.self)
        setting = try row.choice(next + 1, as: Setting.self)
        answer = try row.optionalChoice(next + 2, as: Consent.Answer.self)
        sentAt = row.instant(next + 3)
        paperAt = row.optionalInstant(next + 4)
        raisedBy = row.text(next + 5)
        keeper = row.text(next + 6)
    }

    static func find(_ id: ID<Referral>, in tx: any Transaction) throws -> RaisedReferral? {
        try tx.row("SELECT \(sql: columns) WHERE r.id = \(id)") { try RaisedReferral($0) }
    }

    /// The referral that came of a draft, for those of the organisation that sent it.
    static func sent(from draft: ID<Draft>, for actor: Actor, in tx: any Transaction) throws -> ID<Referral>? {
        try tx.row("SELECT id FROM referral WHERE draft_id = \(draft) AND organisation_id = \(actor.organisation)") {
            try $0.id(0, of: Referral.self)
        }
    }

    /// What a list of referrals is narrowed by.
    struct Narrowing: Sendable {
        var isOpen: Bool?
        var setting: Setting?
        var isMine = false
        var text: String?
    }

    /// What the actor's organisation raised, newest first.
    static func list(
        _ narrowing: Narrowing, after: (sent: Instant, id: ID<Referral>)?, limit: Int, for actor: Actor, in tx: any Transaction
    ) throws -> [RaisedReferral] {
        var all: [SQL] = ["r.organisation_id = \(actor.organisation)", .notBarred(actor)]
        if actor.scope(of: .raiseReferral) == .own || narrowing.isMine { all.append("r.raised_by = \(actor.account)") }
        if let isOpen = narrowing.isOpen { all.append(isOpen ? "c.closed_at IS NULL" : "c.closed_at IS NOT NULL") }
        if let setting = narrowing.setting { all.append("r.setting = \(setting)") }
        if let text = narrowing.text {
            if let code = CaseCode.read(text) {
                all.append("c.code = \(code)")
            } else {
                all.append("lower(c.label) LIKE \("%" + text.likePattern + "%") ESCAPE '!'")
            }
        }
        if let after { all.append("(r.sent_at, r.id) < (\(after.sent), \(after.id))") }
        return try tx.rows(
            """
            SELECT \(sql: columns) WHERE \(sql: .joined(all, separator: " AND ")) ORDER BY r.sent_at DESC, r.id DESC LIMIT \(limit)
            """
        ) { try RaisedReferral($0) }
    }
}

/// What Detection refuses.
package enum ReferralRefused: Refusal {
    case incomplete, noChildAuthority, notAskedAgain, nothingToAdd

    package var code: String {
        switch self {
        case .incomplete: "referral.incomplete"
        case .noChildAuthority: "referral.no-child-authority"
        case .notAskedAgain: "referral.not-asked-again"
        case .nothingToAdd: "referral.nothing-to-add"
        }
    }

    package var message: String {
        switch self {
        case .incomplete: "Something is still missing. Go back to the page that is named and fill it in."
        case .noChildAuthority:
            "No authority that protects children is named on this node, and the person is, or may be, a child. Call the child-protection desk now, and ask the administrator to name the authority under “Competent authorities”."
        case .notAskedAgain: "This person has answered already. Look at the referral again."
        case .nothingToAdd: "Write something, or answer a question, before you send."
        }
    }

    package var kind: RefusalKind { self == .notAskedAgain ? .conflict : .invalid }
}
