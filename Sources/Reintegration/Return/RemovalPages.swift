import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/removals                  removals against assessment              readReturn
    //  GET   /work/cases/{id}/removal        the form, with what follows from it      authoriseReturn
    //  POST  /work/cases/{id}/removal        record it as what it is                  authoriseReturn
    mutating func addRemovals(_ room: ProtectionRoom) {
        let desk = FileDesk(room: room, part: .homeward)
        let returns = Returns(room)

        get("/work/removals", needs: .deed(.readReturn)) { visit in
            let asked = ListRequest(visit.query, RemovalsPage.shape)
            let actor = try visit.signedIn()
            let lines = try await room.database.read { tx in try Removal.list(asked, for: actor, in: tx) }
            return .page(RemovalsPage(asked: asked, lines: lines, profile: room.profile, countries: room.countries))
        }

        get("/work/cases/{id}/removal", needs: .deed(.authoriseReturn)) { visit in
            .page(try await desk.removalPage(visit, Filled()))
        }

        post("/work/cases/{id}/removal", needs: .deed(.authoriseReturn)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            let profile = try await desk.look(at: file, for: actor) { _, view, _ in view.profile }
            return try await Step.take(visit) { reading, _ in
                let (authority, office) = (reading.read(ReturnFields.authority), reading.read(ReturnFields.office))
                let ground = reading.read(ReturnFields.removalGround(profile))
                let country = reading.read(ReturnFields.country(room.countries, in: visit.language))
                let (day, note) = (reading.read(ReturnFields.removedOn), reading.read(ReturnFields.note))
                guard let authority, let ground, let country, let day else { return nil }
                let draft = Removal.Draft(
                    authority: authority, authorityName: office, ground: ground, destination: country, day: day, note: note)
                return {
                    try await returns.record(draft, in: file, by: actor)
                    return ReintegrationAddress.plan(file)
                }
            } page: {
                try await desk.removalPage(visit, $0)
            }
        }
    }
}

extension FileDesk {
    fileprivate func removalPage(_ visit: Visit, _ filled: Filled) async throws -> StepPage {
        let (countries, language) = (room.countries, visit.language)
        return try await look(at: visit.id("id"), for: visit.signedIn()) { _, view, _ in
            StepPage(
                summary: view.summary, title: .recordRemoval, above: Crumb(.returnOfPerson, ReintegrationAddress.plan(view.summary.id)),
                address: ReintegrationAddress.removal(view.summary.id), version: 0, consequences: [.removalLead], submit: .recordRemoval,
                isDanger: true, filled: filled,
                controls: { html, filled in
                    html.field(ReturnFields.authority, filled)
                    html.field(ReturnFields.office, filled)
                    html.field(ReturnFields.removalGround(view.profile), filled)
                    html.field(ReturnFields.country(countries, in: language), filled)
                    html.field(ReturnFields.removedOn, filled)
                    html.field(ReturnFields.note, filled)
                })
        }
    }
}

extension Removal {
    static func list(_ asked: ListRequest, for actor: Actor, in tx: any Transaction) throws -> [Line] {
        var conditions: [SQL] = [
            "r.case_id IN \(sql: .filesShowing(.homeward, to: actor))", .reached(with: .readReturn, by: actor),
        ]
        if let authority = asked.filters["authority"] { conditions.append("r.authority = \(authority)") }
        if let place = asked.after, place.values.count == 2, let id = ID<Draft>(place.values[1]) {
            conditions.append("(r.removed_on, r.id) < (\(place.values[0]), \(id))")
        }
        return try tx.rows(
            """
            SELECT \(sql: Line.columns) FROM removal r JOIN case_file c ON c.id = r.case_id
            WHERE \(sql: .joined(conditions, separator: " AND ")) ORDER BY r.removed_on DESC, r.id DESC LIMIT \(ListRequest.fetchCount)
            """
        ) { try Line($0) }
    }
}

/// Removals against assessment: a list of their own, for they are no returns.
struct RemovalsPage: Page {
    static let shape = ListShape(
        filters: [ListFilter("authority", .removingAuthority, Removal.Authority.allCases.map { ($0.rawValue, $0.word) })],
        sorts: [ListSort("day", startsDescending: true)])

    let asked: ListRequest
    let lines: [Removal.Line]
    let profile: CountryProfile
    let countries: Countries

    var title: Word { .removals }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.returns, ReintegrationAddress.returns)] }

    func body(_ html: inout Markup) {
        let (profile, countries) = (profile, countries)
        html.list(
            KeysetTable(
                caption: .removals, asked: asked, slice: ListSlice(fetched: lines) { [$0.day.iso, "\($0.id)"] },
                at: ReintegrationAddress.removals, empty: EmptyList(.removalsWillStandHere),
                columns: [
                    ListColumn(.caseCode, namesRow: true) { line, html in
                        html.a(to: ReintegrationAddress.plan(line.file)) { html in html.code { $0.text(line.code) } }
                    },
                    ListColumn(.caseLabel) { line, html in html.bdi { $0.text(line.label) } },
                    ListColumn(.removedOn, sort: "day") { line, html in html.day(line.day) },
                    ListColumn(.removingAuthority) { line, html in html.say(line.authority.word) },
                    ListColumn(.removalGround) { line, html in
                        html.say(profile.overrideOfReturn(line.ground)?.text ?? .noGroundGiven)
                    },
                    ListColumn(.destination) { line, html in
                        html.say(countries.country(alpha3: line.destination)?.name ?? .data(line.destination))
                    },
                    ListColumn(.wasAssessed) { line, html in html.say(line.wasAssessed ? .yes : .no) },
                    ListColumn(.seriousRisksThen, isNumeric: true) { line, html in html.number(line.seriousRisks) },
                    ListColumn(.hadConsent) { line, html in html.say(line.hadConsent ? .yes : .no) },
                ]
            )
        )
    }
}
