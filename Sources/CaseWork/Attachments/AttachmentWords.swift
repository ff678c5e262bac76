import Protection
import Vocabulary

extension CaseEvent.Kind {
    /// A line for those who see the part that the attachment belongs to, and for nobody else.
    static func attached(_ part: CasePart) -> CaseEvent.Kind {
        CaseEvent.Kind("attachment.added." + part.rawValue, Word(work: "Attached", fr: "Pièce jointe"), part: part) { code, _ in
            Attachment.Kind(rawValue: code)?.word
        }
    }
    static func attachmentWithdrawn(_ part: CasePart) -> CaseEvent.Kind {
        CaseEvent.Kind("attachment.withdrawn." + part.rawValue, Word(work: "Attachment withdrawn", fr: "Pièce jointe retirée"), part: part)
    }
}

extension Attachment.Kind {
    var word: Word {
        switch self {
        case .medical: Word(work: "Medical report", fr: "Rapport médical")
        case .court: Word(work: "Paper of a court or an authority", fr: "Acte d’un tribunal ou d’une autorité")
        case .identity: Word(work: "Identity paper", fr: "Pièce d’identité")
        case .work: Word(work: "Contract, payslip, account of hours", fr: "Contrat, fiche de paie, relevé d’heures")
        case .picture: Word(work: "Picture", fr: "Image")
        case .statement: Word(work: "Statement or recording", fr: "Déclaration ou enregistrement")
        case .letter: Word(work: "Letter or messages", fr: "Lettre ou messages")
        case .other: Word(work: "Other", fr: "Autre")
        }
    }
}

extension Attachment.Giver {
    var word: Word {
        switch self {
        case .person: Word(work: "The person", fr: "La personne")
        case .family: Word(work: "Family or friends", fr: "Famille ou amis")
        case .authority: Word(work: "An authority", fr: "Une autorité")
        case .health: Word(work: "A health service", fr: "Un service de santé")
        case .organisation: Word(work: "An organisation", fr: "Une organisation")
        case .worker: Word(work: "The worker", fr: "L’intervenant")
        case .other: Word(work: "Somebody else", fr: "Quelqu’un d’autre")
        }
    }
}

extension Attachment.Way {
    var word: Word {
        switch self {
        case .byHand: Word(work: "handed over", fr: "remis en main propre")
        case .sent: Word(work: "sent", fr: "envoyé")
        case .madeHere: Word(work: "made here", fr: "réalisé ici")
        case .copied: Word(work: "copied from an original", fr: "copié d’un original")
        }
    }
}

extension Word {
    static let attachments = Word(work: "Attachments", fr: "Pièces jointes")
    static let openAttachments = Word(work: "See and add attachments", fr: "Voir et ajouter des pièces")
    static let attachmentsWillStandHere = Word(
        work: "Papers, pictures and recordings will stand here, each sealed with the person’s key, with who gave it. Add the first below.",
        fr:
            "Papiers, images et enregistrements figureront ici, scellés avec la clé de la personne, avec leur provenance. Ajoutez le premier ci-dessous."
    )
    static let fingerprintSHA256 = Word(work: "SHA-256", fr: "SHA-256")
    static let kilobytes = Word(work: "kB", fr: "ko")
    static let attach = Word(work: "Attach a file", fr: "Joindre un fichier")
    static let attachConsequences = Word(
        work:
            "The file is kept as it was given, with its hash, and opens only to those who see the part that you choose. Of a picture there is a copy besides, without place, time and device: hand on that one.",
        fr:
            "Le fichier est gardé tel quel, avec son empreinte, et ne s’ouvre qu’à qui voit la partie choisie. D’une image existe aussi une copie sans lieu, heure ni appareil : transmettez celle-là."
    )
    static let attachmentFile = Word(work: "File", fr: "Fichier")
    static let attachmentFileWhy = Word(
        work: "PDF, JPEG, PNG, plain text, or sound (OGG, MP3, WAV), 10 MB at most. It is judged by its content.",
        fr: "PDF, JPEG, PNG, texte ou son (OGG, MP3, WAV), 10 Mo au plus. Il est jugé sur son contenu.")
    static let attachmentKind = Word(work: "What it is", fr: "Nature")
    static let attachmentPart = Word(work: "Part of the file", fr: "Partie du dossier")
    static let attachmentPartWhy = Word(work: "Who sees this part may open it.", fr: "Qui voit cette partie peut l’ouvrir.")
    static let givenBy = Word(work: "Given by", fr: "Donné par")
    static let givenHow = Word(work: "How it came", fr: "Comment il est arrivé")
    static let givenOn = Word(work: "Given on", fr: "Donné le")
    static let attachmentOrigin = Word(work: "Where it comes from", fr: "Provenance")
    static let attachmentOriginWhy = Word(work: "More about it, if needed. Sealed.", fr: "Précisions, si besoin. Scellé.")
    static let attachmentOpen = Word(work: "Open", fr: "Ouvrir")
    static let addedWhen = Word(work: "Added", fr: "Ajouté")
    static let openCopy = Word(work: "Copy without metadata", fr: "Copie sans métadonnées")
    static let openOriginal = Word(work: "Original, as it was given", fr: "Original, tel que donné")
    static let openAttachment = Word(work: "Open it as a file", fr: "Ouvrir comme fichier")
    static let withdrawAttachment = Word(work: "Withdraw", fr: "Retirer")
}
