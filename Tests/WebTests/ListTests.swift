import Testing
import Vocabulary

@testable import Web

@Suite struct `A list` {
    static let shape = ListShape(
        search: .data("Search"),
        filters: [ListFilter("kind", .data("Kind"), [("police", .data("Police")), ("shelter", .data("Shelter"))])],
        sorts: [ListSort("name"), ListSort("added", startsDescending: true)]
    )

    private func asked(_ query: String) throws -> ListRequest { ListRequest(try Query(encoded: query.utf8), Self.shape) }

    private func page(_ asked: ListRequest, _ rows: [Int]) -> String {
        var html = Markup(language: .en)
        html.list(
            KeysetTable(
                caption: .data("Things"), asked: asked, slice: ListSlice(fetched: rows) { ["name \($0)", String($0)] },
                at: TestAddress.things,
                empty: EmptyList(.data("Things will stand here."), begin: .data("Add the first"), TestAddress.world),
                columns: [
                    ListColumn(.data("Name"), sort: "name", namesRow: true) { row, html in html.plainNumber(row) },
                    ListColumn(.data("Added"), sort: "added") { row, html in html.plainNumber(row) },
                    ListColumn(.data("Free"), isNumeric: true) { row, html in html.number(row) },
                ]
            )
        )
        return html.string
    }

    @Test func `shows fifty rows and a link to those after the last`() throws {
        let text = page(try asked("q=a%20b&kind=police"), Array(1...51))
        #expect(text.matches(of: /<tr>/).count == 51)
        let place = ListPlace(["name 50", "50"]).encoded
        #expect(text.contains("href=\"/work/things?q=a%20b&amp;kind=police&amp;after=\(place)\""))
        #expect(!page(try asked(""), Array(1...50)).contains("after="))
    }

    @Test func `begins where its address says, and at the start when that can't be read`() throws {
        #expect(try asked("after=" + ListPlace(["x", "7"]).encoded).after == ListPlace(["x", "7"]))
        for wrong in ["1", "%25", "bnVsbA", "W10", String(repeating: "a", count: 3_000)] {
            #expect(try asked("after=" + wrong).after == nil)
        }
    }

    @Test func `takes only the filters and orders that it has`() throws {
        let asked = try asked("kind=ministry&color=red&sort=password&q=%20%20")
        #expect(asked.filters.isEmpty)
        #expect(asked.sort == "name")
        #expect(asked.search == nil)
        #expect(!asked.isNarrowed)
        #expect(try self.asked("sort=-added").isDescending)
    }

    @Test func `has headings that switch the order and say the present one`() throws {
        let text = page(try asked("q=a"), [1])
        #expect(text.contains("<th scope=\"col\" aria-sort=\"ascending\"><a href=\"/work/things?q=a&amp;sort=-name\">Name</a></th>"))
        #expect(text.contains("<th scope=\"col\"><a href=\"/work/things?q=a&amp;sort=-added\">Added</a></th>"))
        #expect(text.contains("<th scope=\"col\" class=\"num\">Free</th>"))
        #expect(text.contains("<caption>Things</caption>"))
        #expect(text.contains("<th scope=\"row\">1</th>"))
    }

    @Test func `says what will stand there while it is empty, and how to begin`() throws {
        let text = page(try asked(""), [])
        #expect(text.contains("Things will stand here."))
        #expect(text.contains("Add the first"))
        #expect(!text.contains("<table"))
        let narrowed = page(try asked("q=zzz"), [])
        #expect(narrowed.contains("Nothing matches"))
        #expect(!narrowed.contains("Add the first"))
    }
}
