import Vocabulary

extension Facts {
    /// Applies the one definition (Trafficking Protocol, article 3) to these facts.
    ///
    /// A set of facts is trafficking when it shows an act, a means and a purpose; for a child the act and the purpose
    /// suffice. Consent, a border and an organised group are looked at and decide nothing. Only where the facts show no
    /// purpose are they read as smuggling, or as a breach of labour law, instead.
    package func classified() -> Classification {
        let missing = missingElements
        let alternatives = missing.isEmpty ? [] : pointers
        let outcome: Classification.Outcome =
            if missing.isEmpty {
                concernsChild ? .traffickingInChild : .trafficking
            } else if missing.contains(.purpose), let first = alternatives.first {
                first
            } else {
                .elementMissing
            }
        let findings = [ageFinding, actFinding, purposeFinding, meansFinding] + contextFindings(complete: missing.isEmpty)
        return Classification(
            outcome: outcome,
            missing: missing,
            alternatives: alternatives.filter { $0 != outcome },
            steps: (findings + [Self.result(outcome)]).map { Classification.Step(finding: $0, facts: codes(behind: $0.question)) }
        )
    }

    private var missingElements: [Classification.Element] {
        var missing: [Classification.Element] = []
        if acts.isEmpty { missing.append(.act) }
        if means.isEmpty && !concernsChild { missing.append(.means) }
        if knownPurposes.isEmpty { missing.append(.purpose) }
        return missing
    }

    /// What facts outside the definition point to, the more telling first.
    private var pointers: [Classification.Outcome] {
        var pointers: [Classification.Outcome] = []
        if smuggling.contains(.paidForCrossing) { pointers.append(.signsOfSmuggling) }
        if !labour.isEmpty { pointers.append(.labourViolation) }
        return pointers
    }

    private var ageFinding: Finding {
        switch age {
        case .years, .child, .adult: concernsChild ? .ageChild : .ageAdult
        case .unknown(let reason): reason ? .agePresumedChild : .ageUnknown
        }
    }

    private var actFinding: Finding { acts.isEmpty ? .actMissing : .actShown }

    private var purposeFinding: Finding {
        if knownPurposes.isEmpty { return .purposeMissing }
        return knownPurposes.contains(where: \.isNamedInProtocol) ? .purposeShown : .purposeBeyondList
    }

    private var meansFinding: Finding {
        if concernsChild { return .meansNotNeeded }
        return means.isEmpty ? .meansMissing : .meansShown
    }

    /// The steps that are taken only where there is something to say.
    private func contextFindings(complete: Bool) -> [Finding] {
        var findings: [Finding] = []
        if consentClaimed {
            findings.append(concernsChild ? .consentOfChild : means.isEmpty ? .consentWithoutMeans : .consentCancelledByMeans)
        }
        findings += [.borderNotRequired, .groupNotRequired]
        if smuggling.contains(.paidForCrossing) {
            if complete {
                findings.append(.smugglingBeside)
            } else {
                findings.append(smuggling.contains(.endedWithCrossing) ? .smugglingSigns : .smugglingGoesOn)
            }
        }
        if !labour.isEmpty { findings.append(complete ? .labourBeside : .labourSigns) }
        return findings
    }

    private static func result(_ outcome: Classification.Outcome) -> Finding {
        switch outcome {
        case .trafficking: .resultTrafficking
        case .traffickingInChild: .resultTraffickingInChild
        case .elementMissing: .resultElementMissing
        case .signsOfSmuggling: .resultSmuggling
        case .labourViolation: .resultLabour
        }
    }

    private func codes(behind question: Finding.Question) -> [String] {
        switch question {
        case .act: acts.map(\.rawValue).sorted()
        case .purpose: purposes.map(\.rawValue).sorted()
        case .means: means.map(\.rawValue).sorted()
        case .smuggling: smuggling.map(\.rawValue).sorted()
        case .labour: labour.map(\.rawValue).sorted()
        case .age, .consent, .border, .group, .result: []
        }
    }
}
