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
