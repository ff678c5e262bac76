import Access
import Basics
import Protection
import Vocabulary

// What happens, what is due and what people are told of, in this room.

extension CaseEvent.Kind {
    private static func homeward(
        _ code: String, _ en: String, _ fr: String, detail: @escaping @Sendable (String, CountryProfile) -> Word? = { _, _ in nil }
    ) -> CaseEvent.Kind {
        CaseEvent.Kind(code, Word(work: en, fr: fr), part: .homeward, detail: detail)
    }
    private static func legal(
        _ code: String, _ en: String, _ fr: String, detail: @escaping @Sendable (String, CountryProfile) -> Word? = { _, _ in nil }
    ) -> CaseEvent.Kind {
        CaseEvent.Kind(code, Word(work: en, fr: fr), part: .legal, detail: detail)
    }

    static let returnBegun = homeward("return.begun", "A return is considered", "Un retour est envisagé")
    static let optionWeighed = homeward("return.option", "A way was weighed", "Une voie a été pesée")
    static let risksAssessed = homeward("return.risk", "Risks of the return assessed", "Risques du retour évalués")
    static let seriousRiskFound = homeward("return.serious-risk", "A serious risk was found", "Un risque grave a été trouvé")
    static let refoulementChecked = homeward("return.refoulement", "Non-refoulement checked", "Non-refoulement examiné")
    static let partnerChosen = homeward("return.partner", "Receiving partner named", "Partenaire d’accueil désigné")
    static let returnAssessed = homeward("return.assessed", "Options and risks assessed", "Options et risques évalués")
    static let returnAgreed = homeward("return.agreed", "Return authorised", "Retour autorisé")
    static let travelPlanned = homeward("return.travel", "Journey recorded", "Voyage noté")
    static let departed = homeward("return.departed", "Set out", "Départ")
    static let arrived = homeward("return.arrived", "Arrival confirmed", "Arrivée confirmée")
    static let arrivalLate = homeward("return.arrival-late", "No arrival confirmed in time", "Aucune arrivée confirmée à temps")
    static let returnStopped = homeward("return.stopped", "Return stopped", "Retour arrêté") { code, _ in StopReason(rawValue: code)?.word }
    static let removed = CaseEvent.Kind(
        "removal.recorded", Word(work: "Removed against assessment", fr: "Éloigné contre l’évaluation"), part: .homeward,
        milestone: .removalAgainstAssessment
    ) { code, profile in
        code == Removal.noGround ? .noGroundGiven : profile.overrideOfReturn(code)?.text
    }
    static let monitoringBegun = homeward("monitoring.begun", "Followed from here on", "Suivi à partir d’ici") { code, _ in
        MonitoringCourse.Kind(rawValue: code)?.word
    }
    static let monitoringEnded = homeward("monitoring.ended", "Followed no longer", "Suivi terminé") { code, _ in
        StopReason(rawValue: code)?.word
    }
    static let reported = homeward("monitoring.reported", "Report on how the person fares", "Rapport sur la situation de la personne") {
        code, _ in
        code == "late" ? .wasLate : nil
    }
    static let reportLate = homeward("monitoring.late", "A report is late", "Un rapport est en retard")
    static let danger = homeward("monitoring.danger", "In danger after arrival", "En danger après l’arrivée")
    static let worse = homeward("monitoring.worse", "Faring worse than before", "Situation dégradée")
    static let referredAgain = homeward(
        "monitoring.referred-again", "Referred again in a new file", "Nouveau signalement dans un autre dossier")
    static let claimAdded = legal("claim.added", "Claim prepared", "Demande préparée") { code, _ in ClaimKind(rawValue: code)?.word }
    static let claimChanged = legal("claim.changed", "Claim corrected", "Demande corrigée")
    static let claimMoved = legal("claim.moved", "Claim", "Demande") { code, _ in ClaimStage(rawValue: code)?.word }
    static let hearingSet = legal("claim.hearing", "Hearing recorded", "Audience notée")
    static let wagesWorkedOut = legal("claim.wages", "Unpaid wages worked out", "Salaires impayés calculés")
}

