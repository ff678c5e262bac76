import Access
import Foundation
import Protection
import Server
import Testing
import Vocabulary

@Suite struct `Who sees which field of a case file` {
    // promise 3: what a role may not see is not in the answer; this is the page that says what each may see, made from the code.
    @Test func `stands in the documentation as the code has it`() throws {
        let file = Shipped.root.appending(path: "docs/case-file-fields.md")
        let share = Shipped.share
        let expected = CaseFieldMatrix.markdown(
            branches: ProtectionBranches.all, roles: try RoleBook.load(from: share),
            profile: try CountryProfile.load(file: Shipped.root.appending(path: "Profiles/examplia.yaml")),
            codebook: try Codebook.load(from: share)
        )
        if ProcessInfo.processInfo.environment["CONCORD_WRITE_DOCS"] != nil {
            try expected.write(to: file, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: file, encoding: .utf8)
        #expect(written == expected, "Run the tests with CONCORD_WRITE_DOCS=1 to write docs/case-file-fields.md anew.")
    }
}
