import HTTPTypes

/// The headers that every answer carries, whatever it is.
enum SecurityHeaders {
    /// Nothing is allowed but what is named. There is no script at all, so there is no `script-src`.
    static let contentPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

    private static let everywhere: [(HTTPField.Name?, String)] = [
        (.contentSecurityPolicy, contentPolicy),
        (.xContentTypeOptions, "nosniff"),
        (HTTPField.Name("Referrer-Policy"), "no-referrer"),
        (HTTPField.Name("Cross-Origin-Opener-Policy"), "same-origin"),
        (HTTPField.Name("Cross-Origin-Embedder-Policy"), "require-corp"),
        (HTTPField.Name("Cross-Origin-Resource-Policy"), "same-origin"),
        (
            HTTPField.Name("Permissions-Policy"),
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
        ),
    ]

    static func add(to fields: inout HTTPFields, isSecure: Bool) {
        for case (let name?, let value) in everywhere { fields[name] = value }
        // Over plain HTTP browsers must ignore it (RFC 6797, 7.2); a year, and every name below this one.
        if isSecure { fields[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
    }
}
