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
            guard let parts = reading.read(JoinPage.parts), let law = reading.read(page.law), reading.isSound else {
                return .page(try await JoinPage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await joins.share(page.id, Set(parts), law: law, by: visit.signedIn())
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

/// Two files side by side.
struct JoinPage: Page {
    static let purpose = TextField("purpose", .purpose, why: .purposeWhy, length: 3...500)
    static let kept = ChoiceField(
        "kept", .whichIsKept,
        choices: [Choice("first", key: "first", label: .firstFile), Choice("second", key: "second", label: .secondFile)])
    static let parts = ChoicesField(
        "parts", .partsToShare, choices: CasePart.allCases.map { Choice($0, key: $0.rawValue, label: $0.word) })

    struct Side: Sendable {
        let summary: CaseSummary
        let keeper: String
        let sex: Word
        let age: Word
        let citizenship: Word?
        let identity: Shown<PersonIdentity>?
    }

    let id: ID<PersonMatch>
    let sides: [Side]
    let score: Int
    let isSettled: Bool
    let law: ChoiceField<String>
    let profile: CountryProfile
    let filled: Filled

    static func read(_ visit: Visit, _ room: ProtectionRoom, filled: Filled, purpose: Purpose? = nil) async throws -> JoinPage {
        let (id, actor) = (try visit.id("id", of: PersonMatch.self), try visit.signedIn())
        guard let match = try await room.database.read({ tx in try FileJoins.match(id, in: tx) }) else { throw notThere(.joinFiles, actor) }
        let files = [match.first, match.second]
        var keys: [ID<CaseFile>: HolderKey<Person>] = [:]
        if purpose != nil { for file in files { keys[file] = try await Entries(room).key(for: file) } }
        let opened = keys
        return try await room.gate.look(for: actor) { tx, looking in
            var sides: [Side] = []
            for file in files {
                let _: Permit<CaseFile> = try looking.permit(.joinFiles, on: file, detail: "compared")
                guard let summary = try CaseSummary.find(file, in: tx) else { throw notThere(.joinFiles, actor) }
                var identity: Shown<PersonIdentity>?
                if let purpose, let key = opened[file] {
                    let permit: Permit<Person> = try looking.permit(
                        .joinFiles, on: summary.person, purpose: purpose, detail: "identity compared")
                    identity = try People(room).opened(summary.person, with: key, under: permit, in: tx)
                }
                let coded = try tx.row(
                    """
                    SELECT p.sex, p.age_band, p.citizenship, o.name FROM person p, organisation o
                    WHERE p.id = \(summary.person) AND o.id = \(summary.organisation)
                    """
                ) { ($0.text(0), $0.text(1), $0.optionalText(2), $0.text(3)) }
                sides.append(
                    Side(
                        summary: summary, keeper: coded?.3 ?? "", sex: room.codebook.lists[Sex.self].word(coded?.0 ?? "unknown"),
                        age: room.codebook.lists[AgeBand.self].word(coded?.1 ?? "unknown"),
                        citizenship: coded?.2.flatMap { room.countries.country(alpha3: $0)?.name }, identity: identity))
            }
            return JoinPage(
                id: id, sides: sides, score: try tx.count("SELECT score FROM person_match WHERE id = \(id)"), isSettled: match.isSettled,
                law: ChoiceField(
                    "law", .transferGround, choices: room.profile.disclosureOverrides.map { Choice($0.code, key: $0.code, label: $0.text) },
                    as: .list),
                profile: room.profile, filled: filled)
        }
    }

    var title: Word { .samePerson }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.joins, StewardshipAddress.joins)] }

    func body(_ html: inout Markup) {
        html.p { html in
            html.say(.score)
            html.text(": ")
            html.number(score)
        }
        for (index, side) in sides.enumerated() {
            html.section(.class("panel")) { html in
                html.h2(index == 0 ? .firstFile : .secondFile)
                html.dl(.class("facts")) { html in
                    html.line(.caseCode) { html in html.code { $0.text(side.summary.code) } }
                    html.line(.keeper) { html in html.bdi { $0.text(side.keeper) } }
                    html.line(.sex, side.sex)
                    html.line(.ageBand, side.age)
                    if let word = side.citizenship { html.line(.citizenship, word) }
                    html.line(.setting, side.summary.setting.word)
                    html.line(.path, side.summary.path.word)
                    html.line(.stage, profile.decisionNames[side.summary.stage.rawValue] ?? .stage)
                    html.line(.openedOn) { $0.moment(side.summary.openedAt) }
                    if let identity = side.identity?.value {
                        html.line(.names) { html in html.bdi { $0.text(identity.names.joined(separator: " · ")) } }
                        html.line(.aliases) { html in html.bdi { $0.text(identity.aliases.joined(separator: " · ")) } }
                        if let birth = identity.birth { html.line(.birth) { $0.text(birth) } }
                    }
                }
            }
        }
        guard !isSettled else { return html.p(.matchIsSettled) }
        html.problems(filled)
        if sides.allSatisfy({ $0.identity == nil }) {
            form(.openBoth, "identities", &html) { $0.field(Self.purpose, filled) }
        }
        html.p(.joiningLead, .class("note"))
        form(.joinThem, "joining", &html) { $0.field(Self.kept, filled) }
        form(.shareBetween, "share", &html) { html in
            html.field(Self.parts, filled)
            html.field(law, filled)
        }
        form(.notTheSame, "difference", &html) { _ in }
    }

    private func form(_ word: Word, _ noun: String, _ html: inout Markup, _ content: (inout Markup) -> Void) {
        html.form(post: StewardshipAddress.joinPart(id, noun)) { html in
            content(&html)
            html.submit(word)
        }
    }
}

