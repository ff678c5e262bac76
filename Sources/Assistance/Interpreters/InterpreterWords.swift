import Vocabulary

extension Word {
    static let interpreters = Word(work: "Interpreters", fr: "Interprètes")
    static let findInterpreter = Word(work: "Find by name", fr: "Chercher par nom")
    static let interpretersWillStandHere = Word(
        work: "Vetted interpreters will stand here. Add one below.",
        fr: "Les interprètes agréés figureront ici. Ajoutez-en un ci-dessous."
    )
    static let addInterpreter = Word(work: "Add an interpreter", fr: "Ajouter un interprète")
    static let interpreterName = Word(work: "Name", fr: "Nom")
    static let interpreterSex = Word(work: "Sex", fr: "Sexe")
    static let interpretsRemotely = Word(work: "By telephone or video", fr: "Par téléphone ou vidéo")
    static let interpretsPresent = Word(work: "In person", fr: "Sur place")
    static let vettedOn = Word(work: "Vetted on", fr: "Agréé le")
    static let vettedUntil = Word(work: "Vetting holds until", fr: "Agrément valable jusqu’au")
    static let vettedUntilWhy = Word(
        work: "After this day they can’t be assigned until they are vetted again.",
        fr: "Après ce jour, aucune désignation avant un nouvel agrément."
    )
    static let vettingEndsFirst = Word(
        work: "It ends before it begins. Correct one of the two days.",
        fr: "La fin précède le début. Corrigez l’un des deux jours."
    )
    static let vettingExpired = Word(work: "vetting expired", fr: "agrément expiré")
    static let vettedNow = Word(work: "vetted", fr: "agréé")
    static let renewVetting = Word(work: "Vetted again", fr: "Nouvel agrément")
    static let assignInterpreter = Word(work: "Assign an interpreter", fr: "Désigner un interprète")
    static let assignmentsWillStandHere = Word(
        work: "Who interpreted for this person, and when, will stand here.",
        fr: "Qui a interprété pour cette personne, et quand, figurera ici."
    )
    static let interpreterWhy = Word(
        work: "Only those whose vetting holds today are offered.",
        fr: "Seuls ceux dont l’agrément est valable aujourd’hui sont proposés."
    )
    static let sessionKind = Word(work: "For", fr: "Pour")
    static let sessionDay = Word(work: "Day of the session", fr: "Jour de la séance")
    static let noTie = Word(
        work: "A tie to the person, their family or those who exploited them was asked about and ruled out",
        fr: "Un lien avec la personne, sa famille ou ses exploiteurs a été vérifié et écarté"
    )
    static let personAccepts = Word(
        work: "The person was asked and accepts this interpreter",
        fr: "La personne a été consultée et accepte cet interprète"
    )
    static let neverAlone = Word(
        work: "A worker is there all the time: they are never alone together",
        fr: "Un intervenant est présent tout le temps : ils ne sont jamais seuls ensemble"
    )
    static let noInterpreter = Word(
        work: "No vetted interpreter is in the register. Add one first.",
        fr: "Aucun interprète agréé dans le registre. Ajoutez-en un d’abord."
    )
    static let checkedAndRecorded = Word(
        work: "No tie, accepted by the person, never alone: asked and recorded",
        fr: "Aucun lien, accepté par la personne, jamais seuls : vérifié et noté"
    )
}
