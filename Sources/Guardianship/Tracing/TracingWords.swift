import Vocabulary

extension Word {
    static let familyTracing = Word(work: "Family tracing", fr: "Recherche de la famille")
    static let tracingRule = Word(
        work: "No contact before the risks were checked and the authority approved. Nothing that leaves says who or where the child is.",
        fr:
            "Aucun contact avant la vérification des risques et l’approbation de l’autorité. Rien de ce qui sort ne dit qui est l’enfant ni où il est."
    )
    static let tracingsWillStandHere = Word(
        work: "Searches for the family will stand here. Ask for one when the child wishes it.",
        fr: "Les recherches de la famille apparaîtront ici. Demandez-en une quand l’enfant le souhaite."
    )
    static let askForTracing = Word(work: "Ask for a search", fr: "Demander une recherche")
    static let whomSought = Word(work: "Who is sought", fr: "Personne recherchée")
    static let whatChildTells = Word(work: "What the child tells", fr: "Ce que l’enfant raconte")
    static let whatChildTellsWhy = Word(
        work: "Names and places; sealed, and in no request that leaves.",
        fr: "Noms et lieux ; scellé, et dans aucune demande envoyée."
    )
    static let wishOfTheChild = Word(work: "The child’s wish", fr: "Souhait de l’enfant")
    static let wishWhy = Word(
        work: "Nobody is looked for against it, or before the child could say it.",
        fr: "Personne n’est recherché contre ce souhait, ni avant que l’enfant ait pu l’exprimer."
    )
    static let checkRisks = Word(work: "Check the risks", fr: "Vérifier les risques")
    static let checkRisksWhy = Word(
        work: "Contact is possible only when every answer is no. What is not known has to be found out first.",
        fr: "Le contact n’est possible que si chaque réponse est non. Ce qui est inconnu doit d’abord être éclairci."
    )
    static let approveContact = Word(work: "Approve contact", fr: "Approuver le contact")
    static let approveContactWhy = Word(
        work: "Somebody else than who checked the risks decides. After a yes, steps of contact can be recorded.",
        fr: "Une autre personne que celle qui a vérifié les risques décide. Après un oui, des étapes peuvent être consignées."
    )
    static let stepOfContact = Word(work: "Step of contact", fr: "Étape de contact")
    static let stepsOfContact = Word(work: "Steps of contact", fr: "Étapes de contact")
    static let recordStep = Word(work: "Record the step", fr: "Consigner l’étape")
    static let whatCameOfIt = Word(work: "What came of it", fr: "Résultat")
    static let tracingRequest = Word(work: "Request for tracing", fr: "Demande de recherche")
    static let tracingRequestWhy = Word(
        work: "All that may leave: a reference and coded facts. Record the step “request sent” when it has left.",
        fr: "Tout ce qui peut sortir : une référence et des faits codés. Consignez l’étape « demande envoyée » une fois partie."
    )
    static let reference = Word(work: "Reference", fr: "Référence")
}
