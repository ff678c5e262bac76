import Access
import Basics
import Instruments
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/cases/{id}/non-punishment                    alerts, who must act, who was told   readLegal
    //  POST  /work/cases/{id}/non-punishment                    raise one                            writeLegal
    //  POST  /work/cases/{id}/non-punishment/{alert}/told       somebody was told                    writeLegal
    //  POST  /work/cases/{id}/non-punishment/{alert}/outcome    what came of it                      writeLegal
    mutating func addPunishment(_ room: ProtectionRoom) {
        let alerts = PunishmentAlerts(room)

        get("/work/cases/{id}/non-punishment", needs: .deed(.readLegal)) { visit in
            .page(try await PunishmentPage.read(room, visit.id("id"), for: visit.signedIn(), at: visit.now))
        }

        post("/work/cases/{id}/non-punishment", needs: .deed(.writeLegal)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            var reading = FormReading(visit.form)
            let (kind, day) = (reading.read(PunishmentPage.kind), reading.read(PunishmentPage.knownOn))
            let (post, note) = (reading.read(PunishmentPage.mustAct), reading.read(PunishmentPage.note))
            if reading.isSound, let kind, let day, let post {
                do {
                    try await alerts.raise(.init(kind: kind, knownOn: day, mustAct: post, note: note), in: file, by: actor)
                    return .see(IdentificationAddress.punishment(file))
                } catch let refused as IdentificationRefused where refused.kind == .invalid {
                    reading.refuse(because: refused)
                }
            }
            let page = try await PunishmentPage.read(room, file, for: actor, at: visit.now, filled: reading.filled)
            return .page(page, status: .unprocessable)
        }

        post("/work/cases/{id}/non-punishment/{alert}/told", needs: .deed(.writeLegal)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            let alert = try visit.id("alert", of: PunishmentAlert.self)
            var reading = FormReading(visit.form)
            let (post, day) = (reading.read(PunishmentPage.told), reading.read(PunishmentPage.toldOn))
            if reading.isSound, let post, let day {
                do {
                    try await alerts.tell(post, on: day, alert, in: file, by: actor)
                    return .see(IdentificationAddress.punishment(file))
                } catch let refused as IdentificationRefused where refused.kind == .invalid {
                    reading.refuse(because: refused)
                }
            }
            let page = try await PunishmentPage.read(room, file, for: actor, at: visit.now, filled: reading.filled)
            return .page(page, status: .unprocessable)
        }

        post("/work/cases/{id}/non-punishment/{alert}/outcome", needs: .deed(.writeLegal)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            let alert = try visit.id("alert", of: PunishmentAlert.self)
            var reading = FormReading(visit.form)
            let (outcome, day) = (reading.read(PunishmentPage.outcome), reading.read(PunishmentPage.outcomeOn))
            if reading.isSound, let outcome, let day {
                do {
                    try await alerts.settle(alert, outcome, on: day, in: file, by: actor)
                    return .see(IdentificationAddress.punishment(file))
                } catch let refused as IdentificationRefused where refused.kind == .invalid {
                    reading.refuse(because: refused)
                }
            }
            let page = try await PunishmentPage.read(room, file, for: actor, at: visit.now, filled: reading.filled)
            return .page(page, status: .unprocessable)
        }
    }
}

/// The alerts of a file, and the forms around them.
struct PunishmentPage: Page {
    let view: CaseView
    let alerts: [PunishmentAlert]
    let reflection: Reflection?
    let today: Day
    let filled: Filled?

    static let kind = ChoiceField("kind", .punishmentKind, PunishmentAlert.Kind.allCases) { $0.word }
    static let knownOn = DayField("known-on", .punishmentKnownOn, .untilToday)
    static let mustAct = ChoiceField(
        "must-act", .mustAct, why: .mustActWhy, PunishmentAlert.Post.allCases, as: .list
    ) { $0.word }
    static let note = LongTextField("note", .punishmentNote, why: .punishmentNoteWhy, isRequired: false, length: 1...4_000, rows: 4)
    static let told = ChoiceField("told", .whoWasTold, PunishmentAlert.Post.allCases, as: .list) { $0.word }
    static let toldOn = DayField("told-on", .toldOn, .untilToday)
    static let outcome = ChoiceField("outcome", .punishmentOutcome, PunishmentAlert.Outcome.allCases, as: .list) { $0.word }
    static let outcomeOn = DayField("outcome-on", .outcomeOn, .untilToday)

