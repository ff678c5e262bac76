import Basics
import Crypto
package import Foundation

/// One link of the audit's chain.
package struct AuditLink: Sendable, Hashable {
    /// Counted from 1, without a gap.
    package let number: Int
    /// SHA-256 over the hash before it and the row.
    package let hash: [UInt8]

    /// What the first row is chained to.
    package static let beginning = AuditLink(number: 0, hash: [UInt8](repeating: 0, count: 32))

    /// The link that a row makes when it comes next.
    func next(_ row: AuditRow) -> AuditLink {
        var hasher = SHA256()
        hasher.update(data: hash)
        hasher.update(data: row.canonicalBytes)
        return AuditLink(number: number + 1, hash: Array(hasher.finalize()))
    }
}

extension AuditRow {
    /// The row as its hash sees it: eleven fields in the order of the columns (id, at, account, organisation, session, deed, outcome,
    /// subject kind, subject id, purpose, detail). A missing field is the byte 0. A field that is there is the byte 1, its length in
    /// bytes as 8 bytes big-endian, and its bytes: ids as 16 bytes, the instant as 8 bytes big-endian (microseconds since 1970), text as
    /// UTF-8. Two different rows can't have the same bytes, for every field says where it ends.
    var canonicalBytes: [UInt8] {
        var bytes: [UInt8] = []
        func add(_ field: [UInt8]?) {
            guard let field else { return bytes.append(0) }
            bytes.append(1)
            bytes += withUnsafeBytes(of: UInt64(field.count).bigEndian) { Array($0) }
            bytes += field
        }
        add(id.bytes)
        add(withUnsafeBytes(of: at.microseconds.bigEndian) { Array($0) })
        add(account?.bytes)
        add(organisation?.bytes)
        add(session?.bytes)
        add(Array(deed.utf8))
        add(Array(outcome.rawValue.utf8))
        add(subject.map { Array($0.kind.utf8) })
        add(subject?.id)
        add(purpose.map { Array($0.utf8) })
        add(detail.map { Array($0.utf8) })
        return bytes
    }
}

/// The copy of the chain's newest link in a file outside the database, so that a chain which was cut short or written anew is noticed.
package struct AuditHeadFile: Sendable {
    package let url: URL

    /// - Parameter folder: the node's data folder.
    package init(folder: URL) { url = folder.appending(path: "audit-head") }

    /// The newest link that was copied; `nil` when there is no copy yet.
    /// - Throws: `AuditRefused.headUnreadable` when the file holds something else.
    package func read() throws -> AuditLink? {
        guard FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) else { return nil }
        let words = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let number = Int(words[0]), let hash = [UInt8](hex: words[1]), hash.count == 32 else {
            throw AuditRefused.headUnreadable(path: url.path(percentEncoded: false))
        }
        return AuditLink(number: number, hash: hash)
    }

    /// Replaces the copy in one step, so that a crash leaves the old or the new one.
    func write(_ link: AuditLink) throws {
        try Data("\(link.number) \(link.hash.hex)\n".utf8).write(to: url, options: .atomic)
    }
}

/// What can stop a check of the audit.
package enum AuditRefused: Refusal {
    case headUnreadable(path: String)

    package var code: String { "audit.head-unreadable" }

    package var message: String {
        switch self {
        case .headUnreadable(let path):
            "The copy of the audit's head in \(path) is damaged. Keep it, take the copy from a backup, and check again."
        }
    }
}

extension [UInt8] {
    /// Two lower-case hexadecimal digits for each byte.
    package var hex: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    init?(hex text: some StringProtocol) {
        guard text.utf8.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        self = bytes
    }
}