extension ClockKind {
    static let arrival = ClockKind(
        "return.arrival", Word(work: "Arrival to be confirmed", fr: "Arrivée à confirmer"),
        atEnd: Word(
            work: "The partner confirms the arrival; otherwise those who sent the person are alarmed.",
            fr: "Le partenaire confirme l’arrivée ; sinon ceux qui ont envoyé la personne sont alertés."),
        part: .homeward, duty: .answerReferrals,
        whenDue: { clock, tx, now in try Monitoring.late(.arrivalMissing, .arrivalLate, clock, at: now, tx: tx) })

    static let report = ClockKind(
        "monitoring.report", Word(work: "Report on how the person fares", fr: "Rapport sur la situation de la personne"),
        atEnd: Word(
            work: "The report is written; otherwise partner, worker and supervisor are alarmed.",
            fr: "Le rapport est rédigé ; sinon partenaire, intervenant et responsable sont alertés."),
        part: .homeward, duty: .answerReferrals, warnDays: { $0.monitoring.reportDueDays },
        whenDue: { clock, tx, now in try Monitoring.late(.reportMissing, .reportLate, clock, at: now, tx: tx) })

    static let claimLimit = ClockKind(
        "claim.limit", Word(work: "Last day to file a claim", fr: "Dernier jour pour déposer une demande"),
        atEnd: Word(work: "After this day the claim may be lost.", fr: "Après ce jour, la demande peut être perdue."), part: .legal,
        warnDays: { $0.warnings.claimLimit.first }, laterWarnings: { Array($0.warnings.claimLimit.dropFirst()) })

    static let hearing = ClockKind(
        "claim.hearing", Word(work: "Hearing", fr: "Audience"),
        atEnd: Word(
            work: "Somebody goes with the person, and what was heard is recorded.",
            fr: "Quelqu’un accompagne la personne, et ce qui a été entendu est noté."), part: .legal, isPeriod: true,
        warnDays: { $0.warnings.claimHearing })
}

extension CaseMatter {
    static let returnShared = CaseMatter(
        "return.shared", Word(work: "A return was opened to your organisation.", fr: "Un retour a été ouvert à votre organisation."),
        at: { ID<CaseFile>(bytes: $0).map { ReintegrationAddress.plan($0) } })
    static let returnStopped = CaseMatter(
        "return.stopped", Word(work: "A return was stopped. Nobody travels.", fr: "Un retour a été arrêté. Personne ne part."))
    static let arrivalConfirmed = CaseMatter(
        "return.arrived", Word(work: "A partner confirmed an arrival.", fr: "Un partenaire a confirmé une arrivée."))
    static let arrivalMissing = CaseMatter(
        "return.arrival-missing",
        Word(
            work: "Nobody confirmed the arrival of a person who set out. Call the partner now.",
            fr: "Personne n’a confirmé l’arrivée d’une personne partie. Appelez le partenaire maintenant."))
    static let removed = CaseMatter(
        "removal.recorded",
        Word(work: "A person was removed against the assessment.", fr: "Une personne a été éloignée contre l’évaluation."))
    static let removalCounted = CaseMatter(
        "removal.counted",
        Word(
            work: "A removal against assessment was recorded on this node. It is counted among the figures, without an identity.",
            fr: "Un éloignement contre l’évaluation a été noté sur ce nœud. Il compte dans les chiffres, sans identité."),
        at: { _ in nil })
    static let reportMissing = CaseMatter(
        "monitoring.late",
        Word(work: "A report on how somebody fares is late.", fr: "Un rapport sur la situation d’une personne est en retard."))
    static let danger = CaseMatter(
        "monitoring.danger",
        Word(
            work: "A report says that somebody is in danger. Read it now.",
            fr: "Un rapport dit qu’une personne est en danger. Lisez-le maintenant."))
    static let worse = CaseMatter(
        "monitoring.worse", Word(work: "A report says that somebody fares worse.", fr: "Un rapport dit qu’une personne va moins bien."))
}
