import Basics
import Protection
import Store
import Vocabulary

/// The coded facts that stand both in the profile of a person (with its history) and in the person's row, where lists find them.
enum PersonCodes {
    /// What was known when the file was opened.
    static func known(_ file: CaseSummary, in tx: any Transaction) throws -> [String: EntryValue] {
        let row = try tx.row("SELECT sex, age_band, citizenship, language, interpreter FROM person WHERE id = \(file.person)") { row in
            [
                "sex": EntryValue.code(row.text(0)), "age_band": .code(row.text(1)),
                "citizenship": row.optionalText(2).map { .code($0) } ?? .none, "language": row.optionalText(3).map { .code($0) } ?? .none,
                "interpreter": .code(row.text(4)),
            ]
        }
        return row ?? [:]
    }

    /// An age must fit the path: whether somebody is protected as a child is decided elsewhere, with reasons.
    static func check(_ values: [String: EntryValue], _ file: CaseSummary) throws(CaseWorkRefused) {
        guard case .code(let code)? = values["age_band"], let band = AgeBand(rawValue: code), let ages = band.ages else { return }
        switch file.path {
        case .adult where ages.upperBound < 18: throw .ageAgainstPath
        case .child where ages.lowerBound >= 18: throw .ageAgainstPath
        default: return
        }
    }

    static func write(_ written: EntryKind.Written, in tx: any Transaction) throws {
        guard !written.isWithdrawn else { return }
        func code(_ name: String) -> String? { if case .code(let code)? = written.values[name] { code } else { nil } }
        guard let sex = code("sex"), let age = code("age_band"), let interpreter = code("interpreter") else { return }
        try tx.run(
            """
            UPDATE person SET sex = \(sex), age_band = \(age), citizenship = \(code("citizenship")), language = \(code("language")),
                interpreter = \(interpreter), version = version + 1
            WHERE id = \(written.file.person)
            """
        )
    }
}
