import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/cases/{id}/clocks             reflection period, permits, every clock with its history   readCase
    //  POST  /work/cases/{id}/clocks/extension   extend the reflection period                               assessIdentification
    //  POST  /work/cases/{id}/clocks/end         end it before its time                                     assessIdentification
    mutating func addPeriods(_ room: ProtectionRoom) {
        get("/work/cases/{id}/clocks", needs: .deed(.readCase)) { visit in
            .page(try await PeriodsPage.read(room, visit.id("id"), for: visit.signedIn(), at: visit.now))
        }
        post("/work/cases/{id}/clocks/extension", needs: .deed(.assessIdentification)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            var reading = FormReading(visit.form)
            let reason = reading.read(PeriodsPage.extensionReason)
            return try await PeriodsPage.answer(reading, reason, room, file, for: actor, at: visit.now) { reason in
                try await Reflection.extend(because: reason, in: file, room, by: actor)
            }
        }
        post("/work/cases/{id}/clocks/end", needs: .deed(.assessIdentification)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            var reading = FormReading(visit.form)
            let reason = reading.read(PeriodsPage.endReason)
            return try await PeriodsPage.answer(reading, reason, room, file, for: actor, at: visit.now) { reason in
                try await Reflection.end(because: reason, in: file, room, by: actor)
            }
        }
    }
}

/// The time that a person has: every clock with its end and what happens then.
struct PeriodsPage: Page {
    let view: CaseView
    let isAuthority: Bool
    let reflection: Reflection?
    let clocks: [(CaseClock, ClockKind)]
    let today: Day
    let now: Instant
    let filled: Filled

    static let extensionReason = ChoiceField("extension-reason", .extensionReason, Reflection.Reason.ofExtension, as: .list) { $0.word }
    static let endReason = ChoiceField("end-reason", .endReason, Reflection.Reason.ofEnd, as: .list) { $0.word }

    static func read(
        _ room: ProtectionRoom, _ file: ID<CaseFile>, for actor: Actor, at now: Instant, filled: Filled = Filled()
    ) async throws -> Self {
        try await CaseFiles(room).look(at: file, for: actor) { tx, view in
            PeriodsPage(
                view: view, isAuthority: try DecidingSeat.isTaken(by: actor.organisation, in: file, tx: tx),
                reflection: try Reflection.find(in: file, tx: tx),
                clocks: try CaseClock.history(of: file, tx: tx).compactMap { clock in
                    room.clockKind(clock.kind).flatMap { view.shows($0.part) ? (clock, $0) : nil }
                },
                today: view.profile.calendar.day(of: now), now: now, filled: filled)
        }
    }

    static func answer(
        _ reading: FormReading, _ reason: Reflection.Reason?, _ room: ProtectionRoom, _ file: ID<CaseFile>, for actor: Actor,
        at now: Instant, _ work: (Reflection.Reason) async throws -> Void
    ) async throws -> Answer {
        var reading = reading
        if reading.isSound, let reason {
            do {
                try await work(reason)
                return .see(IdentificationAddress.periods(file))
            } catch let refused as IdentificationRefused where refused.kind == .invalid {
                reading.refuse(because: refused)
            }
        }
        return .page(try await read(room, file, for: actor, at: now, filled: reading.filled), status: .unprocessable)
    }

