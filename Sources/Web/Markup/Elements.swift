package import Vocabulary

// One function for each element that holds others. Attributes first, content in the trailing closure;
// those that often hold nothing but a word take it directly: `html.h2(.worldTitle)`.

extension Markup {
    package mutating func h1(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("h1", attributes, content)
    }
    package mutating func h2(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("h2", attributes, content)
    }
    package mutating func h3(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("h3", attributes, content)
    }
    package mutating func h4(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("h4", attributes, content)
    }
    package mutating func p(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("p", attributes, content)
    }
    package mutating func li(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("li", attributes, content)
    }
    package mutating func dt(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("dt", attributes, content)
    }
    package mutating func dd(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("dd", attributes, content)
    }
    package mutating func td(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("td", attributes, content)
    }
    package mutating func th(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("th", attributes, content)
    }
    package mutating func caption(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("caption", attributes, content)
    }
    package mutating func legend(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("legend", attributes, content)
    }
    package mutating func span(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("span", attributes, content)
    }
    package mutating func strong(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("strong", attributes, content)
    }
    package mutating func em(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("em", attributes, content)
    }
    package mutating func small(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("small", attributes, content)
    }
    package mutating func label(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("label", attributes, content)
    }
    package mutating func summary(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("summary", attributes, content)
    }
    package mutating func figcaption(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("figcaption", attributes, content)
    }
    package mutating func button(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("button", attributes, content)
    }
    package mutating func div(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("div", attributes, content)
    }
    package mutating func code(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("code", attributes, content)
    }
    package mutating func section(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("section", attributes, content)
    }
    package mutating func article(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("article", attributes, content)
    }
    package mutating func aside(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("aside", attributes, content)
    }
    package mutating func header(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("header", attributes, content)
    }
    package mutating func footer(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("footer", attributes, content)
    }
    package mutating func nav(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("nav", attributes, content)
    }
    package mutating func main(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("main", attributes, content)
    }
    package mutating func ul(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("ul", attributes, content)
    }
    package mutating func ol(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("ol", attributes, content)
    }
    package mutating func dl(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("dl", attributes, content)
    }
    package mutating func table(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("table", attributes, content)
    }
    package mutating func thead(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("thead", attributes, content)
    }
    package mutating func tbody(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("tbody", attributes, content)
    }
    package mutating func tfoot(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("tfoot", attributes, content)
    }
    package mutating func tr(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("tr", attributes, content)
    }
    package mutating func figure(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("figure", attributes, content)
    }
    /// Something that is folded away until it is asked for, or stands open from the start.
    package mutating func details(isOpen: Bool, content: (inout Markup) throws -> Void) rethrows {
        try element("details", isOpen ? [Attribute("open", .flag)] : [], content)
    }

    package mutating func details(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("details", attributes, content)
    }
    package mutating func fieldset(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("fieldset", attributes, content)
    }
    package mutating func blockquote(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("blockquote", attributes, content)
    }
    /// Runtime data whose direction may differ from its surroundings, such as a name in another script.
    package mutating func bdi(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("bdi", attributes, content)
    }
    package mutating func abbr(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("abbr", attributes, content)
    }
    package mutating func pre(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("pre", attributes, content)
    }
    package mutating func output(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("output", attributes, content)
    }
    package mutating func s(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("s", attributes, content)
    }
}

extension Markup {
    package mutating func h1(_ word: Word, _ attributes: Attribute...) { element("h1", attributes, word) }
    package mutating func h2(_ word: Word, _ attributes: Attribute...) { element("h2", attributes, word) }
    package mutating func h3(_ word: Word, _ attributes: Attribute...) { element("h3", attributes, word) }
    package mutating func h4(_ word: Word, _ attributes: Attribute...) { element("h4", attributes, word) }
    package mutating func p(_ word: Word, _ attributes: Attribute...) { element("p", attributes, word) }
    package mutating func li(_ word: Word, _ attributes: Attribute...) { element("li", attributes, word) }
    package mutating func dt(_ word: Word, _ attributes: Attribute...) { element("dt", attributes, word) }
    package mutating func dd(_ word: Word, _ attributes: Attribute...) { element("dd", attributes, word) }
    package mutating func td(_ word: Word, _ attributes: Attribute...) { element("td", attributes, word) }
    package mutating func th(_ word: Word, _ attributes: Attribute...) { element("th", attributes, word) }
    package mutating func caption(_ word: Word, _ attributes: Attribute...) { element("caption", attributes, word) }
    package mutating func legend(_ word: Word, _ attributes: Attribute...) { element("legend", attributes, word) }
    package mutating func span(_ word: Word, _ attributes: Attribute...) { element("span", attributes, word) }
    package mutating func strong(_ word: Word, _ attributes: Attribute...) { element("strong", attributes, word) }
    package mutating func em(_ word: Word, _ attributes: Attribute...) { element("em", attributes, word) }
    package mutating func small(_ word: Word, _ attributes: Attribute...) { element("small", attributes, word) }
    package mutating func label(_ word: Word, _ attributes: Attribute...) { element("label", attributes, word) }
    package mutating func summary(_ word: Word, _ attributes: Attribute...) { element("summary", attributes, word) }
    package mutating func figcaption(_ word: Word, _ attributes: Attribute...) { element("figcaption", attributes, word) }
    package mutating func button(_ word: Word, _ attributes: Attribute...) { element("button", attributes, word) }
    package mutating func div(_ word: Word, _ attributes: Attribute...) { element("div", attributes, word) }
    package mutating func code(_ word: Word, _ attributes: Attribute...) { element("code", attributes, word) }
}

// Elements without content.

extension Markup {
    package mutating func br(_ attributes: Attribute...) { open("br", attributes) }
    package mutating func hr(_ attributes: Attribute...) { open("hr", attributes) }
    package mutating func input(_ attributes: Attribute...) { open("input", attributes) }
    package mutating func col(_ attributes: Attribute...) { open("col", attributes) }
    package mutating func meta(_ attributes: Attribute...) { open("meta", attributes) }
}
