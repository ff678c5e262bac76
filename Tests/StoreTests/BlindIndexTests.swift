import Basics
import Fixtures
import Store
import Testing

@testable import Store

@Suite struct `A blind index` {
    @Test(arguments: Databases.all) func `finds by what was sealed and holds nothing of it`(_ kind: DatabaseKind) async throws {
        try await kind.withVault { database, vault in
            let index = try await vault.blindIndex("person_name", at: Databases.now)
            let people = ["Amina Diallo", "Mohammed al-Rashid", "محمد", "José María Núñez", "Olha Шевченко"].map {
                (ID<Woman>.new(at: Databases.now), $0)
            }
            try await database.write { tx in
                for (id, name) in people { try index.put(NameTokens.all(of: name), for: id, in: tx) }
            }
            func find(_ name: String) async throws -> [ID<Woman>] {
                try await database.read { tx in
                    try index.candidates(for: NameTokens.all(of: name), as: Woman.self, in: tx).map(\.holder)
                }
            }
            #expect(try await find("amina") == [people[0].0])
            #expect(try await find("JOSE NUNEZ") == [people[3].0])
            #expect(try await find("Shevchenko") == [people[4].0])
            #expect(Set(try await find("Muhammad")) == [people[1].0, people[2].0])
            #expect(try await find("Nobody Atall") == [])
            let tokens = try await database.read { tx in try tx.rows("SELECT token FROM blind_index") { $0.bytes(0) } }
            #expect(tokens.allSatisfy { $0.count == 8 })
        }
    }

    @Test(arguments: Databases.all) func `forgets a holder, and replaces what it knew`(_ kind: DatabaseKind) async throws {
        try await kind.withVault { database, vault in
            let index = try await vault.blindIndex("account_email", at: Databases.now)
            let id = ID<Woman>.new(at: Databases.now)
            let found = try await database.write { tx in
                try index.put(["old@example.org"], for: id, in: tx)
                try index.put(["new@example.org"], for: id, in: tx)
                let found = try (
                    index.holders(of: "old@example.org", as: Woman.self, in: tx),
                    index.holders(of: "new@example.org", as: Woman.self, in: tx)
                )
                try index.remove(id, in: tx)
                return (found.0, found.1, try index.holders(of: "new@example.org", as: Woman.self, in: tx))
            }
            #expect(found == ([], [id], []))
        }
    }

    @Test func `has another key for each kind and each node`() async throws {
        try await DatabaseKind.sqlite.withVault { _, vault in
            let names = try await vault.blindIndex("person_name", at: Databases.now)
            let emails = try await vault.blindIndex("account_email", at: Databases.now)
            let again = try await vault.blindIndex("person_name", at: Databases.now)
            #expect(names.hash("x") != emails.hash("x"))
            #expect(names.hash("x") == again.hash("x"))
            try await DatabaseKind.sqlite.withVault { _, other in
                let foreign = try await other.blindIndex("person_name", at: Databases.now)
                #expect(foreign.hash("x") != names.hash("x"))
            }
        }
    }

    @Test(arguments: [
        ("Mohammed", "محمد"), ("Muhamad", "Mohammad"), ("Fatima", "فاطمة"), ("Олександр", "Oleksandr"), ("Sofía", "SOFIA"),
        ("Γιώργος", "Giorgos"), ("Leila", "Layla"), ("Aminah", "Amina"), ("Omar", "Umar"), ("عمر", "Omar"), ("Łukasz", "Lukasz"),
        ("דוד", "David"), ("Abdul Rahman", "عبدالرحمن"), ("王小明", "Wang Xiaoming"), ("Michael", "Михаил"), ("Søren", "Soeren"),
    ])
    func `meets a name in another script or spelling`(_ one: String, _ other: String) {
        #expect(!NameTokens.all(of: one).isDisjoint(with: NameTokens.all(of: other)))
    }

    /// Names that were indexed before words had several readings: the tokens of then are given here as they stood in the tables.
    @Test(arguments: [
        ("Aminah", ["=aminah", "~aminah", "#amnh"]), ("Михаил", ["=михаил", "~mihail", "#mhl"]), ("Omar", ["=omar", "~omar", "#amr"]),
        ("Łukasz", ["=łukasz", "~ukasz", "#aks"]), ("Abdul-Rahman", ["=abdul", "~rahman", "#rhmn"]),
    ])
    func `still finds whoever was indexed by an earlier recipe`(_ name: String, _ then: [String]) {
        #expect(NameTokens.all(of: name).isSuperset(of: then))
    }

    @Test(arguments: [("Amina", "Olga"), ("John", "Mary"), ("李娜", "王芳")])
    func `keeps different names apart`(_ one: String, _ other: String) {
        #expect(NameTokens.all(of: one).isDisjoint(with: NameTokens.all(of: other)))
    }
}
