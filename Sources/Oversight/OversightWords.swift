import Vocabulary

// Words of the figures.
extension Word {
    static let caseFigures = Word(work: "Case figures", fr: "Chiffres des dossiers")
    static let ofTheNode = Word(work: "All case files of this node.", fr: "Tous les dossiers de ce nœud.")
    static let ofYourOrganisation = Word(
        work: "The case files that your organisation keeps.", fr: "Les dossiers que tient votre organisation.")
    static let drawnLiveAt = Word(
        work: "Counted live; what happened in the last minute may be missing. Drawn at",
        fr: "Comptés en direct, à une minute près. Établi le")
    static let notForPublication = Word(
        work: "Internal figures, not protected against recognition. Not for publication.",
        fr: "Chiffres internes, non protégés contre la reconnaissance. Ne pas publier.")
    static let spanOfFigures = Word(work: "How far back", fr: "Jusqu’où remonter")
    static func months(_ count: Int) -> Word { Word(work: "\(count) months", fr: "\(count) mois") }
    static let month = Word(work: "Month", fr: "Mois")
    static let cases = Word(work: "Cases", fr: "Dossiers")
    static let what = Word(work: "What", fr: "Quoi")
    static let number = Word(work: "Number", fr: "Nombre")
    static let medianDays = Word(work: "Median days", fr: "Jours, médiane")
    static let ninetiethDays = Word(work: "Days within which nine of ten were done", fr: "Jours dans lesquels neuf sur dix étaient faits")
    static let daysAreOfTheMonthOfTheStep = Word(
        work: "Days from the opening of the file, counted in the month in which the step was taken.",
        fr: "Jours depuis l’ouverture du dossier, comptés dans le mois où l’étape a eu lieu.")
    static let timeToDecision = Word(work: "From referral to decision", fr: "Du signalement à la décision")
    static let timeToService = Word(work: "From referral to the first service", fr: "Du signalement au premier service")
    static let asThingsStand = Word(work: "As things stand", fr: "Situation actuelle")
    static let openFiles = Word(work: "Open files", fr: "Dossiers ouverts")
    static let openFilesOfChildren = Word(work: "Open files of children", fr: "Dossiers ouverts d’enfants")
    static let childrenWithoutGuardian = Word(work: "Children without a guardian", fr: "Enfants sans tuteur")
    static let lateNow = Word(work: "Late now", fr: "En retard")
    static let lateByKind = Word(work: "What is late, by kind", fr: "Ce qui est en retard, par nature")
    static let seenAndIdentified = Word(
        work: "Seen by organisations that help, against officially identified",
        fr: "Vus par les organisations d’aide, et identifiés officiellement")
    static let seenByHelpers = Word(work: "Seen by organisations that help", fr: "Vus par les organisations d’aide")
    static let seenAndBy = Word(work: "Of these, identified by now", fr: "Parmi eux, identifiés à ce jour")
    static let identifiedInMonth = Word(work: "Officially identified in the month", fr: "Identifiés officiellement dans le mois")
    static let gapIsRead = Word(
        work:
            "The first two figures are of files opened in the month; the third is of decisions taken in it, whoever saw the person first.",
        fr:
            "Les deux premiers chiffres portent sur les dossiers ouverts dans le mois ; le troisième sur les décisions prises, quel que soit l’auteur du signalement."
    )
    static let bySetting = Word(work: "Where detected", fr: "Lieu de détection")
    static let byForm = Word(work: "Form of exploitation", fr: "Forme d’exploitation")
    static let bySex = Word(work: "Sex", fr: "Sexe")
    static let byAge = Word(work: "Age", fr: "Âge")
    static let byCitizenship = Word(work: "Citizenship", fr: "Nationalité")
    static let byStage = Word(work: "Stage now, of files opened in these months", fr: "Étape actuelle des dossiers ouverts dans ces mois")
    static let removalsAgainst = Word(work: "Removals against the assessment", fr: "Éloignements contre l’évaluation")
    static let removals = Word(work: "Removals", fr: "Éloignements")
    static let caseloadPerWorker = Word(work: "Open files per worker", fr: "Dossiers ouverts par intervenant")
    static let serviceReferrals = Word(work: "Referrals to services", fr: "Orientations vers des services")
    static let referralsSent = Word(work: "Sent", fr: "Envoyées")
    static let referralsAccepted = Word(work: "Accepted", fr: "Acceptées")
    static let referralsDeclined = Word(work: "Declined", fr: "Déclinées")
    static let referralsLate = Word(work: "Not answered in time", fr: "Sans réponse à temps")
    static let eachInItsMonth = Word(
        work: "Each in the month in which it happened: a referral may be sent in one month and accepted in the next.",
        fr: "Chaque fait dans le mois où il a eu lieu : une orientation peut être envoyée un mois et acceptée le suivant.")
    static let notKnown = Word(work: "Not known", fr: "Inconnu")
}
