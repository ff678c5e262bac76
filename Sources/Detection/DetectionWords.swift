import Basics
import Protection
package import Vocabulary

extension CaseEvent.Kind {
    static let referralRaised = CaseEvent.Kind("referral.raised", Word(work: "Referral sent", fr: "Signalement envoyé")) { code, _ in
        Setting(rawValue: code)?.word
    }
    static let referralAdded = CaseEvent.Kind(
        "referral.added", Word(work: "First responder added information", fr: "Le premier intervenant a ajouté des informations"),
        part: .experience)
}

extension ClockKind {
    /// Somebody who could not answer is asked again.
    static let consentAskAgain = ClockKind(
        "consent.ask-again", Word(work: "Ask the person again", fr: "Redemander à la personne"),
        atEnd: Word(
            work: "Nobody has asked again whether the authority may be told: the supervisor is told.",
            fr: "Personne n’a redemandé si l’autorité peut être informée : le responsable est averti."),
        warnDays: { _ in nil }, rule: { $0.deadlines.askAgain }
    )
}

extension CaseMatter {
    static let referralAdded = CaseMatter(
        "referral.added", Word(work: "Information was added to a referral.", fr: "Des informations ont été ajoutées à un signalement."))
    static let matchFound = CaseMatter(
        "match.found",
        Word(
            work: "A person may be known in files of two organisations.",
            fr: "Une personne est peut-être connue dans les dossiers de deux organisations.")
    ) { ID<PersonMatch>(bytes: $0).map { CaseAddress.join($0) } }
    static let reofferDue = CaseMatter(
        "reoffer.due", Word(work: "Somebody who refused may be asked again.", fr: "Une personne qui a refusé peut être recontactée.")
    ) { _ in DetectionAddress.reoffers }
}

extension ProtectionPath {
    var ageWord: Word {
        switch self {
        case .adult: Word(work: "18 or older", fr: "18 ans ou plus")
        case .child: Word(work: "Under 18", fr: "Moins de 18 ans")
        case .unsure: Word(work: "Not sure: may be under 18", fr: "Pas sûr : peut-être moins de 18 ans")
        }
    }
}

extension SignAnswer {
    var word: Word {
        switch self {
        case .yes: .yes
        case .no: .no
        case .notAsked: Word(work: "Not asked", fr: "Non demandé")
        }
    }
}

extension KeptContacts.Outcome {
    var word: Word {
        switch self {
        case .accepted:
            Word(
                work: "Wants help: a referral begins, the contact is destroyed",
                fr: "Veut de l’aide : un signalement commence, le contact est détruit")
        case .declined:
            Word(
                work: "Says no again: the contact is destroyed, nobody asks again",
                fr: "Refuse encore : le contact est détruit, plus personne ne redemande")
        case .notReached: Word(work: "Not reached: tried once more later", fr: "Pas joint : encore une fois plus tard")
        }
    }
}

extension NameLikeness.Reason {
    package var word: Word {
        switch self {
        case .written: Word(work: "same name written", fr: "même nom écrit")
        case .latin: Word(work: "same name in another script", fr: "même nom dans une autre écriture")
        case .sound: Word(work: "sounds alike", fr: "se prononce pareil")
        case .birthDate: Word(work: "same birth date", fr: "même date de naissance")
        case .year: Word(work: "same birth year", fr: "même année de naissance")
        }
    }
}

extension WarningSign.Group {
    var word: Word {
        switch self {
        case .recruitment: Word(work: "Recruitment", fr: "Recrutement")
        case .movement: Word(work: "Movement", fr: "Déplacement")
        case .exploitation: Word(work: "Exploitation", fr: "Exploitation")
        case .control: Word(work: "Control", fr: "Contrôle")
        case .health: Word(work: "Health", fr: "Santé")
        case .child: Word(work: "Child", fr: "Enfant")
        case .documents: Word(work: "Documents", fr: "Documents")
        case .money: Word(work: "Money", fr: "Argent")
        }
    }
}

extension ReferralStep {
    var title: Word {
        switch self {
        case .danger: .immediateDanger
        case .setting: Word(work: "Where, and how old", fr: "Où, et quel âge")
        case .signs: .signsTitle
        case .person: .personTitle
        case .needs: Word(work: "Tonight, and the details", fr: "Cette nuit, et les détails")
        case .consent: .consentTitle
        case .check: .checkAndSend
        }
    }
}
