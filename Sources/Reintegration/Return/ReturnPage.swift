import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// The return of a file: the three ways beside one another, risks, non-refoulement, partner, journey; and what can be done now.
struct ReturnPage: Page {
    struct Option: Sendable {
        let option: ReturnOption
        let wish: ReturnOption.Wish?
        let pro: String?
        let con: String?
        let ownView: String?
    }

    struct Risk: Sendable {
        let assessment: RiskAssessment
        let note: String?
        let mitigation: String?
    }

    struct Check: Sendable {
        let day: Day
        let checker: RefoulementCheck.Checker
        let grounds: [RefoulementCheck.Ground]
        let result: RefoulementCheck.Result
        let note: String?
    }

    let view: CaseView
    let plan: ReturnPlan?
    let earlier: [ReturnPlan]
    let removals: [Removal.Line]
    let options: [Option]
    let risks: [Risk]
    let checks: [Check]
    let agreementNote: String?
    let itinerary: String?
    let countries: Countries
    let language: Language
    let filled: Filled

    private var file: ID<CaseFile> { view.summary.id }

    var title: Word { .returnOfPerson }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.caseFiles, CaseAddress.files), Crumb(.data(view.summary.code), CaseAddress.file(file))] }

    func body(_ html: inout Markup) {
        html.removals(removals, view.profile, countries)
        if let plan {
            html.p { $0.planState(plan) }
            steps(&html, plan)
            facts(&html, plan)
            wayTable(&html, plan)
            riskTable(&html)
            checkList(&html)
        } else {
            html.p(.noReturnYet, .class("empty"))
        }
        begin(&html)
        if !earlier.isEmpty {
            html.h2(.earlierPlans)
            html.ul { html in
                for plan in earlier {
                    html.li { html in
                        html.moment(plan.openedAt)
                        html.text(" · ")
                        html.planState(plan)
                    }
                }
            }
        }
        if view.may(.authoriseReturn) { html.p { $0.a(to: ReintegrationAddress.removal(file), .recordRemoval) } }
    }

    private func steps(_ html: inout Markup, _ plan: ReturnPlan) {
        let open = ReturnStep.open(at: plan.stage).filter { view.may($0.deed) }
        guard !open.isEmpty else { return }
        html.h2(.whatComesNext)
        html.ul { html in
            for step in open { html.li { $0.a(to: ReintegrationAddress.step(file, step), step.title) } }
        }
    }

    private func facts(_ html: inout Markup, _ plan: ReturnPlan) {
        html.dl(.class("facts")) { html in
            html.line(.whereTo, plan.kind.word)
            html.line(.destination) { html in html.say(countries.country(alpha3: plan.destination)?.name ?? .data(plan.destination)) }
            html.line(.partner) { html in
                html.bdi { $0.text(plan.partnerName ?? "—") }
                if plan.share != nil, !plan.stage.isOver || plan.stage == .arrived {
                    html.space()
                    html.span(.shared, .class("badge"))
                }
            }
            if let agreement = plan.agreement {
                html.line(.agreementUsed) { html in
                    html.say(agreement.word)
                    if let agreementNote {
                        html.text(" · ")
                        html.typed(agreementNote)
                    }
                }
            }
            if let basis = plan.basis { html.line(.basis, basis.word) }
            if let override = plan.override.flatMap({ view.profile.overrideOfReturn($0) }) { html.line(.overrideGround, override.text) }
            if let day = plan.travelOn { html.line(.travelOn) { $0.day(day) } }
            if let day = plan.arriveBy { html.line(.arriveBy) { $0.day(day) } }
            if let escort = plan.escort { html.line(.escort, escort.word) }
            if let documents = plan.documents { html.line(.travelDocuments, documents.word) }
            if plan.travelOn != nil { html.line(.itinerary) { $0.typed(itinerary) } }
            if let day = plan.arrivedOn { html.line(.arrivedOn) { $0.day(day) } }
        }
    }

    private func wayTable(_ html: inout Markup, _ plan: ReturnPlan) {
        html.h2(.optionsBeside)
        html.div(.class("scroll"), .tabindex(0)) { html in
            html.table { html in
                html.thead { html in
                    html.tr { html in
                        for word in [Word.option, .wish, .pro, .con, .ownView] { html.th(word, .scopeColumn) }
                    }
                }
                html.tbody { html in
                    for way in options {
                        html.tr { html in
                            html.td { html in
                                html.say(way.option.word)
                                if view.may(.planReturn), !plan.stage.isOver {
                                    html.br()
                                    html.a(to: ReintegrationAddress.step(file, step(way.option)), .weighOption)
                                }
                            }
                            html.td { html in
                                if let wish = way.wish { html.say(wish.word) } else { html.span(.notAnswered, .class("absent")) }
                            }
                            html.td { $0.typed(way.pro) }
                            html.td { $0.typed(way.con) }
                            html.td { $0.typed(way.ownView) }
                        }
                    }
                }
            }
        }
    }

    private func step(_ option: ReturnOption) -> ReturnStep {
        switch option {
        case .stay: .stay
        case .thirdCountry: .thirdCountry
        case .homeCountry: .home
        }
    }

    private func riskTable(_ html: inout Markup) {
        html.h2(.riskBefore)
        guard let newest = risks.first else { return html.p(.noAssessmentYet, .class("empty")) }
        let form = view.profile.assessment("return_risk")
        html.p { html in
            html.say(.assessedOn)
            html.space()
            html.moment(newest.assessment.assessedAt)
        }
        html.dl(.class("facts")) { html in
            for question in form?.questions ?? [] {
                html.line(question.text) { html in
                    let score = newest.assessment.scores[question.code]
                    html.score(score, question)
                    if let before = risks.dropFirst().first?.assessment.scores[question.code], before != score {
                        html.text(" · ")
                        html.say(.before)
                        html.text(": ")
                        html.plainNumber(before)
                    }
                }
            }
            html.line(.riskNote) { $0.typed(newest.note) }
            if let mitigation = newest.mitigation { html.line(.mitigation) { $0.typed(mitigation) } }
        }
    }

    private func checkList(_ html: inout Markup) {
        html.h2(.nonRefoulement)
        guard !checks.isEmpty else { return html.p(.notCheckedYet, .class("empty")) }
        html.ul { html in
            for check in checks {
                html.li { html in
                    html.day(check.day)
                    html.text(" · ")
                    html.say(check.checker.word)
                    html.text(" · ")
                    html.span(check.result.word, .class(check.result == .noObstacle ? "badge good" : "badge warning"))
                    for ground in check.grounds {
                        html.text(" · ")
                        html.say(ground.word)
                    }
                    if let note = check.note {
                        html.br()
                        html.typed(note)
                    }
                }
            }
        }
    }

    private func begin(_ html: inout Markup) {
        guard view.may(.planReturn), plan?.stage.isOver ?? true else { return }
        html.problems(filled)
        html.h2(.planAReturn)
        html.p(.beginReturnLead, .class("note"))
        html.form(post: ReintegrationAddress.plan(file)) { html in
            html.field(ReturnFields.kind, filled)
            html.field(ReturnFields.country(countries, in: language), filled)
            html.submit(.planAReturn)
        }
    }
}

extension Markup {
    /// A score with its word; 3 stands out.
    mutating func score(_ score: Int?, _ question: AssessmentForm.Question) {
        guard let score, question.levels.indices.contains(score) else { return span(.notAnswered, .class("absent")) }
        plainNumber(score)
        text(" · ")
        say(question.levels[score])
        if score == RiskAssessment.seriousScore {
            space()
            span(.seriousRisk, .class("badge warning"))
        }
    }

    /// Removals stand apart from returns, and first.
    mutating func removals(_ lines: [Removal.Line], _ profile: CountryProfile, _ countries: Countries) {
        guard !lines.isEmpty else { return }
        section(.class("panel"), .id("removals")) { html in
            html.h2(.removals)
            html.ul { html in
                for line in lines {
                    html.li { html in
                        html.day(line.day)
                        html.text(" · ")
                        html.say(line.authority.word)
                        html.text(" · ")
                        html.say(profile.overrideOfReturn(line.ground)?.text ?? .noGroundGiven)
                        html.text(" · ")
                        html.say(countries.country(alpha3: line.destination)?.name ?? .data(line.destination))
                    }
                }
            }
        }
    }
}
