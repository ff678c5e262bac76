package import Vocabulary

extension CountryProfile {
    /// The contact with this code.
    package func emergency(_ code: String) -> EmergencyContact? { emergency.first(code: code) }

    /// The danger with this code.
    package func immediateDanger(_ code: String) -> ImmediateDanger? { immediateDanger.first(code: code) }

    /// The warning sign with this code.
    package func indicator(_ code: String) -> WarningSign? { indicators.first(code: code) }

    /// The warning signs that are asked in a setting, in the order to ask them in.
    package func indicators(in setting: Setting) -> [WarningSign] { (settings[setting] ?? []).compactMap { indicator($0) } }

    /// The need with this code.
    package func needTonight(_ code: String) -> NeedTonight? { needsTonight.first(code: code) }

    /// The kind of residence permit with this code.
    package func permit(_ code: String) -> ResidencePermitKind? { permits.first(code: code) }

    /// The legal basis with this code.
    package func legalBasis(_ code: String) -> LegalBasis? { legalBases.first(code: code) }

    /// The legal bases that can carry a decision.
    package func legalBases(for decision: LegalBasis.Use) -> [LegalBasis] { legalBases.filter { $0.carries(decision) } }

    /// The ground for review with this code.
    package func reviewGround(_ code: String) -> CodedText? { reviewGrounds.first(code: code) }

    /// The service with this code.
    package func service(_ code: String) -> ServiceKind? { services.first(code: code) }

    /// The services of a domain.
    package func services(in domain: ServiceKind.Domain) -> [ServiceKind] { services.filter { $0.domain == domain } }

    /// The reason for declining a referral with this code.
    package func declineReason(_ code: String) -> CodedText? { declineReasons.first(code: code) }

    /// The purpose of consent with this code.
    package func consentPurpose(_ code: String) -> ConsentPurpose? { consentPurposes.first(code: code) }

    /// The reason for refusing help with this code.
    package func refusalReason(_ code: String) -> CodedText? { refusalReasons.first(code: code) }

    /// The law with this code that lets something be disclosed without consent.
    package func disclosureOverride(_ code: String) -> DisclosureOverride? { disclosureOverrides.first(code: code) }

    /// The sheet of rights in the language with this tag; `nil` when it is not offered.
    package func rights(in tag: String) -> RightsSheet? { rights.first { $0.language == tag } }

    /// The sheet of rights in a language of the program, or in English: its `language` tells which.
    package func rights(for language: Language) -> RightsSheet? { rights(in: language.code) ?? rights(in: Language.en.code) }

    /// The language with this tag.
    package func language(_ tag: String) -> OfferedLanguage? { languages.first(code: tag) }

    /// The assessment with this code.
    package func assessment(_ code: String) -> AssessmentForm? { assessments.first(code: code) }

    /// The assessments of a kind.
    package func assessments(of kind: AssessmentForm.Kind) -> [AssessmentForm] { assessments.filter { $0.kind == kind } }

    /// The ground with this code on which an authority returns somebody without their will.
    package func overrideOfReturn(_ code: String) -> CodedText? { overridesOfReturn.first(code: code) }

    /// The reason for closing a file with this code.
    package func closureReason(_ code: String) -> ClosureReason? { closureReasons.first(code: code) }

    /// The country's field with this code.
    package func field(_ code: String) -> ExtraField? { forms.first(code: code) }

    /// The fields that the country adds to a record.
    package func fields(on record: ExtraField.Record) -> [ExtraField] { forms.filter { $0.record == record } }

    /// The country's own division: the first choice field that it adds to a referral. A file is filed under its code, and lists are
    /// narrowed by it.
    package var regionField: ExtraField? { fields(on: .referral).first { $0.type == .choice && !$0.isSealed } }

    /// The codes of that division; empty where the country has none.
    package var regions: [CodedText] { regionField?.options ?? [] }
}
