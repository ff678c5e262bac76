package import Basics

/// One thing that is wrong in a data file of the vocabulary.
package struct VocabularyFault: Hashable, Sendable, CustomStringConvertible {
    /// Path under `share/`.
    package let file: String
    /// The code or label it is about; empty when it is about the file.
    package let entry: String
    /// What is wrong, as the end of a sentence.
    package let problem: String

    package var description: String { entry.isEmpty ? "\(file): \(problem)" : "\(file), \(entry): \(problem)" }
}

/// The data files of the vocabulary can't be used: every fault, not only the first.
package struct VocabularyRefused: Refusal {
    package let faults: [VocabularyFault]

    package var code: String { "vocabulary.faulty" }

    package var message: String {
        let shown = faults.prefix(20).map(\.description).joined(separator: "; ")
        let more = faults.count > 20 ? "; and \(faults.count - 20) more" : ""
        return "The code lists in the folder share/ have faults. Correct them, or install the program again. \(shown)\(more)."
    }

    package var kind: RefusalKind { .unavailable }
}