    static func read(
        _ room: ProtectionRoom, _ file: ID<CaseFile>, for actor: Actor, at now: Instant, filled: Filled? = nil
    ) async throws -> Self {
        let key = try await Entries(room).key(for: file)
        return try await room.gate.look(for: actor) { tx, looking in
            let view = try CaseFiles(room).view(file, in: tx, &looking, detail: "non-punishment")
            guard view.shows(.legal) else {
                throw AccessRefused.notFound(Denial(actor: actor, deed: .readLegal, subject: AuditSubject(CaseFile.self, file)))
            }
            let opening = try IdentificationDesk.opening(view, isAuthority: false, key, &looking, "alerts")
            return PunishmentPage(
                view: view, alerts: try PunishmentAlert.all(in: file, opening: opening, tx: tx),
                reflection: try Reflection.find(in: file, tx: tx), today: view.profile.calendar.day(of: now), filled: filled)
        }
    }

    var title: Word { .nonPunishment }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.caseFiles, CaseAddress.files), Crumb(.data(view.summary.code), CaseAddress.file(view.summary.id))] }

    private var start: Filled {
        var filled = Filled()
        for field in [Self.knownOn, Self.toldOn, Self.outcomeOn] { filled.fill(field, with: today) }
        return filled
    }

    func body(_ html: inout Markup) {
        html.p(.nonPunishmentLead)
        html.principles()
        let shown = filled ?? start
        html.problems(shown)
        if alerts.isEmpty { html.p(.alertsWillStandHere, .class("empty")) }
        for alert in alerts {
            html.section(.class(alert.outcome == nil ? "panel note danger" : "panel")) { html in
                html.alert(alert, reflection: reflection)
                if let note = alert.note { html.p(.class("typed"), .dirAuto) { $0.text(note) } }
                guard alert.outcome == nil, view.mayWrite(.legal) else { return }
                html.details { html in
                    html.summary(.recordTold)
                    html.form(post: IdentificationAddress.punishmentTold(view.summary.id, alert.id)) { html in
                        html.field(Self.told, shown)
                        html.field(Self.toldOn, shown)
                        html.submit(.recordTold)
                    }
                }
                html.details { html in
                    html.summary(.settleAlert)
                    html.form(post: IdentificationAddress.punishmentOutcome(view.summary.id, alert.id)) { html in
                        html.field(Self.outcome, shown)
                        html.field(Self.outcomeOn, shown)
                        html.submit(.settleAlert)
                    }
                }
            }
        }
        guard view.mayWrite(.legal) else { return }
        html.h2(.raiseAlert)
        html.consequences([
            Consequence(.consequenceAlertTold), Consequence(.consequenceAlertClock, until: view.profile.calendar.workingDay(after: today)),
        ])
        html.form(post: IdentificationAddress.punishment(view.summary.id)) { html in
            html.field(Self.kind, shown)
            html.field(Self.knownOn, shown)
            html.field(Self.mustAct, shown)
            html.field(Self.note, shown)
            html.submit(.raiseAlert)
        }
    }
}

extension Markup {
    /// One alert: what it is, the principle against it, who must act, who was told when.
    mutating func alert(_ alert: PunishmentAlert, reflection: Reflection?) {
        p { html in
            html.strong { $0.say(alert.kind.word) }
            html.text(" · ")
            html.day(alert.knownOn)
        }
        if alert.isInReflection {
            p(.class("note danger")) { html in
                html.strong { $0.say(.noRemovalInReflection) }
                if let end = reflection?.endsOn {
                    html.space()
                    html.say(.untilDay)
                    html.space()
                    html.day(end)
                }
            }
        }
        dl(.class("facts")) { html in
            html.line(.mustAct, alert.mustAct.word)
            if alert.told.isEmpty { html.line(.whoWasTold, .nobodyToldYet) }
            for told in alert.told {
                html.line(.whoWasTold) { html in
                    html.say(told.post.word)
                    html.text(" · ")
                    html.day(told.on)
                    html.text(" · ")
                    html.bdi { $0.text(told.organisationName) }
                }
            }
            if let outcome = alert.outcome { html.line(.punishmentOutcome, outcome.word) }
            if let day = alert.outcomeOn { html.line(.outcomeOn) { $0.day(day) } }
        }
    }

    mutating func principles() {
        p { html in
            html.say(.principlesNamed)
            for id in PunishmentAlert.principles {
                html.space()
                html.a(to: InstrumentsAddress.commitment(id)) { html in html.code { $0.text(id) } }
            }
        }
    }
}

/// The alert on top of a file, as long as it is not settled; otherwise a way to raise one.
enum PunishmentPanel {
    static let panel = CasePanel("non-punishment", .nonPunishment, of: .legal, isAlert: true) { tx, view, _ in
        let open = try PunishmentAlert.all(in: view.summary.id, opening: nil, isOpenOnly: true, tx: tx)
        guard !open.isEmpty else { return nil }
        let reflection = try Reflection.find(in: view.summary.id, tx: tx)
        let file = view.summary.id
        return { html in
            for alert in open { html.alert(alert, reflection: reflection) }
            html.principles()
            html.p { $0.a(to: IdentificationAddress.punishment(file), .openAlerts) }
        }
    }
}
