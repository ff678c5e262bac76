import Basics
import Protection
import Store
import Vocabulary
import Web

/// The pages of the referral form, in their order. The first is about danger: what must be done now comes before what is asked.
package enum ReferralStep: String, CaseIterable, Sendable, Hashable {
    case danger, setting, signs, person, needs, consent, check

    /// The pages for somebody: a child, or somebody who may be one, is not asked to consent.
    static func all(for path: ProtectionPath?) -> [ReferralStep] {
        allCases.filter { $0 != .consent || !(path?.protectsAsChild ?? false) }
    }

    func next(for path: ProtectionPath?) -> ReferralStep {
        let all = Self.all(for: path)
        let index = all.firstIndex(of: self).map { $0 + 1 } ?? all.count - 1
        return all[min(index, all.count - 1)]
    }
}

/// What was seen or heard of a sign. That it was not asked is an answer of its own.
package enum SignAnswer: String, CaseIterable, Sendable, Hashable, SQLBindable {
    case yes, no
    case notAsked = "not_asked"
}

/// The questions of a referral under one profile. The page and the reading share them.
struct ReferralForm: Sendable {
    let profile: CountryProfile
    let codebook: Codebook

    init(_ room: ProtectionRoom) { (profile, codebook) = (room.profile, room.codebook) }

    static let settingField = ChoiceField<Setting>("setting", .setting, Setting.allCases) { $0.word }
    static let age = ChoiceField<ProtectionPath>("age", .howOld, why: .howOldWhy, ProtectionPath.allCases) { $0.ageWord }
    static let paperDay = DayField("paper-day", .paperDay, why: .paperDayWhy, isRequired: false, .untilToday)
    static let paperTime = TextField("paper-time", .paperTime, why: .paperTimeWhy, isRequired: false, length: 4...5)

    func danger(_ danger: ImmediateDanger) -> ChoiceField<SignAnswer> {
        ChoiceField<SignAnswer>("danger-" + danger.code, danger.question, isRequired: false, SignAnswer.allCases) { $0.word }
    }
    func sign(_ sign: WarningSign) -> ChoiceField<SignAnswer> {
        ChoiceField<SignAnswer>("sign-" + sign.code, sign.text, why: sign.question, isRequired: false, SignAnswer.allCases) { $0.word }
    }

    /// The signs asked in a setting. Those that say something about a child alone are left out only where the person is surely an adult.
    func signs(in setting: Setting, of path: ProtectionPath) -> [WarningSign] {
        profile.indicators(in: setting).filter { !$0.isChildOnly || path.protectsAsChild }
    }

    var sex: ChoiceField<Sex> {
        ChoiceField("sex", .sex, isRequired: false, Sex.allCases) { codebook.lists[Sex.self].word($0.rawValue) }
    }
    func citizenship(in language: Language) -> ChoiceField<String> {
        let choices = codebook.countries.sorted(in: language).map { Choice($0.code.alpha3, key: $0.code.alpha3, label: $0.name) }
        return ChoiceField("citizenship", .citizenship, isRequired: false, choices: choices, as: .list)
    }
    var language: ChoiceField<String> {
        ChoiceField("language", .personsLanguage, why: .personsLanguageWhy, isRequired: false, choices: profile.spokenLanguages, as: .list)
    }
    static let interpreter = ChoiceField<InterpreterNeed>("interpreter", .interpreter, isRequired: false, InterpreterNeed.allCases) {
        $0.word
    }

