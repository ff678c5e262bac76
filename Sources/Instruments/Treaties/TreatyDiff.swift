import Basics

/// What an import would change, before it is applied.
package struct TreatyDiff: Sendable, Hashable {
    package let lines: [Line]

    package struct Line: Sendable, Hashable {
        package let kind: Kind
        package let before: Participation?
        package let after: Participation?

        package var treaty: String { (after ?? before)?.treaty ?? "" }
        package var party: String { (after ?? before)?.party ?? "" }
    }

    /// What happens to a row.
    package enum Kind: String, CaseIterable, Sendable, Codable {
        case added, changed, removed, unchanged
    }

    /// - Parameters:
    ///   - current: the rows of the register, of all treaties.
    ///   - incoming: the rows of the file.
    ///   - isComplete: whether the file lists every party and signatory of the treaties it names; only then are the others removed.
    package init(current: [Participation], incoming: [Participation], isComplete: Bool) {
        let named = Set(incoming.map(\.treaty))
        let before = Dictionary(current.map { (Key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(incoming.map { (Key($0), $0) }, uniquingKeysWith: { first, _ in first })
        var lines = after.map { key, row -> Line in
            guard let old = before[key] else { return Line(kind: .added, before: nil, after: row) }
            return Line(kind: Self.changes(old, row) ? .changed : .unchanged, before: old, after: row)
        }
        for (key, row) in before where named.contains(row.treaty) && after[key] == nil {
            lines.append(Line(kind: isComplete ? .removed : .unchanged, before: row, after: isComplete ? nil : row))
        }
        self.lines = lines.sorted { ($0.treaty, $0.party) < ($1.treaty, $1.party) }
    }

    /// The depositary's own word replaces a row also where it only makes it more certain.
    private static func changes(_ old: Participation, _ new: Participation) -> Bool {
        !old.saysTheSame(as: new) || old.provenance.confidence != new.provenance.confidence || !old.provenance.conflict.isEmpty
    }

    package func count(_ kind: Kind) -> Int { lines.count { $0.kind == kind } }

    package var changesNothing: Bool { lines.allSatisfy { $0.kind == .unchanged } }

    /// Identifies what was shown: a diff may only be applied while it is still this one.
    package var digest: String {
        var print = Fingerprint()
        for line in lines where line.kind != .unchanged {
            print.mix(line.kind.rawValue)
            for row in [line.before, line.after] {
                print.mix(
                    row.map { "\($0.treaty) \($0.party) \($0.signedOn?.iso ?? "") \($0.action?.rawValue ?? "") \($0.actedOn?.text ?? "")" }
                        ?? "")
                print.mix(row.map { "\($0.provenance.confidence.rawValue) \($0.provenance.conflict)" } ?? "")
            }
        }
        return print.text
    }

    private struct Key: Hashable {
        let treaty: String
        let party: String

        init(_ row: Participation) { (treaty, party) = (row.treaty, row.party) }
    }
}
