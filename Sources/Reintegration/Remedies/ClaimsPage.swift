import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// One line of the list of claims.
struct ClaimLine: Sendable {
    let claim: Claim
    let code: String
    let label: String

    /// After every limit, for a claim that has none.
    static let noLimit = "9999-12-31"

    static func list(_ asked: ListRequest, for actor: Actor, in tx: any Transaction) throws -> [ClaimLine] {
        var conditions: [SQL] = [
            "k.case_id IN \(sql: .filesShowing(.legal, to: actor))", .reached(with: .readLegal, by: actor),
        ]
        if let kind = asked.filters["kind"] { conditions.append("k.kind = \(kind)") }
        if let stage = asked.filters["stage"] { conditions.append("k.stage = \(stage)") }
        if let text = asked.search {
            if let code = CaseCode.read(text) {
                conditions.append("c.code = \(code)")
            } else {
                conditions.append("lower(c.label) LIKE \("%" + text.likePattern + "%") ESCAPE '!'")
            }
        }
        if let place = asked.after, place.values.count == 2, let id = ID<Claim>(place.values[1]) {
            conditions.append("(coalesce(k.limit_on, \(noLimit)), k.id) > (\(place.values[0]), \(id))")
        }
        return try tx.rows(
            """
            SELECT \(sql: Claim.columns), c.code, c.label FROM \(sql: Claim.source) JOIN case_file c ON c.id = k.case_id
            WHERE \(sql: .joined(conditions, separator: " AND "))
            ORDER BY coalesce(k.limit_on, \(noLimit)), k.id LIMIT \(ListRequest.fetchCount)
            """
        ) { row in
            let next = Claim.columnCount
            return ClaimLine(claim: try Claim(row, nil), code: row.text(next), label: row.text(next + 1))
        }
    }
}

/// The claims that somebody pursues, the next limit first.
struct ClaimsPage: Page {
    static let shape = ListShape(
        search: .findCase,
        filters: [
            ListFilter("kind", .claimKind, ClaimKind.allCases.map { ($0.rawValue, $0.word) }),
            ListFilter("stage", .claimStage, ClaimStage.allCases.map { ($0.rawValue, $0.word) }),
        ],
        sorts: [ListSort("limit")])

    let asked: ListRequest
    let lines: [ClaimLine]

    var title: Word { .claims }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.list(
            KeysetTable(
                caption: .claims, asked: asked,
                slice: ListSlice(fetched: lines) { [$0.claim.limitOn?.iso ?? ClaimLine.noLimit, "\($0.claim.id)"] },
                at: ReintegrationAddress.claims, empty: EmptyList(.claimsWillStandHere, begin: .caseFiles, CaseAddress.files),
                columns: [
                    ListColumn(.caseCode, namesRow: true) { line, html in
                        html.a(to: ReintegrationAddress.claim(line.claim.file, line.claim.id)) { html in html.code { $0.text(line.code) } }
                    },
                    ListColumn(.caseLabel) { line, html in html.bdi { $0.text(line.label) } },
                    ListColumn(.claimKind) { line, html in html.say(line.claim.kind.word) },
                    ListColumn(.claimStage) { line, html in html.span(line.claim.stage.word, .class("badge")) },
                    ListColumn(.limitOn, sort: "limit") { line, html in if let day = line.claim.limitOn { html.day(day) } },
                    ListColumn(.asked, isNumeric: true) { line, html in html.money(line.claim.asked, line.claim.currency) },
                    ListColumn(.outstanding, isNumeric: true) { line, html in html.money(line.claim.outstanding, line.claim.currency) },
                ]
            )
        )
    }
}
