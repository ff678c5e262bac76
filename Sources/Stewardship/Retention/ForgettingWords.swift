import Protection
import Vocabulary

extension RetentionHold.Reason {
    var word: Word {
        switch self {
        case .pendingClaim: Word(work: "A claim is pending", fr: "Une demande est en cours")
        case .courtOrder: Word(work: "A court has ordered it", fr: "Un tribunal l’a ordonné")
        case .review: Word(work: "A review is pending", fr: "Un réexamen est en cours")
        case .personWishes: Word(work: "The person wishes it to be kept", fr: "La personne souhaite sa conservation")
        }
    }
}

extension Forgetting.Basis {
    var word: Word {
        switch self {
        case .retention: Word(work: "The time for which it is kept is over", fr: "La durée de conservation est écoulée")
        case .request: Word(work: "The person asks for it", fr: "La personne le demande")
        }
    }
}

extension CaseEvent.Kind {
    static let erased = CaseEvent.Kind("person.erased", Word(work: "Person erased", fr: "Personne effacée")) { code, _ in
        Forgetting.Basis(rawValue: code)?.word
    }
    static let held = CaseEvent.Kind("retention.held", Word(work: "Erasure held back", fr: "Effacement suspendu")) { code, _ in
        RetentionHold.Reason(rawValue: code)?.word
    }
}

extension CaseMatter {
    static let toBeForgotten = CaseMatter(
        "retention.over", Word(work: "The time for which a file is kept is over.", fr: "La durée de conservation d’un dossier est écoulée.")
    ) { _ in StewardshipAddress.toBeForgotten }
}

extension Word {
    static let toBeForgotten = Word(work: "To be forgotten", fr: "À oublier")
    static let toBeForgottenWillStandHere = Word(
        work: "Closed files whose time is over will stand here, for one more look before the person is erased.",
        fr: "Les dossiers clos dont la durée est écoulée apparaîtront ici, pour un dernier regard avant l’effacement.")
    static let heldBack = Word(work: "Held back", fr: "Suspendu")
    static let holdBack = Word(work: "Hold the erasure back", fr: "Suspendre l’effacement")
    static let holdReason = Word(work: "Why it is held back", fr: "Pourquoi il est suspendu")
    static let holdUntil = Word(work: "Until which day", fr: "Jusqu’à quel jour")
    static let endHold = Word(work: "End this hold", fr: "Lever la suspension")
    static let oneMoreLook = Word(work: "Look once more", fr: "Regarder une dernière fois")
    static let erasePerson = Word(work: "Erase the person", fr: "Effacer la personne")
    static let personErased = Word(work: "The person was erased", fr: "La personne a été effacée")
    static let erasedPeople = Word(work: "Erased", fr: "Effacés")
    static let erasedOn = Word(work: "Erased on", fr: "Effacée le")
    static let completeOn = Word(work: "Gone from the last backup of the keys on", fr: "Disparue de la dernière copie des clés le")
    static let erasedReceipt = Word(
        work:
            "The key is destroyed. Names, contacts, texts and documents can’t be opened any more, here or in a backup; a coded record without an identity is left.",
        fr:
            "La clé est détruite. Noms, contacts, textes et documents ne peuvent plus être ouverts, ni ici ni dans une copie ; il reste un enregistrement codé sans identité."
    )
    static let erasureBasis = Word(work: "Why", fr: "Pourquoi")
    static let erasureIsFinal = Word(work: "I know that this can’t be undone.", fr: "Je sais que c’est irréversible.")
    static let whatErasingDoes = Word(work: "What erasing does", fr: "Ce que fait l’effacement")
    static let erasingDestroysKey = Word(
        work: "The person’s key is destroyed: whatever was sealed with it is lost for ever.",
        fr: "La clé de la personne est détruite : ce qui était scellé avec elle est perdu à jamais.")
    static let erasingLeavesRecord = Word(
        work: "A coded record stays for the figures: a quarter, an age band, no way back to anybody.",
        fr: "Un enregistrement codé reste pour les chiffres : un trimestre, une tranche d’âge, sans retour possible.")
    static let erasingReachesBackups = Word(
        work: "A backup that is restored later does not bring the person back.",
        fr: "Une copie restaurée plus tard ne fait pas revenir la personne.")
    static let closeBeforeErasing = Word(
        work: "The file is open. Close it first; then the person can be erased at their own request.",
        fr: "Le dossier est ouvert. Fermez-le d’abord ; la personne pourra ensuite être effacée à sa demande.")
}
