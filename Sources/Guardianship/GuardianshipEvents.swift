import Basics
import Protection
import Store
import Vocabulary

extension CaseEvent.Kind {
    private static func about<Code: CodedAnswer>(_: Code.Type) -> @Sendable (String, CountryProfile) -> Word? {
        { code, _ in Code.word(code) }
    }

    static let ageDoubted = CaseEvent.Kind(
        "age.doubted",
        Word(work: "May be under 18: protected as a child from now", fr: "Peut-être moins de 18 ans : protégé comme enfant dès maintenant"),
        part: .childhood, detail: about(AgeGround.self))
    static let ageAssessmentOpened = CaseEvent.Kind(
        "age.assessment-opened", Word(work: "Age assessment opened", fr: "Évaluation de l’âge ouverte"), part: .childhood,
        detail: about(AgeGround.self))
    static let ageAssessmentAnswered = CaseEvent.Kind(
        "age.assessment-answered",
        Word(work: "Guardian and child answered on the age assessment", fr: "Réponse du tuteur et de l’enfant sur l’évaluation de l’âge"),
        part: .childhood, detail: { code, _ in AgeAssessment.Stage(rawValue: code)?.word })
    static let ageFinding = CaseEvent.Kind(
        "age.finding", Word(work: "Finding on the age", fr: "Constat sur l’âge"), part: .childhood, detail: about(AgeMethod.self))
    static let ageFound = CaseEvent.Kind(
        "age.found", Word(work: "Protected from now as", fr: "Protégé désormais comme"), part: .summary,
        detail: { code, _ in ProtectionPath(rawValue: code)?.word })
    static let ageReview = CaseEvent.Kind(
        "age.review", Word(work: "Review of the age asked for", fr: "Réexamen de l’âge demandé"), part: .childhood)
    /// Counted by the rapporteur.
    static let treatedAsAdult = CaseEvent.Kind(
        "age.treated-as-adult", Word(work: "A child was treated as an adult", fr: "Un enfant a été traité comme un adulte"),
        part: .childhood)
    static let childAcknowledged = CaseEvent.Kind(
        "child.acknowledged",
        Word(work: "The child-protection authority took the child up", fr: "L’autorité de protection a pris l’enfant en charge"))
    static let guardianAppointed = CaseEvent.Kind(
        "guardian.appointed", Word(work: "Guardian appointed", fr: "Tuteur désigné"), part: .childhood,
        detail: { code, _ in code == "temporary" ? .temporary : nil })
    static let guardianEnded = CaseEvent.Kind(
        "guardian.ended", Word(work: "Guardian no longer", fr: "Fin de la tutelle"), part: .childhood, detail: about(GuardianEnd.self))
    static let guardianConflict = CaseEvent.Kind(
        "guardian.conflict",
        Word(work: "Not appointed as guardian: conflict of interest", fr: "Non désigné comme tuteur : conflit d’intérêts"), part: .childhood
    )
    static let consentAsked = CaseEvent.Kind(
        "guardian.consent-asked", Word(work: "Guardian asked for consent", fr: "Consentement demandé au tuteur"), part: .childhood,
        detail: { code, profile in profile.consentPurpose(code)?.name })
    static let determinationOpened = CaseEvent.Kind(
        "best-interests.opened", Word(work: "Best-interests determination opened", fr: "Détermination de l’intérêt supérieur ouverte"),
        part: .childhood,
        detail: about(BestInterestsQuestion.self))
    static let panelChanged = CaseEvent.Kind(
        "best-interests.panel", Word(work: "Panel of a determination changed", fr: "Collège d’une détermination modifié"), part: .childhood,
        detail: about(PanelChange.self))
    static let determinationHeard = CaseEvent.Kind(
        "best-interests.heard", Word(work: "Child and guardian heard", fr: "Enfant et tuteur entendus"), part: .childhood,
        detail: about(ChildView.self))
    static let determinationDecided = CaseEvent.Kind(
        "best-interests.decided", Word(work: "Best interests determined", fr: "Intérêt supérieur déterminé"), part: .childhood,
        detail: about(BestInterestsOption.self))
    static let determinationReviewed = CaseEvent.Kind(
        "best-interests.reviewed", Word(work: "Determination looked at again", fr: "Détermination réexaminée"), part: .childhood,
        detail: about(NewFacts.self))
    static let tracingRequested = CaseEvent.Kind(
        "tracing.requested", Word(work: "Family tracing asked for", fr: "Recherche de famille demandée"), part: .childhood,
        detail: about(TracingWish.self))
    static let tracingChecked = CaseEvent.Kind(
        "tracing.checked", Word(work: "Risks of family contact checked", fr: "Risques du contact familial vérifiés"), part: .childhood,
        detail: { code, _ in FamilyTracing.Stage(rawValue: code)?.word })
    static let tracingDecided = CaseEvent.Kind(
        "tracing.decided", Word(work: "Family contact decided on", fr: "Décision sur le contact familial"), part: .childhood,
        detail: { code, _ in FamilyTracing.Stage(rawValue: code)?.word })
    static let tracingStep = CaseEvent.Kind(
        "tracing.step", Word(work: "Step of family tracing", fr: "Étape de la recherche de famille"), part: .childhood,
        detail: about(TracingStepKind.self))

