import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/interpreters                      the register, and a form            manageInterpreters
    //  POST  /work/interpreters                      add one                             manageInterpreters
    //  POST  /work/interpreters/{id}                 vetted again                        manageInterpreters
    //  GET   /work/cases/{id}/interpreters           who interpreted, and a form         manageInterpreters
    //  POST  /work/cases/{id}/interpreters           assign one to a session             manageInterpreters
    mutating func addInterpreters(_ room: ProtectionRoom) {
        let form = InterpreterForm(room)

        get("/work/interpreters", needs: .deed(.manageInterpreters)) { visit in
            .page(try await InterpretersPage.read(room, form, visit, filled: Filled()))
        }

        post("/work/interpreters", needs: .deed(.manageInterpreters)) { visit in
            var reading = FormReading(visit.form)
            guard let draft = form.read(&reading) else {
                return .page(try await InterpretersPage.read(room, form, visit, filled: reading.filled), status: .unprocessable)
            }
            try await Interpreter.add(draft, room, by: visit.signedIn(), at: visit.now)
            return .see(AssistanceAddress.interpreters)
        }

        post("/work/interpreters/{id}", needs: .deed(.manageInterpreters)) { visit in
            var reading = FormReading(visit.form)
            guard let (on, until) = InterpreterForm.readVetting(&reading) else {
                return .page(try await InterpretersPage.read(room, form, visit, filled: reading.filled), status: .unprocessable)
            }
            let version = visit.form.fields["version"].flatMap(Int.init) ?? 0
            try await Interpreter.vet(visit.id("id"), on: on, until: until, from: version, room, by: visit.signedIn())
            return .see(AssistanceAddress.interpreters)
        }

        get("/work/cases/{id}/interpreters", needs: .deed(.manageInterpreters)) { visit in
            .page(try await AssignmentsPage.read(room, visit, filled: Filled()))
        }

        post("/work/cases/{id}/interpreters", needs: .deed(.manageInterpreters)) { visit in
            let file = try visit.id("id", of: CaseFile.self)
            let page = try await AssignmentsPage.read(room, visit, filled: Filled())
            var reading = FormReading(visit.form)
            if let draft = page.form.read(&reading) {
                do {
                    try await InterpreterAssignment.add(draft, to: file, room, by: visit.signedIn(), at: visit.now)
                    return .see(AssistanceAddress.assignments(file))
                } catch let refused as ServiceRefused {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await AssignmentsPage.read(room, visit, filled: reading.filled), status: .unprocessable)
        }
    }
}

/// The register of vetted interpreters, of all organisations; each keeps its own.
struct InterpretersPage: Page {
    let asked: ListRequest
    let interpreters: [Interpreter]
    let names: OrganisationNames
    let profile: CountryProfile
    let own: ID<Organisation>
    let form: InterpreterForm
    let today: Day
    let filled: Filled

    static func shape(_ profile: CountryProfile) -> ListShape {
        ListShape(
            search: .findInterpreter,
            filters: [
                ListFilter("language", .language, profile.languages.map { ($0.tag, Word.data($0.ownName)) }),
                ListFilter("vetted", .state, [("yes", .vettedNow), ("no", .vettingExpired)]),
            ],
            sorts: [ListSort("name")]
        )
    }

    static func read(_ room: ProtectionRoom, _ form: InterpreterForm, _ visit: Visit, filled: Filled) async throws -> InterpretersPage {
        let (actor, today) = (try visit.signedIn(), room.day(of: visit.now))
        let asked = ListRequest(visit.query, shape(room.profile))
        return try await room.database.read { tx in
            InterpretersPage(
                asked: asked, interpreters: try Interpreter.list(asked, today: today, in: tx), names: try OrganisationNames(in: tx),
                profile: room.profile, own: actor.organisation, form: form, today: today, filled: filled)
        }
    }

