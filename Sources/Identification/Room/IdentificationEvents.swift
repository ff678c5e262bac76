import Basics
import Protection
import Vocabulary
import Web

/// What can happen in a file by Identification.
enum IdentificationEvents {
    static let all: [CaseEvent.Kind] =
        IdentificationStage.allCases.map { CaseEvent.Kind.stageReached($0) } + [
            .proposed, .sentBack, .assistanceOpened, .appealLodged, .appealEnded, .rightsGiven, .punishmentRaised, .punishmentTold,
            .punishmentSettled, .reflectionBegun, .reflectionExtended, .reflectionEnded,
        ]
}

extension CaseEvent.Kind {
    /// A stage was reached. The first answer of the authority is a step that figures measure the time to.
    static func stageReached(_ stage: IdentificationStage) -> CaseEvent.Kind {
        CaseEvent.Kind(
            "identification." + stage.rawValue, Word(work: "Identification", fr: "Identification"),
            milestone: [.presumed, .notIdentified].contains(stage) ? .decision : nil
        ) { code, profile in profile.decisionNames[code] }
    }

    static let proposed = CaseEvent.Kind(
        "identification.proposed", Word(work: "Decision laid before a second person", fr: "Décision soumise à une seconde personne"),
        part: .legal
    ) { code, profile in profile.decisionNames[code] }
    static let sentBack = CaseEvent.Kind(
        "identification.sent-back", Word(work: "Decision sent back by the second person", fr: "Décision renvoyée par la seconde personne"),
        part: .legal)
    static let assistanceOpened = CaseEvent.Kind(
        "identification.assistance-opened", Word(work: "Assistance is open", fr: "L’assistance est ouverte")
    ) { code, profile in profile.decisionNames[code] }
    static let appealLodged = CaseEvent.Kind(
        "identification.appeal-lodged", Word(work: "Appeal lodged", fr: "Recours formé"), part: .legal)
    static let appealEnded = CaseEvent.Kind(
        "identification.appeal-ended", Word(work: "Appeal ended", fr: "Recours terminé"), part: .legal
    ) { code, _ in Appeal.Outcome(rawValue: code)?.word }
    static let rightsGiven = CaseEvent.Kind("rights.given", Word(work: "Told of their rights", fr: "Informée de ses droits")) { code, _ in
        RightsHandover.Means(rawValue: code)?.word
    }
    static let punishmentRaised = CaseEvent.Kind(
        "punishment.raised", Word(work: "Alert: risk of punishment", fr: "Alerte : risque de sanction"), part: .legal
    ) { code, _ in PunishmentAlert.Kind(rawValue: code)?.word }
    static let punishmentTold = CaseEvent.Kind(
        "punishment.told", Word(work: "Told that the person must not be punished", fr: "Informé que la personne ne doit pas être punie"),
        part: .legal
    ) { code, _ in PunishmentAlert.Post(rawValue: code)?.word }
    static let punishmentSettled = CaseEvent.Kind(
        "punishment.settled", Word(work: "Alert settled", fr: "Alerte réglée"), part: .legal
    ) { code, _ in PunishmentAlert.Outcome(rawValue: code)?.word }
    static let reflectionBegun = CaseEvent.Kind(
        "reflection.begun", Word(work: "Reflection period began", fr: "Période de réflexion commencée"))
    static let reflectionExtended = CaseEvent.Kind(
        "reflection.extended", Word(work: "Reflection period extended", fr: "Période de réflexion prolongée"))
    static let reflectionEnded = CaseEvent.Kind(
        "reflection.ended", Word(work: "Reflection period ended early", fr: "Période de réflexion terminée plus tôt"))
}

/// What people are told of by Identification.
enum IdentificationMatters {
    static let all: [CaseMatter] = [
        .toConfirm, .sentBack, .stageChanged, .reviewAsked, .appealLodged, .punishment, .removalInReflection,
    ]
}

extension CaseMatter {
    static let toConfirm = CaseMatter(
        "identification.to-confirm",
        Word(work: "A decision waits for a second person.", fr: "Une décision attend une seconde personne."), at: Self.decisionPage)
    static let sentBack = CaseMatter(
        "identification.sent-back",
        Word(work: "A decision that you proposed was sent back.", fr: "Une décision que vous avez proposée a été renvoyée."),
        at: Self.decisionPage)
    static let stageChanged = CaseMatter(
        "identification.stage",
        Word(
            work: "There is a decision on identification in a file of yours.",
            fr: "Une décision d’identification est intervenue dans un de vos dossiers."),
        at: Self.decisionPage)
    static let reviewAsked = CaseMatter(
        "identification.review-asked", Word(work: "A review of a decision was asked for.", fr: "Le réexamen d’une décision est demandé."),
        at: Self.decisionPage)
    static let appealLodged = CaseMatter(
        "identification.appeal-lodged", Word(work: "An appeal was lodged with a court.", fr: "Un recours a été formé."),
        at: Self.decisionPage)
    static let punishment = CaseMatter(
        "punishment.raised",
        Word(
            work: "Somebody who must not be punished is detained, charged or facing removal: somebody has to act now.",
            fr: "Une personne qui ne doit pas être punie est détenue, poursuivie ou menacée d’éloignement : il faut agir maintenant."),
        at: Self.punishmentPage)
    static let removalInReflection = CaseMatter(
        "punishment.removal-in-reflection",
        Word(
            work: "Somebody faces removal during the reflection period, in which nobody may be removed: somebody has to act now.",
            fr:
                "Une personne est menacée d’éloignement pendant la période de réflexion, où nul ne peut être éloigné : il faut agir maintenant."
        ),
        at: Self.punishmentPage)

    private static let decisionPage: @Sendable ([UInt8]) -> (any Web.Address)? = { bytes in
        ID<CaseFile>(bytes: bytes).map { IdentificationAddress.file($0) }
    }
    private static let punishmentPage: @Sendable ([UInt8]) -> (any Web.Address)? = { bytes in
        ID<CaseFile>(bytes: bytes).map { IdentificationAddress.punishment($0) }
    }
}
