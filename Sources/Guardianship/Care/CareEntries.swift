import Access
import Basics
import Protection
import Store
import Vocabulary

/// Where a child lives, who visits, and the ongoing assessment of their best interests: coded entries of the file.
enum CareEntries {
    /// Kinds of care. None of them is detention, and there is no way to record one as care.
    static let kinds: [EntryField.Option] = [
        .init("kinship", Word(work: "With relatives", fr: "Chez des proches")),
        .init("foster", Word(work: "Foster family", fr: "Famille d’accueil")),
        .init("group_home", Word(work: "Small group home", fr: "Petit foyer")),
        .init("supported", Word(work: "Supported independent living", fr: "Logement autonome accompagné")),
        .init("child_shelter", Word(work: "Unit of a shelter for children alone", fr: "Unité d’hébergement réservée aux enfants")),
    ]

    static let arrangement = EntryKind(
        "care-arrangement", Word(work: "Care arrangement", fr: "Lieu d’accueil"),
        add: Word(work: "Record a care arrangement", fr: "Consigner un lieu d’accueil"),
        empty: Word(
            work: "Where the child lives will stand here. Record the first place with the form below.",
            fr: "Le lieu de vie de l’enfant apparaîtra ici. Consignez le premier avec le formulaire ci-dessous."),
        of: .childhood, table: "care_arrangement",
        columns: "kind, began, ended, carer_vetted, unrelated_adults, may_leave, siblings, apart_reason, place, carer",
        listed: ["kind", "began", "ended"],
        fields: { _, _ in
            [
                EntryField("kind", Word(work: "Kind of care", fr: "Type d’accueil"), isRequired: true, .code(kinds)),
                EntryField("began", Word(work: "From", fr: "Du"), isRequired: true, .day).duringLife(),
                EntryField(
                    "ended", Word(work: "Until", fr: "Au"),
                    why: Word(work: "Empty while the child lives there.", fr: "Vide tant que l’enfant y vit."), .day
                ).duringLife(),
                EntryField(
                    "carer_vetted",
                    Word(
                        work: "Was whoever looks after the child vetted?", fr: "La personne qui s’occupe de l’enfant a-t-elle été agréée ?"),
                    isRequired: true, .yesNoUnknown),
                EntryField(
                    "unrelated_adults",
                    Word(
                        work: "Does the child share room or bathroom with adults who are not kin?",
                        fr: "L’enfant partage-t-il chambre ou salle d’eau avec des adultes sans lien de parenté ?"),
                    isRequired: true, .yesNoUnknown),
                EntryField(
                    "may_leave",
                    Word(
                        work: "Can the child go out as other children of their age can?",
                        fr: "L’enfant peut-il sortir comme les autres enfants de son âge ?"), isRequired: true, .yesNoUnknown),
                EntryField(
                    "siblings", Word(work: "Brothers and sisters", fr: "Frères et sœurs"), isRequired: true,
                    .code([
                        .init("together", Word(work: "Live together", fr: "Vivent ensemble")),
                        .init("apart", Word(work: "Live apart", fr: "Vivent séparés")),
                        .init("none", Word(work: "None are here", fr: "Aucun n’est ici")),
                    ])),
                EntryField(
                    "apart_reason", Word(work: "Why siblings live apart", fr: "Pourquoi la fratrie est séparée"),
                    .code([
                        .init(
                            "best_interests", Word(work: "It was determined to be best for them", fr: "C’est dans leur intérêt supérieur")),
                        .init("own_wish", Word(work: "They wish it", fr: "Ils le souhaitent")),
                        .init("danger", Word(work: "One is a danger to the other", fr: "L’un est un danger pour l’autre")),
                    ])),
                EntryField(
                    "place", Word(work: "Address", fr: "Adresse"),
                    why: Word(
                        work: "Sealed; seen by those who see the child’s part of the file.",
                        fr: "Scellée ; visible de ceux qui voient la partie de l’enfant."), .text(most: 500, lines: true)),
                EntryField(
                    "carer", Word(work: "Who looks after the child", fr: "Qui s’occupe de l’enfant"), .text(most: 200, lines: false)),
            ]
        },
        check: { values, file, _ in
            guard file.path.protectsAsChild else { throw ChildRefused.notAChild }
            guard values["may_leave"] != .code("no") else { throw CareRefused.detention }
            guard values["unrelated_adults"] == .code("no") else { throw CareRefused.unrelatedAdults }
            guard values["carer_vetted"] == .code("yes") || values["kind"] == .code("supported") else { throw CareRefused.carerNotVetted }
            if values["siblings"] == .code("apart"), values["apart_reason"] ?? EntryValue.none == EntryValue.none {
                throw CareRefused.siblingsApart
            }
            if case .date(let began) = values["began"] ?? .none, case .date(let ended) = values["ended"] ?? .none, ended < began {
                throw CareRefused.endsBeforeItBegins
            }
        }
    )

