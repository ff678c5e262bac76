import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// What is held about a person and who saw it, to print and to hand over.
struct SubjectSheetPage: Page {
    let sheet: SubjectSheet
    let roles: [Role]

    var title: Word { .subjectSheet }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.dl(.class("facts")) { html in
            html.line(.caseCode) { html in html.code { $0.text(sheet.code) } }
            html.line(.madeOn) { $0.day(sheet.madeOn) }
            html.line(.keeper) { html in html.bdi { $0.text(sheet.keeper) } }
        }
        for reason in sheet.withheld {
            html.p(.class("note")) { html in
                html.say(.withheldByLaw)
                html.text(": ")
                html.say(reason.word)
            }
        }
        if let identity = sheet.identity?.value {
            html.h2(.whoItIs)
            html.dl(.class("facts")) { html in
                for (word, texts) in [
                    (Word.names, identity.names), (.aliases, identity.aliases), (.birth, identity.birth.map { [$0] } ?? []),
                    (.documents, identity.documents), (.contactChannel, identity.contact.map { [$0.channel] } ?? []),
                    (.contactHow, identity.contact.map { [$0.how] } ?? []),
                ] where !texts.isEmpty {
                    html.line(word) { html in
                        for text in texts {
                            html.bdi { $0.text(text) }
                            html.br()
                        }
                    }
                }
            }
        }
        html.h2(.whatIsHeld)
        html.dl(.class("facts")) { html in for fact in sheet.facts { html.line(fact.label, fact.value) } }
        for group in sheet.entries {
            html.h3(group.kind.title)
            for entry in group.entries {
                html.dl(.class("facts")) { html in
                    for field in group.fields { html.line(field.label) { $0.value(entry.values[field.name] ?? .none, of: field) } }
                }
            }
        }
        shared(&html)
        saw(&html)
    }

    private func shared(_ html: inout Markup) {
        html.h2(.yourConsents)
        html.ul { html in
            for consent in sheet.consents {
                html.li { html in
                    html.day(consent.on)
                    html.text(" · ")
                    html.say(consent.purpose)
                    html.text(" · ")
                    html.say(consent.isWithdrawn ? .withdrawnEntry : consent.answer == .yes ? .yes : .no)
                }
            }
        }
        html.h2(.givenTo)
        html.ul { html in
            for share in sheet.disclosures {
                html.li { html in
                    html.day(share.on)
                    html.text(" · ")
                    html.bdi { $0.text(share.organisation) }
                    html.text(" · ")
                    html.say(share.purpose)
                    html.text(" · ")
                    html.say(share.ground.word)
                }
            }
        }
    }

    private func saw(_ html: inout Markup) {
        html.h2(.whoSawMyFile)
        html.p(.whoSawLead)
        html.ul { html in
            for sighting in sheet.sightings {
                html.li { html in
                    html.day(sighting.day)
                    html.text(" · ")
                    html.bdi { $0.text(sighting.organisationName) }
                    for role in roles.filter({ sighting.roles.contains($0.name.rawValue) }) {
                        html.text(" · ")
                        html.say(Word(work: role.title.en, fr: role.title.fr))
                    }
                    html.text(" · ")
                    html.say(sighting.what.word)
                    if let purpose = sighting.purpose {
                        html.text(" · ")
                        html.bdi { $0.text(purpose) }
                    }
                }
            }
        }
    }
}
