/// Finds what leaked from a questionnaire into a published table: a question's code where a label should stand
/// (`Q6.1_10s_2019`), and a value that holds its own question and year (`61102019` is question 6.1, item 10, of 2019).
package enum LeakedAnswer {
    /// Whether a label is the code of a question: a letter, numbers with dots, an item, and perhaps a year.
    package static func isQuestionCode(_ label: some StringProtocol) -> Bool {
        var rest = Array(label.utf8)[...]
        guard let first = rest.first, first == 0x51 || first == 0x71 else { return false }
        rest = rest.dropFirst()
        guard takeNumber(&rest) else { return false }
        while rest.first == 0x2E {
            rest = rest.dropFirst()
            guard takeNumber(&rest) else { return false }
        }
        guard rest.first == 0x5F else { return false }
        rest = rest.dropFirst()
        guard takeNumber(&rest) else { return false }
        return rest.isEmpty || rest.first == 0x5F || (0x61...0x7A).contains(rest.first ?? 0)
    }

    /// Whether a number is a question's digits with a year behind them. No State counts ten thousand times a thousand persons
    /// in a year, so from seven digits on an ending that is a year of the collection is one.
    /// - Parameter years: the years that the collection can speak of.
    package static func holdsYear(_ value: Int, years: ClosedRange<Int>) -> Bool {
        value >= 1_000_000 && years.contains(value % 10_000)
    }

    /// The largest number of persons or offences that one State is believed to report for one year.
    ///
    /// The largest published so far is 32,022; India's police count some hundred thousand kidnappings a year.
    package static let largestBelievable = 1_000_000

    private static func takeNumber(_ rest: inout ArraySlice<UInt8>) -> Bool {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        rest = rest.dropFirst(digits.count)
        return !digits.isEmpty
    }
}
