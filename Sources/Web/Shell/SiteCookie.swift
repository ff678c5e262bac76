/// What an answer does to the session in the browser.
enum SessionChange: Sendable, Hashable {
    case start(String)
    case end
}

/// A cookie beside the session's, short-lived. Its name gets the `__Host-` prefix wherever the browser grants it.
package struct SiteCookie: Sendable, Hashable {
    package let name: String
    package let value: String
    /// Seconds; 0 removes it.
    package let seconds: Int
    /// Lax only for the state of a sign-in that comes back from another site by a link; otherwise strict.
    package let isLax: Bool

    package init(name: String, value: String, seconds: Int, isLax: Bool = false) {
        self.name = name
        self.value = value
        self.seconds = seconds
        self.isLax = isLax
    }
}
