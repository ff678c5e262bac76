import Protection
import Vocabulary

extension ChildView {
    var word: Word {
        switch self {
        case .agrees: Word(work: "The child agrees", fr: "L’enfant est d’accord")
        case .disagrees: Word(work: "The child does not agree", fr: "L’enfant n’est pas d’accord")
        case .mixed: Word(work: "The child agrees with some of it", fr: "L’enfant est en partie d’accord")
        case .noWish: Word(work: "The child was asked and does not wish to say", fr: "L’enfant, interrogé, ne souhaite pas se prononcer")
        case .tooYoung:
            Word(work: "Not asked: too young to be asked in any way", fr: "Pas interrogé : trop jeune pour l’être d’aucune façon")
        case .unwell: Word(work: "Not asked: unwell; to be asked later", fr: "Pas interrogé : souffrant ; à interroger plus tard")
        }
    }
}

extension AskedHow {
    var word: Word {
        switch self {
        case .talk: Word(work: "In a talk, alone with somebody trained", fr: "En entretien, seul avec une personne formée")
        case .play: Word(work: "In play", fr: "Par le jeu")
        case .drawing: Word(work: "By drawing or writing", fr: "Par le dessin ou l’écriture")
        case .trusted: Word(work: "Through somebody they trust", fr: "Par une personne de confiance")
        case .notAsked: Word(work: "Could not be asked", fr: "N’a pas pu être interrogé")
        }
    }
}

extension ViewWeight {
    var word: Word {
        switch self {
        case .followed: Word(work: "It was followed", fr: "Il a été suivi")
        case .partly: Word(work: "It counted among other things", fr: "Il a compté parmi d’autres éléments")
        case .outweighed:
            Word(work: "Safety outweighed it; the child was told why", fr: "La sécurité l’a emporté ; on l’a expliqué à l’enfant")
        case .notApplicable: Word(work: "There was no view to weigh", fr: "Pas d’avis à prendre en compte")
        }
    }
}

extension AgeGround {
    var word: Word {
        switch self {
        case .documentsContradict: Word(work: "Documents contradict one another", fr: "Des documents se contredisent")
        case .documentsFound: Word(work: "A document with an age was found", fr: "Un document indiquant un âge a été trouvé")
        case .ownStatement: Word(work: "The person says so themself", fr: "La personne le dit elle-même")
        case .familyStatement: Word(work: "Family or others who know the person say so", fr: "La famille ou des proches le disent")
        case .papersByExploiter: Word(work: "Papers were made by an exploiter", fr: "Les papiers ont été faits par un exploiteur")
        case .professionalDoubt:
            Word(work: "Somebody trained has reasons, written down", fr: "Une personne formée a des raisons, consignées")
        }
    }
}

extension AgeMethod {
    var word: Word {
        switch self {
        case .documents: Word(work: "Documents and records", fr: "Documents et registres")
        case .interview: Word(work: "Interview about the child’s life", fr: "Entretien sur la vie de l’enfant")
        case .multidisciplinary: Word(work: "Several professions together", fr: "Plusieurs professions ensemble")
        case .medical: Word(work: "Medical examination, as the last resort", fr: "Examen médical, en dernier recours")
        }
    }
}

extension AgeOutcome {
    var word: Word {
        switch self {
        case .child: Word(work: "Under 18: a child", fr: "Moins de 18 ans : enfant")
        case .adult: Word(work: "18 or over: an adult", fr: "18 ans ou plus : adulte")
        }
    }
}

extension Conflict {
    var word: Word {
        switch self {
        case .employer: Word(work: "Employs the child, or works for who does", fr: "Emploie l’enfant, ou travaille pour qui l’emploie")
        case .returnInterest: Word(work: "Has an interest in the child’s return", fr: "A un intérêt au retour de l’enfant")
        case .carer:
            Word(
                work: "Is the child’s carer, or paid by the place where the child lives",
                fr: "S’occupe de l’enfant, ou est payé par son lieu d’accueil")
        case .kinOfExploiter:
            Word(work: "Is kin or close to somebody who exploited the child", fr: "Est parent ou proche d’un exploiteur de l’enfant")
        case .otherInterest:
            Word(work: "Gains by a decision about the child in another way", fr: "Tire autrement profit d’une décision sur l’enfant")
        }
    }
}

