import Vocabulary

extension Word {
    static let myAccount = Word(work: "My account", fr: "Mon compte")
    static let mySessions = Word(work: "My sessions", fr: "Mes sessions")
    static let changePassword = Word(work: "Change the password", fr: "Changer le mot de passe")
    static let changePasswordWhy = Word(
        work: "All your other sessions and your tokens of the API end.",
        fr: "Toutes vos autres sessions et vos jetons de l’API prennent fin."
    )
    static let appTitle = Word(work: "Set up an app for codes", fr: "Configurer une application de codes")
    static let secondFactorLead = Word(
        work: "An app on your telephone gives a code at each sign-in, so that a stolen password alone opens nothing.",
        fr: "Une application sur votre téléphone donne un code à chaque connexion : un mot de passe volé n’ouvre rien à lui seul."
    )
    static let beginSecondFactor = Word(work: "Set up an app", fr: "Configurer une application")
    static let replaceSecondFactor = Word(work: "Move to another app", fr: "Passer à une autre application")
    static let scanThis = Word(
        work: "Scan this with an authenticator app, or type the key into it by hand. Then enter the code that it shows.",
        fr: "Scannez ceci avec une application d’authentification, ou saisissez-y la clé à la main. Entrez ensuite le code affiché."
    )
    static let qrTitle = Word(work: "QR code for the authenticator app", fr: "Code QR pour l’application d’authentification")
    static let key = Word(work: "Key", fr: "Clé")
    static let firstCode = Word(work: "Code that the app shows", fr: "Code affiché par l’application")
    static let confirm = Word(work: "Confirm", fr: "Confirmer")
    static let codesTitle = Word(work: "Your recovery codes", fr: "Vos codes de secours")
    static let codesLead = Word(
        work:
            "Write them down now and keep them apart from your telephone; they are not shown again. Each one replaces a code of the app once.",
        fr:
            "Notez-les maintenant et gardez-les loin de votre téléphone ; ils ne seront plus affichés. Chacun remplace une fois un code de l’application."
    )
    static let codesAreKept = Word(work: "I have written them down", fr: "Je les ai notés")
    static let renewCodes = Word(work: "Make new recovery codes", fr: "Créer de nouveaux codes de secours")
    static let renewCodesWhy = Word(work: "The old ones stop working.", fr: "Les anciens ne marchent plus.")
    static let seeContact = Word(work: "See and change it", fr: "Les voir et les modifier")
    static let providerLinked = Word(
        work: "Your account is linked to your organisation’s sign-in.", fr: "Votre compte est lié à la connexion de votre organisation."
    )
    static let linkProvider = Word(work: "Link your organisation’s sign-in", fr: "Lier la connexion de votre organisation")
    static let unlinkProvider = Word(work: "End the link", fr: "Rompre le lien")

    static func codesLeft(_ count: Int) -> Word {
        Word(work: "Recovery codes left: \(count)", fr: "Codes de secours restants : \(count)")
    }
}
