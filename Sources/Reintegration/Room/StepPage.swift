import Access
import Basics
import Protection
import Vocabulary
import Web

/// One step of the work on a return, a claim or a report: what it does, what is asked, and one button.
struct StepPage: Page {
    let summary: CaseSummary
    let title: Word
    /// The page that it belongs to.
    let above: Crumb
    let address: any Address
    let version: Int
    /// What follows from it: said before it is done.
    let consequences: [Word]
    let submit: Word
    var isDanger = false
    let filled: Filled
    /// What must be known to answer: facts that stand above the questions.
    var facts: @Sendable (inout Markup) -> Void = { _ in }
    var controls: @Sendable (inout Markup, Filled) -> Void = { _, _ in }

    var door: Door { .work }
    var trail: [Crumb] {
        [Crumb(.caseFiles, CaseAddress.files), Crumb(.data(summary.code), CaseAddress.file(summary.id)), above]
    }

    func body(_ html: inout Markup) {
        html.problems(filled)
        facts(&html)
        for word in consequences { html.p(word, .class(isDanger ? "note warning" : "note")) }
        html.form(post: address) { html in
            html.hiddenField("version", String(version))
            controls(&html, filled)
            if isDanger { html.submit(submit, .class("danger")) } else { html.submit(submit) }
        }
    }
}

/// Takes up what was sent from a `StepPage`: does it and goes on, or gives the page back with what is wrong.
enum Step {
    /// What is done with sound answers.
    typealias Doing = () async throws -> any Address

    /// - Parameters:
    ///   - read: reads the fields; `nil` when one can't be used.
    ///   - page: the page again, with what was filled in.
    static func take(
        _ visit: Visit, read: (inout FormReading, Int) throws -> Doing?, page: (Filled) async throws -> any Page
    ) async throws -> Answer {
        var reading = FormReading(visit.form)
        let version = visit.form.fields["version"].flatMap(Int.init) ?? 0
        let doing = try read(&reading, version)
        if reading.isSound, let doing {
            do { return .see(try await doing()) } catch let refused as any Refusal where refused.kind == .invalid {
                reading.refuse(because: refused)
            }
        }
        return .page(try await page(reading.filled), status: .unprocessable)
    }
}

extension Markup {
    /// What somebody typed, in its own direction.
    mutating func typed(_ text: String?) {
        if let text { span(.class("typed"), .dirAuto) { $0.text(text) } } else { span(.notAnswered, .class("absent")) }
    }

    /// An amount that may not be known.
    mutating func money(_ minor: Int?, _ currency: String) {
        if let minor { amount(minor, currency) } else { span(.notAnswered, .class("absent")) }
    }
}

extension ChoiceField where Value == ID<Organisation> {
    /// The organisations of a node that somebody active with a deed works in.
    static func organisations(_ name: String, _ label: Word, why: Word? = nil, isRequired: Bool, _ all: [OrganisationChoice]) -> Self {
        ChoiceField(
            name, label, why: why, isRequired: isRequired, choices: all.map { Choice($0.id, key: "\($0.id)", label: Word.data($0.name)) },
            as: .list)
    }
}

/// An organisation that can be chosen.
struct OrganisationChoice: Sendable {
    let id: ID<Organisation>
    let name: String
}
