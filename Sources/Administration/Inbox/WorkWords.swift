import Access
import Vocabulary

extension Notice {
    /// What the notice says.
    var word: Word {
        let amount = self.amount ?? 0
        switch kind {
        case .importDone: return Word(work: "An import is through: \(amount) rows.", fr: "Une importation est terminée : \(amount) lignes.")
        case .rowsHeldBack:
            return Word(
                work: "An import held back \(amount) rows. They can be corrected.",
                fr: "Une importation a retenu \(amount) lignes. Elles peuvent être corrigées.")
        case .rowsExpired:
            return Word(
                work: "\(amount) rows held back were removed, because nobody settled them in time.",
                fr: "\(amount) lignes retenues ont été supprimées faute de décision à temps.")
        case .invitationExpired:
            return Word(work: "An invitation ran out unused.", fr: "Une invitation a expiré sans avoir servi.")
        case .passwordChanged: return Word(work: "Your password was changed.", fr: "Votre mot de passe a été modifié.")
        case .secondFactorRemoved:
            return Word(
                work: "An administrator removed your second factor. Set up a new one.",
                fr: "Un administrateur a retiré votre second facteur. Configurez-en un nouveau.")
        case .treatyStatusImported:
            return Word(
                work: "Treaty status was imported: \(amount) changes.", fr: "L’état des traités a été importé : \(amount) changements.")
        case .jobFailed:
            return Word(
                work: "A job of this node failed and will be tried again. The audit names it.",
                fr: "Une tâche de ce nœud a échoué et sera retentée. L’audit la nomme.")
        case .matter: return Word(work: "Something happened in a case file.", fr: "Il s’est passé quelque chose dans un dossier.")
        }
    }
}

extension Word {
    static let work = Word(work: "Today", fr: "Aujourd’hui")
    static let needsYou = Word(work: "What needs you", fr: "Ce qui vous attend")
    static let nothingNeedsYou = Word(
        work: "Nothing waits for you. Notices about imports, invitations and your account appear here.",
        fr: "Rien ne vous attend. Les avis sur les importations, les invitations et votre compte apparaissent ici."
    )
    static func alsoBefore(_ times: Int) -> Word {
        times == 1
            ? Word(work: "and once before", fr: "et une fois auparavant")
            : Word(work: "and \(times) times before", fr: "et \(times) fois auparavant")
    }
    static let putAway = Word(work: "Put away", fr: "Ranger")
    static let alreadyRead = Word(work: "Put away before", fr: "Déjà rangés")
    static let yourPlaces = Word(work: "Your places", fr: "Vos rubriques")
    static let setUpSecondFactor = Word(work: "Set up your second factor", fr: "Configurez votre second facteur")
    static let setUpSecondFactorWhy = Word(
        work: "Your role needs one: until then you can’t do most of your work here. It takes two minutes and an authenticator app.",
        fr:
            "Votre rôle en exige un : d’ici là, vous ne pouvez presque rien faire ici. Il faut deux minutes et une application d’authentification."
    )
    static let signInWithCode = Word(
        work: "This session was opened without your second factor. Sign out, and sign in with a code.",
        fr: "Cette session a été ouverte sans votre second facteur. Déconnectez-vous, puis connectez-vous avec un code."
    )
    static let fewCodesLeft = Word(
        work: "You have few recovery codes left. Make new ones.", fr: "Il vous reste peu de codes de secours. Créez-en de nouveaux."
    )
}
