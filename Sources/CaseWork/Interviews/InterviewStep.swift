import Access
import Basics
import Protection
import Web

/// A step of an interview after its plan, as it stands in addresses.
enum InterviewStep: String, CaseIterable, Sendable {
    case explanation, account, closure, evaluation
    case breakingOff = "breaking-off"

    /// Reads what is filled in of it.
    /// - Returns: what takes the step; `nil` when an answer can't be used.
    func read(
        _ reading: inout FormReading, of id: ID<Interview>, _ version: Int, in file: ID<CaseFile>, _ interviews: Interviews, by actor: Actor
    ) -> (@Sendable () async throws -> Void)? {
        switch self {
        case .explanation:
            let (explained, willing) = (reading.read(InterviewFields.explained), reading.read(InterviewFields.willing))
            let day = reading.read(InterviewFields.day)
            guard reading.isSound, let explained, let willing, let day else { return nil }
            return { try await interviews.explain(id, version, explained, willing, on: day, in: file, by: actor) }
        case .account:
            guard let account = InterviewFields.readAccount(&reading) else { return nil }
            return { try await interviews.record(account, of: id, version, in: file, by: actor) }
        case .closure:
            let (after, closure) = (reading.read(InterviewFields.after), reading.read(InterviewFields.closure))
            let day = reading.read(InterviewFields.day)
            guard reading.isSound, let after, let closure, let day else { return nil }
            return { try await interviews.close(id, version, after, closure, on: day, in: file, by: actor) }
        case .evaluation:
            let (went, text) = (reading.read(InterviewFields.went), reading.read(InterviewFields.evaluation))
            guard reading.isSound, let went else { return nil }
            return { try await interviews.evaluate(id, version, went, text, in: file, by: actor) }
        case .breakingOff:
            guard let why = reading.read(InterviewFields.breakReason) else { return nil }
            return { try await interviews.breakOff(id, version, why, in: file, by: actor) }
        }
    }
}
