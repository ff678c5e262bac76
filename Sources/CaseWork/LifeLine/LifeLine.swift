import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/cases/{id}/life-line     what happened in the person's life, by date     readCase
    mutating func addLifeLine(_ room: ProtectionRoom) {
        get("/work/cases/{id}/life-line", needs: .deed(.readCase)) { visit in
            let file = try visit.id("id", of: CaseFile.self)
            let page = try await room.gate.look(for: visit.signedIn()) { tx, looking in
                let view = try CaseFiles(room).view(file, in: tx, &looking)
                return LifeLinePage(view: view, lines: try LifeLine.of(view, room, &looking, in: tx))
            }
            return .page(page)
        }
    }
}

/// One thing in a person's life or in their file, at its date.
struct LifeLineLine: Sendable {
    /// ISO, whole or partial.
    let from: String
    let to: String?
    let title: Word
    let detail: Word?
    let address: (any Address)?
}

/// Periods of exploitation, legs of the route, hearings, decisions and services, of all rooms, in the order of their dates.
enum LifeLine {
    static func of(_ view: CaseView, _ room: ProtectionRoom, _ looking: inout Gate.Looking, in tx: any Transaction) throws -> [LifeLineLine]
    {
        var lines: [LifeLineLine] = []
        for kind in room.branches.flatMap(\.entries) where view.shows(kind.part) {
            guard let dates = kind.dates else { continue }
            let fields = kind.fields(view.profile, room.codebook)
            // Coded fields alone are shown, so no key is needed.
            for entry in try Entries(room).all(kind, in: view, with: nil, &looking, tx: tx) {
                guard case .date(let from)? = entry.values[dates.from] else { continue }
                var to: String?
                if let name = dates.to, case .date(let end)? = entry.values[name] { to = end }
                lines.append(
                    LifeLineLine(
                        from: from, to: to, title: kind.title, detail: entry.name(kind, fields),
                        address: CaseAddress.entry(view.summary.id, kind.code, entry.entry)
                    )
                )
            }
        }
        return (lines + (try events(view, room, in: tx))).sorted { ($0.from, $0.to ?? "") < ($1.from, $1.to ?? "") }
    }

    /// What happened in the file itself; that an entry was written is no event of a life.
    private static func events(_ view: CaseView, _ room: ProtectionRoom, in tx: any Transaction) throws -> [LifeLineLine] {
        try CaseEvent.newest(of: view.summary.id, limit: 1_000, in: tx).compactMap { event in
            guard let kind = room.eventKind(event.kind), view.shows(event, kind), !Self.paperwork.contains(kind.code) else { return nil }
            return LifeLineLine(
                from: room.day(of: event.at).iso, to: nil, title: kind.word, detail: view.detail(of: event, kind),
                address: nil
            )
        }
    }

    private static let paperwork: Set<String> = ["case.relabelled", "case.assigned", "person.corrected"]
}

/// The life line, to read and to print.
struct LifeLinePage: Page {
    let view: CaseView
    let lines: [LifeLineLine]

    var title: Word { .lifeLine }
    var door: Door { .work }
    var trail: [Crumb] { CaseWorkDesk.trail(view.summary) }

    func body(_ html: inout Markup) {
        html.p(.lifeLineWhy, .class("why"))
        if lines.isEmpty { html.p(.lifeLineWillStandHere, .class("empty")) }
        html.ol(.class("timeline")) { html in
            for line in lines {
                html.li { html in
                    html.date(line.from)
                    if let to = line.to {
                        html.text(" – ")
                        html.date(to)
                    }
                    html.br()
                    if let address = line.address { html.a(to: address, line.title) } else { html.say(line.title) }
                    if let detail = line.detail {
                        html.text(": ")
                        html.say(detail)
                    }
                }
            }
        }
    }
}

extension Markup {
    /// A date of which a part may be missing.
    fileprivate mutating func date(_ iso: String) {
        if let day = Day(iso: iso) { self.day(day) } else { text(iso) }
    }
}

extension CasePanel {
    static let lifeLine = CasePanel("life-line", .lifeLine, of: .summary) { _, view, _ in
        { html in html.p { $0.a(to: CaseWorkAddress.lifeLine(view.summary.id), .openLifeLine) } }
    }
}

extension Word {
    static let lifeLine = Word(work: "Life line", fr: "Ligne de vie")
    static let openLifeLine = Word(work: "What happened, in the order of its dates", fr: "Ce qui s’est passé, par ordre de dates")
    static let lifeLineWhy = Word(
        work:
            "What the person lived through and what was done since, by date, as far as you may see it. A date that is known in part stands before the days in it. To print it, print this page.",
        fr:
            "Ce que la personne a vécu et ce qui a été fait depuis, par date, dans la mesure où vous pouvez le voir. Une date partielle précède les jours qu’elle contient. Pour l’imprimer, imprimez cette page."
    )
    static let lifeLineWillStandHere = Word(
        work: "Dated experiences, legs of the route, decisions and services will stand here. Add an experience on the page of the file.",
        fr: "Les périodes datées, étapes, décisions et services figureront ici. Ajoutez une période sur la page du dossier.")
}
