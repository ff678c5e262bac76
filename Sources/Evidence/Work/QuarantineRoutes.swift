import Access
import Basics
import Store
import Tabular
import Web

extension Routes {
    //  GET   /work/quarantine                  refused rows            readQuarantine, audited
    //  GET   /work/quarantine/{id}             one of them             readQuarantine, audited
    //  POST  /work/quarantine/{id}/opening     open a sealed one       readQuarantine, for a purpose
    //  POST  /work/quarantine/{id}/release     correct it, let it in   releaseQuarantine
    //  POST  /work/quarantine/{id}/removal     throw it away           releaseQuarantine
    mutating func addQuarantine(_ room: ImportRoom) {
        get("/work/quarantine", needs: .deed(.readQuarantine)) { visit in .page(try await room.refusedRows(visit)) }
        get("/work/quarantine/{id}", needs: .deed(.readQuarantine)) { visit in
            let row = try await room.refusedRow(visit)
            return .page(try await room.page(row, try visit.signedIn()))
        }
        post("/work/quarantine/{id}/opening", needs: .deed(.readQuarantine)) { visit in try await room.open(visit) }
        post("/work/quarantine/{id}/release", needs: .deed(.releaseQuarantine)) { visit in try await room.release(visit) }
        post("/work/quarantine/{id}/removal", needs: .deed(.releaseQuarantine)) { visit in
            let (id, now) = (try visit.id("id", of: QuarantinedRow.self), visit.now)
            try await room.importer.gate.change(.releaseQuarantine, on: id, for: visit.signedIn(), detail: "removed") { tx, permit in
                try room.quarantine.drop(id, under: permit, at: now, in: tx)
            }
            return .see(ImportAddress.waiting)
        }
    }
}

extension ImportRoom {
    fileprivate func refusedRows(_ visit: Visit) async throws -> QuarantinePage {
        let (query, quarantine) = (visit.query, quarantine)
        let run = query.filled("run").flatMap { Int($0) }
        let (asked, rows) = try await importer.gate.change(.readQuarantine, for: visit.signedIn(), detail: "list") { tx, permit in
            let asked = ListRequest(query, QuarantinePage.shape(sources: try tx.sourceNames(), codes: try tx.refusalCodes(), run: run))
            return (asked, try quarantine.rows(QuarantineQuestion(asked, run: run), under: permit, in: tx))
        }
        return QuarantinePage(asked: asked, slice: ListSlice(fetched: rows) { QuarantineQuestion.Place.values(of: $0) })
    }

    fileprivate func refusedRow(_ visit: Visit) async throws -> QuarantinedRow {
        let (id, quarantine) = (try visit.id("id", of: QuarantinedRow.self), quarantine)
        let row = try await importer.gate.change(.readQuarantine, on: id, for: visit.signedIn()) { tx, permit in
            try quarantine.row(id, under: permit, in: tx)
        }
        guard let row else { throw WebRefused.notFound }
        return row
    }

    /// The page of a row as it stands before anybody has answered anything.
    fileprivate func page(_ row: QuarantinedRow, _ actor: Actor) async throws -> RefusedRowPage {
        let mayRelease = actor.may(.releaseQuarantine)
        guard row.state == .waiting else { return RefusedRowPage(row: row, content: .none, mayRelease: mayRelease) }
        guard let refused = row.row else { return RefusedRowPage(row: row, content: .sealed(Filled()), mayRelease: mayRelease) }
        guard mayRelease else { return RefusedRowPage(row: row, content: .none, mayRelease: false) }
        let fields = CorrectionFields(refused, try await mapping(of: row))
        return RefusedRowPage(row: row, content: .open(fields, fields.filled), mayRelease: true)
    }

    /// The mapping by which the row was read; `nil` when it is not there any more, as one of somebody's own may be.
    private func mapping(of row: QuarantinedRow) async throws -> Mapping? {
        let run = try await importer.gate.database.read { tx in try tx.row(.run(numbered: row.run)) { try ImportRun($0) } }
        return run.flatMap { try? importer.sources.mapping($0.mapping).mapping }
    }

    /// Opens a record of a person for the purpose that was stated; it is shown this once, at no address of its own.
    fileprivate func open(_ visit: Visit) async throws -> Answer {
        let (row, actor) = (try await refusedRow(visit), try visit.signedIn())
        var reading = FormReading(visit.form)
        guard let stated = reading.read(OpeningFields.purpose) else {
            let page = RefusedRowPage(row: row, content: .sealed(reading.filled), mayRelease: actor.may(.releaseQuarantine))
            return .page(page, status: .unprocessable)
        }
        let opened = try await quarantine.open(row.id, for: actor, purpose: Purpose(stated: stated))
        let fields = CorrectionFields(opened.value, try await mapping(of: row))
        return .page(
            RefusedRowPage(row: row, content: .open(fields, fields.filled), mayRelease: actor.may(.releaseQuarantine))
        )
    }

    fileprivate func release(_ visit: Visit) async throws -> Answer {
        let (row, actor, now) = (try await refusedRow(visit), try visit.signedIn(), visit.now)
        guard row.state == .waiting else { throw ImportRefused.quarantineClosed }
        let opened = row.isSealed ? try await quarantine.open(row.id, for: actor, purpose: .correcting) : nil
        guard let refused = opened?.value ?? row.row else { throw ImportRefused.quarantineClosed }
        let fields = CorrectionFields(refused, try await mapping(of: row))
        var reading = FormReading(visit.form)
        let corrections = fields.corrections(&reading)
        if reading.isSound {
            let still = try await release(row.id, opened, corrections, for: actor, at: now)
            if still.isEmpty { return .see(ImportAddress.waiting) }
            fields.refuse(still, in: &reading)
        }
        let page = RefusedRowPage(row: row, content: .open(fields, reading.filled), mayRelease: true, isStillWrong: true)
        return .page(page, status: .unprocessable)
    }

    /// - Returns: what is still wrong; empty when it was let in.
    private func release(
        _ id: ID<QuarantinedRow>, _ opened: Shown<RefusedRow>?, _ corrections: [String: String], for actor: Actor, at now: Instant
    ) async throws -> [Fault] {
        let quarantine = quarantine
        do {
            try await importer.gate.change(.releaseQuarantine, on: id, for: actor, detail: "released") { tx, permit in
                let still =
                    if let opened {
                        try quarantine.release(id, opened: opened, correcting: corrections, under: permit, at: now, in: tx)
                    } else {
                        try quarantine.release(id, correcting: corrections, under: permit, at: now, in: tx)
                    }
                // Thrown, so that the audit doesn't say of a row that stays refused that it was released.
                if !still.isEmpty { throw StillRefused(faults: still) }
            }
            return []
        } catch let refused as StillRefused {
            return refused.faults
        }
    }
}

/// A corrected row in which something is still wrong.
private struct StillRefused: Refusal {
    let faults: [Fault]

    var code: String { "import.still-refused" }
    var message: String { faults.first.map { "\($0.reason.en) \($0.remedy.en)" } ?? "" }
}

extension Purpose {
    fileprivate static let correcting = Purpose(standing: "Correcting a row that an import refused")
}
