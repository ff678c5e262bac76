import Fixtures
import Foundation
import Store
import Testing

extension `The program` {
    @Suite struct `when it imports` {
        private static let header = "alpha3,indicator,dimension,category,sex,age,year,value"

        private static func write(_ bytes: [UInt8], as name: String, in folder: URL) throws -> String {
            let file = folder.appending(path: name)
            try Data(bytes).write(to: file)
            return file.path(percentEncoded: false)
        }

        private static func cells(_ data: String) async throws -> [Int] {
            try await inside(data) { tx in
                [try tx.count("SELECT count(*) FROM statistic"), try tx.count("SELECT count(*) FROM import_run")]
            }
        }

        @Test func `tries, then does, then knows the file again`() async throws {
            try await withNode { data, folder in
                let file = try Self.write(
                    Array(
                        "\(Self.header)\nTUV,victims,total,,T,T,2018,77\nTUV,victims,total,,T,T,2019,<5\nFRA,victims,total,,T,T,20x4,1\n"
                            .utf8), as: "new.csv", in: folder)
                let before = try await Self.cells(data)
                let trial = try await run("import", file, "--mapping", "glotip", "--dry-run", "--data", data)
                #expect(
                    trial.status == 0 && trial.output.contains("Tried; nothing was kept.") && trial.output.contains("new: 2"),
                    "\(trial.said)")
                #expect(try await Self.cells(data) == before)
                let real = try await run("import", file, "--mapping", "glotip", "--data", data)
                #expect(real.status == 0 && real.output.contains("Imported as run") && real.output.contains("refused: 1"))
                #expect(real.output.contains("line 4, year: “20x4”"))
                let after = try await Self.cells(data)
                #expect(after == [before[0] + 2, before[1] + 1])
                let again = try await run("import", file, "--mapping", "glotip", "--data", data)
                #expect(again.status == 0 && again.output.contains("Nothing was changed"))
                #expect(try await Self.cells(data) == after)
                // Whoever wants every row or none says so.
                #expect(try await run("import", file, "--mapping", "glotip", "--strict", "--dry-run", "--json", "--data", data).status != 0)
                expectRefusal(try await run("import", file, "--mapping", "nothing", "--data", data), "There is no mapping called “nothing”")
                expectRefusal(try await run("import", folder.path + "/none.csv", "--mapping", "glotip", "--data", data), "none.csv")
            }
        }

