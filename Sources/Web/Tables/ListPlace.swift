import Foundation

/// A place in a sorted list: the sort values of the last row seen, ending with its id. A page begins after it, however many rows
/// were added or removed meanwhile, and finding it costs one step in an index.
///
/// It stands in the address. Anybody can write one, so it gives no right to anything: it is only compared with.
package struct ListPlace: Sendable, Hashable {
    package let values: [String]

    package init(_ values: [String]) { self.values = values }

    /// Reads what stands in an address; `nil` when it is none, and the list then begins at its start.
    init?(encoded text: String) {
        guard text.utf8.count <= 2_000, let data = Data(base64URL: text),
            let values = try? JSONDecoder().decode([String].self, from: data), (1...8).contains(values.count)
        else { return nil }
        self.values = values
    }

    package var encoded: String {
        // Strings only: encoding them can't fail.
        ((try? JSONEncoder().encode(values)) ?? Data()).base64URL
    }
}

/// One page of rows, and where the next begins.
package struct ListSlice<Row: Sendable>: Sendable {
    package let rows: [Row]
    package let next: ListPlace?

    /// - Parameters:
    ///   - fetched: up to `ListRequest.fetchCount` rows in order; the last is cut off, and only tells that there are more.
    ///   - place: the sort values of a row, its id last.
    package init(fetched: [Row], place: (Row) -> [String]) {
        rows = Array(fetched.prefix(ListRequest.pageSize))
        next = fetched.count > ListRequest.pageSize ? rows.last.map { ListPlace(place($0)) } : nil
    }
}
