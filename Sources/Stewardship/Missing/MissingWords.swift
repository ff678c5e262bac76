import Protection
import Vocabulary

extension MissingReport.Circumstance {
    var word: Word {
        switch self {
        case .didNotReturn: Word(work: "Did not come back", fr: "N’est pas revenue")
        case .leftAlone: Word(work: "Left alone", fr: "Partie seule")
        case .leftWithOthers: Word(work: "Left with others", fr: "Partie avec d’autres")
        case .takenByForce: Word(work: "Taken by force", fr: "Emmenée de force")
        case .afterThreat: Word(work: "After a threat", fr: "Après une menace")
        case .afterContact: Word(work: "After contact with the exploiter", fr: "Après un contact avec l’exploiteur")
        case .unknown: Word(work: "Not known", fr: "Inconnu")
        }
    }
}

extension MissingReport.State {
    var word: Word {
        switch self {
        case .missing: Word(work: "Missing", fr: "Disparue")
        case .found: Word(work: "Found", fr: "Retrouvée")
        case .returned: Word(work: "Came back", fr: "Revenue")
        case .ended: Word(work: "No longer looked for", fr: "N’est plus recherchée")
        }
    }
}

extension ClockKind {
    static let missing = ClockKind(
        "missing", Word(work: "Missing from care", fr: "Disparue de la prise en charge"),
        atEnd: Word(work: "The report rises to the next level.", fr: "Le signalement passe au niveau suivant."), warnDays: { _ in nil })
}

extension CaseEvent.Kind {
    static let missing = CaseEvent.Kind("missing.reported", Word(work: "Missing from care", fr: "Disparue de la prise en charge")) {
        code, _ in
        MissingReport.Circumstance(rawValue: code)?.word
    }
    static let missingEscalated = CaseEvent.Kind(
        "missing.escalated", Word(work: "Still missing: next level", fr: "Toujours disparue : niveau suivant"))
    static let missingEnded = CaseEvent.Kind("missing.ended", Word(work: "Missing person", fr: "Personne disparue")) { code, _ in
        MissingReport.State(rawValue: code)?.word
    }
    static let returnInterview = CaseEvent.Kind("missing.interview", Word(work: "Return interview", fr: "Entretien de retour"), part: .care)
}

extension CaseMatter {
    static let missing = CaseMatter(
        "missing", Word(work: "A person is missing from care.", fr: "Une personne a disparu de la prise en charge."))
    static let missingElsewhere = CaseMatter(
        "missing.elsewhere",
        Word(
            work: "Somebody has been missing from care for long. Ask the organisations that keep files.",
            fr: "Une personne a disparu depuis longtemps. Interrogez les organisations qui tiennent des dossiers.")
    ) { _ in nil }
}

extension Word {
    static let missingPeople = Word(work: "Missing", fr: "Disparus")
    static let missingFromCare = Word(work: "Missing from care", fr: "Disparition de la prise en charge")
    static let personIsMissing = Word(work: "Missing from care", fr: "Disparue")
    static let missingWillStandHere = Word(
        work: "People who are missing from care will stand here, children first. Report somebody missing from their file.",
        fr: "Les personnes disparues apparaîtront ici, les enfants d’abord. Signalez une disparition depuis son dossier.")
    static let child = Word(work: "Child", fr: "Enfant")
    static let reportedAt = Word(work: "Reported", fr: "Signalée le")
    static let noticedOn = Word(work: "Day on which it was noticed", fr: "Jour où cela a été constaté")
    static let circumstance = Word(work: "How it happened", fr: "Circonstances")
    static let level = Word(work: "Level", fr: "Niveau")
    static let lastSeen = Word(work: "Last seen", fr: "Vue pour la dernière fois")
    static let lastSeenWhy = Word(
        work: "Where, when, with whom, what they wore. Sealed with the person’s key.",
        fr: "Où, quand, avec qui, comment vêtue. Scellé avec la clé de la personne.")
    static let toldPolice = Word(work: "The police were told", fr: "La police est prévenue")
    static let toldAuthority = Word(work: "The authority was told", fr: "L’autorité est prévenue")
    static let reportMissing = Word(work: "Report the person missing", fr: "Signaler la disparition")
    static let reportMissingLead = Word(
        work:
            "Whoever works on the file and their supervisor are told at once; for a child also the authorities in the file. When the hours of the profile run out, it rises a level.",
        fr:
            "Ceux qui suivent le dossier et leur responsable sont informés aussitôt ; pour un enfant aussi les autorités du dossier. Quand les heures du profil sont écoulées, le niveau monte."
    )
    static let whatBecame = Word(work: "What became of them", fr: "Ce qu’elle est devenue")
    static let recordEnding = Word(work: "Record it", fr: "Consigner")
    static let interviewedOn = Word(work: "Day of the return interview", fr: "Jour de l’entretien de retour")
    static let returnInterview = Word(work: "Return interview", fr: "Entretien de retour")
    static let returnInterviewWhy = Word(
        work: "Why they left, what happened, what would keep them safe. Sealed.",
        fr: "Pourquoi elle est partie, ce qui s’est passé, ce qui la protégerait. Scellé.")
    static let recordInterview = Word(work: "Record the interview", fr: "Consigner l’entretien")
}
