package import Access
package import Basics
import Crypto
import Foundation
package import Store
package import Tabular
package import Vocabulary

/// Brings files of statistics and of coded person records in: tried first if wished, every refused row reported, the same
/// file twice changing nothing, and nothing left half done.
package struct Importer: Sendable {
    let gate: Gate
    let codebook: Codebook
    let sources: SourceBook
    /// Seals refused rows of persons; without it they are counted and reported, and not kept.
    let vault: Vault?

    package init(gate: Gate, codebook: Codebook, sources: SourceBook, vault: Vault? = nil) {
        (self.gate, self.codebook, self.sources, self.vault) = (gate, codebook, sources, vault)
    }

    /// Imports a file, or tries it.
    /// - Parameters:
    ///   - mapping: the name of a mapping that ships, or the path of one's own, ending in `.yaml`.
    ///   - isTrial: does everything and keeps nothing.
    ///   - progress: called for each portion of the file, on whichever thread reads it.
    /// - Throws: `TableRefused`, `MappingRefused`, `ImportRefused`, `IdentityRefused`, `AccessRefused`, `StoreRefused`.
    @discardableResult
    package func run(
        _ input: TableInput, mapping name: String, scope: ImportScope = .addition, isTrial: Bool = false, for actor: Actor,
        progress: @escaping @Sendable (ReadingProgress) -> Void = { _ in }
    ) async throws -> ImportReport {
        let job = ImportJob(
            input: input, loaded: try sources.mapping(name), scope: scope, isTrial: isTrial, actor: actor,
            fileHash: try Importer.hash(of: input), startedAt: gate.clock.now(), progress: progress
        )
        guard job.loaded.source.name != LiveRecords.source else { throw ImportRefused.ownRecords }
        switch job.loaded.source.kind {
        case .statistics: return try await importStatistics(job)
        case .persons: return try await importPersons(job)
        }
    }

    /// Loads UNODC's country figures that ship with the program, when no source of that name holds anything yet.
    /// - Returns: `nil` when there was nothing to do.
    @discardableResult
    package func loadShipped(
        from share: Share, progress: @escaping @Sendable (ReadingProgress) -> Void = { _ in }
    ) async throws -> ImportReport? {
        let isThere = try await gate.database.read { tx in
            try tx.row(.source(named: "glotip"), { PublishedSource($0) })?.years != nil
        }
        guard !isThere else { return nil }
        let path = share.url("glotip/glotip_full.csv").path(percentEncoded: false)
        return try await run(.file(path: path), mapping: "glotip", for: .console(at: gate.clock.now()), progress: progress)
    }

    /// The SHA-256 of a file's bytes, in hexadecimal digits.
    static func hash(of input: TableInput) throws(TableRefused) -> String {
        var hasher = SHA256()
        switch input {
        case .bytes(let bytes, _): hasher.update(data: bytes)
        case .file(let path):
            guard let file = FileHandle(forReadingAtPath: path) else { throw .unreadable(file: input.name) }
            defer { try? file.close() }
            while let chunk = try? file.read(upToCount: 1 << 18), !chunk.isEmpty { hasher.update(data: chunk) }
        }
        return hasher.finalize().hexadecimal
    }
}

/// One import as it was asked for.
struct ImportJob: Sendable {
    let input: TableInput
    let loaded: LoadedMapping
    let scope: ImportScope
    let isTrial: Bool
    let actor: Actor
    let fileHash: String
    let startedAt: Instant
    let progress: @Sendable (ReadingProgress) -> Void

    /// Of the mapping's text and of the program's own way of reading: when either changes, the same file is read again.
    var mappingHash: String { SHA256.hash(data: Array("\(ImportJob.reading)\n\(loaded.text)".utf8)).hexadecimal }

    /// Counts changes of this program that make it read the same file differently.
    private static let reading = 1

    var thisYear: Int { startedAt.day().year }
}

extension Sequence<UInt8> {
    var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// The vocabulary as a mapping asks for it.
struct BookCodes: CodeSource {
    let codebook: Codebook

    func knows(list: String, scheme: String?) -> Bool { codebook.knows(list: list, scheme: scheme) }

    func code(for label: String, list: String, scheme: String?) -> String? { codebook.code(for: label, list: list, scheme: scheme) }

    func version(list: String) -> Int { codebook.version(list: list) }
}
