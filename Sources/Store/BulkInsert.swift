extension Transaction {
    /// Inserts many rows with one statement text: prepared once and run for each row on SQLite, many rows at a time on PostgreSQL.
    ///
    /// ```swift
    /// try tx.insert("INSERT INTO cell (place, low) VALUES", values, columns: 2, " ON CONFLICT (place) DO NOTHING")
    /// ```
    /// - Parameters:
    ///   - head: the text up to and with `VALUES`; holds no value of its own.
    ///   - values: row after row, `columns` of them each.
    ///   - tail: what follows the rows, such as `ON CONFLICT …`; holds no value of its own. On PostgreSQL no two rows of
    ///     one call may meet the same conflict.
    package func insert(_ head: SQL, _ values: [SQLValue], columns: Int, _ tail: SQL = .none) throws {
        guard columns > 0, !values.isEmpty, values.count % columns == 0 else { return }
        if let sqlite = self as? SQLiteTransaction {
            return try sqlite.insertEach(head, values, columns: columns, tail)
        }
        // A statement of PostgreSQL binds at most 65,535 values.
        let portion = max(1, min(1_000, 60_000 / columns)) * columns
        for start in stride(from: 0, to: values.count, by: portion) {
            try run(SQL(inserting: head, values[start..<min(start + portion, values.count)], columns: columns, tail))
        }
    }
}

extension SQL {
    /// Rows of values between a head and a tail.
    fileprivate init(inserting head: SQL, _ values: ArraySlice<SQLValue>, columns: Int, _ tail: SQL) {
        var pieces: [String] = []
        pieces.reserveCapacity(values.count + 1)
        pieces.append(head.pieces[0] + " (")
        for place in 1..<values.count { pieces.append(place % columns == 0 ? "), (" : ", ") }
        pieces.append(")" + tail.pieces[0])
        self.init(pieces: pieces, values: Array(values))
    }
}

extension SQLiteTransaction {
    /// `DO UPDATE` on a table without a row id makes SQLite open a table of its own for every statement, which takes longer than the
    /// insert. So rows are first inserted with `DO NOTHING`, and the tail is for those that were not.
    fileprivate func insertEach(_ head: SQL, _ values: [SQLValue], columns: Int, _ tail: SQL) throws {
        let first = values[0..<columns]
        guard !tail.isEmpty else {
            try runEach(SQL(inserting: head, first, columns: columns, .none), values, columns: columns)
            return
        }
        let met = try runEach(SQL(inserting: head, first, columns: columns, " ON CONFLICT DO NOTHING"), values, columns: columns)
        guard !met.isEmpty else { return }
        let rest = met.flatMap { values[$0 * columns..<($0 + 1) * columns] }
        try runEach(SQL(inserting: head, first, columns: columns, tail), rest, columns: columns)
    }
}
