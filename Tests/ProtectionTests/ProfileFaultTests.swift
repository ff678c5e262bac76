import Basics
import Foundation
import Testing

@testable import Protection

/// One thing done to the smallest profile, and the fault that must be told of it.
struct Slip: Sendable, CustomTestStringConvertible {
    let text: String
    let other: String
    let fault: String

    init(_ text: String, _ other: String, _ fault: String) { (self.text, self.other, self.fault) = (text, other, fault) }

    var testDescription: String { fault }

    static let all = [
        Slip("name: Minima (invented)", "", "name: is missing"),
        Slip("name: Minima (invented)", "name: \"  \"", "name: is empty"),
        Slip("name: Minima (invented)", "name: [a]", "name: must be a text"),
        Slip(
            "version:", "country: Minima\nversion:",
            "country: “Minima” is no code of three capital letters; leave it out for an invented country"),
        Slip("timeZone: UTC", "timeZone: Moon/Tranquillity", "timeZone: “Moon/Tranquillity” is no time zone, such as Africa/Nairobi"),
        Slip("timeZone: UTC", "timeZone: GMT+3", "timeZone: “GMT+3” is no time zone, such as Africa/Nairobi"),
        Slip("[mon, tue", "[mon, mon, tue", "workingDays: “mon” is there twice"),
        Slip("[mon, tue", "[monday, tue", "workingDays: “monday” is not known here; there are mon, tue, wed, thu, fri, sat, sun"),
        Slip("[mon, tue, wed, thu, fri]", "[]", "workingDays: must hold at least one entry"),
        Slip("version:", "holidays: [02-30]\nversion:", "holidays: “02-30” is no day written YYYY-MM-DD or MM-DD"),
        Slip("tag: en", "tag: english", "languages / english / tag: “english” is no language tag, such as en or pt-BR"),
        Slip(
            "telephone: \"555 0101\"", "telephone: by letter",
            "emergency / police / telephone: “by letter” can’t be dialled: use digits, spaces, +, * and #"),
        Slip("call: police", "call: fire", "immediateDanger / danger / call: “fire” is not among the emergency contacts"),
        Slip("border: [cannot_leave]", "", "settings / border: is missing"),
        Slip("border: [cannot_leave]", "border: [cant_leave]", "settings / border: “cant_leave” is not among the indicators"),
        Slip(
            "group: control", "group: controls",
            "indicators / cannot_leave / group: “controls” is not known here; there are recruitment, movement, exploitation, control, health, child, documents, money"
        ),
        Slip("weight: 3", "weight: 4", "indicators / cannot_leave / weight: “4” is not known here; there are 1, 2, 3"),
        Slip("element: means", "element: means\n    childOnly: maybe", "indicators / cannot_leave / childOnly: must be true or false"),
        Slip(", fr: La personne ne peut pas partir}", "}", "indicators / cannot_leave / text / fr: is missing"),
        Slip("decision: {days: 45}", "decision: {days: soon}", "deadlines / decision / days: must be a whole number from 1 to 730"),
        Slip("decision: {days: 45}", "decision: {}", "deadlines / decision: must have either days or workingDays"),
        Slip("decision: {days: 45}", "decision: {days: 4, workingDays: 3}", "deadlines / decision: must have either days or workingDays"),
        Slip("decision: {days: 45}", "decision: 45", "deadlines / decision: is no list of keys with values"),
        Slip("  decision: {days: 45}\n", "", "deadlines / decision: is missing"),
        Slip(
            "safeContactKept: {days: 30}", "safeContactKept: {days: 91}",
            "deadlines / safeContactKept / days: must be a whole number from 1 to 90"),
        Slip(
            "reoffer: {days: 14}", "reoffer: {days: 31}",
            "deadlines / reoffer: comes after the safe contact is gone, which is kept for 30 days"),
        Slip("{days: 30, ext", "{days: 29, ext", "reflection / days: must be a whole number from 30 to 730"),
        Slip("warnDays: [7]", "warnDays: [30]", "reflection / warnDays: warns before the period of 30 days begins"),
        Slip("warnDays: [7]", "warnDays: [7, 3]", "reflection / warnDays: must go up from one number to the next"),
        Slip("extensions: 0", "extensions: 2", "reflection / extensionDays: and extensions must both be 0, or neither"),
        Slip("presumed: {en", "presumedd: {en", "decisionNames / presumedd: is a key that no profile has here"),
        Slip("for: any", "for: refuse", "legalBases: none can carry the decision “presume”"),
        Slip("code: shelter", "code: Shelter", "services / Shelter / code: “Shelter” is no code: use lower-case letters, digits and _"),
        Slip(
            "domain: housing}]", "domain: house}]",
            "services / shelter / domain: “house” is not known here; there are safety, housing, physical_health, mental_health, legal, psychosocial, education, work, money, family, interpretation, return"
        ),
        Slip("today: 12", "today: 100", "acceptBy / week: leaves less time than today"),
        Slip("explain: {en:", "explain: {fr:", "consentPurposes / identification / explain / en: is missing"),
        Slip("      - You can be safe now.\n", "", "rights / en / points: has 9 entries; there must be 10"),
        Slip(
            "- You can be safe now.", "- You can complain, and lose no help by it.",
            "rights / en / points: “You can complain, and lose no help by it.” is there twice"),
        Slip(
            "  en:\n", "  en:\n    reviewedBy: Amina\n", "rights / en / reviewedOn: is missing, while the other half of the review is there"
        ),
        Slip(
            "  en:\n", "  en:\n    reviewedBy: Amina\n    reviewedOn: 2026-13-01\n",
            "rights / en / reviewedOn: “2026-13-01” is no day written YYYY-MM-DD"),
        Slip(
            "[{tag: en, name: English}]", "[{tag: en, name: English}, {tag: fr, name: Français}]",
            "consentPurposes / identification / explain / fr: is missing"),
        Slip("[{tag: en, name: English}]", "[{tag: en, name: English}, {tag: fr, name: Français}]", "rights / fr: is missing"),
        Slip(
            "[{tag: en, name: English}]", "[{tag: fr, name: Français}]",
            "languages: “en” is missing, which stands in where a text is not there"),
        Slip(", {en: Grave, fr: Grave}", "", "assessments / risk / questions / harm / levels: has 3 entries; there must be 4"),
        Slip("domain: housing, text", "text", "assessments / needs / questions: “housing” asks for a need and must have a domain"),
        Slip("kind: needs", "kind: risk", "assessments: none is of the kind “needs”"),
        Slip("notify: {hours: 24}", "notify: {hours: 73}", "childProtection / notify / hours: must be a whole number from 1 to 72"),
        Slip("code: relations", "code: income", "monitoring / outcomes: “relations” is missing"),
        Slip("code: relations", "code: income", "monitoring / outcomes: “income” is there twice"),
        Slip("retentionYears: 5", "retentionYears: 51", "closureReasons / ended / retentionYears: must be a whole number from 1 to 50"),
        Slip("childRetentionUntilAge: 25", "childRetentionUntilAge: 17", "childRetentionUntilAge: must be a whole number from 18 to 60"),
        Slip(
            "version:", "needsTonight: [{code: bed, text: {en: Bed, fr: Lit}, service: hotel}]\nversion:",
            "needsTonight / bed / service: “hotel” is not among the services"),
        Slip("version:", "\(field("choice"))\nversion:", "forms / colour / options: are missing: it is a choice"),
        Slip(
            "version:", "\(field("day", "options: [{code: red, text: {en: Red, fr: Rouge}}], "))\nversion:",
            "forms / colour / options: are only for a choice"),
        Slip("version:", "\(field("text").replacing("sealed: true, ", with: ""))\nversion:", "forms / colour / sealed: is missing"),
        Slip("version:", "permit: []\nversion:", "permit: is a key that no profile has here"),
    ]

