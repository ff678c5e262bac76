import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension ClockKind {
    /// How long an organisation has to answer. When it runs out the sender's worker and supervisor are told.
    static let acceptBy = ClockKind(
        "service.accept-by", Word(work: "Answer to a referral", fr: "Réponse à une orientation"),
        atEnd: Word(
            work: "If nobody answered: the worker and the supervisor are told. Refer elsewhere.",
            fr: "Sans réponse : l’intervenant et le responsable sont prévenus. Orientez ailleurs."),
        part: .services, warnDays: { _ in nil },
        whenDue: { clock, tx, now in
            guard let id = clock.subject.flatMap({ ID<ServiceReferral>(bytes: $0) }) else { return }
            try tx.run("UPDATE service_referral SET late_at = \(now) WHERE id = \(id) AND stage = 'sent' AND late_at IS NULL")
            try CaseEvent.write(.serviceLate, in: clock.file, by: nil, subject: id.bytes, at: now, tx: tx)
        })
}

extension CaseEvent.Kind {
    private static func service(_ code: String, _ word: Word) -> CaseEvent.Kind {
        CaseEvent.Kind(code, word, part: .services) { code, profile in profile.service(code)?.name }
    }
    static let serviceSent = service("service.sent", Word(work: "Referred to a service", fr: "Orienté vers un service"))
    static let serviceAccepted = service("service.accepted", Word(work: "A service accepted", fr: "Un service a accepté"))
    static let serviceDeclined = service("service.declined", Word(work: "A service declined", fr: "Un service a décliné"))
    static let serviceStarted = service("service.started", Word(work: "A service began", fr: "Un service a commencé"))
    static let serviceCompleted = service("service.completed", Word(work: "A service ended", fr: "Un service s’est terminé"))
    static let serviceWithdrawn = service("service.withdrawn", Word(work: "A referral was taken back", fr: "Une orientation a été retirée"))
    static let serviceExpired = service(
        "service.expired", Word(work: "A referral ran out unanswered", fr: "Une orientation a expiré sans réponse"))
    static let serviceLate = CaseEvent.Kind(
        "service.late", Word(work: "A referral was not answered in time", fr: "Une orientation est restée sans réponse à temps"),
        part: .services)
    static let consentRanOut = CaseEvent.Kind(
        "consent.ran-out",
        Word(work: "Consent ran out: what rested on it was closed", fr: "Consentement expiré : ce qui en dépendait est fermé"))
    static let stayed = CaseEvent.Kind("stay.began", Word(work: "A place to stay", fr: "Un hébergement"), part: .services)
    static let stayMoved = CaseEvent.Kind(
        "stay.moved", Word(work: "Moved to another place", fr: "Changement d’hébergement"), part: .services)
    static let stayEnded = CaseEvent.Kind("stay.ended", Word(work: "A stay ended", fr: "Fin d’un hébergement"), part: .services)
    static let interpreterAssigned = CaseEvent.Kind(
        "interpreter.assigned", Word(work: "An interpreter was assigned", fr: "Un interprète a été désigné"))
    static let packageMade = CaseEvent.Kind(
        "package.made", Word(work: "A sealed package was made", fr: "Un pli scellé a été préparé"), part: .services)
    static let packageOpened = CaseEvent.Kind(
        "package.opened", Word(work: "A sealed package was opened", fr: "Un pli scellé a été ouvert"), part: .services)
    static let packageDestroyed = CaseEvent.Kind(
        "package.destroyed", Word(work: "A sealed package was destroyed unopened", fr: "Un pli scellé a été détruit sans être ouvert"),
        part: .services)
}

extension CaseMatter {
    private static let toReferral: @Sendable ([UInt8]) -> (any Address)? = { bytes in
        ID<ServiceReferral>(bytes: bytes).map { AssistanceAddress.referral($0) }
    }
    static let serviceReferral = CaseMatter(
        "service.referral",
        Word(work: "A referral to your service waits for an answer.", fr: "Une orientation vers votre service attend une réponse."),
        at: toReferral)
    static let serviceAnswered = CaseMatter(
        "service.answered",
        Word(work: "A service answered or reported on a referral.", fr: "Un service a répondu à une orientation ou en a rendu compte."),
        at: toReferral)
    static let serviceMessage = CaseMatter(
        "service.message", Word(work: "There is a message about a referral.", fr: "Il y a un message sur une orientation."), at: toReferral)
    static let serviceTakenBack = CaseMatter(
        "service.taken-back",
        Word(
            work: "A referral to your service was taken back. What was shared with it is closed.",
            fr: "Une orientation vers votre service a été retirée. Ce qui était partagé est fermé.")
    ) { _ in nil }
    static let serviceExpired = CaseMatter(
        "service.expired",
        Word(work: "A referral ran out unanswered. Refer elsewhere.", fr: "Une orientation a expiré sans réponse. Orientez ailleurs."))
    static let verifyService = CaseMatter(
        "service.verify",
        Word(
            work: "A service of yours in the directory was not verified for half a year. See whether it is still right.",
            fr: "Un de vos services dans l’annuaire n’a pas été vérifié depuis six mois. Voyez s’il est encore exact.")
    ) { bytes in ID<AssistanceService>(bytes: bytes).map { AssistanceAddress.service($0) } }
    static let consentRanOut = CaseMatter(
        "consent.ran-out",
        Word(
            work: "A consent ran out: a file that was shared with your organisation is closed to it.",
            fr: "Un consentement a expiré : un dossier partagé avec votre organisation lui est fermé.")
    ) { _ in nil }
    static let askAgain = CaseMatter(
        "consent.ask-again",
        Word(
            work: "A consent ran out. Ask the person again, if they still need what rested on it.",
            fr: "Un consentement a expiré. Redemandez à la personne, si elle a encore besoin de ce qui en dépendait."))
}
