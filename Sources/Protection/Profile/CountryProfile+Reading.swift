import Vocabulary
import Yams

extension CountryProfile {
    /// Reads the whole file; every fault goes to the reader.
    init(_ profile: inout ProfileReader, canonical: String, hash: String) {
        (canonicalText, self.hash) = (canonical, hash)
        name = profile.text("name")
        country = Self.country(&profile)
        version = profile.text("version")
        calendar = WorkingCalendar(&profile)
        languages = profile.list("languages")
        emergency = profile.list("emergency")
        immediateDanger = profile.list("immediateDanger")
        settings = Self.settings(&profile)
        indicators = profile.list("indicators")
        needsTonight = profile.optionalList("needsTonight")
        deadlines = profile.part("deadlines")
        ownWarnings = profile.optionalPart("warnings")
        ownHorizons = profile.optionalPart("horizons")
        reflection = profile.part("reflection")
        permits = profile.optionalList("permits")
        decisionNames = profile.part("decisionNames")
        legalBases = profile.list("legalBases")
        reviewGrounds = profile.list("reviewGrounds")
        services = profile.list("services")
        acceptBy = profile.part("acceptBy")
        declineReasons = profile.list("declineReasons")
        consentPurposes = profile.list("consentPurposes")
        refusalReasons = profile.list("refusalReasons")
        disclosureOverrides = profile.optionalList("disclosureOverrides")
        rights = Self.rights(&profile, in: languages)
        assessments = profile.list("assessments")
        childProtection = profile.part("childProtection")
        overridesOfReturn = profile.optionalList("overridesOfReturn")
        monitoring = profile.part("monitoring")
        closureReasons = profile.list("closureReasons")
        childRetentionUntilAge = profile.number("childRetentionUntilAge", in: 18...60)
        forms = profile.optionalList("forms")
    }

    private static func country(_ profile: inout ProfileReader) -> CountryCode? {
        guard let text = profile.optionalText("country") else { return nil }
        if let code = CountryCode(Substring(text)) { return code }
        profile.refuse("country", "“\(text)” is no code of three capital letters; leave it out for an invented country")
        return nil
    }

    private static func settings(_ profile: inout ProfileReader) -> [Setting: [String]] {
        profile.part("settings") { part in
            Dictionary(uniqueKeysWithValues: Setting.allCases.map { ($0, part.texts($0.rawValue)) })
        } ?? [:]
    }

    private static func rights(_ profile: inout ProfileReader, in languages: [OfferedLanguage]) -> [RightsSheet] {
        profile.part("rights") { part in
            let offered = languages.map(\.tag).filter { !$0.isEmpty }
            // A sheet in a language that is not offered is read too, so that its faults are told with the others.
            return (offered + part.keys.filter { !offered.contains($0) }).compactMap { tag in
                part.required(tag).map { node in
                    part.read(node, at: part.place + [tag]) { RightsSheet(language: tag, &$0) }
                }
            }
        } ?? []
    }
}