    static let ofGuardianship: [CaseEvent.Kind] = [
        .ageDoubted, .ageAssessmentOpened, .ageAssessmentAnswered, .ageFinding, .ageFound, .ageReview, .treatedAsAdult, .childAcknowledged,
        .guardianAppointed, .guardianEnded, .guardianConflict, .consentAsked, .determinationOpened, .panelChanged, .determinationHeard,
        .determinationDecided,
        .determinationReviewed, .tracingRequested, .tracingChecked, .tracingDecided, .tracingStep,
    ]
}

extension ClockKind {
    static let temporaryGuardian = ClockKind(
        "guardian.temporary", Word(work: "Temporary guardian", fr: "Tuteur temporaire"),
        atEnd: Word(
            work: "The temporary guardian no longer sees the file; one who stays must have been appointed.",
            fr: "Le tuteur temporaire ne voit plus le dossier ; un tuteur durable doit avoir été désigné."),
        part: .childhood, isPeriod: true, seat: .childProtection, warnDays: { $0.warnings.temporaryGuardian },
        whenDue: GuardianAppointment.timeIsOver)
    static let bestInterests = ClockKind(
        "child.best-interests", Word(work: "Look at the child’s best interests again", fr: "Réexaminer l’intérêt supérieur de l’enfant"),
        atEnd: Word(
            work: "The determination must have been looked at again; then it is late, and the authority is told.",
            fr: "La détermination doit avoir été réexaminée ; passé ce jour c’est en retard, et l’autorité est prévenue."),
        part: .childhood, seat: .childProtection, warnDays: { $0.warnings.bestInterests })
    static let ageReview = ClockKind(
        "age.review", Word(work: "Time to ask for a review of the age", fr: "Délai pour demander le réexamen de l’âge"),
        atEnd: Word(
            work: "The decision can’t be reviewed any more. For an adult, the child-protection authority no longer sees the file.",
            fr: "La décision ne peut plus être réexaminée. Pour un adulte, l’autorité de protection de l’enfance ne voit plus le dossier."),
        part: .childhood, isPeriod: true, warnDays: { $0.warnings.decision }, rule: { $0.deadlines.review },
        whenMoved: { clock, due, tx in
            guard let subject = clock.subject, let id = ID<AgeAssessment>(bytes: subject) else { return }
            try tx.run(
                """
                UPDATE age_decision SET review_until = \(due) WHERE id = (
                    SELECT d.id FROM age_decision d WHERE d.assessment_id = \(id) ORDER BY d.decided_at DESC, d.id DESC LIMIT 1)
                """
            )
        }, whenDue: FoundAge.closeSeat)
}

