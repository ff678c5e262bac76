import Basics
import Protection
import Vocabulary
import Web

/// The questions about an interpreter.
struct InterpreterForm: Sendable {
    let languages: ChoicesField<String>
    let sex: ChoiceField<String>
    static let name = TextField("name", .interpreterName, length: 1...120)
    static let remote = TickField("remote", .interpretsRemotely)
    static let present = TickField("present", .interpretsPresent)
    static let vettedOn = DayField("vetted-on", .vettedOn, .untilToday)
    static let vettedUntil = DayField("vetted-until", .vettedUntil, why: .vettedUntilWhy)
    static let againOn = DayField("again-on", .vettedOn, .untilToday)
    static let againUntil = DayField("again-until", .vettedUntil)

    init(_ room: ProtectionRoom) {
        languages = ChoicesField(
            "languages", .languagesSpoken, choices: room.profile.languages.map { Choice($0.tag, key: $0.tag, label: .data($0.ownName)) })
        sex = ChoiceField(
            "sex", .interpreterSex, choices: room.codebook.lists[Sex.self].choices.map { Choice($0.key, key: $0.key, label: $0.label) })
    }

    struct Draft: Sendable {
        let name: String
        let languages: [String]
        let sex: String
        let isRemote: Bool
        let isPresent: Bool
        let vettedOn: Day
        let vettedUntil: Day
    }

    func read(_ reading: inout FormReading) -> Draft? {
        let (name, languages, sex) = (reading.read(Self.name), reading.read(languages), reading.read(sex))
        let (isRemote, isPresent) = (reading.read(Self.remote) ?? false, reading.read(Self.present) ?? false)
        let (on, until) = (reading.read(Self.vettedOn), reading.read(Self.vettedUntil))
        if let on, let until, until < on { reading.refuse(Self.vettedUntil, because: .vettingEndsFirst) }
        guard reading.isSound, let name, let languages, let sex, let on, let until else { return nil }
        return Draft(
            name: name, languages: languages, sex: sex, isRemote: isRemote, isPresent: isPresent, vettedOn: on, vettedUntil: until)
    }

    static func readVetting(_ reading: inout FormReading) -> (on: Day, until: Day)? {
        let (on, until) = (reading.read(againOn), reading.read(againUntil))
        if let on, let until, until < on { reading.refuse(againUntil, because: .vettingEndsFirst) }
        guard reading.isSound, let on, let until else { return nil }
        return (on, until)
    }

    func controls(_ html: inout Markup, _ filled: Filled) {
        html.field(Self.name, filled)
        html.field(languages, filled)
        html.field(sex, filled)
        html.field(Self.present, filled)
        html.field(Self.remote, filled)
        html.field(Self.vettedOn, filled)
        html.field(Self.vettedUntil, filled)
    }
}

/// The questions before an interpreter is assigned.
struct AssignmentForm: Sendable {
    let interpreter: ChoiceField<ID<Interpreter>>
    let language: ChoiceField<String>
    static let session = ChoiceField("session", .sessionKind, InterpreterAssignment.Session.allCases) { $0.word }
    static let heldOn = DayField("held-on", .sessionDay)
    static let noTie = TickField("no-tie", .noTie)
    static let accepted = TickField("accepted", .personAccepts)
    static let neverAlone = TickField("never-alone", .neverAlone)

    init(_ interpreters: [Interpreter], _ profile: CountryProfile) {
        interpreter = ChoiceField(
            "interpreter", .interpreter, why: .interpreterWhy,
            choices: interpreters.map { interpreter in
                let languages = interpreter.languages.map { profile.language($0)?.ownName ?? $0 }.joined(separator: ", ")
                return Choice(interpreter.id, key: "\(interpreter.id)", label: .data("\(interpreter.name) · \(languages)"))
            }, as: .list)
        language = ChoiceField(
            "language", .language, choices: profile.spokenLanguages, as: .list)
    }

    func read(_ reading: inout FormReading) -> InterpreterAssignment.Draft? {
        let (interpreter, language) = (reading.read(interpreter), reading.read(language))
        let (session, heldOn) = (reading.read(Self.session), reading.read(Self.heldOn))
        let checks = (
            noTie: reading.read(Self.noTie) ?? false, isAccepted: reading.read(Self.accepted) ?? false,
            neverAlone: reading.read(Self.neverAlone) ?? false
        )
        guard reading.isSound, let interpreter, let language, let session, let heldOn else { return nil }
        return InterpreterAssignment.Draft(interpreter: interpreter, session: session, heldOn: heldOn, language: language, checks: checks)
    }

    func controls(_ html: inout Markup, _ filled: Filled) {
        html.field(interpreter, filled)
        html.field(language, filled)
        html.field(Self.session, filled)
        html.field(Self.heldOn, filled)
        html.field(Self.noTie, filled)
        html.field(Self.accepted, filled)
        html.field(Self.neverAlone, filled)
    }
}
