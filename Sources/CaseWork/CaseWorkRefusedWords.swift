import Vocabulary

extension CaseWorkRefused {
    var words: Word {
        switch self {
        case .endBeforeBeginning:
            Word(
                work: "The end lies before the beginning. Correct one of the two dates.",
                fr: "La fin précède le début. Corrigez l’une des deux dates.")
        case .notReached:
            Word(
                work: "A goal with a day on which it was reached must be marked as reached. Change the progress, or leave the day empty.",
                fr: "Un objectif avec une date d’atteinte doit être marqué comme atteint. Changez l’avancement ou laissez la date vide.")
        case .dayOfReachingNeeded:
            Word(work: "Give the day on which the goal was reached.", fr: "Indiquez le jour où l’objectif a été atteint.")
        case .ageAgainstPath:
            Word(
                work:
                    "This age does not fit the way in which the person is protected now. Record first, under child protection, that the age was found to be another.",
                fr:
                    "Cet âge ne correspond pas à la protection actuelle. Consignez d’abord, sous la protection de l’enfance, que l’âge est autre."
            )
        case .unknownForm:
            Word(work: "The country’s profile has no such assessment.", fr: "Le profil du pays ne comporte pas cette évaluation.")
        case .reviewInThePast:
            Word(
                work:
                    "The next review must be after the day of the assessment, and not later than the country’s rules say. Choose another day.",
                fr:
                    "La prochaine évaluation doit avoir lieu après celle-ci, et pas plus tard que ne le disent les règles du pays. Choisissez un autre jour."
            )
        case .dayAhead:
            Word(work: "This day has not come yet. Correct it.", fr: "Ce jour n’est pas encore arrivé. Corrigez-le.")
        case .hearingAhead:
            Word(
                work:
                    "“Day” lies ahead, and “What came of it” says that it is over. Write the day on which it was held, today at the latest, or choose “Still ahead”.",
                fr:
                    "« Jour » est à venir, et « Résultat » dit que c’est passé. Écrivez le jour où elle s’est tenue, aujourd’hui au plus tard, ou choisissez « À venir »."
            )
        case .notACode:
            Word(
                work: "That is no number of a file. It has eight letters and digits, such as K7F3-92QM.",
                fr: "Ce n’est pas un numéro de dossier. Il a huit lettres et chiffres, comme K7F3-92QM.")
        case .ownCode:
            Word(
                work: "That is this very file. Give the number of the other one.", fr: "C’est ce dossier même. Donnez le numéro de l’autre."
            )
        case .linkedAlready:
            Word(work: "That number is noted in this file already.", fr: "Ce numéro est déjà noté dans ce dossier.")
        case .fileMissing: Word(work: "Choose a file.", fr: "Choisissez un fichier.")
        case .fileTooLarge:
            Word(
                work: "The file is larger than 10 MB. Make it smaller, or split it.",
                fr: "Le fichier dépasse 10 Mo. Réduisez-le ou divisez-le.")
        case .fileOfAnotherKind:
            Word(
                work: "This is no PDF, JPEG, PNG, plain text, or sound (OGG, MP3, WAV), whatever its name says. Save it as one of these.",
                fr: "Ce n’est ni PDF, ni JPEG, ni PNG, ni texte, ni son (OGG, MP3, WAV), quel que soit son nom. Enregistrez-le ainsi.")
        case .fileBroken:
            Word(
                work: "The picture is broken: it can’t be cleaned of what a camera writes into it. Save it anew, then send it again.",
                fr: "L’image est abîmée : on ne peut en retirer ce que l’appareil y écrit. Enregistrez-la de nouveau, puis renvoyez-la.")
        case .imageWithoutEnd:
            Word(
                work: "The picture ends too early; it may not have been copied whole. Send it again.",
                fr: "L’image s’arrête trop tôt ; elle n’a peut-être pas été copiée en entier. Renvoyez-la.")
        case .attachmentNotThere:
            Word(work: "There is no such attachment in this file.", fr: "Ce dossier n’a pas cette pièce jointe.")
        case .interviewNotThere: Word(work: "There is no such interview in this file.", fr: "Ce dossier n’a pas cet entretien.")
        case .wrongStage:
            Word(
                work: "The interview is at another stage meanwhile; somebody may have gone on. Open it again.",
                fr: "L’entretien en est à une autre étape ; quelqu’un a peut-être avancé. Rouvrez-le.")
        case .reasonToRepeatNeeded:
            Word(
                work: "Some of this was asked before. Take it out of the plan, or say why the person must be asked again.",
                fr: "Une partie a déjà été demandée. Retirez-la du plan, ou dites pourquoi il faut redemander.")
        case .interpreterNeeded:
            Word(
                work: "The person needs an interpreter. Plan one, or record that the person does not want one.",
                fr: "La personne a besoin d’un interprète. Prévoyez-en un, ou notez qu’elle n’en veut pas.")
        case .childInterviewer:
            Word(
                work: "A child is interviewed only by somebody trained for it, with a support person there. Plan it so.",
                fr: "Un enfant n’est entendu que par une personne formée, avec une personne de soutien. Prévoyez-le ainsi.")
        }
    }
}
