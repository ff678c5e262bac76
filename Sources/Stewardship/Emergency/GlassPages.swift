import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/emergency                     open a file by its code; one's openings   breakGlass
    //  POST  /work/emergency                     open it                                   breakGlass
    //  GET   /work/emergency/{id}                what it shows, for eight hours            breakGlass
    //  GET   /work/emergency-reviews             openings of one's files                   reviewGlass
    //  GET   /work/emergency-reviews/{id}        one of them                               reviewGlass
    //  POST  /work/emergency-reviews/{id}        right, or not right                       reviewGlass
    mutating func addGlass(_ room: ProtectionRoom) {
        let emergencies = Emergencies(room: room)

        get("/work/emergency", needs: .deed(.breakGlass)) { visit in .page(try await GlassPage.read(visit, room, filled: Filled())) }

        post("/work/emergency", needs: .deed(.breakGlass)) { visit in
            var reading = FormReading(visit.form)
            let (code, kind, reason) = (reading.read(GlassPage.code), reading.read(GlassPage.kind), reading.read(GlassPage.reason))
            if reading.isSound, let code, let kind, let reason {
                do {
                    guard let code = CaseCode.read(code) else { throw StewardshipRefused.noSuchCode }
                    return .see(
                        StewardshipAddress.glassOpening(try await emergencies.open(code, for: kind, reason: reason, by: visit.signedIn())))
                } catch StewardshipRefused.noSuchCode {
                    reading.refuse(because: StewardshipRefused.noSuchCode)
                }
            }
            return .page(try await GlassPage.read(visit, room, filled: reading.filled), status: .unprocessable)
        }

        get("/work/emergency/{id}", needs: .deed(.breakGlass)) { visit in
            .page(GlassSeenPage(seen: try await emergencies.see(visit.id("id"), by: visit.signedIn())))
        }

        get("/work/emergency-reviews", needs: .deed(.reviewGlass)) { visit in .page(try await GlassReviewsPage.read(visit, room)) }

        get("/work/emergency-reviews/{id}", needs: .deed(.reviewGlass)) { visit in
            .page(try await GlassReviewPage.read(visit, room, filled: Filled()))
        }

        post("/work/emergency-reviews/{id}", needs: .deed(.reviewGlass)) { visit in
            var reading = FormReading(visit.form)
            let (verdict, note) = (reading.read(GlassReviewPage.verdict), reading.read(GlassReviewPage.note))
            guard reading.isSound, let verdict else {
                return .page(try await GlassReviewPage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await emergencies.review(visit.id("id"), as: verdict, note: note, by: visit.signedIn())
            return .see(StewardshipAddress.glassReviews)
        }
    }
}

/// Opens a file in an emergency.
struct GlassPage: Page {
    static let code = TextField("code", .caseCode, why: .glassCodeWhy, length: 8...12)
    static let kind = ChoiceField("kind", .glassKind, GlassOpening.Kind.allCases) { $0.word }
    static let reason = LongTextField("reason", .glassReason, why: .glassReasonWhy, length: 10...1_000, rows: 3)

    let mine: [(id: ID<GlassOpening>, code: String, until: Instant)]
    let filled: Filled

    static func read(_ visit: Visit, _ room: ProtectionRoom, filled: Filled) async throws -> GlassPage {
        let (actor, now) = (try visit.signedIn(), visit.now)
        let mine = try await room.database.read { tx in
            try tx.rows(
                """
                SELECT g.id, c.code, g.until FROM glass_opening g JOIN case_file c ON c.id = g.case_id
                WHERE g.account_id = \(actor.account) AND g.until > \(now) AND \(sql: .notBarred(actor)) ORDER BY g.until DESC LIMIT 50
                """
            ) { (id: try $0.id(0, of: GlassOpening.self), code: $0.text(1), until: $0.instant(2)) }
        }
        return GlassPage(mine: mine, filled: filled)
    }

    var title: Word { .emergency }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p(.glassLead, .class("note"))
        html.ul { html in
            for word in [Word.glassShows, .glassLasts, .glassIsTold, .glassIsReviewed] { html.li(word) }
        }
        if !mine.isEmpty {
            html.h2(.glassMine)
            html.ul { html in
                for one in mine {
                    html.li { html in
                        html.a(to: StewardshipAddress.glassOpening(one.id)) { html in html.code { $0.text(one.code) } }
                        html.text(" · ")
                        html.say(.glassUntil)
                        html.space()
                        html.moment(one.until)
                    }
                }
            }
        }
        html.problems(filled)
        html.form(post: StewardshipAddress.glass) { html in
            html.field(Self.code, filled)
            html.field(Self.kind, filled)
            html.field(Self.reason, filled)
            html.submit(.glassOpen, .class("danger"))
        }
    }
}

/// What is seen in an emergency.
struct GlassSeenPage: Page {
    let seen: Emergencies.Seen

    var title: Word { .data(seen.code) }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.emergency, StewardshipAddress.glass)] }

    func body(_ html: inout Markup) {
        html.p(.class("note")) { html in
            html.say(.glassUntil)
            html.space()
            html.moment(seen.until)
        }
        if let identity = seen.identity?.value {
            html.h2(.whoItIs)
            html.dl(.class("facts")) { html in
                for (word, texts) in [
                    (Word.names, identity.names), (.aliases, identity.aliases), (.birth, identity.birth.map { [$0] } ?? []),
                    (.contactChannel, identity.contact.map { [$0.channel] } ?? []), (.contactHow, identity.contact.map { [$0.how] } ?? []),
                ] where !texts.isEmpty {
                    html.line(word) { html in
                        for text in texts {
                            html.bdi { $0.text(text) }
                            html.br()
                        }
                    }
                }
            }
        }
        for group in seen.entries {
            html.h2(group.kind.title)
            for entry in group.entries {
                html.dl(.class("facts")) { html in
                    for field in group.fields { html.line(field.label) { $0.value(entry.values[field.name] ?? .none, of: field) } }
                }
            }
        }
    }
}

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
