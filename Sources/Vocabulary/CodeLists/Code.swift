/// A vocabulary that has a code list of its own: the name of the list, as its file is called.
package protocol Listed: Sendable {
    static var list: String { get }
}

/// A code of one list, with the version of the list it was coded with. A record keeps both.
package struct Code<List: Listed>: Hashable, Sendable, Codable {
    /// The stable code, such as `forced_labour`.
    package let text: String
    /// The version of the list, 1 or more.
    package let version: Int

    /// Takes up what a record holds; nothing is checked.
    package init(stored text: String, version: Int) {
        self.text = text
        self.version = version
    }
}

extension Code: CustomStringConvertible {
    /// `forced_labour@1`.
    package var description: String { "\(text)@\(version)" }
}

extension Code where List: RawRepresentable, List.RawValue == String {
    /// The typed value, where the program knows the code by name; `nil` for a code that a later list dropped.
    package var value: List? { List(rawValue: text) }
}
