import Access
import Basics
import Protection
import Store

/// How far a claim has come.
enum ClaimStage: String, CaseIterable, Sendable, Hashable, SQLBindable {
    case prepared, filed, heard, awarded, refused, appealed
    case paidInPart = "paid_in_part"
    case paid, withdrawn

    /// Whether nothing is to be waited for any more: it is paid, or was given up, or was refused and not appealed.
    var isOver: Bool { [.paid, .withdrawn, .refused].contains(self) }

    /// What may come next by a step that somebody takes. Payments move it on by themselves.
    var next: Set<ClaimStage> {
        switch self {
        case .prepared: [.filed, .withdrawn]
        case .filed: [.heard, .awarded, .refused, .withdrawn]
        case .heard: [.awarded, .refused, .withdrawn]
        case .awarded: [.appealed]
        case .refused: [.appealed]
        case .appealed: [.heard, .awarded, .refused, .withdrawn]
        case .paidInPart, .paid, .withdrawn: []
        }
    }

    var takesPayments: Bool { self == .awarded || self == .paidInPart }
}

/// Where it is claimed.
enum ClaimKind: String, CaseIterable, Sendable, Hashable, SQLBindable {
    case criminal, civil, administrative, labour, fund
}

/// A claim of a person: coded, with its texts opened for one page.
struct Claim: Sendable {
    let id: ID<Claim>
    let file: ID<CaseFile>
    let kind: ClaimKind
    let stage: ClaimStage
    /// ISO 4217. Amounts are its minor units, and never added to those of another.
    let currency: String
    let asked: Int?
    let awarded: Int?
    let paid: Int
    let legalAid: String?
    let limitOn: Day?
    let filedOn: Day?
    let decidedOn: Day?
    let version: Int
    let against: String?
    let court: String?
    let reference: String?
    let limitLaw: String?

    /// What was awarded and is not paid yet; `nil` while nothing is awarded.
    var outstanding: Int? { awarded.map { $0 - paid } }

    static let columns: SQL = """
        k.id, k.case_id, k.kind, k.stage, k.currency, k.asked, k.awarded, k.paid, o.name, k.limit_on, k.filed_on, k.decided_on, k.version,
        k.against, k.court, k.reference, k.limit_law
        """
    static let columnCount = 17
    static let source: SQL = "claim k LEFT JOIN organisation o ON o.id = k.legal_aid_id"

    init(_ row: borrowing Row, _ opener: Opener?) throws {
        id = try row.id(0, of: Claim.self)
        file = try row.id(1, of: CaseFile.self)
        kind = try row.choice(2, as: ClaimKind.self)
        stage = try row.choice(3, as: ClaimStage.self)
        currency = row.text(4)
        asked = row.optionalInt(5)
        awarded = row.optionalInt(6)
        paid = row.int(7)
        legalAid = row.optionalText(8)
        limitOn = try row.optionalDay(9)
        filedOn = try row.optionalDay(10)
        decidedOn = try row.optionalDay(11)
        version = row.int(12)
        against = try opener?.open(row, 13, "claim", id, "against")
        court = try opener?.open(row, 14, "claim", id, "court")
        reference = try opener?.open(row, 15, "claim", id, "reference")
        limitLaw = try opener?.open(row, 16, "claim", id, "limit_law")
    }

    static func find(_ id: ID<Claim>, in file: ID<CaseFile>, with opener: Opener? = nil, tx: any Transaction) throws -> Claim {
        let claim = try tx.row("SELECT \(sql: columns) FROM \(sql: source) WHERE k.id = \(id) AND k.case_id = \(file)") {
            try Claim($0, opener)
        }
        guard let claim else { throw ClaimRefused.notThere }
        return claim
    }

    static func all(in file: ID<CaseFile>, with opener: Opener? = nil, tx: any Transaction) throws -> [Claim] {
        try tx.rows("SELECT \(sql: columns) FROM \(sql: source) WHERE k.case_id = \(file) ORDER BY k.added_at DESC, k.id DESC") {
            try Claim($0, opener)
        }
    }
}

/// What is refused about a claim.
enum ClaimRefused: Refusal {
    case notThere, notNow, amountMissing, tooMuch, noPayments, inFuture, filedAlready, lawMissing, nothingDue

    var code: String { "claim." + "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) } }

    var message: String {
        switch self {
        case .notThere: "There is no such claim in this file."
        case .notNow: "This step can’t be taken at this stage of the claim. What can come next stands on its page."
        case .amountMissing: "An award needs its amount. Write what was awarded, in the currency of the claim."
        case .tooMuch: "More would be paid than was awarded. If interest was awarded too, record a higher award first."
        case .noPayments: "Nothing was awarded, or all is paid. Record the award first."
        case .inFuture: "This day has not come yet. Write the day on which it happened."
        case .filedAlready: "The claim is filed: what is asked stands with the court or fund. Ask there for a change."
        case .lawMissing: "Write the law that sets the limit, so that it can be checked."
        case .nothingDue: "By these periods nothing is due. Check the hours, the rate and what was paid."
        }
    }

    var kind: RefusalKind { self == .notThere ? .notFound : .invalid }
}
