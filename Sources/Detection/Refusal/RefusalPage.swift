import Basics
import Protection
import Vocabulary
import Web

/// An adult said no: what that does, before it is done. It can't be taken back, and a slip of the thumb is no answer.
struct RefusalPage: Page {
    let id: ID<Draft>
    /// What was answered on the page that asks; nothing of it is kept yet.
    let answers: [(name: String, value: String)]

    /// Stands in the form that is sent from here.
    static let confirmed = "confirmed"

    var title: Word { .personSaidNo }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.referrals, DetectionAddress.referrals)] }

    func body(_ html: inout Markup) {
        html.ul { html in
            for word in [Word.refusalDestroysDraft, .refusalIsCounted, .refusalTellsNobody, .refusalLeavesHelp] { html.li(word) }
        }
        html.form(post: DetectionAddress.step(id, .consent)) { html in
            for (name, value) in answers { html.hiddenField(name, value) }
            html.hiddenField(Self.confirmed, "yes")
            html.submit(.recordRefusal, .class("danger"))
        }
        html.p { $0.a(to: DetectionAddress.step(id, .consent), .theySaidSomethingElse) }
    }
}

extension Word {
    static let personSaidNo = Word(work: "The person says no", fr: "La personne dit non")
    static let refusalDestroysDraft = Word(
        work: "This draft is destroyed with all that stands in it. It can’t be brought back.",
        fr: "Ce brouillon est détruit avec tout ce qu’il contient. Il ne peut pas être récupéré.")
    static let refusalIsCounted = Word(
        work: "That somebody refused is counted: without a name, and without anything that leads to them.",
        fr: "Le refus est compté : sans nom, et sans rien qui mène à la personne.")
    static let refusalTellsNobody = Word(work: "Nobody is told.", fr: "Personne n’est informé.")
    static let refusalLeavesHelp = Word(
        work: "Help stays open: the next page has a number to hand over.",
        fr: "L’aide reste ouverte : la page suivante donne un numéro à remettre.")
    static let recordRefusal = Word(work: "Record the no and destroy the draft", fr: "Consigner le refus et détruire le brouillon")
    static let theySaidSomethingElse = Word(work: "Back: they said something else", fr: "Retour : elle a répondu autre chose")
}
