import Store

extension Statistics {
    /// How the labels of a source were read, those that nobody could read first, then by how often they stand there.
    package func labels(source name: String? = nil) async throws -> [LabelReading] {
        try await database.read { tx in
            let source = try tx.source(named: name)
            return try tx.rows(
                """
                SELECT dimension, label, reading, category, cells FROM label_reading WHERE source = \(source.number)
                ORDER BY CASE WHEN category IS NULL THEN 0 ELSE 1 END, cells DESC, dimension, label
                """
            ) { row in
                LabelReading(
                    dimension: row.text(0), label: row.text(1), reading: row.text(2), category: row.optionalText(3), rows: row.int(4)
                )
            }
        }
    }
}
