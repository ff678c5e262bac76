import Testing

@testable import Web

@Suite struct `A menu` {
    @Test(arguments: [
        ("/work", "/work"), ("/work/audit", "/work/audit"), ("/work/audit/x?y=/work", "/work/audit"), ("/work/tasks", "/work"),
        ("/workshop", nil), ("/", "/"),
    ])
    func `marks the one entry that a page belongs to`(page: String, entry: String?) {
        #expect(Menu.current(of: ["/", "/work", "/work/audit"], at: page) == entry)
    }
}