    private static let concerns: [EntryField.Option] = [
        .init("none", Word(work: "None", fr: "Aucune")),
        .init("safety", Word(work: "Safety", fr: "Sécurité")),
        .init("health", Word(work: "Health", fr: "Santé")),
        .init("school", Word(work: "School", fr: "École")),
        .init("contact", Word(work: "Contact with an exploiter", fr: "Contact avec un exploiteur")),
        .init("wishes", Word(work: "The child is not heard", fr: "L’enfant n’est pas écouté")),
    ]

    static let careVisit = EntryKind(
        "care-visit", Word(work: "Visits to where the child lives", fr: "Visites du lieu d’accueil"),
        add: Word(work: "Record a visit", fr: "Consigner une visite"),
        empty: Word(
            work: "Visits of the authority will stand here. Record one with the form below.",
            fr: "Les visites de l’autorité apparaîtront ici. Consignez-en une avec le formulaire ci-dessous."),
        of: .childhood, table: "care_visit", columns: "visited_on, seen_alone, announced, concerns, note",
        listed: ["visited_on", "concerns"],
        fields: { _, _ in
            [
                EntryField("visited_on", Word(work: "Day of the visit", fr: "Jour de la visite"), isRequired: true, .day).happened(),
                EntryField(
                    "seen_alone", Word(work: "Was the child seen alone?", fr: "L’enfant a-t-il été vu seul ?"), isRequired: true,
                    .yesNoUnknown),
                EntryField("announced", Word(work: "Was the visit announced?", fr: "La visite était-elle annoncée ?"), .yesNoUnknown),
                EntryField("concerns", Word(work: "Concerns", fr: "Préoccupations"), isRequired: true, .codes(concerns)),
                EntryField("note", Word(work: "Note", fr: "Note"), .text(most: 4_000, lines: true)),
            ]
        }
    )

    static let guardianVisit = EntryKind(
        "guardian-visit", Word(work: "Meetings of guardian and child", fr: "Rencontres du tuteur et de l’enfant"),
        add: Word(work: "Record a meeting", fr: "Consigner une rencontre"),
        empty: Word(
            work: "The guardian’s meetings with the child will stand here. The guardian records them.",
            fr: "Les rencontres du tuteur avec l’enfant apparaîtront ici. Le tuteur les consigne."),
        of: .childhood, writing: .actAsGuardian, table: "guardian_visit", columns: "met_on, how, seen_alone, concerns, note",
        listed: ["met_on", "how"],
        fields: { _, _ in
            [
                EntryField("met_on", Word(work: "Day", fr: "Jour"), isRequired: true, .day).happened(),
                EntryField(
                    "how", Word(work: "How", fr: "Comment"), isRequired: true,
                    .code([
                        .init("visit", Word(work: "Visited the child", fr: "Visite à l’enfant")),
                        .init("call", Word(work: "By telephone", fr: "Par téléphone")),
                        .init("hearing", Word(work: "At a hearing or interview", fr: "Lors d’une audience ou d’un entretien")),
                        .init("outing", Word(work: "Went somewhere together", fr: "Sortie ensemble")),
                    ])),
                EntryField(
                    "seen_alone", Word(work: "Were you alone with the child?", fr: "Étiez-vous seul avec l’enfant ?"), isRequired: true,
                    .yesNoUnknown),
                EntryField("concerns", Word(work: "Concerns", fr: "Préoccupations"), isRequired: true, .codes(concerns)),
                EntryField("note", Word(work: "Note", fr: "Note"), .text(most: 4_000, lines: true)),
            ]
        }
    )

