package import Vocabulary

extension Word {
    /// What the menu calls the work on imports.
    package static let importsMenu = Word(work: "Imports", fr: "Importations")
    /// What the menu calls the refused rows.
    package static let quarantineMenu = Word(work: "Refused rows", fr: "Lignes refusées")

    static let importsLead = Word(
        work: "Every file of figures or coded records that was brought in, and what came of it.",
        fr: "Chaque fichier de chiffres ou de données codées qui a été importé, et ce qu’il en est advenu."
    )
    static let importsNone = Word(
        work: "No file has been imported yet. Each import will stand here with its file, its rows and what it changed.",
        fr: "Aucun fichier n’a encore été importé. Chaque importation figurera ici avec son fichier, ses lignes et ses effets."
    )
    static let importAFile = Word(work: "Import a file", fr: "Importer un fichier")
    static let searchImports = Word(work: "File or source", fr: "Fichier ou source")
    static let importSource = Word(work: "Source", fr: "Source")
    static let importFile = Word(work: "File", fr: "Fichier")
    static let importStarted = Word(work: "Begun", fr: "Début")
    static let importFinished = Word(work: "Finished", fr: "Fin")
    static let importBy = Word(work: "By", fr: "Par")
    static let importState = Word(work: "State", fr: "État")
    static let importMapping = Word(work: "Mapping", fr: "Correspondance")
    static let importScope = Word(work: "What the file is", fr: "Nature du fichier")
    static let importSize = Word(work: "Size in bytes", fr: "Taille en octets")
    static let importFingerprint = Word(work: "SHA-256 of the file", fr: "SHA-256 du fichier")
    static let rowsRead = Word(work: "Rows read", fr: "Lignes lues")
    static let rowsTaken = Word(work: "Rows taken", fr: "Lignes prises")
    static let rowsRefused = Word(work: "Rows refused", fr: "Lignes refusées")
    static let cellsNew = Word(work: "New", fr: "Nouvelles")
    static let cellsChanged = Word(work: "Changed", fr: "Modifiées")
    static let cellsRemoved = Word(work: "Removed", fr: "Retirées")
    static let cellsInFile = Word(work: "Cells or persons in the file", fr: "Cellules ou personnes dans le fichier")
    static let keysTwice = Word(work: "Cells that stand there more than once", fr: "Cellules qui y figurent plusieurs fois")
    static let keysDisputed = Word(work: "Of these, with different values", fr: "Parmi elles, avec des valeurs différentes")
    static let labelsUnread = Word(work: "Labels that could not be read", fr: "Libellés qui n’ont pu être lus")
    static let importByConsole = Word(work: "the command line", fr: "la ligne de commande")
    static let importByUnknown = Word(work: "an account that is gone", fr: "un compte supprimé")
    static let runRunning = Word(work: "under way", fr: "en cours")
    static let runFinished = Word(work: "finished", fr: "terminée")
    static let runSuperseded = Word(work: "replaced by a later one", fr: "remplacée par une autre")
    static let rowsOfThisImport = Word(work: "See the refused rows of this import", fr: "Voir les lignes refusées de cette importation")
    static let filesWaiting = Word(work: "Waiting for your decision", fr: "En attente de votre décision")

    // Uploading.
    static let importLead = Word(
        work: "The file is tried first. You see everything that it would change and every row that is refused before anything is kept.",
        fr: "Le fichier est d’abord essayé. Vous voyez tout ce qu’il changerait et chaque ligne refusée avant que rien ne soit conservé."
    )
    static let uploadFile = Word(work: "The file", fr: "Le fichier")
    static let uploadFileWhy = Word(
        work: "CSV, TSV, JSON or JSON lines, at most 64 MB; its encoding is found out. Larger files: concord import on the server.",
        fr: "CSV, TSV, JSON ou lignes JSON, 64 Mo au plus ; son encodage est reconnu. Fichiers plus grands : concord import sur le serveur."
    )
    static let uploadMappingWhy = Word(
        work: "Says which column of the file is what.", fr: "Indique ce que contient chaque colonne du fichier."
    )
    static let scopeAddition = Word(work: "An addition", fr: "Un ajout")
    static let scopeAdditionHint = Word(
        work: "Its cells are added, or take the place of those with the same key. Everything else stays.",
        fr: "Ses cellules s’ajoutent, ou remplacent celles qui ont la même clé. Tout le reste demeure."
    )
    static let scopeWhole = Word(work: "The whole release", fr: "La publication entière")
    static let scopeWholeHint = Word(
        work: "It is everything that the source says now. What it does not hold is removed.",
        fr: "C’est tout ce que dit la source aujourd’hui. Ce qu’il ne contient pas est retiré."
    )
    static let tryTheFile = Word(work: "Try the file", fr: "Essayer le fichier")

