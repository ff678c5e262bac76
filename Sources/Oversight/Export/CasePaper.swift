import Access
import Basics
import Protection
import Vocabulary
import Web

/// The summary of a case file on paper, for one purpose.
struct CasePaper: PrintedPage {
    let opened: OpenedCase
    let purpose: ExportPurpose
    let room: ProtectionRoom
    let day: Day

    init(opened: OpenedCase, purpose: ExportPurpose, room: ProtectionRoom, on day: Day) {
        (self.opened, self.purpose, self.room, self.day) = (opened, purpose, room, day)
    }

    private var summary: CaseSummary { opened.summary }

    var title: Word { Word(work: "Case file \(summary.code)", fr: "Dossier \(summary.code)") }
    var footer: String { "\(summary.code) · \(opened.keeper) · \(day.iso)" }

    func body(_ html: inout Markup) {
        html.p { html in
            html.strong { $0.say(.madeFor) }
            html.space()
            html.say(purpose.word)
            html.text(" · ")
            html.day(day)
            html.text(" · ")
            html.bdi { $0.text(opened.keeper) }
        }
        html.p(.paperIsConfidential, .class("note"))
        facts(&html)
        if let identity = opened.identity?.value { who(identity, &html) }
        if !opened.clocks.isEmpty {
            html.h2(.clocksOfTheFile)
            html.ul { html in
                for (clock, kind) in opened.clocks { html.li { $0.clock(clock, kind, at: clock.startedAt) } }
            }
        }
        for (kind, fields, entries) in opened.entries {
            html.h2(kind.title)
            for entry in entries { self.entry(entry, fields, &html) }
        }
        left(&html)
    }

    private func facts(_ html: inout Markup) {
        let lists = room.codebook.lists
        html.h2(CasePart.summary.word)
        html.dl { html in
            html.line(.stage, opened.profile.decisionNames[summary.stage.rawValue] ?? .stage)
            html.line(.path, summary.path.word)
            html.line(.setting, summary.setting.word)
            html.line(.openedOn) { $0.day(room.day(of: summary.openedAt)) }
            html.line(.sex, lists[Sex.self].word(opened.sex))
            html.line(.ageBand, lists[AgeBand.self].word(opened.ageBand))
            if let country = opened.citizenship.flatMap({ room.countries.country(alpha3: $0) }) { html.line(.citizenship, country.name) }
            if let language = opened.language.map({ opened.profile.languageName($0) }) {
                html.line(.language) { html in html.bdi { $0.say(language) } }
            }
            html.line(.interpreter, opened.interpreter.word)
        }
    }

    private func who(_ identity: PersonIdentity, _ html: inout Markup) {
        html.h2(CasePart.identity.word)
        html.dl { html in
            html.typed(.names, identity.names)
            html.typed(.aliases, identity.aliases)
            html.typed(.birth, identity.birth.map { [$0] } ?? [])
            html.typed(.documents, identity.documents)
            html.typed(.contactChannel, identity.contact.map { [$0.channel, $0.how] } ?? [])
        }
    }

    private func entry(_ entry: CaseEntry, _ fields: [EntryField], _ html: inout Markup) {
        html.dl { html in
            for field in fields {
                guard let value = entry.values[field.name], value != .none else { continue }
                // A link leads to another entry on the screen; on paper its number would say nothing.
                if case .link = field.kind { continue }
                html.line(field.label) { $0.value(value, of: field) }
            }
        }
    }

    /// A reader must be able to tell "there is nothing" from "it is not here".
    private func left(_ html: inout Markup) {
        let absent = CasePart.allCases.filter { !opened.parts.contains($0) }
        guard !absent.isEmpty else { return }
        html.h2(.notInThisPaper)
        html.ul { html in
            for part in absent { html.li(part.word) }
        }
    }
}

extension Markup {
    fileprivate mutating func typed(_ label: Word, _ texts: [String]) {
        let texts = texts.filter { !$0.isEmpty }
        guard !texts.isEmpty else { return }
        line(label) { html in
            for (index, text) in texts.enumerated() {
                if index > 0 { html.br() }
                html.span(.class("typed"), .dirAuto) { $0.text(text) }
            }
        }
    }
}
