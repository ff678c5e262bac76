import Protection
import Store
import Vocabulary

extension EntryKind {
    static let personProfile = EntryKind(
        "person-profile", Word(work: "Person: coded facts", fr: "Personne : faits codés"),
        add: Word(work: "Record the coded facts", fr: "Saisir les faits codés"),
        empty: Word(
            work: "What is coded of the person will stand here, with its history. Begin below with what is known.",
            fr: "Ce qui est codé de la personne figurera ici, avec son historique. Commencez ci-dessous par ce qu’on sait."),
        of: .summary, table: "person_profile",
        columns: """
            sex, age_band, age_estimated, age_disputed, citizenship, second_citizenship, third_citizenship, stateless, language, languages, interpreter, literacy
            """,
        listed: ["sex", "age_band", "citizenship"],
        fields: { profile, codebook in
            let lists = codebook.lists
            let countries = codebook.countryOptions
            let languages = profile.languageOptions
            return [
                EntryField("sex", Word(work: "Sex", fr: "Sexe"), isRequired: true, .code(lists[Sex.self].options)),
                EntryField("age_band", Word(work: "Age", fr: "Âge"), isRequired: true, .code(lists[AgeBand.self].options)),
                EntryField(
                    "age_estimated", Word(work: "Estimated age", fr: "Âge estimé"),
                    why: Word(work: "Where no birth date is known.", fr: "Si la date de naissance est inconnue."), .number(0...120)),
                EntryField("age_disputed", Word(work: "Age is disputed", fr: "Âge contesté"), .yesNoUnknown),
                EntryField("citizenship", Word(work: "Citizenship", fr: "Nationalité"), .code(countries)),
                EntryField("second_citizenship", Word(work: "Second citizenship", fr: "Deuxième nationalité"), .code(countries)),
                EntryField("third_citizenship", Word(work: "Third citizenship", fr: "Troisième nationalité"), .code(countries)),
                EntryField(
                    "stateless", Word(work: "Stateless", fr: "Apatride"),
                    .code([
                        .init("yes", "Yes", fr: "Oui"),
                        .init("at_risk", "At risk of it", fr: "Risque de l’être"),
                        .init("no", "No", fr: "Non"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField("language", Word(work: "Language spoken best", fr: "Langue la mieux parlée"), .code(languages)),
                EntryField("languages", Word(work: "Other languages", fr: "Autres langues"), .codes(profile.furtherLanguageOptions)),
                EntryField(
                    "interpreter", Word(work: "Interpreter", fr: "Interprète"), isRequired: true,
                    .code([
                        .init("needed", "Needed", fr: "Nécessaire"),
                        .init("not_needed", "Not needed", fr: "Pas nécessaire"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField(
                    "literacy", Word(work: "Reading and writing", fr: "Lecture et écriture"),
                    .code([
                        .init("well", "Reads and writes well", fr: "Lit et écrit bien"),
                        .init("a_little", "A little", fr: "Un peu"),
                        .init("not", "Not", fr: "Non"),
                        .init("other_script", "In another script", fr: "Dans une autre écriture"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
            ]
        },
        check: { values, file, _ in try PersonCodes.check(values, file) },
        written: { written, tx in try PersonCodes.write(written, in: tx) }
    )
    .single(prefilled: PersonCodes.known)

    static let origins = EntryKind(
        "origins", Word(work: "Origins and papers", fr: "Origine et papiers"),
        add: Word(work: "Record origins and papers", fr: "Saisir l’origine et les papiers"),
        empty: Word(
            work: "Where the person comes from and where their papers are will stand here, sealed. Begin below.",
            fr: "L’origine de la personne et le lieu de ses papiers figureront ici, scellés. Commencez ci-dessous."),
        of: .identity, table: "origins",
        columns: """
            birth_place, papers, kept_by
            """,
        listed: ["papers", "kept_by"],
        fields: { _, _ in
            return [
                EntryField("birth_place", Word(work: "Place of birth", fr: "Lieu de naissance"), .text(most: 300, lines: false)),
                EntryField(
                    "papers", Word(work: "Papers there are", fr: "Papiers existants"),
                    .codes([
                        .init("passport", "Passport", fr: "Passeport"),
                        .init("identity_card", "Identity card", fr: "Carte d’identité"),
                        .init("birth_certificate", "Birth certificate", fr: "Acte de naissance"),
                        .init("residence_permit", "Residence permit", fr: "Titre de séjour"),
                        .init("asylum_card", "Asylum card", fr: "Attestation d’asile"),
                        .init("none", "None", fr: "Aucun"),
                        .init("other", "Other", fr: "Autre"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField(
                    "kept_by", Word(work: "Who holds them", fr: "Qui les détient"),
                    .code([
                        .init("person", "The person", fr: "La personne"),
                        .init("exploiter", "The exploiters", fr: "Les exploiteurs"),
                        .init("authority", "An authority", fr: "Une autorité"),
                        .init("organisation", "An organisation that helps", fr: "Une organisation d’aide"),
                        .init("lost", "Lost", fr: "Perdus"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
            ]
        }
    )
    .with(fieldsOf: .person).single()

    static let particulars = EntryKind(
        "particulars", Word(work: "Gender, disability and aids", fr: "Genre, handicap et aides"),
        add: Word(work: "Record gender, disability and aids", fr: "Saisir genre, handicap et aides"),
        empty: Word(
            work: "What must be minded in everything that is done with the person will stand here. Begin below.",
            fr: "Ce dont il faut tenir compte dans tout ce qu’on fait avec la personne figurera ici. Commencez ci-dessous."),
        of: .care, table: "particulars",
        columns: """
            gender, disability, aids, note
            """,
        listed: ["gender", "disability"],
        fields: { _, codebook in
            let lists = codebook.lists
            return [
                EntryField(
                    "gender", Word(work: "Gender, as the person says", fr: "Genre, selon la personne"), .code(lists[Gender.self].options)),
                EntryField(
                    "disability", Word(work: "Disability", fr: "Handicap"),
                    .codes([
                        .init("none", "None", fr: "Aucun"),
                        .init("seeing", "Seeing", fr: "Vue"),
                        .init("hearing", "Hearing", fr: "Ouïe"),
                        .init("moving", "Moving", fr: "Mobilité"),
                        .init("understanding", "Understanding", fr: "Compréhension"),
                        .init("psychosocial", "Psychosocial", fr: "Psychosocial"),
                        .init("other", "Other", fr: "Autre"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField(
                    "aids", Word(work: "Aids and support needed", fr: "Aides nécessaires"),
                    .codes([
                        .init("none", "None", fr: "Aucune"),
                        .init("sign_language", "Sign language", fr: "Langue des signes"),
                        .init("large_print", "Large print or Braille", fr: "Gros caractères ou braille"),
                        .init("step_free", "Step-free places", fr: "Lieux sans marches"),
                        .init("easy_words", "Easy words", fr: "Mots faciles"),
                        .init("companion", "A companion", fr: "Un accompagnant"),
                        .init("other", "Other", fr: "Autre"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField("note", Word(work: "What helps", fr: "Ce qui aide"), .text(most: 2_000, lines: true)),
            ]
        }
    )
    .single()

    static let dependant = EntryKind(
        "dependant", Word(work: "Dependants", fr: "Personnes à charge"),
        add: Word(work: "Add a dependant", fr: "Ajouter une personne à charge"),
        empty: Word(
            work:
                "Children and others who depend on the person will stand here: where they are, and whether they are safe. Add the first below.",
            fr:
                "Les enfants et autres personnes à charge figureront ici : où ils sont, et s’ils sont en sécurité. Ajoutez la première ci-dessous."
        ),
        of: .care, table: "dependant",
        columns: """
            relation, age, sex, whereabouts, at_risk, needs, name
            """,
        listed: ["relation", "whereabouts", "at_risk"],
        fields: { _, codebook in
            let lists = codebook.lists
            return [
                EntryField(
                    "relation", Word(work: "Relation", fr: "Lien"), isRequired: true,
                    .code([
                        .init("child", "Child", fr: "Enfant"),
                        .init("parent", "Parent", fr: "Parent"),
                        .init("partner", "Partner", fr: "Conjoint"),
                        .init("sibling", "Brother or sister", fr: "Frère ou sœur"),
                        .init("ward", "A child in their care", fr: "Enfant confié"),
                        .init("other", "Other", fr: "Autre"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField("age", Word(work: "Age", fr: "Âge"), .number(0...120)),
                EntryField("sex", Word(work: "Sex", fr: "Sexe"), .code(lists[Sex.self].options)),
                EntryField(
                    "whereabouts", Word(work: "Where", fr: "Où"),
                    .code([
                        .init("with_person", "With the person", fr: "Avec la personne"),
                        .init("origin", "In the country of origin", fr: "Dans le pays d’origine"),
                        .init("with_exploiter", "With the exploiters", fr: "Chez les exploiteurs"),
                        .init("in_care", "In public care", fr: "Prise en charge publique"),
                        .init("elsewhere", "Elsewhere", fr: "Ailleurs"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField("at_risk", Word(work: "In danger", fr: "En danger"), .yesNoUnknown),
                EntryField(
                    "needs", Word(work: "Needs", fr: "Besoins"),
                    .codes([
                        .init("lodging", "Lodging", fr: "Logement"),
                        .init("school", "School", fr: "École"),
                        .init("health", "Health care", fr: "Soins"),
                        .init("papers", "Papers", fr: "Papiers"),
                        .init("reunion", "To be together again", fr: "Réunification"),
                        .init("protection", "Protection", fr: "Protection"),
                        .init("none", "None", fr: "Aucun"),
                        .init("other", "Other", fr: "Autre"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField(
                    "name", Word(work: "Name, and how to reach them", fr: "Nom et moyen de les joindre"), .text(most: 1_000, lines: true)),
            ]
        }
    )
}