extension ConflictAnswer {
    var word: Word {
        switch self {
        case .no: .no
        case .yes: .yes
        case .unknown: Word(work: "Not known yet", fr: "Pas encore connu")
        }
    }

    /// What the answer leads to; stands beside it.
    var leadsTo: Word? {
        switch self {
        case .no: nil
        case .yes:
            Word(
                work: "This person can’t be the guardian of this child; that it was asked stays on record.",
                fr: "Cette personne ne peut pas être le tuteur de cet enfant ; la vérification reste consignée.")
        case .unknown:
            Word(
                work: "Nobody is appointed on this answer: ask the person and whoever knows them, then answer yes or no.",
                fr: "Nul n’est désigné sur cette réponse : interrogez la personne et qui la connaît, puis répondez oui ou non.")
        }
    }
}

extension GuardianEnd {
    var word: Word {
        switch self {
        case .replaced: Word(work: "Another guardian was appointed", fr: "Un autre tuteur a été désigné")
        case .conflict: Word(work: "A conflict of interest came to light", fr: "Un conflit d’intérêts est apparu")
        case .conduct: Word(work: "Conduct towards the child", fr: "Conduite envers l’enfant")
        case .unavailable: Word(work: "Can no longer do it", fr: "Ne peut plus l’assurer")
        case .childIsAdult: Word(work: "The person was found to be an adult", fr: "La personne a été reconnue adulte")
        case .timeOver: Word(work: "The time of a temporary guardian was over", fr: "Le mandat temporaire a pris fin")
        }
    }
}

extension PanelChange {
    var word: Word {
        switch self {
        case .joined: Word(work: "a member was added", fr: "un membre a été ajouté")
        case .left: Word(work: "a member was taken off", fr: "un membre a été retiré")
        }
    }
}

extension BestInterestsQuestion {
    var word: Word {
        switch self {
        case .durableSolution: Word(work: "Where the child’s life goes on", fr: "Où la vie de l’enfant continue")
        case .care: Word(work: "Where the child lives now", fr: "Où l’enfant vit maintenant")
        case .separation: Word(work: "Parting from parents or siblings", fr: "Séparation d’avec parents ou fratrie")
        case .tracing: Word(work: "Looking for the family", fr: "Recherche de la famille")
        case .sharing: Word(work: "Telling somebody about the child", fr: "Communiquer sur l’enfant")
        case .services: Word(work: "Help that somebody objects to", fr: "Une aide à laquelle on s’oppose")
        }
    }
}

extension BestInterestsOption {
    var word: Word {
        switch self {
        case .stay: Word(work: "Stay in this country", fr: "Rester dans ce pays")
        case .familyReturn: Word(work: "Return to the family", fr: "Retour dans la famille")
        case .careReturn: Word(work: "Return to other care in the country of origin", fr: "Retour dans un autre accueil au pays d’origine")
        case .thirdCountry: Word(work: "Join family in a third country", fr: "Rejoindre la famille dans un pays tiers")
        case .kinship: Word(work: "Live with relatives here", fr: "Vivre chez des proches ici")
        case .foster: Word(work: "Live with a foster family", fr: "Vivre en famille d’accueil")
        case .groupHome: Word(work: "Live in a small group home", fr: "Vivre dans un petit foyer")
        case .remain: Word(work: "Leave things as they are", fr: "Laisser les choses en l’état")
        case .share: Word(work: "Do it", fr: "Le faire")
        case .noShare: Word(work: "Do not do it", fr: "Ne pas le faire")
        }
    }
}

extension Profession {
    var word: Word {
        switch self {
        case .childProtection: Word(work: "Child protection", fr: "Protection de l’enfance")
        case .socialWork: Word(work: "Social work", fr: "Travail social")
        case .health: Word(work: "Health", fr: "Santé")
        case .psychology: Word(work: "Psychology", fr: "Psychologie")
        case .law: Word(work: "Law", fr: "Droit")
        case .education: Word(work: "Education", fr: "Éducation")
        case .culture: Word(work: "Knows the child’s culture", fr: "Connaît la culture de l’enfant")
        }
    }
}

