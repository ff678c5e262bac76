package import Access
package import Basics
package import Protection
import Vocabulary

/// What a file leaves for: decides which parts may go at all, and which consent covers it.
package enum ExportPurpose: String, CaseIterable, Sendable {
    case identification, health, court
    case returnPartner = "return_partner"
    /// For the person themself.
    case own

    /// What goes at most; each of these still has to be the actor's to see and the person's to have agreed to.
    package var parts: Set<CasePart> {
        switch self {
        case .identification: [.summary, .identity, .experience, .legal, .childhood]
        case .health: [.summary, .identity, .care]
        case .court: [.summary, .identity, .experience, .legal]
        case .returnPartner: [.summary, .identity, .care, .childhood, .homeward]
        case .own: Set(CasePart.allCases)
        }
    }

    /// The purpose of the profile under which the person was asked; `nil` where they are the recipient themself.
    package var consentPurpose: String? {
        switch self {
        case .identification: "identification"
        case .health: "health_information"
        case .court: "police"
        case .returnPartner: "return_planning"
        case .own: nil
        }
    }

    var word: Word {
        switch self {
        case .identification: Word(work: "Identification", fr: "Identification")
        case .health: Word(work: "Health care", fr: "Soins de santé")
        case .court: Word(work: "A court or prosecutor", fr: "Un tribunal ou un procureur")
        case .returnPartner: Word(work: "A partner in return", fr: "Un partenaire du retour")
        case .own: Word(work: "The person themself", fr: "La personne elle-même")
        }
    }
}

/// What it leaves as.
package enum ExportForm: String, CaseIterable, Sendable {
    case pdf
    case htcdsJSON = "htcds-json"
    case htcdsCSV = "htcds-csv"

    var word: Word {
        switch self {
        case .pdf: Word(work: "Summary on paper (PDF)", fr: "Résumé sur papier (PDF)")
        case .htcdsJSON: Word(work: "For another system: HTCDS 2.0 as JSON", fr: "Pour un autre système : HTCDS 2.0 en JSON")
        case .htcdsCSV: Word(work: "For another system: HTCDS 2.0 as CSV", fr: "Pour un autre système : HTCDS 2.0 en CSV")
        }
    }
}

/// What somebody asks to take out.
package struct ExportRequest: Sendable {
    package var purpose: ExportPurpose
    package var form: ExportForm
    /// To whom; `nil` for the person themself, or for whoever the purpose names.
    package var recipient: ID<Organisation>?
    package var ground: Ground
    /// Why a law leaves no other way, where the ground is one.
    package var reason: String?

    /// The ground that is claimed; whether it is there is looked up in the ledger.
    package enum Ground: Sendable, Hashable {
        case consent
        case childProtection
        case law(String)
        case own
    }

    package init(purpose: ExportPurpose, form: ExportForm, recipient: ID<Organisation>?, ground: Ground, reason: String? = nil) {
        (self.purpose, self.form, self.recipient, self.ground, self.reason) = (purpose, form, recipient, ground, reason)
    }
}
