/// What was done to a person: the acts of article 3 (a) of the Trafficking Protocol.
package enum Act: String, CaseIterable, Listed, Codable {
    case recruitment, transportation, transfer, harbouring, receipt

    package static let list = "act"
}
