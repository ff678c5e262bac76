import Vocabulary

extension Word {
    static let protectionOfTheChild = Word(work: "Protection of the child", fr: "Protection de l’enfant")
    static let openChildPage = Word(work: "Guardian, age, best interests, tracing", fr: "Tuteur, âge, intérêt supérieur, recherche")
    static let children = Word(work: "Children", fr: "Enfants")
    static let childrenWillStandHere = Word(
        work:
            "Children whom your authority protects will stand here, those without a guardian first. They come with the notification of a child, or when an adult is found to be perhaps one.",
        fr:
            "Les enfants que votre autorité protège apparaîtront ici, d’abord ceux sans tuteur. Ils arrivent avec la notification d’un enfant, ou quand un adulte en est peut-être un."
    )
    static let acknowledge = Word(work: "Take the child up", fr: "Prendre l’enfant en charge")
    static let acknowledgeWhy = Word(
        work:
            "Tells everybody who works on the file that the authority was told and acts. It stops the clock of the notification; the clock for a guardian goes on.",
        fr:
            "Indique à tous ceux qui suivent le dossier que l’autorité a été informée et agit. Le délai de notification s’arrête ; celui du tuteur continue."
    )
    static let careArrangement = Word(work: "Care arrangement", fr: "Lieu d’accueil")
    static let notRecorded = Word(work: "not recorded", fr: "non consigné")
    static let noneOpened = Word(work: "none", fr: "aucune")
    static let isOpenNow = Word(work: "Open", fr: "En cours")
    static let nextReview = Word(work: "To be looked at again by", fr: "À réexaminer avant le")
    static let note = Word(work: "Note", fr: "Note")
    static let reasons = Word(work: "Reasons", fr: "Motifs")
    static let decision = Word(work: "Decision", fr: "Décision")
    static let decidedOn = Word(work: "Decided", fr: "Décidé le")
    static let dayDone = Word(work: "On which day", fr: "Quel jour")
    static let organisation = Word(work: "Organisation", fr: "Organisation")
    static let decide = Word(work: "Decide", fr: "Décider")
    static let viewOfTheChild = Word(work: "The child’s view", fr: "Avis de l’enfant")
    static let inTheChildsWords = Word(work: "In the child’s own words", fr: "Dans les mots de l’enfant")
    static let answer = Word(work: "Answer", fr: "Répondre")
    static let childrenWithoutGuardian = Word(work: "Children without a guardian", fr: "Enfants sans tuteur")
    static let childrenTreatedAsAdults = Word(work: "Children treated as adults", fr: "Enfants traités comme adultes")
    static let guardianAppointments = Word(work: "Guardians appointed", fr: "Tuteurs désignés")
}
