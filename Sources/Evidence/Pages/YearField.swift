import Vocabulary
import Web

/// Years to choose among, the newest first; read from an address, where anything else counts as not chosen.
enum YearField {
    static func year(_ years: ClosedRange<Int>, name: String = "year", label: Word = .year) -> ChoiceField<Int> {
        ChoiceField(
            name, label, isRequired: false,
            choices: years.reversed().map { Choice($0, key: String($0), label: .data(String($0))) }, as: .list
        )
    }

    static func filled(_ year: Int, name: String = "year") -> Filled {
        Filled(FormBody(Query([(name, String(year))])))
    }

    /// The year that an address asks for, when the source has it.
    static func read(_ query: Query, of years: ClosedRange<Int>, name: String = "year") -> Int? {
        query.filled(name).flatMap { Int($0) }.flatMap { years.contains($0) ? $0 : nil }
    }
}
