import Basics
import Store
import Vocabulary
import Web

extension WorldTables {
    /// How labels that are no exact name were read, those that nobody could read first; `nil` while nothing is imported.
    func labels() async throws -> Sheet? {
        let naming = naming
        return try await statistics.database.read { tx in
            guard let source = try tx.rows(.sources(of: .statistics), { PublishedSource($0) }).first(where: \.isPublished) else {
                return nil
            }
            let rows = try tx.rows(.labels(source: source.number)) { row -> [Cell] in
                let category = row.optionalText(3)
                let group = category.flatMap(LabelGroup.init(rawValue:))
                let name = group?.word ?? category.flatMap { CountryCode($0) }.map(naming.name(of:)) ?? .labelUnread
                return [
                    .label(row.text(0)),
                    row.text(1) == Dimension.repatriation.rawValue ? .word(.repatriatedTo) : .word(.citizenshipOfPersons),
                    .word(name), .text(category ?? ""), .word(.reading(row.text(2))), .integer(row.int(4)),
                ]
            }
            return Sheet(
                name: "labels", title: .labelsTitle,
                columns: [
                    Column("label", .labelPublished), Column("dimension", .labelColumn), Column("read_as", .labelReadAs),
                    Column("code", .stateCode), Column("reason", .labelReason), Column("cells", .labelCells, .integer),
                ],
                rows: rows, source: source.sheetSource
            )
        }
    }
}

extension SQL {
    fileprivate static func labels(source: Int) -> SQL {
        """
        SELECT label, dimension, reading, category, cells FROM label_reading
        WHERE source = \(source) AND reading <> 'exact' AND dimension IN ('citizenship', 'repatriation')
        ORDER BY CASE WHEN category IS NULL THEN 0 ELSE 1 END, cells DESC, label
        """
    }
}

extension Cell {
    /// A label as it was published; some figures have none.
    static func label(_ label: String) -> Cell { label.isEmpty ? .word(.noLabel) : .text(label) }
}

extension Word {
    fileprivate static let noLabel = Word(
        en: "(no label)", fr: "(sans libellé)", es: "(sin etiqueta)", ar: "(بلا تسمية)", ru: "(без подписи)", zh: "（无标签）"
    )
    fileprivate static let labelColumn = Word(en: "Column", fr: "Colonne", es: "Columna", ar: "العمود", ru: "Столбец", zh: "列")
}
