import HTTPTypes

extension SiteResponder {
    /// What the answer does to the session, and its other cookies.
    func setCookies(_ answer: Answer, _ fields: inout HTTPFields) {
        switch answer.session {
        case .start(let value): fields.append(HTTPField(name: .setCookie, value: cookie(Arrival.sessionCookie, value, seconds: nil)))
        case .end: fields.append(HTTPField(name: .setCookie, value: cookie(Arrival.sessionCookie, "", seconds: 0)))
        case nil: break
        }
        for extra in answer.extraCookies {
            let value = cookie(extra.name, extra.value, seconds: extra.seconds, isLax: extra.isLax)
            fields.append(HTTPField(name: .setCookie, value: value))
        }
    }

    /// One cookie, as strict as browsers allow. A value that could end it early is left out altogether.
    func cookie(_ name: String, _ value: String, seconds: Int?, isLax: Bool = false) -> String {
        let safe = value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && ![0x22, 0x2C, 0x3B, 0x5C].contains($0) }
        var text = "\(site.reach.cookieName(name))=\(safe ? value : ""); Path=/; HttpOnly; SameSite=\(isLax ? "Lax" : "Strict")"
        if site.reach.isSecure { text += "; Secure" }
        if let seconds { text += "; Max-Age=\(seconds)" }
        return text
    }
}
