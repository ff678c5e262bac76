import Protection
import Vocabulary
import Web

/// What each step of an interview asks.
enum InterviewFields {
    static let plannedFor = DayField("planned-for", .plannedFor, .fromToday)
    static let place = TextField("place", .interviewPlace, why: .interviewPlaceWhy, isRequired: false, length: 1...300)
    static let matters = ChoicesField(
        "matters", .mattersPlanned, why: .mattersPlannedWhy,
        choices: InterviewMatter.allCases.map { Choice($0, key: $0.rawValue, label: $0.word) })
    static let interpreter = ChoiceField("interpreter", .interviewInterpreter, Interview.Interpreter.allCases) { $0.word }
    static let support = ChoiceField("support", .supportPerson, Interview.Support.allCases) { $0.word }
    static let training = ChoiceField("training", .interviewer, why: .interviewerWhy, Interview.Training.allCases) { $0.word }
    static let repeatReason = ChoiceField(
        "repeat-reason", .repeatReason, why: .repeatReasonWhy, isRequired: false, Interview.RepeatReason.allCases
    ) { $0.word }

    static let explained = ChoicesField(
        "explained", .whatWasExplained, choices: Interview.Explained.allCases.map { Choice($0, key: $0.rawValue, label: $0.word) })
    static let willing = ChoiceField("willing", .willingToSpeak, why: .willingToSpeakWhy, Interview.Willing.allCases) { $0.word }
    static let day = DayField("day", .interviewDay, .untilToday)

    static let asked = ChoicesField(
        "asked", .whatWasAsked, choices: InterviewMatter.allCases.map { Choice($0, key: $0.rawValue, label: $0.word) })
    static let account = LongTextField("account", .interviewAccount, why: .interviewAccountWhy, length: 1...20_000, rows: 12)
    static let alone = ChoiceField("alone", .interpreterAlone, why: .interpreterAloneWhy, Interview.InterpreterAlone.allCases) { $0.word }

    static let after = ChoiceField("after", .stateAfter, Interview.StateAfter.allCases) { $0.word }
    static let closure = ChoicesField(
        "closure", .whatWasDoneAtTheEnd, choices: Interview.Closure.allCases.map { Choice($0, key: $0.rawValue, label: $0.word) })

    static let went = ChoiceField("went", .howItWent, Interview.Went.allCases) { $0.word }
    static let evaluation = LongTextField("evaluation", .interviewEvaluation, isRequired: false, length: 1...4_000, rows: 4)

    static let breakReason = ChoiceField("break-reason", .breakReason, Interview.BreakReason.allCases, as: .list) { $0.word }

    static func readPlan(_ reading: inout FormReading) -> Interviews.Plan? {
        let (day, place, matters) = (reading.read(plannedFor), reading.read(place), reading.read(matters))
        let (interpreter, support, training) = (reading.read(interpreter), reading.read(support), reading.read(training))
        let reason = reading.read(repeatReason)
        guard reading.isSound, let day, let matters, let interpreter, let support, let training else { return nil }
        return Interviews.Plan(
            plannedFor: day, matters: matters, interpreter: interpreter, support: support, training: training, repeatReason: reason,
            place: place)
    }

    static func readAccount(_ reading: inout FormReading) -> Interviews.Account? {
        let (asked, text, alone, day) = (reading.read(asked), reading.read(account), reading.read(alone), reading.read(day))
        guard reading.isSound, let asked, let text, let alone, let day else { return nil }
        return Interviews.Account(asked: asked, text: text, alone: alone, heldOn: day)
    }
}
