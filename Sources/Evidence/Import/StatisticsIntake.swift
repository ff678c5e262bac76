import Basics
import Store
import Tabular
import Vocabulary

/// Reads a file of statistics into the cells of one run, and what it refuses into quarantine.
struct StatisticsIntake {
    private let job: ImportJob
    private let fields: StatisticFields
    private let intake: Intake
    private let source: Int
    private let run: Int
    private var writer: CellWriter
    private(set) var labels: LabelReader
    private(set) var quarantined = 0

    /// From here on a file with more refused than accepted rows is given up: the mapping is not for it.
    private static let refusedBeforeGivingUp = 1_000

    init(_ job: ImportJob, codebook: Codebook, source: Int, run: Int) throws {
        let fields = try StatisticFields(job.loaded.mapping)
        (self.job, self.fields, self.source, self.run) = (job, fields, source, run)
        intake = Intake.statistics(job.loaded.mapping, fields: fields, codebook: codebook, thisYear: job.thisYear)
        writer = CellWriter(source: source, run: run)
        labels = LabelReader(codebook)
    }

    mutating func read(in tx: any Transaction) throws -> IntakeReport {
        var session = try IntakeSession.open(intake, job.input)
        var guardian = ColumnGuardian(session.columnsIgnored, thisYear: job.thisYear)
        var told = -1
        var refused = 0
        var accepted = 0
        while let outcome = try session.next() {
            switch outcome {
            case .accepted(let record):
                accepted += 1
                try guardian.look(at: session)
                if let cell = try cell(record) { try writer.add(cell.content, at: cell.place, in: tx) }
            case .refused(let row):
                refused += 1
                if refused > accepted, refused > StatisticsIntake.refusedBeforeGivingUp {
                    throw ImportRefused.mostRowsRefused(
                        refused: refused, accepted: accepted, first: session.report().faults.first?.reason.en ?? ""
                    )
                }
                try tx.quarantine(row, source: source, run: run, at: job.startedAt)
                quarantined += 1
            }
            let now = session.progress
            if now.bytesRead != told {
                told = now.bytesRead
                job.progress(now)
            }
        }
        try writer.flush(in: tx)
        return session.report()
    }

    private mutating func cell(_ record: Record) throws -> (place: CellPlace, content: CellContent)? {
        guard let place = CellPlace(record, fields) else { return nil }
        let category = try labels.category(place.label, place.dimension, state: place.state)
        return (place, CellContent(record.published(fields), category: category))
    }
}

extension Intake {
    /// An intake with the rules for published statistics.
    static func statistics(_ mapping: Mapping, fields: StatisticFields, codebook: Codebook, thisYear: Int) -> Intake {
        Intake(
            mapping, codes: BookCodes(codebook: codebook),
            rules: [StatisticRules(fields: fields, mapping: mapping, thisYear: thisYear)], columnRules: [IdentityColumns()]
        )
    }
}

extension CellPlace {
    init?(_ record: Record, _ fields: StatisticFields) {
        guard let state = record[fields.state].string.flatMap({ CountryCode($0) }),
            let indicator = record[fields.indicator].string.flatMap(Indicator.init),
            let dimension = record[fields.dimension].string.flatMap(Dimension.init), let year = record[fields.year].integer
        else { return nil }
        self.init(
            state: state, indicator: indicator, dimension: dimension, sex: record[fields.sex].string.flatMap(Sex.init),
            age: record[fields.age].string.flatMap(AgeBand.init)?.wide, year: year,
            label: fields.label.flatMap { record[$0].string } ?? ""
        )
    }
}

extension Record {
    /// The published value; why there is none where there is none.
    func published(_ fields: StatisticFields) -> Count {
        switch self[fields.value] {
        case .count(let count): count
        case .absent(let why): .absent(why)
        default: .absent(.nothing)
        }
    }
}

/// Looks at the columns that a mapping does not take: one that holds e-mail addresses under a harmless name stops the import.
struct ColumnGuardian {
    private let columns: [(place: Int, name: String)]
    private var shapes: IdentityGuard
    private var rows = 0

    /// Looks at the first rows all, then at every hundredth.
    private static let thorough = 1_000

    init(_ columns: [(place: Int, name: String)], thisYear: Int) {
        self.columns = columns
        shapes = IdentityGuard(thisYear: thisYear)
    }

    mutating func look(at session: borrowing IntakeSession) throws(IdentityRefused) {
        guard !columns.isEmpty else { return }
        rows += 1
        guard rows <= ColumnGuardian.thorough || rows % 100 == 0 else { return }
        for column in columns {
            if let kind = shapes.look(at: session.text(column.place), column: column.place) {
                throw .values(column: column.name, kind, line: session.line)
            }
        }
    }
}