    var title: Word { .clocksAndPermits }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.caseFiles, CaseAddress.files), Crumb(.data(view.summary.code), CaseAddress.file(view.summary.id))] }

    func body(_ html: inout Markup) {
        html.problems(filled)
        html.section(.class("panel"), .id("reflection")) { reflectionPart(&$0) }
        if view.shows(.legal) {
            html.section(.class("panel"), .id("permits")) { html in
                html.h2(.residencePermits)
                html.p { $0.a(to: CaseAddress.entries(view.summary.id, ResidencePermit.kind.code), .openPermits) }
            }
        }
        list(.runningClocks, clocks.filter { $0.0.isRunning }, &html)
        list(.pastClocks, clocks.filter { !$0.0.isRunning }, &html)
    }

    private func reflectionPart(_ html: inout Markup) {
        html.h2(.reflectionPeriod)
        guard let reflection else { return html.p(.reflectionWillStandHere, .class("empty")) }
        html.reflection(reflection, today: today, isOpen: view.summary.isOpen)
        html.ul(.class("timeline")) { html in
            for step in reflection.steps {
                html.li { html in
                    html.moment(step.at)
                    html.text(" · ")
                    html.say(step.kind.word)
                    if let reason = step.reason {
                        html.text(": ")
                        html.say(reason.word)
                    }
                    html.text(" · ")
                    html.say(.untilDay)
                    html.space()
                    html.day(step.endsOn)
                }
            }
        }
        guard isAuthority, view.may(.assessIdentification), reflection.isRunning(on: today) else { return }
        let rules = view.profile.reflection
        if reflection.extensions < rules.extensions {
            html.form(post: IdentificationAddress.reflectionExtension(view.summary.id)) { html in
                html.h3(.extendReflection)
                html.consequences([Consequence(.consequenceExtension, until: reflection.endsOn.adding(days: rules.extensionDays))])
                html.field(Self.extensionReason, filled)
                html.submit(.extendReflection)
            }
        } else {
            html.p(.noMoreExtensions, .class("note"))
        }
        html.details { html in
            html.summary(.endReflection)
            html.consequences([Consequence(.consequenceEndReflection)])
            html.form(post: IdentificationAddress.reflectionEnd(view.summary.id)) { html in
                html.field(Self.endReason, filled)
                html.submit(.endReflection, .class("danger"))
            }
        }
    }

    private func list(_ title: Word, _ clocks: [(CaseClock, ClockKind)], _ html: inout Markup) {
        html.section(.class("panel")) { html in
            html.h2(title)
            if clocks.isEmpty { html.p(.noClocks, .class("empty")) }
            html.ul(.class("timeline")) { html in
                for (clock, kind) in clocks {
                    html.li { html in
                        html.clock(clock, kind, at: now)
                        guard let outcome = clock.outcome, let stopped = clock.stoppedAt else { return }
                        html.br()
                        html.say(outcome.word)
                        html.text(" · ")
                        html.moment(stopped)
                    }
                }
            }
        }
    }
}

extension CaseClock {
    /// Every clock of a file, running or not, the newest first.
    static func history(of file: ID<CaseFile>, tx: any Transaction) throws -> [CaseClock] {
        try all(in: file, limit: 300, tx: tx)
    }
}

extension Markup {
    mutating func reflection(_ reflection: Reflection, today: Day, isOpen: Bool) {
        p { html in
            html.day(reflection.beganOn)
            html.text(" – ")
            html.day(reflection.endsOn)
            html.space()
            if reflection.isRunning(on: today), !isOpen {
                html.span(.stoppedByClosure, .class("badge"))
            } else if reflection.isRunning(on: today) {
                html.span(.reflectionRuns, .class("badge"))
            } else {
                html.span(.ended, .class("badge"))
            }
        }
        if reflection.isRunning(on: today) { p(.noRemovalInReflection, .class("note")) }
    }
}

/// What stands about periods on a file's page.
enum PeriodsPanel {
    static let panel = CasePanel("clocks-and-permits", .clocksAndPermits, of: .summary) { tx, view, room in
        let reflection = try Reflection.find(in: view.summary.id, tx: tx)
        let today = view.profile.calendar.day(of: room.gate.clock.now())
        let (file, isOpen) = (view.summary.id, view.summary.isOpen)
        let seesAlerts = view.shows(.legal)
        return { html in
            if let reflection {
                html.reflection(reflection, today: today, isOpen: isOpen)
            } else {
                html.p(.reflectionWillStandHere, .class("empty"))
            }
            html.p { $0.a(to: IdentificationAddress.periods(file), .openPeriods) }
            if seesAlerts { html.p { $0.a(to: IdentificationAddress.punishment(file), .openAlerts) } }
        }
    }
}
