import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// One request, and the guardian’s answer to it.
struct ConsentRequestPage: ChildFilePage {
    let view: CaseView
    let request: ConsentRequest
    let notes: ChildNotes
    /// Whether whoever looks answers for the authority, because no guardian can.
    let isForAuthority: Bool
    let filled: Filled

    var title: Word { .consentAsked }

    var language: ChoiceField<String> {
        ChoiceField(
            "language", .languageOfTalk,
            choices: view.profile.spokenLanguages,
            as: .list)
    }

    func body(_ html: inout Markup) {
        html.dl(.class("facts")) { html in
            html.line(.purposeOfConsent, view.profile.consentPurpose(request.purpose)?.name ?? .purposeOfConsent)
            html.line(.recipient) { html in
                if let name = request.recipient { html.bdi { $0.text(name) } } else { html.say(.namedByPurpose) }
            }
            html.line(.whichParts) { html in
                for (index, part) in CasePart.allCases.filter(request.parts.contains).enumerated() {
                    if index > 0 { html.text(", ") }
                    html.say(part.word)
                }
            }
            if let answer = request.answer { html.line(.answer, answer.word) }
            if let view = request.childView { html.line(.viewOfTheChild, view.word) }
            html.notes(.inTheChildsWords, notes["child_view"])
        }
        html.problems(filled)
        guard request.answer == nil, view.may(.actAsGuardian) || isForAuthority else { return }
        if isForAuthority { html.p(.authorityAnswers, .class("note")) }
        html.form(post: isForAuthority ? ChildAddress.consentAnswer(file, request.id) : .consent(file, request.id)) { html in
            html.hiddenField("version", String(request.version))
            html.field(ConsentRequestFields.answer, filled)
            html.field(ConsentRequestFields.view, filled)
            html.field(ConsentRequestFields.viewNote, filled)
            html.field(language, filled)
            html.field(ConsentRequestFields.explained, filled)
            html.field(ConsentRequestFields.until, filled)
            html.submit(.answer)
        }
    }
}
