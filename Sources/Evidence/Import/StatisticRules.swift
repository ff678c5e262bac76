import Basics
import Tabular

/// What no row of published statistics may hold, however well each value by itself is formed.
struct StatisticRules: RowRule {
    let fields: StatisticFields
    let mapping: Mapping
    /// The year now: nobody publishes later ones.
    let thisYear: Int

    func faults(of record: Record) -> [Fault] {
        var faults: [Fault] = []
        let label = fields.label.flatMap { record[$0].string } ?? ""
        if !label.isEmpty, LeakedAnswer.isQuestionCode(label) {
            faults.append(
                fault(
                    record, "label", label, "statistic.question-code",
                    Sentence(
                        en: "A questionnaire's own code stands where a label should.",
                        fr: "Le code d’une question figure à la place d’un libellé."
                    )
                )
            )
        }
        if case .exact(let number)? = record[fields.value].count {
            if LeakedAnswer.holdsYear(number, years: 1_990...thisYear) {
                faults.append(
                    fault(
                        record, "value", String(number), "statistic.question-code-as-value",
                        Sentence(
                            en: "The number is a question's own code with its year, not a count.",
                            fr: "Le nombre est le code d’une question suivi de son année, pas un effectif."
                        )
                    )
                )
            } else if number > LeakedAnswer.largestBelievable {
                faults.append(
                    fault(
                        record, "value", String(number), "statistic.absurd",
                        Sentence(
                            en: "No State counts more than \(LeakedAnswer.largestBelievable) in one year.",
                            fr: "Aucun État ne compte plus de \(LeakedAnswer.largestBelievable) en une année."
                        )
                    )
                )
            }
        }
        if let year = record[fields.year].integer, year > thisYear {
            faults.append(
                fault(
                    record, "year", String(year), "statistic.future-year",
                    Sentence(en: "The year has not begun yet.", fr: "Cette année n’a pas encore commencé.")
                )
            )
        }
        if record[fields.dimension].string == Dimension.total.rawValue, !label.isEmpty {
            faults.append(
                fault(
                    record, "label", label, "statistic.label-on-total",
                    Sentence(en: "A total has no label.", fr: "Un total n’a pas de libellé.")
                )
            )
        }
        return faults
    }

    private func fault(_ record: Record, _ field: String, _ value: String, _ code: String, _ reason: Sentence) -> Fault {
        Fault(
            line: record.line, column: mapping.column(of: field), value: value, code: code, reason: reason,
            remedy: Sentence(
                en: "Look the row up at its source and correct it, or leave it out.",
                fr: "Vérifiez la ligne à la source et corrigez-la, ou retirez-la."
            )
        )
    }
}

/// Refuses columns whose names say that they hold what can tell who a person is.
struct IdentityColumns: ColumnRule {
    func faults(of columns: [String]) -> [HeaderFault] {
        columns.filter { IdentityGuard.kind(ofColumn: $0) != nil }.map { .forbidden($0) }
    }
}
