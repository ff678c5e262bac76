import Access
import Basics
import Store
import Vocabulary
package import Web

extension Endpoint {
    /// The coded, repeatable entries of a case file for programs. Every kind that a room declares is read and written alike.
    static func entries(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = EntryProgramDesk(room: room)
        let kinds = room.branches.flatMap(\.entries).map(\.code).sorted()
        let kind = Parameter.path("kind", .choice(kinds), "The kind of entry.")
        let entry = Parameter.path("entry", .caseID, "The id of the entry.")
        let written = Schema.object(["id": .text, "version": .integer])
        let path = "/api/v1/cases/{id}/entries/{kind}"
        return [
            Endpoint(
                verb: .get, path: path, operation: "listEntries",
                summary: "The entries of a kind, newest first, and the fields that they have. Sealed texts are opened on record.",
                parameters: [caseParameter, kind],
                answer: .object(["kind": .text, "part": .text, "fields": .list(of: .entryField), "entries": .list(of: .entry)]),
                refusals: [.notFound], deed: .readCase
            ) { visit in .json(try await desk.list(visit)) },
            Endpoint(
                verb: .post, path: path, operation: "addEntry", summary: "Adds an entry.", parameters: [caseParameter, kind],
                body: .object(["values": .entryValues]), answer: written,
                refusals: [.malformed, .notFound, .conflict, .tooLarge, .wrongMedia, .invalid], deed: .readCase
            ) { visit in .json(try await desk.write(visit, replacing: nil)) },
            Endpoint(
                verb: .post, path: path + "/{entry}", operation: "correctEntry",
                summary: "Corrects an entry: a new version with all its values, made from the version that was read. Older ones stay.",
                parameters: [caseParameter, kind, entry], body: .object(["version": .integer, "values": .entryValues]), answer: written,
                refusals: [.malformed, .notFound, .conflict, .tooLarge, .wrongMedia, .invalid], deed: .readCase
            ) { visit in .json(try await desk.write(visit, replacing: visit.id("entry"))) },
            Endpoint(
                verb: .post, path: path + "/{entry}/withdrawal", operation: "withdrawEntry",
                summary: "Takes an entry that was made by mistake out of the lists; its history stays.",
                parameters: [caseParameter, kind, entry], body: .object(["version": .integer]), answer: written,
                refusals: [.malformed, .notFound, .conflict, .tooLarge, .wrongMedia, .invalid], deed: .readCase
            ) { visit in .json(try await desk.withdraw(visit)) },
        ]
    }
}

/// Reads and writes entries for programs, by the same rules as the pages do.
private struct EntryProgramDesk: Sendable {
    let room: ProtectionRoom

    private var pages: EntryDesk { EntryDesk(room: room) }

    func list(_ visit: Visit) async throws -> JSONValue {
        let (room, kind) = (room, try pages.kind(visit))
        let file = try visit.id("id", of: CaseFile.self)
        let key = try await Entries(room).key(for: file)
        return try await room.gate.look(for: visit.signedIn()) { tx, looking in
            let view = try CaseFiles(room).view(file, in: tx, &looking)
            guard view.shows(kind.part) else { throw EntryRefused.unknownKind }
            let fields = try EntryDesk.asked(kind, room, view, &looking, tx).filter { !view.hidden.hides($0, of: kind) }
            let all = try Entries(room).all(kind, in: view, with: key, &looking, tx: tx)
            return [
                "kind": .text(kind.code), "part": .text(kind.part.rawValue), "fields": .list(fields.map(\.json)),
                "entries": .list(all.map { $0.json(fields) }),
            ]
        }
    }

    func write(_ visit: Visit, replacing entry: ID<CaseEntry>?) async throws -> JSONValue {
        let kind = try pages.kind(visit)
        let file = try visit.id("id", of: CaseFile.self)
        let fields = try await fields(kind, in: file, for: visit.signedIn())
        let document = try JSONValue(reading: visit.form.json)
        try document.checkNames(entry == nil ? ["values"] : ["version", "values"])
        guard case .members(let given)? = document["values"] else { throw FieldsRefused.kind("values") }
        let version = entry == nil ? 0 : try document.version
        var filled = Filled()
        for member in given {
            guard let field = fields.first(where: { $0.name == member.name }) else { throw FieldsRefused.unknown(member.name) }
            field.fill(&filled, with: try field.value(json: member.value))
        }
        var sent = filled.body
        sent.today = visit.form.today
        var reading = FormReading(sent)
        let values = try await pages.values(of: fields, in: file, &reading, for: visit.signedIn())
        guard reading.isSound else { throw FieldsRefused(reading.filled) }
        let written = try await Entries(room).write(
            values, as: kind, in: file, replacing: entry.map { ($0, version) }, by: visit.signedIn())
        return ["id": .text("\(written)"), "version": .integer(version + 1)]
    }

