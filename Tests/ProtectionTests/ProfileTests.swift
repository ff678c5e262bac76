import Basics
import Foundation
import Testing
import Vocabulary
import Yams

@testable import Protection

@Suite struct `A country profile` {
    @Test func `of Examplia loads, with everything that a country needs`() throws {
        let profile = try Profiles.examplia()
        #expect(profile.name == "Examplia")
        #expect(profile.country == nil)
        #expect(profile.languages.map(\.tag) == ["en", "fr", "es", "ar", "ru", "zh"])
        #expect(profile.language("ar")?.isRightToLeft == true)
        #expect(profile.indicators.count >= 40)
        for setting in Setting.allCases { #expect(profile.indicators(in: setting).count >= 8, "too few signs for \(setting)") }
        for group in WarningSign.Group.allCases { #expect(profile.indicators.contains { $0.group == group }, "no sign of \(group)") }
        for domain in ServiceKind.Domain.allCases { #expect(!profile.services(in: domain).isEmpty, "no service for \(domain)") }
        for record in ExtraField.Record.allCases { #expect(!profile.fields(on: record).isEmpty, "no field on \(record)") }
        #expect(profile.service("shelter")?.domain == .housing)
        #expect(profile.reflection.longest == 150)
        #expect(profile.reflection.warnDays == [30, 14, 3])
        #expect(profile.deadlines.acknowledgement == .workingDays(1))
        #expect(profile.deadlines.askAgain == .workingDays(1))
        #expect(profile.monitoring.months == [1, 3, 6, 12, 24])
        #expect(profile.acceptBy[.immediate] == 2)
        #expect(profile.decisionNames[.presumed].fr == "Victime présumée")
        #expect(profile.decisionNames["under_review"]?.en == "Negative decision under review")
        #expect(profile.legalBases(for: .presume).codes == ["act_12_grounds", "act_13_child", "act_4_definition"])
    }

    @Test func `of Examplia asks about every risk of the first hour, and about the needs in every domain`() throws {
        let profile = try Profiles.examplia()
        let risk = try #require(profile.assessment("immediate_risk"))
        for code in ["harm", "retrafficking", "suicide", "pregnancy", "family_threats"] { #expect(risk.question(code) != nil) }
        let needs = try #require(profile.assessment("needs"))
        let domains = Set(needs.questions.compactMap(\.domain))
        #expect(domains.symmetricDifference(ServiceKind.Domain.allCases) == [.homeward])
        for field in profile.forms where field.type == .text { #expect(field.isSealed, "\(field.code) may hold a name") }
    }

    @Test func `that is the smallest loads, with what stands in for what it leaves out`() throws {
        let profile = try CountryProfile.load(text: Profiles.minimal())
        #expect(profile.monitoring.months == [1, 3, 6])
        #expect(profile.forms.isEmpty && profile.permits.isEmpty && profile.needsTonight.isEmpty)
        let purpose = try #require(profile.consentPurpose("identification"))
        #expect(purpose.needsGuardianForChild)
        #expect(purpose.explain["ar"] == nil)
        #expect(purpose.explain[.ar] == purpose.explain["en"])
        #expect(purpose.explain.spoken(for: .ar) == .en)
        #expect(profile.rights(for: .ar)?.language == "en")
    }

    @Test(arguments: ["zh", "ru", "ar", "es", "fr", "en"]) func `tells the ten things in the language of the person`(tag: String) throws {
        let sheet = try #require(try Profiles.examplia().rights(in: tag))
        #expect(sheet.points.count == RightsSheet.count)
        #expect(sheet.review == nil, "nobody has reviewed the sheets that ship, and the page must say so")
    }

    @Test func `has the same hash whatever its comments and indentation, and another one for another value`() throws {
        let text = try Profiles.minimal()
        let first = try CountryProfile.load(text: text)
        #expect(first.hash.count == 64)
        #expect(try CountryProfile.load(text: "# A remark.\n" + text.replacing("{days: 45}", with: "\n    days:   45")).hash == first.hash)
        #expect(try CountryProfile.load(text: text.replacing("{days: 45}", with: "{days: 46}")).hash != first.hash)
        #expect(first == (try CountryProfile.load(text: text)))
    }

    @Test func `is read back from the text that a node keeps, with the same hash`() throws {
        for kept in [try Profiles.examplia(), try CountryProfile.load(text: Profiles.minimal())] {
            let again = try CountryProfile.load(text: kept.canonicalText)
            #expect(again.hash == kept.hash)
            #expect(again.canonicalText == kept.canonicalText)
            #expect(again.rights == kept.rights)
            #expect(again.deadlines == kept.deadlines)
            #expect(again.calendar == kept.calendar)
        }
    }

    @Test func `is hashed over one way of writing, which never changes: cases cite it`() throws {
        let text = """
            # A remark.
            words: {fr: "L’aide", en: 'Say "no"'}
            empty: ~
            folded: >
              two
              lines
            list: [112, no, 2026-11-24, "null", a\\b]
            """
        let root = try #require(try Yams.compose(yaml: text))
        #expect(
            CanonicalText.of(root) == #"""
                {"folded": "two lines", "list": ["112", "no", "2026-11-24", "null", "a\\b"], "words": {"en": "Say \"no\"", "fr": "L’aide"}}
                """#)
        #expect(CanonicalText.of(try #require(try Yams.compose(yaml: CanonicalText.of(root)))) == CanonicalText.of(root))
    }

    @Test func `says when people are warned, and an older version that does not takes what the newer one says`() throws {
        let current = try Profiles.examplia()
        #expect(current.warnings.bestInterests == 14 && current.warnings.claimLimit == [90, 30, 7])
        #expect(current.horizons.tryAgain == .days(7))
        let text = try String(contentsOf: Profiles.folder.appending(path: "examplia.yaml"), encoding: .utf8)
        let changed = try CountryProfile.load(text: text.replacing("bestInterests: 14", with: "bestInterests: 21"))
        let older = try CountryProfile.load(text: Profiles.minimal())
        // One that says nothing goes by what is usual, and beside a newer one by that.
        #expect(older.warnings.bestInterests == 14)
        #expect(older.asking(alsoFor: changed).warnings.bestInterests == 21)
        #expect(current.asking(alsoFor: changed).warnings.bestInterests == 14)
        let clockless = text.replacing("  bestInterests: 14\n", with: "")
        #expect(throws: ProfileRefused.self) { try CountryProfile.load(text: clockless) }
    }

    @Test func `is found among all of a folder, in the order of the files`() throws {
        let all = try CountryProfile.loadAll(folder: Profiles.folder)
        #expect(all.map(\.name) == ["Examplia", "Minima (invented)"])
    }
}

/// The files that ship, and faulty copies of them.
enum Profiles {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Profiles").standardizedFileURL

    static func examplia() throws -> CountryProfile {
        try CountryProfile.load(text: String(contentsOf: folder.appending(path: "examplia.yaml"), encoding: .utf8))
    }

    static func minimal() throws -> String {
        try String(contentsOf: folder.appending(path: "minimal.yaml"), encoding: .utf8)
    }

    /// What is wrong with the smallest profile once a text in it, which must be there, was replaced.
    static func faults(_ text: String, with other: String) throws -> [String] {
        let minimal = try minimal()
        try #require(minimal.contains(text), "minimal.yaml has no longer “\(text)”")
        let refused = try #require(throws: ProfileRefused.self) { try CountryProfile.load(text: minimal.replacing(text, with: other)) }
        return refused.faults.map(\.description)
    }
}
