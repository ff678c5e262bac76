import Foundation

/// A page (or the XML of a worksheet) taken apart: elements with their attributes and what they hold.
package struct PageReading: Sendable {
    package struct Element: Sendable {
        package var name: String
        package var attributes: [String: String]
        package var children: [Child] = []
    }

    package enum Child: Sendable {
        case element(Element)
        case text(String)
    }

    package private(set) var root = Element(name: "", attributes: [:])
    /// Elements that were closed by another's end, or never: there must be none.
    package private(set) var faults: [String] = []

    private static let empty: Set<String> = ["meta", "link", "input", "br", "hr", "img", "!doctype", "?xml"]

    package init(_ bytes: [UInt8]) {
        var open: [Element] = [root]
        var at = 0
        func close() {
            let done = open.removeLast()
            open[open.count - 1].children.append(.element(done))
        }
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "<") else {
                let end = bytes[at...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                open[open.count - 1].children.append(.text(Self.plain(bytes[at..<end])))
                at = end
                continue
            }
            let end = bytes[at...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
            let inside = bytes[(at + 1)..<end]
            at = end + 1
            if inside.first == UInt8(ascii: "/") {
                let name = String(decoding: inside.dropFirst(), as: UTF8.self)
                if open.count > 1, open.last?.name == name {
                    close()
                } else {
                    faults.append("</\(name)> closes \(open.last?.name ?? "nothing")")
                }
                continue
            }
            let element = Self.element(inside)
            open.append(element)
            if Self.empty.contains(element.name.lowercased()) || inside.last == UInt8(ascii: "/") { close() }
        }
        while open.count > 1 {
            faults.append("<\(open.last?.name ?? "")> is never closed")
            close()
        }
        root = open[0]
    }

    /// A `>` within an attribute is written `&gt;` by the kit, so that a tag ends at the first one.
    private static func element(_ inside: ArraySlice<UInt8>) -> Element {
        var rest = inside
        if rest.last == UInt8(ascii: "/") { rest = rest.dropLast() }
        let name = rest.prefix { $0 != UInt8(ascii: " ") }
        rest = rest.dropFirst(name.count)
        var attributes: [String: String] = [:]
        while let start = rest.firstIndex(where: { $0 != UInt8(ascii: " ") }) {
            rest = rest[start...]
            let key = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: " ") }
            rest = rest.dropFirst(key.count)
            var value = ArraySlice<UInt8>()
            if rest.first == UInt8(ascii: "="), rest.dropFirst().first == UInt8(ascii: "\"") {
                rest = rest.dropFirst(2)
                value = rest.prefix { $0 != UInt8(ascii: "\"") }
                rest = rest.dropFirst(value.count + 1)
            }
            attributes[String(decoding: key, as: UTF8.self)] = plain(value)
        }
        return Element(name: String(decoding: name, as: UTF8.self), attributes: attributes)
    }

    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(UInt8(ascii: "&")) else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&apos;", with: "'").replacing("&#34;", with: "\"").replacing("&amp;", with: "&")
    }
}

extension PageReading {
    package var all: [Element] { root.all }
    package func all(_ name: String) -> [Element] { root.all(name) }
    package func first(_ name: String) -> Element? { all(name).first }
    package func element(id: String) -> Element? { all.first { $0.attributes["id"] == id } }
    /// What a person reads, with single spaces.
    package var text: String { root.text }
    package var links: [String] { all("a").compactMap { $0.attributes["href"] } }
}

extension PageReading.Element {
    /// This element's descendants in the order of the page.
    package var all: [PageReading.Element] {
        var found: [PageReading.Element] = []
        collect(into: &found)
        return found
    }

    private func collect(into found: inout [PageReading.Element]) {
        for case .element(let child) in children {
            found.append(child)
            child.collect(into: &found)
        }
    }

    package func all(_ name: String) -> [PageReading.Element] { all.filter { $0.name == name } }
    package func first(_ name: String) -> PageReading.Element? { all(name).first }

    package func has(_ name: String) -> Bool { (attributes["class"] ?? "").split(separator: " ").contains { $0 == name } }

    package var text: String {
        var pieces: [String] = []
        write(into: &pieces)
        return pieces.joined().split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\t" }).joined(separator: " ")
    }

    private static let apart: Set<String> = [
        "p", "div", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "dt", "dd", "option", "label", "caption", "text",
    ]

    private func write(into pieces: inout [String]) {
        let stands = Self.apart.contains(name)
        if stands { pieces.append(" ") }
        for child in children {
            switch child {
            case .text(let text): pieces.append(text)
            case .element(let element): element.write(into: &pieces)
            }
        }
        if stands { pieces.append(" ") }
    }
}
