import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension CaseEvent.Kind {
    static let handedOver = CaseEvent.Kind("case.handed-over", Word(work: "Handed over to a colleague", fr: "Transmis à un collègue"))
    static let deputyNamed = CaseEvent.Kind("case.deputy", Word(work: "Deputy during leave", fr: "Suppléance pendant un congé"))
    static let deputyEnded = CaseEvent.Kind("case.deputy-ended", Word(work: "Deputy’s time over", fr: "Fin de la suppléance"))
}

extension CaseMatter {
    static let handedOver = CaseMatter(
        "case.handed-over", Word(work: "A file was handed over to you.", fr: "Un dossier vous a été transmis."))
    static let deputy = CaseMatter(
        "case.deputy",
        Word(work: "You are the deputy in a file, during a colleague’s leave.", fr: "Vous suppléez un collègue en congé sur un dossier."))
}

extension Word {
    static let caseloads = Word(work: "Caseloads", fr: "Charges de travail")
    static let findColleague = Word(work: "Find a colleague", fr: "Chercher un collègue")
    static let caseloadsWillStandHere = Word(
        work: "The people of your organisation will stand here, with how many files each works on.",
        fr: "Les personnes de votre organisation apparaîtront ici, avec le nombre de dossiers de chacune.")
    static let withoutWorker = Word(work: "Files that nobody works on", fr: "Dossiers que personne ne suit")
    static let isAway = Word(work: "on leave", fr: "en congé")
    static let handOver = Word(work: "Hand files over", fr: "Transmettre des dossiers")
    static let handOverLead = Word(
        work: "All that you choose go at once, with their clocks; each file notes it.",
        fr: "Tous ceux que vous choisissez partent ensemble, avec leurs délais ; chaque dossier le consigne.")
    static let noFilesToHandOver = Word(work: "This person works on no open file.", fr: "Cette personne ne suit aucun dossier ouvert.")
    static let filesToHandOver = Word(work: "Which files", fr: "Quels dossiers")
    static let handOverTo = Word(work: "To whom", fr: "À qui")
    static let leaves = Word(work: "Leave", fr: "Congé")
    static let leaveLead = Word(
        work: "During leave the deputy sees and does the same in every file that has no deputy yet, and in those that come meanwhile.",
        fr:
            "Pendant le congé, le suppléant voit et fait la même chose dans chaque dossier sans suppléant, et dans ceux qui arrivent entre-temps."
    )
    static let leaveFirst = Word(work: "First day", fr: "Premier jour")
    static let leaveLast = Word(work: "Last day", fr: "Dernier jour")
    static let setLeave = Word(work: "Record the leave", fr: "Consigner le congé")
    static let endLeave = Word(work: "Back already", fr: "Déjà de retour")
}