extension NewFacts {
    var word: Word {
        switch self {
        case .childView: Word(work: "The child sees it differently now", fr: "L’enfant voit désormais les choses autrement")
        case .safety: Word(work: "Something about safety", fr: "Un élément de sécurité")
        case .family: Word(work: "Something about the family", fr: "Un élément sur la famille")
        case .health: Word(work: "Something about health", fr: "Un élément de santé")
        case .law: Word(work: "The law or the place changed", fr: "Le droit ou le lieu a changé")
        case .reviewDay: Word(work: "The review day has come", fr: "Le jour du réexamen est venu")
        }
    }
}

extension Kin {
    var word: Word {
        switch self {
        case .mother: Word(work: "Mother", fr: "Mère")
        case .father: Word(work: "Father", fr: "Père")
        case .sibling: Word(work: "Brother or sister", fr: "Frère ou sœur")
        case .grandparent: Word(work: "Grandparent", fr: "Grand-parent")
        case .relative: Word(work: "Another relative", fr: "Autre parent")
        case .formerCarer: Word(work: "Somebody who looked after the child", fr: "Une personne qui s’occupait de l’enfant")
        }
    }
}

extension TracingWish {
    var word: Word {
        switch self {
        case .wants: Word(work: "Wants to be in touch", fr: "Veut prendre contact")
        case .wantsNews: Word(work: "Wants news of them, no contact yet", fr: "Veut de leurs nouvelles, pas encore de contact")
        case .unsure: Word(work: "Is not sure yet", fr: "Hésite encore")
        case .against: Word(work: "Does not want it", fr: "Ne le veut pas")
        case .cannotSay: Word(work: "Could not be asked yet", fr: "N’a pas encore pu être interrogé")
        }
    }
}

extension TracingRisk {
    var word: Word {
        switch self {
        case .familyInvolved:
            Word(work: "Was anybody of the family part of the trafficking?", fr: "Un membre de la famille a-t-il pris part à la traite ?")
        case .threats:
            Word(work: "Has the family been threatened, or does it threaten?", fr: "La famille est-elle menacée, ou menace-t-elle ?")
        case .debt: Word(work: "Does the family owe the exploiters anything?", fr: "La famille doit-elle quelque chose aux exploiteurs ?")
        case .watched:
            Word(work: "Would exploiters learn of it through the family?", fr: "Les exploiteurs l’apprendraient-ils par la famille ?")
        case .violence: Word(work: "Was there violence or neglect at home?", fr: "Y a-t-il eu violence ou négligence à la maison ?")
        case .shame: Word(work: "Would the child be cast out or punished?", fr: "L’enfant serait-il rejeté ou puni ?")
        }
    }
}

extension RiskAnswer {
    var word: Word {
        switch self {
        case .no: .no
        case .yes: .yes
        case .unknown: Word(work: "Not known", fr: "Inconnu")
        }
    }
}

extension TracingStepKind {
    var word: Word {
        switch self {
        case .requestSent: Word(work: "Request sent, without identity", fr: "Demande envoyée, sans identité")
        case .answer: Word(work: "Answer received", fr: "Réponse reçue")
        case .message: Word(work: "Message passed on", fr: "Message transmis")
        case .call: Word(work: "Telephone call", fr: "Appel téléphonique")
        case .visit: Word(work: "Visit to the family", fr: "Visite à la famille")
        case .meeting: Word(work: "Meeting of child and family", fr: "Rencontre de l’enfant et de la famille")
        }
    }
}

extension TracingResult {
    var word: Word {
        switch self {
        case .waiting: Word(work: "Waiting", fr: "En attente")
        case .found: Word(work: "Found", fr: "Retrouvé")
        case .notFound: Word(work: "Not found", fr: "Non retrouvé")
        case .welcome: Word(work: "They want the child back", fr: "Souhaite accueillir l’enfant")
        case .rejected: Word(work: "They do not want contact", fr: "Refuse le contact")
        case .dangerSeen: Word(work: "Signs of danger", fr: "Signes de danger")
        }
    }
}
