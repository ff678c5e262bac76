package import Access
package import Basics
import Foundation
package import Store
package import Tabular
import Vocabulary

extension Quarantine {
    /// Opens a refused record of a person for somebody who may correct it; the opening is audited.
    package func open(_ id: ID<QuarantinedRow>, for actor: Actor, purpose: Purpose) async throws -> Shown<RefusedRow> {
        guard let vault = importer.vault else { throw ImportRefused.quarantineClosed }
        let waiting = try await importer.gate.database.read { tx -> (ID<ImportRun>, Sealed<ImportRun, String>)? in
            try tx.row(
                """
                SELECT r.id, q.sealed FROM quarantined_row q JOIN import_run r ON r.number = q.run
                WHERE q.id = \(id) AND q.state = 'waiting' AND q.sealed IS NOT NULL
                """
            ) { (try $0.id(0, of: ImportRun.self), $0.sealed(1, of: ImportRun.self)) }
        }
        guard let (run, sealed) = waiting else { throw ImportRefused.quarantineClosed }
        let permit = try await importer.gate.change(.readQuarantine, on: run, for: actor, purpose: purpose) { _, permit in permit }
        let key = try await vault.key(for: run)
        return try Shown(sealed, in: SealPlace("quarantined_row", id, "sealed"), with: key, under: permit) { text in
            try JSONDecoder().decode(RefusedRow.self, from: Data(text.utf8))
        }
    }

    /// Corrects an opened record of a person and lets its codes in, if nothing is wrong with it now; the sealed row is destroyed.
    /// - Returns: what is still wrong with it; empty when it was let in.
    package func release(
        _ id: ID<QuarantinedRow>, opened: Shown<RefusedRow>, correcting corrections: [String: String],
        under permit: Permit<QuarantinedRow>, at now: Instant, in tx: any Transaction
    ) throws -> [Fault] {
        guard permit.isToRelease(id), let waiting = try tx.row(.quarantined(id), { try QuarantinedRow($0) }), waiting.state == .waiting,
            let run = try tx.row(.run(numbered: waiting.run), { try ImportRun($0) }), run.state == .finished
        else { throw ImportRefused.quarantineClosed }
        let mapping = try importer.sources.mapping(run.mapping).mapping
        var coder = try PersonCoder(mapping, codebook: importer.codebook)
        let intake = Intake(mapping, codes: BookCodes(codebook: importer.codebook))
        let corrected = corrections.reduce(opened.value) { $0.correcting($1.key, to: $1.value) }
        switch try intake.retry(corrected) {
        case .refused(let still): return still.faults
        case .accepted(let row):
            switch coder.record(row, thisYear: now.day().year) {
            case .failure(let wrong): return [wrong.fault]
            case .success(let record):
                var writer = try PersonWriter(run: run.number, in: tx)
                let last = try tx.count("SELECT COALESCE(MAX(record), 0) FROM person_record WHERE run = \(run.number)")
                try writer.add(record, number: last + 1, in: tx)
                try writer.flush(in: tx, isLast: true)
                try tx.runOnOne(
                    """
                    UPDATE quarantined_row SET state = 'released', sealed = NULL, expires_at = NULL,
                        decided_by = \(permit.actor.account), decided_at = \(now), version = version + 1
                    WHERE id = \(id) AND version = \(waiting.version)
                    """
                )
                return []
            }
        }
    }
}
