import Access
import Basics
import Vocabulary

/// What one room tells of and another one settles.
extension CaseMatter {
    /// Until the authority has taken it up.
    package static let referralArrived = CaseMatter(
        "referral.arrived", Word(work: "A new referral waits to be taken up.", fr: "Un nouveau signalement attend d’être pris en charge."))
    /// Until the child-protection authority has taken the child up.
    package static let childArrived = CaseMatter(
        "child.arrived",
        Word(
            work: "A child, or somebody who may be one, was referred: answer, and see to a guardian.",
            fr: "Un enfant, ou une personne qui pourrait l’être, a été signalé : répondez, et veillez à un tuteur."))
    /// Until the person is referred to the first service.
    package static let assistanceOpened = CaseMatter(
        "identification.assistance",
        Word(
            work: "Assistance is open for somebody whose file you work on: offer it today.",
            fr: "L’assistance est ouverte pour une personne que vous suivez : proposez-la aujourd’hui."))
}
