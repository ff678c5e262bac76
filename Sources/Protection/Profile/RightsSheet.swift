package import Basics

/// The ten things that a person must know, in one language.
package struct RightsSheet: Sendable, Hashable {
    /// The tag of the language, such as `ar`.
    package let language: String
    /// The heading of the sheet.
    package let title: String
    /// Exactly ten, in the order to say them in.
    package let points: [String]
    /// Who read the text over; `nil` when nobody has, which the page must say.
    package let review: Review?

    /// Who found that a text about rights is right, and when.
    package struct Review: Sendable, Hashable {
        /// The person or body that answers for it.
        package let by: String
        /// The day of the review.
        package let on: Day
    }

    /// How many points a sheet has.
    package static let count = 10

    /// Reads the sheet that stands under the tag of its language.
    init(language: String, _ part: inout ProfileReader) {
        self.language = language
        title = part.text("title")
        points = part.texts("points")
        if !points.isEmpty, points.count != Self.count {
            part.refuse("points", "has \(points.count) entries; there must be \(Self.count)")
        }
        review = Self.review(&part)
    }

    private static func review(_ part: inout ProfileReader) -> Review? {
        let by = part.optionalText("reviewedBy")
        let on = part.optionalText("reviewedOn")
        let day = on.flatMap { Day(iso: $0) }
        if let on, day == nil { part.refuse("reviewedOn", "“\(on)” is no day written YYYY-MM-DD") }
        if (by == nil) != (on == nil) {
            part.refuse(by == nil ? "reviewedBy" : "reviewedOn", "is missing, while the other half of the review is there")
        }
        guard let by, let day else { return nil }
        return Review(by: by, on: day)
    }
}
