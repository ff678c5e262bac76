import Access
import Basics
import Foundation
import Store
import Tabular

/// Takes a file in two steps: first it is tried and everything is told; then exactly that file is imported, once.
///
/// In between the file waits in the database, sealed with a key of its own that is destroyed with it: it may hold records of people.
struct ImportDesk: Sendable {
    let importer: Importer
    let vault: Vault

    private var gate: Gate { importer.gate }

    /// Bytes in one sealed part.
    private static let partSize = 1 << 20

    /// Tries a file, and keeps it until somebody decides.
    /// - Throws: what `Importer.run` throws, and then nothing is kept; `UploadRefused.tooMany`.
    func upload(
        _ bytes: [UInt8], named name: String, mapping: String, scope: ImportScope, for actor: Actor, at now: Instant
    ) async throws -> ID<ImportUpload> {
        try await clearExpired(at: now)
        let (waiting, latest) = try await gate.database.read { tx in (try tx.uploads(of: actor.account, at: now).count, try tx.latestRun())
        }
        guard waiting < ImportUpload.most else { throw UploadRefused.tooMany }
        let input = TableInput.bytes(bytes, name: name)
        let report = try await importer.run(input, mapping: mapping, scope: scope, isTrial: true, for: actor)
        let upload = ImportUpload(
            id: .new(at: now), uploadedBy: actor.account, fileName: name, fileHash: try Importer.hash(of: input), fileSize: bytes.count,
            mapping: mapping, scope: scope, state: .tried, latestRun: latest, run: nil, uploadedAt: now, changedAt: now,
            expiresAt: now + ImportUpload.lifetime
        )
        let key = try await vault.makeKey(for: upload.id, at: now)
        let sealed = try key.seal(report.text, in: .report(of: upload.id))
        try await gate.change(.importStatistics, on: upload.id, for: actor, detail: "uploaded") { tx, _ in
            try tx.keep(upload, report: sealed)
            for (number, start) in stride(from: 0, to: bytes.count, by: Self.partSize).enumerated() {
                let part = Array(bytes[start..<min(start + Self.partSize, bytes.count)])
                try tx.keep(try key.seal(part, in: .part(number, of: upload.id)), number: number, of: upload.id)
            }
        }
        return upload.id
    }

    /// One's own upload.
    /// - Throws: `UploadRefused.expired` when there is none, or none any more.
    func find(_ id: ID<ImportUpload>, for actor: Actor, at now: Instant) async throws -> ImportUpload {
        guard let upload = try await gate.database.read({ try $0.upload(id, of: actor.account, at: now) }) else {
            throw UploadRefused.expired
        }
        return upload
    }

    func waiting(for actor: Actor, at now: Instant) async throws -> [ImportUpload] {
        try await gate.database.read { try $0.uploads(of: actor.account, at: now) }
    }

    /// Whether another import came since the trial.
    func isStale(_ upload: ImportUpload) async throws -> Bool {
        try await gate.database.read { try $0.latestRun() } != upload.latestRun
    }

    /// What the trial found.
    func report(of upload: ImportUpload, for actor: Actor) async throws -> ImportReport {
        guard upload.state != .applied else { throw UploadRefused.alreadyImported }
        let key = try await vault.key(for: upload.id)
        return try await gate.change(.importStatistics, on: upload.id, for: actor, detail: "report opened") { tx, permit in
            guard let sealed = try tx.report(of: upload.id) else { throw UploadRefused.expired }
            return try Shown(sealed, in: .report(of: upload.id), with: key, under: permit) { try ImportReport(text: $0) }.value
        }
    }

    /// Tries the kept file again, after another import.
    func tryAgain(_ upload: ImportUpload, for actor: Actor, at now: Instant) async throws {
        guard upload.state == .tried || upload.isBrokenOff(at: now) else {
            throw upload.state == .applied ? UploadRefused.alreadyImported : UploadRefused.underWay
        }
        let latest = try await gate.database.read { try $0.latestRun() }
        let bytes = try await open(upload, for: actor, detail: "tried again") { _ in }
        let report = try await importer.run(
            .bytes(bytes, name: upload.fileName), mapping: upload.mapping, scope: upload.scope, isTrial: true, for: actor
        )
        let sealed = try await vault.key(for: upload.id).seal(report.text, in: .report(of: upload.id))
        try await gate.database.write { tx in try tx.tried(upload, report: sealed, latestRun: latest, at: now) }
    }

