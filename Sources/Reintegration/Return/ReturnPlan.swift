import Access
import Basics
import Protection
import Store

/// The return that is planned, or was made, in a case file: coded.
struct ReturnPlan: Sendable, Hashable {
    let id: ID<ReturnPlan>
    let file: ID<CaseFile>
    let kind: ReturnKind
    let stage: ReturnStage
    /// ISO alpha-3.
    let destination: String
    /// How many serious risks the newest assessment leaves unresolved; `nil` before the first.
    let seriousRisks: Int?
    let partner: ID<Organisation>?
    let partnerName: String?
    let agreement: ReturnAgreement?
    let basis: ReturnGrounds.Basis?
    let consent: ID<Consent>?
    let override: String?
    let share: ID<CaseShare>?
    let travelOn: Day?
    let arriveBy: Day?
    let escort: Escort?
    let documents: TravelDocument?
    let arrivedOn: Day?
    let stopReason: StopReason?
    let openedAt: Instant
    let version: Int

    /// Whether the person, or the guardian, wanted it: what an authority overrode is never called voluntary.
    var isVoluntary: Bool { basis == .ownConsent || basis == .guardian }
}

extension ReturnPlan {
    static let columns: SQL = """
        p.id, p.case_id, p.kind, p.stage, p.destination, p.serious_risks, p.partner_id, o.name, p.agreement, p.basis, p.consent_id,
        p.override_code, p.share_id, p.travel_on, p.arrive_by, p.escort, p.documents, p.arrived_on, p.stop_reason, p.opened_at, p.version
        """
    static let columnCount = 21
    static let source: SQL = "return_plan p LEFT JOIN organisation o ON o.id = p.partner_id"

    init(_ row: borrowing Row) throws {
        id = try row.id(0, of: ReturnPlan.self)
        file = try row.id(1, of: CaseFile.self)
        kind = try row.choice(2, as: ReturnKind.self)
        stage = try row.choice(3, as: ReturnStage.self)
        destination = row.text(4)
        seriousRisks = row.optionalInt(5)
        partner = try row.optionalID(6, of: Organisation.self)
        partnerName = row.optionalText(7)
        agreement = try row.optionalChoice(8, as: ReturnAgreement.self)
        basis = try row.optionalChoice(9, as: ReturnGrounds.Basis.self)
        consent = try row.optionalID(10, of: Consent.self)
        override = row.optionalText(11)
        share = try row.optionalID(12, of: CaseShare.self)
        travelOn = try row.optionalDay(13)
        arriveBy = try row.optionalDay(14)
        escort = try row.optionalChoice(15, as: Escort.self)
        documents = try row.optionalChoice(16, as: TravelDocument.self)
        arrivedOn = try row.optionalDay(17)
        stopReason = try row.optionalChoice(18, as: StopReason.self)
        openedAt = row.instant(19)
        version = row.int(20)
    }

    /// The newest plan of a file, whatever its stage.
    static func newest(in file: ID<CaseFile>, tx: any Transaction) throws -> ReturnPlan? {
        try tx.row(
            "SELECT \(sql: columns) FROM \(sql: source) WHERE p.case_id = \(file) ORDER BY p.opened_at DESC, p.id DESC LIMIT 1"
        ) { try ReturnPlan($0) }
    }

    /// All plans of a file, newest first.
    static func all(in file: ID<CaseFile>, tx: any Transaction) throws -> [ReturnPlan] {
        try tx.rows("SELECT \(sql: columns) FROM \(sql: source) WHERE p.case_id = \(file) ORDER BY p.opened_at DESC, p.id DESC") {
            try ReturnPlan($0)
        }
    }

    /// The plan that somebody looked at, which must still be under way.
    static func underWay(in file: ID<CaseFile>, tx: any Transaction) throws -> ReturnPlan {
        guard let plan = try newest(in: file, tx: tx) else { throw ReturnRefused.noPlan }
        guard plan.stage != .arrived else { throw ReturnRefused.notAfterArrival }
        guard !plan.stage.isOver else { throw ReturnRefused.notNow }
        return plan
    }
}
