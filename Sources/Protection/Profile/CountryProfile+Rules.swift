extension CountryProfile {
    /// What is wrong between the parts: a code that leads nowhere, a text that a language lacks.
    ///
    /// Lists that are empty are not looked into; that they are is told already.
    var faults: [ProfileFault] {
        strayCodes + unaskedSigns + missingLanguages + missingBases + missingAssessments
    }

    private var strayCodes: [ProfileFault] {
        immediateDanger.flatMap { stray($0.call, in: emergency.codes, "emergency contacts", at: "immediateDanger / \($0.code) / call") }
            + needsTonight.flatMap { stray($0.service, in: services.codes, "services", at: "needsTonight / \($0.code) / service") }
            + Setting.allCases.flatMap { setting in
                (settings[setting] ?? []).flatMap { stray($0, in: indicators.codes, "indicators", at: "settings / \(setting.rawValue)") }
            }
    }

    private func stray(_ code: String, in known: [String], _ list: String, at place: String) -> [ProfileFault] {
        guard !code.isEmpty, !known.isEmpty, !known.contains(code) else { return [] }
        return [ProfileFault(place: place, problem: "“\(code)” is not among the \(list)")]
    }

    /// A sign that no setting asks would never be seen, and its absence would look like an answer.
    private var unaskedSigns: [ProfileFault] {
        let asked = Set(settings.values.joined())
        guard !asked.isEmpty else { return [] }
        return indicators.codes.filter { !$0.isEmpty && !asked.contains($0) }.map {
            ProfileFault(place: "indicators / \($0)", problem: "is asked in no setting")
        }
    }

    /// A language is offered with every text for persons, or it is not offered.
    private var missingLanguages: [ProfileFault] {
        let offered = languages.map(\.tag)
        guard !offered.isEmpty else { return [] }
        var faults: [ProfileFault] = []
        if !offered.contains("en") {
            faults.append(ProfileFault(place: "languages", problem: "“en” is missing, which stands in where a text is not there"))
        }
        for sheet in rights where !offered.contains(sheet.language) {
            faults.append(ProfileFault(place: "rights / \(sheet.language)", problem: "is a language that is not among the languages"))
        }
        for purpose in consentPurposes {
            let place = "consentPurposes / \(purpose.code) / explain"
            // English is asked for where the text is read.
            for tag in offered where tag != "en" && purpose.explain[tag] == nil && !purpose.explain.texts.isEmpty {
                faults.append(ProfileFault(place: "\(place) / \(tag)", problem: "is missing"))
            }
            for tag in purpose.explain.texts.keys.sorted() where tag != "en" && !offered.contains(tag) {
                faults.append(ProfileFault(place: "\(place) / \(tag)", problem: "is a language that is not among the languages"))
            }
        }
        return faults
    }

    /// What people are asked for by pages of the program. Only a file of today is held to it: a version that a node kept may be older.
    var missingPurposes: [ProfileFault] {
        guard !consentPurposes.isEmpty else { return [] }
        return ConsentPurpose.needed.filter { consentPurpose($0) == nil }.map {
            ProfileFault(place: "consentPurposes", problem: "“\($0)” is missing, for which people are asked")
        }
    }

    private var missingBases: [ProfileFault] {
        guard !legalBases.isEmpty else { return [] }
        return [LegalBasis.Use.presume, .identify, .refuse].filter { legalBases(for: $0).isEmpty }.map {
            ProfileFault(place: "legalBases", problem: "none can carry the decision “\($0.rawValue)”")
        }
    }

    private var missingAssessments: [ProfileFault] {
        guard !assessments.isEmpty else { return [] }
        return AssessmentForm.Kind.allCases.filter { assessments(of: $0).isEmpty }.map {
            ProfileFault(place: "assessments", problem: "none is of the kind “\($0.rawValue)”")
        }
    }
}