    var needs: ChoicesField<String> {
        ChoicesField(
            "needs", .needsTonight, isRequired: false, choices: profile.needsTonight.map { Choice($0.code, key: $0.code, label: $0.text) })
    }
    static let urgent = TickField("urgent", .urgent)
    static let label = TextField("label", .caseLabel, why: .caseLabelWhy, isRequired: false, length: 1...80)
    var exploitation: ChoiceField<String> {
        let choices = codebook.lists[Exploitation.self].options.map { Choice($0.code, key: $0.code, label: $0.word) }
        return ChoiceField("exploitation", .looksLike, why: .looksLikeWhy, isRequired: false, choices: choices, as: .list)
    }
    var extras: [EntryField] { profile.fields(on: .referral).map { EntryField(extra: $0) } }
    static let note = LongTextField("note", .referralNote, why: .referralNoteWhy, isRequired: false, length: 1...4_000, rows: 4)

    static let answer = ChoiceField<Consent.Answer>("consent", .consentAnswer, Consent.Answer.allCases) { $0.word }
    var explainedIn: ChoiceField<String> {
        ChoiceField("explained-in", .explainedIn, why: .neededAfterYes, isRequired: false, choices: profile.spokenLanguages, as: .list)
    }
    static let explained = ChoiceField<Consent.Explanation>(
        "explained", .howExplained, why: .neededAfterYes, isRequired: false, Consent.Explanation.allCases
    ) {
        $0.word
    }
    static let evidence = ChoiceField<Consent.Evidence>(
        "evidence", .howAnswered, why: .neededAfterYes, isRequired: false, Consent.Evidence.allCases
    ) { $0.word }
    var reason: ChoiceField<String> {
        let choices = profile.refusalReasons.map { Choice($0.code, key: $0.code, label: $0.text) }
        return ChoiceField("refusal-reason", .refusalReason, why: .refusalReasonWhy, isRequired: false, choices: choices, as: .list)
    }

    /// What the agreed purpose is: telling the identifying authority.
    var purpose: ConsentPurpose? { profile.consentPurpose(ConsentPurpose.identification) }

    /// The names of a page's fields, and the beginnings of names that belong to it.
    func names(of step: ReferralStep) -> [String] {
        switch step {
        case .danger: ["danger"]
        case .setting: ["setting", "age", "paper-day", "paper-time"]
        case .signs: ["sign"]
        case .person:
            [
                "names", "aliases", "birth", "documents", "channel", "how", "may-write", "may-call", "sex", "citizenship", "language",
                "interpreter",
            ]
        case .needs: ["needs", "urgent", "label", "exploitation", "note"] + extras.map(\.name)
        case .consent: ["consent", "explained-in", "explained", "evidence", "refusal-reason"]
        case .check: []
        }
    }

    /// The draft with the answers of one page replaced: what was unticked is gone, what other pages hold stays.
    func merged(_ draft: FormBody, _ step: ReferralStep, from sent: FormBody) -> FormBody {
        let names = names(of: step)
        func belongs(_ name: String) -> Bool { names.contains { name == $0 || name.hasPrefix($0 + "-") } }
        let kept = draft.fields.pairs.filter { !belongs($0.name) && $0.name != Self.reached }
        var pairs = kept + sent.fields.pairs.filter { belongs($0.name) && !$0.value.isEmpty }
        let path = Self.age.answer(in: FormBody(Query(pairs)))
        if path?.protectsAsChild ?? false {
            let asked = self.names(of: .consent)
            pairs.removeAll { pair in asked.contains { pair.name == $0 || pair.name.hasPrefix($0 + "-") } }
        }
        return FormBody(Query(pairs + [(name: Self.reached, value: step.next(for: path).rawValue)]))
    }

    /// What was sent in answer to the questions of a step.
    func answers(of step: ReferralStep, in sent: FormBody) -> [(name: String, value: String)] {
        let names = names(of: step)
        return sent.fields.pairs.filter { pair in
            !pair.value.isEmpty && names.contains { pair.name == $0 || pair.name.hasPrefix($0 + "-") }
        }
    }

    /// Where a colleague goes on.
    static let reached = "reached"
}

extension Field {
    /// What a draft holds for a field; `nil` when nothing usable.
    func answer(in form: FormBody) -> Value? { (try? value(in: form)) ?? nil }
}
