import Basics
import Foundation
import Testing

@testable import Access

@Suite struct `The roles of a node` {
    @Test func `are read from the file that ships`() throws {
        let book = try Shipped.roles()
        let steward = try #require(book.named("data-steward"))
        #expect(steward.grants[.importStatistics] == .node)
        #expect(steward.needsSecondFactor)
        #expect(book.administrators.map(\.rawValue) == ["system-administrator"])
    }

    @Test func `are refused with every fault at once`() throws {
        let yaml = """
            roles:
              - name: Clerk
                title: {en: Clerk, fr: Commis}
                purpose: {en: Works., fr: Travaille.}
                deeds: {viewOwnAccount: own}
              - name: reader
                title: {en: Reader}
                purpose: {en: Reads., fr: Lit.}
                deeds: {readEverything: node, readAudit: everywhere}
              - name: reader
                title: {en: Reader, fr: Lecteur}
                purpose: {en: Reads., fr: Lit.}
                deeds: {}
            """
        let refused = try #require(throws: RolesRefused.self) { try RoleBook(yaml: yaml) }
        #expect(refused.faults.count == 7)
        for part in ["“Clerk”", "title", "readEverything", "everywhere", "twice", "no deeds", "manageAccounts"] {
            #expect(refused.message.contains(part), "nothing about \(part)")
        }
    }

    @Test func `are refused when the file is no YAML`() {
        #expect(throws: RolesRefused.self) { try RoleBook(yaml: "roles: [}") }
        #expect(throws: RolesRefused.self) { try RoleBook(yaml: "roles: 3") }
    }

    @Test func `together give each deed its widest scope`() throws {
        let book = try Shipped.roles()
        let names = ["organisation-administrator", "system-administrator"].compactMap(RoleName.init(rawValue:))
        #expect(book.grants(of: names)[.manageAccounts] == .node)
        let unheard = try #require(RoleName(rawValue: "unheard-of"))
        #expect(book.grants(of: [unheard]).isEmpty)
    }

    @Test func `are published as they are: promise 1, the matrix in the docs equals the code`() throws {
        let file = Shipped.root.appending(path: "docs/access-matrix.md")
        let expected = AccessMatrix.markdown(try Shipped.roles())
        if ProcessInfo.processInfo.environment["CONCORD_WRITE_DOCS"] != nil {
            try expected.write(to: file, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: file, encoding: .utf8)
        #expect(written == expected, "Run the tests with CONCORD_WRITE_DOCS=1 to write docs/access-matrix.md anew.")
    }

    @Test func `never let somebody who looks after the machine see people`() throws {
        let book = try Shipped.roles()
        let technical = try #require(book.named("system-administrator"))
        #expect(technical.grants.keys.filter(\.seesPeople).isEmpty)
        let rapporteur = try #require(book.named("rapporteur"))
        #expect(rapporteur.grants.keys.filter(\.seesPeople).isEmpty)
    }

    @Test func `promise 10: no deed that sees people goes without a second factor`() {
        for deed in Deed.allCases where deed.seesPeople { #expect(deed.needsSecondFactor) }
    }
}
