import Basics
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing
import Vocabulary

@testable import Web

@Suite struct `A form that comes back` {
    @Test func `says what is wrong at the field and on top, and keeps what was written`() async throws {
        let site = try SiteUnderTest()
        let body = "seal=\(site.seal(session: "amina"))&name=%3Cx&since=31&since-month=2&since-year=2019"
        _ = body
        let long =
            "seal=\(site.seal(session: "amina"))&name=" + String(repeating: "%3Cx", count: 15) + "&since=31&since-month=2&since-year=2019"
        let answer = try await site.post("/work/things", long, aminasCookie)
        #expect(answer.status == .unprocessableContent)
        let text = answer.text
        #expect(text.contains("<a href=\"#name\">\(TestFields.name.label.en): Write at most 20 characters.</a>"))
        #expect(text.contains("<a href=\"#since\">"))
        #expect(text.contains("<p class=\"problem\" id=\"name-problem\">"))
        #expect(text.contains("aria-describedby=\"name-why name-problem\" aria-invalid=\"true\""))
        #expect(text.contains("value=\"" + String(repeating: "&lt;x", count: 15) + "\""))
        #expect(text.contains("name=\"since-year\" size=\"4\" maxlength=\"4\" value=\"2019\""))
    }
}

@Suite struct `A field` {
    private func read<Value>(_ field: some Field<Value>, _ pairs: [(name: String, value: String)]) -> (value: Value?, problem: Word?) {
        var reading = FormReading(FormBody(Query(pairs)))
        let value = reading.read(field)
        return (value, reading.filled.problems.first?.word)
    }

    // promise 6: lengths are checked on the server
    @Test func `of text cuts outer blanks, counts characters and refuses control characters`() {
        #expect(read(TestFields.name, [("name", "  Amina  ")]).value == "Amina")
        #expect(read(TestFields.name, [("name", "   ")]).problem == .answerNeeded)
        #expect(read(TestFields.name, []).problem == .answerNeeded)
        #expect(read(TestFields.name, [("name", "a")]).problem == .atLeast(characters: 2))
        #expect(read(TestFields.name, [("name", String(repeating: "é", count: 20))]).value?.count == 20)
        #expect(read(TestFields.name, [("name", String(repeating: "é", count: 21))]).problem == .atMost(characters: 20))
        #expect(read(TestFields.name, [("name", "a\u{7}b")]).problem == .plainTextNeeded)
        #expect(read(TextField("m", .data("m"), purpose: .email), [("m", "name@example.org")]).value == "name@example.org")
        for wrong in ["name", "name@", "@example.org", "a b@example.org", "a@b@example.org", "a@example"] {
            #expect(read(TextField("m", .data("m"), purpose: .email), [("m", wrong)]).problem == .emailNeeded)
        }
    }

    @Test func `of several lines keeps them and makes their ends alike`() {
        #expect(read(LongTextField("t", .data("t")), [("t", "a\r\nb\rc\n")]).value == "a\nb\nc")
    }

    // promise 6: choices
    @Test func `of choice takes what was offered and nothing else`() {
        enum Kind: String, CaseIterable, Sendable { case police, shelter }
        let field = ChoiceField("kind", .data("Kind"), Kind.allCases) { .data($0.rawValue) }
        #expect(read(field, [("kind", "shelter")]).value == .shelter)
        #expect(read(field, [("kind", "ministry")]).problem == .choiceNeeded)
        #expect(read(field, [("kind", "")]).problem == .answerNeeded)
        let several = ChoicesField("k", .data("k"), choices: Kind.allCases.map { Choice($0, key: $0.rawValue, label: .data($0.rawValue)) })
        #expect(read(several, [("k", "shelter"), ("k", "police")]).value == [.police, .shelter])
        #expect(read(several, [("k", "shelter"), ("k", "x")]).problem == .choiceNeeded)
        var filled = Filled()
        filled.fill(field, with: .shelter)
        var html = Markup(language: .en)
        html.field(field, filled)
        #expect(html.string.contains("value=\"shelter\" checked"))
    }

    // promise 6: dates
    @Test func `of a date takes as much as is known`() {
        let field = PartialDateField("d", .data("d"))
        func date(_ year: String, _ month: String, _ day: String) -> (value: PartialDate?, problem: Word?) {
            read(field, [("d", day), ("d-month", month), ("d-year", year)])
        }
        #expect(date("2019", "", "").value == .year(2019))
        #expect(date("2019", "3", "").value == .month(year: 2019, month: 3))
        #expect(date("2019", "03", "14").value?.iso == "2019-03-14")
        #expect(date("٢٠١٩", "٣", "").value == .month(year: 2019, month: 3))
        #expect(date("2019", "2", "30").problem == .dateNeeded)
        #expect(date("2019", "13", "").problem == .dateNeeded)
        #expect(date("2019", "", "14").problem == .dateNeeded)
        #expect(date("", "3", "").problem == .dateNeeded)
        #expect(date("19", "3", "1").problem == .yearInFourDigits)
        #expect(date("x", "", "").problem == .dateNeeded)
        #expect(date("", "", "").problem == .answerNeeded)
        #expect(read(DayField("d", .data("d")), [("d-year", "2019")]).problem == .wholeDateNeeded)
    }

