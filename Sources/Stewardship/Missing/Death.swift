import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// That the person of a file died.
package enum Death {
    package enum Cause: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case illness, violence, accident, suicide, unknown
    }

    package enum Told: String, CaseIterable, Sendable, Hashable, SQLBindable { case family, police, authority, embassy, prosecutor }

    static func isRecorded(in file: ID<CaseFile>, tx: any Transaction) throws -> Bool {
        try tx.exists("SELECT 1 FROM death WHERE case_id = \(file)")
    }
}

/// Records deaths. Clocks that make no sense any more stop; what heirs may claim goes on.
package struct Deaths: Sendable {
    let room: ProtectionRoom

    func record(
        _ cause: Death.Cause, on date: PartialDate?, told: [Death.Told], note: String?, in file: ID<CaseFile>, by actor: Actor
    ) async throws {
        let (now, room) = (room.gate.clock.now(), room)
        let key = try await Entries(room).key(for: file)
        try await room.gate.change(.closeCases, on: file, for: actor, detail: "death") { tx, permit in
            guard let summary = try CaseSummary.find(file, in: tx), summary.isOpen else { throw CaseRefused.closed }
            guard try !Death.isRecorded(in: file, tx: tx) else { throw StewardshipRefused.diedAlready }
            let id = ID<Death>.new(at: now)
            let sealed = try SealedNote.seal(note, "death", id, "note", with: key)
            try tx.run(
                """
                INSERT INTO death (id, case_id, died_on, cause, told, note, recorded_by, recorded_at)
                VALUES (\(id), \(file), \(date), \(cause), \(told.map(\.rawValue).joined(separator: " ")), \(sealed), \(actor.account), \(now))
                """
            )
            // The legal part goes on: heirs may claim what the person was owed.
            for clock in try CaseClock.running(in: file, tx: tx) {
                guard let kind = room.clockKind(clock.kind), kind.part != .legal else { continue }
                try tx.run("UPDATE case_clock SET stopped_at = \(now), outcome = 'cancelled' WHERE id = \(clock.id) AND stopped_at IS NULL")
            }
            try CaseClock.refresh(file, in: tx)
            try tx.run(
                """
                UPDATE missing_report SET state = 'ended', ended_by = \(actor.account), ended_at = \(now), escalate_at = NULL
                WHERE case_id = \(file) AND state = 'missing'
                """
            )
            try CaseEvent.write(.died, in: file, by: permit.actor, subject: id.bytes, detail: cause.rawValue, at: now, tx: tx)
            try CaseMatter.tell(CaseMatter.died.code, worker: summary.assignedTo, of: summary.organisation, about: file, at: now, in: tx)
        }
    }
}

