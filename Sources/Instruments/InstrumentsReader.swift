package import Basics
import Foundation
import Vocabulary

/// The shipped files of this context have faults: every one of them.
package struct InstrumentsFilesRefused: Refusal {
    package let faults: [String]

    package var code: String { "instruments.faulty-files" }

    package var message: String {
        let more = faults.count > 20 ? " And \(faults.count - 20) more." : ""
        return "The files of treaties and commitments in the folder share/ have faults. Correct them, or install the program again. "
            + faults.prefix(20).joined(separator: " ") + more
    }

    package var kind: RefusalKind { .unavailable }
}

/// Reads the shipped files and keeps every fault.
struct InstrumentsReader {
    let share: Share
    private(set) var faults: [String] = []
    private var print = Fingerprint()

    init(share: Share) { self.share = share }

    /// Changes when one of the files that were read does.
    var digest: String { print.text }

    private mutating func table(_ path: String) throws -> SmallTable {
        let bytes = Array(try share.data(path))
        print.mix(bytes)
        return SmallTable(bytes)
    }

    private mutating func fault(_ path: String, _ entry: String, _ problem: String) { faults.append("\(path), \(entry): \(problem).") }

    mutating func treaties() throws -> [Treaty] {
        let path = "reference/treaties.csv"
        let table = try table(path)
        return table.rows.map { row in
            func text(_ column: String) -> String { table.text(row, column) }
            for column in ["treaty", "untc_ref", "depositary", "name"] where text(column).isEmpty {
                fault(path, text("treaty"), "\(column) is empty")
            }
            return Treaty(
                code: text("treaty"), reference: text("untc_ref"), depositary: text("depositary"), name: text("name"),
                adoptedOn: Day(iso: text("adopted_or_opened")), inForceOn: Day(iso: text("entry_into_force")),
                statusAsOf: text("status_as_of"), completeness: text("completeness")
            )
        }
    }

    mutating func participations(of treaties: [Treaty]) throws -> [Participation] {
        let path = "reference/treaty_status.csv"
        let table = try table(path)
        let known = Set(treaties.map(\.code))
        var rows: [Participation] = []
        for row in table.rows {
            func text(_ column: String) -> String { table.text(row, column) }
            let entry = "\(text("treaty")) \(text("alpha3"))"
            if !known.contains(text("treaty")) { fault(path, entry, "there is no such treaty") }
            let action = text("action").isEmpty ? nil : DepositaryDate.action(named: text("action"))
            if action == nil, !text("action").isEmpty { fault(path, entry, "the action “\(text("action"))” is not known") }
            let actedOn = text("action_date").isEmpty ? nil : DateSpan(text: text("action_date"))
            if actedOn == nil, !text("action_date").isEmpty { fault(path, entry, "“\(text("action_date"))” is no date") }
            let signedOn = Day(iso: text("signature_date"))
            if signedOn == nil, !text("signature_date").isEmpty { fault(path, entry, "“\(text("signature_date"))” is no day") }
            guard let precision = Provenance.Precision(rawValue: text("precision")),
                let confidence = Provenance.Confidence(rawValue: text("confidence")), CountryCode(text("alpha3")) != nil
            else {
                fault(path, entry, "the code, the precision or the confidence is not known")
                continue
            }
            rows.append(
                Participation(
                    treaty: text("treaty"), party: text("alpha3"), signedOn: signedOn, action: action, actedOn: actedOn,
                    provenance: Provenance(
                        precision: precision, confidence: confidence, conflict: text("conflict"), source: text("source"),
                        asOf: Provenance.datesMentioned(in: text("source"))
                    )
                )
            )
        }
        return rows
    }

    mutating func commitments() throws -> [Commitment] {
        var all: [Commitment] = []
        let path = "reference/tip_protocol_provisions.csv"
        let table = try table(path)
        for row in table.rows {
            let id = table.text(row, "provision")
            add(
                id, .protocolProvisions,
                "Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children (UNTC XVIII-12-a), article \(Self.article(of: id))",
                table.text(row, "heading"), table.text(row, "statement"), table.text(row, "pillar"), "States Parties", path, &all
            )
        }
        for name in ["principles", "guidelines", "vienna_forum", "global_plan"] {
            let path = "commitments/\(name).csv"
            let table = try self.table(path)
            for row in table.rows {
                func text(_ column: String) -> String { table.text(row, column) }
                guard let source = Commitment.Source(rawValue: text("source")) else {
                    fault(path, text("id"), "the source “\(text("source"))” is not known")
                    continue
                }
                add(
                    text("id"), source, text("reference"), text("heading"), text("statement"), text("pillar"), text("addressed_to"),
                    path, &all
                )
            }
        }
        if Set(all.map(\.id)).count < all.count { fault("commitments", "ids", "one stands there twice") }
        return all
    }

    private mutating func add(
        _ id: String, _ source: Commitment.Source, _ reference: String, _ heading: String, _ statement: String, _ pillar: String,
        _ addressedTo: String, _ path: String, _ all: inout [Commitment]
    ) {
        for (name, text) in [("heading", heading), ("statement", statement), ("reference", reference), ("addressed_to", addressedTo)]
        where text.isEmpty { fault(path, id, "\(name) is empty") }
        guard !id.isEmpty, let pillar = Commitment.Pillar(rawValue: pillar) else {
            fault(path, id, "the id is empty, or the pillar “\(pillar)” is not known")
            return
        }
        all.append(
            Commitment(
                id: id, source: source, reference: reference, heading: heading, statement: statement, pillar: pillar,
                addressedTo: addressedTo
            )
        )
    }

    /// `TIP-9.5` as the Protocol writes it: article 9 (5), article 3 (a).
    static func article(of id: String) -> String {
        let parts = id.dropFirst("TIP-".count).split(separator: ".")
        return parts.count == 2 ? "\(parts[0]) (\(parts[1]))" : String(id.dropFirst("TIP-".count))
    }

    mutating func links(among commitments: [Commitment]) throws -> [CommitmentLink] {
        let path = "commitments/links.csv"
        let table = try table(path)
        let known = Set(commitments.map(\.id))
        return table.rows.map { row in
            let (from, to, why) = (table.text(row, "from"), table.text(row, "to"), table.text(row, "why"))
            for id in [from, to] where !known.contains(id) { fault(path, "\(from) to \(to)", "there is no commitment \(id)") }
            if why.isEmpty { fault(path, "\(from) to \(to)", "no reason is given") }
            return CommitmentLink(commitment: from, toKind: CommitmentLink.commitmentKind, toID: to, why: why, isShipped: true)
        }
    }
}
