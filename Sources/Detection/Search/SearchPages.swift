import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/people               the search                                        searchPeople
    //  POST  /work/people/searches      what it finds; a name never stands in an address  searchPeople
    //  GET   /work/people/matches       people who may be known twice                     readMatches
    mutating func addSearch(_ room: ProtectionRoom) {
        let search = PeopleSearch(room)

        get("/work/people", needs: .deed(.searchPeople)) { visit in
            .page(SearchPage(codebook: room.codebook, mayRaise: try visit.signedIn().may(.raiseReferral)))
        }

        post("/work/people/searches", needs: .deed(.searchPeople)) { visit in
            let actor = try visit.signedIn()
            var reading = FormReading(visit.form)
            let (name, born) = (reading.read(SearchPage.name), reading.read(SearchPage.birth))
            let purpose = try reading.read(SearchPage.purpose).map { try Purpose(stated: $0) }
            guard reading.isSound, let name else {
                let page = SearchPage(codebook: room.codebook, mayRaise: actor.may(.raiseReferral), filled: reading.filled)
                return .page(page, status: .unprocessable)
            }
            let found = try await search.matches([name], born: born, purpose: purpose, for: actor)
            return .page(
                SearchPage(codebook: room.codebook, mayRaise: actor.may(.raiseReferral), filled: reading.filled, found: found))
        }

        get("/work/people/matches", needs: .deed(.readMatches)) { visit in
            let actor = try visit.signedIn()
            let asked = ListRequest(visit.query, MatchesPage.shape)
            let after = asked.after.flatMap { place -> (found: Instant, id: ID<PersonMatch>)? in
                guard place.values.count == 2, let at = Int64(place.values[0]), let id = ID<PersonMatch>(place.values[1]) else {
                    return nil
                }
                return (Instant(microseconds: at), id)
            }
            let isSettled = asked.filters["state"].map { $0 == "settled" }
            let lines = try await room.database.read { tx in
                try FoundMatch.list(isSettled: isSettled, after: after, limit: ListRequest.fetchCount, for: actor, in: tx)
            }
            return .page(MatchesPage(asked: asked, lines: lines, mayJoin: actor.may(.joinFiles)))
        }
    }
}

/// The search for a person, and what it found.
struct SearchPage: Page {
    let codebook: Codebook
    let mayRaise: Bool
    var filled = Filled()
    /// `nil` before anything was searched for.
    var found: PeopleSearch.Found?

    static let name = TextField("name", .nameSought, why: .nameSoughtWhy, length: 2...200, purpose: .search)
    static let purpose = TextField("purpose", .searchPurpose, why: .searchPurposeWhy, isRequired: false, length: 3...500)
    static let birth = PartialDateField("birth", .birth, why: .birthWhy, isRequired: false, .untilToday)

    var title: Word { .findPerson }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p(.findPersonLead)
        html.problems(filled)
        html.form(post: DetectionAddress.searches) { html in
            html.field(Self.name, filled)
            html.field(Self.birth, filled)
            html.field(Self.purpose, filled)
            html.submit(.search)
        }
        if let found { results(&html, found) }
        if mayRaise { html.p { $0.a(to: DetectionAddress.new, .newReferral, .class("button secondary")) } }
    }

    private func results(_ html: inout Markup, _ search: PeopleSearch.Found) {
        let found = search.matches
        html.h2(.whoWasFound)
        if search.isCut { html.p(.moreShareTheName, .class("note")) }
        guard !found.isEmpty else { return html.p(.nobodyFound, .class("empty")) }
        if found.contains(where: { $0.identity != nil }) { html.p(.namesOpened, .class("note")) }
        html.ul(.class("timeline")) { html in
            for match in found {
                html.li { html in
                    if let identity = match.identity?.value {
                        html.strong { html in html.bdi { $0.text((identity.names + identity.aliases).joined(separator: " · ")) } }
                        html.br()
                    }
                    if match.mayOpen {
                        html.a(to: CaseAddress.file(match.file.id)) { html in html.code { $0.text(match.file.code) } }
                    } else {
                        html.code { $0.text(match.file.code) }
                    }
                    html.space()
                    html.bdi { $0.text(match.file.label) }
                    html.br()
                    html.say(codebook.lists[Sex.self].word(match.sex))
                    html.text(", ")
                    html.say(codebook.lists[AgeBand.self].word(match.ageBand))
                    html.text(" · ")
                    html.say(.keeper)
                    html.space()
                    html.bdi { $0.text(match.keeper) }
                    if !match.raisedBy.isEmpty {
                        html.text(" · ")
                        html.say(.raisedBy)
                        html.space()
                        html.bdi { $0.text(match.raisedBy) }
                    }
                    html.br()
                    html.say(.foundBy)
                    html.text(": ")
                    html.reasons(match.likeness.reasons)
                    if match.identity == nil, match.mayName {
                        html.br()
                        html.a(to: CaseAddress.identity(match.file.id), .openWhoItIs)
                    }
                }
            }
        }
    }
}

extension Markup {
    /// Why two people may be one.
    mutating func reasons(_ reasons: [NameLikeness.Reason]) {
        for reason in reasons {
            span(reason.word, .class("badge"))
            space()
        }
    }
}

/// People who may be known in files of two organisations, for the identifying authority.
struct MatchesPage: Page {
    let asked: ListRequest
    let lines: [FoundMatch]
    let mayJoin: Bool

    static let shape = ListShape(
        filters: [ListFilter("state", .state, [("open", .matchOpen), ("settled", .matchSettled)])],
        sorts: [ListSort("found", startsDescending: true)]
    )

    var title: Word { .matches }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p(.matchesLead)
        html.list(
            KeysetTable(
                caption: .matches, asked: asked,
                slice: ListSlice(fetched: lines) { ["\($0.foundAt.microseconds)", "\($0.id)"] }, at: DetectionAddress.matches,
                empty: EmptyList(.matchesWillStandHere),
                columns: [
                    ListColumn(.newerFile, namesRow: true) { line, html in
                        if mayJoin {
                            html.a(to: CaseAddress.join(line.id)) { html in html.code { $0.text("\(line.first) · \(line.second)") } }
                        } else {
                            html.code { $0.text(line.first) }
                        }
                        html.br()
                        html.bdi { $0.text(line.firstKeeper) }
                    },
                    ListColumn(.olderFile) { line, html in
                        html.code { $0.text(line.second) }
                        html.br()
                        html.bdi { $0.text(line.secondKeeper) }
                    },
                    ListColumn(.likeness, isNumeric: true) { line, html in html.number(line.score) },
                    ListColumn(.matchReasons) { line, html in html.reasons(line.reasons) },
                    ListColumn(.foundOn) { line, html in html.moment(line.foundAt) },
                    ListColumn(.state) { line, html in html.say(line.isSettled ? .matchSettled : .matchOpen) },
                ]
            )
        )
    }
}
