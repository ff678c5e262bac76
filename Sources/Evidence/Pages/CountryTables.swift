import Basics
import Foundation
package import Vocabulary
package import Web

extension Statistics {
    /// Everything that the page of one country shows of figures.
    package func sections(_ country: Country, _ codebook: Codebook, _ shapes: WorldShapes) async throws -> CountrySections {
        let figures = try await self.country(country.code)
        return CountrySections(country, figures, Naming(countries: codebook.countries, lists: codebook.lists), shapes)
    }
}

extension CountrySections {
    init(_ country: Country, _ figures: CountryFigures, _ naming: Naming, _ shapes: WorldShapes) {
        self.country = country
        self.figures = figures
        let stem = country.code.alpha3.lowercased()
        func split(_ indicator: Indicator, _ facet: Facet, _ name: String, _ title: Word) -> SplitTable {
            SplitTable(
                figures.cells.rows(indicator, by: [.year, facet]), name: "\(stem)-\(name)", title: title, source: figures.source,
                naming: { naming.name(of: $0) }
            )
        }
        byYear = Sheet.totals(of: figures, name: "\(stem)-by-year")
        forms = split(.victims, .form, "victims-by-form", .formsTitle)
        sexes = split(.victims, .sex, "victims-by-sex", .sexTitle)
        ages = split(.victims, .age, "victims-by-age", .ageTitle)
        convicted = split(.convicted, .sex, "convicted-by-sex", .sexOfConvictedTitle)
        let here = figures.citizensHere()
        let there = figures.citizensElsewhere()
        citizenships = Sheet.citizenships(of: figures, .victims, name: "\(stem)-citizenships", title: .citizenshipsTitle, naming)
        convictedCitizenships = Sheet.citizenships(
            of: figures, .convicted, name: "\(stem)-convicted-citizenships", title: .convictedByCitizenship, naming
        )
        elsewhere = Sheet.elsewhere(there, of: figures, name: "\(stem)-elsewhere", naming)
        flows = FlowMap(
            shapes,
            flows: (here + there).map {
                FlowMap.Flow(from: $0.from, naming.name(of: $0.from), to: $0.to, naming.name(of: $0.to), $0.figure.count)
            },
            most: 40, focus: country.code
        )
        verdicts = Sheet.verdicts(figures, name: "\(stem)-quality")
    }
}

extension Sheet {
    /// The published totals of one country, a row for every year of the source: the gaps are rows too.
    fileprivate static func totals(of figures: CountryFigures, name: String) -> Sheet {
        let years = figures.source.years.map(Array.init) ?? []
        let totals = Indicator.allCases.map { indicator in
            Dictionary(
                figures.cells.totals(indicator).compactMap { row -> (Int, Figure)? in
                    if case .year(let year)? = row.values.first { (year, row.figure) } else { nil }
                }, uniquingKeysWith: { first, _ in first }
            )
        }
        return Sheet(
            name: name, title: .byYearTitle,
            columns: [Column("year", .year, .integer)] + Indicator.allCases.map { Column($0.rawValue, $0.name, .count) },
            rows: years.map { year in [.integer(year)] + totals.map { ($0[year] ?? .nothing).cell } },
            source: figures.source.sheetSource
        )
    }

    /// The citizenships of victims or convicted persons, all years together, the largest first.
    fileprivate static func citizenships(
        of figures: CountryFigures, _ indicator: Indicator, name: String, title: Word, _ naming: Naming
    ) -> Sheet {
        let rows = figures.cells.rows(indicator, by: [.citizenship]).sorted { $0.figure.order > $1.figure.order }
        return Sheet(
            name: name, title: title.over(figures.source.years),
            columns: [Column("citizenship", .citizenship), Column("code", .stateCode), Column(indicator.rawValue, indicator.name, .count)],
            rows: rows.compactMap { row in
                guard case .citizenship(let whose)? = row.values.first else { return nil }
                let label = Cell.word(naming.name(of: whose))
                return [
                    whose.state.map { .link(label, to: EvidenceAddress.country($0)) } ?? label, .text(whose.code ?? ""), row.figure.cell,
                ]
            },
            source: figures.source.sheetSource, notes: [.oneCountryTwoNames]
        )
    }

    fileprivate static func elsewhere(_ flows: [Flow], of figures: CountryFigures, name: String, _ naming: Naming) -> Sheet {
        Sheet(
            name: name, title: .elsewhereTitle.over(figures.source.years),
            columns: [
                Column("country", .countryOfDetection), Column("code", .stateCode), Column("victims", Indicator.victims.name, .count),
            ],
            rows: flows.map { flow in
                [
                    .link(.word(naming.name(of: flow.to)), to: EvidenceAddress.country(flow.to)), .text(flow.to.alpha3), flow.figure.cell,
                ]
            },
            source: figures.source.sheetSource, notes: [.oneCountryTwoNames]
        )
    }

    /// Every rule of quality with what it found in one country.
    fileprivate static func verdicts(_ figures: CountryFigures, name: String) -> Sheet {
        Sheet(
            name: name, title: .reliability,
            columns: [
                Column("rule", .qualityRule), Column("verdict", .qualityVerdict), Column("checked", .qualityChecked, .integer),
                Column("failing", .qualityFailing, .integer), Column("years", .qualityYears), Column("meaning", .qualityMeaning),
            ],
            rows: figures.quality.compactMap { finding in
                guard let rule = QualityRules.rule(finding.rule) else { return nil }
                return [
                    .word(rule.title), .word(finding.verdict.name), .integer(finding.checked), .integer(finding.failing),
                    .text(finding.yearsText), .word(rule.meaning),
                ]
            },
            source: figures.source.sheetSource
        )
    }
}

extension Figure {
    /// For the order of a list: the surest and largest first.
    fileprivate var order: Int {
        count.bounds.map { $0.lowerBound * 100_000 + $0.upperBound } ?? -1
    }
}

extension Word {
    /// The same title with the years that it covers.
    fileprivate func over(_ years: ClosedRange<Int>?) -> Word {
        guard let years else { return self }
        let span = "\(years.lowerBound)–\(years.upperBound)"
        return Word(
            en: "\(en), \(span)", fr: "\(fr), \(span)", es: "\(es), \(span)", ar: "\(ar)، \(span)", ru: "\(ru), \(span)",
            zh: "\(zh)，\(span)年"
        )
    }

    static let qualityRule = Word(en: "Rule", fr: "Règle", es: "Regla", ar: "القاعدة", ru: "Правило", zh: "规则")
    static let qualityVerdict = Word(en: "Verdict", fr: "Appréciation", es: "Valoración", ar: "الحكم", ru: "Оценка", zh: "评定")
    static let qualityChecked = Word(en: "Checked", fr: "Vérifiés", es: "Comprobados", ar: "ما فُحص", ru: "Проверено", zh: "检查数")
    static let qualityFailing = Word(en: "Failing", fr: "En défaut", es: "Con fallo", ar: "المخالف", ru: "Не прошло", zh: "不符数")
    static let qualityYears = Word(en: "Years", fr: "Années", es: "Años", ar: "السنوات", ru: "Годы", zh: "年份")
    static let qualityMeaning = Word(
        en: "What it means", fr: "Ce que cela signifie", es: "Qué significa", ar: "معناه", ru: "Что это значит", zh: "含义")
}
