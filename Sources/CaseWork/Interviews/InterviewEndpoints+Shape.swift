import Basics
import Protection
import Web

extension JSONValue {
    /// An interview without its texts.
    static func interview(_ one: Interview) -> JSONValue {
        [
            "id": .text("\(one.id)"), "stage": .text(one.stage.rawValue), "organisation": .text(one.organisation),
            "planned_for": .text(one.plannedFor.iso), "matters": codes(one.matters), "interpreter": .text(one.interpreter.rawValue),
            "support": .text(one.support.rawValue), "training": .text(one.training.rawValue),
            "repeat_reason": JSONValue(one.repeatReason?.rawValue), "willing": JSONValue(one.willing?.rawValue),
            "explained": codes(one.explained), "explained_on": JSONValue(one.explainedOn?.iso), "held_on": JSONValue(one.heldOn?.iso),
            "alone": JSONValue(one.alone?.rawValue), "after": JSONValue(one.after?.rawValue), "closure": codes(one.closure),
            "closed_on": JSONValue(one.closedOn?.iso), "went": JSONValue(one.went?.rawValue),
            "break_reason": JSONValue(one.breakReason?.rawValue), "version": .integer(one.version),
        ]
    }

    private static func codes<Code: RawRepresentable<String>>(_ codes: [Code]) -> JSONValue { .list(codes.map { .text($0.rawValue) }) }
}

extension Schema {
    /// One of the codes of a list.
    static func codes<Code: RawRepresentable<String> & CaseIterable>(_: Code.Type) -> Schema { .choice(Code.allCases.map(\.rawValue)) }

    static let plan = Schema.object(
        [
            "planned_for": .day, "matters": .list(of: .codes(InterviewMatter.self)), "interpreter": .codes(Interview.Interpreter.self),
            "support": .codes(Interview.Support.self), "training": .codes(Interview.Training.self),
            "repeat_reason": Schema.codes(Interview.RepeatReason.self).orNull, "place": Schema.text(length: 300).orNull,
        ], optional: ["repeat_reason", "place"])

    static let askedBefore = Schema.object(["matter": .codes(InterviewMatter.self), "day": .text, "organisation": .text])

    static let texts = Schema.object(["place": Schema.text.orNull, "account": Schema.text.orNull, "evaluation": Schema.text.orNull])

    static let movedInterview = Schema.object(["id": .text, "stage": .codes(InterviewStage.self), "version": .integer])

    static let interview = Schema.object([
        "id": .text, "stage": .codes(InterviewStage.self), "organisation": .text, "planned_for": .text,
        "matters": .list(of: .codes(InterviewMatter.self)), "interpreter": .codes(Interview.Interpreter.self),
        "support": .codes(Interview.Support.self), "training": .codes(Interview.Training.self),
        "repeat_reason": Schema.codes(Interview.RepeatReason.self).orNull, "willing": Schema.codes(Interview.Willing.self).orNull,
        "explained": .list(of: .codes(Interview.Explained.self)), "explained_on": Schema.text.orNull, "held_on": Schema.text.orNull,
        "alone": Schema.codes(Interview.InterpreterAlone.self).orNull, "after": Schema.codes(Interview.StateAfter.self).orNull,
        "closure": .list(of: .codes(Interview.Closure.self)), "closed_on": Schema.text.orNull,
        "went": Schema.codes(Interview.Went.self).orNull, "break_reason": Schema.codes(Interview.BreakReason.self).orNull,
        "version": .integer,
    ])
}
