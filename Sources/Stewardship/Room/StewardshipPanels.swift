import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// What stewardship shows on a case file's page.
enum StewardshipPanels {
    static let all: [CasePanel] = [alerts, transfer, joined, conferences, deeds]

    /// What everybody who sees the file must know at once.
    private static let alerts = CasePanel("alerts", .alerts, of: .summary, isAlert: true) { tx, view, _ in
        let id = view.summary.id
        let isMissing = try MissingReports.open(id, in: tx) != nil
        let died = try Death.isRecorded(in: id, tx: tx)
        guard isMissing || died else { return nil }
        return { html in
            if isMissing {
                html.p { html in
                    html.span(.personIsMissing, .class("badge danger"))
                    html.space()
                    html.a(to: StewardshipAddress.missingReport(id), .missingFromCare)
                }
            }
            if died { html.p { $0.span(.personDied, .class("badge")) } }
        }
    }

    /// That the file is to go to another organisation: for the two of them.
    private static let transfer = CasePanel("transfer", .handOverPending, of: .summary, isAlert: true) { tx, view, _ in
        guard view.actor.may(.transferCases) else { return nil }
        let waiting = try TransferLine.list(
            ["t.state = 'proposed'", "t.case_id = \(view.summary.id)"], for: view.actor, limit: 1, in: tx)
        guard let line = waiting.first else { return nil }
        return { html in
            html.p { html in
                html.say(line.isToUs ? .handOverWaitsForYou : .handOverWaits)
                html.space()
                html.bdi { $0.text(line.other) }
                html.text(". ")
                html.a(to: StewardshipAddress.transfer(line.id), line.isToUs ? .lookAndAnswer : .lookAtTransfer)
            }
        }
    }

    /// Files of the same person, for those who see both.
    private static let joined = CasePanel("joined", .joinedFiles, of: .summary) { tx, view, _ in
        let id = view.summary.id
        let files = try FileJoin.others(than: view, in: tx)
        guard !files.isEmpty else { return nil }
        return { html in
            html.ul { html in
                for (file, code, isKept) in files {
                    html.li { html in
                        html.say(isKept ? .joinedTo : .joinedHere)
                        html.text(": ")
                        html.file(file, code)
                    }
                }
            }
        }
    }

    private static let conferences = CasePanel("conferences", .conferences, of: .summary) { tx, view, _ in
        let all = try CallPage.conferences(of: view, in: tx)
        guard !all.isEmpty else { return nil }
        return { $0.conferences(all) }
    }

    /// The ways to everything that can be done with a file besides helping.
    private static let deeds = CasePanel("stewardship", .stewardship, of: .summary) { tx, view, _ in
        let id = view.summary.id
        var ways: [(Word, StewardshipAddress)] = []
        // Somebody may have a deed that doesn't reach this very file, such as one for the files assigned to them.
        func offer(_ word: Word, _ address: StewardshipAddress, _ deed: Deed, open: Bool? = true) throws {
            guard open == nil || open == view.summary.isOpen else { return }
            guard try tx.exists("SELECT 1 FROM case_file c WHERE c.id = \(id) AND \(sql: .reached(with: deed, by: view.actor))") else {
                return
            }
            ways.append((word, address))
        }
        if view.summary.organisation == view.actor.organisation { try offer(.transferFile, .newTransfer(id), .transferCases) }
        try offer(.callConference, .newConference(id), .holdConferences)
        try offer(.reportMissing, .missingReport(id), .writeCare)
        try offer(.bars, .bars(id), .barPeople, open: nil)
        try offer(.closeFile, .closure(id), .closeCases)
        try offer(.reopenFile, .reopening(id), .closeCases, open: false)
        try offer(.subjectAccess, .subjectAccess(id), .answerSubjects, open: nil)
        try offer(.death, .death(id), .closeCases)
        try offer(.erasePerson, .erasure(id), .erasePeople, open: false)
        guard !ways.isEmpty else { return nil }
        let links = ways
        return { html in
            html.ul { html in for (word, address) in links { html.li { $0.a(to: address, word) } } }
        }
    }
}

extension Word {
    static let alerts = Word(work: "Know this first", fr: "À savoir d’abord")
    static let personDied = Word(work: "The person died", fr: "La personne est décédée")
    static let stewardship = Word(work: "What else can be done", fr: "Autres démarches")
}
