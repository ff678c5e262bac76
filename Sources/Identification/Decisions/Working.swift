import Access
import Protection
import Store
import Vocabulary

/// The working behind a decision, in four stages: the indicators, what corroborates them, what was done at once, and the look back. Each
/// part is coded and dated; what names somebody stands in its sealed note.
enum Working {
    static let kind = EntryKind(
        "identification-working", .working, add: .addWorking, empty: .workingWillStandHere, of: .legal, writing: .assessIdentification,
        table: "identification_working", columns: "step, done_on, source, bears_out, indicators, note",
        listed: ["step", "done_on", "bears_out"],
        fields: { profile, _ in
            [
                EntryField("step", .workingStep, why: .workingStepWhy, isRequired: true, .code(EntryField.options(Step.self) { $0.word })),
                EntryField("done_on", .workingDay, isRequired: true, .day).happened(),
                EntryField("source", .workingSource, .codes(EntryField.options(Evidence.self) { $0.word })),
                EntryField("bears_out", .workingBearsOut, .codes(EntryField.options(BearsOut.self) { $0.word })),
                EntryField("indicators", .workingIndicators, .codes(profile.indicators.map { EntryField.Option($0.code, $0.text) })),
                EntryField("note", .workingNote, why: .workingNoteWhy, .text(most: 4_000, lines: true)),
            ]
        },
        written: { written, tx in try DecidingSeat.require(written.permit.actor, in: written.file.id, tx: tx) }
    )

    enum Step: String, CaseIterable, Sendable { case indicators, corroboration, action, review }

    /// Which element of the definition it speaks to.
    enum BearsOut: String, CaseIterable, Sendable {
        case act, means, purpose, age
        case against
    }
}
