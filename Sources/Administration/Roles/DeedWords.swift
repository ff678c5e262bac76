import Access
import Vocabulary

extension Deed {
    /// What the deed is called on screen.
    var word: Word {
        switch self {
        case .viewOwnAccount: Word(work: "See one’s own account", fr: "Voir son propre compte")
        case .changeOwnSecrets:
            Word(
                work: "Change one’s own password, contact data and second factor",
                fr: "Modifier son mot de passe, ses coordonnées et son second facteur")
        case .readInbox: Word(work: "Read one’s own notices", fr: "Lire ses propres avis")
        case .useAPI: Word(work: "Use the API", fr: "Utiliser l’API")
        case .manageOrganisations: Word(work: "Look after organisations", fr: "Gérer les organisations")
        case .manageAccounts: Word(work: "Look after accounts and their roles", fr: "Gérer les comptes et leurs rôles")
        case .readRoles: Word(work: "See who may do what", fr: "Voir qui peut faire quoi")
        case .endSessions: Word(work: "End other people’s sessions", fr: "Mettre fin aux sessions d’autrui")
        case .readAudit: Word(work: "Read and check the audit trail", fr: "Lire et vérifier le journal d’audit")
        case .manageKeys: Word(work: "Look after the keys", fr: "Gérer les clés")
        case .importStatistics: Word(work: "Import statistics and coded records", fr: "Importer des statistiques et des données codées")
        case .readQuarantine: Word(work: "Read rows held back by an import", fr: "Lire les lignes retenues par une importation")
        case .releaseQuarantine: Word(work: "Correct and release rows held back", fr: "Corriger et libérer les lignes retenues")
        case .readInternalFigures: Word(work: "Read figures that are not published", fr: "Lire les chiffres non publiés")
        case .importTreatyStatus: Word(work: "Import treaty status", fr: "Importer l’état des traités")
        case .linkCommitments: Word(work: "Link commitments", fr: "Relier les engagements")
        case .raiseReferral: Word(work: "Raise referrals and follow one’s own", fr: "Faire des signalements et suivre les siens")
        case .searchPeople: Word(work: "Search among own and shared people", fr: "Chercher parmi les personnes suivies ou partagées")
        case .readCase: Word(work: "Read case files: stage, clocks, summary", fr: "Lire les dossiers : étape, délais, résumé")
        case .readIdentity: Word(work: "Open a person’s identity", fr: "Ouvrir l’identité d’une personne")
        case .readExperience: Word(work: "Read what a person lived through", fr: "Lire ce qu’une personne a vécu")
        case .readCare: Word(work: "Read needs, health, risks and safety plan", fr: "Lire besoins, santé, risques et plan de sécurité")
        case .readLegal: Word(work: "Read permits, proceedings and claims", fr: "Lire titres de séjour, procédures et demandes")
        case .readInterviews: Word(work: "Read interviews", fr: "Lire les entretiens")
        case .readCooperation: Word(work: "Read about cooperation with the police", fr: "Lire la coopération avec la police")
        case .readReturn: Word(work: "Read about return and reintegration", fr: "Lire le retour et la réintégration")
        case .readChildFile: Word(work: "Read a child’s protection file", fr: "Lire le dossier de protection d’un enfant")
        case .writeCase: Word(work: "Write in case files", fr: "Écrire dans les dossiers")
        case .writeExperience: Word(work: "Record what a person lived through", fr: "Consigner ce qu’une personne a vécu")
        case .writeCare:
            Word(work: "Record needs, risks, safety plan and goals", fr: "Consigner besoins, risques, plan de sécurité et objectifs")
        case .writeLegal:
            Word(work: "Record permits, proceedings and legal aid", fr: "Consigner titres de séjour, procédures et aide juridique")
        case .conductInterviews: Word(work: "Hold interviews", fr: "Mener des entretiens")
        case .recordCooperation: Word(work: "Record cooperation with the police", fr: "Consigner la coopération avec la police")
        case .assessIdentification: Word(work: "Decide on identification", fr: "Décider de l’identification")
        case .confirmDecisions:
            Word(work: "Confirm negative decisions, decide reviews", fr: "Confirmer les décisions négatives, trancher les réexamens")
        case .askForReview: Word(work: "Ask for review and appeal", fr: "Demander réexamen et recours")
        case .readMatches: Word(work: "Read matches across organisations", fr: "Lire les correspondances entre organisations")
        case .joinFiles: Word(work: "Join and part files", fr: "Fusionner et séparer des dossiers")
        case .recordConsent: Word(work: "Record consent and its withdrawal", fr: "Consigner le consentement et son retrait")
        case .shareCase: Word(work: "Share parts of a file", fr: "Partager des parties d’un dossier")
        case .referToServices: Word(work: "Refer to services", fr: "Orienter vers des services")
        case .answerReferrals: Word(work: "Answer referrals and deliver services", fr: "Répondre aux orientations et fournir les services")
        case .manageServices: Word(work: "Keep the directory of services", fr: "Tenir l’annuaire des services")
        case .managePlaces: Word(work: "Keep shelter places", fr: "Gérer les places d’hébergement")
        case .manageInterpreters: Word(work: "Keep the register of interpreters", fr: "Tenir le registre des interprètes")
        case .protectChildren: Word(work: "Act as child-protection authority", fr: "Agir comme autorité de protection de l’enfance")
        case .actAsGuardian: Word(work: "Act as guardian", fr: "Agir comme tuteur")
        case .planReturn: Word(work: "Prepare returns", fr: "Préparer les retours")
        case .authoriseReturn: Word(work: "Authorise returns, record removals", fr: "Autoriser les retours, consigner les éloignements")
        case .monitorReintegration: Word(work: "Report on reintegration", fr: "Rendre compte de la réintégration")
        case .pursueRemedies: Word(work: "Pursue remedies", fr: "Poursuivre les réparations")
        case .holdConferences: Word(work: "Hold case conferences", fr: "Tenir des réunions de dossier")
        case .closeCases: Word(work: "Close and reopen case files", fr: "Clore et rouvrir des dossiers")
        case .erasePeople: Word(work: "Erase people", fr: "Effacer des personnes")
        case .barPeople: Word(work: "Bar people from a file", fr: "Exclure des personnes d’un dossier")
        case .breakGlass: Word(work: "Break the glass in an emergency", fr: "Briser la glace en urgence")
        case .reviewGlass: Word(work: "Review emergency openings", fr: "Examiner les ouvertures d’urgence")
        case .superviseCases: Word(work: "Assign files and supervise", fr: "Attribuer et superviser les dossiers")
        case .transferCases: Word(work: "Transfer files", fr: "Transférer des dossiers")
        case .answerSubjects: Word(work: "Answer a person about their own data", fr: "Répondre à une personne sur ses données")
        case .exportCases: Word(work: "Print and export case files", fr: "Imprimer et exporter des dossiers")
        case .importCases: Word(work: "Import case records", fr: "Importer des dossiers")
        case .readCaseFigures: Word(work: "Read figures drawn from cases", fr: "Lire les chiffres tirés des dossiers")
        }
    }
}

