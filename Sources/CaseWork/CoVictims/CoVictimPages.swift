import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/cases/{id}/co-victims                        links to other files    readExperience
    //  POST  /work/cases/{id}/co-victims                        note one                writeExperience
    //  POST  /work/cases/{id}/co-victims/{link}/withdrawal      take it back            writeExperience
    mutating func addCoVictims(_ room: ProtectionRoom) {
        let desk = CaseWorkDesk(room: room)
        let coVictims = CoVictims(desk: desk)

        get("/work/cases/{id}/co-victims", needs: .deed(.readExperience)) { visit in
            .page(try await CoVictimsPage.read(visit, desk, filled: Filled()))
        }

        post("/work/cases/{id}/co-victims", needs: .deed(.writeExperience)) { visit in
            let file = try visit.id("id", of: CaseFile.self)
            var reading = FormReading(visit.form)
            if let number = reading.read(CoVictimsPage.number) {
                do {
                    try await coVictims.link(file, to: number, by: visit.signedIn())
                    return .see(CaseWorkAddress.coVictims(file))
                } catch let refused as CaseWorkRefused {
                    reading.refuse(CoVictimsPage.number, because: refused.words)
                }
            }
            return .page(try await CoVictimsPage.read(visit, desk, filled: reading.filled), status: .unprocessable)
        }

        post("/work/cases/{id}/co-victims/{link}/withdrawal", needs: .deed(.writeExperience)) { visit in
            let file = try visit.id("id", of: CaseFile.self)
            try await coVictims.withdraw(visit.id("link"), in: file, by: visit.signedIn())
            return .see(CaseWorkAddress.coVictims(file))
        }
    }
}

/// The files of people who were exploited with the person.
struct CoVictimsPage: Page {
    let view: CaseView
    let links: [CoVictimLink]
    let filled: Filled

    static let number = TextField("number", .numberOfOtherFile, why: .numberOfOtherFileWhy, length: 8...12)

    static func read(_ visit: Visit, _ desk: CaseWorkDesk, filled: Filled) async throws -> CoVictimsPage {
        try await desk.look(at: visit.id("id"), .experience, for: visit.signedIn()) { tx, view, _ in
            CoVictimsPage(view: view, links: try CoVictims.all(of: view, in: tx), filled: filled)
        }
    }

    var title: Word { .coVictims }
    var door: Door { .work }
    var trail: [Crumb] { CaseWorkDesk.trail(view.summary) }

    func body(_ html: inout Markup) {
        html.problems(filled)
        if links.isEmpty { html.p(.coVictimsWillStandHere, .class("empty")) }
        html.ul(.class("timeline")) { html in
            for link in links { html.li { line(link, &$0) } }
        }
        guard view.mayWrite(.experience) else { return }
        html.h2(.noteCoVictim)
        html.form(post: CaseWorkAddress.coVictims(view.summary.id)) { html in
            html.field(Self.number, filled)
            html.submit(.noteCoVictim)
        }
    }

    private func line(_ link: CoVictimLink, _ html: inout Markup) {
        html.moment(link.notedOn)
        html.text(" · ")
        if let other = link.other {
            html.say(.linkedToAnotherFile)
            html.text(": ")
            html.a(to: CaseAddress.file(other.id)) { html in html.code { $0.text(other.code) } }
        } else {
            html.say(.numberNoted)
        }
        guard link.isOrigin, view.mayWrite(.experience) else { return }
        html.form(post: CaseWorkAddress.coVictimWithdrawal(view.summary.id, link.id)) { $0.submit(.withdrawEntry, .class("secondary")) }
    }
}

extension CaseEvent.Kind {
    static let coVictimNoted = CaseEvent.Kind(
        "co-victim.noted", Word(work: "Somebody exploited together was noted", fr: "Une personne exploitée ensemble notée"),
        part: .experience)
}

extension Word {
    static let coVictims = Word(work: "People exploited together", fr: "Personnes exploitées ensemble")
    static let coVictimsWillStandHere = Word(
        work:
            "Files of people who were exploited with the person will stand here, for those who may see both. Note the number of one below.",
        fr: "Les dossiers des personnes exploitées avec elle figureront ici, pour qui peut voir les deux. Notez-en le numéro ci-dessous."
    )
    static let openCoVictims = Word(work: "See links to other files, note one", fr: "Voir les liens vers d’autres dossiers, en noter un")
    static let noteCoVictim = Word(work: "Note a file", fr: "Noter un dossier")
    static let numberOfOtherFile = Word(work: "Number of the other file", fr: "Numéro de l’autre dossier")
    static let numberOfOtherFileWhy = Word(
        work: "Such as K7F3-92QM. Nothing of either file is shared by it; whoever may see both files sees that they are linked.",
        fr: "Par exemple K7F3-92QM. Rien n’est partagé ; qui peut voir les deux dossiers voit qu’ils sont liés.")
    static let linkedToAnotherFile = Word(work: "Linked to another file", fr: "Lié à un autre dossier")
    static let numberNoted = Word(
        work: "A number was noted. The link shows to those who may see both files.",
        fr: "Un numéro a été noté. Le lien apparaît à qui peut voir les deux dossiers.")
}

extension CasePanel {
    static let coVictims = CasePanel("co-victims", .coVictims, of: .experience) { tx, view, _ in
        let links = try CoVictims.all(of: view, in: tx)
        return { html in
            html.p { html in
                html.a(to: CaseWorkAddress.coVictims(view.summary.id), .openCoVictims)
                html.text(" · ")
                html.number(links.count)
            }
        }
    }
}
