/// Sex as statistics count it. "All together" is not one of them: it is a total.
package enum Sex: String, CaseIterable, Listed, Codable {
    case female, male, other, unknown

    package static let list = "sex"
}
