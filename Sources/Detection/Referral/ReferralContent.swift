import Basics
import Protection
import Store
import Vocabulary
import Web

/// Everything that a referral holds when it is sent.
package struct ReferralContent: Sendable {
    var danger: [(code: String, answer: SignAnswer)] = []
    var setting = Setting.ngo
    var path = ProtectionPath.unsure
    var paperAt: Instant?
    var signs: [(code: String, answer: SignAnswer)] = []
    var identity = PersonIdentity()
    var coded = People.Coded()
    var needs: [String] = []
    var isUrgent = false
    var label: String?
    var exploitation: String?
    var extras: [(field: EntryField, value: EntryValue)] = []
    var note: String?
    var consent: Asked?

    /// What an adult answered, and how they were asked.
    struct Asked: Sendable {
        var answer: Consent.Answer
        var language: String
        var explained: Consent.Explanation
        var evidence: Consent.Evidence
        var reason: String?
    }

    /// The dangers that are there.
    var dangers: [String] { danger.filter { $0.answer == .yes }.map(\.code) }

    /// The country's division, where it was filled in.
    func region(in profile: CountryProfile) -> String? {
        guard let code = profile.regionField?.code else { return nil }
        return extras.lazy.compactMap { extra -> String? in
            guard extra.field.extraCode == code, case .code(let text) = extra.value else { return nil }
            return text
        }.first
    }
}

extension ReferralForm {
    /// Reads one page, and notes what is wrong in the reading.
    func read(_ step: ReferralStep, _ reading: inout FormReading, from form: FormBody, into content: inout ReferralContent, now: Instant) {
        switch step {
        case .danger:
            content.danger = profile.immediateDanger.map { ($0.code, reading.read(danger($0)) ?? .notAsked) }
        case .setting: readSetting(&reading, into: &content, now: now)
        case .signs:
            let setting = Self.settingField.answer(in: form) ?? content.setting
            let path = Self.age.answer(in: form) ?? .unsure
            content.signs = signs(in: setting, of: path).map { ($0.code, reading.read(sign($0)) ?? .notAsked) }
        case .person: readPerson(&reading, from: form, into: &content, now: now)
        case .needs: readNeeds(&reading, from: form, into: &content)
        case .consent: content.consent = readConsent(&reading, from: form)
        case .check: break
        }
    }

    private func readSetting(_ reading: inout FormReading, into content: inout ReferralContent, now: Instant) {
        if let setting = reading.read(Self.settingField) { content.setting = setting }
        if let path = reading.read(Self.age) { content.path = path }
        let (day, time) = (reading.read(Self.paperDay), reading.read(Self.paperTime))
        guard let day else {
            if time != nil { reading.refuse(Self.paperDay, because: .paperDayNeeded) }
            return
        }
        guard let minutes = time.map(Self.minutes) ?? 0 else { return reading.refuse(Self.paperTime, because: .paperTimeNeeded) }
        let moment = profile.calendar.start(of: day) + .minutes(minutes)
        guard moment <= now else { return reading.refuse(Self.paperDay, because: .paperNotInFuture) }
        guard now - moment <= .days(365) else { return reading.refuse(Self.paperDay, because: .paperTooOld) }
        content.paperAt = moment
    }

    /// `7:05`, `19:30`; `nil` for what is no time of day.
    private static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hours = Int(parts[0]), let minutes = Int(parts[1]), (0..<24).contains(hours), (0..<60).contains(minutes)
        else { return nil }
        return hours * 60 + minutes
    }

    private func readPerson(_ reading: inout FormReading, from form: FormBody, into content: inout ReferralContent, now: Instant) {
        let identity = IdentityFields.read(&reading)
        content.coded.sex = reading.read(sex) ?? .unknown
        content.coded.citizenship = reading.read(citizenship(in: .en))
        content.coded.language = reading.read(language)
        content.coded.interpreter = reading.read(Self.interpreter) ?? .unknown
        guard let identity else { return }
        content.identity = identity
        let path = Self.age.answer(in: form) ?? .unsure
        let today = profile.calendar.day(of: now)
        guard let birth = identity.birthDate else {
            content.coded.ageBand = path == .adult ? .adult : path == .child ? .child : .unknown
            return
        }
        guard birth.days.lowerBound <= today else { return reading.refuse(IdentityFields.birth, because: .birthInFuture) }
        let (youngest, oldest) = (Self.age(from: birth.days.upperBound, on: today), Self.age(from: birth.days.lowerBound, on: today))
        // Whoever may be under 18 is not on an adult's path: they would be asked to consent.
        if path == .adult, youngest < 18 { return reading.refuse(IdentityFields.birth, because: .birthSaysChild) }
        let band = youngest == oldest || AgeBand(age: max(0, youngest)) == AgeBand(age: oldest) ? AgeBand(age: oldest) : nil
        content.coded.ageBand = band ?? (path == .adult ? .adult : path == .child ? .child : .unknown)
    }

    /// Completed years.
    private static func age(from birth: Day, on today: Day) -> Int {
        let (born, now) = (birth.parts, today.parts)
        return now.year - born.year - ((now.month, now.day) < (born.month, born.day) ? 1 : 0)
    }

    private func readNeeds(_ reading: inout FormReading, from form: FormBody, into content: inout ReferralContent) {
        content.needs = reading.read(needs) ?? []
        content.isUrgent = reading.read(Self.urgent) ?? false
        content.label = reading.read(Self.label)
        content.exploitation = reading.read(exploitation)
        content.note = reading.read(Self.note)
        content.extras = extras.map { ($0, $0.read(&reading)) }
        // A label stands in lists in the clear.
        if let label = content.label {
            let named = IdentityFields.names.answer(in: form) ?? ""
            let words = Set(NameTokens.words(of: named + " " + (IdentityFields.aliases.answer(in: form) ?? ""))).filter { $0.count > 2 }
            if !words.isDisjoint(with: NameTokens.words(of: label)) { reading.refuse(Self.label, because: .labelHasName) }
        }
    }

    private func readConsent(_ reading: inout FormReading, from form: FormBody) -> ReferralContent.Asked? {
        guard let answer = reading.read(Self.answer) else { return nil }
        let language = reading.read(explainedIn) ?? self.language.answer(in: form) ?? Language.en.code
        let (explained, evidence, reason) = (reading.read(Self.explained), reading.read(Self.evidence), reading.read(reason))
        if answer == .yes {
            // A yes counts only if it can be said how it was asked for.
            if explained == nil { reading.refuse(Self.explained, because: .sayHowExplained) }
            if evidence == nil { reading.refuse(Self.evidence, because: .sayHowRecorded) }
        }
        return ReferralContent.Asked(
            answer: answer, language: language, explained: explained ?? .spoken, evidence: evidence ?? .spoken, reason: reason)
    }

    /// The whole draft, page by page; the first page on which something is missing or wrong, with what it is.
    func content(of draft: FormBody, now: Instant) -> (content: ReferralContent, fault: (step: ReferralStep, filled: Filled)?) {
        var (draft, content) = (draft, ReferralContent())
        draft.today = profile.calendar.day(of: now)
        for step in ReferralStep.all(for: Self.age.answer(in: draft)) {
            var reading = FormReading(draft)
            read(step, &reading, from: draft, into: &content, now: now)
            guard reading.isSound else { return (content, (step, reading.filled)) }
        }
        return (content, nil)
    }
}
