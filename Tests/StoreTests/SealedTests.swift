import Basics
import Crypto
import Fixtures
import Foundation
import Store
import Testing

@testable import Store

enum Woman: KeyHolder { static let holderKind = "woman" }
enum Contact {}

@Suite struct `A sealed value` {
    private let holder = ID<Woman>.new(at: Databases.now)
    private let record = ID<Contact>.new(at: Databases.now)

    private func key(_ node: ID<Node> = ID(UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))) -> HolderKey<Woman> {
        HolderKey(holder: holder, node: node, key: SymmetricKey(data: [UInt8](repeating: 5, count: 32)))
    }

    private var place: SealPlace { SealPlace("contact", record, "telephone") }

    @Test(arguments: ["", "Amina", "أمينة 👩‍👧", String(repeating: "long ", count: 20_000)])
    func `opens where it was sealed`(_ text: String) throws {
        let sealed: Sealed<Woman, String> = try key().seal(text, in: place)
        #expect(try key().unseal(sealed, in: place) == text)
    }

    @Test func `opens as days, partial dates and bytes too`() throws {
        let day = try #require(Day(iso: "2001-02-28"))
        let sealedDay: Sealed<Woman, Day> = try key().seal(day, in: place)
        #expect(try key().unseal(sealedDay, in: place) == day)
        let date = try #require(PartialDate(iso: "2001-02"))
        let sealedDate: Sealed<Woman, PartialDate> = try key().seal(date, in: place)
        #expect(try key().unseal(sealedDate, in: place) == date)
        let bytes: Sealed<Woman, [UInt8]> = try key().seal([0, 255, 0], in: place)
        #expect(try key().unseal(bytes, in: place) == [0, 255, 0])
    }

    @Test func `promise 26: a flipped byte fails closed`() throws {
        let sealed: Sealed<Woman, String> = try key().seal("+00 555 0142", in: place)
        for position in sealed.bytes.indices {
            var bytes = sealed.bytes
            bytes[position] ^= 0x10
            #expect(throws: VaultRefused.tampered) { try key().unseal(Sealed<Woman, String>(bytes: bytes), in: place) }
        }
        for length in 0..<sealed.bytes.count {
            let cut = Sealed<Woman, String>(bytes: Array(sealed.bytes.prefix(length)))
            #expect(throws: VaultRefused.tampered) { try key().unseal(cut, in: place) }
        }
    }

    @Test func `promise 26: a value swapped to another row, field, table, version, person or node fails closed`() throws {
        let sealed: Sealed<Woman, String> = try key().seal("+00 555 0142", in: place)
        let elsewhere = [
            SealPlace("contact", ID<Contact>.new(at: Databases.now), "telephone"), SealPlace("contact", record, "email"),
            SealPlace("person", record, "telephone"), SealPlace("contact", record, "telephone", version: 2),
        ]
        for other in elsewhere {
            #expect(throws: VaultRefused.tampered) { try key().unseal(sealed, in: other) }
        }
        #expect(throws: VaultRefused.tampered) { try key(ID(UUID())).unseal(sealed, in: place) }
        let another = HolderKey<Woman>(
            holder: .new(at: Databases.now), node: ID(UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))),
            key: SymmetricKey(data: [UInt8](repeating: 5, count: 32))
        )
        #expect(throws: VaultRefused.tampered) { try another.unseal(sealed, in: place) }
    }

    @Test func `is different each time and does not tell how long a name is`() throws {
        let short: Sealed<Woman, String> = try key().seal("Li", in: place)
        let again: Sealed<Woman, String> = try key().seal("Li", in: place)
        let long: Sealed<Woman, String> = try key().seal("Maria Fernanda da Silva", in: place)
        #expect(short != again)
        #expect(short.bytes.count == long.bytes.count)
    }

    @Test func `prints, dumps and encodes as three dots, and so does its key`() throws {
        let sealed: Sealed<Woman, String> = try key().seal("Amina", in: place)
        var dumped = ""
        dump(sealed, to: &dumped)
        dump(key(), to: &dumped)
        dump([sealed], to: &dumped)
        dump(PurposeKey(key: SymmetricKey(size: .bits256)), to: &dumped)
        dump(RecoverySheet(secrets: ["ABCDE"]), to: &dumped)
        for text in ["\(sealed)", String(reflecting: sealed), "\(key())", String(reflecting: key())] { #expect(text == "•••") }
        #expect(!dumped.contains("bytes") && !dumped.contains("key:") && !dumped.contains("secrets") && !dumped.contains("ABCDE"))
        #expect(String(decoding: try JSONEncoder().encode([sealed]), as: UTF8.self) == "[\"•••\"]")
    }
}
