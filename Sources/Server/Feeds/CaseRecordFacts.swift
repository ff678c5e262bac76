import Basics
import Evidence
import Protection
import Store

/// What a case file is to Evidence.
struct CaseRecordFacts: Sendable {
    /// `nil` for a file that counts nowhere.
    let record: LiveRecord?
    let isErased: Bool

    /// Closed for this reason, a file never was one.
    private static let openedInError = "opened_in_error"

    /// Reads some files, and those that they were joined into or that were joined into them.
    static func read(
        _ asked: Set<ID<CaseFile>>, in tx: any Transaction, day: (Instant) -> Day
    ) throws -> [ID<CaseFile>: CaseRecordFacts] {
        guard !asked.isEmpty else { return [:] }
        let kept = try tx.rows(
            "SELECT joined_into FROM case_file WHERE id IN \(list: Array(asked)) AND joined_into IS NOT NULL"
        ) { try $0.id(0, of: CaseFile.self) }
        let files = Array(asked.union(kept))
        var whole = Dictionary(uniqueKeysWithValues: files.map { ($0, $0) })
        try tx.forEach("SELECT joined_case, kept_case FROM file_join WHERE kept_case IN \(list: files) AND parted_at IS NULL") { row in
            let (joined, into) = (try row.id(0, of: CaseFile.self), try row.id(1, of: CaseFile.self))
            whole[joined] = into
        }
        let lived = try LivedThrough.read(whole, in: tx)
        var facts: [ID<CaseFile>: CaseRecordFacts] = [:]
        try tx.forEach(
            """
            SELECT c.id, c.opened_at, c.path, c.stage, c.setting, c.exploitation, c.region, c.closure_reason, c.joined_into, p.sex,
                p.age_band, p.citizenship, p.erased_at
            FROM case_file c JOIN person p ON p.id = c.person_id WHERE c.id IN \(list: files)
            """
        ) { row in
            let id = try row.id(0, of: CaseFile.self)
            let counts = row.isNull(8) && row.optionalText(7) != openedInError
            let parts = day(row.instant(1)).parts
            let lived = lived[id] ?? LivedThrough()
            let stage = try row.choice(3, as: IdentificationStage.self)
            let person = PersonRecord(
                year: parts.year, quarter: (parts.month - 1) / 3 + 1, status: stage.status, sex: row.text(9), ageBand: row.text(10),
                citizenship: row.optionalText(11) ?? "unknown", exploitedIn: lived.country ?? "unknown",
                forms: lived.forms.union([row.text(5)]).subtracting(["unknown"]).sorted(), sector: lived.sector ?? "unknown",
                controlMethods: lived.control.sorted(), recruitmentMethods: lived.recruitment.sorted()
            )
            let record = LiveRecord(
                person, setting: row.text(4), path: row.text(2), stage: stage.rawValue, region: row.optionalText(6) ?? "")
            facts[id] = CaseRecordFacts(record: counts ? record : nil, isErased: !row.isNull(12))
        }
        return facts
    }
}

/// What is coded of what a person lived through, of all entries of their file that stand.
private struct LivedThrough {
    var forms: Set<String> = []
    var control: Set<String> = []
    var recruitment: Set<String> = []
    var sector: String?
    var country: String?

    /// - Parameter whole: the file that each counts with.
    static func read(_ whole: [ID<CaseFile>: ID<CaseFile>], in tx: any Transaction) throws -> [ID<CaseFile>: LivedThrough] {
        var lived: [ID<CaseFile>: LivedThrough] = [:]
        let files = Array(whole.keys)
        // What is marked as the main exploitation comes first, then what was written down first.
        try tx.forEach(
            """
            SELECT case_id, exploitation, other_forms, control, sector, country FROM experience
            WHERE case_id IN \(list: files) AND replaced_at IS NULL AND is_withdrawn = 0
            ORDER BY case_id, CASE WHEN is_main = 'yes' THEN 0 ELSE 1 END, entry_id
            """
        ) { row in
            guard let file = whole[try row.id(0, of: CaseFile.self)] else { return }
            var one = lived[file] ?? LivedThrough()
            one.forms.formUnion(codes(row.optionalText(1)) + codes(row.optionalText(2)))
            one.control.formUnion(codes(row.optionalText(3)))
            one.sector = one.sector ?? row.optionalText(4)
            one.country = one.country ?? row.optionalText(5)
            lived[file] = one
        }
        try tx.forEach(
            """
            SELECT case_id, method FROM recruitment WHERE case_id IN \(list: files) AND replaced_at IS NULL AND is_withdrawn = 0
            """
        ) { row in
            guard let file = whole[try row.id(0, of: CaseFile.self)], let method = row.optionalText(1) else { return }
            lived[file, default: LivedThrough()].recruitment.formUnion(method.split(separator: " ").map(String.init))
        }
        return lived
    }

    /// Codes that stand with one blank between.
    private static func codes(_ text: String?) -> [String] { (text ?? "").split(separator: " ").map(String.init) }
}

extension IdentificationStage {
    /// What statistics call it: a code of `victim_status`. While nothing is decided it is not known.
    fileprivate var status: String {
        switch self {
        case .detected, .underAssessment: "unknown"
        case .presumed: "presumed"
        case .identified, .overturned: "identified"
        case .notIdentified, .underReview, .upheld: "not_identified"
        }
    }
}
