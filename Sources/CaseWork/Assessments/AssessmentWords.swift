import Protection
import Vocabulary

extension CaseEvent.Kind {
    static let assessed = CaseEvent.Kind("assessment.made", Word(work: "Assessed", fr: "Évaluation"), part: .care) { code, profile in
        profile.assessment(code)?.name
    }
    static let assessmentWithdrawn = CaseEvent.Kind(
        "assessment.withdrawn", Word(work: "Assessment withdrawn: entered by mistake", fr: "Évaluation retirée : saisie par erreur"),
        part: .care)
}

extension ScoreChange {
    /// An arrow and a word: neither colour nor shape alone says it.
    var word: Word {
        switch self {
        case .better: Word(work: "↓ better", fr: "↓ mieux")
        case .worse: Word(work: "↑ worse", fr: "↑ moins bien")
        case .same: Word(work: "→ unchanged", fr: "→ inchangé")
        case .first: Word(work: "not assessed before", fr: "pas encore évalué")
        }
    }
}

extension Word {
    static let needsAndRisks = Word(work: "Needs and risks", fr: "Besoins et risques")
    static let graveRisk = Word(work: "Risk", fr: "Risque")
    static let notAssessedYet = Word(work: "not assessed yet", fr: "pas encore évalué")
    static let assessmentsWillStandHere = Word(
        work:
            "Assessments will stand here, the newest first, with what changed since the one before. Make the first below, together with the person.",
        fr:
            "Les évaluations figureront ici, la plus récente d’abord, avec ce qui a changé. Faites la première ci-dessous, avec la personne."
    )
    static let assessNow = Word(work: "Assess now", fr: "Évaluer maintenant")
    static let assessAgain = Word(work: "Assess again", fr: "Réévaluer")
    static let lastAssessment = Word(work: "The last assessment", fr: "Dernière évaluation")
    static let assessmentsSoFar = Word(work: "Assessments so far", fr: "Évaluations à ce jour")
    static let assessedOn = Word(work: "Assessed on", fr: "Évalué le")
    static let assessedBy = Word(work: "By", fr: "Par")
    static let question = Word(work: "Question", fr: "Question")
    static let score = Word(work: "Score", fr: "Score")
    static let change = Word(work: "Change", fr: "Changement")
    static let totalScore = Word(work: "Total", fr: "Total")
    static let highestScore = Word(work: "Highest", fr: "Maximum")
    static let scoresOverTime = Word(work: "Total score of each assessment", fr: "Score total de chaque évaluation")
    static let answeredOf = Word(work: "questions scored", fr: "questions évaluées")
    static let scoreUnknown = Word(work: "Not known today", fr: "Inconnu aujourd’hui")
    static let reviewBy = Word(work: "Assess again by", fr: "Réévaluer avant le")
    static let reviewByWhy = Word(
        work: "After the end of that day it counts as late, and the worker is told.",
        fr: "Après la fin de ce jour, elle compte comme en retard et l’intervenant est averti.")
    static let assessmentNote = Word(work: "Note", fr: "Note")
    static let assessmentNoteWhy = Word(work: "Sealed with the person’s key.", fr: "Scellée avec la clé de la personne.")
    static let withdrawAssessment = Word(work: "Entered by mistake: withdraw", fr: "Saisie par erreur : retirer")

    /// What the highest score of an assessment of risk means.
    static func riskLevel(_ score: Int) -> Word {
        switch score {
        case 0: Word(work: "No risk found", fr: "Aucun risque constaté")
        case 1: Word(work: "Some risk", fr: "Risque léger")
        case 2: Word(work: "Serious risk", fr: "Risque sérieux")
        default: Word(work: "Grave risk: act now", fr: "Risque grave : agir maintenant")
        }
    }

    /// `2 · Threats were made`: a score with its words.
    static func scored(_ score: Int, _ level: Word) -> Word {
        func both(_ language: Language) -> String { "\(score) · \(level[language])" }
        return Word(en: both(.en), fr: both(.fr), es: both(.es), ar: both(.ar), ru: both(.ru), zh: both(.zh))
    }
}
