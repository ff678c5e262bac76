import Access
import Vocabulary

extension AuditRow.Outcome {
    var word: Word {
        switch self {
        case .done: Word(work: "Done", fr: "Fait")
        case .denied: Word(work: "Denied", fr: "Refusé")
        case .failed: Word(work: "Failed", fr: "Échoué")
        }
    }
}

extension Word {
    static let auditTrail = Word(work: "Audit trail", fr: "Journal d’audit")
    static let auditLead = Word(
        work: "Who did what to what, when and why, and what was turned away. Reading this is itself written down.",
        fr: "Qui a fait quoi, à quoi, quand et pourquoi, et ce qui a été refusé. Cette lecture est elle-même inscrite."
    )
    static let outcome = Word(work: "Outcome", fr: "Résultat")
    static let auditSubject = Word(work: "Id of a thing", fr: "Identifiant d’un objet")
    static let auditSubjectKind = Word(work: "Kind of thing", fr: "Type d’objet")
    static let auditSubjectWhy = Word(work: "As it stands in the address of its page.", fr: "Tel qu’il figure dans l’adresse de sa page.")
    static let auditAccount = Word(work: "Id of an account", fr: "Identifiant d’un compte")
    static let fromDay = Word(work: "From", fr: "Du")
    static let toDay = Word(work: "To", fr: "Au")
    static let when = Word(work: "When", fr: "Quand")
    static let purpose = Word(work: "Purpose", fr: "Motif")
    static let detail = Word(work: "Detail", fr: "Détail")
    static let thing = Word(work: "Thing", fr: "Objet")
    static let sealNumber = Word(work: "Seal", fr: "Sceau")
    static let notYetSealed = Word(work: "waits for its seal", fr: "attend son sceau")
    static let purposeDestroyed = Word(
        work: "stated, and destroyed with the person’s record", fr: "indiquée, puis détruite avec le dossier de la personne")
    static let nobodySignedIn = Word(work: "nobody signed in", fr: "personne de connecté")
    static let theConsole = Word(work: "by command on the machine", fr: "par commande sur la machine")
    static let search = Word(work: "Search", fr: "Chercher")
    static let narrow = Word(work: "Search by day, deed, outcome or id", fr: "Chercher par jour, acte, résultat ou identifiant")
    static let older = Word(work: "Older", fr: "Plus anciens")
    static let newest = Word(work: "Newest", fr: "Les plus récents")
    static let asCSV = Word(work: "As CSV", fr: "En CSV")
    static let asXLSX = Word(work: "As a spreadsheet", fr: "En tableur")
    static let nothingInAudit = Word(work: "Nothing in the audit matches.", fr: "Rien ne correspond dans l’audit.")
    static let auditFileCut = Word(
        work: "This file holds the newest 50,000 rows. Narrow the search by day to get the others.",
        fr: "Ce fichier contient les 50 000 lignes les plus récentes. Précisez les jours pour obtenir les autres."
    )
    static let verifyTitle = Word(work: "Is the audit trail whole?", fr: "Le journal d’audit est-il intact ?")
    static let verify = Word(work: "Check the audit trail", fr: "Vérifier le journal d’audit")
    static let trailIsWhole = Word(
        work: "Yes. Every sealed row is as it was written.", fr: "Oui. Chaque ligne scellée est telle qu’elle a été écrite.")
    static let trailIsBroken = Word(
        work: "No. Keep the database and the data folder as they are, and tell whoever is responsible for this node.",
        fr: "Non. Laissez la base et le dossier de données tels quels, et prévenez le responsable de ce nœud."
    )
    static let sealedRows = Word(work: "Sealed rows", fr: "Lignes scellées")
    static let waitingRows = Word(work: "Rows that wait for their seal", fr: "Lignes en attente de sceau")
    static let copiedSeal = Word(work: "Newest seal copied outside the database", fr: "Dernier sceau copié hors de la base")
    static let noCopy = Word(work: "none yet", fr: "aucun encore")

    static func fault(_ fault: AuditVerification.Fault) -> Word {
        switch fault {
        case .changed(let number, let row):
            Word(
                work: "Row \(number) (\(row)) was changed after it was sealed.",
                fr: "La ligne \(number) (\(row)) a été modifiée après son scellement.")
        case .rowMissing(let number, let row):
            Word(work: "Row \(number) (\(row)) is missing.", fr: "La ligne \(number) (\(row)) manque.")
        case .linkMissing(let number):
            Word(work: "Row \(number) and its seal are missing.", fr: "La ligne \(number) et son sceau manquent.")
        case .purposeChanged(let row):
            Word(
                work: "The purpose stated for row \(row) was changed.", fr: "La finalité indiquée pour la ligne \(row) a été modifiée.")
        case .slippedIn(let row):
            Word(
                work: "Row \(row) was put in without a seal, or its seal was removed.",
                fr: "La ligne \(row) a été ajoutée sans sceau, ou son sceau retiré.")
        case .cutShort(let copied, let last):
            Word(
                work: "The trail ends at row \(last), but row \(copied) was sealed.",
                fr: "Le journal s’arrête à la ligne \(last), alors que la ligne \(copied) avait été scellée."
            )
        case .rewritten(let number):
            Word(
                work: "Row \(number) differs from the copy of its seal: the trail was written anew.",
                fr: "La ligne \(number) diffère de la copie de son sceau : le journal a été réécrit."
            )
        }
    }
}