    // The trial.
    static let trialTitle = Word(work: "What the import would do", fr: "Ce que ferait l’importation")
    static let trialLead = Word(
        work: "The file was tried and nothing was kept.", fr: "Le fichier a été essayé et rien n’a été conservé."
    )
    static let waitsUntil = Word(work: "Waits until", fr: "Attend jusqu’au")
    static let whatWouldChange = Word(work: "What would change", fr: "Ce qui changerait")
    static let importConsequence = Word(
        work: "Importing changes the figures of this source at once, and is recorded in the audit. Refused rows wait to be corrected.",
        fr:
            "L’importation modifie immédiatement les chiffres de cette source et est consignée dans l’audit. Les lignes refusées attendent d’être corrigées."
    )
    static let doImport = Word(work: "Import", fr: "Importer")
    static let letItGo = Word(work: "Discard this file", fr: "Abandonner ce fichier")
    static let tryAgain = Word(work: "Try it again", fr: "L’essayer de nouveau")
    static let trialIsStale = Word(
        work: "Another import came in since this trial, so it may no longer tell what would change. Try it again before you import.",
        fr:
            "Une autre importation a eu lieu depuis cet essai, qui ne dit peut-être plus ce qui changerait. Essayez de nouveau avant d’importer."
    )
    static let importUnderWay = Word(
        work: "This file is being imported. Look at the list of imports in a while.",
        fr: "Ce fichier est en cours d’importation. Consultez la liste des importations dans un moment."
    )
    static let refusedRows = Word(work: "Refused rows", fr: "Lignes refusées")
    static let noRowRefused = Word(work: "No row is refused.", fr: "Aucune ligne n’est refusée.")
    static let unreadLabels = Word(work: "Labels that could not be read", fr: "Libellés qui n’ont pu être lus")
    static let unreadLabelsNote = Word(
        work: "Their figures count in totals and stand under “not readable”. Correct the spelling at the source if you can.",
        fr: "Leurs chiffres comptent dans les totaux et figurent sous « illisible ». Corrigez l’orthographe à la source si possible."
    )
    static let noticesOfTheFile = Word(work: "What you should know about the file", fr: "À savoir sur ce fichier")
    static let line = Word(work: "Line", fr: "Ligne")
    static let fieldOfFile = Word(work: "Field", fr: "Champ")
    static let valueOfFile = Word(work: "Value", fr: "Valeur")
    static let refusalCode = Word(work: "Code", fr: "Code")
    static let refusalReason = Word(work: "Reason", fr: "Motif")
    static let refusalRemedy = Word(work: "Remedy", fr: "Remède")
    static let labelItself = Word(work: "Label", fr: "Libellé")
    static let labelDimension = Word(work: "Kind", fr: "Nature")
    static let labelReading = Word(work: "Why not", fr: "Pourquoi")
    static let labelRows = Word(work: "Rows", fr: "Lignes")
    static let sameFileTitle = Word(work: "Nothing was changed", fr: "Rien n’a été modifié")
    static let sameFile = Word(
        work: "The source holds exactly this file already, read in the same way. Importing it again changed nothing.",
        fr: "La source contient déjà exactement ce fichier, lu de la même façon. L’importer de nouveau n’a rien changé."
    )

    static func firstFaultsOnly(_ shown: Int, of all: Int) -> Word {
        Word(
            work: "The first \(shown) of \(all) faults stand here; the files below hold all that were kept.",
            fr: "Les \(shown) premiers défauts sur \(all) figurent ici ; les fichiers ci-dessous contiennent tous ceux qui ont été gardés."
        )
    }

    static func faultsNotKept(_ kept: Int, of all: Int) -> Word {
        Word(
            work: "Of \(all) faults the first \(kept) are kept in the report.",
            fr: "Sur \(all) défauts, les \(kept) premiers sont gardés dans le rapport."
        )
    }

    static func importNumber(_ number: Int) -> Word { Word(work: "Import \(number)", fr: "Importation \(number)") }
}

extension ImportRun.State {
    var words: Word {
        switch self {
        case .running: .runRunning
        case .finished: .runFinished
        case .superseded: .runSuperseded
        }
    }
}

extension ImportScope {
    var words: Word { self == .whole ? .scopeWhole : .scopeAddition }
    var hint: Word { self == .whole ? .scopeWholeHint : .scopeAdditionHint }
}
