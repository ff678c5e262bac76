import Access
import Basics
import Protection
import Vocabulary
import Web

/// The determinations of a child's best interests.
struct DeterminationsPage: ChildFilePage {
    let view: CaseView
    let all: [BestInterests]
    let filled: Filled

    var title: Word { .determinations }

    func body(_ html: inout Markup) {
        if all.isEmpty { html.p(.determinationsWillStandHere, .class("empty")) }
        html.ul { html in
            for one in all {
                html.li { html in
                    html.a(to: ChildAddress.determination(file, one.id), one.question.word)
                    html.text(" · ")
                    html.say(one.stage.word)
                    html.text(" · ")
                    html.moment(one.openedAt)
                }
            }
        }
        guard view.may(.protectChildren), view.summary.path.protectsAsChild else { return }
        html.problems(filled)
        html.h2(.openDetermination)
        html.form(post: ChildAddress.determinations(file)) { html in
            html.field(DeterminationFields.question, filled)
            html.submit(.openDetermination)
        }
    }
}

/// One determination: who sits on it, what was weighed, who was heard, what was decided, and the next step.
struct DeterminationPage: ChildFilePage {
    let view: CaseView
    let one: BestInterests
    let panel: [BestInterests.Member]
    let options: [BestInterests.Option]
    let decisions: [BestInterests.Decision]
    let notes: ChildNotes
    let organisations: [(id: ID<Organisation>, name: String)]
    /// The last day on which it may be looked at again, if it is decided today.
    let latestReview: Day
    let filled: Filled

    var title: Word { one.question.word }

    var memberOf: ChoiceField<ID<Organisation>> { Organisations.field("member-of", .organisation, organisations) }
    var recipient: ChoiceField<ID<Organisation>> { Organisations.field("recipient", .recipient, organisations) }
    var purpose: ChoiceField<String> {
        ChoiceField(
            "purpose", .purposeOfConsent, choices: view.profile.consentPurposes.map { Choice($0.code, key: $0.code, label: $0.name) },
            as: .list)
    }
    /// In which language the child was asked. It is always answered: a child who was not asked has a line of their own.
    var language: ChoiceField<String> {
        ChoiceField(
            "language", .languageAsked, why: .languageAskedWhy,
            choices: view.profile.spokenLanguages + [Choice(Self.notAsked, key: Self.notAsked, label: .childWasNotAsked)], as: .list)
    }
    static let notAsked = "not-asked"
    var chosen: ChoiceField<BestInterestsOption> {
        ChoiceField("chosen", .decision, why: .decisionFollows, options.map(\.kind)) { $0.word }
    }

    func body(_ html: inout Markup) {
        html.p { $0.span(one.stage.word, .class("badge")) }
        panelAndOptions(&html)
        heard(&html)
        decided(&html)
        html.problems(filled)
        guard view.summary.isOpen, view.summary.path.protectsAsChild else { return }
        if view.may(.protectChildren) { nextSteps(&html) }
        if one.stage == .decided, view.may(.shareCase) { share(&html) }
    }

    private func panelAndOptions(_ html: inout Markup) {
        html.section(.class("panel")) { html in
            html.h2(.panel)
            html.p(.panelRule, .class("why"))
            html.ul { html in
                for member in panel {
                    html.li { html in
                        for name in notes["member-\(member.id)"] { html.bdi { $0.text(name) } }
                        html.text(" · ")
                        html.say(member.profession.word)
                        html.text(" · ")
                        html.bdi { $0.text(member.organisationName) }
                        if one.stage != .decided, view.may(.protectChildren), view.summary.path.protectsAsChild {
                            html.form(post: ChildAddress.panelMemberEnd(file, one.id, member.id), .class("inline")) {
                                $0.submit(.takeOffPanel, .class("quiet"))
                            }
                        }
                    }
                }
            }
        }
        for option in options {
            html.section(.class("panel")) { html in
                html.h2(option.kind.word)
                html.dl(.class("facts")) { html in
                    html.notes(.speaksFor, notes["for-\(option.kind.rawValue)"])
                    html.notes(.speaksAgainst, notes["against-\(option.kind.rawValue)"])
                }
            }
        }
    }

