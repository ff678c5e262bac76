import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/cases/{id}/closure                     what is open, what closing does, the form   closeCases
    //  POST  /work/cases/{id}/closure                     close it                                    closeCases
    //  GET   /work/cases/{id}/reopening                   why, and what the closure ended             closeCases
    //  POST  /work/cases/{id}/reopening                   open it again                               closeCases
    //  POST  /work/cases/{id}/reopening/shares/{share}    take up a share again                       shareCase
    //  POST  /work/cases/{id}/reopening/clocks/{clock}    take up a clock again                       closeCases
    mutating func addClosure(_ room: ProtectionRoom) {
        let closures = Closures(room: room)

        get("/work/cases/{id}/closure", needs: .deed(.closeCases)) { visit in
            .page(try await ClosurePage.read(visit, room, filled: nil))
        }

        post("/work/cases/{id}/closure", needs: .deed(.closeCases)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            let page = try await ClosurePage.read(visit, room, filled: nil)
            var reading = FormReading(visit.form)
            if let draft = page.fields.read(&reading, version: visit.form.fields["version"].flatMap(Int.init) ?? 0) {
                do {
                    try await closures.close(id, draft, by: visit.signedIn())
                    return .see(CaseAddress.file(id))
                } catch let refused as StewardshipRefused where refused.kind == .invalid {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await ClosurePage.read(visit, room, filled: reading.filled), status: .unprocessable)
        }

        get("/work/cases/{id}/reopening", needs: .deed(.closeCases)) { visit in
            .page(try await ReopeningPage.read(visit, room, filled: Filled()))
        }

        post("/work/cases/{id}/reopening", needs: .deed(.closeCases)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            var reading = FormReading(visit.form)
            let (reason, note) = (reading.read(ReopeningPage.reason), reading.read(ReopeningPage.note))
            guard reading.isSound, let reason else {
                return .page(try await ReopeningPage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await closures.reopen(id, for: reason, note: note, by: visit.signedIn())
            return .see(StewardshipAddress.reopening(id))
        }

        post("/work/cases/{id}/reopening/shares/{share}", needs: .deed(.shareCase)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            try await closures.shareAgain(visit.id("share"), in: id, by: visit.signedIn())
            return .see(StewardshipAddress.reopening(id))
        }

        post("/work/cases/{id}/reopening/clocks/{clock}", needs: .deed(.closeCases)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            try await closures.runAgain(visit.id("clock"), in: id, by: visit.signedIn())
            return .see(StewardshipAddress.reopening(id))
        }
    }
}

/// The questions that are asked when a file is closed.
struct ClosureFields: Sendable {
    let reason: ChoiceField<ClosureReason>
    let outcome = ChoiceField("outcome", .closureOutcome, Closure.Outcome.allCases) { $0.word }
    let agreement = ChoiceField("agreement", .closureAgreement, Closure.Agreement.allCases) { $0.word }
    let followUp: ChoiceField<Closure.FollowUp>
    let note = LongTextField("note", .closureNote, why: .sealedNoteWhy, isRequired: false, length: 1...4_000, rows: 4)

    init(_ view: CaseView) {
        reason = ChoiceField(
            "reason", .closureReason,
            choices: Closure.reasons(for: view.summary, view.profile).map {
                Choice($0, key: $0.code, label: $0.name, hint: $0.retention)
            })
        followUp = ChoiceField(
            "follow-up", view.summary.path.protectsAsChild ? .followUpGuardian : .followUp, why: .followUpWhy, Closure.FollowUp.allCases
        ) { $0.word }
    }

    func read(_ reading: inout FormReading, version: Int) -> Closure.Draft? {
        let (reason, outcome, agreement) = (reading.read(reason), reading.read(outcome), reading.read(agreement))
        let (followUp, note) = (reading.read(followUp), reading.read(note))
        guard reading.isSound, let reason, let outcome, let agreement, let followUp else { return nil }
        return Closure.Draft(reason: reason, outcome: outcome, agreement: agreement, followUp: followUp, note: note, version: version)
    }
}

/// What is still open, what closing does, and the form.
struct ClosurePage: PageOfFile {
    let summary: CaseSummary
    let fields: ClosureFields
    let clocks: [(CaseClock, ClockKind)]
    let shares: [String]
    let openTasks: Int
    let isMissing: Bool
    /// Services, returns and claims that go on.
    let running: [StillRunning]
    let now: Instant
    let filled: Filled

    static func read(_ visit: Visit, _ room: ProtectionRoom, filled: Filled?) async throws -> ClosurePage {
        let now = visit.now
        return try await room.view(of: visit.id("id"), as: .closeCases, for: visit.signedIn()) { tx, view in
            let id = view.summary.id
            var start = filled ?? Filled()
            let fields = ClosureFields(view)
            // A recorded death leads here.
            if filled == nil, try Death.isRecorded(in: id, tx: tx), let died = view.profile.closureReason("died") {
                start.fill(fields.reason, with: died)
            }
            return ClosurePage(
                summary: view.summary, fields: fields,
                clocks: try CaseClock.running(in: id, tx: tx).compactMap { clock in
                    room.clockKind(clock.kind).flatMap { view.shows($0.part) ? (clock, $0) : nil }
                },
                shares: try tx.rows(
                    """
                    SELECT DISTINCT o.name FROM case_share s JOIN organisation o ON o.id = s.organisation_id
                    WHERE s.case_id = \(id) AND s.closed_at IS NULL AND s.seat <> 'keeper' ORDER BY o.name
                    """
                ) { $0.text(0) },
                openTasks: try tx.count("SELECT count(*) FROM conference_task WHERE case_id = \(id) AND state = 'open'"),
                isMissing: try tx.exists("SELECT 1 FROM missing_report WHERE case_id = \(id) AND state = 'missing'"),
                running: try room.branches.flatMap { try $0.running(tx, view) }, now: now, filled: start
            )
        }
    }

    var title: Word { .closeFile }

    func body(_ html: inout Markup) {
        guard summary.isOpen else {
            html.p(.fileIsClosedAlready)
            html.p { $0.a(to: StewardshipAddress.reopening(summary.id), .reopenFile) }
            return
        }
        if [.presumed, .underReview].contains(summary.stage) {
            html.p(fields.reason.choices.isEmpty ? .presumptionIsOpen : .presumptionLeavesThese, .class("note warning"))
        }
        html.h2(.stillOpen)
        if clocks.isEmpty, shares.isEmpty, running.isEmpty, openTasks == 0, !isMissing { html.p(.nothingStillOpen, .class("empty")) }
        if isMissing { html.p { $0.span(.personIsMissing, .class("badge danger")) } }
        if openTasks > 0 {
            html.p { html in
                html.say(.openTasks)
                html.text(": ")
                html.number(openTasks)
            }
        }
        html.ul(.class("timeline")) { html in
            for (clock, kind) in clocks { html.li { $0.clock(clock, kind, at: now) } }
        }
        if !running.isEmpty {
            html.h3(.goesOn)
            html.ul { html in
                for one in running {
                    html.li { html in
                        html.a(to: one.address) { html in
                            if let name = one.name {
                                html.bdi { $0.text(name) }
                                html.text(": ")
                            }
                            html.say(one.state)
                        }
                    }
                }
            }
        }
        if !shares.isEmpty {
            html.h3(.sharedWith)
            html.ul { html in for name in shares { html.li { html in html.bdi { $0.text(name) } } } }
        }
        html.h2(.whatClosingDoes)
        html.ul { html in
            for word in [Word.closingStopsClocks, .closingEndsShares, .closingSetsRetention, .closingCanBeUndone] { html.li(word) }
        }
        html.problems(filled)
        guard !fields.reason.choices.isEmpty else { return }
        html.form(post: StewardshipAddress.closure(summary.id)) { html in
            html.hiddenField("version", String(summary.version))
            html.field(fields.reason, filled)
            html.field(fields.outcome, filled)
            html.field(fields.agreement, filled)
            html.field(fields.followUp, filled)
            html.field(fields.note, filled)
            html.submit(.closeFile)
        }
    }
}

/// Why a file is opened again; and, once it is, what the closure ended.
struct ReopeningPage: PageOfFile {
    static let reason = ChoiceField("reason", .reopenReason, Closure.Reopening.allCases) { $0.word }
    static let note = LongTextField("note", .closureNote, why: .sealedNoteWhy, isRequired: false, length: 1...4_000, rows: 4)

    let summary: CaseSummary
    let shares: [EndedByClosure.Share]
    let clocks: [(CaseClock, ClockKind)]
    let now: Instant
    let filled: Filled

    static func read(_ visit: Visit, _ room: ProtectionRoom, filled: Filled) async throws -> ReopeningPage {
        let now = visit.now
        return try await room.view(of: visit.id("id"), as: .closeCases, for: visit.signedIn()) { tx, view in
            let ended = try EndedByClosure(view.summary.id, room, in: tx)
            return ReopeningPage(
                summary: view.summary, shares: ended.shares,
                clocks: ended.clocks.compactMap { clock in room.clockKind(clock.kind).flatMap { view.shows($0.part) ? (clock, $0) : nil } },
                now: now, filled: filled
            )
        }
    }

    var title: Word { .reopenFile }

    func body(_ html: inout Markup) {
        if summary.isOpen {
            html.p(.fileIsOpenAgain)
        } else {
            html.p(.reopeningLead)
            html.problems(filled)
            html.form(post: StewardshipAddress.reopening(summary.id)) { html in
                html.field(Self.reason, filled)
                html.field(Self.note, filled)
                html.submit(.reopenFile)
            }
        }
        guard !shares.isEmpty || !clocks.isEmpty else { return }
        html.h2(.endedByClosure)
        html.ul { html in
            for share in shares {
                html.li { html in
                    html.bdi { $0.text(share.name) }
                    html.text(" · ")
                    html.say(share.ground.word)
                    if summary.isOpen {
                        html.form(post: StewardshipAddress.closedShare(summary.id, share.id), .class("inline")) {
                            $0.submit(.shareAgain, .class("quiet"))
                        }
                    }
                }
            }
            for (clock, kind) in clocks {
                html.li { html in
                    html.say(kind.name)
                    html.text(": ")
                    html.day(clock.due)
                    if summary.isOpen {
                        html.form(post: StewardshipAddress.stoppedClock(summary.id, clock.id), .class("inline")) {
                            $0.submit(.runAgain, .class("quiet"))
                        }
                    }
                }
            }
        }
    }
}
