import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// The questions of agenda, decisions and tasks.
struct ConferenceFields: Sendable {
    static let text = LongTextField("text", .inWords, why: .sealedNoteWhy, length: 1...4_000, rows: 3)
    static let kind = ChoiceField("kind", .decisionKind, Conference.DecisionKind.allCases, as: .list) { $0.word }
    static let due = DayField("due", .dueDay, .fromToday)

    let file: ChoiceField<ID<CaseFile>>
    let part: ChoiceField<CasePart>
    let owner: ChoiceField<ID<Organisation>>
    let colleague: ChoiceField<ID<Account>>
}

/// One conference, as far as the reader's shares go: the files they see, and of each the parts they see.
struct ConferencePage: Page {
    static let code = TextField("code", .caseCode, why: .otherFileWhy, length: 8...12)

    struct Item: Sendable {
        let file: ID<CaseFile>
        let part: CasePart
        /// What kind of decision; `nil` for an item of the agenda.
        var decided: Conference.DecisionKind?
        let text: String?

        var kind: Word { decided?.word ?? part.word }
    }

    struct Task: Sendable {
        let id: ID<ConferenceTask>
        let file: ID<CaseFile>
        let part: CasePart
        let text: String?
        let organisation: ID<Organisation>
        let owner: String
        let due: Day
        let state: ConferenceTask.State
    }

    struct Invitation: Sendable {
        let organisation: ID<Organisation>
        let name: String
        let attendance: Conference.Attendance?

        var field: ChoiceField<Conference.Attendance> {
            ChoiceField("came-\(organisation)", .data(name), Conference.Attendance.allCases) { $0.word }
        }
    }

    let id: ID<Conference>
    let day: Day
    let hour: Int
    let venue: Conference.Venue
    let stage: Conference.Stage
    let version: Int
    let isCaller: Bool
    let files: [CaseSummary]
    let agenda: [Item]
    let decisions: [Item]
    let tasks: [Task]
    let invitations: [Invitation]
    let invitee: ChoiceField<ID<Organisation>>
    let fields: ConferenceFields
    let actor: Actor
    private var mine: ID<Organisation> { actor.organisation }
    let today: Day
    let prints: Bool
    let filled: Filled
    /// Which of the forms came back: the last part of its address.
    let sent: String?

    /// A file of it through which the caller acts.
    var anchor: ID<CaseFile>? { files.first?.id }

    var title: Word { prints ? .minutes : .conference }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.conferences, StewardshipAddress.conferences)] }

    func body(_ html: inout Markup) {
        html.dl(.class("facts")) { html in
            html.line(.meetsOn) { html in
                html.day(day)
                html.text(", \(hour):00")
            }
            html.line(.venue, venue.word)
            html.line(.state, stage.word)
        }
        html.h2(.caseFiles)
        html.ul { html in for file in files { html.li { $0.file(file.id, file.code) } } }
        html.h2(.atTheTable)
        html.ul { html in
            for one in invitations {
                html.li { html in
                    html.bdi { $0.text(one.name) }
                    if let attendance = one.attendance {
                        html.text(" · ")
                        html.say(attendance.word)
                    }
                }
            }
        }
        html.h2(.agenda)
        items(agenda, &html)
        if stage != .called {
            html.h2(.decisions)
            items(decisions, &html)
            html.h2(.conferenceTasks)
            taskList(&html)
        }
        if prints { return }
        html.p { $0.a(to: StewardshipAddress.minutes(id), .minutes) }
        html.problems(filled.of(sent ?? "", sent: sent))
        forms(&html)
    }

    private func items(_ items: [Item], _ html: inout Markup) {
        if items.isEmpty { html.p(.nothingYet, .class("empty")) }
        html.ul(.class("timeline")) { html in
            for item in items {
                html.li { html in
                    html.code { $0.text(files.first { $0.id == item.file }?.code ?? "") }
                    html.text(" · ")
                    html.say(item.kind)
                    html.typed(item.text)
                }
            }
        }
    }

    private func taskList(_ html: inout Markup) {
        if tasks.isEmpty { html.p(.nothingYet, .class("empty")) }
        html.ul(.class("timeline")) { html in
            for task in tasks {
                html.li { html in
                    html.code { $0.text(files.first { $0.id == task.file }?.code ?? "") }
                    html.text(" · ")
                    html.bdi { $0.text(task.owner) }
                    html.text(" · ")
                    html.day(task.due)
                    html.text(" · ")
                    html.say(task.state.word)
                    if task.state == .open, task.due < today {
                        html.space()
                        html.span(.late, .class("badge warning"))
                    }
                    html.typed(task.text)
                    if !prints, task.state == .open, task.organisation == mine {
                        html.form(post: StewardshipAddress.taskCompletion(task.id), .class("inline")) { $0.submit(.taskDone) }
                    }
                    if !prints, task.state == .open, isCaller {
                        html.form(post: StewardshipAddress.taskWithdrawal(task.id), .class("inline")) {
                            $0.submit(.taskWithdraw, .class("quiet"))
                        }
                    }
                }
            }
        }
    }

    private func forms(_ html: inout Markup) {
        if stage == .called || stage == .held {
            part(.addToAgenda, "agenda", &html) { html, filled in
                html.field(fields.file, filled)
                html.field(fields.part, filled)
                html.field(ConferenceFields.text, filled)
            }
        }
        guard isCaller else { return }
        if stage == .called {
            part(.invite, "invitations", &html) { html, filled in html.field(invitee, filled) }
            part(.anotherFile, "cases", &html) { html, filled in html.field(Self.code, filled) }
            part(.conferenceHeld, "attendance", &html) { html, filled in
                for one in invitations { html.field(one.field, filled) }
            }
            part(.cancelConference, "cancellation", &html) { _, _ in }
        }
        if stage == .held {
            part(.recordDecision, "decisions", &html) { html, filled in
                html.field(fields.file, filled)
                html.field(ConferenceFields.kind, filled)
                html.field(fields.part, filled)
                html.field(ConferenceFields.text, filled)
            }
            part(.giveTask, "tasks", &html) { html, filled in
                html.field(fields.file, filled)
                html.field(fields.part, filled)
                html.field(ConferenceFields.text, filled)
                html.field(fields.owner, filled)
                html.field(fields.colleague, filled)
                html.field(ConferenceFields.due, filled)
            }
            part(.closeConference, "closure", &html) { _, _ in }
        }
    }

    private func part(_ word: Word, _ noun: String, _ html: inout Markup, _ content: (inout Markup, Filled) -> Void) {
        let filled = filled.of(noun, sent: sent)
        // What came back stands open, with what is to be corrected in it.
        html.details(isOpen: noun == sent) { html in
            html.summary(word)
            html.form(post: StewardshipAddress.conferencePart(id, noun)) { html in
                html.hiddenField("version", String(version))
                content(&html, filled)
                html.submit(word)
            }
        }
    }
}
