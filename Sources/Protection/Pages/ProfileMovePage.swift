import Access
import Basics
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/cases/{id}/profile    what moving to the current rules changes    superviseCases
    //  POST  /work/cases/{id}/profile    move the file                               superviseCases
    mutating func addProfileMoves(_ room: ProtectionRoom) {
        let files = CaseFiles(room)

        get("/work/cases/{id}/profile", needs: .deed(.superviseCases)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            let page = try await room.gate.look(for: visit.signedIn()) { tx, looking in
                let permit: Permit<CaseFile> = try looking.permit(.superviseCases, on: id, detail: "profile")
                let view = try files.view(id, under: permit, in: tx)
                return ProfileMovePage(move: try ProfileMove.plan(view.summary, room, in: tx), view: view)
            }
            return .page(page)
        }

        post("/work/cases/{id}/profile", needs: .deed(.superviseCases)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            try await files.moveProfile(
                id, from: visit.form.fields["version"].flatMap(Int.init) ?? 0, seal: visit.form.fields["shown"] ?? "", by: visit.signedIn())
            return .see(CaseAddress.file(id))
        }
    }
}

/// What changes when a file moves to the current version of the profile, before it does.
struct ProfileMovePage: Page {
    let move: ProfileMove
    let view: CaseView

    var title: Word { .moveProfile }
    var door: Door { .work }
    var trail: [Crumb] {
        [Crumb(.caseFiles, CaseAddress.files), Crumb(.data(move.summary.code), CaseAddress.file(move.summary.id))]
    }

    func body(_ html: inout Markup) {
        html.dl(.class("facts")) { html in
            html.line(.rulesNow) { $0.text("\(move.old.name) \(move.old.version)") }
            html.line(.rulesThen) { $0.text("\(move.new.name) \(move.new.version)") }
        }
        guard move.isNeeded else { return html.p(.rulesAreCurrent, .class("empty")) }
        guard move.summary.isOpen else { return html.p(.closedKeepsItsRules, .class("note")) }
        html.p(.moveProfileLead)
        days(&html)
        missing(&html)
        html.form(post: CaseAddress.profile(move.summary.id)) { html in
            html.hiddenField("version", String(move.summary.version))
            html.hiddenField("shown", move.seal)
            html.submit(.moveProfileNow)
        }
    }

    private func days(_ html: inout Markup) {
        html.h2(.daysByBoth)
        let shown = move.changes.filter { view.shows($0.kind.part) }
        if shown.isEmpty {
            html.p(.noDayByRule)
        } else {
            html.div(.class("scroll"), .tabindex(0)) { html in
                html.table { html in
                    html.thead { html in
                        html.tr { html in for word in [Word.deadline, .byOldRule, .byNewRule] { html.th(word, .scopeColumn) } }
                    }
                    html.tbody { html in for change in shown { row(change, &html) } }
                }
            }
        }
        // What somebody may not see is counted anew too: its number says so, not its name.
        let unseen = move.changes.count - shown.count
        if unseen > 0 {
            html.p { html in
                html.say(.unseenDeadlines)
                html.text(": ")
                html.number(unseen)
            }
        }
        let kept = move.kept.filter { view.shows($0.kind.part) }
        guard !kept.isEmpty else { return }
        html.h3(.daysKept)
        html.ul { html in
            for (clock, kind) in kept {
                html.li { html in
                    html.say(kind.name)
                    html.text(": ")
                    html.day(clock.due)
                }
            }
        }
    }

    private func row(_ change: ProfileMove.Change, _ html: inout Markup) {
        html.tr { html in
            html.th(change.kind.name, .scopeRow)
            html.td { $0.day(change.clock.due) }
            html.td { html in
                html.day(change.newDue)
                guard change.newDue != change.clock.due else { return }
                html.space()
                html.span(change.newDue < change.clock.due ? .sooner : .later, .class("badge warning"))
            }
        }
    }

    private func missing(_ html: inout Markup) {
        let missing = move.missingCodes
        guard !missing.isEmpty else { return }
        html.div(.class("note warning")) { html in
            html.p(.codesAreGone)
            html.dl { html in
                for (list, names) in missing {
                    html.dt(list)
                    for name in names { html.dd(name) }
                }
            }
        }
    }
}