extension CaseMatter {
    /// The guardian's own page: the file may be shut to them when they read it.
    static let guardianNamed = CaseMatter(
        "guardian.named", Word(work: "You were appointed as guardian of a child.", fr: "Vous avez été désigné tuteur d’un enfant."))
    static let guardianEnded = CaseMatter(
        "guardian.ended",
        Word(
            work: "You are no longer the guardian of one of the children who were entrusted to you.",
            fr: "Vous n’êtes plus le tuteur de l’un des enfants qui vous étaient confiés.")
    ) { _ in ChildAddress.myChildren }
    static let guardianAsked = CaseMatter(
        "guardian.asked",
        Word(work: "As a guardian you are asked to agree to something.", fr: "En tant que tuteur, on vous demande votre accord.")
    ) { _ in ChildAddress.consentsAsked }
    static let authorityAsked = CaseMatter(
        "child-authority.asked",
        Word(
            work: "You are asked to agree to something in the place of a child’s guardian.",
            fr: "On vous demande votre accord à la place du tuteur d’un enfant.")
    ) { _ in ChildAddress.consentsOfAuthority }
    static let guardianAnswered = CaseMatter("guardian.answered", Word(work: "A guardian has answered.", fr: "Un tuteur a répondu."))
    static let childToProtect = CaseMatter(
        "child.to-protect",
        Word(
            work: "A person recorded as an adult may be a child. Acknowledge it, and appoint a guardian.",
            fr: "Une personne enregistrée comme adulte est peut-être un enfant. Accusez réception et désignez un tuteur."))
    static let childWithoutGuardian = CaseMatter(
        "child.without-guardian", Word(work: "A child is without a guardian.", fr: "Un enfant est sans tuteur."))
    static let shareEnded = CaseMatter(
        "child.share-ended",
        Word(
            work: "A file that was shared with your organisation is closed to it. Stop using what you know from it.",
            fr: "Un dossier partagé avec votre organisation lui est fermé. N’utilisez plus ce que vous en savez.")
    ) { _ in nil }
    static let askAnew = CaseMatter(
        "age.ask-anew",
        Word(
            work: "Somebody was found to be an adult: ask them anew for what their guardian had agreed to.",
            fr: "Une personne a été reconnue adulte : redemandez-lui ce que son tuteur avait accepté."))
    static let ageReview = CaseMatter(
        "age.review-asked",
        Word(work: "A review of a decision on an age was asked for.", fr: "Le réexamen d’une décision sur l’âge a été demandé."))
    static let determinationDecided = CaseMatter(
        "best-interests.decided",
        Word(work: "A determination about a child was decided.", fr: "Une détermination concernant un enfant a été rendue."))

    static let ofGuardianship: [CaseMatter] = [
        .guardianNamed, .guardianEnded, .guardianAsked, .authorityAsked, .guardianAnswered, .childToProtect, .childWithoutGuardian,
        .shareEnded, .askAnew,
        .ageReview, .determinationDecided,
    ]
}

extension AgeAssessment.Stage {
    var word: Word {
        switch self {
        case .opened: Word(work: "Waits for the guardian and the child", fr: "En attente du tuteur et de l’enfant")
        case .agreed: Word(work: "Agreed: being assessed", fr: "Accepté : en cours")
        case .refused:
            Word(work: "Not agreed: the person stays protected as a child", fr: "Refusé : la personne reste protégée comme enfant")
        case .decided: Word(work: "Decided", fr: "Décidé")
        case .underReview: Word(work: "Being reviewed", fr: "En réexamen")
        }
    }
}

extension BestInterests.Stage {
    var word: Word {
        switch self {
        case .opened: Word(work: "Opened: weigh the options", fr: "Ouverte : peser les options")
        case .options: Word(work: "Options weighed: hear child and guardian", fr: "Options pesées : entendre l’enfant et le tuteur")
        case .heard: Word(work: "Heard: decide", fr: "Entendus : décider")
        case .decided: Word(work: "Decided", fr: "Décidée")
        case .underReview: Word(work: "Being looked at again", fr: "En réexamen")
        }
    }
}

extension FamilyTracing.Stage {
    var word: Word {
        switch self {
        case .requested:
            Word(work: "Asked for: check the risks before any contact", fr: "Demandée : vérifier les risques avant tout contact")
        case .favourable: Word(work: "No risk found: waits for approval", fr: "Aucun risque trouvé : en attente d’approbation")
        case .unfavourable: Word(work: "The risk check speaks against contact", fr: "Les risques s’opposent au contact")
        case .approved: Word(work: "Contact approved", fr: "Contact approuvé")
        case .refused: Word(work: "Contact refused", fr: "Contact refusé")
        case .closed: Word(work: "Closed: signs of danger", fr: "Close : signes de danger")
        }
    }
}
