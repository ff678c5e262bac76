import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension ReturnPage {
    init(
        _ view: CaseView, _ room: ProtectionRoom, _ opener: Opener, language: Language, filled: Filled, in tx: any Transaction
    ) throws {
        let plans = try ReturnPlan.all(in: view.summary.id, tx: tx)
        self.view = view
        self.language = language
        self.filled = filled
        countries = room.countries
        plan = plans.first
        earlier = Array(plans.dropFirst())
        removals = try Removal.all(in: view.summary.id, tx: tx)
        guard let id = plans.first?.id else {
            (options, risks, checks, agreementNote, itinerary) = ([], [], [], nil, nil)
            return
        }
        options = try Self.options(of: id, opener, in: tx)
        let texts = try tx.rows("SELECT id, note, mitigation FROM return_risk WHERE plan_id = \(id)") { row in
            let risk = try row.id(0, of: RiskAssessment.self)
            return (
                risk, try opener.open(row, 1, "return_risk", risk, "note"), try opener.open(row, 2, "return_risk", risk, "mitigation")
            )
        }
        risks = try RiskAssessment.all(of: id, tx: tx).map { assessment in
            let found = texts.first { $0.0 == assessment.id }
            return Risk(assessment: assessment, note: found?.1, mitigation: found?.2)
        }
        checks = try tx.rows(
            """
            SELECT id, checked_on, checker, grounds, result, note FROM return_check WHERE plan_id = \(id)
            ORDER BY recorded_at DESC, id DESC
            """
        ) { row in
            let check = try row.id(0, of: Returns.CheckDraft.self)
            return Check(
                day: try row.day(1), checker: try row.choice(2, as: RefoulementCheck.Checker.self),
                grounds: row.text(3).split(separator: " ").compactMap { RefoulementCheck.Ground(rawValue: String($0)) },
                result: try row.choice(4, as: RefoulementCheck.Result.self), note: try opener.open(row, 5, "return_check", check, "note"))
        }
        let own = try tx.row("SELECT agreement_note, itinerary FROM return_plan WHERE id = \(id)") { row in
            (
                try opener.open(row, 0, "return_plan", id, "agreement_note"), try opener.open(row, 1, "return_plan", id, "itinerary")
            )
        }
        agreementNote = own?.0
        itinerary = own?.1
    }

    /// All three ways, those not weighed yet too.
    private static func options(of plan: ID<ReturnPlan>, _ opener: Opener, in tx: any Transaction) throws -> [Option] {
        let found = try tx.rows(
            "SELECT id, kind, wish, pro, con, own_view FROM return_option WHERE plan_id = \(plan) AND replaced_at IS NULL"
        ) { row in
            let id = try row.id(0, of: Returns.OptionDraft.self)
            return Option(
                option: try row.choice(1, as: ReturnOption.self), wish: try row.choice(2, as: ReturnOption.Wish.self),
                pro: try opener.open(row, 3, "return_option", id, "pro"), con: try opener.open(row, 4, "return_option", id, "con"),
                ownView: try opener.open(row, 5, "return_option", id, "own_view"))
        }
        return ReturnOption.allCases.map { option in
            found.first { $0.option == option } ?? Option(option: option, wish: nil, pro: nil, con: nil, ownView: nil)
        }
    }
}

/// What a case file's page says of its return.
enum ReturnPanel {
    static let panel = CasePanel("return", .returnOfPerson, of: .homeward) { tx, view, room in
        let plan = try ReturnPlan.newest(in: view.summary.id, tx: tx)
        let removals = try Removal.all(in: view.summary.id, tx: tx)
        return { html in
            html.removals(removals, view.profile, room.countries)
            if let plan {
                html.p { html in
                    html.planState(plan)
                    html.space()
                    html.say(room.countries.country(alpha3: plan.destination)?.name ?? .data(plan.destination))
                }
            } else {
                html.p(.noReturnYet, .class("empty"))
            }
            html.p { $0.a(to: ReintegrationAddress.plan(view.summary.id), plan == nil ? .planAReturn : .openPlan) }
        }
    }
}
