import Access
import Vocabulary

extension Account.State {
    var word: Word {
        switch self {
        case .invited: Word(work: "Invited", fr: "Invité")
        case .active: Word(work: "Active", fr: "Actif")
        case .suspended: Word(work: "Suspended", fr: "Suspendu")
        case .erased: Word(work: "Erased", fr: "Effacé")
        }
    }
}

extension Word {
    static let accounts = Word(work: "Accounts", fr: "Comptes")
    static let invite = Word(work: "Invite somebody", fr: "Inviter quelqu’un")
    static let findAccount = Word(work: "Find a person", fr: "Chercher une personne")
    static let displayName = Word(work: "Name", fr: "Nom")
    static let displayNameWhy = Word(work: "As colleagues know them.", fr: "Tel que les collègues la connaissent.")
    static let role = Word(work: "Role", fr: "Rôle")
    static let secondFactor = Word(work: "Second factor", fr: "Second facteur")
    static let secondFactorIsSetUp = Word(work: "Set up", fr: "Configuré")
    static let secondFactorIsMissing = Word(work: "Not set up", fr: "Non configuré")
    static let invitedOn = Word(work: "Invited", fr: "Invité le")
    static let accountsWillStandHere = Word(
        work: "People with an account will stand here. Invite the first.",
        fr: "Les personnes ayant un compte apparaîtront ici. Invitez la première."
    )
    static let preferredLanguage = Word(work: "Language", fr: "Langue")
    static let rolesWhy = Word(
        work: "What the person may do. Roles can be changed at any time and work at the next request.",
        fr: "Ce que la personne peut faire. Les rôles se modifient à tout moment et valent dès la requête suivante."
    )
    static let email = Word(work: "E-mail", fr: "Adresse électronique")
    static let telephone = Word(work: "Telephone", fr: "Téléphone")
    static let telephoneWhy = Word(
        work: "With the country’s number: +33 1 23 45 67 89.", fr: "Avec l’indicatif du pays : +33 1 23 45 67 89.")
    static let contactWhy = Word(
        work: "Kept sealed, and erased with the account. Concord sends nothing to it by itself.",
        fr: "Conservé scellé et effacé avec le compte. Concord n’y envoie rien de lui-même."
    )
    static let makeInvitation = Word(work: "Make the invitation", fr: "Créer l’invitation")
    static let linkTitle = Word(work: "Hand over this link", fr: "Remettez ce lien")
    static let linkLead = Word(
        work: "It is shown once, here. Hand it over in person or by a channel that you trust; whoever has it can open the account.",
        fr: "Il n’apparaît qu’une fois, ici. Remettez-le en personne ou par un moyen sûr : qui l’a peut ouvrir le compte."
    )
    static let linkGoodSevenDays = Word(work: "It works once, within seven days.", fr: "Il sert une fois, dans les sept jours.")
    static let linkGoodOneDay = Word(work: "It works once, within a day.", fr: "Il sert une fois, dans la journée.")
    static let backToAccount = Word(work: "To the account", fr: "Vers le compte")
    static let rolesOfAccount = Word(work: "Roles", fr: "Rôles")
    static let saveRoles = Word(work: "Save the roles", fr: "Enregistrer les rôles")
    static let newLink = Word(work: "Make a new link", fr: "Créer un nouveau lien")
    static let newLinkWhy = Word(
        work: "For somebody who lost the invitation or the password. Links made before stop working.",
        fr: "Pour qui a perdu l’invitation ou le mot de passe. Les liens précédents ne marchent plus."
    )
    static let suspend = Word(work: "Suspend", fr: "Suspendre")
    static let suspendWhy = Word(
        work: "Their sessions end at once and they can’t sign in until you resume the account.",
        fr: "Ses sessions prennent fin aussitôt et la personne ne peut plus se connecter avant la reprise."
    )
    static let resume = Word(work: "Resume", fr: "Reprendre")
    static let endAllSessions = Word(work: "End all their sessions", fr: "Mettre fin à toutes ses sessions")
    static let removeSecondFactor = Word(work: "Remove the second factor", fr: "Retirer le second facteur")
    static let removeSecondFactorWhy = Word(
        work: "Only when the telephone and the recovery codes are lost, and you are sure who is asking. All sessions end.",
        fr:
            "Seulement si le téléphone et les codes de secours sont perdus, et si vous êtes sûr de qui demande. Toutes les sessions prennent fin."
    )
    static let contactData = Word(work: "Contact data", fr: "Coordonnées")
    static let openContact = Word(work: "Open the contact data", fr: "Ouvrir les coordonnées")
    static let openContactWhy = Word(work: "Opening them is written in the audit.", fr: "Leur ouverture est inscrite au journal d’audit.")
    static let erase = Word(work: "Erase this person’s data", fr: "Effacer les données de cette personne")
    static let eraseWhy = Word(
        work:
            "Names, contact data, password and second factor are destroyed and can’t be brought back. The audit keeps what was done, without a name.",
        fr: "Noms, coordonnées, mot de passe et second facteur sont détruits sans retour. L’audit garde ce qui a été fait, sans nom."
    )
    static let eraseSure = Word(work: "I know that this can’t be undone", fr: "Je sais que c’est irréversible")
    static let erasedTitle = Word(work: "Erased", fr: "Données effacées")
    static let none = Word(work: "None", fr: "Aucun")
    static let whatCanBeDone = Word(work: "What can be done", fr: "Ce qui peut être fait")

    static func erasureComplete(on day: String) -> Word {
        Word(
            work: "The data and its key are destroyed. The last backup of the keys that still has it expires by \(day).",
            fr: "Les données et leur clé sont détruites. La dernière sauvegarde des clés qui la contient expire au plus tard le \(day)."
        )
    }
}