    private static let factor: [EntryField.Option] = [
        .init("good", Word(work: "Well looked after", fr: "Bien assuré")),
        .init("mixed", Word(work: "In part", fr: "En partie")),
        .init("poor", Word(work: "Not looked after", fr: "Non assuré")),
        .init("unknown", Word(work: "Not known yet", fr: "Pas encore connu")),
    ]

    static let assessment = EntryKind(
        "best-interests-assessment", Word(work: "Best-interests assessments", fr: "Évaluations de l’intérêt supérieur"),
        add: Word(work: "Record an assessment", fr: "Consigner une évaluation"),
        empty: Word(
            work: "Ongoing assessments will stand here, each with its factors. Record the first with the form below.",
            fr: "Les évaluations continues apparaîtront ici, avec leurs éléments. Consignez la première avec le formulaire ci-dessous."),
        of: .childhood, table: "best_interests_assessment",
        columns: "assessed_on, child_view, identity, family, safety, vulnerability, health, education, note",
        listed: ["assessed_on", "safety"],
        fields: { _, _ in
            [
                EntryField("assessed_on", Word(work: "Day", fr: "Jour"), isRequired: true, .day).happened(),
                EntryField(
                    "child_view", Word(work: "The child’s view", fr: "Avis de l’enfant"), isRequired: true,
                    .code(EntryField.options(ChildView.self) { $0.word })),
                EntryField(
                    "identity", Word(work: "Identity: language, culture, faith", fr: "Identité : langue, culture, foi"), isRequired: true,
                    .code(factor)),
                EntryField("family", Word(work: "Family and those close", fr: "Famille et proches"), isRequired: true, .code(factor)),
                EntryField(
                    "safety", Word(work: "Care, protection and safety", fr: "Soins, protection et sécurité"), isRequired: true,
                    .code(factor)),
                EntryField(
                    "vulnerability", Word(work: "What makes this child vulnerable", fr: "Vulnérabilité particulière"), isRequired: true,
                    .code(factor)),
                EntryField("health", Word(work: "Health", fr: "Santé"), isRequired: true, .code(factor)),
                EntryField("education", Word(work: "Education", fr: "Éducation"), isRequired: true, .code(factor)),
                EntryField("note", Word(work: "Note", fr: "Note"), .text(most: 4_000, lines: true)),
            ]
        },
        check: { _, file, _ in guard file.path.protectsAsChild else { throw ChildRefused.notAChild } }
    )

    static let all = [assessment, arrangement, careVisit, guardianVisit]

    /// The kind of care that a child is in now; `nil` when none is recorded.
    static func current(in file: ID<CaseFile>, tx: any Transaction) throws -> String? {
        try tx.row(
            """
            SELECT kind FROM care_arrangement WHERE case_id = \(file) AND replaced_at IS NULL AND is_withdrawn = 0 AND ended IS NULL
            ORDER BY began DESC, id DESC LIMIT 1
            """
        ) { $0.text(0) }
    }
}

/// What is refused about where a child lives.
enum CareRefused: Refusal {
    case detention, unrelatedAdults, carerNotVetted, siblingsApart, endsBeforeItBegins

    var code: String {
        switch self {
        case .detention: "care.detention"
        case .unrelatedAdults: "care.unrelated-adults"
        case .carerNotVetted: "care.carer-not-vetted"
        case .siblingsApart: "care.siblings-apart"
        case .endsBeforeItBegins: "care.ends-before-it-begins"
        }
    }

    var message: String {
        switch self {
        case .detention: "A child is never detained for their care. Find another place, and tell your supervisor today."
        case .unrelatedAdults:
            "A child does not live with adults who are not kin, and not where nobody knows whether they do. Find another place."
        case .carerNotVetted: "Whoever looks after a child is vetted first. Record the vetting, or find another place."
        case .siblingsApart: "Brothers and sisters stay together unless there is a reason. Say which."
        case .endsBeforeItBegins: "The stay can’t end before it began."
        }
    }
}
