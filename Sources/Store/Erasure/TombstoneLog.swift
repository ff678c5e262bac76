package import Basics
import Crypto
import Foundation

/// That somebody was erased: a random id and a day, which say nothing of who it was.
package struct Tombstone: Sendable, Hashable {
    package let kind: String
    package let holder: [UInt8]
    package let at: Instant
}

/// The list of erasures, in a file outside the database and its backups, so that a backup which is older than an erasure
/// can't undo it. Only ever grows; each line carries the hash of all before it.
package struct TombstoneLog: Sendable {
    package let path: String

    private static let heading = "concord erasures 1"

    package init(path: String) { self.path = path }

    package var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// Makes the empty list; leaves one that is there. An empty list says "nobody was erased", a missing one says nothing.
    package func prepare() throws {
        if !exists { try durablyWrite(Array((TombstoneLog.heading + "\n").utf8), to: path, replacing: false) }
    }

    /// Adds a line and waits until it is on disk. Safe from several processes.
    package func append(_ tombstone: Tombstone) throws {
        try prepare()
        let file = open(path, O_RDWR)
        guard file >= 0 else { throw StoreRefused.readOnly(path: path) }
        // Closing gives the lock back.
        defer { close(file) }
        guard flock(file, LOCK_EX) == 0 else { throw StoreRefused.locked }
        let (stones, head, length) = try read()
        if stones.contains(where: { $0.kind == tombstone.kind && $0.holder == tombstone.holder }) { return }
        // Half a line, left by a process that was killed before it had promised anything, is cut off.
        guard ftruncate(file, off_t(length)) == 0, lseek(file, 0, SEEK_END) >= 0 else { throw StoreRefused.diskFault }
        let text = TombstoneLog.text(tombstone)
        let line = Array("\(text) \(TombstoneLog.hash(head, text))\n".utf8)
        let written = line.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
        guard written == line.count else { throw errno == ENOSPC ? StoreRefused.full : StoreRefused.diskFault }
        guard fsync(file) == 0 else { throw StoreRefused.diskFault }
    }

    /// All erasures, oldest first.
    /// - Throws: `VaultRefused.tombstonesDamaged` when a line was changed or taken out.
    package func tombstones() throws -> [Tombstone] { exists ? try read().stones : [] }

    /// How many lines there are and the hash of the last: what a backup keeps, to know the list again.
    package func head() throws -> TombstoneHead {
        guard exists else { return TombstoneHead(count: 0, hash: "") }
        let (stones, head, _) = try read()
        return TombstoneHead(count: stones.count, hash: head)
    }

    /// Whether this is the list that a backup knew, or a continuation of it.
    func continues(_ known: TombstoneHead) throws -> Bool {
        guard known.count > 0 else { return true }
        let stones = try read().stones
        guard stones.count >= known.count else { return false }
        return stones.prefix(known.count).reduce("") { TombstoneLog.hash($0, TombstoneLog.text($1)) } == known.hash
    }

    private func read() throws -> (stones: [Tombstone], head: String, length: Int) {
        guard let data = FileManager.default.contents(atPath: path) else { throw StoreRefused.readOnly(path: path) }
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
        guard lines.first.map({ Array($0) }) == Array(TombstoneLog.heading.utf8) else {
            throw VaultRefused.tombstonesDamaged(path: path, line: 1)
        }
        var stones: [Tombstone] = []
        var head = ""
        for (number, line) in lines.enumerated().dropFirst() {
            let parts = String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init)
            guard parts.count == 4, let at = Int64(parts[0]), let holder = [UInt8](hexadecimal: parts[2]),
                case let stone = Tombstone(kind: parts[1], holder: holder, at: Instant(microseconds: at)),
                TombstoneLog.hash(head, TombstoneLog.text(stone)) == parts[3]
            else { throw VaultRefused.tombstonesDamaged(path: path, line: number + 1) }
            head = parts[3]
            stones.append(stone)
        }
        return (stones, head, lines.reduce(0) { $0 + $1.count + 1 })
    }

    private static func text(_ stone: Tombstone) -> String {
        "\(stone.at.microseconds) \(stone.kind) \(stone.holder.hexadecimal)"
    }

    private static func hash(_ before: String, _ text: String) -> String {
        Array(SHA256.hash(data: Array("\(before) \(text)".utf8))).hexadecimal
    }
}

/// The end of a list of erasures at some time.
package struct TombstoneHead: Sendable, Codable, Equatable {
    package let count: Int
    package let hash: String
}

extension [UInt8] {
    var hexadecimal: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    init?(hexadecimal text: String) {
        let digits = text.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count.isMultiple(of: 2), !digits.contains(nil) else { return nil }
        let values = digits.compactMap(\.self)
        self = stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
    }
}
