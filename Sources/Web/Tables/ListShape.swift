package import Vocabulary

/// What can be asked of a list: whether it is searched, by what it is narrowed, and how it is sorted. The page and the handler share it.
///
/// ```swift
/// static let shape = ListShape(
///     search: .searchOrganisations,
///     filters: [ListFilter("kind", .kind, OrganisationKind.allCases.map { ($0.rawValue, $0.word) })],
///     sorts: [ListSort("name"), ListSort("added")]
/// )
/// ```
package struct ListShape: Sendable {
    /// The label of the search box; `nil` for a list without one.
    package let search: Word?
    package let filters: [ListFilter]
    /// The columns that it can be sorted by; the first is what it is sorted by unless asked otherwise.
    package let sorts: [ListSort]

    package init(search: Word? = nil, filters: [ListFilter] = [], sorts: [ListSort]) {
        self.search = search
        self.filters = filters
        self.sorts = sorts
    }
}

/// One narrowing of a list: a name in the address and the values that it may have.
package struct ListFilter: Sendable {
    package let name: String
    package let label: Word
    package let choices: [(key: String, label: Word)]
    /// What the list shows when nothing is chosen: everything, unless said otherwise.
    package let unset: Word

    package init(_ name: String, _ label: Word, _ choices: [(key: String, label: Word)], unset: Word = .all) {
        self.name = name
        self.label = label
        self.choices = choices
        self.unset = unset
    }
}

/// One order of a list.
package struct ListSort: Sendable, Hashable {
    package let key: String
    /// Whether the first click shows the largest first, as one wants of dates and counts.
    package let startsDescending: Bool

    package init(_ key: String, startsDescending: Bool = false) {
        self.key = key
        self.startsDescending = startsDescending
    }
}

/// What a visitor asks of a list, read from the address: what is not in the shape is ignored.
///
/// The handler builds its SQL from it: `search`, `filters["kind"]`, `sort`, `isDescending`, and `after`, the values of the last row
/// seen. It fetches `ListRequest.fetchCount` rows: one more than is shown tells whether there is a next page.
/// ```swift
/// let asked = ListRequest(visit.query, OrganisationsPage.shape)
/// WHERE (name, id) > (\(after.values[0]), \(id)) ORDER BY name, id LIMIT \(ListRequest.fetchCount)
/// ```
package struct ListRequest: Sendable {
    package static let pageSize = 50
    package static let fetchCount = 51

    package let shape: ListShape
    /// What is searched for, without outer blanks, at most 200 characters.
    package let search: String?
    package let filters: [String: String]
    package let sort: String
    package let isDescending: Bool
    /// Where the page begins: after this row; `nil` for the first page.
    package let after: ListPlace?

    package init(_ query: Query, _ shape: ListShape) {
        self.shape = shape
        let text = shape.search == nil ? "" : (query["q"] ?? "").withoutOuterBlanks
        search = text.isEmpty ? nil : String(text.prefix(200))
        var filters: [String: String] = [:]
        for filter in shape.filters {
            guard let key = query.filled(filter.name), filter.choices.contains(where: { $0.key == key }) else { continue }
            filters[filter.name] = key
        }
        self.filters = filters
        let wanted = query["sort"] ?? ""
        let named = shape.sorts.first { $0.key == (wanted.hasPrefix("-") ? String(wanted.dropFirst()) : wanted) }
        sort = (named ?? shape.sorts.first)?.key ?? ""
        isDescending = named == nil ? shape.sorts.first?.startsDescending ?? false : wanted.hasPrefix("-")
        after = query.filled("after").flatMap(ListPlace.init(encoded:))
    }

    /// Whether it is less than the whole list that was asked for.
    package var isNarrowed: Bool { search != nil || !filters.isEmpty }

    /// The query of this list, with another order or place.
    func query(sort: (key: String, isDescending: Bool)? = nil, after: ListPlace? = nil) -> [(name: String, value: String)] {
        var parts: [(name: String, value: String)] = []
        if let search { parts.append(("q", search)) }
        for filter in shape.filters {
            if let key = filters[filter.name] { parts.append((filter.name, key)) }
        }
        let order = sort ?? (self.sort, isDescending)
        if order.key != shape.sorts.first?.key || order.isDescending != shape.sorts.first?.startsDescending {
            parts.append(("sort", (order.isDescending ? "-" : "") + order.key))
        }
        if let after { parts.append(("after", after.encoded)) }
        return parts
    }
}
