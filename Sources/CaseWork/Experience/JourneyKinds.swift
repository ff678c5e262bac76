import Protection
import Store
import Vocabulary

extension EntryKind {
    static let recruitment = EntryKind(
        "recruitment", Word(work: "Recruitment", fr: "Recrutement"),
        add: Word(work: "Add a recruitment", fr: "Ajouter un recrutement"),
        empty: Word(
            work: "How the person was reached will stand here: by whom, where, with which promises. Add it below.",
            fr: "La façon dont la personne a été approchée figurera ici : par qui, où, avec quelles promesses. Ajoutez-la ci-dessous."),
        of: .experience, table: "recruitment",
        columns: """
            experience, happened, method, platform, relation, promises, promise_detail, fee, currency, country
            """,
        listed: ["method", "platform", "happened"],
        fields: { _, codebook in
            let lists = codebook.lists
            let countries = codebook.countryOptions
            return [
                EntryField(
                    "experience", Word(work: "Part of", fr: "Fait partie de"),
                    why: Word(work: "The time it belongs to, where there are several.", fr: "La période concernée, s’il y en a plusieurs."),
                    .link(to: "experience")),
                EntryField("happened", Word(work: "When", fr: "Quand"), .partialDate).happened(),
                EntryField(
                    "method", Word(work: "How the person was reached", fr: "Comment la personne a été approchée"), isRequired: true,
                    .code(lists[RecruitmentMethod.self].options)),
                EntryField(
                    "platform", Word(work: "Where online", fr: "Où en ligne"),
                    .code([
                        .init("none", "Not online", fr: "Pas en ligne"),
                        .init("social_network", "Social network", fr: "Réseau social"),
                        .init("messenger", "Messenger", fr: "Messagerie"),
                        .init("job_site", "Site for work", fr: "Site d’emploi"),
                        .init("dating_site", "Site for dating", fr: "Site de rencontre"),
                        .init("game", "Game", fr: "Jeu"),
                        .init("other", "Other", fr: "Autre"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField(
                    "relation", Word(work: "Recruiter’s relation to the person", fr: "Lien du recruteur avec la personne"),
                    .code(lists[Relationship.self].options)),
                EntryField(
                    "promises", Word(work: "Promises", fr: "Promesses"),
                    .codes([
                        .init("work", "Work", fr: "Travail"),
                        .init("pay", "Good pay", fr: "Bon salaire"),
                        .init("study", "Study or training", fr: "Études ou formation"),
                        .init("marriage", "Marriage or love", fr: "Mariage ou amour"),
                        .init("journey", "Journey paid", fr: "Voyage payé"),
                        .init("papers", "Papers and visa", fr: "Papiers et visa"),
                        .init("lodging", "Lodging", fr: "Logement"),
                        .init("family", "Help for the family", fr: "Aide à la famille"),
                        .init("treatment", "Medical treatment", fr: "Soins médicaux"),
                        .init("none", "None", fr: "Aucune"),
                        .init("other", "Other", fr: "Autre"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField("promise_detail", Word(work: "What was promised", fr: "Ce qui a été promis"), .text(most: 2_000, lines: true)),
                EntryField("fee", Word(work: "Fee paid to the recruiter", fr: "Frais payés au recruteur"), .amount),
                .currency("currency", Word(work: "Currency", fr: "Monnaie")),
                EntryField("country", Word(work: "Country", fr: "Pays"), .code(countries)),
            ]
        }
    )
    .happening(from: "happened")

    static let routeLeg = EntryKind(
        "route-leg", Word(work: "Route", fr: "Itinéraire"),
        add: Word(work: "Add a leg of the route", fr: "Ajouter une étape"),
        empty: Word(
            work: "Each leg of the journey will stand here: from where to where, how, with which papers. Add the first below.",
            fr: "Chaque étape du voyage figurera ici : d’où, vers où, comment, avec quels papiers. Ajoutez la première ci-dessous."),
        of: .experience, table: "route_leg",
        columns: """
            experience, travelled, country_from, country_to, border_point, transport, papers, accompanied
            """,
        listed: ["country_from", "country_to", "travelled"],
        fields: { _, codebook in
            let countries = codebook.countryOptions
            return [
                EntryField(
                    "experience", Word(work: "Part of", fr: "Fait partie de"),
                    why: Word(work: "The time it belongs to, where there are several.", fr: "La période concernée, s’il y en a plusieurs."),
                    .link(to: "experience")),
                EntryField("travelled", Word(work: "When", fr: "Quand"), .partialDate).happened(),
                EntryField("country_from", Word(work: "From", fr: "De"), isRequired: true, .code(countries)),
                EntryField("country_to", Word(work: "To", fr: "Vers"), isRequired: true, .code(countries)),
                EntryField("border_point", Word(work: "Border point", fr: "Point de passage"), .text(most: 300, lines: false)),
                EntryField(
                    "transport", Word(work: "Transport", fr: "Transport"),
                    .code([
                        .init("foot", "On foot", fr: "À pied"),
                        .init("car", "Car", fr: "Voiture"),
                        .init("lorry", "Lorry", fr: "Camion"),
                        .init("bus", "Bus", fr: "Autocar"),
                        .init("train", "Train", fr: "Train"),
                        .init("ship", "Ship", fr: "Navire"),
                        .init("small_boat", "Small boat", fr: "Petite embarcation"),
                        .init("plane", "Plane", fr: "Avion"),
                        .init("other", "Other", fr: "Autre"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField(
                    "papers", Word(work: "Papers used", fr: "Papiers utilisés"),
                    .codes([
                        .init("own", "Their own", fr: "Les siens"),
                        .init("false", "False", fr: "Faux"),
                        .init("other_person", "Another person’s", fr: "Ceux d’une autre personne"),
                        .init("visa", "A visa", fr: "Un visa"),
                        .init("none", "None", fr: "Aucun"),
                        .init("withheld", "Taken away on the way", fr: "Retirés en route"),
                        .init("other", "Other", fr: "Autre"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField(
                    "accompanied", Word(work: "Accompanied by", fr: "Accompagnée de"),
                    .codes([
                        .init("alone", "Nobody", fr: "Personne"),
                        .init("recruiter", "The recruiter", fr: "Le recruteur"),
                        .init("transporter", "A transporter", fr: "Un transporteur"),
                        .init("family", "Family", fr: "La famille"),
                        .init("others", "Others in the same position", fr: "D’autres dans la même situation"),
                        .init("other", "Other", fr: "Autre"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
            ]
        }
    )
    .happening(from: "travelled")

    static let personInvolved = EntryKind(
        "person-involved", Word(work: "People and companies involved", fr: "Personnes et entreprises impliquées"),
        add: Word(work: "Add somebody who was involved", fr: "Ajouter une personne impliquée"),
        empty: Word(
            work: "Who recruited, transported, exploited or profited will stand here, coded, with the name sealed. Add the first below.",
            fr: "Qui a recruté, transporté, exploité ou profité figurera ici, codé, le nom scellé. Ajoutez la première ci-dessous."),
        of: .experience, table: "person_involved",
        columns: """
            experience, role, is_company, relation, sex, citizenship, identity, place, is_near
            """,
        listed: ["role", "is_company", "relation"],
        fields: { _, codebook in
            let lists = codebook.lists
            let countries = codebook.countryOptions
            return [
                EntryField(
                    "experience", Word(work: "Part of", fr: "Fait partie de"),
                    why: Word(work: "The time it belongs to, where there are several.", fr: "La période concernée, s’il y en a plusieurs."),
                    .link(to: "experience")),
                EntryField("role", Word(work: "Role", fr: "Rôle"), isRequired: true, .code(lists[SuspectRole.self].options)),
                EntryField(
                    "is_company", Word(work: "Person or company", fr: "Personne ou entreprise"),
                    .code([
                        .init("person", "A person", fr: "Une personne"),
                        .init("company", "A company", fr: "Une entreprise"),
                        .init("group", "A group", fr: "Un groupe"),
                        .init("unknown", "Not known", fr: "Inconnu"),
                    ])),
                EntryField(
                    "relation", Word(work: "Relation to the person", fr: "Lien avec la personne"), .code(lists[Relationship.self].options)),
                EntryField("sex", Word(work: "Sex", fr: "Sexe"), .code(lists[Sex.self].options)),
                EntryField("citizenship", Word(work: "Citizenship", fr: "Nationalité"), .code(countries)),
                EntryField("identity", Word(work: "Name or description", fr: "Nom ou description"), .text(most: 2_000, lines: true)),
                EntryField("place", Word(work: "Place", fr: "Lieu"), .text(most: 300, lines: false)),
                EntryField(
                    "is_near", Word(work: "May find the person", fr: "Peut retrouver la personne"),
                    why: Word(work: "Then the safety plan must say what to do.", fr: "Alors le plan de sécurité doit dire que faire."),
                    .yesNoUnknown),
            ]
        }
    )
}
