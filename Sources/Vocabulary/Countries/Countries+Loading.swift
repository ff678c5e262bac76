package import Basics

extension Countries {
    static let file = "reference/states.csv"

    /// Reads the register from `reference/states.csv`.
    /// - Throws: `VocabularyRefused` with every fault of the file; `ShareRefused` when there is no file.
    package static func load(from share: Share, regions: CodeList) throws -> Countries {
        var faults: [VocabularyFault] = []
        let table = SmallTable(Array(try share.data(file)))
        var countries: [Country] = []
        var seen: Set<String> = []
        for row in table.rows {
            let reader = StateRow(table: table, row: row, regions: regions)
            faults += reader.faults
            for key in [reader.text("alpha3"), reader.text("alpha2"), "M49 \(reader.m49)"] where !seen.insert(key).inserted {
                faults.append(VocabularyFault(file: file, entry: key, problem: "stands there twice"))
            }
            if let country = reader.country { countries.append(country) }
        }
        if countries.isEmpty { faults.append(VocabularyFault(file: file, entry: "", problem: "holds no State or area")) }
        guard faults.isEmpty else { throw VocabularyRefused(faults: faults) }
        return Countries(countries, regions: regions)
    }
}

/// One line of `states.csv`.
private struct StateRow {
    let table: SmallTable
    let row: [String]
    let regions: CodeList

    func text(_ column: String) -> String { table.text(row, column) }

    var m49: String { padded(text("m49")) }

    var standing: Country.Standing {
        if text("un_member") == "1" { return .member(since: Int(text("un_member_since")) ?? 0) }
        return text("un_observer") == "1" ? .observer : .neither
    }

    var country: Country? {
        guard let code = CountryCode(text("alpha3")) else { return nil }
        return Country(
            code: code,
            alpha2: text("alpha2"),
            m49: m49,
            name: Word(
                en: text("name_en"), fr: text("name_fr"), es: text("name_es"), ar: text("name_ar"), ru: text("name_ru"),
                zh: text("name_zh")
            ),
            standing: standing,
            isCouncilOfEuropeMember: text("coe_member") == "1",
            region: region("region_code"),
            subregion: region("subregion_code"),
            intermediateRegion: region("intermediate_code"),
            isLeastDeveloped: text("ldc") == "1",
            isLandlockedDeveloping: text("lldc") == "1",
            isSmallIslandDeveloping: text("sids") == "1",
            independenceNote: text("independence_note")
        )
    }

    var faults: [VocabularyFault] {
        let entry = text("alpha3")
        var problems: [String] = []
        if CountryCode(entry) == nil { problems.append("the alpha-3 code is not three capital letters") }
        if text("alpha2").utf8.count != 2 { problems.append("the alpha-2 code is not two letters") }
        if m49.utf8.count != 3 || Int(m49) == nil { problems.append("the M49 code is not three digits") }
        if text("un_member") == "1", Int(text("un_member_since")) == nil { problems.append("a member without a year") }
        for language in Language.allCases where text("name_\(language.code)").isEmpty {
            problems.append("no name in \(language.code)")
        }
        for column in ["region_code", "subregion_code", "intermediate_code"] {
            if let code = region(column), regions[code] == nil { problems.append("\(column) \(code) is not in the list of regions") }
        }
        return problems.map { VocabularyFault(file: Countries.file, entry: entry, problem: $0) }
    }

    private func region(_ column: String) -> String? {
        let code = text(column)
        return code.isEmpty ? nil : padded(code)
    }

    private func padded(_ code: String) -> String { String(repeating: "0", count: max(0, 3 - code.utf8.count)) + code }
}
