import Basics
import Foundation

extension Restoration {
    /// Makes the schema that the backup was made with, loads every row, compares, and brings the schema up to this program's.
    func fill(
        _ tx: any Transaction, from file: inout EncryptedReader, path: String, _ head: BackupHead, at now: Instant,
        progress: (BackupProgress) -> Void
    ) throws -> (tables: Int, rows: Int) {
        try tx.makeStepTable()
        let then = Set(head.steps)
        for migration in migrations where then.contains(migration.name) { try tx.take(migration, at: now) }
        let shapes = try tx.tables().filter { !Backup.leftOut.contains($0.name) }
        // A step may have put rows there; the backup holds them too.
        for shape in shapes.reversed() {
            // An empty table is left alone: one that only grows (the audit) refuses even to delete nothing.
            let name = try SQL.identifier(shape.name)
            if try tx.exists("SELECT 1 FROM \(sql: name) LIMIT 1") { try tx.run("DELETE FROM \(sql: name)") }
        }
        let references = try tx.liftReferences()
        var digests: [String: RowsDigest] = [:]
        while try file.read(1) == [UInt8(ascii: "T")] {
            guard let table = try file.json(BackupTable.self),
                let shape = shapes.first(where: { $0.name == table.name && Set($0.columns) == Set(table.columns) }),
                digests[table.name] == nil
            else { throw BackupRefused.damaged(path: path) }
            let present = TableShape(name: shape.name, columns: table.columns, references: [])
            digests[table.name] = try load(present, from: &file, path: path, into: tx, progress: progress)
            // Read back in the order of the backup's columns: the hash is over them in that order.
            guard try tx.eachRow(of: present) == digests[table.name] else { throw BackupRefused.unequal(table: table.name) }
        }
        // A letter that is neither a table nor the end can't come from an honest file, and the loop ended on it.
        try file.expectEnd()
        guard digests.count == shapes.count else { throw BackupRefused.damaged(path: path) }
        try tx.restoreReferences(references)
        for migration in migrations where !then.contains(migration.name) { try tx.take(migration, at: now) }
        return (digests.count, digests.values.reduce(0) { $0 + Int($1.count) })
    }

    private func load(
        _ table: TableShape, from file: inout EncryptedReader, path: String, into tx: any Transaction,
        progress: (BackupProgress) -> Void
    ) throws -> RowsDigest {
        let start: SQL = "INSERT INTO \(sql: try SQL.identifier(table.name)) (\(sql: try table.columnList())) VALUES "
        // PostgreSQL takes time for each statement, SQLite for each new one.
        let portion = tx.dialect == .sqlite ? 1 : max(1, min(200, 8_000 / max(1, table.columns.count)))
        var digest = RowsDigest()
        var waiting: [SQL] = []
        while true {
            let tag = try file.read(1)
            guard tag == [UInt8(ascii: "R")] else {
                if !waiting.isEmpty { try tx.runOnce(start + SQL.joined(waiting, separator: ", ")) }
                guard tag == [UInt8(ascii: "E")], try file.read(40) == digest.bytes else {
                    throw BackupRefused.damaged(path: path)
                }
                progress(BackupProgress(table: table.name, rows: Int(digest.count)))
                return digest
            }
            var bytes: [UInt8] = []
            var values: [SQL] = []
            for _ in table.columns {
                guard let value = try file.value(adding: &bytes) else { throw BackupRefused.damaged(path: path) }
                values.append("\(value)")
            }
            digest.add(bytes)
            waiting.append("(" + SQL.joined(values, separator: ", ") + ")")
            if waiting.count == portion {
                try tx.runOnce(start + SQL.joined(waiting, separator: ", "))
                waiting = []
            }
            if digest.count.isMultiple(of: 10_000) { progress(BackupProgress(table: table.name, rows: Int(digest.count))) }
        }
    }
}

/// A foreign key that is put back once everything is there.
struct LiftedReference {
    let add: String
}

extension Transaction {
    /// Whether there is nothing at all in this database.
    func isEmptyDatabase() throws -> Bool { try tables().isEmpty }

    /// Lets rows come in any order: a row may refer to one of its own table that comes later.
    func liftReferences() throws -> [LiftedReference] {
        guard dialect == .postgres else {
            try runSchema("PRAGMA defer_foreign_keys = ON")
            return []
        }
        let found = try rows(
            """
            SELECT quote_ident(own.relname), quote_ident(c.conname), pg_get_constraintdef(c.oid) FROM pg_constraint c
            JOIN pg_class own ON own.oid = c.conrelid
            JOIN pg_namespace n ON n.oid = own.relnamespace
            WHERE c.contype = 'f' AND n.nspname = current_schema() ORDER BY own.relname, c.conname
            """
        ) { (table: $0.text(0), name: $0.text(1), definition: $0.text(2)) }
        for key in found { try runSchema("ALTER TABLE \(key.table) DROP CONSTRAINT \(key.name)") }
        return found.map { LiftedReference(add: "ALTER TABLE \($0.table) ADD CONSTRAINT \($0.name) \($0.definition)") }
    }

    /// Puts foreign keys back; the database checks every row against them.
    func restoreReferences(_ references: [LiftedReference]) throws {
        for reference in references { try runSchema(reference.add) }
        if dialect == .sqlite, let table = try row("SELECT \"table\" FROM pragma_foreign_key_check()", { $0.text(0) }) {
            throw BackupRefused.unequal(table: table)
        }
    }

    /// Runs a statement that won't come again, so that nothing is kept for it.
    func runOnce(_ sql: SQL) throws {
        if let postgres = self as? PostgresTransaction {
            try postgres.connection.executeOnce(sql.storable())
        } else {
            try run(sql)
        }
    }
}

extension DatabaseLocation {
    /// Fills a database that must be empty, so that it is there whole or not at all: on SQLite a new file that takes the name
    /// at the end, on PostgreSQL one transaction.
    func fillingEmpty<Value>(_ body: (any Database) async throws -> Value) async throws -> Value {
        switch self {
        case .postgres:
            let database = try await open()
            do {
                let value = try await body(database)
                try await database.close()
                return value
            } catch {
                try? await database.close()
                throw error
            }
        case .sqlite(let path):
            if let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber, size.intValue > 0 {
                let present = try await open()
                let isEmpty = try await present.read { tx in try tx.isEmptyDatabase() }
                try await present.close()
                guard isEmpty else { throw BackupRefused.notEmpty }
            }
            let draft = path + ".restoring"
            let leftovers = ["", "-wal", "-shm"].map { draft + $0 }
            for file in leftovers { unlink(file) }
            do {
                let database = try await DatabaseLocation.sqlite(path: draft).open()
                let value: Value
                do {
                    value = try await body(database)
                    try await database.scrub()
                    try await database.close()
                } catch {
                    try? await database.close()
                    throw error
                }
                for file in ["-wal", "-shm"] { unlink(path + file) }
                guard rename(draft, path) == 0 else { throw StoreRefused.readOnly(path: path) }
                syncFolder(of: path)
                return value
            } catch {
                for file in leftovers { unlink(file) }
                throw error
            }
        }
    }
}
