import Access
import Basics
import Foundation
import Store
import Tabular
import Vocabulary

extension Importer {
    /// Records of people come in portions, each durable by itself and none counted before the last is in. An import that
    /// was broken off is taken back by the next.
    func importPersons(_ job: ImportJob) async throws -> ImportReport {
        try await destroySpentKeys()
        let coder = try PersonCoder(job.loaded.mapping, codebook: codebook)
        let intake = Intake(job.loaded.mapping, codes: BookCodes(codebook: codebook), columnRules: [IdentityColumns()])
        guard !job.isTrial else { return try await tryPersons(job, coder, intake) }
        let started = try await gate.change(.importStatistics, for: job.actor, detail: "mapping: \(job.loaded.mapping.name)") { tx, _ in
            try tx.beginPersons(job)
        }
        guard case .begun(let run, let source) = started else {
            guard case .known(let last) = started else { throw ImportRefused.alreadyRunning(source: job.loaded.source.name) }
            return ImportReport(source: job.loaded.source.name, isTrial: false, scope: job.scope, unchangedSince: last)
        }
        do {
            return try await takePersons(job, coder, intake, run: run, source: source)
        } catch {
            try await gate.database.write { tx in try tx.takeBack(run: run.number) }
            try? await vault?.destroyKey(of: run.id)
            throw error
        }
    }

    /// Destroys the keys of imports whose refused rows are all decided or expired: what was sealed opens nowhere any more. The purposes for
    /// which rows were opened go with them.
    package func destroySpentKeys() async throws {
        guard let vault else { return }
        let spent = try await gate.database.read { tx in
            try tx.rows(
                """
                SELECT r.id FROM import_run r JOIN source s ON s.number = r.source
                WHERE s.kind = 'persons' AND r.state <> 'running' AND r.rows_refused > 0
                    AND NOT EXISTS (SELECT 1 FROM quarantined_row q WHERE q.run = r.number AND q.sealed IS NOT NULL)
                """
            ) { try $0.id(0, of: ImportRun.self) }
        }
        guard !spent.isEmpty else { return }
        // What was typed to open them may name the same people.
        try await gate.database.write { tx in try StatedPurpose.forget(about: spent.map(\.bytes), in: tx) }
        for run in spent { try await vault.destroyKey(of: run) }
    }

    private func tryPersons(_ job: ImportJob, _ coder: PersonCoder, _ intake: Intake) async throws -> ImportReport {
        try await gate.change(.importStatistics, for: job.actor, detail: "trial: \(job.loaded.mapping.name)") { _, _ in }
        var reading = PersonReading(job: job, coder: coder, limit: .max)
        var session = try IntakeSession.open(intake, job.input)
        while try reading.fill(from: &session, keeping: false) {}
        var report = ImportReport(
            source: job.loaded.source.name, isTrial: true, scope: job.scope,
            intake: session.report(also: reading.faults, counts: reading.faultCounts)
        )
        report.cells = reading.taken
        return report
    }

    private func takePersons(
        _ job: ImportJob, _ coder: PersonCoder, _ intake: Intake, run: StartedRun, source: Int
    ) async throws -> ImportReport {
        let key = try await vault?.makeKey(for: run.id, at: job.startedAt)
        var reading = PersonReading(job: job, coder: coder, limit: PersonReading.portion)
        var session = try IntakeSession.open(intake, job.input)
        var writer = try await gate.database.read { tx in try PersonWriter(run: run.number, in: tx) }
        var quarantined = 0
        var isMore = true
        while isMore {
            isMore = try reading.fill(from: &session, keeping: true)
            let portion = reading.take()
            let refused = try portion.refused.compactMap { row in
                try key.map { try SealedRow(row, under: $0, at: job.startedAt) }
            }
            quarantined += refused.count
            let (before, isLast, rows) = (writer, !isMore, session.progress.rows)
            writer = try await gate.database.write { tx in
                var writer = before
                for (number, record) in portion.records { try writer.add(record, number: number, in: tx) }
                try writer.flush(in: tx, isLast: isLast)
                for row in refused { try tx.quarantine(row, source: source, run: run.number) }
                // The sign of life by which another import sees that this one is not broken off.
                try tx.run("UPDATE import_run SET finished_at = \(gate.clock.now()), rows_read = \(rows) WHERE number = \(run.number)")
                return writer
            }
        }
        var report = ImportReport(
            source: job.loaded.source.name, isTrial: false, scope: job.scope,
            intake: session.report(also: reading.faults, counts: reading.faultCounts)
        )
        report.run = run.number
        report.cells = reading.taken
        report.cellsNew = reading.taken
        report.rowsQuarantined = quarantined
        let (done, now) = (report, gate.clock.now())
        let finished = try await gate.database.write { tx in
            try tx.finishPersons(done, run: run.number, source: source, at: now)
        }
        if quarantined == 0 { try await vault?.destroyKey(of: run.id) }
        return finished
    }
}
