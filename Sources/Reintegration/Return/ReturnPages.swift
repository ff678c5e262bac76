import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/returns                          returns planned and made              planReturn
    //  GET   /work/cases/{id}/return                the plan of a file                    readReturn
    //  POST  /work/cases/{id}/return                consider a return                     planReturn
    //  GET   /work/cases/{id}/return/{step}         the form of a step, its consequences  readReturn
    //  POST  /work/cases/{id}/return/{step}         take the step                         readReturn
    // The deed of the step itself (`ReturnStep.deed`) is asked for behind the route: which one it is depends on the step.
    mutating func addReturns(_ room: ProtectionRoom) {
        let desk = ReturnDesk(room: room)
        let returns = Returns(room)

        get("/work/returns", needs: .deed(.planReturn)) { visit in .page(try await desk.list(visit)) }

        get("/work/cases/{id}/return", needs: .deed(.readReturn)) { visit in .page(try await desk.plan(visit, filled: Filled())) }

        post("/work/cases/{id}/return", needs: .deed(.planReturn)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            return try await Step.take(visit) { reading, _ in
                let kind = reading.read(ReturnFields.kind)
                let country = reading.read(ReturnFields.country(room.countries, in: visit.language))
                guard let kind, let country else { return nil }
                return {
                    try await returns.begin(kind, to: country, in: file, by: actor)
                    return ReintegrationAddress.plan(file)
                }
            } page: {
                try await desk.plan(visit, filled: $0)
            }
        }

        get("/work/cases/{id}/return/{step}", needs: .deed(.readReturn)) { visit in
            .page(try await desk.step(visit).page(Filled()))
        }

        post("/work/cases/{id}/return/{step}", needs: .deed(.readReturn)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            let form = try await desk.step(visit)
            return try await Step.take(visit) { reading, version in
                guard let take = form.read(&reading, version: version, returns: returns, by: actor) else { return nil }
                return {
                    try await take()
                    return ReintegrationAddress.plan(file)
                }
            } page: {
                form.page($0)
            }
        }
    }
}

/// Reads what the pages of returns show.
struct ReturnDesk: Sendable {
    let room: ProtectionRoom

    private var desk: FileDesk { FileDesk(room: room, part: .homeward) }

    func list(_ visit: Visit) async throws -> ReturnsPage {
        let asked = ListRequest(visit.query, ReturnsPage.shape)
        let actor = try visit.signedIn()
        let lines = try await room.database.read { tx in try ReturnLine.list(asked, for: actor, in: tx) }
        return ReturnsPage(asked: asked, lines: lines, countries: room.countries)
    }

    func plan(_ visit: Visit, filled: Filled) async throws -> ReturnPage {
        let (room, language) = (room, visit.language)
        return try await desk.look(at: visit.id("id"), for: visit.signedIn()) { tx, view, opener in
            try ReturnPage(view, room, opener, language: language, filled: filled, in: tx)
        }
    }

    func step(_ visit: Visit) async throws -> ReturnStepForm {
        guard let step = ReturnStep(rawValue: visit.parameter("step")) else { throw ReturnRefused.noPlan }
        return try await form(of: step, visit)
    }

    func form(of step: ReturnStep, _ visit: Visit) async throws -> ReturnStepForm {
        let (actor, language) = (try visit.signedIn(), visit.language)
        return try await desk.look(at: visit.id("id"), for: actor) { tx, view, _ in
            guard actor.may(step.deed), let plan = try ReturnPlan.newest(in: view.summary.id, tx: tx) else { throw ReturnRefused.noPlan }
            return ReturnStepForm(
                step: step, view: view, plan: plan, partners: step == .partner ? try OrganisationChoice.partners(in: tx) : [],
                language: language, before: step == .risk ? try RiskAssessment.newest(of: plan.id, tx: tx) : nil)
        }
    }
}

/// One line of the list of returns. What was a removal is not among them.
struct ReturnLine: Sendable {
    let plan: ReturnPlan
    let code: String
    let label: String

