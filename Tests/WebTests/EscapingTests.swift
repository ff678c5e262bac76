import Basics
import Testing
import Vocabulary

@testable import Web

/// Thirty ways in which text tries to become markup: tags, attributes, entities, protocols, encodings.
let markers: [String] = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "'><svg/onload=alert(1)>",
    "<svg><script>alert(1)</script>", "<iframe src=javascript:alert(1)>", "<a href=\"javascript:alert(1)\">x</a>",
    "\" onmouseover=\"alert(1)", "' onfocus='alert(1)' autofocus='", "<body onload=alert(1)>", "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>", "<style>@import '//evil.example'</style>", "<link rel=stylesheet href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>", "<base href=//evil.example/>", "<form action=//evil.example><button>",
    "<object data=javascript:alert(1)>", "<embed src=//evil.example>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "</title><script>alert(1)</script>", "</textarea><script>alert(1)</script>", "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;",
    "<scr\u{0}ipt>alert(1)</scr\u{0}ipt>",
    "\u{FF1C}script\u{FF1E}alert(1)", "{{constructor.constructor('alert(1)')()}}",
    "javascript:/*--></title></style></textarea>*/alert(1)//",
]

@Suite struct `Text on a page` {
    // promise 19: markers in data are inert
    @Test(arguments: markers) func `stays text between tags`(marker: String) {
        var html = Markup(language: .en)
        html.p { $0.text(marker) }
        let inner = html.string.dropFirst("<p>".count).dropLast("</p>".count)
        #expect(!inner.contains("<"))
        #expect(!inner.contains(">"))
        #expect(decoded(String(inner)) == marker.replacing("\u{0}", with: "\u{FFFD}"))
    }

    // promise 19: in attributes too
    @Test(arguments: markers) func `stays text in an attribute`(marker: String) {
        var html = Markup(language: .en)
        html.p(.title(data: marker), .id("after")) { _ in }
        let inner = html.string.dropFirst("<p title=\"".count).dropLast("\" id=\"after\"></p>".count)
        #expect(html.string.hasSuffix("\" id=\"after\"></p>"))
        #expect(!inner.contains { "<>\"'".contains($0) })
        #expect(decoded(String(inner)) == marker.replacing("\u{0}", with: "\u{FFFD}"))
    }

    // promise 19: and in all that forms and links print
    @Test(arguments: markers) func `stays text in words, fields, links and choices`(marker: String) {
        var html = Markup(language: .ar, keepsLanguage: true)
        html.h2(.data(marker))
        html.a(to: TestAddress.thing(marker)) { $0.text(marker) }
        var filled = Filled(FormBody(Query([("name", marker), ("note", marker)])))
        filled.note(.data(marker), at: TextField("name", .data(marker)))
        html.problems(filled)
        html.field(TestFields.name, filled)
        html.field(LongTextField("note", .data(marker)), filled)
        html.field(ChoiceField("c", .data(marker), choices: [Choice(1, key: marker, label: .data(marker))], as: .list), filled)
        let tags = html.string.matches(of: /<\/?([a-zA-Z!\[]+)/).map { String($0.1) }
        let ours: Set<String> = ["h", "a", "div", "ul", "li", "label", "p", "input", "textarea", "select", "option", "span"]
        #expect(Set(tags).subtracting(ours).isEmpty)
        #expect(html.string.firstMatch(of: /\son[a-z]+=/) == nil || !html.string.contains("\" on"))
    }

    @Test func `of any script is kept as it is`() {
        var html = Markup(language: .en)
        html.text("محمد Müller 王 \u{1F1EB}\u{1F1F7} a\nb\tc")
        #expect(html.string == "محمد Müller 王 \u{1F1EB}\u{1F1F7} a\nb\tc")
    }

    /// Undoes the five references that the writer uses.
    private func decoded(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&amp;", with: "&")
    }
}

@Suite struct `A link` {
    @Test func `keeps the chosen language and encodes what is in the path`() {
        var html = Markup(language: .fr, keepsLanguage: true)
        html.a(to: TestAddress.thing("a/b?c#d é")) { _ in }
        #expect(html.string == "<a href=\"/fr/things/a%2Fb%3Fc%23d%20%C3%A9\"></a>")
    }

