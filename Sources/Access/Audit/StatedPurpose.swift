import Basics
import Crypto
package import Store

/// A purpose in somebody's own words. The words may name a person, and have to go with that person; a row of the audit stays for ever. So
/// the row holds a salted hash of the words, and the words lie beside it until the person is erased.
package struct StatedPurpose: Sendable, Hashable {
    package let text: String
    /// 32 random bytes: without them nobody can try words against the hash.
    let salt: [UInt8]

    init(_ text: String) {
        self.text = text
        salt = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
    }

    init(text: String, salt: [UInt8]) { (self.text, self.salt) = (text, salt) }

    /// What the row holds in their place: `sha256:` and the hash of the salt and the words, in hexadecimal.
    var seal: String { Self.mark + Array(SHA256.hash(data: salt + Array(text.utf8))).hex }

    private static let mark = "sha256:"

    /// Whether a purpose as a row holds it stands for words that lie, or lay, beside it.
    static func isSeal(_ purpose: String) -> Bool { purpose.hasPrefix(mark) && purpose.utf8.count == mark.utf8.count + 64 }

    func write(for row: ID<AuditRow>, in tx: any Transaction) throws {
        try tx.run("INSERT INTO audit_purpose (row_id, words, salt) VALUES (\(row), \(text), \(salt))")
    }

    /// Destroys the words of every row about these things; the rows and their chain stay whole.
    /// - Parameter subjects: the 16 bytes of each id.
    package static func forget(about subjects: [[UInt8]], in tx: any Transaction) throws {
        guard !subjects.isEmpty else { return }
        try tx.run("DELETE FROM audit_purpose WHERE row_id IN (SELECT id FROM audit_row WHERE subject_id IN \(list: subjects))")
    }
}

/// The purpose of an audit row as it can be shown today.
package enum ShownPurpose: Sendable, Hashable {
    /// In the words of whoever acted, or as the program names it.
    case words(String)
    /// It was stated, and destroyed when the person was erased.
    case destroyed

    /// - Parameters:
    ///   - purpose: the column of the row.
    ///   - words: from `audit_purpose`, where there still is a line.
    package init?(_ purpose: String?, words: String?) {
        guard let purpose else { return nil }
        if let words { self = .words(words) } else { self = StatedPurpose.isSeal(purpose) ? .destroyed : .words(purpose) }
    }

    package var words: String? {
        if case .words(let words) = self { words } else { nil }
    }
}

extension AccessSchema {
    static let statedPurposes = Migration(
        "2026-11-25 access: purposes in somebody's own words lie beside the audit, so that they can be destroyed",
        """
        CREATE TABLE audit_purpose (
            row_id BLOB PRIMARY KEY REFERENCES audit_row (id),
            words TEXT NOT NULL,
            salt BLOB NOT NULL
        ) STRICT
        """
    )
}
