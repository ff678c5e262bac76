import Fixtures
import Foundation
import Testing

extension `The program` {
    @Suite struct `when it is asked to check country profiles` {
        @Test func `finds the shipped ones sound, and says which texts nobody has reviewed`() async throws {
            let folder = Shipped.root.appending(path: "Profiles").path(percentEncoded: false)
            let found = try await run("profile", folder)
            #expect(found.status == 0 && found.output.contains("Examplia"), "\(found.said)")
            #expect(found.errors.contains("reviewed by nobody"), "\(found.said)")
            let json = try JSON(Array(try await run("profile", folder, "--json").output.utf8))
            #expect(json.items.count == 2)
        }

        @Test func `names every fault of a broken one, and leaves with 1`() async throws {
            try await withFolder { folder in
                let shipped = try String(contentsOf: Shipped.root.appending(path: "Profiles/minimal.yaml"), encoding: .utf8)
                let broken = folder.appending(path: "broken.yaml")
                let text = shipped.replacing("reflection: {days: 30,", with: "reflection: {days: 12,") + "\nsurprise: 1\n"
                try text.write(to: broken, atomically: true, encoding: .utf8)
                let refused = try await run("profile", broken.path(percentEncoded: false))
                #expect(refused.status == 1, "\(refused.said)")
                #expect(refused.errors.contains("surprise"), "\(refused.said)")
                #expect(refused.errors.contains("reflection / days"), "\(refused.said)")
                let nothing = try await run("profile", folder.path(percentEncoded: false) + "/none.yaml")
                #expect(nothing.status == 1 && nothing.errors.contains("There is no profile"), "\(nothing.said)")
            }
        }
    }
}
