import Access
import Basics
import Store
import Vocabulary
import Web

/// A case file: what it is, what must happen by when, its parts, what happened.
struct CaseFilePage: Page {
    let view: CaseView
    /// What the person wants to be called: for whoever works on the file.
    let name: Shown<String>?
    let sex: Word
    let ageBand: Word
    let citizenship: Word?
    let language: Word?
    let interpreter: InterpreterNeed
    let keeper: String
    let worker: String?
    let deputy: String?
    let clocks: [(CaseClock, ClockKind)]
    let panels: [(panel: CasePanel, content: CasePanel.Content)]
    let entries: [EntryKind]
    /// How many entries there are, by the code of their kind.
    let counts: [String: Int]
    let events: [TimelineLine]
    /// Whether lines of files that are joined to this one stand among them.
    let isJoined: Bool
    let colleagues: [(id: ID<Account>, name: String)]
    /// Whether the file runs by the rules that new files are opened under.
    let isOnCurrentProfile: Bool
    let now: Instant

    private var summary: CaseSummary { view.summary }

    var title: Word { .data("\(summary.code) · \(summary.label)") }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.caseFiles, CaseAddress.files)] }

    func body(_ html: inout Markup) {
        show(panels.filter(\.panel.isAlert), &html)
        if let name = name?.value, !name.isEmpty { html.p(.class("lead")) { html in html.bdi { $0.text(name) } } }
        standing(&html)
        contents(&html)
        facts(&html)
        clockList(&html)
        if view.shows(.identity) {
            html.p { $0.a(to: CaseAddress.identity(summary.id), .openIdentity, .class("button secondary")) }
        }
        show(panels.filter { !$0.panel.isAlert }, &html)
        entryKinds(&html)
        timeline(&html)
        work(&html)
    }

    /// Whose file it is, where whoever looks sees its summary alone: why, and how they come to see more.
    private func standing(_ html: inout Markup) {
        guard let standing = view.standing else { return }
        html.p(.class("note"), .id("standing")) { html in
            switch standing {
            case .colleagues:
                html.say(.summaryAlone)
                html.space()
                if let worker {
                    html.say(.isWith)
                    html.space()
                    html.bdi { $0.text(worker) }
                    html.text(". ")
                } else {
                    html.say(.isWithNobody)
                    html.space()
                }
                html.say(worker == nil && view.mayWrite(.summary) ? .takeItUpToSeeMore : .askToSeeMore)
            case .others:
                html.say(.keptByAnother)
                html.space()
                html.bdi { $0.text(keeper) }
                html.text(". ")
                html.say(.askThemToShare)
            }
        }
    }

    /// The way to each part of a long page.
    private func contents(_ html: inout Markup) {
        let parts = panels.filter { !$0.panel.isAlert }
        guard parts.count > 3 else { return }
        html.nav(.class("contents"), .ariaLabel(.onThisPage)) { html in
            html.ul { html in
                for (panel, _) in parts { html.li { html in html.a(toElement: panel.code) { $0.say(panel.title) } } }
                html.li { html in html.a(toElement: "entries") { $0.say(.partsOfTheFile) } }
                html.li { html in html.a(toElement: "timeline") { $0.say(.whatHappened) } }
            }
        }
    }

    private func show(_ panels: [(panel: CasePanel, content: CasePanel.Content)], _ html: inout Markup) {
        for (panel, content) in panels {
            html.section(.id(panel.code), .class(panel.isAlert ? "panel note danger" : "panel")) { html in
                html.h2(panel.title)
                content(&html)
            }
        }
    }

    private func facts(_ html: inout Markup) {
        html.p { html in
            html.span(view.profile.decisionNames[summary.stage.rawValue] ?? .stage, .class("badge"))
            html.space()
            html.span(summary.path.word, .class(summary.path.protectsAsChild ? "badge warning" : "badge"))
            if summary.isUrgent {
                html.space()
                html.span(.urgent, .class("badge warning"))
            }
            if !summary.isOpen {
                html.space()
                html.span(.caseIsClosed, .class("badge"))
            }
        }
        html.dl(.class("facts")) { html in
            html.line(.sex, sex)
            html.line(.ageBand, ageBand)
            if let citizenship { html.line(.citizenship, citizenship) }
            if let language { html.line(.language) { html in html.bdi { $0.say(language) } } }
            html.line(.interpreter, interpreter.word)
            html.line(.setting, summary.setting.word)
            html.line(.openedOn) { $0.moment(summary.openedAt) }
            html.line(.keeper) { html in html.bdi { $0.text(keeper) } }
            html.line(.worker) { html in
                if let worker { html.bdi { $0.text(worker) } } else { html.say(.workerIsNobody) }
            }
            if let deputy { html.line(.deputy) { html in html.bdi { $0.text(deputy) } } }
            html.line(.profileVersion) { html in
                html.text("\(view.profile.name) \(view.profile.version)")
                guard !isOnCurrentProfile, view.may(.superviseCases), summary.organisation == view.actor.organisation else { return }
                html.text(" · ")
                html.a(to: CaseAddress.profile(summary.id), .moveProfile)
            }
        }
    }

    private func clockList(_ html: inout Markup) {
        guard !clocks.isEmpty else { return }
        html.section(.class("panel"), .id("clocks")) { html in
            html.h2(.whatIsDue)
            html.ul(.class("timeline")) { html in
                for (clock, kind) in clocks { html.li { $0.clock(clock, kind, at: now) } }
            }
        }
    }

    private func entryKinds(_ html: inout Markup) {
        let groups = CasePart.allCases.map { part in (part, entries.filter { $0.part == part && view.shows(part) }) }.filter {
            !$0.1.isEmpty
        }
        guard !groups.isEmpty else { return }
        html.section(.class("panel"), .id("entries")) { html in
            html.h2(.partsOfTheFile)
            for (part, kinds) in groups {
                html.h3(part.word)
                html.ul { html in
                    for kind in kinds {
                        html.li { html in
                            html.a(to: CaseAddress.entries(summary.id, kind.code), kind.title)
                            html.text(" · ")
                            if let count = counts[kind.code], count > 0 {
                                html.number(count)
                            } else {
                                html.span(.noneYet, .class("absent"))
                            }
                        }
                    }
                }
            }
        }
    }

    private func timeline(_ html: inout Markup) {
        html.section(.class("panel"), .id("timeline")) { html in
            html.h2(.whatHappened)
            if isJoined { html.p(.joinedTimeline, .class("why")) }
            html.timeline(events)
            html.p { $0.a(to: CaseAddress.timeline(summary.id), .wholeTimeline) }
        }
    }

    private func work(_ html: inout Markup) {
        guard summary.isOpen else { return }
        if view.mayWrite(.summary) {
            html.section(.class("panel"), .id("naming")) { html in
                html.h2(.changeLabel)
                html.form(post: CaseAddress.label(summary.id)) { html in
                    html.hiddenField("version", String(summary.version))
                    html.field(CaseFields.label, CaseFields.filled(summary))
                    html.field(CaseFields.urgent, CaseFields.filled(summary))
                    html.submit(.saveChange)
                }
                if summary.assignedTo == nil, summary.organisation == view.actor.organisation {
                    html.form(post: CaseAddress.takingUp(summary.id)) { $0.submit(.takeUp) }
                }
            }
        }
        if view.may(.superviseCases), !colleagues.isEmpty {
            html.section(.class("panel"), .id("assignment")) { html in
                html.h2(.assign)
                html.form(post: CaseAddress.assignment(summary.id)) { html in
                    let fields = CaseFields.assignment(colleagues)
                    var filled = Filled()
                    filled.fill(fields.worker, with: summary.assignedTo)
                    filled.fill(fields.deputy, with: summary.deputy)
                    html.field(fields.worker, filled)
                    html.field(fields.deputy, filled)
                    html.submit(.saveChange)
                }
            }
        }
    }
}

/// The fields of the file itself.
enum CaseFields {
    static let label = TextField("label", .caseLabel, why: .caseLabelWhy, length: 1...80)
    static let urgent = TickField("urgent", .urgent)

    static func filled(_ summary: CaseSummary) -> Filled {
        var filled = Filled()
        filled.fill(label, with: summary.label)
        filled.fill(urgent, with: summary.isUrgent)
        return filled
    }

    static func assignment(
        _ colleagues: [(id: ID<Account>, name: String)]
    ) -> (worker: ChoiceField<ID<Account>>, deputy: ChoiceField<ID<Account>>) {
        let choices = colleagues.map { Choice($0.id, key: "\($0.id)", label: Word.data($0.name)) }
        return (
            ChoiceField("worker", .worker, isRequired: false, choices: choices, as: .list),
            ChoiceField("deputy", .deputy, why: .deputyWhy, isRequired: false, choices: choices, as: .list)
        )
    }
}
