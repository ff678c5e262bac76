package import Basics
package import Tabular

/// How a file relates to what its source holds already.
package enum ImportScope: String, Sendable, Codable, CaseIterable {
    /// Its cells are added, or take the place of cells with the same key; everything else stays.
    case addition
    /// It is everything that the source says now: what it does not hold is removed.
    case whole
}

/// What an import did, or what it would do.
package struct ImportReport: Sendable, Codable, Hashable {
    package let source: String
    /// Whether it was only tried: nothing was kept.
    package let isTrial: Bool
    package let scope: ImportScope
    /// When the very same file was imported last; then nothing was changed now.
    package let unchangedSince: Instant?
    /// The number of the run; `nil` for a trial, and when nothing was changed.
    package internal(set) var run: Int?
    /// What was read and refused; `nil` when the file was known already.
    package let intake: IntakeReport?
    /// Published cells, or persons, that the file holds.
    package internal(set) var cells = 0
    /// Keys that stand in the file more than once.
    package internal(set) var duplicateKeys = 0
    /// Of these, keys with different values: each is now a range, marked.
    package internal(set) var disputedCells = 0
    package internal(set) var cellsNew = 0
    package internal(set) var cellsChanged = 0
    package internal(set) var cellsRemoved = 0
    /// Labels that could not be read as a country or a known group, the most frequent first.
    package internal(set) var unreadLabels: [LabelReading] = []
    /// Refused rows that were kept to be corrected.
    package internal(set) var rowsQuarantined = 0

    package init(
        source: String, isTrial: Bool, scope: ImportScope, unchangedSince: Instant? = nil, intake: IntakeReport? = nil
    ) {
        (self.source, self.isTrial, self.scope, self.unchangedSince, self.intake) = (source, isTrial, scope, unchangedSince, intake)
    }

    package var changedNothing: Bool { unchangedSince != nil }
}

/// How one label of the file was read.
package struct LabelReading: Sendable, Codable, Hashable {
    package let dimension: String
    package let label: String
    /// `exact`, `alias`, `likely`, or why it was not read.
    package let reading: String
    /// The code it was read as; `nil` when none.
    package let category: String?
    /// In how many rows it stands.
    package let rows: Int
}