extension Routes {
    //  GET   /work/cases/{id}/death     what is recorded, or the form   closeCases
    //  POST  /work/cases/{id}/death     record it                       closeCases
    mutating func addDeath(_ room: ProtectionRoom) {
        let deaths = Deaths(room: room)

        get("/work/cases/{id}/death", needs: .deed(.closeCases)) { visit in .page(try await DeathPage.read(visit, room, filled: Filled())) }

        post("/work/cases/{id}/death", needs: .deed(.closeCases)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            var reading = FormReading(visit.form)
            let (date, cause) = (reading.read(DeathPage.date), reading.read(DeathPage.cause))
            let (told, note) = (reading.read(DeathPage.told) ?? [], reading.read(DeathPage.note))
            guard reading.isSound, let cause else {
                return .page(try await DeathPage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await deaths.record(cause, on: date, told: told, note: note, in: id, by: visit.signedIn())
            return .see(StewardshipAddress.closure(id))
        }
    }
}

/// Records that a person died.
struct DeathPage: PageOfFile {
    static let date = PartialDateField("date", .diedOn, isRequired: false, .untilToday)
    static let cause = ChoiceField("cause", .deathCause, Death.Cause.allCases) { $0.word }
    static let told = ChoicesField(
        "told", .deathTold, isRequired: false, choices: Death.Told.allCases.map { Choice($0, key: $0.rawValue, label: $0.word) })
    static let note = LongTextField("note", .inWords, why: .sealedNoteWhy, isRequired: false, length: 1...4_000, rows: 4)

    let summary: CaseSummary
    let recorded: (cause: Death.Cause, on: String?, told: [Death.Told], note: String?)?
    let filled: Filled

    static func read(_ visit: Visit, _ room: ProtectionRoom, filled: Filled) async throws -> DeathPage {
        try await room.look(at: visit.id("id"), as: .closeCases, for: visit.signedIn(), opening: .care) { tx, view, notes in
            let recorded = try tx.row("SELECT id, cause, died_on, told, note FROM death WHERE case_id = \(view.summary.id)") { row in
                let id = try row.id(0, of: Death.self)
                return (
                    cause: try row.choice(1, as: Death.Cause.self), on: row.optionalText(2),
                    told: row.text(3).split(separator: " ").compactMap { Death.Told(rawValue: String($0)) },
                    note: try notes.text(row.note(4), "death", id, "note")
                )
            }
            return DeathPage(summary: view.summary, recorded: recorded, filled: filled)
        }
    }

    var title: Word { .death }

    func body(_ html: inout Markup) {
        if let recorded {
            html.dl(.class("facts")) { html in
                html.line(.deathCause, recorded.cause.word)
                if let date = recorded.on.flatMap({ PartialDate(iso: $0) }) { html.line(.diedOn) { $0.date(date) } }
                html.line(.deathTold) { html in
                    for one in recorded.told {
                        html.say(one.word)
                        html.br()
                    }
                }
            }
            html.typed(recorded.note)
            html.p { $0.a(to: StewardshipAddress.closure(summary.id), .closeFile) }
            return
        }
        html.p(.deathLead, .class("note"))
        html.problems(filled)
        html.form(post: StewardshipAddress.death(summary.id)) { html in
            html.field(Self.date, filled)
            html.field(Self.cause, filled)
            html.field(Self.told, filled)
            html.field(Self.note, filled)
            html.submit(.recordDeath)
        }
    }
}

extension Death.Cause {
    var word: Word {
        switch self {
        case .illness: Word(work: "Illness", fr: "Maladie")
        case .violence: Word(work: "Violence", fr: "Violence")
        case .accident: Word(work: "Accident", fr: "Accident")
        case .suicide: Word(work: "Suicide", fr: "Suicide")
        case .unknown: Word(work: "Not known", fr: "Inconnu")
        }
    }
}

extension Death.Told {
    var word: Word {
        switch self {
        case .family: Word(work: "Family", fr: "Famille")
        case .police: Word(work: "Police", fr: "Police")
        case .authority: Word(work: "Identifying authority", fr: "Autorité d’identification")
        case .embassy: Word(work: "Embassy", fr: "Ambassade")
        case .prosecutor: Word(work: "Prosecutor", fr: "Parquet")
        }
    }
}

extension CaseEvent.Kind {
    static let died = CaseEvent.Kind("person.died", Word(work: "The person died", fr: "La personne est décédée")) { code, _ in
        Death.Cause(rawValue: code)?.word
    }
}

extension CaseMatter {
    static let died = CaseMatter("person.died", Word(work: "The person of a file died.", fr: "La personne d’un dossier est décédée."))
}

extension Word {
    static let death = Word(work: "Death of the person", fr: "Décès de la personne")
    static let diedOn = Word(work: "Day of death, as far as known", fr: "Jour du décès, autant qu’on le sache")
    static let deathCause = Word(work: "Cause", fr: "Cause")
    static let deathTold = Word(work: "Who was told", fr: "Qui a été prévenu")
    static let recordDeath = Word(work: "Record the death", fr: "Consigner le décès")
    static let deathLead = Word(
        work:
            "Clocks of care and services stop. Claims and proceedings go on, for heirs may claim what the person was owed. The file is closed by the next step.",
        fr:
            "Les délais de prise en charge et de services s’arrêtent. Demandes et procédures continuent : les héritiers peuvent réclamer ce qui était dû. Le dossier est clos à l’étape suivante."
    )
}