    var title: Word { .interpreters }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        let (names, profile, today) = (names, profile, today)
        html.list(
            KeysetTable(
                caption: .interpreters, asked: asked, slice: ListSlice(fetched: interpreters) { [$0.name, "\($0.id)"] },
                at: AssistanceAddress.interpreters, empty: EmptyList(.interpretersWillStandHere),
                columns: [
                    ListColumn(.interpreterName, namesRow: true) { interpreter, html in html.bdi { $0.text(interpreter.name) } },
                    ListColumn(.languagesSpoken) { interpreter, html in
                        html.text(interpreter.languages.map { profile.language($0)?.ownName ?? $0 }.joined(separator: ", "))
                    },
                    ListColumn(.authority) { interpreter, html in html.bdi { $0.text(names[interpreter.organisation]) } },
                    ListColumn(.interpretsPresent) { interpreter, html in html.say(interpreter.isPresent ? .yes : .no) },
                    ListColumn(.interpretsRemotely) { interpreter, html in html.say(interpreter.isRemote ? .yes : .no) },
                    ListColumn(.vettedUntil) { interpreter, html in
                        html.day(interpreter.vettedUntil)
                        if interpreter.vettedUntil < today {
                            html.space()
                            html.span(.vettingExpired, .class("badge warning"))
                        }
                    },
                ]
            )
        )
        html.problems(filled)
        html.h2(.addInterpreter)
        html.form(post: AssistanceAddress.interpreters) { html in
            form.controls(&html, filled)
            html.submit(.addInterpreter)
        }
        // Those of one's own organisation whose vetting has run out; one at a time, so that each field is on the page once.
        if let expired = interpreters.first(where: { $0.organisation == own && $0.vettedUntil < today }) {
            html.h2(.renewVetting)
            html.p { html in html.bdi { $0.text(expired.name) } }
            html.form(post: AssistanceAddress.interpreter(expired.id)) { html in
                html.hiddenField("version", String(expired.version))
                html.field(InterpreterForm.againOn)
                html.field(InterpreterForm.againUntil)
                html.submit(.renewVetting)
            }
        }
    }
}

/// Who interpreted for the person of a file.
struct AssignmentsPage: Page {
    let summary: CaseSummary
    let profile: CountryProfile
    let assignments: [InterpreterAssignment]
    let form: AssignmentForm
    let mayAssign: Bool
    let filled: Filled

    static func read(_ room: ProtectionRoom, _ visit: Visit, filled: Filled) async throws -> AssignmentsPage {
        let (actor, file, today) = (try visit.signedIn(), try visit.id("id", of: CaseFile.self), room.day(of: visit.now))
        return try await CaseFiles(room).look(at: file, for: actor) { tx, view in
            AssignmentsPage(
                summary: view.summary, profile: view.profile, assignments: try InterpreterAssignment.all(of: file, in: tx),
                form: AssignmentForm(try Interpreter.vetted(on: today, in: tx), view.profile), mayAssign: view.may(.manageInterpreters),
                filled: filled)
        }
    }

    var title: Word { .interpretersOfFile }
    var door: Door { .work }
    var trail: [Crumb] { summary.trail }

    func body(_ html: inout Markup) {
        if assignments.isEmpty { html.p(.assignmentsWillStandHere, .class("empty")) }
        html.ul(.class("timeline")) { html in
            for assignment in assignments {
                html.li { html in
                    html.day(assignment.heldOn)
                    html.text(" · ")
                    html.bdi { $0.text(assignment.interpreterName) }
                    html.text(" · ")
                    html.bdi { $0.say(profile.languageName(assignment.language)) }
                    html.text(" · ")
                    html.say(assignment.session.word)
                    html.br()
                    html.small { $0.say(.checkedAndRecorded) }
                }
            }
        }
        guard mayAssign else { return }
        html.problems(filled)
        html.h2(.assignInterpreter)
        if form.interpreter.choices.isEmpty {
            return html.p { html in
                html.say(.noInterpreter)
                html.space()
                html.a(to: AssistanceAddress.interpreters, .interpreters)
            }
        }
        html.form(post: AssistanceAddress.assignments(summary.id)) { html in
            form.controls(&html, filled)
            html.submit(.assignInterpreter)
        }
    }
}
