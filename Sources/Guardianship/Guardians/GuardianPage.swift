import Access
import Basics
import Protection
import Vocabulary
import Web

/// Who can be a guardian, with vetting and caseload.
struct GuardiansPage: Page {
    static let shape = ListShape(search: .findGuardian, sorts: [ListSort("name")])

    let asked: ListRequest
    let lines: [Guardians.Listed]
    let today: Day

    var title: Word { .guardians }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.children, ChildAddress.children)] }

    func body(_ html: inout Markup) {
        let today = today
        html.list(
            KeysetTable(
                caption: .guardians, asked: asked, slice: ListSlice(fetched: lines) { [$0.name, "\($0.id)"] }, at: ChildAddress.guardians,
                empty: EmptyList(.guardiansWillStandHere),
                columns: [
                    ListColumn(.guardian, namesRow: true) { line, html in html.bdi { $0.text(line.name) } },
                    ListColumn(.organisation) { line, html in html.bdi { $0.text(line.organisation) } },
                    ListColumn(.vetting) { line, html in
                        guard let vetting = line.vetting else { return html.span(.notVetted, .class("badge warning")) }
                        if vetting.isValid(on: today) {
                            html.say(.untilDay)
                            html.space()
                        } else {
                            html.span(.vettingOver, .class("badge warning"))
                            html.space()
                        }
                        html.day(vetting.validUntil)
                    },
                    ListColumn(.childrenCount, isNumeric: true) { line, html in
                        html.number(line.children)
                        guard let vetting = line.vetting else { return }
                        html.text(" / ")
                        html.number(vetting.mostChildren)
                        if line.children >= vetting.mostChildren {
                            html.space()
                            html.span(.full, .class("badge warning"))
                        }
                    },
                    ListColumn(.recordVetting) { line, html in html.a(to: ChildAddress.vetting("\(line.id)"), .recordVetting) },
                ]
            )
        )
    }
}

/// Records that somebody was checked before they may be a guardian.
struct VettingPage: Page {
    let one: Guardians.Listed
    let filled: Filled

    var title: Word { .recordVetting }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.children, ChildAddress.children), Crumb(.guardians, ChildAddress.guardians)] }

    func body(_ html: inout Markup) {
        html.dl(.class("facts")) { html in
            html.line(.guardian) { html in html.bdi { $0.text(one.name) } }
            html.line(.organisation) { html in html.bdi { $0.text(one.organisation) } }
            html.line(.childrenCount) { $0.number(one.children) }
            if let vetting = one.vetting {
                html.line(.checkedOn) { $0.day(vetting.checkedOn) }
                html.line(.trainedOn) { $0.day(vetting.trainedOn) }
                html.line(.validUntil) { $0.day(vetting.validUntil) }
            }
        }
        html.problems(filled)
        html.form(post: ChildAddress.vetting("\(one.id)")) { html in
            html.field(GuardianFields.checkedOn, filled)
            html.field(GuardianFields.trainedOn, filled)
            html.field(GuardianFields.validUntil, filled)
            html.field(GuardianFields.mostChildren, filled)
            html.submit(.recordVetting)
        }
        if one.vetting != nil {
            html.p(.endVettingFollows, .class("note"))
            html.form(post: VettingAddress.end(one.id)) { $0.submit(.endVetting, .class("danger")) }
        }
    }
}

/// The end of a vetting.
enum VettingAddress: Address {
    case end(ID<Account>)

    var path: String {
        switch self {
        case .end(let id): ChildAddress.vetting("\(id)").path + "/end"
        }
    }
}

/// The guardian of a child: who it is, who it was, and the decision on the next one.
struct GuardianPage: ChildFilePage {
    let view: CaseView
    let appointments: [GuardianAppointment]
    let candidates: [Guardians.Listed]
    let today: Day
    let filled: Filled

    var title: Word { .guardian }

    /// Vetted guardians, each with how many children they have.
    var candidate: ChoiceField<ID<Account>> {
        let choices = candidates.filter { $0.vetting?.isValid(on: today) ?? false }
            .map { Choice($0.id, key: "\($0.id)", label: Word.data("\($0.name) (\($0.children)/\($0.vetting?.mostChildren ?? 0))")) }
        return ChoiceField("guardian", .guardian, why: .candidateWhy, choices: choices, as: .list)
    }

    func body(_ html: inout Markup) {
        if appointments.isEmpty { html.p(.guardianWillStandHere, .class("empty")) }
        for appointment in appointments { self.appointment(appointment, &html) }
        guard view.may(.protectChildren), view.summary.path.protectsAsChild else { return }
        html.problems(filled)
        html.h2(.appoint)
        html.p(.appointFollows, .class("note"))
        html.form(post: ChildAddress.guardian(file)) { html in
            html.hiddenField("seen", appointments.first { $0.endedAt == nil }.map { "\($0.id)" } ?? "")
            html.field(candidate, filled)
            html.h3(.conflictOfInterest)
            html.p(.conflictOfInterestWhy, .class("why"))
            for conflict in Conflict.allCases { html.field(GuardianFields.conflict(conflict), filled) }
            html.field(GuardianFields.kind, filled)
            html.field(GuardianFields.until, filled)
            html.field(GuardianFields.allTheSame, filled)
            html.submit(.appoint)
        }
        html.p { $0.a(to: ChildAddress.guardians, .guardians) }
    }

    private func appointment(_ appointment: GuardianAppointment, _ html: inout Markup) {
        html.section(.class("panel")) { html in
            html.h2 { html in html.bdi { $0.text(appointment.accountName) } }
            html.dl(.class("facts")) { html in
                html.line(.guardianKind, appointment.isTemporary ? .temporary : .standing)
                html.line(.appointedOn) { $0.day(appointment.appointedOn) }
                if let until = appointment.until { html.line(.lastDay) { $0.day(until) } }
                if let ended = appointment.endedAt { html.line(.ended) { $0.moment(ended) } }
                if let reason = appointment.endReason { html.line(.whyRevoked, reason.word) }
            }
            guard appointment.endedAt == nil, view.may(.protectChildren) else { return }
            html.p(.revokeFollows, .class("note"))
            html.form(post: ChildAddress.guardianEnd(file, appointment.id)) { html in
                html.field(GuardianFields.end, filled)
                html.submit(.revoke, .class("danger"))
            }
        }
    }
}