    static func list(_ asked: ListRequest, for actor: Actor, in tx: any Transaction) throws -> [ReturnLine] {
        var conditions: [SQL] = [
            "p.case_id IN \(sql: .filesShowing(.homeward, to: actor))", "p.stage <> 'removed'", .reached(with: .readReturn, by: actor),
        ]
        if let stage = asked.filters["stage"] { conditions.append("p.stage = \(stage)") }
        if let basis = asked.filters["basis"] {
            conditions.append(basis == "voluntary" ? "p.basis IN ('own_consent', 'guardian')" : "p.basis = 'override'")
        }
        if let text = asked.search {
            if let code = CaseCode.read(text) {
                conditions.append("c.code = \(code)")
            } else {
                conditions.append("lower(c.label) LIKE \("%" + text.likePattern + "%") ESCAPE '!'")
            }
        }
        if let place = asked.after, place.values.count == 2, let moment = Int64(place.values[0]), let id = ID<ReturnPlan>(place.values[1]) {
            conditions.append("(p.opened_at, p.id) < (\(moment), \(id))")
        }
        return try tx.rows(
            """
            SELECT \(sql: ReturnPlan.columns), c.code, c.label FROM \(sql: ReturnPlan.source) JOIN case_file c ON c.id = p.case_id
            WHERE \(sql: .joined(conditions, separator: " AND ")) ORDER BY p.opened_at DESC, p.id DESC LIMIT \(ListRequest.fetchCount)
            """
        ) { row in
            let next = ReturnPlan.columnCount
            return ReturnLine(plan: try ReturnPlan(row), code: row.text(next), label: row.text(next + 1))
        }
    }
}

/// The returns that somebody sees.
struct ReturnsPage: Page {
    static let shape = ListShape(
        search: .findCase,
        filters: [
            ListFilter("stage", .planningStage, ReturnStage.allCases.filter { $0 != .removed }.map { ($0.rawValue, $0.word) }),
            ListFilter("basis", .basis, [("voluntary", .voluntary), ("override", .notVoluntary)]),
        ],
        sorts: [ListSort("begun", startsDescending: true)]
    )

    let asked: ListRequest
    let lines: [ReturnLine]
    let countries: Countries

    var title: Word { .returns }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        let countries = countries
        html.p { $0.a(to: ReintegrationAddress.removals, .removals) }
        html.list(
            KeysetTable(
                caption: .returns, asked: asked,
                slice: ListSlice(fetched: lines) { [String($0.plan.openedAt.microseconds), "\($0.plan.id)"] },
                at: ReintegrationAddress.returns, empty: EmptyList(.returnsWillStandHere, begin: .caseFiles, CaseAddress.files),
                columns: [
                    ListColumn(.caseCode, namesRow: true) { line, html in
                        html.a(to: ReintegrationAddress.plan(line.plan.file)) { html in html.code { $0.text(line.code) } }
                    },
                    ListColumn(.caseLabel) { line, html in html.bdi { $0.text(line.label) } },
                    ListColumn(.planningStage) { line, html in html.planState(line.plan) },
                    ListColumn(.destination) { line, html in
                        if let country = countries.country(alpha3: line.plan.destination) { html.say(country.name) }
                    },
                    ListColumn(.partner) { line, html in html.bdi { $0.text(line.plan.partnerName ?? "—") } },
                    ListColumn(.begun, sort: "begun") { line, html in html.moment(line.plan.openedAt) },
                ]
            )
        )
    }
}

extension Markup {
    /// The stage of a plan, and whether it is voluntary where that is settled. What no consent carries is never called so.
    mutating func planState(_ plan: ReturnPlan) {
        span(plan.stage.word, .class(plan.stage == .removed || plan.stage == .stopped ? "badge warning" : "badge"))
        if let reason = plan.stopReason {
            text(" ")
            say(reason.word)
        }
        if plan.basis != nil, [.agreed, .travelling, .arrived].contains(plan.stage) {
            space()
            span(plan.isVoluntary ? .voluntary : .notVoluntary, .class(plan.isVoluntary ? "badge good" : "badge warning"))
        }
        if (plan.seriousRisks ?? 0) > 0 {
            space()
            span(.seriousRisk, .class("badge warning"))
        }
    }
}
