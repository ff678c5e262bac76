/// Where an interview stands. The steps are those of the PEACE model: plan, engage and explain, account, closure, evaluation. None is
/// skipped; before its closure an interview can be broken off at any moment.
enum InterviewStage: String, CaseIterable, Sendable, Hashable {
    case planned, explained, account, closed, evaluated
    case brokenOff = "broken_off"

    /// The step after this one; `nil` when it has come to its end.
    var next: InterviewStage? {
        switch self {
        case .planned: .explained
        case .explained: .account
        case .account: .closed
        case .closed: .evaluated
        case .evaluated, .brokenOff: nil
        }
    }

    var canBreakOff: Bool { [.planned, .explained, .account].contains(self) }
}

/// What can be asked about. Coded, so that nobody has to read an interview to know that it was asked already.
enum InterviewMatter: String, CaseIterable, Sendable, Hashable {
    case events, recruitment, journey, work, control, people
    case sexualViolence = "sexual_violence"
    case health, family, debts, papers, safety, wishes, other
}