extension Word {
    static let moveProfile = Word(work: "Move to the current rules", fr: "Passer aux règles actuelles")
    static let moveProfileNow = Word(work: "Move the file", fr: "Faire passer le dossier")
    static let moveProfileLead = Word(
        work:
            "A file keeps the rules that it was opened under until somebody moves it. The running deadlines below are then counted anew, from the day each began. A time that the person was promised never gets shorter. It can’t be moved back.",
        fr:
            "Un dossier garde les règles sous lesquelles il a été ouvert tant que personne ne le fait passer à d’autres. Les délais ci-dessous sont alors recomptés à partir de leur début. Un délai promis à la personne ne devient jamais plus court. On ne peut pas revenir en arrière."
    )
    static let rulesNow = Word(work: "Rules of this file", fr: "Règles de ce dossier")
    static let rulesThen = Word(work: "Current rules", fr: "Règles actuelles")
    static let rulesAreCurrent = Word(
        work: "This file runs by the current rules. There is nothing to move.",
        fr: "Ce dossier suit les règles actuelles. Il n’y a rien à changer.")
    static let closedKeepsItsRules = Word(
        work: "This file is closed and keeps its rules. Reopen it first, with a reason.",
        fr: "Ce dossier est clos et garde ses règles. Rouvrez-le d’abord, avec un motif.")
    static let daysByBoth = Word(work: "Deadlines that are counted anew", fr: "Délais recomptés")
    static let noDayByRule = Word(
        work: "No running deadline is counted by a rule of the profile.", fr: "Aucun délai en cours n’est compté par une règle du profil.")
    static let deadline = Word(work: "Deadline", fr: "Délai")
    static let byOldRule = Word(work: "By the old rules", fr: "Selon les anciennes règles")
    static let byNewRule = Word(work: "By the new rules", fr: "Selon les nouvelles règles")
    static let sooner = Word(work: "Sooner", fr: "Plus tôt")
    static let later = Word(work: "Later", fr: "Plus tard")
    static let unseenDeadlines = Word(
        work: "Deadlines of parts of the file that you don’t see, counted anew too",
        fr: "Délais de parties du dossier que vous ne voyez pas, recomptés aussi")
    static let daysKept = Word(work: "These keep their day", fr: "Ceux-ci gardent leur jour")
    static let codesAreGone = Word(
        work:
            "The current rules no longer have these. Where the file holds one, its code stays on record and pages show the code alone. Check the file for them before you move it.",
        fr:
            "Les règles actuelles n’ont plus ces éléments. Si le dossier en contient un, son code reste enregistré et les pages ne montrent que le code. Vérifiez le dossier avant de le faire passer."
    )
    static let legalBases = Word(work: "Legal bases", fr: "Bases légales")
    static let reviewGrounds = Word(work: "Grounds for a review", fr: "Motifs de réexamen")
    static let kindsOfHelp = Word(work: "Services", fr: "Services")
    static let declineReasons = Word(work: "Reasons for declining", fr: "Motifs de refus d’une orientation")
    static let consentPurposes = Word(work: "Purposes of consent", fr: "Finalités du consentement")
    static let refusalReasons = Word(work: "Reasons of a person who refuses", fr: "Motifs d’une personne qui refuse")
    static let disclosureLaws = Word(work: "Laws that allow a disclosure", fr: "Lois qui permettent une communication")
    static let warningSigns = Word(work: "Warning signs", fr: "Signes d’alerte")
    static let permitKinds = Word(work: "Residence permits", fr: "Titres de séjour")
    static let assessmentForms = Word(work: "Assessments", fr: "Évaluations")
    static let returnOverrides = Word(work: "Grounds for a return against the person’s will", fr: "Motifs d’un retour contre la volonté")
    static let closureReasons = Word(work: "Reasons for closing", fr: "Motifs de clôture")
    static let regionsOfCountry = Word(work: "Regions", fr: "Régions")
    static let extraFields = Word(work: "Fields that the country adds", fr: "Champs ajoutés par le pays")
}
