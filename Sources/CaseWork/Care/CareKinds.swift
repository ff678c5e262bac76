import Protection
import Store
import Vocabulary

extension EntryKind {
    static let health = EntryKind(
        "health", Word(work: "Health", fr: "Santé"),
        add: Word(work: "Add an entry about health", fr: "Ajouter une entrée de santé"),
        empty: Word(
            work:
                "What concerns the person’s health will stand here, dated and coded. Add the first entry below; record only what is needed to help.",
            fr:
                "Ce qui concerne la santé figurera ici, daté et codé. Ajoutez la première entrée ci-dessous ; seulement ce qui est nécessaire pour aider."
        ),
        of: .care, table: "health_entry",
        columns: """
            seen_on, pregnancy, due, conditions, treatment, medicine, examined, note
            """,
        listed: ["seen_on", "pregnancy", "treatment"],
        fields: { _, _ in
            return [
                EntryField("seen_on", Word(work: "On", fr: "Le"), isRequired: true, .day).happened(),
                EntryField(
                    "pregnancy", Word(work: "Pregnancy", fr: "Grossesse"),
                    .code([
                        .init("yes", "Yes", fr: "Oui"),
                        .init("no", "No", fr: "Non"),
                        .init("not_asked", "Not asked", fr: "Non demandé"),
                        .init("not_applicable", "Does not concern the person", fr: "Sans objet"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField("due", Word(work: "Birth expected", fr: "Terme prévu"), .partialDate),
                EntryField(
                    "conditions", Word(work: "Conditions", fr: "Problèmes de santé"),
                    .codes([
                        .init("injury", "Injury", fr: "Blessure"),
                        .init("pain", "Lasting pain", fr: "Douleur persistante"),
                        .init("infection", "Infection", fr: "Infection"),
                        .init("sexual_health", "Sexual and reproductive health", fr: "Santé sexuelle et reproductive"),
                        .init("chronic", "Chronic illness", fr: "Maladie chronique"),
                        .init("malnutrition", "Malnutrition", fr: "Malnutrition"),
                        .init("exposure", "Exposure to chemicals or dust", fr: "Exposition à des produits"),
                        .init("sleep", "Sleep", fr: "Sommeil"),
                        .init("trauma", "Signs of trauma", fr: "Signes de traumatisme"),
                        .init("depression", "Depression or anxiety", fr: "Dépression ou anxiété"),
                        .init("self_harm", "Self-harm", fr: "Automutilation"),
                        .init("substances", "Dependence on substances", fr: "Dépendance à des substances"),
                        .init("dental", "Teeth", fr: "Dents"),
                        .init("none", "None found", fr: "Aucun constaté"),
                        .init("other", "Other", fr: "Autre"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField(
                    "treatment", Word(work: "Treatment", fr: "Traitement"),
                    .code([
                        .init("none_needed", "None needed", fr: "Aucun nécessaire"),
                        .init("needed", "Needed, not begun", fr: "Nécessaire, pas commencé"),
                        .init("begun", "Begun", fr: "Commencé"),
                        .init("goes_on", "Goes on", fr: "En cours"),
                        .init("finished", "Finished", fr: "Terminé"),
                        .init("declined", "The person does not want it", fr: "La personne n’en veut pas"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField("medicine", Word(work: "Takes medicine daily", fr: "Prend un médicament chaque jour"), .yesNoUnknown),
                EntryField(
                    "examined", Word(work: "Evidence was secured, with consent", fr: "Preuves médicales recueillies, avec accord"),
                    .yesNoUnknown),
                EntryField("note", Word(work: "Note", fr: "Note"), .text(most: 4_000, lines: true)),
            ]
        }
    )

    static let safetyPlan = EntryKind(
        "safety-plan", Word(work: "Safety plan", fr: "Plan de sécurité"),
        add: Word(work: "Make the safety plan", fr: "Établir le plan de sécurité"),
        empty: Word(
            work:
                "The safety plan will stand here: what threatens, whom to trust, where to go, what to do. Make it below, together with the person.",
            fr:
                "Le plan de sécurité figurera ici : ce qui menace, à qui se fier, où aller, que faire. Établissez-le ci-dessous, avec la personne."
        ),
        of: .care, table: "safety_plan",
        columns: """
            threats, threat_detail, trusted, code_word, safe_places, avoid, steps, holders, review
            """,
        listed: ["threats", "review"],
        fields: { _, _ in
            return [
                EntryField(
                    "threats", Word(work: "Threats", fr: "Menaces"), isRequired: true,
                    .codes([
                        .init("being_found", "Being found", fr: "Être retrouvée"),
                        .init("attack", "Attack", fr: "Agression"),
                        .init("family", "Harm to family", fr: "Atteinte à la famille"),
                        .init("online", "Pictures or messages online", fr: "Images ou messages en ligne"),
                        .init("debt", "Debt collectors", fr: "Recouvreurs de dettes"),
                        .init("return", "Being fetched back", fr: "Être ramenée"),
                        .init("self_harm", "Self-harm", fr: "Automutilation"),
                        .init("detention", "Detention or removal", fr: "Détention ou éloignement"),
                        .init("none", "None known", fr: "Aucune connue"),
                        .init("other", "Other", fr: "Autre"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField("threat_detail", Word(work: "Who and how", fr: "Qui et comment"), .text(most: 3_000, lines: true)),
                EntryField(
                    "trusted", Word(work: "Trusted contacts", fr: "Contacts de confiance"),
                    why: Word(work: "Whom the person can call at any hour.", fr: "Qui la personne peut appeler à toute heure."),
                    .text(most: 2_000, lines: true)),
                EntryField(
                    "code_word", Word(work: "Code word", fr: "Mot de code"),
                    why: Word(
                        work: "Said on the telephone, it means: get help, and do not ask.",
                        fr: "Dit au téléphone, il signifie : appelez à l’aide, ne demandez rien."), .text(most: 60, lines: false)),
                EntryField("safe_places", Word(work: "Safe places", fr: "Lieux sûrs"), .text(most: 2_000, lines: true)),
                EntryField(
                    "avoid", Word(work: "Places and people to avoid", fr: "Lieux et personnes à éviter"), .text(most: 2_000, lines: true)),
                EntryField("steps", Word(work: "Steps when it happens", fr: "Que faire si cela arrive"), .text(most: 4_000, lines: true)),
                EntryField(
                    "holders", Word(work: "Who has a copy", fr: "Qui en a une copie"),
                    .codes([
                        .init("person", "The person", fr: "La personne"),
                        .init("worker", "The case worker", fr: "L’intervenant"),
                        .init("shelter", "The shelter", fr: "L’hébergement"),
                        .init("guardian", "The guardian", fr: "Le tuteur"),
                        .init("trusted", "A trusted contact", fr: "Un contact de confiance"),
                        .init("police", "The police", fr: "La police"),
                        .init("nobody", "Nobody: too dangerous", fr: "Personne : trop dangereux"),
                    ])),
                EntryField(
                    "review", Word(work: "Look at it again by", fr: "À revoir avant le"),
                    why: Word(
                        work: "After the end of that day it counts as late.", fr: "Après la fin de ce jour, il compte comme en retard."),
                    isRequired: true, .day),
            ]
        },
        written: { written, tx in try CareClocks.safetyPlan(written, in: tx) }
    )
    .single()

    static let goal = EntryKind(
        "goal", Word(work: "The person’s own goals", fr: "Objectifs de la personne"),
        add: Word(work: "Add a goal", fr: "Ajouter un objectif"),
        empty: Word(
            work: "What the person wants to reach will stand here, in their own words. Add the first goal below.",
            fr: "Ce que la personne veut atteindre figurera ici, dans ses propres mots. Ajoutez le premier objectif ci-dessous."),
        of: .care, table: "goal",
        columns: """
            words, domain, importance, progress, reached_on
            """,
        listed: ["domain", "importance", "progress"],
        fields: { _, _ in
            return [
                EntryField(
                    "words", Word(work: "In the person’s words", fr: "Dans les mots de la personne"), isRequired: true,
                    .text(most: 2_000, lines: true)),
                EntryField(
                    "domain", Word(work: "Domain", fr: "Domaine"), isRequired: true,
                    .code(EntryField.options(ServiceKind.Domain.self) { $0.word })),
                EntryField(
                    "importance", Word(work: "How much it matters to the person", fr: "Importance pour la personne"),
                    .code([
                        .init("most", "More than anything", fr: "Plus que tout"),
                        .init("much", "Much", fr: "Beaucoup"),
                        .init("some", "Somewhat", fr: "Un peu"),
                    ])),
                EntryField(
                    "progress", Word(work: "Progress", fr: "Avancement"), isRequired: true,
                    .code([
                        .init("not_begun", "Not begun", fr: "Pas commencé"),
                        .init("begun", "Begun", fr: "Commencé"),
                        .init("well_on", "Well on the way", fr: "Bien avancé"),
                        .init("reached", "Reached", fr: "Atteint"),
                        .init("changed", "The person wants something else now", fr: "La personne souhaite autre chose"),
                    ])),
                EntryField("reached_on", Word(work: "Reached on", fr: "Atteint le"), .day).happened(),
            ]
        },
        check: { values, _, _ in try CaseWorkRules.reached(values) }
    )

    static let ownView = EntryKind(
        "own-view", Word(work: "The person’s own view", fr: "Le point de vue de la personne"),
        add: Word(work: "Record what the person says", fr: "Saisir ce que dit la personne"),
        empty: Word(
            work: "How the person sees their situation and the help will stand here, dated. Ask, and write it below in their words.",
            fr:
                "La façon dont la personne voit sa situation et l’aide figurera ici, datée. Demandez, et écrivez-le ci-dessous dans ses mots."
        ),
        of: .care, table: "own_view",
        columns: """
            said_on, about, feeling, words
            """,
        listed: ["about", "feeling", "said_on"],
        fields: { _, _ in
            return [
                EntryField("said_on", Word(work: "On", fr: "Le"), isRequired: true, .day).happened(),
                EntryField(
                    "about", Word(work: "About", fr: "À propos de"), isRequired: true,
                    .code([
                        .init("situation", "The situation as a whole", fr: "La situation dans son ensemble"),
                        .init("safety", "Safety", fr: "Sécurité"),
                        .init("help", "The help received", fr: "L’aide reçue"),
                        .init("plan", "The plan", fr: "Le plan"),
                        .init("future", "The future", fr: "L’avenir"),
                        .init("decision", "A decision", fr: "Une décision"),
                        .init("other", "Other", fr: "Autre"),
                    ])),
                EntryField(
                    "feeling", Word(work: "How it is going", fr: "Comment cela va"),
                    .code([
                        .init("well", "Well", fr: "Bien"),
                        .init("rather_well", "Rather well", fr: "Plutôt bien"),
                        .init("so_so", "So-so", fr: "Moyennement"),
                        .init("badly", "Badly", fr: "Mal"),
                        .init("not_said", "The person did not want to say", fr: "La personne n’a pas voulu le dire"),
                    ])),
                EntryField(
                    "words", Word(work: "In the person’s words", fr: "Dans les mots de la personne"), .text(most: 4_000, lines: true)),
            ]
        }
    )

    static let contactAttempt = EntryKind(
        "contact-attempt", Word(work: "Contact log", fr: "Journal des contacts"),
        add: Word(work: "Record an attempt", fr: "Saisir un essai"),
        empty: Word(
            work:
                "Each safe attempt to reach the person will stand here, with what came of it. Use only the safe channel of the file; record the first attempt below.",
            fr:
                "Chaque essai sûr de joindre la personne figurera ici, avec son résultat. N’utilisez que le contact sûr du dossier ; saisissez le premier essai ci-dessous."
        ),
        of: .care, table: "contact_attempt",
        columns: """
            tried_on, channel, outcome, was_safe, next, note
            """,
        listed: ["tried_on", "channel", "outcome"],
        fields: { _, _ in
            return [
                EntryField("tried_on", Word(work: "On", fr: "Le"), isRequired: true, .day).happened(),
                EntryField(
                    "channel", Word(work: "How", fr: "Comment"), isRequired: true,
                    .code([
                        .init("call", "Call", fr: "Appel"),
                        .init("message", "Message", fr: "Message"),
                        .init("visit", "Visit", fr: "Visite"),
                        .init("through", "Through somebody trusted", fr: "Par une personne de confiance"),
                        .init("letter", "Letter", fr: "Lettre"),
                        .init("in_person", "The person came", fr: "La personne est venue"),
                        .init("other", "Other", fr: "Autre"),
                    ])),
                EntryField(
                    "outcome", Word(work: "What came of it", fr: "Résultat"), isRequired: true,
                    .code([
                        .init("reached", "Reached", fr: "Jointe"),
                        .init("no_answer", "No answer", fr: "Pas de réponse"),
                        .init("message_left", "Message left", fr: "Message laissé"),
                        .init("somebody_else", "Somebody else answered", fr: "Quelqu’un d’autre a répondu"),
                        .init("channel_dead", "The channel does not work any more", fr: "Le contact ne fonctionne plus"),
                        .init("broken_off", "Broken off: not safe", fr: "Interrompu : pas sûr"),
                    ])),
                EntryField("was_safe", Word(work: "It was safe", fr: "C’était sûr"), .yesNoUnknown),
                EntryField("next", Word(work: "Try again on", fr: "Réessayer le"), .day),
                EntryField("note", Word(work: "Note", fr: "Note"), .text(most: 2_000, lines: true)),
            ]
        }
    )
}
