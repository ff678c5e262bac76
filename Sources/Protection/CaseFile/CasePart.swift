package import Access
import Store

/// A part of a case file: what a role may see or write, and what is disclosed, goes part by part.
///
/// The matrix of roles, deeds and fields in the documentation is made from this and from each `EntryKind`.
package enum CasePart: String, CaseIterable, Sendable, Hashable, Codable, SQLBindable {
    /// Code, stage, clocks, sex, age band, language: coded, without anything that names somebody.
    case summary
    /// Names, birth date, contacts, documents: sealed.
    case identity
    /// What was done to the person, and who was involved.
    case experience
    /// Needs, health, risks, safety plan, the person's goals.
    case care
    /// Services: referred, accepted, delivered.
    case services
    /// Permits, proceedings, claims, legal aid.
    case legal
    /// What was asked and told.
    case interviews
    /// What the person wishes about the police. No service may depend on it.
    case cooperation
    /// What concerns a person as a child.
    case childhood
    /// Return, arrival and how life goes on.
    case homeward

    /// What somebody must be able to do to see it.
    package var reading: Deed {
        switch self {
        case .summary, .services: .readCase
        case .identity: .readIdentity
        case .experience: .readExperience
        case .care: .readCare
        case .legal: .readLegal
        case .interviews: .readInterviews
        case .cooperation: .readCooperation
        case .childhood: .readChildFile
        case .homeward: .readReturn
        }
    }

    /// What somebody must be able to do to write in it.
    package var writing: Deed {
        switch self {
        case .summary, .identity: .writeCase
        case .experience: .writeExperience
        case .care: .writeCare
        case .services: .referToServices
        case .legal: .writeLegal
        case .interviews: .conductInterviews
        case .cooperation: .recordCooperation
        case .childhood: .protectChildren
        case .homeward: .planReturn
        }
    }

    /// What a set of parts is as a column: codes in the order of the cases, with a space between them.
    package static func text(_ parts: Set<CasePart>) -> String {
        allCases.filter(parts.contains).map(\.rawValue).joined(separator: " ")
    }

    /// Reads what `text` gave; what it does not know it leaves out, and so shows less.
    package static func parts(_ text: String) -> Set<CasePart> {
        Set(text.split(separator: " ").compactMap { CasePart(rawValue: String($0)) })
    }
}
