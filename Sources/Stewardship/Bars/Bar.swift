package import Access
package import Basics
import Protection
import Store
import Vocabulary
import Web

/// That an account or an organisation must not see a file. Whoever is barred never learns of it.
package enum Bar {
    package enum AskedBy: String, CaseIterable, Sendable, Hashable, SQLBindable { case person, authority }

    package enum Whom: Sendable, Hashable {
        case organisation(ID<Organisation>)
        /// By the name under which they sign in.
        case account(String)
    }
}

/// Adds and lifts bars.
package struct Bars: Sendable {
    let room: ProtectionRoom

    func add(_ whom: Bar.Whom, to file: ID<CaseFile>, askedBy: Bar.AskedBy, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        try await room.gate.change(.barPeople, on: file, for: actor, detail: "bar: \(askedBy.rawValue)") { tx, permit in
            guard let summary = try CaseSummary.find(file, in: tx) else { throw notThere(.barPeople, actor) }
            let (account, organisation) = try resolve(whom, in: tx)
            if let organisation, organisation == summary.organisation { throw StewardshipRefused.barsKeeper }
            if account == actor.account { throw StewardshipRefused.barsYourself }
            let isBarred = try tx.exists(
                """
                SELECT 1 FROM case_bar WHERE case_id = \(file) AND lifted_at IS NULL
                    AND (account_id = \(account) OR organisation_id = \(organisation))
                """
            )
            guard !isBarred else { return }
            let id = ID<Bar>.new(at: now)
            try tx.run(
                """
                INSERT INTO case_bar (id, case_id, account_id, organisation_id, asked_by, barred_by, barred_at)
                VALUES (\(id), \(file), \(account), \(organisation), \(askedBy), \(actor.account), \(now))
                """
            )
            // Nobody works on a file that they can't see: it waits for somebody else.
            if let account {
                try tx.run("UPDATE case_file SET assigned_to = NULL, version = version + 1 WHERE id = \(file) AND assigned_to = \(account)")
                try tx.run("UPDATE case_file SET deputy = NULL, version = version + 1 WHERE id = \(file) AND deputy = \(account)")
                try Notice.takeBack(about: file.bytes, from: .account(account), in: tx)
            }
            if let organisation { try Notice.takeBack(about: file.bytes, from: .organisation(organisation), in: tx) }
            try CaseEvent.write(.barred, in: file, by: permit.actor, subject: id.bytes, detail: askedBy.rawValue, at: now, tx: tx)
        }
    }

    private func resolve(_ whom: Bar.Whom, in tx: any Transaction) throws -> (ID<Account>?, ID<Organisation>?) {
        switch whom {
        case .organisation(let id): return (nil, id)
        case .account(let name):
            let found = try tx.row("SELECT id FROM account WHERE sign_in_name = \(name.lowercased()) AND state <> 'erased'") {
                try $0.id(0, of: Account.self)
            }
            guard let found else { throw StewardshipRefused.nobodyNamed }
            return (found, nil)
        }
    }

    func lift(_ bar: ID<Bar>, from file: ID<CaseFile>, by actor: Actor) async throws {
        let now = room.gate.clock.now()
        try await room.gate.change(.barPeople, on: file, for: actor, detail: "bar lifted") { tx, permit in
            try tx.runOnOne("UPDATE case_bar SET lifted_at = \(now) WHERE id = \(bar) AND case_id = \(file) AND lifted_at IS NULL")
            try CaseEvent.write(.barLifted, in: file, by: permit.actor, subject: bar.bytes, at: now, tx: tx)
        }
    }
}

extension Routes {
    //  GET   /work/cases/{id}/bars               who must not see the file, and a form   barPeople
    //  POST  /work/cases/{id}/bars               bar somebody                            barPeople
    //  POST  /work/cases/{id}/bars/{bar}/end     lift it                                 barPeople
    mutating func addBars(_ room: ProtectionRoom) {
        let bars = Bars(room: room)

        get("/work/cases/{id}/bars", needs: .deed(.barPeople)) { visit in
            .page(try await BarsPage.read(visit, room, filled: Filled()))
        }

        post("/work/cases/{id}/bars", needs: .deed(.barPeople)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            let page = try await BarsPage.read(visit, room, filled: Filled())
            var reading = FormReading(visit.form)
            let (organisation, name) = (reading.read(page.organisation), reading.read(BarsPage.account))
            let askedBy = reading.read(BarsPage.askedBy)
            let whom: Bar.Whom? = name.map { .account($0) } ?? organisation.map { .organisation($0) }
            if reading.isSound, whom == nil { reading.refuse(because: StewardshipRefused.nobodyNamed) }
            if reading.isSound, let whom, let askedBy {
                do {
                    try await bars.add(whom, to: id, askedBy: askedBy, by: visit.signedIn())
                    return .see(StewardshipAddress.bars(id))
                } catch let refused as StewardshipRefused {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await BarsPage.read(visit, room, filled: reading.filled), status: .unprocessable)
        }

        post("/work/cases/{id}/bars/{bar}/end", needs: .deed(.barPeople)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            try await bars.lift(visit.id("bar"), from: id, by: visit.signedIn())
            return .see(StewardshipAddress.bars(id))
        }
    }
}

/// Who must not see a file.
struct BarsPage: PageOfFile {
    static let account = TextField("account", .barAccount, why: .barAccountWhy, isRequired: false, length: 3...60, purpose: .plain)
    static let askedBy = ChoiceField("asked-by", .barAskedBy, Bar.AskedBy.allCases) { $0.word }

