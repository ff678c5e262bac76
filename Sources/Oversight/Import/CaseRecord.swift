import Basics
import Foundation
import Protection
import Tabular
import Vocabulary

/// A case of another system, as one row of a file gave it.
struct ImportedCase: Sendable {
    let line: Int
    let identity: PersonIdentity
    let coded: People.Coded
    let path: ProtectionPath
    let exploitation: Exploitation
    /// When the other system received it; `nil` when the file does not say.
    let openedOn: Day?
}

/// Reads files of case records with the importer that all files come in by, and turns each row into a case or says what is wrong with it.
struct CaseRecordReader: Sendable {
    let room: ProtectionRoom
    let today: Day

    static let mapping = "case-mappings/htcds.yaml"

    /// - Throws: what the importer says of a file that can't be read.
    func read(_ bytes: [UInt8], name: String) throws -> (cases: [ImportedCase], faults: [Fault], rows: Int) {
        let yaml = String(decoding: try room.share.data(Self.mapping), as: UTF8.self)
        let mapping = try Mapping(yaml: yaml, name: Self.mapping)
        let intake = Intake(mapping, codes: ListCodes(lists: room.codebook.lists))
        var cases: [ImportedCase] = []
        var faults: [Fault] = []
        var rows = 0
        try intake.read(.bytes(Self.unwrapped(bytes), name: name)) { outcome in
            rows += 1
            switch outcome {
            case .refused(let row): faults += row.faults
            case .accepted(let record):
                let wrong = self.faults(of: record)
                if wrong.isEmpty { cases.append(self.imported(record)) } else { faults += wrong }
            }
        }
        return (cases, faults, rows)
    }

    /// A document of records, as this program writes it, is read as the list within it; lists of codes stand with semicolons as in a column.
    private static func unwrapped(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{"),
            let document = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
            let records = document["records"] as? [[String: Any]]
        else { return bytes }
        let plain = records.map { $0.mapValues { ($0 as? [String])?.joined(separator: ";") as Any? ?? $0 } }
        return (try? JSONSerialization.data(withJSONObject: plain)).map(Array.init) ?? bytes
    }

    private func faults(of record: Record) -> [Fault] {
        var faults: [Fault] = []
        func refuse(_ column: String, _ code: String, _ en: String, _ fr: String) {
            // The value stays out: it may be what tells who the person is.
            faults.append(
                Fault(
                    line: record.line, column: column, value: "", code: code, reason: Sentence(en: en, fr: fr),
                    remedy: Sentence(
                        en: "Correct it in the file and import the file again.", fr: "Corrigez-la dans le fichier et réimportez-le.")))
        }
        if let birth = record["birth"].partialDate, birth.year > today.year || birth.year < today.year - AgeBand.oldest {
            refuse("prs_Birthdate", "case.absurd-birth", "Nobody is born in such a year.", "Personne n’est né une telle année.")
        }
        if let opened = record["opened"].partialDate, opened.year > today.year || opened.year < 1990 || isFuture(opened) {
            refuse("cas_IncomingReferralDate", "case.absurd-date", "No case is of such a day.", "Aucun dossier n’est de ce jour.")
        }
        if let label = record["citizenship"].string, country(label) == nil {
            refuse("prs_Citizenship", "case.unknown-country", "No country has this code.", "Aucun pays ne porte ce code.")
        }
        return faults
    }

    private func isFuture(_ date: PartialDate) -> Bool { if case .day(let day) = date { day > today } else { false } }

    private func country(_ label: String) -> String? {
        let first = (label.split(separator: ";").first.map(String.init) ?? label).trimmingCharacters(in: .whitespaces).uppercased()
        return (room.countries.country(alpha2: first) ?? room.countries.country(alpha3: first))?.code.alpha3
    }

    private func imported(_ record: Record) -> ImportedCase {
        let name = ["first", "middle", "second"].compactMap { record[$0].string }.joined(separator: " ")
        let birth = record["birth"].partialDate
        // Of a birth year alone the younger age counts: who may be a child is protected as one.
        let age = birth.map { today.year - $0.year - (Self.hadBirthday($0, by: today) ? 0 : 1) }
        let band = age.flatMap { AgeBand(age: max(0, $0)) } ?? .unknown
        var opened: Day?
        if case .day(let day)? = record["opened"].partialDate { opened = day }
        return ImportedCase(
            line: record.line,
            identity: PersonIdentity(
                names: name.isEmpty ? [] : [name], birth: birth, documents: record["document"].string.map { [$0] } ?? []),
            coded: People.Coded(
                sex: record["sex"].string.flatMap(Sex.init(rawValue:)) ?? .unknown, ageBand: band,
                citizenship: record["citizenship"].string.flatMap(country), language: record["language"].string?.lowercased()),
            path: band == .unknown ? .unsure : band.wide == .child ? .child : .adult,
            exploitation: record["forms"].codes.first.flatMap(Exploitation.init(rawValue:)) ?? .unknown, openedOn: opened
        )
    }

    private static func hadBirthday(_ birth: PartialDate, by today: Day) -> Bool {
        switch birth {
        case .day(let day): (day.parts.month, day.parts.day) <= (today.parts.month, today.parts.day)
        case .month(_, let month): month < today.parts.month
        case .year: false
        }
    }
}

/// The vocabulary as the importer asks for it.
private struct ListCodes: CodeSource {
    let lists: CodeLists

    func knows(list: String, scheme: String?) -> Bool { lists[list]?.knows(scheme: scheme) ?? false }
    func code(for label: String, list: String, scheme: String?) -> String? { lists[list]?.entry(for: label, scheme: scheme)?.code }
    func version(list: String) -> Int { lists[list]?.version ?? 0 }
}
