import Basics
import Protection
import Vocabulary

extension Conference.Stage {
    var word: Word {
        switch self {
        case .called: Word(work: "Called", fr: "Convoquée")
        case .held: Word(work: "Held", fr: "Tenue")
        case .closed: Word(work: "Closed", fr: "Close")
        case .cancelled: Word(work: "Cancelled", fr: "Annulée")
        }
    }
}

extension Conference.Venue {
    var word: Word {
        switch self {
        case .inPerson: Word(work: "In person", fr: "En personne")
        case .telephone: Word(work: "By telephone", fr: "Par téléphone")
        case .video: Word(work: "By video", fr: "Par vidéo")
        }
    }
}

extension Conference.Attendance {
    var word: Word {
        switch self {
        case .came: Word(work: "Came", fr: "Présente")
        case .apologised: Word(work: "Sent apologies", fr: "Excusée")
        case .absent: Word(work: "Did not come", fr: "Absente")
        }
    }
}

extension Conference.DecisionKind {
    var word: Word {
        switch self {
        case .safety: Word(work: "Safety", fr: "Sécurité")
        case .housing: Word(work: "Housing", fr: "Logement")
        case .services: Word(work: "Services", fr: "Services")
        case .legal: Word(work: "Rights and remedies", fr: "Droits et réparations")
        case .childrensCare: Word(work: "Care of a child", fr: "Prise en charge d’un enfant")
        case .homeward: Word(work: "Return or its alternatives", fr: "Retour ou autres solutions")
        case .share: Word(work: "What is shared with whom", fr: "Ce qui est partagé, avec qui")
        case .other: Word(work: "Something else", fr: "Autre")
        }
    }
}

extension ConferenceTask.State {
    var word: Word {
        switch self {
        case .open: Word(work: "Open", fr: "Ouverte")
        case .done: Word(work: "Done", fr: "Faite")
        case .withdrawn: Word(work: "No longer needed", fr: "Plus nécessaire")
        }
    }
}

extension ClockKind {
    static let conferenceTask = ClockKind(
        "conference.task", Word(work: "Task of a case conference", fr: "Tâche d’une conférence de cas"),
        atEnd: Word(work: "The task is late, and the supervisor is told.", fr: "La tâche est en retard et le responsable en est informé."))
}

extension CaseEvent.Kind {
    static let conferenceCalled = CaseEvent.Kind(
        "conference.called", Word(work: "Case conference called", fr: "Conférence de cas convoquée"))
    static let conferenceMoved = CaseEvent.Kind("conference.moved", Word(work: "Case conference", fr: "Conférence de cas")) { code, _ in
        Conference.Stage(rawValue: code)?.word
    }
    static let conferenceDecided = CaseEvent.Kind("conference.decided", Word(work: "Decided in conference", fr: "Décidé en conférence")) {
        code, _ in Conference.DecisionKind(rawValue: code)?.word
    }
    static let taskSet = CaseEvent.Kind("conference.task", Word(work: "Task given", fr: "Tâche confiée"))
    static let taskSettled = CaseEvent.Kind("conference.task-settled", Word(work: "Task", fr: "Tâche")) { code, _ in
        ConferenceTask.State(rawValue: code)?.word
    }
}

extension CaseMatter {
    static let invited = CaseMatter(
        "conference.invited", Word(work: "You are invited to a case conference.", fr: "Vous êtes invités à une conférence de cas.")
    ) { bytes in ID<Conference>(bytes: bytes).map { StewardshipAddress.conference($0) } }
    static let taskSet = CaseMatter(
        "conference.task", Word(work: "A case conference gave you a task.", fr: "Une conférence de cas vous a confié une tâche.")
    ) { _ in StewardshipAddress.tasks }
}

