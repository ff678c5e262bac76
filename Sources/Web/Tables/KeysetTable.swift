package import Vocabulary

/// A column of a list.
package struct ListColumn<Row: Sendable>: Sendable {
    package let heading: Word
    /// The key of the order that its heading switches to; `nil` when the list can't be sorted by it.
    package let sort: String?
    /// Whether its cells name the row, for those who hear the table read.
    package let namesRow: Bool
    package let isNumeric: Bool
    package let write: @Sendable (Row, inout Markup) -> Void

    package init(
        _ heading: Word, sort: String? = nil, namesRow: Bool = false, isNumeric: Bool = false,
        write: @escaping @Sendable (Row, inout Markup) -> Void
    ) {
        self.heading = heading
        self.sort = sort
        self.namesRow = namesRow
        self.isNumeric = isNumeric
        self.write = write
    }
}

/// A list of things at work: search and filters on top, kept in the address so that a view can be sent; fifty rows; the next page.
///
/// ```swift
/// KeysetTable(
///     caption: .organisations, asked: asked, slice: ListSlice(fetched: rows) { [$0.name, $0.id.description] },
///     at: OrganisationAddress.list,
///     empty: EmptyList(.organisationsWillStandHere, begin: .addTheFirst, OrganisationAddress.new),
///     columns: [
///         ListColumn(.name, sort: "name", namesRow: true) { row, html in
///             html.a(to: OrganisationAddress.one(row.id)) { $0.text(row.name) }
///         },
///         ListColumn(.added, sort: "added") { row, html in html.day(row.added) },
///     ]
/// )
/// // in the body:  html.list(organisations)
/// ```
package struct KeysetTable<Row: Sendable>: Sendable {
    package let caption: Word
    package let asked: ListRequest
    package let slice: ListSlice<Row>
    package let address: any Address
    package let empty: EmptyList
    package let columns: [ListColumn<Row>]

    package init(
        caption: Word, asked: ListRequest, slice: ListSlice<Row>, at address: any Address, empty: EmptyList, columns: [ListColumn<Row>]
    ) {
        self.caption = caption
        self.asked = asked
        self.slice = slice
        self.address = address
        self.empty = empty
        self.columns = columns
    }
}

/// What an empty list says: what will stand there, and how to begin.
package struct EmptyList: Sendable {
    package let word: Word
    package let begin: (word: Word, address: any Address)?

    package init(_ word: Word) {
        self.word = word
        begin = nil
    }

    package init(_ word: Word, begin: Word, _ address: any Address) {
        self.word = word
        self.begin = (begin, address)
    }
}

extension Markup {
    /// Prints a list with its search, filters and pages.
    package mutating func list<Row>(_ table: KeysetTable<Row>) {
        listTools(table)
        if table.slice.rows.isEmpty {
            listIsEmpty(table)
        } else {
            listTable(table)
            listPages(table)
        }
    }

    private mutating func listTools<Row>(_ table: KeysetTable<Row>) {
        let asked = table.asked
        guard asked.shape.search != nil || !asked.shape.filters.isEmpty else { return }
        form(get: table.address, .class("list-tools"), .role("search")) { html in
            if let label = asked.shape.search {
                html.div(.class("field")) { html in
                    html.label(label, .for("q"))
                    html.input(.type("search"), .id("q"), .name("q"), .value(asked.search ?? ""), .maxlength(200))
                }
            }
            let filters = asked.shape.filters
            // More than a few would push the list itself off a small screen.
            for filter in filters.prefix(Self.filtersInSight) { html.listFilter(filter, asked) }
            if filters.count > Self.filtersInSight {
                let hidden = filters.dropFirst(Self.filtersInSight)
                let isOpen = hidden.contains { asked.filters[$0.name] != nil }
                html.element("details", isOpen ? [Attribute("open", .flag)] : []) { html in
                    html.summary(.moreFilters)
                    html.div(.class("list-tools")) { html in
                        for filter in hidden { html.listFilter(filter, asked) }
                    }
                }
            }
            // The order stays when the list is narrowed; the place does not, for it lies in the old list.
            for (name, value) in asked.query() where name == "sort" { html.hiddenField(name, value) }
            html.submit(.show)
        }
    }

    private static var filtersInSight: Int { 4 }

    private mutating func listFilter(_ filter: ListFilter, _ asked: ListRequest) {
        div(.class("field")) { html in
            html.label(filter.label, .for("filter-" + filter.name))
            html.element("select", [.id("filter-" + filter.name), .name(filter.name)]) { html in
                html.option("", filter.unset, isSelected: asked.filters[filter.name] == nil)
                for choice in filter.choices {
                    html.option(choice.key, choice.label, isSelected: asked.filters[filter.name] == choice.key)
                }
            }
        }
    }

    private mutating func listTable<Row>(_ table: KeysetTable<Row>) {
        div(.class("scroll"), .role("region"), .ariaLabel(table.caption), .tabindex(0)) { html in
            html.table(.class("list")) { html in
                html.caption(table.caption)
                html.thead { html in
                    html.tr { html in
                        for column in table.columns { html.listHeading(column, table) }
                    }
                }
                html.tbody { html in
                    for row in table.slice.rows {
                        html.tr { html in
                            for column in table.columns {
                                if column.namesRow {
                                    html.th(.scopeRow) { column.write(row, &$0) }
                                } else {
                                    html.element("td", column.isNumeric ? [.class("num")] : []) { column.write(row, &$0) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private mutating func listHeading<Row>(_ column: ListColumn<Row>, _ table: KeysetTable<Row>) {
        let asked = table.asked
        var attributes: [Attribute] = column.isNumeric ? [.scopeColumn, .class("num")] : [.scopeColumn]
        guard let sort = asked.shape.sorts.first(where: { $0.key == column.sort }) else {
            return element("th", attributes, column.heading)
        }
        let isCurrent = asked.sort == sort.key
        if isCurrent { attributes.append(.ariaSort(asked.isDescending ? "descending" : "ascending")) }
        let next = isCurrent ? !asked.isDescending : sort.startsDescending
        element("th", attributes) { html in
            html.a(to: table.address.with(asked.query(sort: (sort.key, next))), column.heading)
        }
    }

    private mutating func listPages<Row>(_ table: KeysetTable<Row>) {
        let asked = table.asked
        guard table.slice.next != nil || asked.after != nil else { return }
        nav(.class("pages"), .ariaLabel(.pages)) { html in
            if asked.after != nil { html.a(to: table.address.with(asked.query()), .firstPage) }
            if let next = table.slice.next { html.a(to: table.address.with(asked.query(after: next)), .nextPage, .class("next")) }
        }
    }

    private mutating func listIsEmpty<Row>(_ table: KeysetTable<Row>) {
        div(.class("empty")) { html in
            if table.asked.isNarrowed || table.asked.after != nil {
                html.p(.nothingMatches)
                html.p { $0.a(to: table.address, .showAll) }
            } else {
                html.p(table.empty.word)
                if let begin = table.empty.begin { html.p { $0.a(to: begin.address, begin.word, .class("button")) } }
            }
        }
    }
}
