import Foundation
import Testing

@Suite struct `The tests` {
    // promise 35: `make test` takes the network away (Scripts/offline) and says so here; on a machine that does not
    // allow it, there is nothing to hold.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["CONCORD_TEST_OFFLINE"] == "1"))
    func `run on a network that has loopback and nothing else`() throws {
        let table = try String(contentsOfFile: "/proc/net/dev", encoding: .utf8)
        let interfaces = table.split(separator: "\n").dropFirst(2).compactMap { $0.split(separator: ":").first }
        #expect(interfaces.map { $0.trimmingCharacters(in: .whitespaces) } == ["lo"])
    }
}
