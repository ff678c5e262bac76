package import Vocabulary

/// One page of the site: a plain struct of display-ready values, and a body that prints them.
///
/// ```swift
/// struct CountryPage: Page {
///     let country: Word
///     let victims: Count
///
///     var title: Word { country }
///     var door: Door { .open }
///
///     func body(_ html: inout Markup) {
///         html.p { html in
///             html.say(.detectedVictims)
///             html.space()
///             html.count(victims)
///         }
///     }
/// }
/// ```
/// The kit prints everything around the body: the title as the one `<h1>`, menu, languages, banners and footer.
package protocol Page: Sendable {
    /// What the page is called: in the browser's title and as its heading.
    var title: Word { get }
    /// Which of the three doors it belongs to.
    var door: Door { get }
    /// Prints what stands below the heading.
    func body(_ html: inout Markup)

    /// The way from the door to this page, itself not included. Default: none.
    var trail: [Crumb] { get }
    /// Whether the page is about a person's own situation: it then offers "Leave this page now",
    /// and its browser title is neutral, for titles stay in the history of a shared phone. Default: no.
    var concernsOwnSituation: Bool { get }
    /// Whether the kit prints the title as heading. Default: yes. A page that says no prints its own one `<h1>`.
    var printsHeading: Bool { get }
    /// Citations of the figures on the page, for the footer. Default: none.
    var sources: [PageSource] { get }
}

extension Page {
    package var trail: [Crumb] { [] }
    package var concernsOwnSituation: Bool { false }
    package var printsHeading: Bool { true }
    package var sources: [PageSource] { [] }
}

/// The three doors of the site.
package enum Door: String, Sendable, Hashable, CaseIterable {
    /// For everybody: report a concern, know your rights. Code word `open`, because `public` is taken by the language.
    case open
    /// For people who work with cases, and for those who look after the node.
    case work
    /// For those who steer: figures, instruments, plan. Readable without an account.
    case steering
}

/// One step of the way to a page.
package struct Crumb: Sendable {
    package let word: Word
    package let address: any Address

    package init(_ word: Word, _ address: any Address) {
        self.word = word
        self.address = address
    }
}

/// A source that the footer cites.
package struct PageSource: Sendable {
    /// The citation as its publisher asks for it, a proper name that is not translated.
    package let citation: String
    package let address: OutsideAddress?

    package init(citation: String, address: OutsideAddress? = nil) {
        self.citation = citation
        self.address = address
    }
}

/// A notice that stands on every page until its reason is gone: a demonstration, a key whose copy is not confirmed.
package struct Banner: Sendable {
    package let word: Word
    /// Where the reason can be removed, if it can.
    package let address: (any Address)?
    /// Which doors show it.
    package let doors: Set<Door>
    /// Who sees it.
    package let need: Need

    package init(_ word: Word, address: (any Address)? = nil, doors: Set<Door> = Set(Door.allCases), needs need: Need = .anyone) {
        self.word = word
        self.address = address
        self.doors = doors
        self.need = need
    }
}