    /// Imports the kept file. Doing it twice does no more.
    /// - Returns: the run; `nil` when its source held the very same file already.
    func apply(_ upload: ImportUpload, for actor: Actor, at now: Instant) async throws -> ID<ImportRun>? {
        guard upload.state != .applied else { return try await run(numbered: upload.run) }
        let bytes = try await open(upload, for: actor, detail: "import begun") { tx in
            guard try tx.latestRun() == upload.latestRun else { throw UploadRefused.changedSince }
            try tx.beginApplying(upload, at: now)
        }
        let report: ImportReport
        do {
            report = try await importer.run(
                .bytes(bytes, name: upload.fileName), mapping: upload.mapping, scope: upload.scope, for: actor
            )
        } catch {
            try await gate.database.write { tx in try tx.endApplying(upload.id, at: now) }
            throw error
        }
        let run = try await run(numbered: report.run)
        try await gate.database.write { tx in
            try tx.applied(upload.id, run: report.run, at: now)
            guard report.rowsQuarantined > 0 else { return }
            try Notice.post(
                .rowsHeldBack, to: .deed(.releaseQuarantine), subject: run?.bytes, amount: report.rowsQuarantined, at: now, in: tx)
        }
        try await vault.destroyKey(of: upload.id)
        return run
    }

    /// Lets a file go.
    func withdraw(_ upload: ImportUpload, for actor: Actor) async throws {
        guard upload.state != .applying else { throw UploadRefused.underWay }
        try await gate.change(.importStatistics, on: upload.id, for: actor, detail: "withdrawn") { tx, _ in try tx.withdraw(upload.id) }
        try await vault.destroyKey(of: upload.id)
    }

    /// Opens the file under a permit for this very upload, and makes sure that it is the one that was tried.
    private func open(
        _ upload: ImportUpload, for actor: Actor, detail: String, also: @escaping @Sendable (any Transaction) throws -> Void
    ) async throws -> [UInt8] {
        let key = try await vault.key(for: upload.id)
        let bytes = try await gate.change(.importStatistics, on: upload.id, for: actor, detail: detail) { tx, permit in
            try also(tx)
            var bytes: [UInt8] = []
            bytes.reserveCapacity(upload.fileSize)
            for (number, part) in try tx.parts(of: upload.id).enumerated() {
                bytes += try Shown(part, in: .part(number, of: upload.id), with: key, under: permit) { $0 }.value
            }
            return bytes
        }
        guard try Importer.hash(of: .bytes(bytes, name: upload.fileName)) == upload.fileHash else { throw VaultRefused.tampered }
        return bytes
    }

    private func run(numbered number: Int?) async throws -> ID<ImportRun>? {
        guard let number else { return nil }
        return try await gate.database.read { tx in try tx.row(.run(numbered: number)) { try ImportRun($0) }?.id }
    }

    private func clearExpired(at now: Instant) async throws {
        for id in try await gate.database.write({ try $0.expireUploads(at: now) }) { try await vault.destroyKey(of: id) }
    }
}

extension SealPlace {
    fileprivate static func report(of id: ID<ImportUpload>) -> SealPlace { SealPlace("import_upload", id, "report") }

    /// The number of a part is bound to it, so that parts can't change places.
    fileprivate static func part(_ number: Int, of id: ID<ImportUpload>) -> SealPlace {
        SealPlace("import_upload_part", id, "sealed", version: number)
    }
}

extension ImportReport {
    /// The report as it waits beside its file.
    fileprivate var text: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }

    fileprivate init(text: String) throws { self = try JSONDecoder().decode(ImportReport.self, from: Data(text.utf8)) }
}