    private func heard(_ html: inout Markup) {
        guard let day = one.guardianHeardOn else { return }
        html.section(.class("panel")) { html in
            html.h2(.heard)
            html.dl(.class("facts")) { html in
                html.line(.guardianHeardOn) { $0.day(day) }
                html.notes(.guardianSaid, notes["guardian_view"])
                if let view = one.childView { html.line(.viewOfTheChild, view.word) }
                if let how = one.askedHow { html.line(.howAsked, how.word) }
                if let tag = one.askedLanguage {
                    html.line(.languageOfTalk) { html in html.bdi { $0.say(view.profile.languageName(tag)) } }
                }
                if let weight = one.weight { html.line(.weightGiven, weight.word) }
                html.notes(.childSaid, notes["child_view"])
            }
        }
    }

    private func decided(_ html: inout Markup) {
        for decision in decisions {
            html.section(.class("panel")) { html in
                html.h2(decision.option.word)
                html.dl(.class("facts")) { html in
                    html.line(.decidedOn) { $0.moment(decision.decidedAt) }
                    html.line(.nextReview) { $0.day(decision.reviewOn) }
                }
            }
        }
        html.dl(.class("facts")) { html in
            html.notes(.reasons, notes["reasons"])
            if let facts = one.newFacts { html.line(.whatIsNew, facts.word) }
            html.notes(.whatIsNew, notes["new_facts"])
        }
    }

    private func nextSteps(_ html: inout Markup) {
        if one.stage != .decided {
            form(&html, "panel", .addMember) { html in
                html.field(DeterminationFields.member, filled)
                html.field(memberOf, filled)
                html.field(DeterminationFields.profession, filled)
            }
        }
        if [.opened, .options, .underReview].contains(one.stage) {
            form(&html, "options", .addOption) { html in
                html.field(DeterminationFields.option, filled)
                html.field(DeterminationFields.speaksFor, filled)
                html.field(DeterminationFields.speaksAgainst, filled)
            }
        }
        if [.options, .underReview].contains(one.stage), options.count >= 2 {
            form(&html, "hearing", .recordHearing) { html in
                html.field(DeterminationFields.guardianOn, filled)
                html.field(DeterminationFields.guardianNote, filled)
                html.field(DeterminationFields.view, filled)
                html.field(DeterminationFields.how, filled)
                html.field(language, filled)
                html.field(DeterminationFields.childNote, filled)
                html.field(DeterminationFields.weight, filled)
            }
        }
        if one.stage == .heard {
            form(&html, "decision", .decideBestInterests) { html in
                html.field(chosen, filled)
                html.field(DeterminationFields.reasons, filled)
                html.p(.class("note")) { html in
                    html.say(.nextReviewLatest)
                    html.space()
                    html.day(latestReview)
                }
                html.field(DeterminationFields.reviewOn, filled)
            }
        }
        if one.stage == .decided {
            form(&html, "review", .lookAgain) { html in
                html.p(.lookAgainFollows, .class("note"))
                html.field(DeterminationFields.facts, filled)
                html.field(DeterminationFields.factsNote, filled)
            }
        }
    }

    private func share(_ html: inout Markup) {
        form(&html, "share", .shareOnDetermination) { html in
            html.p(.shareFollows, .class("note"))
            html.field(recipient, filled)
            html.field(purpose, filled)
            html.field(DeterminationFields.parts, filled)
        }
    }

    private func form(_ html: inout Markup, _ part: String, _ word: Word, _ content: (inout Markup) -> Void) {
        html.section(.class("panel")) { html in
            html.h2(word)
            html.form(post: ChildAddress.determinationPart(file, one.id, part)) { html in
                html.hiddenField("version", String(one.version))
                content(&html)
                html.submit(word)
            }
        }
    }
}