extension Word {
    static let conferences = Word(work: "Conferences", fr: "Conférences")
    static let conference = Word(work: "Case conference", fr: "Conférence de cas")
    static let conferencesWillStandHere = Word(
        work: "Case conferences that your organisation calls or is invited to will stand here. Call one from a case file.",
        fr:
            "Les conférences de cas que votre organisation convoque ou auxquelles elle est invitée apparaîtront ici. Convoquez-en une depuis un dossier."
    )
    static let callConference = Word(work: "Call a case conference", fr: "Convoquer une conférence de cas")
    static let callLead = Word(
        work: "Then invite the organisations with which the file is shared. Each sees of it what its share lets it see.",
        fr: "Invitez ensuite les organisations avec lesquelles le dossier est partagé. Chacune en voit ce que son partage lui permet.")
    static let callNeedsOpenFile = Word(
        work: "This file is closed, so no conference is called about it. Reopen it first, on its page, with a reason.",
        fr: "Ce dossier est clos : on ne convoque plus de réunion à son sujet. Rouvrez-le d’abord, sur sa page, avec un motif.")
    static let meetsOn = Word(work: "Day", fr: "Jour")
    static let meetsAt = Word(work: "Hour", fr: "Heure")
    static let meetsAtWhy = Word(work: "0 to 23, in the country’s time.", fr: "De 0 à 23, à l’heure du pays.")
    static let venue = Word(work: "How", fr: "Comment")
    static let calledBy = Word(work: "Called by", fr: "Convoquée par")
    static let atTheTable = Word(work: "At the table", fr: "Autour de la table")
    static let agenda = Word(work: "Agenda", fr: "Ordre du jour")
    static let decisions = Word(work: "Decisions", fr: "Décisions")
    static let conferenceTasks = Word(work: "Tasks", fr: "Tâches")
    static let minutes = Word(work: "Minutes, to print", fr: "Procès-verbal, à imprimer")
    static let nothingYet = Word(work: "Nothing yet.", fr: "Rien pour l’instant.")
    static let addToAgenda = Word(work: "Add to the agenda", fr: "Ajouter à l’ordre du jour")
    static let invite = Word(work: "Invite an organisation", fr: "Inviter une organisation")
    static let organisationToInvite = Word(work: "Organisation with a share", fr: "Organisation avec un partage")
    static let anotherFile = Word(work: "Put another file on the table", fr: "Ajouter un autre dossier")
    static let otherFileWhy = Word(work: "Its code; one that you work with.", fr: "Son code ; un dossier sur lequel vous travaillez.")
    static let noFileOfYours = Word(
        work: "You work with no file of this code. Look at the code in the list of case files.",
        fr: "Vous ne travaillez sur aucun dossier de ce code. Vérifiez le code dans la liste des dossiers.")
    static let taskToDo = Word(work: "What is to be done", fr: "À faire")
    static let conferenceHeld = Word(work: "It was held", fr: "Elle a été tenue")
    static let cancelConference = Word(work: "Cancel it", fr: "L’annuler")
    static let closeConference = Word(work: "Close it: no more decisions", fr: "La clore : plus de décisions")
    static let recordDecision = Word(work: "Record a decision", fr: "Consigner une décision")
    static let decisionKind = Word(work: "About what", fr: "À quel sujet")
    static let giveTask = Word(work: "Give a task", fr: "Confier une tâche")
    static let inWords = Word(work: "In words", fr: "En quelques mots")
    static let whichPart = Word(work: "Part of the file", fr: "Partie du dossier")
    static let taskOwner = Word(work: "Which organisation does it", fr: "Quelle organisation s’en charge")
    static let taskColleague = Word(work: "Who of your own", fr: "Qui parmi les vôtres")
    static let taskColleagueWhy = Word(
        work: "Only when your own organisation does it; others choose themselves.",
        fr: "Seulement si votre organisation s’en charge ; les autres choisissent elles-mêmes.")
    static let dueDay = Word(work: "By which day", fr: "Pour quel jour")
    static let taskDone = Word(work: "Done", fr: "Fait")
    static let taskWithdraw = Word(work: "No longer needed", fr: "Plus nécessaire")
    static let taskWhose = Word(work: "Whose", fr: "À qui")
    static let tasksOfMine = Word(work: "Tasks of mine", fr: "Mes tâches")
    static let tasksWillStandHere = Word(
        work: "What case conferences ask of your organisation will stand here, what is due first on top.",
        fr: "Ce que les conférences de cas demandent à votre organisation apparaîtra ici, le plus urgent en haut.")
}