    let summary: CaseSummary
    let organisation: ChoiceField<ID<Organisation>>
    let bars: [(id: ID<Bar>, name: String, isOrganisation: Bool, askedBy: Bar.AskedBy, since: Instant)]
    let filled: Filled

    static func read(_ visit: Visit, _ room: ProtectionRoom, filled: Filled) async throws -> BarsPage {
        // Who is kept from a file is for those who may keep somebody from it: others could tell them.
        try await room.look(at: visit.id("id"), as: .barPeople, for: visit.signedIn()) { tx, summary in
            BarsPage(
                summary: summary,
                organisation: try organisationField(
                    "organisation", .barOrganisation, except: summary.organisation, isRequired: false, in: tx),
                bars: try tx.rows(
                    """
                    SELECT b.id, COALESCE(a.display_name, o.name), b.organisation_id, b.asked_by, b.barred_at FROM case_bar b
                    LEFT JOIN account a ON a.id = b.account_id LEFT JOIN organisation o ON o.id = b.organisation_id
                    WHERE b.case_id = \(summary.id) AND b.lifted_at IS NULL ORDER BY b.barred_at
                    """
                ) { row in
                    (
                        id: try row.id(0, of: Bar.self), name: row.text(1), isOrganisation: !row.isNull(2),
                        askedBy: try row.choice(3, as: Bar.AskedBy.self), since: row.instant(4)
                    )
                },
                filled: filled
            )
        }
    }

    var title: Word { .bars }

    func body(_ html: inout Markup) {
        html.p(.barsLead)
        if bars.isEmpty { html.p(.barsWillStandHere, .class("empty")) }
        html.ul { html in
            for bar in bars {
                html.li { html in
                    html.bdi { $0.text(bar.name) }
                    html.text(" · ")
                    html.say(bar.isOrganisation ? .wholeOrganisation : .onePerson)
                    html.text(" · ")
                    html.say(bar.askedBy.word)
                    html.text(" · ")
                    html.moment(bar.since)
                    html.form(post: StewardshipAddress.barEnd(summary.id, bar.id), .class("inline")) {
                        $0.submit(.liftBar, .class("quiet"))
                    }
                }
            }
        }
        html.problems(filled)
        html.form(post: StewardshipAddress.bars(summary.id)) { html in
            html.field(organisation, filled)
            html.field(Self.account, filled)
            html.field(Self.askedBy, filled)
            html.submit(.barThem)
        }
    }
}

/// A list of the organisations of the node to choose from.
func organisationField(
    _ name: String, _ label: Word, why: Word? = nil, except: ID<Organisation>?, isRequired: Bool = true, in tx: any Transaction
) throws -> ChoiceField<ID<Organisation>> {
    let all = try tx.rows("SELECT id, name FROM organisation WHERE closed_at IS NULL ORDER BY name LIMIT 2000") {
        (try $0.id(0, of: Organisation.self), $0.text(1))
    }
    return ChoiceField(
        name, label, why: why, isRequired: isRequired,
        choices: all.filter { $0.0 != except }.map { Choice($0.0, key: "\($0.0)", label: .data($0.1)) }, as: .list
    )
}

extension Bar.AskedBy {
    var word: Word {
        switch self {
        case .person: Word(work: "The person asked for it", fr: "La personne l’a demandé")
        case .authority: Word(work: "The authority ordered it", fr: "L’autorité l’a ordonné")
        }
    }
}

extension CaseEvent.Kind {
    static let barred = CaseEvent.Kind(
        "bar.added", Word(work: "Somebody barred from the file", fr: "Accès interdit à quelqu’un"), deed: .barPeople
    ) {
        code, _ in
        Bar.AskedBy(rawValue: code)?.word
    }
    static let barLifted = CaseEvent.Kind("bar.lifted", Word(work: "A bar lifted", fr: "Interdiction levée"), deed: .barPeople)
}

extension Word {
    static let bars = Word(work: "Who must not see this file", fr: "Qui ne doit pas voir ce dossier")
    static let barsLead = Word(
        work: "Whoever is barred does not find the file, is told of nothing in it, and never learns that they are barred.",
        fr: "Qui est exclu ne trouve pas le dossier, n’est informé de rien et n’apprend jamais qu’il est exclu.")
    static let barsWillStandHere = Word(
        work: "Nobody is barred. Choose an organisation or write the sign-in name of a person.",
        fr: "Personne n’est exclu. Choisissez une organisation ou écrivez l’identifiant d’une personne.")
    static let barOrganisation = Word(work: "Whole organisation", fr: "Toute une organisation")
    static let wholeOrganisation = Word(work: "whole organisation", fr: "toute l’organisation")
    static let onePerson = Word(work: "one person", fr: "une personne")
    static let barAccount = Word(work: "Or one person, by sign-in name", fr: "Ou une personne, par son identifiant")
    static let barAccountWhy = Word(
        work: "If both are filled in, the person alone is barred.", fr: "Si les deux sont remplis, seule la personne est exclue.")
    static let barAskedBy = Word(work: "Who asked for it", fr: "Qui l’a demandé")
    static let barThem = Word(work: "Keep the file from them", fr: "Leur interdire le dossier")
    static let liftBar = Word(work: "Lift", fr: "Lever")
}