    private static func field(_ type: String, _ options: String = "") -> String {
        "forms: [{code: colour, on: person, label: {en: Colour, fr: Couleur}, type: \(type), \(options)sealed: true, why: {en: Why, fr: Cause}}]"
    }
}

@Suite struct `A faulty country profile` {
    @Test(arguments: Slip.all) func `is refused with the place of the fault`(slip: Slip) throws {
        let faults = try Profiles.faults(slip.text, with: slip.other)
        #expect(faults.contains(slip.fault), "told was: \(faults)")
    }

    @Test func `is refused when its reflection period is under 30 days, with that fault alone`() throws {
        #expect(
            try Profiles.faults("{days: 30, ext", with: "{days: 29, ext") == ["reflection / days: must be a whole number from 30 to 730"])
    }

    @Test func `is told of a part of another shape once, and not for each key that it lacks`() throws {
        #expect(
            try Profiles.faults("{days: 30, extensionDays: 0, extensions: 0, warnDays: [7]}", with: "thirty") == [
                "reflection: is no list of keys with values"
            ])
    }

    @Test func `is refused with all its faults at once`() throws {
        let everything = Slip.all.filter { $0.other.contains("\n") == false }.reduce(into: [String: Slip]()) { $0[$1.text] = $1 }.values
        var text = try Profiles.minimal()
        let slips = everything.filter { slip in
            // Two slips in one place would hide one another.
            !everything.contains { $0.text != slip.text && ($0.text.contains(slip.text) || slip.text.contains($0.text)) }
        }
        for slip in slips { text = text.replacing(slip.text, with: slip.other) }
        let refused = try #require(throws: ProfileRefused.self) { try CountryProfile.load(text: text) }
        let told = refused.faults.map(\.description)
        #expect(slips.count >= 15)
        #expect(told.count >= slips.count)
        for place in ["timeZone: ", "border: ", "decision", "acceptBy", "retentionYears", "childRetentionUntilAge"] {
            #expect(told.contains { $0.contains(place) }, "nothing about \(place)")
        }
        for fault in told { #expect(refused.message.contains(fault)) }
        #expect(refused.code == "profile.invalid")
    }

    @Test(arguments: ["name: [}", "name: \"open", "name: a\nname: b", "\tname: a"]) func `is refused when it is no YAML`(text: String)
        throws
    {
        let refused = try #require(throws: ProfileRefused.self) { try CountryProfile.load(text: text) }
        #expect(refused.faults.map(\.problem).allSatisfy { $0.hasPrefix("is no YAML") }, "told was: \(refused.message)")
        #expect(refused.faults.count == 1)
    }

    @Test(arguments: ["", "3", "- a\n- b"]) func `is refused when it holds no profile at all`(text: String) {
        #expect(throws: ProfileRefused.self) { try CountryProfile.load(text: text) }
    }

    @Test func `is told together with the faults of all other files of the folder`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "profiles-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func told() throws -> [String] {
            try #require(throws: ProfileRefused.self) { try CountryProfile.loadAll(folder: folder) }.faults.map(\.description)
        }
        #expect(try told() == ["\(folder.lastPathComponent): holds no profile, which is a file *.yaml"])

        let minimal = try Profiles.minimal()
        func write(_ text: String, _ name: String) throws {
            try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        try write(minimal.replacing("{days: 30, ext", with: "{days: 29, ext"), "a.yaml")
        try write(minimal.replacing("weight: 3", with: "weight: 9").replacing("missing: {hours: 24}", with: ""), "b.yaml")
        try write("not a profile", "readme.txt")
        #expect(
            try told() == [
                "a.yaml: reflection / days: must be a whole number from 30 to 730",
                "b.yaml: indicators / cannot_leave / weight: “9” is not known here; there are 1, 2, 3",
                "b.yaml: deadlines / missing: is missing",
            ])

        try write(minimal, "a.yaml")
        try write(minimal, "b.yaml")
        #expect(try told() == ["b.yaml: version: another file has the version 1 of Minima (invented); give this one a version of its own"])
        try write(minimal.replacing("version: \"1\"", with: "version: \"2\""), "b.yaml")
        #expect(try CountryProfile.loadAll(folder: folder).map(\.version) == ["1", "2"])
    }
}
