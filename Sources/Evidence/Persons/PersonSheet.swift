import Basics
package import Vocabulary
package import Web

extension PersonQuestion {
    /// Reads what a command line gives: `2019` or `2015-2019`, and facets with commas between them.
    package init(source: String, year: String?, by: String?) throws {
        // Counts of case files are for people who are cleared for them, and whoever runs the machine is not.
        guard source != LiveRecords.source else { throw QuestionRefused.source(source) }
        var years: ClosedRange<Int>?
        if let year, !year.isEmpty {
            guard let span = StatisticsQuestion.years(year) else { throw QuestionRefused.year(year) }
            years = span
        }
        var facets: [PersonFacet] = []
        for name in (by ?? "").split(separator: ",").map({ $0.trimmingSpaces }) {
            guard let facet = PersonFacet(rawValue: name) else { throw PersonsRefused.facet(name) }
            facets.append(facet)
        }
        self.init(source: source, years: years, by: facets)
    }
}

extension PersonFacet {
    var title: Word {
        switch self {
        case .year: .year
        case .quarter: Word(work: "Quarter", fr: "Trimestre")
        case .state: Word(work: "State of exploitation", fr: "État d’exploitation")
        case .citizenship: .citizenshipOfPersons
        case .sex: .sexOfPersons
        case .age: .ageOfPersons
        case .form: .formOfExploitation
        case .sector: Word(work: "Sector", fr: "Secteur")
        case .status: Word(work: "Status", fr: "Statut")
        }
    }
}

extension PersonAnswer {
    /// The answer as a table, for those who may read internal figures: codes with their names beside them.
    package func sheet(_ naming: Naming, also notes: [Word] = []) -> Sheet {
        Sheet(
            name: (["persons"] + question.by.map(\.rawValue)).joined(separator: "-"),
            title: .personsFromRecords,
            columns: question.by.flatMap { facet in
                facet.isCoded
                    ? [Column("\(facet.rawValue)_code", .stateCode), Column(facet.rawValue, facet.title)]
                    : [Column(facet.rawValue, facet.title, .integer)]
            } + [Column("persons", .persons, .count)],
            rows: rows.map { row in
                zip(question.by, row.values).flatMap { facet, code -> [Cell] in
                    if facet.isCoded { return [.text(code), .word(naming.name(of: code, facet))] }
                    return [Int(code).map { .integer($0) } ?? .absent(.nothing)]
                } + [.count(.exact(row.persons))]
            },
            source: source.sheetSource,
            notes: notes
                + (question.by.contains(.form)
                    ? [
                        Word(
                            work: "A person exploited in several forms is counted in each: the rows add up to more than the persons.",
                            fr:
                                "Une personne exploitée sous plusieurs formes est comptée dans chacune : la somme dépasse le nombre de personnes."
                        )
                    ] : [])
        )
    }
}

extension Naming {
    /// The name of a code of person records; the code itself where there is none.
    func name(of code: String, _ facet: PersonFacet) -> Word {
        switch facet {
        case .state, .citizenship:
            if let country = CountryCode(code) { return name(of: country) }
            return name(of: Citizenship(code: code))
        case .sex: return lists[Sex.self].name(of: code)
        case .age: return lists[AgeBand.self].name(of: code)
        case .form: return lists[Exploitation.self].name(of: code)
        case .sector: return lists[Sector.self].name(of: code)
        case .status: return lists[VictimStatus.self].name(of: code)
        case .year, .quarter: return Word(work: code, fr: code)
        }
    }
}
