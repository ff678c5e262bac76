import Basics
import Tabular
import Vocabulary

/// Turns a mapped row into a coded record: a date into a quarter, an age into a band, a label into a country.
struct PersonCoder {
    private let mapping: Mapping
    private let codebook: Codebook
    private let date: Int
    private let status: Int?
    private let sex: Int?
    private let age: Int?
    private let ageBand: Int?
    private let citizenship: Int?
    private let exploitedIn: Int?
    private let forms: Int?
    private let sector: Int?
    private let control: Int?
    private let recruitment: Int?
    private var countries: [String: String?] = [:]

    init(_ mapping: Mapping, codebook: Codebook) throws(ImportRefused) {
        let names = mapping.fieldNames
        func place(_ name: String) -> Int? { names.firstIndex(of: name) }
        guard let date = place("date") else { throw .fields(mapping: mapping.name, missing: ["date"]) }
        (self.mapping, self.codebook, self.date) = (mapping, codebook, date)
        (status, sex, age, ageBand) = (place("status"), place("sex"), place("age"), place("age_band"))
        (citizenship, exploitedIn) = (place("citizenship"), place("exploited_in"))
        (forms, sector) = (place("forms"), place("sector"))
        (control, recruitment) = (place("control_methods"), place("recruitment_methods"))
    }

    /// The coded record, or what is wrong with the row.
    mutating func record(_ row: Record, thisYear: Int) -> Result<PersonRecord, PersonFault> {
        guard let when = row[date].partialDate ?? row[date].integer.map(PartialDate.year) else {
            return .failure(PersonFault(fault(row, "date", .notADate)))
        }
        guard (PersonFacet.firstYear...thisYear).contains(when.year) else { return .failure(PersonFault(fault(row, "date", .futureDate))) }
        var record = PersonRecord(year: when.year, quarter: PersonCoder.quarter(of: when))
        record.status = status.flatMap { row[$0].string } ?? "unknown"
        record.sex = sex.flatMap { row[$0].string } ?? "unknown"
        if let years = age.flatMap({ row[$0].integer }), let band = AgeBand(age: years) {
            record.ageBand = band.rawValue
        } else {
            record.ageBand = ageBand.flatMap { row[$0].string } ?? "unknown"
        }
        for (place, name, path) in [(citizenship, "citizenship", \PersonRecord.citizenship), (exploitedIn, "exploited_in", \.exploitedIn)] {
            guard let place, let label = row[place].string else { continue }
            guard let code = country(label) else { return .failure(PersonFault(fault(row, name, .unknownCountry))) }
            record[keyPath: path] = code
        }
        record.forms = (forms.map { row[$0].codes } ?? []).sorted()
        record.sector = sector.flatMap { row[$0].string } ?? "unknown"
        record.controlMethods = (control.map { row[$0].codes } ?? []).sorted()
        record.recruitmentMethods = (recruitment.map { row[$0].codes } ?? []).sorted()
        return .success(record)
    }

    static func quarter(of date: PartialDate) -> Int? {
        switch date {
        case .year: nil
        case .month(_, let month): (month - 1) / 3 + 1
        case .day(let day): (day.parts.month - 1) / 3 + 1
        }
    }

    /// The alpha-3 code of a country given by a code or a name; several citizenships stand with semicolons: the first counts.
    private mutating func country(_ label: String) -> String? {
        if let known = countries[label] { return known }
        let first = label.split(separator: ";").first.map(String.init)?.trimmingSpaces ?? label
        let code: String? =
            if let byCode = codebook.countries.country(alpha3: first.uppercased()) ?? codebook.countries.country(alpha2: first.uppercased())
            {
                byCode.code.alpha3
            } else {
                switch codebook.labels.read(first) {
                case .exact(let code), .alias(let code), .likely(let code, _): code.alpha3
                case .group(.stateless): "stateless"
                case .group(.unknown): "unknown"
                case .group, .unresolved: nil
                }
            }
        if countries.count < 10_000 { countries[label] = code }
        return code
    }

    private enum Wrong { case notADate, futureDate, unknownCountry }

    private func fault(_ row: Record, _ field: String, _ wrong: Wrong) -> Fault {
        let (code, reason): (String, Sentence) =
            switch wrong {
            case .notADate:
                ("person.no-date", Sentence(en: "The record has no year.", fr: "Le dossier n’a pas d’année."))
            case .futureDate:
                ("person.absurd-date", Sentence(en: "No case is of such a year.", fr: "Aucun dossier ne peut être de cette année."))
            case .unknownCountry:
                ("person.unknown-country", Sentence(en: "No country has this name or code.", fr: "Aucun pays ne porte ce nom ou ce code."))
            }
        // The value stays out: it may be what tells who the person is.
        return Fault(
            line: row.line, column: mapping.column(of: field), value: "", code: code, reason: reason,
            remedy: Sentence(en: "Correct it in the file and import the file again.", fr: "Corrigez-la dans le fichier et réimportez-le.")
        )
    }
}

/// What is wrong with the record of a person.
struct PersonFault: Error {
    let fault: Fault

    init(_ fault: Fault) { self.fault = fault }
}
