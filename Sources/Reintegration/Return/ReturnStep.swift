import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// A step of preparing a return, as it stands in addresses.
enum ReturnStep: String, CaseIterable, Sendable, Hashable {
    case stay
    case thirdCountry = "third-country"
    case home
    case risk, refoulement, partner
    case conclusion, agreement, sharing, travel, departure, arrival, withdrawal, stop

    /// What somebody must be able to do to take it.
    var deed: Deed {
        switch self {
        case .agreement: .authoriseReturn
        case .sharing: .shareCase
        case .arrival: .monitorReintegration
        default: .planReturn
        }
    }

    var title: Word {
        switch self {
        case .stay: ReturnOption.stay.word
        case .thirdCountry: ReturnOption.thirdCountry.word
        case .home: ReturnOption.homeCountry.word
        case .risk: .assessRisks
        case .refoulement: .checkRefoulement
        case .partner: .choosePartner
        case .conclusion: .concludeAssessment
        case .agreement: .authorise
        case .sharing: .openToPartner
        case .travel: .planJourney
        case .departure: .depart
        case .arrival: .confirmArrival
        case .withdrawal: .personWithdraws
        case .stop: .stopPlan
        }
    }

    /// What follows from it.
    var consequence: Word? {
        switch self {
        case .stay, .thirdCountry, .home: nil
        case .risk: .riskLead
        case .refoulement: .refoulementLead
        case .partner: .partnerLead
        case .conclusion: .concludeLead
        case .agreement: .authoriseLead
        case .sharing: .shareLead
        case .travel: .journeyLead
        case .departure: .departLead
        case .arrival: .arrivalLead
        case .withdrawal: .withdrawLead
        case .stop: .stopLead
        }
    }

    var isDanger: Bool { self == .stop || self == .withdrawal }

    var option: ReturnOption? {
        switch self {
        case .stay: .stay
        case .thirdCountry: .thirdCountry
        case .home: .homeCountry
        default: nil
        }
    }

    /// The steps that a plan at a stage has room for, in the order to offer them in.
    static func open(at stage: ReturnStage) -> [ReturnStep] {
        switch stage {
        case .considering: [.risk, .refoulement, .partner, .conclusion, .withdrawal, .stop]
        case .assessed: [.risk, .refoulement, .partner, .agreement, .sharing, .withdrawal, .stop]
        case .agreed: [.sharing, .travel, .departure, .risk, .refoulement, .withdrawal, .stop]
        case .travelling: [.arrival, .risk, .withdrawal, .stop]
        case .arrived, .stopped, .removed: []
        }
    }
}

/// What a step needs to be shown.
struct ReturnStepForm: Sendable {
    let step: ReturnStep
    let view: CaseView
    let plan: ReturnPlan
    let partners: [OrganisationChoice]
    let language: Language
    let before: RiskAssessment?

    var form: AssessmentForm? { view.profile.assessment("return_risk") }

    func page(_ filled: Filled) -> StepPage {
        StepPage(
            summary: view.summary, title: step.title, above: Crumb(.returnOfPerson, ReintegrationAddress.plan(view.summary.id)),
            address: ReintegrationAddress.step(view.summary.id, step), version: plan.version,
            consequences: step.consequence.map { [$0] } ?? [], submit: step.option == nil ? step.title : .saveChange,
            isDanger: step.isDanger, filled: filled, controls: { html, filled in controls(&html, filled) }
        )
    }

    private func controls(_ html: inout Markup, _ filled: Filled) {
        switch step {
        case .stay, .thirdCountry, .home:
            html.field(ReturnFields.wish, filled)
            html.field(ReturnFields.pro, filled)
            html.field(ReturnFields.con, filled)
            html.field(ReturnFields.ownView, filled)
        case .risk:
            for question in form?.questions ?? [] { html.field(ReturnFields.score(question), filled) }
            html.field(ReturnFields.riskNote, filled)
            if before != nil { html.field(ReturnFields.mitigation, filled) }
        case .refoulement:
            html.field(ReturnFields.checkedOn, filled)
            html.field(ReturnFields.checker, filled)
            html.field(ReturnFields.grounds, filled)
            html.field(ReturnFields.result, filled)
            html.field(ReturnFields.note, filled)
        case .partner:
            html.field(ReturnFields.partner(partners), filled)
            html.field(ReturnFields.agreement, filled)
            html.field(ReturnFields.agreementNote, filled)
        case .agreement: html.field(ReturnFields.override(view.profile), filled)
        case .sharing: html.field(ReturnFields.identity, filled)
        case .travel:
            html.field(ReturnFields.travelOn, filled)
            html.field(ReturnFields.arriveBy, filled)
            html.field(ReturnFields.escort, filled)
            html.field(ReturnFields.documents, filled)
            html.field(ReturnFields.itinerary, filled)
        case .arrival: html.field(ReturnFields.arrivedOn, filled)
        case .stop: html.field(ReturnFields.stopReason, filled)
        case .conclusion, .departure, .withdrawal: break
        }
    }

