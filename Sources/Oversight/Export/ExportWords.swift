import Vocabulary

// Words of what leaves a file.
extension Word {
    static let takeOut = Word(work: "Take out a summary", fr: "Extraire un résumé")
    static let takeOutNow = Word(work: "Record the disclosure and take it out", fr: "Enregistrer la communication et extraire")
    static let takeOutLead = Word(
        work:
            "What you take out is recorded as a disclosure with its ground; the person can ask who received it. Only what the purpose needs, what you may see and what the person agreed to goes into it.",
        fr:
            "Ce que vous extrayez est enregistré comme communication, avec son fondement ; la personne peut demander qui l’a reçu. N’y figure que ce que le but exige, ce que vous pouvez voir et ce que la personne a accepté."
    )
    static let exportPurpose = Word(work: "What for", fr: "Dans quel but")
    static let exportForm = Word(work: "In which form", fr: "Sous quelle forme")
    static let exportRecipient = Word(work: "To whom", fr: "À qui")
    static let exportRecipientWhy = Word(
        work: "Leave it empty for the person themself, or for a recipient that is not on this node.",
        fr: "Laissez vide pour la personne elle-même, ou pour un destinataire absent de ce nœud.")
    static let exportGround = Word(work: "On which ground", fr: "Sur quel fondement")
    static let exportGroundWhy = Word(
        work: "Nothing leaves without one. Whether it is there is looked up in the consent ledger.",
        fr: "Rien ne sort sans fondement. Sa présence est vérifiée dans le registre des consentements.")
    static let groundConsent = Word(
        work: "Consent on record, of the person or of the guardian", fr: "Consentement enregistré, de la personne ou du tuteur")
    static let groundConsentHint = Word(
        work: "For exactly this purpose and recipient; only the parts agreed to go out.",
        fr: "Pour ce but et ce destinataire précis ; seules les parties acceptées sortent.")
    static let groundChildProtection = Word(
        work: "The child-protection authority, as long as there is no guardian",
        fr: "L’autorité de protection de l’enfance, tant qu’il n’y a pas de tuteur")
    static let groundOwn = Word(
        work: "The person, or the child’s guardian, asks for it themself", fr: "La personne, ou le tuteur de l’enfant, le demande")
    static func goesAtMost(_ parts: [Word]) -> Word {
        Word(
            work: "At most: " + parts.map(\.en).joined(separator: ", ") + ".",
            fr: "Au plus : " + parts.map(\.fr).joined(separator: ", ") + ".")
    }
    static let madeFor = Word(work: "For:", fr: "Pour :")
    static let paperIsConfidential = Word(
        work:
            "Confidential. It may be used for the purpose it was made for and for nothing else; keep it locked away, and destroy it afterwards.",
        fr: "Confidentiel. Ne peut servir qu’au but pour lequel il a été établi ; à garder sous clé, puis à détruire.")
    static let clocksOfTheFile = Word(work: "Periods and deadlines", fr: "Délais et périodes")
    static let notInThisPaper = Word(work: "Parts of the file that are not in this paper", fr: "Parties du dossier absentes de ce document")
    static func listIsCut(_ most: Int) -> Word {
        Word(
            work: "Only the first \(most) files. Narrow the list by its filters to take out the others.",
            fr: "Seulement les \(most) premiers dossiers. Filtrez la liste pour extraire les autres.")
    }
}
