package import Web
package import WebFixtures

extension Reply {
    /// A member of the document that was answered to a program.
    package func member(_ name: String) -> JSONValue? { (try? JSONValue(reading: body))?[name] }

    /// A text of the document; empty where there is none.
    package func text(of name: String) -> String {
        guard case .text(let text)? = member(name) else { return "" }
        return text
    }

    /// The version that the document says; none where it says none.
    package var version: Int {
        guard case .integer(let version)? = member("version") else { return 0 }
        return version
    }

    /// The items of a list of the document.
    package func items(of name: String) -> [JSONValue] {
        guard case .list(let items)? = member(name) else { return [] }
        return items
    }
}
