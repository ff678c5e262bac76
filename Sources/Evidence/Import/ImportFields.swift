import Basics
import Tabular

/// The places of the fields that an import of statistics needs, looked up once.
struct StatisticFields {
    let state: Int
    let indicator: Int
    let dimension: Int
    let label: Int?
    let sex: Int
    let age: Int
    let year: Int
    let value: Int

    init(_ layout: Mapping) throws(ImportRefused) {
        let names = layout.fieldNames
        func place(_ name: String) -> Int? { names.firstIndex(of: name) }
        let needed = ["state", "indicator", "dimension", "sex", "age", "year", "value"]
        let missing = needed.filter { place($0) == nil }
        guard missing.isEmpty, let state = place("state"), let indicator = place("indicator"), let dimension = place("dimension"),
            let sex = place("sex"), let age = place("age"), let year = place("year"), let value = place("value")
        else { throw .fields(mapping: layout.name, missing: missing) }
        (self.state, self.indicator, self.dimension, self.sex) = (state, indicator, dimension, sex)
        (self.age, self.year, self.value) = (age, year, value)
        label = place("label")
    }
}

extension Mapping {
    /// The first column of the file that a field is read from, for reports.
    func column(of field: String) -> String? { fields.first { $0.field == field }?.columns.first }
}
