import Access
import Vocabulary

/// The frame of every page: head, skip link, menu, languages, banners, heading, footer.
struct Layout: Sendable {
    let site: Site
    let page: any Page
    /// The path without the language, with its query: where the language links lead.
    let here: String
    let visitor: Actor?
    let banners: [Banner]

    func write(to html: inout Markup) {
        html.bytes.append("<!doctype html>")
        html.element("html", [.lang(html.language), .dir(html.language)]) { html in
            head(&html)
            html.element("body", [.class("door-" + page.door.rawValue)]) { html in
                html.a(toElement: "main", .class("skip")) { $0.say(.skipToContent) }
                if page.concernsOwnSituation { leaveNow(&html) }
                top(&html)
                notices(&html)
                html.main(.id("main"), .tabindex(-1)) { html in
                    trail(&html)
                    if page.printsHeading { html.h1(page.title) }
                    page.body(&html)
                }
                bottom(&html)
            }
        }
    }

    private func head(_ html: inout Markup) {
        html.element("head", []) { html in
            html.bytes.append("<meta charset=\"utf-8\">")
            html.bytes.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            html.bytes.append("<meta name=\"color-scheme\" content=\"light dark\">")
            html.element("title", []) { html in
                if page.concernsOwnSituation {
                    html.sayPlainly(.neutralTitle)
                } else {
                    html.sayPlainly(page.title)
                    html.bytes.append(" – ")
                    html.sayPlainly(site.name)
                }
            }
            // Assets are the same in every language: no prefix, so that one copy is kept.
            for (name, attributes) in Self.linked {
                guard let address = site.assets.address(of: name) else { continue }
                html.open("link", attributes + [Attribute("href", .text(address.path))])
            }
        }
    }

    private static let linked: [(String, [Attribute])] = [
        ("concord.css", [Attribute("rel", .text("stylesheet"))]),
        ("icon.svg", [Attribute("rel", .text("icon")), Attribute("type", .text("image/svg+xml"))]),
    ]

    private func leaveNow(_ html: inout Markup) {
        guard let leaveTo = site.leaveTo else { return }
        html.nav(.class("leave"), .ariaLabel(.leaveNow)) { html in
            html.a(toOutside: leaveTo, .class("button leave-now"), .id("leave")) { $0.say(.leaveNow) }
        }
    }

    private func top(_ html: inout Markup) {
        html.header(.class("site-top")) { html in
            html.a(to: LocalAddress(known: "/"), .class("site-name")) { $0.say(site.name) }
            menu(&html)
            html.div(.class("site-tools")) { html in
                languages(&html)
                account(&html)
            }
        }
    }

    private func menu(_ html: inout Markup) {
        let items = site.menu.items(at: page.door, for: visitor)
        guard !items.isEmpty else { return }
        let paths = items.flatMap { item in
            switch item {
            case .entry(let entry): [entry.path]
            case .group(_, let entries): entries.map(\.path)
            }
        }
        let current = Menu.current(of: paths, at: here)
        html.nav(.class("menu"), .ariaLabel(.mainMenu)) { html in
            html.ul { html in
                for item in items {
                    html.li { html in
                        switch item {
                        case .entry(let entry): link(entry, isCurrent: entry.path == current, &html)
                        case .group(let group, let entries): fold(group, entries, current: current, &html)
                        }
                    }
                }
            }
        }
    }

    /// A group opens by its heading, by pointer or by key, and shuts the one that was open: they share a name.
    private func fold(_ group: Menu.Group, _ entries: [Menu.Entry], current: String?, _ html: inout Markup) {
        html.details(.name("menu")) { html in
            if entries.contains(where: { $0.path == current }) {
                html.element("summary", [Attribute("aria-current", .text("true"))], group.word)
            } else {
                html.summary(group.word)
            }
            html.ul { html in
                for entry in entries { html.li { link(entry, isCurrent: entry.path == current, &$0) } }
            }
        }
    }

    private func link(_ entry: Menu.Entry, isCurrent: Bool, _ html: inout Markup) {
        let address = LocalAddress(known: entry.path)
        if isCurrent {
            html.a(to: address, entry.word, .ariaCurrentPage)
        } else {
            html.a(to: address, entry.word)
        }
    }

    private func languages(_ html: inout Markup) {
        html.nav(.class("languages"), .ariaLabel(.chooseLanguage)) { html in
            html.ul { html in
                for language in Language.allCases {
                    html.li { html in
                        let path = "/" + language.code + (here == "/" ? "" : here)
                        var attributes = [
                            Attribute("href", .text(path)), Attribute("hreflang", .text(language.code)), .lang(language), .dir(language),
                        ]
                        if language == html.language { attributes.append(Attribute("aria-current", .text("true"))) }
                        html.element("a", attributes) { $0.text(language.ownName) }
                    }
                }
            }
        }
    }

    private func account(_ html: inout Markup) {
        html.div(.class("account")) { html in
            guard let visitor else { return html.a(to: site.signIn, .signIn) }
            html.span(.class("account-name"), .dirAuto) { $0.text(visitor.displayName) }
            html.form(post: site.signOut, .class("inline")) { html in
                html.button(.signOut, .type("submit"), .class("quiet"))
            }
        }
    }

    private func notices(_ html: inout Markup) {
        let shown = banners.filter { $0.doors.contains(page.door) && $0.need.isMet(by: visitor) }
        guard !shown.isEmpty else { return }
        html.aside(.class("banners"), .ariaLabel(.important)) { html in
            for banner in shown {
                html.p(.class("banner")) { html in
                    if let address = banner.address { html.a(to: address, banner.word) } else { html.say(banner.word) }
                }
            }
        }
    }

    private func trail(_ html: inout Markup) {
        guard !page.trail.isEmpty else { return }
        html.nav(.class("trail"), .ariaLabel(.whereYouAre)) { html in
            html.ol { html in
                for crumb in page.trail { html.li { $0.a(to: crumb.address, crumb.word) } }
            }
        }
    }

    private func bottom(_ html: inout Markup) {
        html.footer(.class("site-bottom")) { html in
            if !page.sources.isEmpty {
                html.section(.class("sources"), .ariaLabelledBy("sources")) { html in
                    html.h2(.sources, .id("sources"))
                    html.ul { html in
                        for source in page.sources { html.li { cite(source, &$0) } }
                    }
                }
            }
            html.p(.class("site-name")) { $0.say(site.name) }
        }
    }

    private func cite(_ source: PageSource, _ html: inout Markup) {
        html.text(source.citation)
        guard let address = source.address else { return }
        html.space()
        html.a(toOutside: address) { $0.text(address.text) }
    }
}