        @Test func `refuses each kind of broken file in a sentence, and keeps nothing of it`() async throws {
            try await withNode { data, folder in
                let whole = try Data(contentsOf: URL(filePath: Shipped.figures))
                let head = Array((Self.header + "\n").utf8)
                let cases: [(name: String, bytes: [UInt8], words: String)] = [
                    ("empty.csv", [], "The file is empty"),
                    ("only-header.csv", head, "no row"),
                    ("half.csv", Array(whole.prefix(whole.count / 2 - 3)), "cut off"),
                    (
                        "encoding.csv",
                        head + Array("FRA,victims,citizenship,Br".utf8) + [0xFF, 0xFE, 0x81] + Array("zil,T,T,2019,5\n".utf8),
                        "Save it as UTF-8"
                    ),
                    ("not-text.csv", (0..<12_800).map { UInt8(truncatingIfNeeded: $0) }, "not text"),
                    ("million.csv", Array(((0..<1_000_000).map { "c\($0)" }.joined(separator: ",") + "\n").utf8), "more than 1000 columns"),
                    (
                        "doubled.csv",
                        Array("alpha3,indicator,dimension,category,sex,age,year,year,value\nFRA,victims,total,,T,T,2019,2019,5\n".utf8),
                        "Two columns are named “year”"
                    ),
                    (
                        "missing.csv", Array("alpha3,indicator,dimension,category,sex,age,value\nFRA,victims,total,,T,T,5\n".utf8),
                        "“year” is missing"
                    ),
                    (
                        "dates.csv", head + Array(String(repeating: "FRA,victims,total,,T,T,2019-13-45,5\n", count: 1_100).utf8),
                        "rows were refused"
                    ),
                    (
                        "negatives.csv", head + Array(String(repeating: "FRA,victims,total,,T,T,2019,-5\n", count: 1_100).utf8),
                        "rows were refused"
                    ),
                    ("quote.csv", head + Array("FRA,victims,citizenship,\"Brazil,T,T,2019,5\n".utf8), "never closed"),
                    (
                        "long.csv", head + Array("FRA,victims,citizenship,\(String(repeating: "x", count: 2_000_000)),T,T,2019,5\n".utf8),
                        "longer than"
                    ),
                    (
                        "names.csv",
                        Array("full_name,alpha3,indicator,dimension,category,sex,age,year,value\nA B,FRA,victims,total,,T,T,2019,5\n".utf8),
                        "name"
                    ),
                    ("cut.json", Array(#"[{"alpha3": "FRA", "indicator"#.utf8), "cut off"),
                ]
                let before = try await Self.cells(data)
                for broken in cases {
                    let file = try Self.write(broken.bytes, as: broken.name, in: folder)
                    let outcome = try await run("import", file, "--mapping", "glotip", "--data", data)
                    expectRefusal(outcome, broken.words)
                    #expect(try await Self.cells(data) == before, "\(broken.name)")
                }
                // A few bad rows among good ones don't stop the file: each is told, held back, and the good ones are taken.
                let some =
                    head
                    + Array(
                        "TUV,victims,total,,T,T,2019-13-45,5\nTUV,victims,total,,T,T,2019,-5\nTUV,victims,total,,T,T,2200,1\nTUV,convicted,total,,T,T,2018,6\n"
                            .utf8)
                let mixed = try await run(
                    "import", try Self.write(some, as: "some.csv", in: folder), "--mapping", "glotip", "--strict", "--data", data)
                #expect(mixed.status == 1)
                for words in ["taken: 1; refused: 3", "line 2, year: “2019-13-45”", "can't be negative", "not between 1990 and 2100"] {
                    #expect(mixed.output.contains(words), "\(mixed.output)")
                }
                #expect(try await Self.cells(data) == [before[0] + 1, before[1] + 1])
                #expect(try await total(data).output.contains("82291–82363"))
                #expect(try await run("verify", "--data", data).status == 0)
            }
        }

        // promise 31: `kill -9` in the middle of an import leaves all of it or nothing.
        @Test(arguments: Databases.all) func `is killed in the middle, and starts again as if it had not been`(_ kind: DatabaseKind)
            async throws
        {
            try await withFolder { folder in
                let data = folder.appending(path: "data").path(percentEncoded: false)
                let schema = "stories_\(getpid())_kill"
                let database = kind == .postgres ? ["--database", try Nodes.url(schema: schema)] : []
                do {
                    let first = try Running(try path(), ["setup", "--data", data] + database, environment: environment)
                    try await first.wait("progress", within: .seconds(60)) { $0.errors.contains("39 %") || $0.errors.contains("49 %") }
                    first.signal(SIGKILL)
                    #expect(try await first.end().wasKilled)

                    let location =
                        kind == .postgres
                        ? DatabaseLocation.postgres(try PostgresAddress(url: database[1])) : .sqlite(path: data + "/concord.sqlite")
                    let opened = try await location.open()
                    let half = try await opened.read { tx in
                        (
                            try tx.count("SELECT count(*) FROM statistic"),
                            try tx.count("SELECT count(*) FROM import_run WHERE state = 'finished'")
                        )
                    }
                    try await opened.close()
                    #expect(half == (0, 0))

                    let second = try await Command.run(try path(), ["setup", "--data", data] + database, environment: environment)
                    #expect(second.status == 0, "\(second.said)")
                    #expect(try await total(data, database).output.contains("82291–82363,82291,82363,134"))
                    #expect(try await Command.run(try path(), ["verify", "--data", data] + database, environment: environment).status == 0)
                    if kind == .sqlite { #expect(try await integrity(data) == "ok") }
                }
                if kind == .postgres { try await DatabaseKind.drop(schema) }
            }
        }
    }
}
