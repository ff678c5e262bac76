import Testing
import Vocabulary

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

@Suite struct `The groups of a menu` {
    private let first = Menu.Group(.data("First"), place: 1)
    private let second = Menu.Group(.data("Second"), place: 2)

    private func site(_ entries: [Menu.Entry]) -> [String] {
        Menu(entries).items(at: .work, for: nil).map { item in
            switch item {
            case .entry(let entry): entry.word.en
            case .group(let group, let members): "\(group.word.en): \(members.map(\.word.en).joined(separator: ", "))"
            }
        }
    }

    @Test func `stand after what stands by itself, in their own order`() {
        let seen = site([
            Menu.Entry(.data("c"), TestAddress.thing("c"), in: second), Menu.Entry(.data("a"), TestAddress.thing("a"), in: first),
            Menu.Entry(.data("home"), TestAddress.world), Menu.Entry(.data("d"), TestAddress.thing("d"), in: second),
            Menu.Entry(.data("b"), TestAddress.thing("b"), in: first),
        ])
        #expect(seen == ["home", "First: a, b", "Second: c, d"])
    }

    @Test func `with one visible entry are that entry`() {
        let seen = site([
            Menu.Entry(.data("a"), TestAddress.thing("a"), in: first),
            Menu.Entry(.data("b"), TestAddress.thing("b"), needs: .account, in: first),
        ])
        #expect(seen == ["a"])
    }

    @Test func `fold real links away, and the group of the current page is marked`() async throws {
        let layout = Layout(
            site: try SiteUnderTest().responder.site.with(
                Menu([
                    Menu.Entry(.data("Things"), TestAddress.things, in: first), Menu.Entry(.data("Other"), TestAddress.world, in: first),
                    Menu.Entry(.data("Accounts"), TestAddress.guarded, in: second),
                    Menu.Entry(.data("Out"), TestAddress.signOut, in: second),
                ])),
            page: TestPage(door: .work), here: "/work/things", visitor: nil, banners: [])
        var html = Markup(language: .en)
        layout.write(to: &html)
        #expect(html.string.contains("<details name=\"menu\"><summary aria-current=\"true\">First</summary><ul>"))
        #expect(html.string.contains("<a href=\"/work/things\" aria-current=\"page\">Things</a>"))
        #expect(html.string.contains("<details name=\"menu\"><summary>Second</summary>"))
    }
}

extension Site {
    fileprivate func with(_ menu: Menu) -> Site {
        var site = self
        site.menu = menu
        return site
    }
}
