package import Vocabulary

/// How one country protects people: its periods, deadlines, warning signs, services, words and forms.
///
/// It is read at start, kept by its hash and never changed; a case cites the version that it was opened under.
package struct CountryProfile: Sendable {
    /// The name of the country.
    package let name: String
    /// Its code; `nil` for an invented country.
    package let country: CountryCode?
    /// What the country calls this version of its profile.
    package let version: String
    /// SHA-256 of the canonical text: 64 hexadecimal digits. Another comment or indentation doesn't change it, any other value does.
    package let hash: String
    /// The whole profile in its one way of writing; `load(text:)` reads it back.
    package let canonicalText: String

    /// Time zone, working days and holidays.
    package let calendar: WorkingCalendar
    /// In the order to offer them in; English is one of them.
    package let languages: [OfferedLanguage]

    /// Whom to call now.
    package let emergency: [EmergencyContact]
    /// What is asked before anything else.
    package let immediateDanger: [ImmediateDanger]
    /// The codes of the warning signs that are asked in each setting, in the order to ask them in.
    package let settings: [Setting: [String]]
    /// Every warning sign.
    package let indicators: [WarningSign]
    /// What a person may need this very night.
    package let needsTonight: [NeedTonight]

    /// How soon each thing must happen.
    package let deadlines: Deadlines
    /// When people are warned; `nil` where this version says nothing of it: see `warnings`.
    var ownWarnings: Warnings?
    /// How far ahead days may be set; `nil` where this version says nothing of it: see `horizons`.
    var ownHorizons: Horizons?
    /// The time to recover and to think.
    package let reflection: ReflectionPeriod
    /// The residence permits there are.
    package let permits: [ResidencePermitKind]
    /// What the stages of identification are called.
    package let decisionNames: DecisionNames
    /// The law that decisions rest on.
    package let legalBases: [LegalBasis]
    /// The grounds on which a decision can be reviewed.
    package let reviewGrounds: [CodedText]

    /// The kinds of help.
    package let services: [ServiceKind]
    /// How long an organisation has to answer a referral.
    package let acceptBy: AcceptBy
    /// Why an organisation declines a referral.
    package let declineReasons: [CodedText]

    /// What a person is asked to agree to.
    package internal(set) var consentPurposes: [ConsentPurpose]
    /// Why an adult refuses, where they say so.
    package let refusalReasons: [CodedText]
    /// The laws that let something be disclosed without consent.
    package let disclosureOverrides: [DisclosureOverride]
    /// The ten things that a person must know, in each of the languages and in their order.
    package let rights: [RightsSheet]

    /// The assessments of risk and needs.
    package let assessments: [AssessmentForm]
    /// How soon a child is protected.
    package let childProtection: ChildProtection
    /// The grounds on which an authority returns somebody without their will. Never a finding that the return is safe.
    package let overridesOfReturn: [CodedText]
    /// How a person is followed after arrival.
    package let monitoring: MonitoringPlan
    /// Why a file is closed, and how long it is kept.
    package let closureReasons: [ClosureReason]
    /// A child's file is kept at least until they are of this age.
    package let childRetentionUntilAge: Int
    /// The fields that the country adds.
    package let forms: [ExtraField]
}

extension CountryProfile: Hashable {
    /// Two profiles are the same when their hash is.
    package static func == (left: CountryProfile, right: CountryProfile) -> Bool { left.hash == right.hash }

    package func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

extension CountryProfile {
    /// How many days before each end the people concerned are warned.
    package var warnings: Warnings { ownWarnings ?? .usual }

    /// How far ahead days may be set.
    package var horizons: Horizons { ownHorizons ?? .usual }

    /// The same version with what a newer one says that this one did not know yet: the purposes that pages ask for, and the days on which
    /// people are warned.
    func asking(alsoFor newer: CountryProfile) -> CountryProfile {
        var profile = self
        profile.consentPurposes += ConsentPurpose.needed.filter { consentPurpose($0) == nil }.compactMap(newer.consentPurpose)
        profile.ownWarnings = ownWarnings ?? newer.ownWarnings
        profile.ownHorizons = ownHorizons ?? newer.ownHorizons
        return profile
    }
}
