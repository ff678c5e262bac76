import Access
import Basics
import Store
import Tabular
import Vocabulary
import Web

extension Routes {
    //  GET   /instruments/import                       upload; imports so far      importTreatyStatus
    //  POST  /instruments/import                       keep an uploaded list       importTreatyStatus
    //  GET   /instruments/import/{id}                  its differences             importTreatyStatus
    //  POST  /instruments/import/{id}/application      apply them                  importTreatyStatus
    //  POST  /instruments/import/{id}/withdrawal       drop it                     importTreatyStatus
    mutating func addTreatyImports(_ room: InstrumentsRoom) {
        get("/instruments/import", needs: .deed(.importTreatyStatus)) { _ in .page(try await room.importPage()) }
        post("/instruments/import", needs: .deed(.importTreatyStatus), limit: .upload(megabytes: 6)) { visit in
            try await room.upload(visit)
        }
        get("/instruments/import/{id}", needs: .deed(.importTreatyStatus)) { visit in try await room.differences(visit) }
        post("/instruments/import/{id}/application", needs: .deed(.importTreatyStatus)) { visit in try await room.apply(visit) }
        post("/instruments/import/{id}/withdrawal", needs: .deed(.importTreatyStatus)) { visit in
            let one = try await room.treatyImport(visit)
            let now = visit.now
            try await room.gate.change(.importTreatyStatus, on: one.id, for: visit.signedIn(), detail: "dropped") { tx, permit in
                try one.drop(under: permit, at: now, in: tx)
            }
            return .see(InstrumentsAddress.imports)
        }
    }
}

extension InstrumentsRoom {
    fileprivate func importPage(_ filled: Filled = Filled(), faults: [TreatyFileFault] = []) async throws -> ImportPage {
        let (treaties, imports) = try await database.read { tx in (try tx.treaties(), try tx.treatyImports()) }
        return ImportPage(fields: ImportFields(treaties), filled: filled, faults: faults, imports: imports)
    }

    fileprivate func upload(_ visit: Visit) async throws -> Answer {
        let actor = try visit.signedIn()
        let treaties = try await database.read { try $0.treaties() }
        var reading = FormReading(visit.form)
        let file = reading.read(ImportFields.file)
        let treaty = reading.read(ImportFields(treaties).treaty)
        let source = reading.read(ImportFields.source)
        let asOf = reading.read(ImportFields.asOf)
        let isComplete = reading.read(ImportFields.complete) ?? false
        // A day's grace: the day may have begun already where the depositary is.
        if let asOf, asOf > visit.now.day().adding(days: 1) { reading.refuse(ImportFields.asOf, because: .importDayInFuture) }
        guard reading.isSound, let file, let source, let asOf else {
            return .page(try await importPage(reading.filled), status: .unprocessable)
        }
        do {
            let list = try TreatyFile.read(
                file.bytes, named: file.name, treaty: treaty, known: treaties.map(\.code), vocabulary: vocabulary
            )
            let id = ID<TreatyImport>.new(at: visit.now)
            let (name, now) = (file.name, visit.now)
            try await gate.change(.importTreatyStatus, on: id, for: actor, detail: "uploaded rows: \(list.lines.count)") { tx, permit in
                try TreatyImport.keep(
                    list, id: id, named: name, source: source, asOf: asOf, isComplete: isComplete, under: permit, at: now, in: tx
                )
            }
            return .see(InstrumentsAddress.oneImport(id))
        } catch let refusal as TreatyFileRefused {
            reading.refuse(ImportFields.file, because: .importFaults)
            return .page(try await importPage(reading.filled, faults: refusal.faults), status: .unprocessable)
        } catch let refusal as TableRefused {
            reading.refuse(ImportFields.file, because: Word(work: refusal.sentence.en, fr: refusal.sentence.fr))
            return .page(try await importPage(reading.filled), status: .unprocessable)
        }
    }

    fileprivate func treatyImport(_ visit: Visit) async throws -> TreatyImport {
        let id = try visit.id("id", of: TreatyImport.self)
        guard let one = try await database.read({ try $0.treatyImport(id) }) else { throw WebRefused.notFound }
        return one
    }

    fileprivate func differences(_ visit: Visit, after refusal: (any Refusal)? = nil) async throws -> Answer {
        let one = try await treatyImport(visit)
        let diff = try await database.read { try one.diff(in: $0) }
        return .page(
            ImportDiffPage(one: one, diff: diff, countries: countries, refusal: refusal), status: refusal.map { Status($0.kind) } ?? .ok
        )
    }

    fileprivate func apply(_ visit: Visit) async throws -> Answer {
        let one = try await treatyImport(visit)
        let (shown, now) = (visit.form.fields["shown"] ?? "", visit.now)
        do {
            _ = try await gate.change(.importTreatyStatus, on: one.id, for: visit.signedIn(), detail: "applied") { tx, permit in
                try one.apply(shown: shown, under: permit, at: now, in: tx)
            }
        } catch let refusal as TreatyImportRefused {
            // What changed in the meantime is shown at once, with a button that applies that.
            return try await differences(visit, after: refusal)
        }
        return .see(InstrumentsAddress.oneImport(one.id))
    }
}
