import Protection
import Store
import Vocabulary

extension EntryKind {
    static let experience = EntryKind(
        "experience", Word(work: "Experiences of exploitation", fr: "Périodes d’exploitation"),
        add: Word(work: "Add an experience", fr: "Ajouter une période"),
        empty: Word(
            work:
                "Each time of exploitation will stand here: when, what, by which means, and how it ended. Add the first below; what is not known stays empty.",
            fr:
                "Chaque période d’exploitation figurera ici : quand, quoi, par quels moyens et comment elle a pris fin. Ajoutez la première ci-dessous ; ce qu’on ignore reste vide."
        ),
        of: .experience, table: "experience",
        columns: """
            exploitation, other_forms, is_main, began, ended, age_then, acts, means, sector, country, place, hours_per_day, days_per_week, pay_period, pay_promised, pay_received, currency, debt, debt_currency, living, control, ended_how, last_contact, narrative
            """,
        listed: ["exploitation", "sector", "began"],
        fields: { _, codebook in
            let lists = codebook.lists
            let countries = codebook.countryOptions
            return [
                EntryField(
                    "exploitation", Word(work: "Form of exploitation", fr: "Forme d’exploitation"), isRequired: true,
                    .code(lists[Exploitation.self].options)),
                EntryField(
                    "other_forms", Word(work: "Other forms in the same time", fr: "Autres formes dans la même période"),
                    .codes(lists[Exploitation.self].options)),
                EntryField(
                    "is_main", Word(work: "The main one of the file", fr: "La principale du dossier"),
                    why: Word(
                        work: "The form of the main one is what figures count. Without a main one it is the first.",
                        fr: "La forme de la principale est celle que comptent les chiffres. Sans principale, c’est la première."),
                    .yesNoUnknown),
                EntryField(
                    "began", Word(work: "Began", fr: "Début"),
                    why: Word(work: "As far as it is known: the year alone is enough.", fr: "Autant qu’on le sait : l’année seule suffit."),
                    .partialDate
                ).happened(),
                EntryField("ended", Word(work: "Ended", fr: "Fin"), .partialDate).happened(),
                EntryField("age_then", Word(work: "Age when it began", fr: "Âge au début"), .number(0...120)),
                EntryField(
                    "acts", Word(work: "Acts", fr: "Actes"),
                    why: Word(work: "What was done to bring the person there.", fr: "Ce qui a été fait pour amener la personne."),
                    .codes(lists[Act.self].options)),
                EntryField(
                    "means", Word(work: "Means", fr: "Moyens"),
                    why: Word(
                        work: "How the person was made to. For a child none is needed.",
                        fr: "Comment la personne a été contrainte. Pour un enfant, aucun n’est nécessaire."),
                    .codes(lists[Means.self].options)),
                EntryField("sector", Word(work: "Sector", fr: "Secteur"), .code(lists[Sector.self].options)),
                EntryField("country", Word(work: "Country", fr: "Pays"), .code(countries)),
                EntryField("place", Word(work: "Place", fr: "Lieu"), .text(most: 300, lines: false)),
                EntryField("hours_per_day", Word(work: "Hours of work a day", fr: "Heures de travail par jour"), .number(0...24)),
                EntryField("days_per_week", Word(work: "Days of work a week", fr: "Jours de travail par semaine"), .number(0...7)),
                EntryField(
                    "pay_period", Word(work: "Pay was for", fr: "Le salaire valait pour"),
                    .code([
                        .init("hour", "An hour", fr: "Une heure"),
                        .init("day", "A day", fr: "Un jour"),
                        .init("week", "A week", fr: "Une semaine"),
                        .init("month", "A month", fr: "Un mois"),
                        .init("whole", "The whole time", fr: "Toute la durée"),
                        .init("piece", "A piece of work", fr: "Une tâche"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField("pay_promised", Word(work: "Pay promised", fr: "Salaire promis"), .amount),
                EntryField(
                    "pay_received", Word(work: "Pay received", fr: "Salaire reçu"),
                    why: Word(work: "Nothing is 0; not known stays empty.", fr: "Rien est 0 ; inconnu reste vide."), .amount),
                .currency("currency", Word(work: "Currency of the pay", fr: "Monnaie du salaire")),
                EntryField("debt", Word(work: "Debt claimed by the exploiters", fr: "Dette réclamée par les exploiteurs"), .amount),
                .currency("debt_currency", Word(work: "Currency of the debt", fr: "Monnaie de la dette")),
                EntryField(
                    "living", Word(work: "Living conditions", fr: "Conditions de vie"),
                    .codes([
                        .init("locked_in", "Locked in", fr: "Enfermement"),
                        .init("at_workplace", "Slept at the place of work", fr: "Dormait sur le lieu de travail"),
                        .init("overcrowded", "Overcrowded", fr: "Surpeuplement"),
                        .init("with_exploiter", "Lived with the exploiter", fr: "Vivait chez l’exploiteur"),
                        .init("no_water", "No clean water", fr: "Pas d’eau propre"),
                        .init("little_food", "Not enough food", fr: "Nourriture insuffisante"),
                        .init("no_heating", "No heating or shelter from weather", fr: "Sans chauffage ni abri"),
                        .init("own_place", "A place of their own", fr: "Un logement à soi"),
                        .init("moved_often", "Moved again and again", fr: "Déplacements répétés"),
                        .init("other", "Other", fr: "Autre"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField(
                    "control", Word(work: "Methods of control", fr: "Méthodes de contrôle"), .codes(lists[ControlMethod.self].options)),
                EntryField(
                    "ended_how", Word(work: "How it ended", fr: "Comment cela a pris fin"),
                    .code([
                        .init("escaped", "The person escaped", fr: "La personne s’est échappée"),
                        .init("authority", "An authority stepped in", fr: "Intervention d’une autorité"),
                        .init("third_person", "Somebody helped", fr: "Quelqu’un a aidé"),
                        .init("let_go", "Let go", fr: "Libérée"),
                        .init("debt_paid", "The debt was paid", fr: "Dette payée"),
                        .init("sold", "Sold or handed to others", fr: "Vendue ou remise à d’autres"),
                        .init("expelled", "Expelled or removed", fr: "Expulsée"),
                        .init("goes_on", "It goes on", fr: "Cela continue"),
                        .init("other", "Other", fr: "Autre"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField(
                    "last_contact", Word(work: "Last contact with the exploiters", fr: "Dernier contact avec les exploiteurs"), .partialDate
                ).happened(),
                EntryField(
                    "narrative", Word(work: "In the person’s words", fr: "Dans les mots de la personne"),
                    why: Word(
                        work: "What the codes can’t say. It is sealed, and nobody has to tell it twice.",
                        fr: "Ce que les codes ne disent pas. C’est scellé, et personne ne doit le raconter deux fois."),
                    .text(most: 8_000, lines: true)),
            ]
        },
        check: { values, _, _ in try CaseWorkRules.inOrder(values, "began", "ended") },
        written: { written, tx in try MainExploitation.refresh(written.file.id, in: tx) }
    )
    .with(fieldsOf: .experience).happening(from: "began", to: "ended")
}
