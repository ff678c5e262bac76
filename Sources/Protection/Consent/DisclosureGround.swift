package import Access
package import Basics
package import Store

/// The ground on which something of a person is disclosed. Only the functions in this file make one, each after looking at the very
/// record that it rests on; so a disclosure without a ground does not compile.
package struct DisclosureGround: Sendable, Hashable {
    package let kind: Kind
    /// The law, as the profile codes it; or the determination that it rests on.
    package let code: String?
    package let consent: ID<Consent>?

    package enum Kind: String, CaseIterable, Sendable, Hashable, SQLBindable {
        case ownConsent = "own_consent"
        case guardian
        /// The child-protection authority, as long as there is no guardian.
        case childProtection = "child_protection"
        case bestInterests = "best_interests"
        case legalOverride = "legal_override"
    }

    fileprivate init(_ kind: Kind, code: String? = nil, consent: ID<Consent>? = nil) {
        (self.kind, self.code, self.consent) = (kind, code, consent)
    }

    /// Consent in force that covers the purpose, the recipient and every part.
    package static func consent(
        for purpose: String, to recipient: ID<Organisation>?, parts: Set<CasePart>, in file: ID<CaseFile>, on day: Day,
        tx: any Transaction
    ) throws -> DisclosureGround {
        guard let consent = try ConsentLedger.latest(for: purpose, to: recipient, in: file, tx: tx), consent.isInForce(on: day) else {
            throw ConsentRefused.noConsent
        }
        guard parts.subtracting([.summary, .services]).isSubset(of: consent.parts) else { throw ConsentRefused.consentNotForThis }
        switch consent.givenBy {
        case .person:
            // The path may have changed since: a person found to be a child is not bound by what they signed.
            guard let summary = try CaseSummary.find(file, in: tx), !summary.path.protectsAsChild else {
                throw ConsentRefused.childNotAsked
            }
            return DisclosureGround(.ownConsent, consent: consent.id)
        case .guardian: return DisclosureGround(.guardian, consent: consent.id)
        case .childAuthority:
            guard try !CaseMember.hasGuardian(file, in: tx) else { throw ConsentRefused.guardianDecides }
            return DisclosureGround(.childProtection, consent: consent.id)
        }
    }

    /// The child-protection authority acts as long as a child has no guardian: by itself, or by being told. Whoever identifies victims is
    /// told by law as well. Nobody else claims it.
    /// - Parameters:
    ///   - discloser: the organisation that discloses.
    ///   - recipient: to whom; `nil` for nobody of this platform.
    package static func childProtection(
        in file: ID<CaseFile>, by discloser: ID<Organisation>, to recipient: ID<Organisation>?, tx: any Transaction
    ) throws -> DisclosureGround {
        guard try CaseSummary.find(file, in: tx)?.path.protectsAsChild == true else { throw ConsentRefused.noGround }
        guard try !CaseMember.hasGuardian(file, in: tx) else { throw ConsentRefused.guardianDecides }
        let isTold = try recipient.map { recipient in try Competence.allCases.contains { try $0.isOf(recipient, in: tx) } } ?? false
        guard try isTold || Competence.childProtection.isOf(discloser, in: tx) else { throw ConsentRefused.authorityDecides }
        return DisclosureGround(.childProtection)
    }

    /// What an adult agreed to share, and who is then found to be a child, or perhaps one: it stays as it was, widened by nothing, until the
    /// authority, which is told in the same transaction, or a guardian decides. To be asked for while the share is open.
    package static func childProtection(
        continuing share: ID<CaseShare>, in file: ID<CaseFile>, tx: any Transaction
    ) throws -> DisclosureGround {
        let isOpen = try tx.exists(
            "SELECT 1 FROM case_share WHERE id = \(share) AND case_id = \(file) AND closed_at IS NULL AND ground = 'own_consent'")
        guard isOpen, try CaseSummary.find(file, in: tx)?.path.protectsAsChild == true, try !CaseMember.hasGuardian(file, in: tx) else {
            throw ConsentRefused.noGround
        }
        return DisclosureGround(.childProtection)
    }

    /// A best-interests determination that was taken in this file. The room that holds determinations looks it up and vouches for it.
    package static func bestInterests(decidedIn determination: [UInt8]) -> DisclosureGround {
        DisclosureGround(.bestInterests, code: determination.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }

    /// The person asks for their own record; for a child, or somebody who may be one, the guardian does.
    package static func ownRequest(in file: ID<CaseFile>, tx: any Transaction) throws -> DisclosureGround {
        guard let summary = try CaseSummary.find(file, in: tx) else { throw ConsentRefused.noGround }
        guard summary.path.protectsAsChild else { return DisclosureGround(.ownConsent, code: "own_request") }
        guard try CaseMember.hasGuardian(file, in: tx) else { throw ConsentRefused.childNotAsked }
        return DisclosureGround(.guardian, code: "own_request")
    }

    /// A law of the profile that lets it be disclosed without consent.
    /// - Parameters:
    ///   - recipient: whom it lets be told; `nil` for nobody of this platform.
    ///   - permit: was asked for with the reason, in the words of whoever discloses: they lie beside the audit.
    /// - Throws: `ConsentRefused.reasonNeeded` when nobody said why this law leaves no other way, `lawNotForThem` where it lets somebody
    ///   else be told.
    package static func law(
        _ code: String, of profile: CountryProfile, to recipient: ID<Organisation>?, under permit: Permit<CaseFile>, tx: any Transaction
    ) throws -> DisclosureGround {
        guard permit.purpose?.isStated == true else { throw ConsentRefused.reasonNeeded }
        return try law(continuing: code, of: profile, to: recipient, tx: tx)
    }

    /// The same law, for what was offered or shared on it before, with its reason.
    package static func law(
        continuing code: String, of profile: CountryProfile, to recipient: ID<Organisation>?, tx: any Transaction
    ) throws -> DisclosureGround {
        guard let law = profile.disclosureOverride(code) else { throw ConsentRefused.noGround }
        guard try law.allows(recipient, in: tx) else { throw ConsentRefused.lawNotForThem }
        return DisclosureGround(.legalOverride, code: code)
    }
}
