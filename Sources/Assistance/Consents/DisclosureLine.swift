import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// One disclosure, for the list.
struct DisclosureLine: Sendable {
    let at: Instant
    let recipient: String
    let purpose: String
    let parts: Set<CasePart>
    let ground: DisclosureGround.Kind
    let groundCode: String?
    let by: String

    static func all(in file: ID<CaseFile>, _ names: OrganisationNames, tx: any Transaction) throws -> [DisclosureLine] {
        try tx.rows(
            """
            SELECT d.disclosed_at, d.recipient_id, d.purpose, d.parts, d.ground, d.ground_code, a.organisation_id
            FROM disclosure d JOIN account a ON a.id = d.disclosed_by WHERE d.case_id = \(file) ORDER BY d.disclosed_at DESC, d.id DESC LIMIT 500
            """
        ) { row in
            DisclosureLine(
                at: row.instant(0), recipient: try row.optionalID(1, of: Organisation.self).map { names[$0] } ?? "—", purpose: row.text(2),
                parts: CasePart.parts(row.text(3)), ground: try row.choice(4, as: DisclosureGround.Kind.self),
                groundCode: row.optionalText(5), by: names[try row.id(6, of: Organisation.self)]
            )
        }
    }

    func write(_ html: inout Markup, _ profile: CountryProfile) {
        html.moment(at)
        html.br()
        html.bdi { $0.text(recipient) }
        html.text(" · ")
        html.parts(parts)
        html.br()
        html.say(.onGround)
        html.text(": ")
        html.say(groundCode.flatMap { profile.disclosureOverride($0)?.text } ?? ground.word)
        html.text(" · ")
        html.say(.disclosedBy)
        html.space()
        html.bdi { $0.text(by) }
    }
}
