package import Access
package import Vocabulary

/// The way to everything: what stands at the top of each page. Server makes it, as data.
package struct Menu: Sendable {
    package struct Entry: Sendable {
        package let word: Word
        package let address: any Address
        /// The doors at which it stands.
        package let doors: Set<Door>
        /// Who sees it; the same as the need of its route.
        package let need: Need
        /// Under which heading it stands; by itself where there is none.
        package let group: Group?
        /// The path of its address, built once.
        let path: String

        package init(
            _ word: Word, _ address: any Address, at doors: Set<Door> = Set(Door.allCases), needs need: Need = .anyone,
            in group: Group? = nil
        ) {
            self.word = word
            self.address = address
            self.doors = doors
            self.need = need
            self.group = group
            path = address.path
        }
    }

    /// A heading that folds entries away.
    package struct Group: Sendable, Hashable {
        package let word: Word
        /// Groups stand in this order, whoever brings their entries.
        let place: Int

        package init(_ word: Word, place: Int) { (self.word, self.place) = (word, place) }
    }

    /// What a visitor sees: an entry by itself, or a group of two at least.
    package enum Item: Sendable {
        case entry(Entry)
        case group(Group, [Entry])
    }

    package let entries: [Entry]
    /// What stands at each door: first what stands by itself, then the groups in their order. Sorted once, for every page has a menu.
    private let shelves: [Door: [(group: Group?, entries: [Entry])]]

    package init(_ entries: [Entry]) {
        self.entries = entries
        shelves = Dictionary(
            uniqueKeysWithValues: Door.allCases.map { door in
                let here = entries.filter { $0.doors.contains(door) }
                let groups = Set(here.compactMap(\.group)).sorted { $0.place < $1.place }
                return (door, [(nil, here.filter { $0.group == nil })] + groups.map { group in (group, here.filter { $0.group == group }) })
            })
    }

    /// What a visitor sees at a door: first what stands by itself, then the groups. One that holds a single entry is that entry.
    package func items(at door: Door, for visitor: Actor?) -> [Item] {
        var items: [Item] = []
        for (group, entries) in shelves[door] ?? [] {
            let seen = entries.filter { $0.need.isMet(by: visitor) }
            if let group, seen.count > 1 {
                items.append(.group(group, seen))
            } else {
                items += seen.map { .entry($0) }
            }
        }
        return items
    }

    /// The one entry that a page belongs to: the longest that is the page's own address or a folder above it. What is asked of a list,
    /// such as rows that wait, makes no other page of it.
    static func current(of paths: [String], at here: String) -> String? {
        let page = here.prefix { $0 != "?" }
        func folder(_ path: String) -> Substring { path.prefix { $0 != "?" } }
        return paths.filter { page == folder($0) || ($0 != "/" && page.hasPrefix(folder($0) + "/")) }
            .max { folder($0).utf8.count < folder($1).utf8.count }
    }
}
