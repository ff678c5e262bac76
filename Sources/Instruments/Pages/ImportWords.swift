import Vocabulary

extension Word {
    static let importTitle = Word(work: "Import a depositary’s list", fr: "Importer la liste d’un dépositaire")
    static let importLead = Word(
        work: "Upload a list of parties. You see every difference before anything is changed.",
        fr: "Téléversez une liste de parties. Vous voyez chaque différence avant toute modification."
    )
    static let importFile = Word(work: "The list, as CSV", fr: "La liste, en CSV")
    static let importFileWhy = Word(
        work:
            "Columns: treaty, alpha3, signature_date, action_date, action; or as the UN Treaty Collection (Participant, Signature, Ratification…) or the ILO (Country, Date, Status) export them.",
        fr:
            "Colonnes : treaty, alpha3, signature_date, action_date, action ; ou comme les exportent la Collection des traités de l’ONU (Participant, Signature, Ratification…) ou l’OIT (Country, Date, Status)."
    )
    static let importTreaty = Word(work: "Treaty", fr: "Traité")
    static let importTreatyWhy = Word(
        work: "Only needed where the file has no column that says so.",
        fr: "Nécessaire seulement si aucune colonne du fichier ne l’indique."
    )
    static let importSource = Word(work: "Where the list was read", fr: "Où la liste a été lue")
    static let importSourceWhy = Word(
        work: "Stands beside each row, for example: UN Treaty Collection, chapter XVIII 12 a.",
        fr: "Figure à côté de chaque ligne, par exemple : Collection des traités de l’ONU, chapitre XVIII 12 a."
    )
    static let importAsOf = Word(work: "The day for which the list is true", fr: "Le jour pour lequel la liste est exacte")
    static let importComplete = Word(
        work: "The file lists every party and signatory of its treaties; whoever is not in it is removed",
        fr: "Le fichier énumère toutes les parties et tous les signataires de ses traités ; ceux qui n’y sont pas sont retirés"
    )
    static let importShow = Word(work: "Show the differences", fr: "Montrer les différences")
    static let importApply = Word(work: "Apply these differences", fr: "Appliquer ces différences")
    static let importDrop = Word(work: "Drop this import", fr: "Abandonner cet import")
    static let importDayInFuture = Word(
        work: "This day lies in the future. Give the day on which the depositary published the list.",
        fr: "Ce jour est dans le futur. Indiquez le jour où le dépositaire a publié la liste."
    )
    static let importFaults = Word(work: "Faults of the file", fr: "Défauts du fichier")
    static let importFaultLine = Word(work: "Line", fr: "Ligne")
    static let importFaultColumn = Word(work: "Column", fr: "Colonne")
    static let importFaultValue = Word(work: "Value", fr: "Valeur")
    static let importFaultProblem = Word(work: "What is wrong and what to do", fr: "Le défaut et le remède")
    static let importsSoFar = Word(work: "Imports so far", fr: "Imports précédents")
    static let importUploaded = Word(work: "Uploaded", fr: "Téléversé")
    static let importState = Word(work: "State", fr: "État")
    static let importWaiting = Word(work: "Waits for a decision", fr: "En attente de décision")
    static let importDropped = Word(work: "Dropped", fr: "Abandonné")
    static let importsNone = Word(work: "No list has been imported yet.", fr: "Aucune liste n’a encore été importée.")
    static let diffTitle = Word(work: "Differences", fr: "Différences")
    static let diffNothing = Word(
        work: "The file says what the register says already; there is nothing to apply.",
        fr: "Le fichier dit ce que le registre dit déjà ; il n’y a rien à appliquer."
    )
    static let diffBefore = Word(work: "Before", fr: "Avant")
    static let diffAfter = Word(work: "After", fr: "Après")
    static let diffConsequence = Word(
        work: "Applying changes the public register at once, and is recorded in the audit.",
        fr: "L’application modifie immédiatement le registre public et est consignée dans l’audit."
    )
    static let importStatusMenu = Word(work: "Import treaty status", fr: "Importer l’état des traités")
    static func importApplied(_ added: Int, _ changed: Int, _ removed: Int) -> Word {
        Word(
            work: "Applied: \(added) added, \(changed) changed, \(removed) removed",
            fr: "Appliqué : \(added) ajoutées, \(changed) modifiées, \(removed) retirées"
        )
    }
}

extension TreatyDiff.Kind {
    var words: Word {
        switch self {
        case .added: Word(work: "Added", fr: "Ajoutées")
        case .changed: Word(work: "Changed", fr: "Modifiées")
        case .removed: Word(work: "Removed", fr: "Retirées")
        case .unchanged: Word(work: "Unchanged", fr: "Inchangées")
        }
    }
}