    @Test func `has no language unless one was chosen`() {
        var html = Markup(language: .fr)
        html.a(to: TestAddress.world.with("year", "2019").with("q", "a&b")) { _ in }
        #expect(html.string == "<a href=\"/?year=2019&amp;q=a%26b\"></a>")
    }

    @Test(arguments: ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "", "evil"])
    func `never leaves the site`(path: String) {
        struct Bad: Address { let path: String }
        var html = Markup(language: .en)
        html.a(to: Bad(path: path)) { _ in }
        #expect(html.string == "<a href=\"/\"></a>")
        #expect(LocalAddress(path) == nil)
    }

    @Test(arguments: ["http://a.example/", "https://", "https://user@a.example/", "javascript:alert(1)", "https:/a", "https://a b/"])
    func `to another site is https or nothing`(text: String) {
        #expect(OutsideAddress(text) == nil)
    }
}

@Suite struct `Numbers on a page` {
    private func written(_ language: Language, _ write: (inout Markup) -> Void) -> String {
        var html = Markup(language: language)
        write(&html)
        return html.string
    }

    @Test func `are grouped as the language does`() {
        #expect(written(.en) { $0.number(82_291) } == "82,291")
        #expect(written(.fr) { $0.number(82_291) } == "82\u{202F}291")
        #expect(written(.es) { $0.number(8_291) } == "8291")
        #expect(written(.en) { $0.number(-1_000_000) } == "\u{2212}1,000,000")
        #expect(written(.en) { $0.number(0) } == "0")
        for language in Language.allCases {
            for number in [0, 9, 10, 999, 1_000, 9_999, 10_000, 123_456_789, -5, -12_345] {
                #expect(written(language) { $0.number(number) } == number.written(in: language))
            }
        }
    }

    @Test func `in drawings have two decimals at most and always a full stop`() {
        func decimal(_ number: Double) -> String {
            var bytes: [UInt8] = []
            bytes.appendDecimal(number)
            return String(decoding: bytes, as: UTF8.self)
        }
        #expect(decimal(12.345) == "12.35" || decimal(12.345) == "12.34")
        #expect(decimal(-0.5) == "-0.5")
        #expect(decimal(100) == "100")
        #expect(decimal(0.05) == "0.05")
        #expect(decimal(-0.001) == "0")
        #expect(decimal(.nan) == "0")
        #expect(decimal(.infinity) == "0")
        #expect(written(.fr) { $0.decimal(1_234.5, places: 2) } == "1\u{202F}234,50")
    }

    @Test func `that are not exact are told apart from those that are`() {
        #expect(written(.en) { $0.count(.exact(0)) } == "0")
        #expect(written(.en) { $0.count(.fewerThanFive) }.contains("&lt;5"))
        #expect(written(.en) { $0.count(.range(82_291...82_363)) }.contains("82,291–82,363"))
        let absences = [Absence.nothing, .notCollected, .notApplicable, .withheld].map { why in written(.en) { $0.count(.absent(why)) } }
        #expect(Set(absences).count == 4)
    }
}

@Suite struct `A word that exists in English only` {
    @Test func `is marked as English on a page in another language`() {
        var html = Markup(language: .ar)
        html.p { $0.say(Word(work: "Queue", fr: "File")) }
        html.h2(Word(work: "Queue", fr: "File"))
        #expect(html.string == "<p><span lang=\"en\" dir=\"ltr\">Queue</span></p><h2 lang=\"en\" dir=\"ltr\">Queue</h2>")
    }

    @Test func `is not marked where it is spoken`() {
        var html = Markup(language: .fr)
        html.p(Word(work: "Queue", fr: "File"))
        #expect(html.string == "<p>File</p>")
    }
}