    /// Reads the answers; what comes back does the step.
    func read(_ reading: inout FormReading, version: Int, returns: Returns, by actor: Actor) -> (@Sendable () async throws -> Void)? {
        let file = view.summary.id
        switch step {
        case .stay, .thirdCountry, .home:
            let wish = reading.read(ReturnFields.wish)
            let (pro, con) = (reading.read(ReturnFields.pro), reading.read(ReturnFields.con))
            let own = reading.read(ReturnFields.ownView)
            guard let option = step.option, let wish else { return nil }
            let draft = Returns.OptionDraft(option: option, wish: wish, pro: pro, con: con, ownView: own)
            return { try await returns.weigh(draft, in: file, version: version, by: actor) }
        case .risk:
            var scores: [String: Int] = [:]
            for question in form?.questions ?? [] { scores[question.code] = reading.read(ReturnFields.score(question)) }
            let (note, mitigation) = (reading.read(ReturnFields.riskNote), reading.read(ReturnFields.mitigation))
            let given = scores
            return { try await returns.assess(given, note: note, mitigation: mitigation, in: file, version: version, by: actor) }
        case .refoulement:
            let (day, checker) = (reading.read(ReturnFields.checkedOn), reading.read(ReturnFields.checker))
            let (grounds, result) = (reading.read(ReturnFields.grounds), reading.read(ReturnFields.result))
            let note = reading.read(ReturnFields.note)
            guard let day, let checker, let grounds, let result else { return nil }
            let draft = Returns.CheckDraft(day: day, checker: checker, grounds: grounds, result: result, note: note)
            return { try await returns.check(draft, in: file, version: version, by: actor) }
        case .partner:
            let (partner, agreement) = (reading.read(ReturnFields.partner(partners)), reading.read(ReturnFields.agreement))
            let note = reading.read(ReturnFields.agreementNote)
            guard let partner, let agreement else { return nil }
            return { try await returns.choosePartner(partner, agreement, note: note, in: file, version: version, by: actor) }
        case .conclusion: return { try await returns.conclude(in: file, version: version, by: actor) }
        case .agreement:
            let override = reading.read(ReturnFields.override(view.profile))
            return { try await returns.agree(override: override, in: file, version: version, by: actor) }
        case .sharing:
            let identity = reading.read(ReturnFields.identity) ?? false
            return { try await returns.share(identity: identity, in: file, version: version, by: actor) }
        case .travel: return readTravel(&reading, version: version, returns: returns, by: actor)
        case .departure: return { try await returns.depart(in: file, version: version, by: actor) }
        case .arrival:
            guard let day = reading.read(ReturnFields.arrivedOn) else { return nil }
            return { try await returns.confirmArrival(on: day, in: file, version: version, by: actor) }
        case .withdrawal: return { try await returns.withdraw(in: file, version: version, by: actor) }
        case .stop:
            guard let reason = reading.read(ReturnFields.stopReason) else { return nil }
            return { try await returns.stop(reason, in: file, version: version, by: actor) }
        }
    }

    private func readTravel(
        _ reading: inout FormReading, version: Int, returns: Returns, by actor: Actor
    ) -> (@Sendable () async throws -> Void)? {
        let file = view.summary.id
        let (travelOn, arriveBy) = (reading.read(ReturnFields.travelOn), reading.read(ReturnFields.arriveBy))
        let (escort, documents) = (reading.read(ReturnFields.escort), reading.read(ReturnFields.documents))
        let itinerary = reading.read(ReturnFields.itinerary)
        guard let travelOn, let arriveBy, let escort, let documents else { return nil }
        let draft = Returns.TravelDraft(
            travelOn: travelOn, arriveBy: arriveBy, escort: escort, documents: documents, itinerary: itinerary)
        return { try await returns.planTravel(draft, in: file, version: version, by: actor) }
    }
}
