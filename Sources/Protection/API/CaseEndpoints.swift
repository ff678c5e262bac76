import Access
import Basics
import Store
import Vocabulary
import Web

extension Endpoint {
    /// Case files for programs: what their pages show, through the same gate, to the owner of a token.
    static func cases(_ room: ProtectionRoom) -> [Endpoint] { [list(room), one(room), events(room)] }

    /// The id of a case file in a path.
    static let caseParameter = Parameter.path("id", .caseID, "The id of a case file.")

    private static func list(_ room: ProtectionRoom) -> Endpoint {
        let shape = room.queueShape(in: .en)
        let filters = shape.filters.map { filter in
            Parameter.query(filter.name, .choice(filter.choices.map(\.key)), filter.label.en + ".")
        }
        return Endpoint(
            verb: .get, path: "/api/v1/cases", operation: "listCases",
            summary: "Case files, what is due first on top: the work queue, 50 at a time. Open ones unless asked otherwise. No names.",
            parameters: filters + [
                .query("q", .text(length: 200), "A code, or a part of a label."),
                .query("after", .text(length: 2_000), "The `next` of the answer before."),
            ],
            answer: .object(["cases": .list(of: .caseLine), "next": Schema.text.orNull]), refusals: [.invalid], deed: .readCase
        ) { visit in
            let actor = try visit.signedIn()
            for filter in shape.filters {
                guard let key = visit.query.filled(filter.name), !filter.choices.contains(where: { $0.key == key }) else { continue }
                throw FieldsRefused.choice(filter.name, filter.choices.map(\.key))
            }
            let asked = ListRequest(visit.query, shape)
            let narrowing = CaseQueuePage.narrowing(asked, today: room.day(of: visit.now))
            let after = asked.after.flatMap { place -> (due: String, id: ID<CaseFile>)? in
                guard place.values.count == 2, let id = ID<CaseFile>(place.values[1]) else { return nil }
                return (place.values[0], id)
            }
            let lines = try await room.database.read { tx in
                try CaseQueue.lines(narrowing, after: after, limit: ListRequest.fetchCount, for: actor, in: tx)
            }
            let slice = ListSlice(fetched: lines) { [$0.summary.nextDue?.iso ?? CaseSummary.nothingDue, "\($0.summary.id)"] }
            return .json(["cases": .list(slice.rows.map(JSONValue.caseLine)), "next": JSONValue(slice.next?.encoded)])
        }
    }

    private static func one(_ room: ProtectionRoom) -> Endpoint {
        let parts = Schema.list(of: .choice(CasePart.allCases.map(\.rawValue)))
        return Endpoint(
            verb: .get, path: "/api/v1/cases/{id}", operation: "getCase",
            summary: "One case file: its summary, the parts that are shown and may be written, its clocks, how many entries of each kind.",
            parameters: [caseParameter],
            answer: .object(
                [
                    "case": .caseSummary, "person": .casePerson, "parts": parts, "writable": parts, "clocks": .list(of: .caseClock),
                    "entries": .dictionary(of: .integer),
                ], optional: ["person"]
            ),
            refusals: [.notFound], deed: .readCase
        ) { visit in
            let now = visit.now
            let answer = try await CaseFiles(room).look(at: visit.id("id"), for: visit.signedIn()) { tx, view in
                try JSONValue.file(view, room, at: now, in: tx)
            }
            return .json(answer)
        }
    }

    private static func events(_ room: ProtectionRoom) -> Endpoint {
        Endpoint(
            verb: .get, path: "/api/v1/cases/{id}/events", operation: "listCaseEvents",
            summary: "What happened in a case file, the newest 1,000 first: coded, and only of parts that are shown.",
            parameters: [caseParameter],
            answer: .object([
                "events": .list(
                    of: .object(["at": .text, "kind": .text, "label": .text, "detail": Schema.text.orNull, "by": Schema.text.orNull]))
            ]),
            refusals: [.notFound], deed: .readCase
        ) { visit in
            let lines = try await CaseFiles(room).look(at: visit.id("id"), for: visit.signedIn()) { tx, view in
                try TimelineLine.newest(of: view, room, limit: 1_000, in: tx)
            }
            let events = lines.map { line -> JSONValue in
                [
                    "at": .text(line.at.iso), "kind": .text(line.code), "label": .text(line.word.en),
                    "detail": JSONValue(line.detailCode), "by": JSONValue(line.by),
                ]
            }
            return .json(["events": .list(events)])
        }
    }
}

