import Basics
import Instruments
import Protection
import Vocabulary
import Web

/// The questions of a decision: the elements of the definition with what bears them out, the law, the reasons.
struct DecisionFields: Sendable {
    let acts: ChoicesField<Act>
    let means: ChoicesField<Means>
    let purposes: ChoicesField<Exploitation>
    let consentClaimed = TickField("consent-claimed", .consentClaimed, why: .consentClaimedWhy)
    let basis: ChoiceField<String>
    let reasons = Self.reasons(isRequired: false)
    static let decidedOn = DayField("decided-on", .decidedOn, .untilToday)

    init(_ lists: CodeLists, _ profile: CountryProfile, to stage: IdentificationStage) {
        func choices<C: Listed & RawRepresentable<String>>(_ values: [C]) -> [Choice<C>] {
            values.map { Choice($0, key: $0.rawValue, label: lists[C.self].name(of: $0.rawValue)) }
        }
        acts = ChoicesField("acts", .elementAct, why: .elementActWhy, isRequired: false, choices: choices(Act.allCases))
        means = ChoicesField("means", .elementMeans, why: .elementMeansWhy, isRequired: false, choices: choices(Means.allCases))
        purposes = ChoicesField(
            "purposes", .elementPurpose, why: .elementPurposeWhy, isRequired: false, choices: choices(Exploitation.allCases))
        let bases = stage.use.map { profile.legalBases(for: $0) } ?? []
        basis = Self.basis(bases.map { Choice($0.code, key: $0.code, label: $0.text) }, isRequired: false)
    }

    private static func basis(_ choices: [Choice<String>], isRequired: Bool) -> ChoiceField<String> {
        ChoiceField("basis", .legalBasis, isRequired: isRequired, choices: choices, as: .list)
    }
    private static func reasons(isRequired: Bool) -> LongTextField {
        LongTextField("reasons", .reasons, why: .reasonsWhy, isRequired: isRequired, length: 1...8_000, rows: 8)
    }

    /// What has to stand there for a decision, and need not to see what the definition says: each is named at its question.
    func demand(_ draft: Decisions.Draft, of reading: inout FormReading) {
        for element in draft.facts.shownElements where draft.evidence[element, default: []].isEmpty {
            reading.refuse(Self.evidence(element), because: IdentificationRefused.evidenceMissing.words)
        }
        if draft.legalBasis == nil { reading.refuse(basis, because: IdentificationRefused.basisNeeded.words) }
        if draft.reasons == nil { reading.refuse(reasons, because: IdentificationRefused.reasonsNeeded.words) }
    }

    static func evidence(_ element: Classification.Element) -> ChoicesField<Evidence> {
        ChoicesField(
            "evidence-" + element.rawValue, .evidence, isRequired: false,
            choices: Evidence.allCases.map { Choice($0, key: $0.rawValue, label: $0.word) })
    }
    static func note(_ element: Classification.Element) -> LongTextField {
        LongTextField("note-" + element.rawValue, .evidenceNote, isRequired: false, length: 1...4_000, rows: 3)
    }

    func read(_ reading: inout FormReading, to stage: IdentificationStage, path: ProtectionPath) -> Decisions.Draft? {
        var facts = Facts()
        facts.age = path.age
        facts.acts = Set(reading.read(acts) ?? [])
        facts.means = Set(reading.read(means) ?? [])
        facts.purposes = Set(reading.read(purposes) ?? [])
        facts.consentClaimed = reading.read(consentClaimed) ?? false
        var evidence: [Classification.Element: [Evidence]] = [:]
        var notes: [Classification.Element: String] = [:]
        for element in Classification.Element.allCases {
            evidence[element] = reading.read(Self.evidence(element)) ?? []
            notes[element] = reading.read(Self.note(element))
        }
        let (basis, reasons) = (reading.read(basis), reading.read(reasons))
        guard let day = reading.read(Self.decidedOn), reading.isSound else { return nil }
        return Decisions.Draft(
            to: stage, facts: facts, evidence: evidence, notes: notes, legalBasis: basis, reasons: reasons, decidedOn: day)
    }

    /// What a fact is called.
    func label(of code: String, in element: Classification.Element) -> Word {
        let found: Word? =
            switch element {
            case .act: acts.choices.first { $0.key == code }?.label
            case .means: means.choices.first { $0.key == code }?.label
            case .purpose: purposes.choices.first { $0.key == code }?.label
            }
        return found ?? Word(work: code, fr: code)
    }

    func controls(_ html: inout Markup, _ filled: Filled) {
        for element in Classification.Element.allCases {
            html.section(.class("panel")) { html in
                html.h3(element.words)
                switch element {
                case .act: html.field(acts, filled)
                case .means: html.field(means, filled)
                case .purpose: html.field(purposes, filled)
                }
                html.field(Self.evidence(element), filled)
                html.field(Self.note(element), filled)
            }
        }
        html.field(consentClaimed, filled)
        html.field(Self.basis(basis.choices, isRequired: true), filled)
        html.field(Self.reasons(isRequired: true), filled)
    }
}
