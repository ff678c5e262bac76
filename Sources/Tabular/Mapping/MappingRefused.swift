package import Basics

/// One thing that is wrong with a mapping file.
package struct MappingFault: Hashable, Sendable, CustomStringConvertible {
    /// The line of the mapping file; 0 when it is about the whole.
    package let line: Int
    /// What it is about, such as `fields/year`.
    package let place: String
    package let problem: String

    package var description: String { line > 0 ? "line \(line), \(place): \(problem)" : "\(place): \(problem)" }
}

/// A mapping file can't be used: every fault, not only the first.
package struct MappingRefused: Refusal {
    /// The name of the mapping or of its file.
    package let name: String
    package let faults: [MappingFault]

    package var code: String { "mapping.faulty" }

    package var kind: RefusalKind { .invalid }

    package var message: String {
        "The mapping \(name) has faults. Correct them and try again. " + faults.map(\.description).joined(separator: "; ") + "."
    }
}