extension JSONValue {
    fileprivate static func summary(_ file: CaseSummary) -> [Member] {
        [
            Member(name: "id", value: .text("\(file.id)")), Member(name: "code", value: .text(file.code)),
            Member(name: "label", value: .text(file.label)), Member(name: "stage", value: .text(file.stage.rawValue)),
            Member(name: "path", value: .text(file.path.rawValue)), Member(name: "setting", value: .text(file.setting.rawValue)),
            Member(name: "is_urgent", value: .bool(file.isUrgent)), Member(name: "opened_at", value: .text(file.openedAt.iso)),
            Member(name: "stage_since", value: .text(file.stageSince.iso)), Member(name: "next_due", value: JSONValue(file.nextDue?.iso)),
            Member(name: "closed_at", value: JSONValue(file.closedAt?.iso)),
            Member(name: "closure_reason", value: JSONValue(file.closureReason)), Member(name: "version", value: .integer(file.version)),
        ]
    }

    fileprivate static func caseLine(_ line: CaseQueue.Line) -> JSONValue {
        .members(
            summary(line.summary) + [
                Member(name: "sex", value: .text(line.sex)), Member(name: "age_band", value: .text(line.ageBand)),
                Member(name: "worker", value: JSONValue(line.workerName)), Member(name: "keeper", value: .text(line.organisationName)),
            ])
    }

    /// A part that is not shown is not read, so it can't be in the answer.
    fileprivate static func file(_ view: CaseView, _ room: ProtectionRoom, at now: Instant, in tx: any Transaction) throws -> JSONValue {
        let file = view.summary
        let person = try tx.row("SELECT sex, age_band, citizenship, language, interpreter FROM person WHERE id = \(file.person)") { row in
            JSONValue.members([
                Member(name: "sex", value: .text(row.text(0))), Member(name: "age_band", value: .text(row.text(1))),
                Member(name: "citizenship", value: JSONValue(row.optionalText(2))),
                Member(name: "language", value: JSONValue(row.optionalText(3))), Member(name: "interpreter", value: .text(row.text(4))),
            ])
        }
        let clocks = try CaseClock.running(in: file.id, tx: tx).compactMap { clock -> JSONValue? in
            guard let kind = room.clockKind(clock.kind), view.shows(kind.part) else { return nil }
            return [
                "kind": .text(clock.kind), "label": .text(kind.name.en), "due": .text(clock.due.iso), "due_at": .text(clock.dueAt.iso),
                "is_period": .bool(kind.isPeriod), "is_late": .bool(clock.isLate(at: now) && !kind.isPeriod),
            ]
        }
        let kinds = room.branches.flatMap(\.entries).filter { $0.isOffered(view.profile) && view.shows($0.part) }
        let counts = try Entries(room).counts(kinds, in: view, tx: tx)
        var members = [Member(name: "case", value: .members(summary(file)))]
        if view.shows(.summary), let person { members.append(Member(name: "person", value: person)) }
        return .members(
            members + [
                Member(name: "parts", value: codes(view.parts)),
                Member(name: "writable", value: codes(Set(view.writable.filter { view.mayWrite($0) }))),
                Member(name: "clocks", value: .list(clocks)),
                Member(name: "entries", value: .members(kinds.map { Member(name: $0.code, value: .integer(counts[$0.code] ?? 0)) })),
            ])
    }

    private static func codes(_ parts: Set<CasePart>) -> JSONValue {
        .list(CasePart.allCases.filter(parts.contains).map { .text($0.rawValue) })
    }
}

extension Schema {
    static let caseID = Schema.text(matching: "[0-9a-fA-F-]{36}", length: 36)

    static let caseSummary = Schema.object(
        [
            "id": .text, "code": .text, "label": .text, "stage": .choice(IdentificationStage.allCases.map(\.rawValue)),
            "path": .choice(ProtectionPath.allCases.map(\.rawValue)), "setting": .choice(Setting.allCases.map(\.rawValue)),
            "is_urgent": .flag, "opened_at": .text, "stage_since": .text, "next_due": Schema.text.orNull, "closed_at": Schema.text.orNull,
            "closure_reason": Schema.text.orNull, "version": .integer,
        ]
    )
    fileprivate static let caseLine = Schema.object(
        [
            "id": .text, "code": .text, "label": .text, "stage": .choice(IdentificationStage.allCases.map(\.rawValue)),
            "path": .choice(ProtectionPath.allCases.map(\.rawValue)), "setting": .choice(Setting.allCases.map(\.rawValue)),
            "is_urgent": .flag, "opened_at": .text, "stage_since": .text, "next_due": Schema.text.orNull, "closed_at": Schema.text.orNull,
            "closure_reason": Schema.text.orNull, "version": .integer, "sex": .text, "age_band": .text, "worker": Schema.text.orNull,
            "keeper": .text,
        ]
    )
    fileprivate static let casePerson = Schema.object(
        [
            "sex": .text, "age_band": .text, "citizenship": Schema.text.orNull, "language": Schema.text.orNull, "interpreter": .text,
        ]
    )
    fileprivate static let caseClock = Schema.object(
        ["kind": .text, "label": .text, "due": .text, "due_at": .text, "is_period": .flag, "is_late": .flag]
    )
}
