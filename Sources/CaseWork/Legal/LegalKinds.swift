import Protection
import Store
import Vocabulary

extension EntryKind {
    static let crimeReference = EntryKind(
        "crime-reference", Word(work: "Criminal proceedings", fr: "Procédures pénales"),
        add: Word(work: "Add a proceeding", fr: "Ajouter une procédure"),
        empty: Word(
            work: "Proceedings that concern the person will stand here, with their reference sealed. Add the first below.",
            fr: "Les procédures concernant la personne figureront ici, leur référence scellée. Ajoutez la première ci-dessous."),
        of: .legal, table: "crime_reference",
        columns: """
            opened, capacity, state, reference, authority, protection
            """,
        listed: ["capacity", "state", "opened"],
        fields: { _, _ in
            return [
                EntryField("opened", Word(work: "Opened", fr: "Ouverte"), .partialDate).happened(),
                EntryField(
                    "capacity", Word(work: "The person is", fr: "La personne est"), isRequired: true,
                    .code([
                        .init("victim", "Victim", fr: "Victime"),
                        .init("witness", "Witness", fr: "Témoin"),
                        .init("civil_party", "Civil party", fr: "Partie civile"),
                        .init("suspect", "Suspect or accused", fr: "Suspecte ou prévenue"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField(
                    "state", Word(work: "State", fr: "État"), isRequired: true,
                    .code([
                        .init("reported", "Reported", fr: "Signalée"),
                        .init("investigation", "Under investigation", fr: "Enquête"),
                        .init("charged", "Somebody is charged", fr: "Mise en examen"),
                        .init("trial", "On trial", fr: "Procès"),
                        .init("judged", "Judged", fr: "Jugée"),
                        .init("appeal", "Appeal", fr: "Appel"),
                        .init("dropped", "Dropped", fr: "Classée"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField("reference", Word(work: "Reference", fr: "Référence"), .text(most: 200, lines: false)),
                EntryField(
                    "authority", Word(work: "Authority and who leads it", fr: "Autorité et responsable"), .text(most: 300, lines: false)),
                EntryField(
                    "protection", Word(work: "Protective measures", fr: "Mesures de protection"),
                    .codes([
                        .init("closed_doors", "Closed doors", fr: "Huis clos"),
                        .init("screen", "Screen or video link", fr: "Écran ou visioconférence"),
                        .init("anonymity", "Anonymity", fr: "Anonymat"),
                        .init("recorded", "Recorded testimony", fr: "Témoignage enregistré"),
                        .init("support", "Support person", fr: "Personne de soutien"),
                        .init("witness_protection", "Witness protection", fr: "Protection des témoins"),
                        .init("none", "None", fr: "Aucune"),
                    ])),
            ]
        }
    )
    .happening(from: "opened")

    static let hearing = EntryKind(
        "hearing", Word(work: "Hearings and appointments", fr: "Audiences et convocations"),
        add: Word(work: "Add a hearing", fr: "Ajouter une audience"),
        empty: Word(
            work: "Hearings will stand here with their days, and remind the worker a week before. Add the first below.",
            fr: "Les audiences figureront ici avec leurs dates, et un rappel une semaine avant. Ajoutez la première ci-dessous."),
        of: .legal, table: "hearing",
        columns: """
            proceeding, held_on, matter, court, outcome, needs
            """,
        listed: ["held_on", "matter", "outcome"],
        fields: { _, _ in
            return [
                EntryField("proceeding", Word(work: "Proceeding", fr: "Procédure"), .link(to: "crime-reference")),
                EntryField("held_on", Word(work: "Day", fr: "Jour"), isRequired: true, .day),
                EntryField(
                    "matter", Word(work: "What for", fr: "Objet"), isRequired: true,
                    .code([
                        .init("testimony", "Testimony", fr: "Témoignage"),
                        .init("trial", "Trial", fr: "Procès"),
                        .init("interim", "Interim decision", fr: "Décision provisoire"),
                        .init("residence", "Residence", fr: "Séjour"),
                        .init("asylum", "Asylum", fr: "Asile"),
                        .init("family", "Family and custody", fr: "Famille et garde"),
                        .init("claim", "A claim", fr: "Une demande"),
                        .init("other", "Other", fr: "Autre"),
                    ])),
                EntryField(
                    "court", Word(work: "Court or office, and room", fr: "Tribunal ou bureau, et salle"), .text(most: 300, lines: false)),
                EntryField(
                    "outcome", Word(work: "What came of it", fr: "Résultat"), isRequired: true,
                    .code([
                        .init("ahead", "Still ahead", fr: "À venir"),
                        .init("held", "Held", fr: "Tenue"),
                        .init("postponed", "Postponed", fr: "Reportée"),
                        .init("not_attended", "The person did not come", fr: "La personne n’est pas venue"),
                        .init("decided", "Decided", fr: "Décidée"),
                    ])),
                EntryField(
                    "needs", Word(work: "What the person needs for it", fr: "Ce dont la personne a besoin"),
                    .codes([
                        .init("interpreter", "Interpreter", fr: "Interprète"),
                        .init("companion", "Companion", fr: "Accompagnement"),
                        .init("transport", "Transport", fr: "Transport"),
                        .init("childcare", "Child care", fr: "Garde d’enfant"),
                        .init("separate_entrance", "Separate entrance", fr: "Entrée séparée"),
                        .init("none", "Nothing", fr: "Rien"),
                    ])),
            ]
        },
        written: { written, tx in try HearingClock.follow(written, in: tx) }
    )
    .happening(from: "held_on")

    static let legalAid = EntryKind(
        "legal-aid", Word(work: "Legal aid", fr: "Aide juridique"),
        add: Word(work: "Add legal aid", fr: "Ajouter une aide juridique"),
        empty: Word(
            work: "Lawyers and legal aid will stand here. Add the first below.",
            fr: "Les avocats et l’aide juridique figureront ici. Ajoutez la première ci-dessous."),
        of: .legal, table: "legal_aid",
        columns: """
            purpose, state, since, until, lawyer
            """,
        listed: ["purpose", "state", "since"],
        fields: { _, _ in
            return [
                EntryField(
                    "purpose", Word(work: "For", fr: "Pour"), isRequired: true,
                    .code([
                        .init("criminal", "Criminal proceedings", fr: "Procédure pénale"),
                        .init("residence", "Residence", fr: "Séjour"),
                        .init("asylum", "Asylum", fr: "Asile"),
                        .init("compensation", "Compensation", fr: "Indemnisation"),
                        .init("labour", "Wages and labour law", fr: "Salaires et droit du travail"),
                        .init("family", "Family", fr: "Famille"),
                        .init("defence", "Defence", fr: "Défense"),
                        .init("other", "Other", fr: "Autre"),
                    ])),
                EntryField(
                    "state", Word(work: "State", fr: "État"), isRequired: true,
                    .code([
                        .init("asked", "Asked for", fr: "Demandée"),
                        .init("granted", "Granted", fr: "Accordée"),
                        .init("refused", "Refused", fr: "Refusée"),
                        .init("ended", "Ended", fr: "Terminée"),
                        .init("paid_otherwise", "Paid otherwise", fr: "Financée autrement"),
                    ])),
                EntryField("since", Word(work: "Since", fr: "Depuis"), .day).duringLife(),
                EntryField("until", Word(work: "Until", fr: "Jusqu’au"), .day),
                EntryField(
                    "lawyer", Word(work: "Lawyer, and how to reach them", fr: "Avocat et moyen de le joindre"),
                    .text(most: 1_000, lines: true)),
            ]
        },
        check: { values, _, _ in try CaseWorkRules.inOrder(values, "since", "until") }
    )

    static let furtherFacts = EntryKind(
        "further-facts", Word(work: "What the country asks besides", fr: "Ce que le pays demande en plus"),
        add: Word(work: "Record it", fr: "Saisir"),
        empty: Word(
            work: "Facts that the country’s profile asks for will stand here. Record them below.",
            fr: "Les faits que demande le profil du pays figureront ici. Saisissez-les ci-dessous."),
        of: .summary, table: "further_facts",
        columns: .none,
        listed: [],
        fields: { _, _ in [] }
    )
    .with(fieldsOf: .caseFile).single().offeredWhereAsked()
}
