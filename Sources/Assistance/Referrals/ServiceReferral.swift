import Access
import Basics
import Protection
import Store
import Vocabulary

/// A referral of a person to one service, sent to the queue of the organisation that offers it. Until it is accepted the organisation
/// sees what is coded and no more; accepting opens what was chosen, and the end closes it.
struct ServiceReferral: Sendable {
    let id: ID<ServiceReferral>
    /// By which both sides speak of it; tells nothing of the file.
    let code: String
    let file: ID<CaseFile>
    let service: ID<AssistanceService>
    let serviceName: String
    let serviceKind: String
    let from: ID<Organisation>
    let to: ID<Organisation>
    let sentBy: ID<Account>
    let urgency: Urgency
    let parts: Set<CasePart>
    let hidden: HiddenFields
    let ground: DisclosureGround.Kind
    let groundCode: String?
    let consent: ID<Consent>?
    let stage: Stage
    let sentAt: Instant
    let acceptBy: Instant
    let answeredAt: Instant?
    let startedAt: Instant?
    let endedAt: Instant?
    let lateAt: Instant?
    let declineReason: String?
    let outcome: Outcome?
    let satisfaction: Satisfaction?
    let cost: Int?
    let currency: String?
    let share: ID<CaseShare>?
    let version: Int

    /// The stages of a referral. None is skipped, and the last four end it.
    enum Stage: String, CaseIterable, Sendable, SQLBindable {
        case sent, accepted, started, completed, declined, withdrawn, expired

        /// What may come next.
        var next: Set<Stage> {
            switch self {
            case .sent: [.accepted, .declined, .withdrawn, .expired]
            case .accepted: [.started, .withdrawn]
            case .started: [.completed, .withdrawn]
            case .completed, .declined, .withdrawn, .expired: []
            }
        }

        var isOpen: Bool { !next.isEmpty }
        /// Whether the recipient sees what was shared.
        var isShared: Bool { self == .accepted || self == .started }
    }

    enum Outcome: String, CaseIterable, Sendable, SQLBindable {
        case met, partly
        case notMet = "not_met"
        case personLeft = "person_left"
        case referredOn = "referred_on"
    }

    enum Satisfaction: String, CaseIterable, Sendable, SQLBindable {
        case satisfied, partly
        case notSatisfied = "not_satisfied"
        case notAsked = "not_asked"
    }
}

extension ServiceReferral: Held {
    /// Its sender has it; its recipient too, as long as it was neither declined nor taken back nor its consent withdrawn.
    static func holding(of id: ID<ServiceReferral>, in tx: any Transaction) throws -> Holding? {
        guard let referral = try find(id, in: tx) else { return nil }
        let isGone = [Stage.declined, .withdrawn, .expired].contains(referral.stage)
        let isShown = try !isGone && !tx.exists("SELECT 1 FROM service_referral r WHERE r.id = \(id) AND \(sql: hasEnded)")
        let barred = try CaseFile.holding(of: referral.file, in: tx)?.barred ?? .nobody
        return Holding(organisation: referral.from, sharedWith: isShown ? [referral.to] : [], barred: barred)
    }
}
