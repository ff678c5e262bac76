import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// What stewardship shows on a case file's page.
enum StewardshipPanels {
    static let all: [CasePanel] = [alerts, joined, conferences, deeds]

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

    /// Files of the same person, for those who see both.
    private static let joined = CasePanel("joined", .joinedFiles, of: .summary) { tx, view, _ in
        let id = view.summary.id
        let files = try tx.rows(
            """
            SELECT c.id, c.code, 1 FROM file_join j JOIN case_file c ON c.id = j.kept_case
            WHERE j.joined_case = \(id) AND j.parted_at IS NULL AND \(sql: .reached(with: .readCase, by: view.actor))
            UNION ALL
            SELECT c.id, c.code, 0 FROM file_join j JOIN case_file c ON c.id = j.joined_case
            WHERE j.kept_case = \(id) AND j.parted_at IS NULL AND \(sql: .reached(with: .readCase, by: view.actor))
            """
        ) { (try $0.id(0, of: CaseFile.self), $0.text(1), $0.int(2) == 1) }
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
        try offer(.callConference, .newConference(id), .holdConferences)
        try offer(.reportMissing, .missingReport(id), .writeCare)
        try offer(.bars, .bars(id), .barPeople, open: nil)
        try offer(.closeFile, .closure(id), .closeCases)
        try offer(.reopenFile, .reopening(id), .closeCases, open: false)
        try offer(.transferFile, .newTransfer(id), .transferCases)
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
