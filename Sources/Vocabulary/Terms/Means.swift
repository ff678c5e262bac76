/// How a person was made to: the means of article 3 (a) of the Trafficking Protocol. A child needs none (article 3 (c)).
package enum Means: String, CaseIterable, Listed, Codable {
    case threat
    case force
    case otherCoercion = "other_coercion"
    case abduction
    case fraud
    case deception
    case abuseOfPower = "abuse_of_power"
    case abuseOfVulnerability = "abuse_of_vulnerability"
    case paymentForControl = "payment_for_control"

    package static let list = "means"
}
