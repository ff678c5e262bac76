import Basics

/// One thing that is wrong in a country profile.
package struct ProfileFault: Hashable, Sendable, CustomStringConvertible {
    /// The name of the file; empty when the text came from elsewhere.
    package let file: String
    /// The keys that lead there, such as `deadlines / decision`; an entry of a list goes by its code. Empty for the whole file.
    package let place: String
    /// What is wrong, as the end of a sentence.
    package let problem: String

    /// A fault at a place; of a text without a file unless one is named.
    package init(file: String = "", place: String, problem: String) {
        (self.file, self.place, self.problem) = (file, place, problem)
    }

    /// `examplia.yaml: deadlines / decision: is missing`.
    package var description: String { [file, place, problem].filter { !$0.isEmpty }.joined(separator: ": ") }

    /// The same fault, told of a file.
    func inFile(_ name: String) -> ProfileFault { ProfileFault(file: name, place: place, problem: problem) }
}

/// A country profile can't be used: every fault of every file, not only the first.
package struct ProfileRefused: Refusal {
    /// In the order of the files, and in each about in the order of its lines.
    package let faults: [ProfileFault]

    /// Refuses with all that was found; one at least.
    package init(faults: [ProfileFault]) { self.faults = faults }

    package var code: String { "profile.invalid" }

    package var message: String {
        "The country profile can’t be used. Correct these and start again:\n" + faults.map { "  • \($0)" }.joined(separator: "\n")
    }
}