    func withdraw(_ visit: Visit) async throws -> JSONValue {
        let kind = try pages.kind(visit)
        let entry = try visit.id("entry", of: CaseEntry.self)
        let document = try JSONValue(reading: visit.form.json)
        try document.checkNames(["version"])
        let version = try document.version
        try await pages.withdraw(entry, version, kind, in: visit.id("id"), by: visit.signedIn())
        return ["id": .text("\(entry)"), "version": .integer(version + 1)]
    }

    /// The fields under the profile of the file. Whoever can't see the part gets the same answer as for one that is not there.
    private func fields(_ kind: EntryKind, in file: ID<CaseFile>, for actor: Actor) async throws -> [EntryField] {
        let room = room
        return try await room.gate.look(for: actor) { tx, looking in
            let view = try CaseFiles(room).view(file, in: tx, &looking)
            guard view.shows(kind.part) else { throw EntryRefused.unknownKind }
            return try EntryDesk.asked(kind, room, view, &looking, tx)
        }
    }
}

extension JSONValue {
    fileprivate var version: Int {
        get throws(FieldsRefused) {
            guard case .integer(let version)? = self["version"], version > 0, version < 1_000_000 else { throw .kind("version") }
            return version
        }
    }

    fileprivate func checkNames(_ names: [String]) throws(FieldsRefused) {
        guard case .members(let members) = self else { throw .kind("$") }
        for member in members where !names.contains(member.name) { throw .unknown(member.name) }
    }
}

extension EntryField {
    /// What a program gives for a field; what it means is read by the same rules as on the page.
    fileprivate func value(json: JSONValue) throws(FieldsRefused) -> EntryValue {
        switch (kind, json) {
        case (_, .null): return .none
        case (.code, .text(let text)), (.yesNoUnknown, .text(let text)), (.link, .text(let text)): return .code(text)
        case (.text, .text(let text)): return .text(text)
        case (.number, .integer(let number)), (.amount, .integer(let number)): return .number(number)
        case (.day, .text(let text)):
            guard Day(iso: text) != nil else { throw .kind(name) }
            return .date(text)
        case (.partialDate, .text(let text)):
            guard PartialDate(iso: text) != nil else { throw .kind(name) }
            return .date(text)
        case (.codes, .list(let items)):
            var codes: [String] = []
            for item in items {
                guard case .text(let code) = item else { throw .kind(name) }
                codes.append(code)
            }
            return .codes(codes)
        default: throw .kind(name)
        }
    }

    /// What a program must know of a field to fill it.
    fileprivate var json: JSONValue {
        let (type, options): (String, [Option]?) =
            switch kind {
            case .code(let options): ("code", options)
            case .codes(let options): ("codes", options)
            case .yesNoUnknown: ("code", Self.yesNoUnknown)
            case .number: ("number", nil)
            case .amount: ("minor_units", nil)
            case .day: ("day", nil)
            case .partialDate: ("partial_date", nil)
            case .text: ("text", nil)
            case .link: ("entry", nil)
            }
        return [
            "name": .text(name), "label": .text(label.en), "type": .text(type), "is_required": .bool(isRequired),
            "is_sealed": .bool(isSealed), "options": options.map { .list($0.map { .text($0.code) }) } ?? .null,
        ]
    }
}

extension CaseEntry {
    /// What it says in some of its fields, for programs.
    package func json(_ fields: [EntryField]) -> JSONValue {
        let shown = fields.compactMap { field -> JSONValue.Member? in
            values[field.name].map { JSONValue.Member(name: field.name, value: $0.json) }
        }
        return [
            "id": .text("\(entry)"), "version": .integer(version), "added_at": .text(addedAt.iso), "values": .members(shown),
        ]
    }
}

extension EntryValue {
    fileprivate var json: JSONValue {
        switch self {
        case .none: .null
        case .code(let text), .date(let text), .text(let text): .text(text)
        case .codes(let codes): .list(codes.map(JSONValue.text))
        case .number(let number): .integer(number)
        }
    }
}

extension Schema {
    private static let entryValue = Schema.any(of: [.text, .integer, .list(of: .text)]).orNull
    fileprivate static let entryValues = Schema.dictionary(of: entryValue).described(
        "By the name of the field; what is left out is empty. Dates as 2026-11-25, 2026-11 or 2026, amounts in minor units.")
    /// An entry of a case file.
    package static let entry = Schema.object([
        "id": .text, "version": .integer, "added_at": .text, "values": .dictionary(of: entryValue),
    ])
    fileprivate static let entryField = Schema.object([
        "name": .text, "label": .text, "type": .choice(["code", "codes", "number", "minor_units", "day", "partial_date", "text", "entry"]),
        "is_required": .flag, "is_sealed": .flag, "options": Schema.list(of: .text).orNull,
    ])
}