    // What a stranger sent: a birth in 1850, a visit in 2999, a task for last week.
    @Test func `of a day keeps to a lifetime, and to its side of today`() throws {
        let today = try #require(Day(iso: "2026-11-26"))
        func problem(_ range: DayRange, _ iso: String) -> Word? {
            let parts = iso.split(separator: "-").map(String.init)
            let pairs = zip(["d-year", "d-month", "d"], parts).map { (name: $0, value: $1) }
            var reading = FormReading(FormBody(Query(pairs), today: today))
            if parts.count == 3 {
                _ = reading.read(DayField("d", .data("d"), range))
            } else {
                _ = reading.read(PartialDateField("d", .data("d"), range))
            }
            return reading.filled.problems.first?.word
        }
        for range in [DayRange.anyDay, .untilToday, .fromToday] {
            #expect(problem(range, "1850-03-14") == .yearTooEarly(from: 1906))
            #expect(problem(range, "1850") == .yearTooEarly(from: 1906))
            #expect(problem(range, "2026-11-26") == nil)
            // This year may still be this day, on either side.
            #expect(problem(range, "2026") == nil && problem(range, "2026-11") == nil)
        }
        #expect(problem(.anyDay, "1906-01-01") == nil && problem(.anyDay, "2146-12-31") == nil)
        #expect(problem(.anyDay, "2999-01-01") == .yearTooLate(to: 2146))
        for later in ["2026-11-27", "2026-12", "2027", "2999"] { #expect(problem(.untilToday, later) == .dayToCome, "\(later)") }
        for earlier in ["2026-11-25", "2026-10", "2025"] { #expect(problem(.fromToday, earlier) == .dayGone, "\(earlier)") }
        #expect(problem(.untilToday, "2026-11-25") == nil && problem(.fromToday, "2027") == nil)
    }

    @Test func `of an amount is above nothing where it has to be`() {
        let field = AmountField("a", .data("a"), mayBeNothing: false)
        #expect(read(field, [("a", "0.01")]).value == 1)
        for nothing in ["0", "0.00", "000"] { #expect(read(field, [("a", nothing)]).problem == .amountAboveZero) }
        for wrong in ["-5", "−5", "1.234", "1e3", "five"] { #expect(read(field, [("a", wrong)]).problem == .amountNeeded) }
        #expect(read(AmountField("a", .data("a")), [("a", "0")]).value == 0)
        let hours = AmountField("h", .data("h"), bounds: 1...2_400, outside: .data("24 at most"))
        #expect(read(hours, [("h", "24")]).value == 2_400 && read(hours, [("h", "24.01")]).problem == .data("24 at most"))
    }

    @Test func `that is wrong stands on top with its question`() {
        var reading = FormReading(FormBody())
        _ = (reading.read(TextField("who", .data("Who came"))), reading.read(TextField("why", .data("Why they left"))))
        var html = Markup(language: .en)
        html.problems(reading.filled)
        #expect(html.string.contains("<a href=\"#who\">Who came: Give an answer here.</a>"))
        #expect(html.string.contains("<a href=\"#why\">Why they left: Give an answer here.</a>"))
    }

    @Test func `of number keeps within its bounds`() {
        let field = NumberField("n", .data("n"), bounds: 1...120)
        #expect(read(field, [("n", "42")]).value == 42)
        #expect(read(field, [("n", "٤٢")]).value == 42)
        for wrong in ["0", "121", "-1", "4.2", "1e2", "99999999999999999999"] {
            #expect(read(field, [("n", wrong)]).problem == .numberNeeded(from: 1, to: 120))
        }
    }

    @Test func `of secret is never shown again`() {
        var html = Markup(language: .en)
        html.field(SecretField("password", .data("Password")), Filled(FormBody(Query([("password", "correct horse")]))))
        #expect(!html.string.contains("correct horse"))
    }

    @Test func `that may be left empty is no problem when it is`() {
        let result = read(TestFields.since, [])
        #expect(result.value == nil)
        #expect(result.problem == nil)
    }

    @Test func `of file carries its bytes and a harmless name`() async throws {
        let site = try SiteUnderTest()
        var headers = aminasCookie
        headers[.contentType] = "multipart/form-data; boundary=xYz"
        let body = [
            "--xYz\r\nContent-Disposition: form-data; name=\"seal\"\r\n\r\n\(site.seal(session: "amina"))\r\n",
            "--xYz\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\ntwo\r\nlines\r\n",
            "--xYz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"..\\\\..\\\\etc/a.csv\"\r\nContent-Type: text/csv\r\n\r\na,b\r\n--x\r\n\r\n",
            "--xYz--\r\n",
        ].joined()
        #expect(try await site.post("/work/files", body, headers).status == .seeOther)
        #expect(site.deeds.all == ["file a.csv 10 two\r\nlines"])
    }

    @Test(arguments: [
        "", "--xYz", "--xYz\r\n", "--xYz\r\nA: b\r\n\r\nc\r\n--xYz--", "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb",
        "x--xYz--",
    ])
    func `of a broken upload is refused`(body: String) async throws {
        let site = try SiteUnderTest()
        var headers = aminasCookie
        headers[.contentType] = "multipart/form-data; boundary=xYz"
        let status = try await site.post("/work/files", body, headers).status
        #expect(status == .badRequest)
        headers[.contentType] = "multipart/form-data"
        #expect(try await site.post("/work/files", body, headers).status == .badRequest)
    }

    // promise 22: uploads are bounded
    @Test func `of a file beyond the limit of its route is refused`() async throws {
        let site = try SiteUnderTest()
        var headers = aminasCookie
        headers[.contentType] = "multipart/form-data; boundary=xYz"
        let body =
            "--xYz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" + String(repeating: "a", count: 1_100_000)
            + "\r\n--xYz--"
        #expect(try await site.post("/work/files", body, headers).status == .contentTooLarge)
    }
}
