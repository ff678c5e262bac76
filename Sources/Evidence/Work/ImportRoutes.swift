import Access
import Basics
package import Store
import Tabular
import Vocabulary
package import Web

/// What the work on imports needs, built once at start.
package struct ImportRoom: Sendable {
    let desk: ImportDesk
    var importer: Importer { desk.importer }
    var quarantine: Quarantine { Quarantine(importer) }

    /// - Parameter vault: seals files between their trial and their import.
    package init(importer: Importer, vault: Vault) {
        desk = ImportDesk(importer: importer, vault: vault)
    }
}

extension Routes {
    //  GET   /work/imports                               imports so far                        importStatistics
    //  GET   /work/imports/new                           an empty form                         importStatistics
    //  POST  /work/imports/new                           try a file, keep it for a day         importStatistics
    //  GET   /work/imports/{id}                          one import                            importStatistics
    //  GET   /work/imports/uploads/{id}                  what its trial found                  importStatistics, own
    //  GET   /work/imports/uploads/{id}/{table}.{format} the same as a file                    importStatistics, own
    //  POST  /work/imports/uploads/{id}/trial            try it again                          importStatistics, own
    //  POST  /work/imports/uploads/{id}/application      import it                             importStatistics, own
    //  POST  /work/imports/uploads/{id}/withdrawal       let it go                             importStatistics, own
    //  GET   /work/quarantine …                          see QuarantineRoutes
    package mutating func addImports(_ room: ImportRoom) {
        let need = Need.deed(.importStatistics)
        get("/work/imports", needs: need) { visit in .page(try await room.imports(visit)) }
        get("/work/imports/new", needs: need) { _ in .page(NewImportPage(UploadFields(room.importer.sources))) }
        // A megabyte beyond the file for the rest of the form; the field itself says what is too large.
        post("/work/imports/new", needs: need, limit: .upload(megabytes: ImportUpload.megabytes + 1)) { visit in
            try await room.upload(visit)
        }
        get("/work/imports/{id}", needs: need) { visit in
            let (id, actor) = (try visit.id("id", of: ImportRun.self), try visit.signedIn())
            guard let line = try await room.importer.gate.database.read({ try $0.importLine(id) }) else { return .notFound }
            return .page(ImportRunPage(line: line, mayReadQuarantine: actor.may(.readQuarantine)))
        }
        get("/work/imports/uploads/{id}", needs: need) { visit in try await room.trial(visit) }
        get("/work/imports/uploads/{id}/{table}.{format}", needs: need) { visit in
            guard let table = ImportTable(rawValue: visit.parameter("table")), let format = visit.format else { return .notFound }
            let actor = try visit.signedIn()
            let report = try await room.desk.report(of: try await room.find(visit), for: actor)
            return try .download(ReportSheets.table(table, of: report), format, in: visit.language)
        }
        post("/work/imports/uploads/{id}/trial", needs: need) { visit in
            let upload = try await room.find(visit)
            try await room.desk.tryAgain(upload, for: visit.signedIn(), at: visit.now)
            return .see(ImportAddress.upload(upload.id))
        }
        post("/work/imports/uploads/{id}/application", needs: need) { visit in try await room.apply(visit) }
        post("/work/imports/uploads/{id}/withdrawal", needs: need) { visit in
            try await room.desk.withdraw(room.find(visit), for: visit.signedIn())
            return .see(ImportAddress.imports)
        }
        addQuarantine(room)
    }
}

extension ImportRoom {
    fileprivate func imports(_ visit: Visit) async throws -> ImportsPage {
        let actor = try visit.signedIn()
        let query = visit.query
        let (sources, lines) = try await importer.gate.database.read { tx in
            let sources = try tx.sourceNames()
            let asked = ListRequest(query, ImportsPage.shape(sources: sources))
            let question = ImportQuestion(
                search: asked.search, source: asked.filters["source"], after: asked.after?.values.first.flatMap { Int($0) }
            )
            return (sources, try tx.imports(question))
        }
        return ImportsPage(
            waiting: try await desk.waiting(for: actor, at: visit.now), asked: ListRequest(query, ImportsPage.shape(sources: sources)),
            slice: ListSlice(fetched: lines) { [String($0.run.number)] }, mayReadQuarantine: actor.may(.readQuarantine)
        )
    }

    fileprivate func upload(_ visit: Visit) async throws -> Answer {
        let fields = UploadFields(importer.sources)
        var reading = FormReading(visit.form)
        let file = reading.read(UploadFields.file)
        let mapping = reading.read(fields.mapping)
        let scope = reading.read(UploadFields.scope)
        if reading.isSound, let file, let mapping, let scope {
            do {
                let id = try await desk.upload(
                    file.bytes, named: file.name, mapping: mapping, scope: scope, for: visit.signedIn(), at: visit.now
                )
                return .see(ImportAddress.upload(id))
            } catch let refusal as any Refusal where refusal.isAboutTheFile {
                reading.refuse(UploadFields.file, because: .refusal(refusal))
            }
        }
        return .page(NewImportPage(fields, filled: reading.filled), status: .unprocessable)
    }

    fileprivate func find(_ visit: Visit) async throws -> ImportUpload {
        try await desk.find(visit.id("id", of: ImportUpload.self), for: visit.signedIn(), at: visit.now)
    }

    fileprivate func trial(_ visit: Visit, after refusal: (any Refusal)? = nil) async throws -> Answer {
        let (upload, actor) = (try await find(visit), try visit.signedIn())
        guard upload.state != .applied else {
            guard let run = try await desk.apply(upload, for: actor, at: visit.now) else { return .page(SameFilePage(upload: upload)) }
            return .see(ImportAddress.run(run))
        }
        let page = TrialPage(
            upload: upload, report: try await desk.report(of: upload, for: actor),
            isStale: try await desk.isStale(upload), isUnderWay: upload.state == .applying && !upload.isBrokenOff(at: visit.now),
            refusal: refusal.map { .refusal($0) }
        )
        return .page(page, status: refusal.map { Status($0.kind) } ?? .ok)
    }

    fileprivate func apply(_ visit: Visit) async throws -> Answer {
        let upload = try await find(visit)
        do {
            guard let run = try await desk.apply(upload, for: visit.signedIn(), at: visit.now) else {
                return .see(ImportAddress.upload(upload.id))
            }
            return .see(ImportAddress.run(run))
        } catch let refusal as any Refusal where refusal.isAboutTheFile {
            return try await trial(visit, after: refusal)
        }
    }
}

extension Refusal {
    /// Whether the person who uploads can do something about it on the page; everything else is a page of its own.
    fileprivate var isAboutTheFile: Bool {
        self is TableRefused || self is MappingRefused || self is ImportRefused || self is IdentityRefused || self is UploadRefused
    }
}
