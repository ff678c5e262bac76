import Access
package import Vocabulary

extension CaseEvent.Kind {
    package static let consentGiven = CaseEvent.Kind(
        "consent.given", Word(work: "Consent given", fr: "Consentement donné"), detailDeed: .recordConsent
    ) { code, profile in
        profile.consentPurpose(code)?.name
    }
    package static let consentRefused = CaseEvent.Kind(
        "consent.refused", Word(work: "Asked for consent: no, or not able now", fr: "Consentement demandé : non, ou pas maintenant"),
        detailDeed: .recordConsent
    ) { code, profile in profile.consentPurpose(code)?.name }
    package static let consentWithdrawn = CaseEvent.Kind(
        "consent.withdrawn", Word(work: "Consent withdrawn", fr: "Consentement retiré"))
    package static let consentLapsed = CaseEvent.Kind(
        "consent.lapsed",
        Word(work: "Consent ended: it has to be asked for anew", fr: "Consentement devenu caduc : à redemander"))
    package static let disclosed = CaseEvent.Kind("disclosed", Word(work: "Disclosed", fr: "Communiqué")) { code, _ in
        DisclosureGround.Kind(rawValue: code)?.word
    }
}

// How an answer was asked for and given: the same words wherever it is recorded, read or printed.

extension Word {
    package static let howExplained = Word(work: "How it was explained", fr: "Mode d’explication")
    package static let howAnswered = Word(work: "How the answer was given", fr: "Comment la réponse a été donnée")
}

extension Consent.Answer {
    package var word: Word {
        switch self {
        case .yes: .yes
        case .no: .no
        case .notAbleNow: Word(work: "Not able to answer now", fr: "Pas en état de répondre maintenant")
        }
    }
}

extension Consent.Explanation {
    package var word: Word {
        switch self {
        case .spoken: Word(work: "Spoken", fr: "À l’oral")
        case .written: Word(work: "In writing", fr: "Par écrit")
        case .audio: Word(work: "By a recording", fr: "Par un enregistrement")
        case .interpreter: Word(work: "Through an interpreter", fr: "Par un interprète")
        }
    }
}

extension Consent.Evidence {
    package var word: Word {
        switch self {
        case .spoken: Word(work: "Spoken answer", fr: "Réponse orale")
        case .signed: Word(work: "Signed answer", fr: "Réponse signée")
        case .witnessed: Word(work: "Spoken answer before a witness", fr: "Réponse orale devant témoin")
        }
    }
}

extension DisclosureGround.Kind {
    package var word: Word {
        switch self {
        case .ownConsent: Word(work: "the person’s own consent", fr: "consentement de la personne")
        case .guardian: Word(work: "the guardian’s consent", fr: "consentement du tuteur")
        case .childProtection:
            Word(work: "child-protection authority, pending a guardian", fr: "autorité de protection de l’enfance, en attendant un tuteur")
        case .bestInterests: Word(work: "best-interests determination", fr: "détermination de l’intérêt supérieur")
        case .legalOverride: Word(work: "a law that allows it without consent", fr: "une loi qui le permet sans consentement")
        }
    }
}

extension CaseMatter {
    static let answeredForYou = CaseMatter(
        "consent.answered-for-you",
        Word(
            work: "A worker wrote down what you, as a guardian, answered. Look whether it is so; you can take it back.",
            fr: "Un intervenant a inscrit ce que vous avez répondu comme tuteur. Vérifiez-le ; vous pouvez le retirer."))
    static let openedToYou = CaseMatter(
        "consent.opened-to-you",
        Word(
            work: "A file is open to your organisation, with the consent of the person.",
            fr: "Un dossier est ouvert à votre organisation, avec le consentement de la personne."))
    static let disclosedByLaw = CaseMatter(
        "disclosed.by-law",
        Word(
            work: "Something of a file was disclosed on a law, without consent. Look whether that law left no other way.",
            fr:
                "Une partie d’un dossier a été communiquée sur la base d’une loi, sans consentement. Vérifiez que cette loi ne laissait pas d’autre voie."
        ))
    /// Its subject is left out: whoever gets it may not see the file any more.
    static let consentWithdrawn = CaseMatter(
        "consent.withdrawn",
        Word(
            work:
                "Somebody withdrew their consent: a file that was shared with your organisation is closed to it. Stop using what you know from it.",
            fr:
                "Une personne a retiré son consentement : un dossier partagé avec votre organisation lui est fermé. N’utilisez plus ce que vous en savez."
        )
    ) { _ in nil }
}