extension AuditEvent {
    var word: Word {
        switch self {
        case .signIn: Word(work: "Sign in", fr: "Connexion")
        case .signOut: Word(work: "Sign out", fr: "Déconnexion")
        case .provedAgain: Word(work: "Proved again who they are", fr: "Identité reprouvée")
        case .linkMade: Word(work: "Link made", fr: "Lien créé")
        case .linkUsed: Word(work: "Link used", fr: "Lien utilisé")
        case .providerLinked: Word(work: "Identity provider linked", fr: "Fournisseur d’identité lié")
        case .jobRun: Word(work: "Job", fr: "Tâche")
        }
    }
}

extension Scope {
    var word: Word {
        switch self {
        case .own: Word(work: "own", fr: "soi")
        case .assigned: Word(work: "assigned", fr: "attribué")
        case .shared: Word(work: "shared", fr: "partagé")
        case .organisation: Word(work: "organisation", fr: "organisation")
        case .node: Word(work: "node", fr: "nœud")
        }
    }
}

extension Word {
    static let roles = Word(work: "Roles", fr: "Rôles")
    static let rolesLead = Word(
        work: "Who may do what, and how far it reaches. Roles are set in the file roles.yaml of this node.",
        fr: "Qui peut faire quoi, et jusqu’où. Les rôles sont définis dans le fichier roles.yaml de ce nœud."
    )
    static let deed = Word(work: "Deed", fr: "Acte")
    static let needsSecondFactor = Word(work: "needs a second factor", fr: "exige un second facteur")
    static let needsFreshSignIn = Word(work: "needs a fresh sign-in", fr: "exige une connexion récente")
    static let noDeed = Word(work: "no", fr: "non")
}
