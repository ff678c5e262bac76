import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// The openings of the files that one's organisation keeps.
struct GlassReviewsPage: Page {
    struct Line: Sendable {
        let id: ID<GlassOpening>
        let code: String
        let kind: GlassOpening.Kind
        let openedAt: Instant
        let organisation: String
        let verdict: GlassOpening.Verdict?
    }

    static let shape = ListShape(
        filters: [ListFilter("state", .state, [("reviewed", .glassReviewed)])], sorts: [ListSort("opened", startsDescending: true)])

    let asked: ListRequest
    let lines: [Line]

    static func read(_ visit: Visit, _ room: ProtectionRoom) async throws -> GlassReviewsPage {
        let (actor, asked) = (try visit.signedIn(), ListRequest(visit.query, shape))
        var narrowed: SQL = asked.filters["state"] == "reviewed" ? "g.reviewed_at IS NOT NULL" : "g.reviewed_at IS NULL"
        if let values = asked.after?.values, values.count == 2, let at = Int64(values[0]), let id = ID<GlassOpening>(values[1]) {
            narrowed += " AND (g.opened_at, g.id) < (\(at), \(id))"
        }
        let which = narrowed
        let lines = try await room.database.read { tx in
            try tx.rows(
                """
                SELECT g.id, c.code, g.kind, g.opened_at, o.name, g.verdict FROM glass_opening g JOIN case_file c ON c.id = g.case_id
                JOIN organisation o ON o.id = g.organisation_id
                WHERE g.keeper_id = \(actor.organisation) AND \(sql: which) AND \(sql: .reached(with: .reviewGlass, by: actor))
                ORDER BY g.opened_at DESC, g.id DESC LIMIT \(ListRequest.fetchCount)
                """
            ) { row in
                Line(
                    id: try row.id(0, of: GlassOpening.self), code: row.text(1), kind: try row.choice(2, as: GlassOpening.Kind.self),
                    openedAt: row.instant(3), organisation: row.text(4), verdict: try row.optionalChoice(5, as: GlassOpening.Verdict.self))
            }
        }
        return GlassReviewsPage(asked: asked, lines: lines)
    }

    var title: Word { .glassReviews }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.list(
            KeysetTable(
                caption: .glassReviews, asked: asked,
                slice: ListSlice(fetched: lines) { ["\($0.openedAt.microseconds)", "\($0.id)"] },
                at: StewardshipAddress.glassReviews, empty: EmptyList(.glassReviewsWillStandHere),
                columns: [
                    ListColumn(.caseCode, namesRow: true) { line, html in
                        html.a(to: StewardshipAddress.glassReview(line.id)) { html in html.code { $0.text(line.code) } }
                    },
                    ListColumn(.glassKind) { line, html in html.say(line.kind.word) },
                    ListColumn(.glassOpenedAt, sort: "opened") { line, html in html.moment(line.openedAt) },
                    ListColumn(.authority) { line, html in html.bdi { $0.text(line.organisation) } },
                    ListColumn(.state) { line, html in html.say(line.verdict?.word ?? .glassToReview) },
                ]
            )
        )
    }
}

/// One opening, to be judged.
struct GlassReviewPage: Page {
    static let verdict = ChoiceField("verdict", .glassVerdict, GlassOpening.Verdict.allCases) { $0.word }
    static let note = LongTextField("note", .inWords, why: .sealedNoteWhy, isRequired: false, length: 1...2_000, rows: 3)

    let id: ID<GlassOpening>
    let summary: CaseSummary
    let kind: GlassOpening.Kind
    let reason: String?
    let openedAt: Instant
    let until: Instant
    let name: String
    let organisation: String
    let verdict: GlassOpening.Verdict?
    let reviewNote: String?
    let filled: Filled

    static func read(_ visit: Visit, _ room: ProtectionRoom, filled: Filled) async throws -> GlassReviewPage {
        let (id, actor) = (try visit.id("id", of: GlassOpening.self), try visit.signedIn())
        let file = try await room.database.read { tx in
            try tx.row("SELECT case_id FROM glass_opening WHERE id = \(id)") { try $0.id(0, of: CaseFile.self) }
        }
        guard let file else { throw notThere(.reviewGlass, actor) }
        return try await room.look(at: file, for: actor, opening: .summary) { tx, view, notes in
            let page = try tx.row(
                """
                SELECT g.kind, g.reason, g.opened_at, g.until, a.display_name, o.name, g.verdict, g.review_note FROM glass_opening g
                JOIN account a ON a.id = g.account_id JOIN organisation o ON o.id = g.organisation_id
                WHERE g.id = \(id) AND g.keeper_id = \(actor.organisation)
                """
            ) { row in
                GlassReviewPage(
                    id: id, summary: view.summary, kind: try row.choice(0, as: GlassOpening.Kind.self),
                    reason: try notes.text(row.note(1), "glass_opening", id, "reason"), openedAt: row.instant(2), until: row.instant(3),
                    name: row.text(4), organisation: row.text(5), verdict: try row.optionalChoice(6, as: GlassOpening.Verdict.self),
                    reviewNote: try notes.text(row.note(7), "glass_opening", id, "review_note"), filled: filled
                )
            }
            guard let page else { throw notThere(.reviewGlass, actor) }
            return page
        }
    }

    var title: Word { .glassReviewOne }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.glassReviews, StewardshipAddress.glassReviews)] }

    func body(_ html: inout Markup) {
        html.dl(.class("facts")) { html in
            html.line(.caseCode) { $0.file(summary.id, summary.code) }
            html.line(.glassKind, kind.word)
            html.line(.glassReason) { $0.typed(reason) }
            html.line(.glassOpenedAt) { $0.moment(openedAt) }
            html.line(.glassUntil) { $0.moment(until) }
            html.line(.worker) { html in html.bdi { $0.text(name) } }
            html.line(.authority) { html in html.bdi { $0.text(organisation) } }
            if let verdict { html.line(.glassVerdict, verdict.word) }
        }
        html.typed(reviewNote)
        guard verdict == nil else { return }
        html.problems(filled)
        html.form(post: StewardshipAddress.glassReview(id)) { html in
            html.field(Self.verdict, filled)
            html.field(Self.note, filled)
            html.submit(.glassJudge)
        }
    }
}