extension CaseEvent.Kind {
    static let joined = CaseEvent.Kind(
        "file.joined", Word(work: "Joined with another file of the same person", fr: "Réuni avec un autre dossier de la même personne"))
    static let parted = CaseEvent.Kind("file.parted", Word(work: "Parted from another file", fr: "Séparé d’un autre dossier"))
}

extension CaseMatter {
    static let joined = CaseMatter(
        "file.joined",
        Word(
            work: "The authority joined a file of yours with another of the same person.",
            fr: "L’autorité a réuni un de vos dossiers avec un autre de la même personne."))
}

extension Word {
    static let joins = Word(work: "The same person?", fr: "La même personne ?")
    static let samePerson = Word(work: "The same person?", fr: "La même personne ?")
    static let joinsWillStandHere = Word(
        work: "Files of two organisations that may be of one person will stand here. They are found after a referral is sent.",
        fr:
            "Les dossiers de deux organisations qui concernent peut-être une même personne apparaîtront ici. Ils sont trouvés après l’envoi d’un signalement."
    )
    static let score = Word(work: "Likeness of 100", fr: "Ressemblance sur 100")
    static let foundAt = Word(work: "Found", fr: "Trouvé le")
    static let joinedFiles = Word(work: "Joined files", fr: "Dossiers réunis")
    static let partFiles = Word(work: "Part them again", fr: "Les séparer")
    static let firstFile = Word(work: "First file", fr: "Premier dossier")
    static let secondFile = Word(work: "Second file", fr: "Second dossier")
    static let whichIsKept = Word(work: "Which one the other points to", fr: "Vers lequel l’autre renvoie")
    static let matchIsSettled = Word(work: "This match is settled.", fr: "Ce rapprochement est réglé.")
    static let openBoth = Word(work: "Open who they are", fr: "Ouvrir les deux identités")
    static let joiningLead = Word(
        work:
            "Joined files point to each other for those who see both. Nothing is moved, so they can be parted again exactly as they were. Joining shares nothing between the keepers: for that, name the law.",
        fr:
            "Des dossiers réunis renvoient l’un à l’autre pour ceux qui voient les deux. Rien n’est déplacé : ils peuvent être séparés exactement comme avant. Réunir ne partage rien entre les organisations : pour cela, nommez la loi."
    )
    static let joinThem = Word(work: "One person: join the files", fr: "Une seule personne : réunir les dossiers")
    static let shareBetween = Word(
        work: "One person: let each keeper see parts of the other’s file",
        fr: "Une seule personne : chacun voit des parties du dossier de l’autre")
    static let partsToShare = Word(work: "Which parts", fr: "Quelles parties")
    static let notTheSame = Word(work: "Two different people", fr: "Deux personnes différentes")
    static let joinedTo = Word(work: "Joined to", fr: "Réuni à")
    static let joinedHere = Word(work: "Joined to this file", fr: "Réunis à ce dossier")
}
