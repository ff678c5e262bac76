package import Vocabulary

/// An address on this site. Each context has one enum of them, which makes both the links and the route patterns:
/// ```swift
/// enum EvidenceAddress: Address {
///     case world
///     case country(String)
///
///     static let countryPattern = "/countries/{code}"
///     var path: String {
///         switch self {
///         case .world: "/"
///         case .country(let code): Self.path("countries", code)
///         }
///     }
/// }
/// ```
package protocol Address: Sendable {
    /// The path without a language, beginning with `/`; runtime parts percent-encoded (use `Self.path(…)`).
    var path: String { get }
}

extension Address {
    /// Joins segments to a path, percent-encoding each.
    package static func path(_ segments: String...) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(segments.reduce(0) { $0 + 1 + $1.utf8.count })
        for segment in segments {
            bytes.append(UInt8(ascii: "/"))
            bytes.appendPercentEncoded(segment)
        }
        return segments.isEmpty ? "/" : String(decoding: bytes, as: UTF8.self)
    }

    /// The same address with a query: `EvidenceAddress.world.with("year", "2019")`. May be repeated.
    package func with(_ name: String, _ value: String) -> QualifiedAddress {
        QualifiedAddress(path: path, query: [(name, value)])
    }

    /// The same address with several query parts, in this order.
    package func with(_ parts: [(name: String, value: String)]) -> QualifiedAddress {
        QualifiedAddress(path: path, query: parts.map { ($0.name, $0.value) })
    }

    /// The same address, at the element with this id.
    package func at(_ fragment: String) -> QualifiedAddress {
        QualifiedAddress(path: path, query: [], fragment: fragment)
    }
}

/// An address with a query or a fragment.
package struct QualifiedAddress: Address {
    package let path: String

    init(path: String, query: [(String, String)], fragment: String? = nil) {
        var bytes = Array(path.utf8)
        var separator = bytes.contains(UInt8(ascii: "?")) ? UInt8(ascii: "&") : UInt8(ascii: "?")
        for (name, value) in query {
            bytes.append(separator)
            bytes.appendPercentEncoded(name)
            bytes.append(UInt8(ascii: "="))
            bytes.appendPercentEncoded(value)
            separator = UInt8(ascii: "&")
        }
        if let fragment {
            bytes.append(UInt8(ascii: "#"))
            bytes.appendPercentEncoded(fragment)
        }
        self.path = String(decoding: bytes, as: UTF8.self)
    }
}

/// A place on this site that came back from a visitor (`?next=`): only a plain path of this site passes.
package struct LocalAddress: Address {
    package let path: String

    /// - Returns: `nil` for anything a browser might take for another site, and for anything but plain characters.
    package init?(_ text: String?) {
        guard let text, text.utf8.count <= 2_000, text.hasPrefix("/"), !text.hasPrefix("//"),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "\"") })
        else { return nil }
        path = text
    }

    /// A path known to be one, because it was matched already.
    init(known path: String) { self.path = path }
}

/// A page of another site, over https only: the source of a figure, a treaty's text. Opened without a referrer.
package struct OutsideAddress: Sendable, Hashable {
    package let text: String

    /// - Returns: `nil` unless it is a plain `https://host/…` address without credentials.
    package init?(_ text: String) {
        let prefix = "https://"
        guard text.hasPrefix(prefix), text.utf8.count <= 2_000, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
        let host = text.dropFirst(prefix.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !host.isEmpty, !host.contains("@"), !host.contains("\\") else { return nil }
        self.text = text
    }
}

extension Markup {
    /// A link within the site; it keeps the language that the visitor chose.
    package mutating func a(
        to address: any Address, _ attributes: Attribute..., content: (inout Markup) throws -> Void
    ) rethrows {
        openLink("a", "href", address, attributes)
        try content(&self)
        close("a")
    }

    /// A link within the site that says one word.
    package mutating func a(to address: any Address, _ word: Word, _ attributes: Attribute...) {
        openLink("a", "href", address, attributes)
        say(word)
        close("a")
    }

    /// A recording on this site, with the browser's own controls; nothing is fetched before somebody asks for it.
    package mutating func audio(at address: any Address, _ label: Word) {
        openLink(
            "audio", "src", address,
            [Attribute("controls", .flag), Attribute("preload", .text("none")), .ariaLabel(label)])
        close("audio")
    }

    /// A link to an element of this page.
    package mutating func a(toElement id: String, _ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        open("a", [Attribute("href", .text("#" + id))] + attributes)
        try content(&self)
        close("a")
    }

    /// A link to another site, opened without telling it where the visitor came from.
    package mutating func a(
        toOutside address: OutsideAddress, _ attributes: Attribute..., content: (inout Markup) throws -> Void
    ) rethrows {
        open("a", [Attribute("href", .text(address.text)), Attribute("rel", .text("external noopener noreferrer"))] + attributes)
        try content(&self)
        close("a")
    }

    /// The start of an element whose attribute is an address of this site.
    mutating func openLink(_ tag: StaticString, _ name: StaticString, _ address: any Address, _ attributes: [Attribute]) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(tag)
        bytes.append(UInt8(ascii: " "))
        bytes.append(name)
        bytes.append("=\"")
        write(address)
        bytes.append(UInt8(ascii: "\""))
        for attribute in attributes { write(attribute) }
        bytes.append(UInt8(ascii: ">"))
    }

    /// An address as it stands in an attribute, with the chosen language before it.
    private mutating func write(_ address: any Address) {
        if keepsLanguage {
            bytes.append(UInt8(ascii: "/"))
            bytes.appendEscaped(language.code)
        }
        let path = address.siteLocalPath
        // The front page of a language is `/ar`, not `/ar/`.
        bytes.appendEscaped(keepsLanguage && (path == "/" || path.hasPrefix("/?")) ? String(path.dropFirst()) : path)
    }
}

extension Address {
    /// The path, or the root where a context made one that a browser would take for another site.
    var siteLocalPath: String {
        // Made once: an address builds its path anew each time it is asked.
        let path = path
        var start = path.utf8.makeIterator()
        guard start.next() == UInt8(ascii: "/") else { return "/" }
        let second = start.next()
        return second == UInt8(ascii: "/") || second == UInt8(ascii: "\\") ? "/" : path
    }
}

extension [UInt8] {
    /// Everything but the unreserved characters of RFC 3986 as `%XX`.
    mutating func appendPercentEncoded(_ text: String) {
        // A word of ours, a code or an id has nothing to encode.
        guard !text.utf8.allSatisfy(Self.isUnreserved) else { return append(contentsOf: text.utf8) }
        let hex: StaticString = "0123456789ABCDEF"
        for byte in text.utf8 {
            if Self.isUnreserved(byte) {
                append(byte)
            } else {
                append(UInt8(ascii: "%"))
                append(hex.utf8Start[Int(byte >> 4)])
                append(hex.utf8Start[Int(byte & 15)])
            }
        }
    }

    @inline(__always)
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
