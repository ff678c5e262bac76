import Access
import Basics
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/cases/{id}/entries/{kind}                        the entries of a kind, and a form   readCase
    //  POST  /work/cases/{id}/entries/{kind}                        add one                             readCase
    //  GET   /work/cases/{id}/entries/{kind}/{entry}                one with its history, to correct    readCase
    //  POST  /work/cases/{id}/entries/{kind}/{entry}                correct it                          readCase
    //  POST  /work/cases/{id}/entries/{kind}/{entry}/withdrawal     entered by mistake                  readCase
    // The deeds of the kind itself are asked for behind the route: which one it is depends on the kind.
    mutating func addEntries(_ room: ProtectionRoom) {
        let desk = EntryDesk(room: room)

        get("/work/cases/{id}/entries/{kind}", needs: .deed(.readCase)) { visit in
            .page(try await desk.list(visit, filled: nil))
        }

        post("/work/cases/{id}/entries/{kind}", needs: .deed(.readCase)) { visit in
            let (file, kind) = (try visit.id("id", of: CaseFile.self), try desk.kind(visit))
            var reading = FormReading(visit.form)
            let values = try await desk.read(kind, in: file, &reading, for: visit.signedIn())
            if reading.isSound {
                do {
                    try await Entries(room).write(values, as: kind, in: file, by: visit.signedIn())
                    return .see(CaseAddress.entries(file, kind.code))
                } catch let refused as any Refusal where refused.kind == .invalid {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await desk.list(visit, filled: reading.filled), status: .unprocessable)
        }

        get("/work/cases/{id}/entries/{kind}/{entry}", needs: .deed(.readCase)) { visit in
            .page(try await desk.one(visit, filled: nil))
        }

        post("/work/cases/{id}/entries/{kind}/{entry}", needs: .deed(.readCase)) { visit in
            let (file, kind) = (try visit.id("id", of: CaseFile.self), try desk.kind(visit))
            let entry = try visit.id("entry", of: CaseEntry.self)
            var reading = FormReading(visit.form)
            let values = try await desk.read(kind, in: file, &reading, for: visit.signedIn())
            if reading.isSound {
                do {
                    let version = visit.form.fields["version"].flatMap(Int.init) ?? 0
                    try await Entries(room).write(values, as: kind, in: file, replacing: (entry, version), by: visit.signedIn())
                    return .see(CaseAddress.entry(file, kind.code, entry))
                } catch let refused as any Refusal where refused.kind == .invalid {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await desk.one(visit, filled: reading.filled), status: .unprocessable)
        }

        post("/work/cases/{id}/entries/{kind}/{entry}/withdrawal", needs: .deed(.readCase)) { visit in
            let (file, kind) = (try visit.id("id", of: CaseFile.self), try desk.kind(visit))
            let entry = try visit.id("entry", of: CaseEntry.self)
            let version = visit.form.fields["version"].flatMap(Int.init) ?? 0
            try await desk.withdraw(entry, version, kind, in: file, by: visit.signedIn())
            return .see(CaseAddress.entries(file, kind.code))
        }
    }
}

/// Reads what the pages of entries show.
struct EntryDesk: Sendable {
    let room: ProtectionRoom

    private var entries: Entries { Entries(room) }

    func kind(_ visit: Visit) throws -> EntryKind {
        guard let kind = room.entryKind(visit.parameter("kind")) else { throw EntryRefused.unknownKind }
        return kind
    }

    /// Reads a form under the profile of the file. Whoever can't see the file gets the same answer as for one that is not there.
    func read(
        _ kind: EntryKind, in file: ID<CaseFile>, _ reading: inout FormReading, for actor: Actor
    ) async throws -> [String: EntryValue] {
        let room = room
        let fields = try await room.gate.look(for: actor) { tx, looking in
            let view = try CaseFiles(room).view(file, in: tx, &looking)
            guard view.shows(kind.part) else { throw EntryRefused.unknownKind }
            return try Self.asked(kind, room, view, &looking, tx)
        }
        return try await values(of: fields, in: file, &reading, for: actor)
    }

    /// What was filled in, with every rule that one answer is held to by itself.
    func values(
        of fields: [EntryField], in file: ID<CaseFile>, _ reading: inout FormReading, for actor: Actor
    ) async throws -> [String: EntryValue] {
        var values: [String: EntryValue] = [:]
        for field in fields { values[field.name] = field.read(&reading) }
        let dated = fields.filter { field in if field.isOfLife, case .date = values[field.name] ?? .none { true } else { false } }
        guard !dated.isEmpty else { return values }
        let birth = try await People(room).firstDay(of: file, for: actor)
        for field in dated { field.check(values[field.name] ?? .none, after: birth, &reading) }
        return values
    }

    /// The fields of a kind as a page asks them: where one leads to another entry, with the entries that the file has.
    static func asked(
        _ kind: EntryKind, _ room: ProtectionRoom, _ view: CaseView, _ looking: inout Gate.Looking, _ tx: any Transaction
    ) throws -> [EntryField] {
        var asked: [EntryField] = []
        for field in kind.allFields(view.profile, room.codebook) {
            guard case .link(let code) = field.kind else {
                asked.append(field)
                continue
            }
            guard let other = room.entryKind(code) else { continue }
            let fields = other.fields(view.profile, room.codebook)
            // Without the key: an entry is named by what is coded of it.
            let options = try Entries(room).all(other, in: view, with: nil, &looking, tx: tx).map { entry in
                EntryField.Option("\(entry.entry)", entry.name(other, fields))
            }
            asked.append(EntryField(field.name, field.label, why: field.why, isRequired: field.isRequired, .code(options)))
        }
        return asked
    }

    func list(_ visit: Visit, filled: Filled?) async throws -> EntriesPage {
        let (room, kind, actor) = (room, try kind(visit), try visit.signedIn())
        let (query, language) = (visit.query, visit.language)
        let file = try visit.id("id", of: CaseFile.self)
        let key = try await entries.key(for: file)
        return try await room.gate.look(for: actor) { tx, looking in
            let view = try CaseFiles(room).view(file, in: tx, &looking)
            guard view.shows(kind.part) else { throw EntryRefused.unknownKind }
            let fields = try Self.asked(kind, room, view, &looking, tx)
            let all = try Entries(room).all(kind, in: view, with: key, &looking, tx: tx)
            var form = Filled()
            let known = try kind.prefilled(view.summary, tx)
            for field in fields { field.fill(&form, with: known[field.name] ?? .none) }
            return EntriesPage(
                view: view, kind: kind, fields: fields, list: EntryList(all, kind, fields, query, language),
                mayWrite: view.mayWrite(kind) && !(kind.isSingle && !all.isEmpty), filled: filled ?? form
            )
        }
    }

    func one(_ visit: Visit, filled: Filled?) async throws -> EntryPage {
        let (room, kind, actor) = (room, try kind(visit), try visit.signedIn())
        let file = try visit.id("id", of: CaseFile.self)
        let entry = try visit.id("entry", of: CaseEntry.self)
        let key = try await entries.key(for: file)
        return try await room.gate.look(for: actor) { tx, looking in
            let view = try CaseFiles(room).view(file, in: tx, &looking)
            let history = try Entries(room).history(of: entry, kind, in: view, with: key, &looking, tx: tx)
            guard let newest = history.first else { throw EntryRefused.notThere }
            let fields = try Self.asked(kind, room, view, &looking, tx)
            var form = Filled()
            for field in fields { field.fill(&form, with: newest.values[field.name] ?? .none) }
            return EntryPage(
                view: view, kind: kind, fields: fields, history: history,
                mayWrite: view.mayWrite(kind) && !newest.isWithdrawn && !fields.contains { view.hidden.hides($0, of: kind) },
                filled: filled ?? form
            )
        }
    }

    /// Takes an entry out of the lists; its history stays.
    func withdraw(_ entry: ID<CaseEntry>, _ version: Int, _ kind: EntryKind, in file: ID<CaseFile>, by actor: Actor) async throws {
        let (room, key) = (room, try await entries.key(for: file))
        let newest = try await room.gate.look(for: actor) { tx, looking in
            let view = try CaseFiles(room).view(file, in: tx, &looking)
            return try Entries(room).history(of: entry, kind, in: view, with: key, &looking, tx: tx).first
        }
        guard let newest else { throw EntryRefused.notThere }
        try await entries.write(newest.values, as: kind, in: file, replacing: (entry, version), isWithdrawn: true, by: actor)
    }
}

extension CaseView {
    /// Whether somebody may write entries of a kind; the gate has the last word.
    fileprivate func mayWrite(_ kind: EntryKind) -> Bool {
        kind.writing == kind.part.writing ? mayWrite(kind.part) : may(kind.writing)
    }
}

/// One entry, what it was before, and a form to correct it.
struct EntryPage: Page {
    let view: CaseView
    let kind: EntryKind
    let fields: [EntryField]
    /// Newest first.
    let history: [CaseEntry]
    let mayWrite: Bool
    let filled: Filled

    var title: Word { kind.title }
    var door: Door { .work }
    var trail: [Crumb] {
        [
            Crumb(.caseFiles, CaseAddress.files), Crumb(.data(view.summary.code), CaseAddress.file(view.summary.id)),
            Crumb(kind.title, CaseAddress.entries(view.summary.id, kind.code)),
        ]
    }

    func body(_ html: inout Markup) {
        for (index, entry) in history.enumerated() {
            html.section(.class("panel")) { html in
                html.h2(index == 0 ? (entry.isWithdrawn ? .withdrawnEntry : .currentEntry) : .earlierEntry)
                html.p(.class("why")) { $0.moment(entry.addedAt) }
                html.entry(entry, fields)
            }
        }
        guard mayWrite, let newest = history.first else { return }
        html.problems(filled)
        html.h2(.correctEntry)
        html.p(.correctEntryWhy, .class("why"))
        html.form(post: CaseAddress.entry(view.summary.id, kind.code, newest.entry)) { html in
            html.hiddenField("version", String(newest.version))
            for field in fields { field.control(&html, filled) }
            html.submit(.saveChange)
        }
        html.form(post: CaseAddress.withdrawal(view.summary.id, kind.code, newest.entry)) { html in
            html.hiddenField("version", String(newest.version))
            html.submit(.withdrawEntry, .class("danger"))
        }
    }
}

extension Markup {
    /// What an entry holds; fields that were left empty are not printed. A currency stands beside its amounts.
    package mutating func entry(_ entry: CaseEntry, _ fields: [EntryField]) {
        let amounts = fields.filter { field in if case .amount = field.kind { entry.holds(field) } else { false } }
        let currencies = Set(amounts.map { fields.currency(of: $0)?.name ?? "" })
        dl(.class("facts")) { html in
            for field in fields where entry.holds(field) && !currencies.contains(field.name) {
                html.line(field.label) { html in
                    let value = entry.values[field.name] ?? .none
                    guard case .number(let minor) = value, case .amount = field.kind else { return html.value(value, of: field) }
                    guard case .code(let code)? = fields.currency(of: field).flatMap({ entry.values[$0.name] }) else {
                        return html.amount(minor, "")
                    }
                    html.amount(minor, code)
                }
            }
        }
    }
}

extension CaseEntry {
    fileprivate func holds(_ field: EntryField) -> Bool { values[field.name] ?? .none != .none }
}

extension [EntryField] {
    /// The field with the currency of an amount.
    fileprivate func currency(of amount: EntryField) -> EntryField? {
        first { $0.name == amount.name + "_currency" } ?? first { $0.name == "currency" }
    }
}
