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
