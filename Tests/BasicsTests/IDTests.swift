import Basics
import Testing

private enum Thing {}

@Suite struct `An id` {
    private let noon = Instant(microseconds: 1_795_000_000_000_000)

    @Test func `sorts by the moment it was made`() {
        let earlier = ID<Thing>.new(at: noon)
        let later = ID<Thing>.new(at: noon + .milliseconds(1))
        #expect(earlier < later)
    }

    @Test func `is a UUID of version 7 and variant 2`() {
        for _ in 0..<100 {
            let bytes = ID<Thing>.new(at: noon).bytes
            #expect(bytes[6] >> 4 == 7)
            #expect(bytes[8] >> 6 == 0b10)
        }
    }

    @Test func `comes back from its text and from its bytes`() throws {
        let id = ID<Thing>.new(at: noon)
        #expect(ID<Thing>(id.description) == id)
        #expect(ID<Thing>(bytes: id.bytes) == id)
    }

    @Test(arguments: ["", "42", "0192f0c1-0000-7000-8000-00000000000", "zzzzzzzz-0000-7000-8000-000000000000"])
    func `is not read from something else`(text: String) {
        #expect(ID<Thing>(text) == nil)
    }

    @Test func `does not repeat within one moment`() {
        let ids = Set((0..<10_000).map { _ in ID<Thing>.new(at: noon) })
        #expect(ids.count == 10_000)
    }
}
