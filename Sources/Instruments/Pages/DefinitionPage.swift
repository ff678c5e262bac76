import Basics
import Vocabulary
import Web

/// The questions of the definition, in the words of the vocabulary.
struct DefinitionFields: Sendable {
    let acts: ChoicesField<Act>
    let means: ChoicesField<Means>
    let purposes: ChoicesField<Exploitation>
    let age: ChoiceField<Facts.Age>
    let labour: ChoicesField<LabourBreach>
    let smuggling: ChoicesField<SmugglingSign>
    let consent = TickField(FactsField.consentClaimed.rawValue, .personAgreed)
    let border = TickField(FactsField.crossedBorder.rawValue, .borderCrossed)
    let group = TickField(FactsField.organisedGroup.rawValue, .groupTookPart)

    init(_ lists: CodeLists) {
        func choices<C: Listed & RawRepresentable<String>>(_ values: [C]) -> [Choice<C>] {
            values.map { Choice($0, key: $0.rawValue, label: lists[C.self].name(of: $0.rawValue)) }
        }
        acts = ChoicesField(FactsField.acts.rawValue, .whatWasDone, isRequired: false, choices: choices(Act.allCases))
        means = ChoicesField(FactsField.means.rawValue, .howWasItDone, isRequired: false, choices: choices(Means.allCases))
        purposes = ChoicesField(FactsField.purposes.rawValue, .whatFor, isRequired: false, choices: choices(Exploitation.allCases))
        age = ChoiceField(
            FactsField.age.rawValue, .howOld, isRequired: false,
            choices: [
                Choice(.child, key: "child", label: .underEighteen), Choice(.adult, key: "adult", label: .eighteenOrOver),
                Choice(.unknown(reasonToBelieveChild: true), key: "perhaps_child", label: .perhapsChild),
                Choice(.unknown(reasonToBelieveChild: false), key: "unknown", label: .ageNotKnown),
            ]
        )
        labour = ChoicesField(
            FactsField.labour.rawValue, .conditionsOfWork, isRequired: false,
            choices: LabourBreach.allCases.map { Choice($0, key: $0.rawValue, label: $0.words) }
        )
        smuggling = ChoicesField(
            FactsField.smuggling.rawValue, .helpToCross, isRequired: false,
            choices: SmugglingSign.allCases.map { Choice($0, key: $0.rawValue, label: $0.words) }
        )
    }

    /// What a fact is called, for the answer to say what it looked at.
    func label(of code: String, in question: Finding.Question) -> Word? {
        switch question {
        case .act: acts.choices.first { $0.key == code }?.label
        case .means: means.choices.first { $0.key == code }?.label
        case .purpose: purposes.choices.first { $0.key == code }?.label
        case .labour: labour.choices.first { $0.key == code }?.label
        case .smuggling: smuggling.choices.first { $0.key == code }?.label
        default: nil
        }
    }

    /// The facts that were filled in; `nil` for an answer that is none of the choices.
    func facts(_ reading: inout FormReading) -> Facts? {
        var facts = Facts()
        facts.acts = Set(reading.read(acts) ?? [])
        facts.means = Set(reading.read(means) ?? [])
        facts.purposes = Set(reading.read(purposes) ?? [])
        facts.age = reading.read(age) ?? .unknown(reasonToBelieveChild: false)
        facts.labour = Set(reading.read(labour) ?? [])
        facts.smuggling = Set(reading.read(smuggling) ?? [])
        facts.consentClaimed = reading.read(consent) ?? false
        facts.crossedBorder = reading.read(border) ?? false
        facts.organisedGroup = reading.read(group) ?? false
        return reading.isSound ? facts : nil
    }
}

/// A page to try the definition: questions, and the answer with the clause for each step. Nothing is stored.
struct DefinitionPage: Page {
    let fields: DefinitionFields
    let filled: Filled
    /// `nil` until something was asked.
    let answer: Classification?

    var title: Word { .definitionTitle }
    var door: Door { .steering }
    var trail: [Crumb] { [Crumb(.instrumentsTitle, InstrumentsAddress.list)] }

    func body(_ html: inout Markup) {
        html.p(.definitionLead, .class("lead"))
        html.problems(filled)
        if let answer { section(answer, &html) }
        html.form(get: InstrumentsAddress.definition) { html in
            html.div(.class("split")) { html in
                html.field(fields.acts, filled)
                html.field(fields.means, filled)
                html.field(fields.purposes, filled)
                html.div { html in
                    html.field(fields.age, filled)
                    html.field(fields.consent, filled)
                    html.field(fields.border, filled)
                    html.field(fields.group, filled)
                    html.field(fields.labour, filled)
                    html.field(fields.smuggling, filled)
                }
            }
            html.p(.class("actions")) { html in
                html.submit(.classifyNow)
                html.a(to: InstrumentsAddress.definition, .startAgain)
            }
        }
        html.p(.definitionNoDecision, .class("soft"))
    }

    private func section(_ answer: Classification, _ html: inout Markup) {
        html.section(.id("answer"), .ariaLabelledBy("answer-title")) { html in
            html.h2(.theAnswer, .id("answer-title"))
            html.p(.class(answer.isTrafficking ? "note danger" : "note warning")) { $0.strong(answer.outcome.words) }
            if !answer.missing.isEmpty {
                html.p { html in
                    html.say(.whatIsMissing)
                    for element in answer.missing {
                        html.space()
                        html.span(element.words, .class("badge warning"))
                    }
                }
            }
            for pointer in answer.alternatives {
                html.p { html in
                    html.say(.alsoPointsTo)
                    html.space()
                    html.say(pointer.words)
                }
            }
            html.h3(.stepByStep)
            html.ol(.class("timeline"), .role("list")) { html in
                for step in answer.steps { html.li { self.step(step, &$0) } }
            }
            html.p(.definitionNoDecision, .class("soft"))
        }
    }

    private func step(_ step: Classification.Step, _ html: inout Markup) {
        html.h4(step.finding.question.words)
        html.p(step.finding.words)
        let labels = step.facts.compactMap { fields.label(of: $0, in: step.finding.question) }
        if !labels.isEmpty {
            html.p(.class("row")) { html in
                for label in labels { html.span(label, .class("badge")) }
            }
        }
        html.p(.class("soft")) { html in
            html.say(.restsOn)
            for clause in step.clauses {
                html.space()
                if clause.isCommitment {
                    html.a(to: InstrumentsAddress.commitment(clause.id)) { html in html.bdi { $0.text(clause.id) } }
                } else {
                    html.bdi { $0.text(clause.id) }
                }
            }
        }
    }
}
