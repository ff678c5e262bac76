import Protection
import Web

extension CasePanel {
    /// A serious or grave risk stands before everything else on the page.
    static let graveRisk = CasePanel("grave-risk", .graveRisk, of: .care, isAlert: true) { tx, view, _ in
        let grave = try view.profile.assessments(of: .risk).compactMap { form -> (AssessmentForm, Assessment)? in
            guard let last = try Assessments.all(form.code, of: view.summary.id, limit: 1, in: tx).first, (last.highest ?? 0) >= 2 else {
                return nil
            }
            return (form, last)
        }
        guard !grave.isEmpty else { return nil }
        return { html in
            for (form, last) in grave {
                html.p { html in
                    html.riskBadge(last, form)
                    html.space()
                    html.a(to: CaseWorkAddress.assessments(view.summary.id, form.code), form.name)
                    html.text(" · ")
                    html.day(last.madeOn)
                }
            }
        }
    }

    /// Every assessment of the profile, with the last one of each.
    static let assessments = CasePanel("needs-and-risks", .needsAndRisks, of: .care) { tx, view, _ in
        let lines = try view.profile.assessments.map { form in
            (form, try Assessments.all(form.code, of: view.summary.id, limit: 1, in: tx).first)
        }
        return { html in
            html.ul { html in
                for (form, last) in lines {
                    html.li { html in
                        html.a(to: CaseWorkAddress.assessments(view.summary.id, form.code), form.name)
                        html.text(" · ")
                        guard let last else { return html.span(.notAssessedYet, .class("absent")) }
                        html.day(last.madeOn)
                        html.text(" · ")
                        html.say(.totalScore)
                        html.text(": ")
                        html.number(last.total)
                        html.space()
                        html.riskBadge(last, form)
                    }
                }
            }
        }
    }
}
