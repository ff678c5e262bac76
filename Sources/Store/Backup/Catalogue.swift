import Basics

/// One table as the database itself describes it.
struct TableShape: Sendable, Equatable {
    let name: String
    /// Generated columns are left out: they follow from the others.
    let columns: [String]
    let references: Set<String>

    /// The text of a list of its columns.
    func columnList() throws -> SQL { SQL.joined(try columns.map { try SQL.identifier($0) }, separator: ", ") }
}

extension Transaction {
    /// All tables of this database (on PostgreSQL: of this schema), each after those that it refers to.
    func tables() throws -> [TableShape] {
        let names: [String]
        switch dialect {
        case .sqlite:
            names = try rows(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name"
            ) { $0.text(0) }
        case .postgres:
            names = try rows(
                "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
            ) { $0.text(0) }
        }
        return TableShape.ordered(try names.map(shape))
    }

    private func shape(of name: String) throws -> TableShape {
        switch dialect {
        case .sqlite:
            TableShape(
                name: name,
                columns: try rows("SELECT name FROM pragma_table_info(\(name)) ORDER BY cid") { $0.text(0) },
                references: Set(try rows("SELECT \"table\" FROM pragma_foreign_key_list(\(name))") { $0.text(0) })
            )
        case .postgres:
            TableShape(
                name: name,
                columns: try rows(
                    """
                    SELECT column_name::text FROM information_schema.columns
                    WHERE table_schema = current_schema() AND table_name = \(name) AND is_generated = 'NEVER' ORDER BY ordinal_position
                    """
                ) { $0.text(0) },
                references: Set(
                    try rows(
                        """
                        SELECT other.relname::text FROM pg_constraint c
                        JOIN pg_class own ON own.oid = c.conrelid
                        JOIN pg_class other ON other.oid = c.confrelid
                        JOIN pg_namespace n ON n.oid = own.relnamespace
                        WHERE c.contype = 'f' AND n.nspname = current_schema() AND own.relname = \(name)
                        """
                    ) { $0.text(0) }
                )
            )
        }
    }
}

extension TableShape {
    /// Puts each table after those that it refers to; a circle is broken where the names say.
    static func ordered(_ tables: [TableShape]) -> [TableShape] {
        var waiting = tables
        var done: [TableShape] = []
        while !waiting.isEmpty {
            let placed = Set(done.map(\.name))
            let present = Set(waiting.map(\.name))
            let index = waiting.firstIndex { $0.references.subtracting([$0.name]).isDisjoint(with: present.subtracting(placed)) }
            done.append(waiting.remove(at: index ?? 0))
        }
        return done
    }
}
