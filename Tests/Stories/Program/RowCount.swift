@testable import Store

extension Transaction {
    /// How many rows a table has, by its name.
    func rowCount(of table: String) throws -> Int { try count(SQL(pieces: ["SELECT count(*) FROM \(table)"], values: [])) }
}
