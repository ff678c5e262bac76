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

        package init(
            _ word: Word, _ address: any Address, at doors: Set<Door> = Set(Door.allCases), needs need: Need = .anyone,
            in group: Group? = nil
        ) {
            self.word = word
            self.address = address
            self.doors = doors
            self.need = need
            self.group = group
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

    package init(_ entries: [Entry]) { self.entries = entries }

    /// What a visitor sees at a door.
    func entries(at door: Door, for visitor: Actor?) -> [Entry] {
        entries.filter { $0.doors.contains(door) && $0.need.isMet(by: visitor) }
    }

    /// The same with its groups: first what stands by itself, then the groups. One that holds a single entry is that entry.
    package func items(at door: Door, for visitor: Actor?) -> [Item] {
        let seen = entries(at: door, for: visitor)
        let groups = Dictionary(grouping: seen.filter { $0.group != nil }, by: \.group)
        return seen.filter { $0.group == nil }.map { .entry($0) }
            + Set(seen.compactMap(\.group)).sorted { $0.place < $1.place }.map { group in
                let members = groups[group] ?? []
                return members.count == 1 ? .entry(members[0]) : .group(group, members)
            }
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
