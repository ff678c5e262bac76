import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension CaseEvent.Kind {
    static let joined = CaseEvent.Kind(
        "file.joined", Word(work: "Joined with another file of the same person", fr: "Réuni avec un autre dossier de la même personne"))
    static let parted = CaseEvent.Kind("file.parted", Word(work: "Parted from another file", fr: "Séparé d’un autre dossier"))
}

extension CaseMatter {
    static let joined = CaseMatter(
        "file.joined",
        Word(
            work: "The authority joined a file of yours with another of the same person.",
            fr: "L’autorité a réuni un de vos dossiers avec un autre de la même personne."))
}

extension Word {
    static let joins = Word(work: "The same person?", fr: "La même personne ?")
    static let samePerson = Word(work: "The same person?", fr: "La même personne ?")
    static let joinsWillStandHere = Word(
        work: "Files of two organisations that may be of one person will stand here. They are found after a referral is sent.",
        fr:
            "Les dossiers de deux organisations qui concernent peut-être une même personne apparaîtront ici. Ils sont trouvés après l’envoi d’un signalement."
    )
    static let score = Word(work: "Likeness of 100", fr: "Ressemblance sur 100")
    static let foundAt = Word(work: "Found", fr: "Trouvé le")
    static let joinedFiles = Word(work: "Joined files", fr: "Dossiers réunis")
    static let partFiles = Word(work: "Part them again", fr: "Les séparer")
    static let firstFile = Word(work: "First file", fr: "Premier dossier")
    static let secondFile = Word(work: "Second file", fr: "Second dossier")
    static let whichIsKept = Word(work: "Which one the other points to", fr: "Vers lequel l’autre renvoie")
    static let matchIsSettled = Word(work: "This match is settled.", fr: "Ce rapprochement est réglé.")
    static let openBoth = Word(work: "Open who they are", fr: "Ouvrir les deux identités")
    static let joiningLead = Word(
        work:
            "Joined files point to each other for those who see both. Nothing is moved, so they can be parted again exactly as they were. Joining shares nothing between the keepers: for that, name the law.",
        fr:
            "Des dossiers réunis renvoient l’un à l’autre pour ceux qui voient les deux. Rien n’est déplacé : ils peuvent être séparés exactement comme avant. Réunir ne partage rien entre les organisations : pour cela, nommez la loi."
    )
    static let joinThem = Word(work: "One person: join the files", fr: "Une seule personne : réunir les dossiers")
    static let shareBetween = Word(
        work: "One person: let each keeper see parts of the other’s file",
        fr: "Une seule personne : chacun voit des parties du dossier de l’autre")
    static let partsToShare = Word(work: "Which parts", fr: "Quelles parties")
    static let notTheSame = Word(work: "Two different people", fr: "Deux personnes différentes")
    static let joinedTo = Word(work: "Joined to", fr: "Réuni à")
    static let joinedHere = Word(work: "Joined to this file", fr: "Réunis à ce dossier")
}
