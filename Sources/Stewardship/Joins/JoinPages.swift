import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/joins                      matches to be settled                      readMatches
    //  GET   /work/joins/{id}                 the two files side by side, coded          joinFiles
    //  POST  /work/joins/{id}/identities      both identities, for a stated purpose      joinFiles
    //  POST  /work/joins/{id}/joining         one person: join the files                 joinFiles
    //  POST  /work/joins/{id}/share           one person: each keeper sees the other’s   joinFiles
    //  POST  /work/joins/{id}/difference      two people                                 joinFiles
    //  POST  /work/cases/{id}/parting         part files that were joined                joinFiles
    mutating func addJoins(_ room: ProtectionRoom) {
        let joins = FileJoins(room: room)

        get("/work/joins", needs: .deed(.readMatches)) { visit in .page(try await JoinsPage.read(visit, room)) }
        get("/work/joins/{id}", needs: .deed(.joinFiles)) { visit in .page(try await JoinPage.read(visit, room, filled: Filled())) }

        post("/work/joins/{id}/identities", needs: .deed(.joinFiles)) { visit in
            var reading = FormReading(visit.form)
            guard let text = reading.read(JoinPage.purpose), reading.isSound else {
                return .page(try await JoinPage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            return .page(try await JoinPage.read(visit, room, filled: Filled(), purpose: Purpose(stated: text)))
        }

        post("/work/joins/{id}/joining", needs: .deed(.joinFiles)) { visit in
            var reading = FormReading(visit.form)
            guard let kept = reading.read(JoinPage.kept), reading.isSound else {
                return .page(try await JoinPage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await joins.join(visit.id("id"), keepingFirst: kept == "first", by: visit.signedIn())
            return .see(StewardshipAddress.joins)
        }

        post("/work/joins/{id}/share", needs: .deed(.joinFiles)) { visit in
            let page = try await JoinPage.read(visit, room, filled: Filled())
            var reading = FormReading(visit.form)
            let words = reading.read(LawReason.field)
            guard let parts = reading.read(JoinPage.parts), let law = reading.read(page.law), reading.isSound else {
                return .page(try await JoinPage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            guard let words else {
                reading.refuse(because: ConsentRefused.reasonNeeded)
                return .page(try await JoinPage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await joins.share(page.id, Set(parts), law: law, because: words, by: visit.signedIn())
            return .see(StewardshipAddress.joins)
        }

        post("/work/joins/{id}/difference", needs: .deed(.joinFiles)) { visit in
            try await joins.notSame(visit.id("id"), by: visit.signedIn())
            return .see(StewardshipAddress.joins)
        }

        post("/work/cases/{id}/parting", needs: .deed(.joinFiles)) { visit in
            try await joins.part(visit.id("id"), by: visit.signedIn())
            return .see(StewardshipAddress.joins)
        }
    }
}

/// The matches that wait, and the files that are joined.
struct JoinsPage: Page {
    struct Line: Sendable {
        let id: ID<PersonMatch>
        let codes: (String, String)
        let score: Int
        let foundAt: Instant
    }

    static let shape = ListShape(sorts: [ListSort("found")])

    let asked: ListRequest
    let lines: [Line]
    let joined: [(file: ID<CaseFile>, code: String, kept: String)]
    let mayJoin: Bool

    static func read(_ visit: Visit, _ room: ProtectionRoom) async throws -> JoinsPage {
        let (actor, asked) = (try visit.signedIn(), ListRequest(visit.query, shape))
        let place: SQL
        if let values = asked.after?.values, values.count == 2, let at = Int64(values[0]), let id = ID<PersonMatch>(values[1]) {
            place = "AND (m.found_at, m.id) > (\(at), \(id))"
        } else {
            place = .none
        }
        func open(_ column: SQL) -> SQL {
            """
            NOT EXISTS (SELECT 1 FROM case_bar b WHERE b.case_id = \(sql: column) AND b.lifted_at IS NULL
                AND (b.account_id = \(actor.account) OR b.organisation_id = \(actor.organisation)))
            """
        }
        let (first, second) = (open("m.first_case"), open("m.second_case"))
        let notBarred: SQL = "\(sql: open("j.joined_case")) AND \(sql: open("j.kept_case"))"
        return try await room.database.read { tx in
            let lines = try tx.rows(
                """
                SELECT m.id, a.code, b.code, m.score, m.found_at FROM person_match m JOIN case_file a ON a.id = m.first_case
                JOIN case_file b ON b.id = m.second_case
                WHERE m.settled_at IS NULL AND \(sql: first) AND \(sql: second) \(sql: place)
                ORDER BY m.found_at, m.id LIMIT \(ListRequest.fetchCount)
                """
            ) { row in
                Line(
                    id: try row.id(0, of: PersonMatch.self), codes: (row.text(1), row.text(2)), score: row.int(3), foundAt: row.instant(4))
            }
            let joined = try tx.rows(
                """
                SELECT j.joined_case, a.code, b.code FROM file_join j JOIN case_file a ON a.id = j.joined_case
                JOIN case_file b ON b.id = j.kept_case WHERE j.parted_at IS NULL AND \(sql: notBarred)
                ORDER BY j.joined_at DESC LIMIT 50
                """
            ) { (file: try $0.id(0, of: CaseFile.self), code: $0.text(1), kept: $0.text(2)) }
            return JoinsPage(asked: asked, lines: lines, joined: joined, mayJoin: actor.may(.joinFiles))
        }
    }

    var title: Word { .joins }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.list(
            KeysetTable(
                caption: .joins, asked: asked, slice: ListSlice(fetched: lines) { ["\($0.foundAt.microseconds)", "\($0.id)"] },
                at: StewardshipAddress.joins, empty: EmptyList(.joinsWillStandHere),
                columns: [
                    ListColumn(.caseFiles, namesRow: true) { line, html in
                        html.a(to: StewardshipAddress.join(line.id)) { html in html.code { $0.text("\(line.codes.0) · \(line.codes.1)") } }
                    },
                    ListColumn(.score, isNumeric: true) { line, html in html.number(line.score) },
                    ListColumn(.foundAt, sort: "found") { line, html in html.moment(line.foundAt) },
                ]
            )
        )
        guard !joined.isEmpty, mayJoin else { return }
        html.h2(.joinedFiles)
        html.ul { html in
            for one in joined {
                html.li { html in
                    html.code { $0.text(one.code) }
                    html.text(" → ")
                    html.code { $0.text(one.kept) }
                    html.form(post: StewardshipAddress.parting(one.file), .class("inline")) { $0.submit(.partFiles, .class("quiet")) }
                }
            }
        }
    }
}
