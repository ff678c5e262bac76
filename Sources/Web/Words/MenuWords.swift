import Vocabulary

// The groups of the menu at the work door. They stand here because several contexts bring entries to one group.

extension Menu.Group {
    package static let referral = Menu.Group(
        Word(work: "Referral and identification", fr: "Signalement et identification"), place: 1)
    package static let caseWork = Menu.Group(Word(work: "Case work", fr: "Suivi des dossiers"), place: 2)
    package static let services = Menu.Group(Word(work: "Services", fr: "Services"), place: 3)
    package static let supervision = Menu.Group(Word(work: "Supervision", fr: "Supervision"), place: 4)
    package static let administration = Menu.Group(Word(work: "Administration", fr: "Administration"), place: 5)
}
