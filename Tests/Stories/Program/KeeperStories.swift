import Fixtures
import Foundation
import Store
import Testing

extension `The program` {
    @Suite struct `in the hands of its keeper` {
        @Test func `says so when all its keys are gone and new ones had to be made`() async throws {
            try await withNode { data, _ in
                let database = try await DatabaseLocation(url: nil, folder: data).open()
                try await database.write { tx in
                    try tx.run(
                        "INSERT INTO organisation (id, kind, name, search, added_at, version) VALUES (\([UInt8](repeating: 1, count: 16)), 'ngo', 'Harbour House', '', 0, 1)"
                    )
                    try tx.run(
                        """
                        INSERT INTO account (id, organisation_id, sign_in_name, display_name, search, state, invited_at, version)
                        VALUES (\([UInt8](repeating: 2, count: 16)), \([UInt8](repeating: 1, count: 16)), 'amina', 'Amina', '', 'active', 0, 1)
                        """
                    )
                    try tx.run(
                        "INSERT INTO account_contact (account_id, email, version) VALUES (\([UInt8](repeating: 2, count: 16)), \([UInt8](repeating: 3, count: 64)), 1)"
                    )
                }
                try await database.close()
                for name in ["keys", "keys.sqlite", "keys.sqlite-wal", "keys.sqlite-shm"] {
                    try? FileManager.default.removeItem(atPath: data + "/" + name)
                }
                let running = try Running(try path(), ["serve", "--port", "0", "--data", data], environment: environment)
                try await running.wait("address") {
                    $0.output.contains("Concord is at http") && $0.errors.contains("keys of this node were not there")
                }
                running.signal(SIGTERM)
                _ = try await running.end()
            }
        }

        @Test func `publishes figures of the country's own when it is told to, and takes them off again`() async throws {
            try await withNode { data, folder in
                let file = folder.appending(path: "own.csv").path(percentEncoded: false)
                try Data("state,indicator,dimension,label,sex,age,year,value\nFRA,victims,total,,total,total,2019,777\n".utf8).write(
                    to: URL(filePath: file))
                let taken = try await run("import", file, "--mapping", "statistics", "--data", data)
                #expect(taken.status == 0, "\(taken.said)")
                func isPublic() async throws -> Bool {
                    let database = try await DatabaseLocation(url: nil, folder: data).open()
                    let found = try await database.read { tx in
                        try tx.exists("SELECT 1 FROM source WHERE name = 'national' AND is_published = 1")
                    }
                    try await database.close()
                    return found
                }
                #expect(try await !isPublic())
                #expect(try await run("publish", "national", "--data", data).status == 0)
                #expect(try await isPublic())
                #expect(try await run("publish", "national", "--withdraw", "--data", data).status == 0)
                #expect(try await !isPublic())
                let stranger = try await run("publish", "nowhere", "--data", data)
                #expect(stranger.status == 1 && stranger.errors.contains("nowhere"), "\(stranger.said)")
            }
        }
    }
}
